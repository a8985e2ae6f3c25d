"""The form in which other programs see a parse: JSON Lines, one document a line, keys always in the same order."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict

from app.records import Actor, Demand, DemarcheError, Outcome, Parse, Passage, Quote

Json = dict[str, Any]


class LineError(DemarcheError):
    """A line on standard input is not a document in the form that `parse -` reads."""


class DocumentFields(TypedDict):
    """What one input line says, by the names that `reading.document_from_text` takes."""

    id: str
    text: str
    title: str | None
    publisher: str | None
    published_on: date | None


def read_line(line: bytes) -> DocumentFields:
    """The fields of one line of JSON in UTF-8: "id" and "text", and perhaps "title", "publisher", "published_on".

    Other keys are passed over. Raises LineError, which does not know the line's number.
    """
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise LineError(f"is not UTF-8 at byte {error.start}") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise LineError(f"is not JSON ({error})") from error
    if not isinstance(fields, dict):
        raise LineError('is not a JSON object with "id" and "text"')
    identifier, text = read_string(fields, "id"), read_string(fields, "text")
    if not identifier or text is None:
        raise LineError(f'has no "{"text" if identifier else "id"}"')
    return {
        "id": identifier,
        "text": text,
        "title": read_string(fields, "title"),
        "publisher": read_string(fields, "publisher"),
        "published_on": read_date(fields, "published_on"),
    }


def read_string(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is not None and not isinstance(value, str):
        raise LineError(f'has as "{key}" something that is not a string')
    return value


def read_date(fields: Mapping[str, object], key: str) -> date | None:
    written = read_string(fields, key)
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise LineError(f'has a "{key}" that is not a date like 2025-08-15: {written!r}') from error


def format_line(parse: Parse) -> str:
    """The parse as one line of JSON without its line end, in ASCII, so that it is the same bytes wherever it is written."""
    return json.dumps(format_parse(parse), ensure_ascii=True, allow_nan=False)


def format_parse(parse: Parse) -> Json:
    """The parse as plain values. A `side` is the name of the side's actor; every other reference is an actor's key."""
    document = parse.document
    names = {actor.key: actor.name for actor in parse.actors}
    needed = find_needed(parse)
    return {
        "document": {
            "id": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "published_on": format_date(document.published_on),
            "place": document.place,
            "sha256": document.sha256,
        },
        "actors": [format_actor(actor, names) for actor in parse.actors if actor.names or actor.key in needed],
        "quotes": [format_quote(quote) for quote in parse.quotes],
        "demands": [format_demand(demand) for demand in parse.demands],
        "outcomes": [format_outcome(outcome) for outcome in parse.outcomes],
    }


def find_needed(parse: Parse) -> set[str]:
    """The keys that records refer to. A country that only somebody's role implies ("a French diplomat") is no actor of the
    document: its name stands as a side.
    """
    keys: set[str] = set()
    for quote in parse.quotes:
        keys |= {quote.speaker, *quote.addressees}
    for demand in parse.demands:
        keys |= {demand.holder, *demand.addressees}
    for outcome in parse.outcomes:
        keys |= {*outcome.actors, *outcome.affected}
    return keys


def format_actor(actor: Actor, names: Mapping[str, str]) -> Json:
    return {
        "key": actor.key,
        "name": actor.name,
        "names": list(actor.names),
        "kind": actor.kind.value,
        "role": actor.role or None,
        "side": names[actor.side] if actor.side else None,
        "wikidata": actor.wikidata,
    }


def format_quote(quote: Quote) -> Json:
    return {
        **format_passage(quote.passage),
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "speaker_start": quote.source.start,
        "speaker_end": quote.source.end,
        "cue": quote.cue,
        "addressees": list(quote.addressees),
        "said_on": format_date(quote.said_on),
    }


def format_demand(demand: Demand) -> Json:
    return {
        **format_passage(demand.passage),
        "kind": demand.kind.value,
        "holder": demand.holder,
        "addressees": list(demand.addressees),
        "topics": [topic.value for topic in demand.topics],
        "cue": demand.cue,
    }


def format_outcome(outcome: Outcome) -> Json:
    return {
        **format_passage(outcome.passage),
        "status": outcome.status.value,
        "actors": list(outcome.actors),
        "affected": list(outcome.affected),
        "condition": format_passage(outcome.condition) if outcome.condition else None,
        "topics": [topic.value for topic in outcome.topics],
        "occurred_on": format_date(outcome.occurred_on),
    }


def format_passage(passage: Passage) -> Json:
    return {"start": passage.start, "end": passage.end, "text": passage.text}


def format_date(day: date | None) -> str | None:
    return day.isoformat() if day else None
