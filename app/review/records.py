"""Changes of records as events: what is asked for, compared with how the record stands."""

from dataclasses import replace

from app.decisions.events import RECORDS, Action, Event, Fields, Value
from app.decisions.fields import named_by, read_record, write_fields
from app.decisions.placing import find_beside, span_of
from app.decisions.standing import Standing, free_key, records_of
from app.records import DemandKind, Quote, QuoteKind, Record, State, Topic
from app.review.changes import Accept, Add, ChangeError, Correct, RecordChange, Values
from app.review.drafts import DRAFT
from app.review.people import People, nearest_naming
from app.review.scene import Scene, look
from app.review.values import read_values
from app.store.queries import Connection
from app.store.targets import fetch_document_id, fetch_document_of

GONE = "There is no such record any more: go back to the article and choose another."
RULE = "by-editor"
REQUIRED = {
    "quote": {"speaker": "Say who speaks."},
    "demand": {"holder": "Say whose demand it is."},
    "outcome": {"status": "Choose a status."},
}
DEFAULTS: dict[str, dict[str, Value]] = {
    "quote": {"kind": QuoteKind.DIRECT.value, "topics": ()},
    "demand": {"kind": DemandKind.DEMAND.value, "topics": (Topic.OTHER.value,)},
    "outcome": {"topics": (Topic.OTHER.value,), "condition": None},
}


def draft_record_event(connection: Connection, change: RecordChange) -> Event:
    """The event that the change will be, but for who and why. Raises ChangeError."""
    check_kind(change.record)
    document_id = fetch_document_of(connection, change.record, change.key)
    scene = look(connection, document_id) if document_id is not None else None
    standing = scene.review.standing.get(change.key) if scene else None
    if scene is None or standing is None or standing.record is None:
        raise ChangeError(GONE, "key")
    check_state(change, standing)
    event = replace(
        DRAFT,
        action=Action(type(change).__name__.lower()),
        record=change.record,
        key=change.key,
        document=scene.found.document.sha256,
        found=found_at(scene, change.key),
    )
    people = People(connection, scene.actors, change.values if isinstance(change, Correct) else {})
    named = list(named_by(read_record(change.record, event.found)))
    if isinstance(change, Correct):
        before, after = compare(scene, people, standing, change.values)
        event = replace(event, before=before, after=after)
        named += named_by(standing.record)
        named += named_by(read_record(change.record, {**write_fields(standing.record), **after}))
    return replace(event, actors=people.lines(named))


def found_at(scene: Scene, key: str) -> Fields:
    """What the first live decision about the record keeps; else the record as the parser has it now."""
    first = next((event for event in scene.review.live if event.key == key and event.record in RECORDS), None)
    if first is None:
        return scene.describe_found(key)
    fields = first.found or first.after
    kind = scene.review.standing[key].kind
    beside = find_beside(read_record(kind, fields), records_of(scene.found, kind))
    return {**fields, "beside": beside}


def check_kind(record: str) -> None:
    if record not in RECORDS:
        raise ChangeError("A record is a quote, a demand or an outcome.", "record")


def check_state(change: RecordChange, standing: Standing) -> None:
    if standing.state is State.REJECTED:
        raise ChangeError("This record was rejected: undo that first.")
    if isinstance(change, Accept) and standing.state is not State.FOUND:
        raise ChangeError(
            "This record has no place in the text any more: give it words, or reject it."
            if standing.state is State.UNPLACED
            else f"This record is {standing.state} already."
        )


def compare(scene: Scene, people: People, standing: Standing, values: Values) -> tuple[Fields, Fields]:
    """The fields that the values change, as they are and as they will be. Raises ChangeError."""
    if standing.record is None:
        raise ChangeError(GONE, "key")
    before = write_fields(standing.record)
    asked = read_values(standing.kind, values, before, scene.text, people.resolve)
    unplaced = standing.state is State.UNPLACED
    after = {name: value for name, value in asked.items() if unplaced or (value or None) != (before.get(name) or None)}
    if not after:
        raise ChangeError("Nothing was changed.")
    check_record(scene, read_record(standing.kind, {**before, **after}), standing.key)
    return {name: before.get(name) for name in after}, after


def check_record(scene: Scene, record: Record, key: str) -> None:
    if scene.double_of(record, key):
        raise ChangeError("The article has this record already: the same words, of the same actors.", "words")
    if record.passage.start < scene.found.document.body_start:
        raise ChangeError("These words stand before the article proper: choose words of its body.", "words")


def draft_addition(connection: Connection, change: Add) -> Event:
    """The event that adds the record, but for who and why. Raises ChangeError."""
    check_kind(change.record)
    document_id = fetch_document_id(connection, "slug", change.document)
    if document_id is None:
        raise ChangeError("There is no such article.", "document")
    scene = look(connection, document_id)
    people = People(connection, scene.actors, change.values)
    fields = complete(scene, people, change)
    record = read_record(change.record, fields)
    check_record(scene, record, "")
    taken = scene.review.standing.keys() | {event.key for event in scene.events}
    document = scene.found.document
    return replace(
        DRAFT,
        action=Action.ADD,
        record=change.record,
        key=free_key(document, change.record, span_of(record), taken),
        document=document.sha256,
        after=write_fields(record),
        found={
            **write_fields(record),
            "twins": "1",
            "beside": find_beside(record, records_of(scene.found, change.record)),
        },
        actors=people.lines(named_by(record)),
    )


def complete(scene: Scene, people: People, change: Add) -> Fields:
    """All fields of a new record: what is given, and what follows from it."""
    given: dict[str, str | tuple[str, ...] | None] = dict(change.values)
    if change.start is not None and change.end is not None:
        given |= {"start": str(change.start), "end": str(change.end)}
    given.setdefault("words", None)
    for name, message in REQUIRED[change.record].items():
        if not given.get(name):
            raise ChangeError(message, name)
    source = given.pop("source", None) if not (given.get("source") or given.get("source_start")) else given["source"]
    fields: dict[str, Value] = {"rule": RULE, **DEFAULTS[change.record]}
    fields |= read_values(change.record, given, {}, scene.text, people.resolve)
    if change.record == "quote" and not source and "source" not in fields:
        fields |= name_source(scene, fields)
    return fields


def name_source(scene: Scene, fields: Fields) -> Fields:
    """The words that name the speaker of a new quote: where the document names that actor nearest to it."""
    bare = {**fields, "source": fields["words"], "source_start": fields["start"], "source_end": fields["end"]}
    quote = read_record("quote", bare)
    place = (
        nearest_naming(scene.review.cast.mentions, quote.speaker, quote.passage) if isinstance(quote, Quote) else None
    )
    if place is None:
        raise ChangeError("Give the words by which the article names the speaker.", "source")
    return {"source": place.text, "source_start": str(place.start), "source_end": str(place.end)}
