"""The records of a document before its first decision is carried out: as the parser finds them, and, where people have
decided about one, as the parser had it when they did."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from app.decisions.events import Action, Event, Fields
from app.decisions.fields import many, optional, read_record, with_passages
from app.decisions.placing import Anchor, Found, locate, match_anchors, share_of, span_of
from app.records import Document, Parse, Passage, PassageError, Record, State, record_key, record_keys

OTHER_WORDS = "The parser now finds a record over some of these words, and over others: decide about that one."


@dataclass(slots=True)
class Standing:
    """A record on its way through the decisions; `record` is None before it is added. `event` is the newest decision
    about it, `why` the reason for which an unplaced one has no place; a `doubtful` one, if it is rejected, may be one of
    those that the parser finds now."""

    kind: str
    key: str
    record: Record | None
    state: State = State.FOUND
    event: int = 0
    why: str = ""
    doubtful: bool = False

    @property
    def shown(self) -> bool:
        return self.record is not None and self.state not in (State.REJECTED, State.UNPLACED)


def records_of(parse: Parse, kind: str) -> tuple[Record, ...]:
    found: tuple[Record, ...] = getattr(parse, f"{kind}s")
    return found


def key_records(document: Document, kind: str, records: Iterable[Record]) -> list[Found]:
    """The records in text order, under the keys that their spans give them; those that share one are counted."""
    ordered = sorted(records, key=span_of)
    spans = list(map(span_of, ordered))
    twins, keys = Counter(spans), record_keys(document.sha256, kind, spans)
    return [Found(key, one, twins[span]) for key, one, span in zip(keys, ordered, spans, strict=True)]


def free_key(document: Document, kind: str, span: tuple[int, int], taken: Collection[str]) -> str:
    """The first key for a record with this span that no other has."""
    keys = (record_key(document.sha256, kind, *span, nth) for nth in count())
    return next(key for key in keys if key not in taken)


def stand_records(
    parse: Parse, kind: str, events: Sequence[Event], live: Collection[int], taken: Collection[str]
) -> list[Standing]:
    """The records of one kind, before the first of the events about them. `live` are the ids of the events that count,
    `taken` the keys that belong to another document."""
    document = parse.document
    found = key_records(document, kind, records_of(parse, kind))
    about: dict[str, list[Event]] = {}
    for event in events:
        about.setdefault(event.key, []).append(event)
    move, anchors, lost = locate(document.text), [], {}
    for key, each in about.items():
        try:
            anchors.append(read_anchor(kind, sorted(each, key=lambda one: one.id not in live), move))
        except PassageError as error:
            lost[key] = str(error)
    matched = match_anchors(anchors, found)
    taken = {*taken, *about}
    rest = [one for one in found if one.key not in {other.key for other in matched.values()}]
    standing = []
    for one in rest:
        key = one.key if one.key not in taken else free_key(document, kind, span_of(one.record), taken)
        taken.add(key)
        standing.append(Standing(kind, key, one.record))
    at_hand = {one.key: one.record for one in anchors}
    for key, each in about.items():
        alive = [event for event in each if event.id in live]
        now = matched[key].record if key in matched else None
        standing += stand_decided(kind, key, alive, at_hand.get(key), now, lost.get(key, ""))
    note_doubtful(standing, [one for one in anchors if one.key not in matched], rest)
    return standing


def read_anchor(kind: str, events: Sequence[Event], move: Callable[[Passage], Passage]) -> Anchor:
    """The record as the parser had it when the first of these was decided, or as it was added. Raises PassageError."""
    fields = base_of(events[0])
    record = with_passages(read_record(kind, fields), move)
    beside = tuple(words for event in events for words in many(event.found, "beside"))
    return Anchor(events[0].key, record, int(optional(fields, "twins") or 1), beside)


def base_of(event: Event) -> Fields:
    return event.found or event.after


def stand_decided(
    kind: str, key: str, alive: Sequence[Event], then: Record | None, now: Record | None, lost: str
) -> Iterable[Standing]:
    """The record with this key: what people saved stays as it was saved, whatever the parser makes of it `now`."""
    actions = {event.action for event in alive}
    if not alive:
        record, state = now, State.FOUND
    elif lost:
        record, state = read_record(kind, base_of(alive[0])), State.UNPLACED
    elif Action.ADD in actions:
        yield Standing(kind, key, None)
        return
    elif actions == {Action.REJECT}:
        record, state = now or then, State.FOUND
    else:
        record, state = then, State.FOUND
    if record:
        yield Standing(kind, key, record, state, alive[-1].id if alive else 0, lost if alive else "")


def note_doubtful(standing: Sequence[Standing], unmatched: Sequence[Anchor], rest: Sequence[Found]) -> None:
    """Nothing that is rejected shows again unnoticed: where the parser finds something over its words, a person is told."""
    by_key = {each.key: each for each in standing}
    for anchor in unmatched:
        each = by_key.get(anchor.key)
        if each is not None and any(is_doubtful(anchor, one) for one in rest):
            each.doubtful = True


def is_doubtful(anchor: Anchor, one: Found) -> bool:
    overlaps = share_of(anchor.record.passage, one.record.passage) > 0
    return overlaps and one.record.passage.text not in anchor.beside
