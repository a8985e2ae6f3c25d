"""What a reader sees of a document: what the parser found, and over it, in their order, the decisions of people.

A pure function of the two. So a document that is parsed anew keeps every decision, an undo is the replay without what
it takes back, and a store can be made again from the parses and the events.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TypeVar

from app.decisions.casting import Cast, change_cast
from app.decisions.events import RECORDS, Action, Event, live_events
from app.decisions.fields import named_by, read_record, with_passages, write_fields
from app.decisions.placing import locate, span_of
from app.decisions.standing import OTHER_WORDS, Standing, stand_records
from app.decisions.versions import holds_for
from app.records import Demand, Outcome, Parse, PassageError, Quote, Record, State

AnyRecord = TypeVar("AnyRecord", Quote, Demand, Outcome)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that a document does not show: rejected, or one whose decisions could not be carried over, and why.

    `event` is the newest decision about it. The passages of an unplaced one are those of the text in which they stood.
    """

    kind: str
    key: str
    record: Record
    state: State
    event: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A parse as the decisions leave it, its records in text order and with their keys; `changed` where it may differ
    from what the parser found, or a record of it was ever decided about."""

    parse: Parse
    set_aside: tuple[SetAside, ...] = ()
    changed: bool = False


def replay(found: Parse, events: Iterable[Event], taken: Collection[str] = ()) -> Reviewed:
    """The document as people have decided: each live event carried out, in order, on what the parser found.

    `events` may hold those of other documents, which do nothing here; `taken` are keys of other documents' records.
    """
    review = begin(found, events, taken)
    for event in review.live:
        review.carry_out(event)
    return review.close()


def begin(found: Parse, events: Iterable[Event], taken: Collection[str] = ()) -> "Review":
    """As `replay`, before the first event is carried out."""
    events = list(events)
    replaced = [event for event in events if event.action is Action.REPLACE]
    events = [event for event in events if holds_for(event, found.document.sha256, replaced)]
    cast = Cast({actor.key: actor for actor in found.actors}, list(found.mentions))
    review = Review(found, cast, live_events(events), any(event.record in RECORDS for event in events))
    ids = {event.id for event in review.live}
    for kind in RECORDS:
        about = [event for event in events if event.record == kind and event.undoes is None]
        first = {event.key: event for event in reversed(about) if event.id in ids}
        review.stand(stand_records(found, kind, about, ids, taken), first)
    return review


@dataclass(slots=True)
class Review:
    """One document on its way through its live events; `decided` where there were any about its records, ever."""

    found: Parse
    cast: Cast
    live: list[Event]
    decided: bool = False
    standing: dict[str, Standing] = field(default_factory=dict)

    def stand(self, records: Iterable[Standing], first: dict[str, Event]) -> None:
        """Begin with these records; the actors that one names and this parse lacks are those of its first event."""
        for each in records:
            self.standing[each.key] = each
            if each.record and each.key in first:
                self.cast.provide(named_by(each.record), first[each.key].actors)

    def carry_out(self, event: Event) -> None:
        if event.record == "actor":
            rename = change_cast(self.cast, event)
            for each in self.standing.values() if rename else ():
                each.record = rename(each.record) if rename and each.record else None
        elif event.key in self.standing:
            self.decide(self.standing[event.key], event)

    def decide(self, each: Standing, event: Event) -> None:
        """Accept, correct, add or reject the record. An unplaced one stays so until it is given words that stand in the
        text, or is rejected."""
        each.event = event.id
        if event.action in (Action.CORRECT, Action.ADD):
            self.write(each, event)
        if event.action is Action.REJECT:
            each.state = State.UNPLACED if each.doubtful else State.REJECTED
            each.why = OTHER_WORDS if each.doubtful else ""
        elif each.state not in (State.REJECTED, State.UNPLACED):
            each.state = next_state(each.state, event.action)

    def write(self, each: Standing, event: Event) -> None:
        """Put the event's values into the record, which is unplaced where they are no words of the text."""
        fields = {**write_fields(each.record), **event.after} if each.record else event.after
        each.record = read_record(each.kind, fields)
        try:
            each.record = with_passages(each.record, locate(self.found.document.text))
            each.state, each.why = (State.FOUND if each.state is State.UNPLACED else each.state), ""
        except PassageError as error:
            each.state, each.why = State.UNPLACED, str(error)
        self.cast.provide(named_by(each.record), event.actors)

    def close(self) -> Reviewed:
        shown = sorted((each for each in self.standing.values() if each.shown), key=in_text_order)
        records = [replace(each.record, key=each.key, state=each.state) for each in shown if each.record]
        aside = [
            SetAside(each.kind, each.key, each.record, each.state, each.event, each.why)
            for each in sorted(self.standing.values(), key=attrgetter("kind", "key"))
            if each.record and not each.shown
        ]
        self.cast.return_lent(records)
        parse = replace(
            self.found,
            actors=tuple(self.cast.actors.values()),
            mentions=tuple(self.cast.mentions),
            quotes=only(Quote, records),
            demands=only(Demand, records),
            outcomes=only(Outcome, records),
        )
        # A decision about actors that does something here changes one of these two.
        changed = (parse.actors, parse.mentions) != (self.found.actors, self.found.mentions)
        return Reviewed(parse, tuple(aside), self.decided or changed)


def next_state(state: State, action: Action) -> State:
    if action is Action.ADD or state is State.ADDED:
        return State.ADDED
    return State.CORRECTED if state is State.CORRECTED or action is Action.CORRECT else State.ACCEPTED


def in_text_order(each: Standing) -> tuple[tuple[int, int], str]:
    return (span_of(each.record) if each.record else (0, 0)), each.key


def only(kind: type[AnyRecord], records: Iterable[Record]) -> tuple[AnyRecord, ...]:
    return tuple(record for record in records if isinstance(record, kind))
