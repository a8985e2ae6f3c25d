"""What an event changed, in words for the reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.decisions.events import Action, Value
from app.pages.wording import joined, label
from app.store.queries.history import HistoryEntry

TITLES = {
    "words": "Words",
    "speaker": "Said by",
    "holder": "Wanted by",
    "source": "Named as",
    "kind": "Kind",
    "status": "Status",
    "addressees": "Said to, asked of",
    "actors": "Done by",
    "affected": "Affects",
    "condition": "Condition",
    "said_on": "Said on",
    "occurred_on": "Date",
    "topics": "Topics",
    "name": "Name",
    "names": "Names",
    "role": "Role",
    "side": "Side",
}
ACTORS = frozenset({"speaker", "holder", "addressees", "actors", "affected", "side"})
DONE = {
    Action.ACCEPT: "accepted",
    Action.CORRECT: "corrected",
    Action.ADD: "added",
    Action.REJECT: "rejected",
    Action.EDIT: "changed",
    Action.MERGE: "merged",
    Action.SPLIT: "split",
    Action.UNDO: "took back",
    Action.REPLACE: "replaced the text of",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field that an event changed; "" where there was, or is, nothing."""

    title: str
    before: str
    after: str


def tell_changes(event: HistoryEntry) -> tuple[Change, ...]:
    """What the event changed, field by field, without the offsets and what only the parser knows."""
    if event.action in (Action.MERGE, Action.SPLIT):
        names = tell("names", event.after.get("names"), {})
        return (Change(TITLES["names"], "", names),) if names else ()
    told = tuple(
        Change(title, tell(name, event.before.get(name), event.names), tell(name, event.after.get(name), event.names))
        for name, title in TITLES.items()
        if name in event.before or name in event.after
    )
    if not told and "start" in event.after:
        return (Change("Words", "", "the same words at another place of the article"),)
    return tuple(change for change in told if change.before != change.after)


def tell(field: str, value: Value, names: Mapping[str, str]) -> str:
    values = (value,) if isinstance(value, str) else value or ()
    if field in ACTORS:
        return joined([names.get(each, each) for each in values]) if values else ""
    plain = field in ("words", "source", "condition", "name", "role", "names")
    return joined([each if plain else label(each) for each in values]) if values else ""


def tell_action(action: str) -> str:
    """The action as what somebody did: `accepted`, `took back`."""
    return DONE.get(Action(action), action)


def tell_subject(event: HistoryEntry, other: bool = False) -> str:
    """What the event is about, by name: an actor (or the `other` of a merge or split), or the words of a record."""
    if event.record == "actor":
        key = (event.other if other else event.key) or ""
        return event.names.get(key, key)
    return str(event.after.get("words") or event.words or event.key)
