"""A document as it stands while a change of it is considered."""

from dataclasses import dataclass

from app.decisions.events import RECORDS, Event, Fields
from app.decisions.fields import kind_of, who_of, write_fields
from app.decisions.placing import find_beside, span_of
from app.decisions.replay import Review, begin
from app.decisions.standing import records_of
from app.records import Actor, Parse, Record
from app.store.events import fetch_decisions
from app.store.found import fetch_found
from app.store.queries import Connection


@dataclass(frozen=True, slots=True)
class Scene:
    """What the parser found, and where the decisions have led; `start` holds the records before the first decision, by
    key, and `events` all that were ever made about records of the document."""

    found: Parse
    review: Review
    start: dict[str, Record]
    events: list[Event]

    @property
    def text(self) -> str:
        return self.found.document.text

    @property
    def actors(self) -> dict[str, Actor]:
        """By key, as they stand; and as the parser found them, where they stand no more."""
        return {actor.key: actor for actor in self.found.actors} | self.review.cast.actors

    def describe_found(self, key: str) -> Fields:
        """The record as the parser had it when it was first decided about, for the event to keep: with the number of
        records that share its span, and the words of those that lie over some of its own."""
        record = self.start[key]
        others = [one for one in records_of(self.found, kind_of(record)) if span_of(one) != span_of(record)]
        twins = [one for one in records_of(self.found, kind_of(record)) if span_of(one) == span_of(record)]
        fields = write_fields(record)
        return {**fields, "twins": str(len(twins) or 1), "beside": find_beside(record, others)}

    def double_of(self, record: Record, key: str) -> str | None:
        """The key of another record of the same kind that says the same words of the same actors."""
        for each in self.review.standing.values():
            if each.key != key and each.shown and each.record and kind_of(each.record) == kind_of(record):
                same = span_of(each.record) == span_of(record) and set(who_of(each.record)) == set(who_of(record))
                if same:
                    return each.key
        return None


def look(connection: Connection, document_id: int) -> Scene:
    """The document with this id, as it stands."""
    found = fetch_found(connection, document_id)
    events, taken = fetch_decisions(connection, [found.document.sha256]).events_for(found)
    review = begin(found, events, taken)
    start = {each.key: each.record for each in review.standing.values() if each.record}
    for event in review.live:
        review.carry_out(event)
    return Scene(found, review, start, [event for event in events if event.record in RECORDS])
