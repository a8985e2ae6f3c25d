"""What may be undone: any change on which no newer one rests."""

from collections.abc import Sequence

from app.decisions.events import Action, Event, live_events
from app.review.changes import ChangeError

WORDS = {
    Action.ACCEPT: "accepted it",
    Action.CORRECT: "corrected it",
    Action.ADD: "added it",
    Action.REJECT: "rejected it",
    Action.EDIT: "edited it",
    Action.MERGE: "merged it with another",
    Action.SPLIT: "split it",
    Action.UNDO: "undid a change of it",
}


def check_undo(event: Event, about: Sequence[Event]) -> tuple[Event, bool]:
    """The change that an undo of the event takes back, or brings back (then True). `about` are all events about the same
    thing. Raises ChangeError."""
    undone_by = {one.undoes: one for one in active(about) if one.undoes is not None}
    if event.id in undone_by:
        by = undone_by[event.id]
        raise ChangeError(f"This change is undone already, {tell(by)}. Undo that instead to bring it back.")
    by_id = {one.id: one for one in about}
    root, revives = event, False
    while root.undoes is not None:
        root, revives = by_id[root.undoes], not revives
    resting = [one for one in live_events(about) if one.id > root.id and rests_on(one, root)]
    if resting:
        raise ChangeError(f"A newer change rests on this one: {tell(resting[-1])}. Undo that first.")
    return root, revives


def active(events: Sequence[Event]) -> list[Event]:
    """The events that are not undone, the undos among them."""
    undone: set[int] = set()
    found = []
    for event in sorted(events, key=lambda one: one.id, reverse=True):
        if event.id not in undone:
            found.append(event)
            if event.undoes is not None:
                undone.add(event.undoes)
    return found


def rests_on(newer: Event, older: Event) -> bool:
    """Whether the newer change would mean something else without the older."""
    if older.action in (Action.ADD, Action.REJECT):
        return newer.key == older.key
    if older.action is Action.SPLIT:
        return newer.record == "actor" and older.other in (newer.key, newer.other)
    same = newer.action is older.action and newer.key == older.key
    return same and bool(newer.after.keys() & older.after.keys())


def tell(event: Event) -> str:
    return f"{event.editor} {WORDS.get(event.action, event.action)} on {event.at:%-d %B %Y at %H:%M} UTC"
