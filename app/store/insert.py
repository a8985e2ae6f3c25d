"""The rows of one document's records, for the batch in which save.py inserts them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection
from sqlmodel import SQLModel

import app.store.tables  # noqa: F401  (fills the metadata)
from app.records import Demand, Document, Outcome, Parse, Passage, Quote, Record, Topic, record_keys
from app.store.ids import record_id
from app.store.rows import Row, Rows, as_json
from app.store.stems import content_stems

TABLE = SQLModel.metadata.tables
Found = TypeVar("Found", Quote, Demand, Outcome)
KNOWN_ACTORS = "SELECT key, id FROM actor WHERE key IN (SELECT value FROM json_each(?))"


def add_actors(connection: Connection, rows: Rows, parses: Iterable[Parse]) -> dict[str, int]:
    """Rows for actors that the store does not know yet; returns the ids, by key, of all that the parses name."""
    actors = {actor.key: actor for parse in parses for actor in parse.actors}
    ids: dict[str, int] = {row.key: row.id for row in connection.exec_driver_sql(KNOWN_ACTORS, (as_json(actors),))}
    for key, actor in actors.items():
        if key not in ids:
            # The merge that ends the saving puts right what the row says; a row must be there first, to point at.
            ids[key] = rows.new_id("actor")
            rows.waiting["actor"] += (ids[key], key, actor.name, actor.kind.value, actor.role)
    return ids


def add_records(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    """Rows for all that the parse found, and for the full-text indexes."""
    rows.waiting["document_text"] += (document_id, parse.document.title, parse.document.text)
    add_names(rows, document_id, actor_ids, parse)
    add_places(rows, document_id, actor_ids, parse)
    add_quotes(rows, document_id, actor_ids, parse)
    add_demands(rows, document_id, actor_ids, parse)
    add_outcomes(rows, document_id, actor_ids, parse)


def add_names(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    """What the document says of its actors, and the names that it has for them."""
    for said in said_of(document_id, actor_ids, parse):
        rows.waiting["document_actor"] += said
    aliases = rows.waiting["alias"]
    for actor in parse.actors:
        for name in dict.fromkeys(actor.names):
            aliases += (document_id, actor_ids[actor.key], name)


def said_of(document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> list[Row]:
    day = iso(parse.document.published_on)
    return [
        (
            document_id,
            actor_ids[actor.key],
            actor.name,
            actor.kind.value,
            actor.role,
            actor_ids[actor.side] if actor.side else None,
            actor.wikidata,
            day,
        )
        for actor in parse.actors
    ]


def add_places(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    """The sentences of the document, and where it names an actor."""
    sentences, mentions = rows.waiting["sentence"], rows.waiting["mention"]
    for start, end in parse.sentences:
        sentences += (document_id, start, end)
    for mention in dict.fromkeys(parse.mentions):
        mentions += (rows.new_id("mention"), document_id, actor_ids[mention.actor], *span(mention.passage))


def add_quotes(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    quotes, words = rows.waiting["quote"], rows.waiting["quote_text"]
    for id_, key, quote in numbered(document_id, parse.document, "quote", parse.quotes):
        day = iso(quote.said_on or parse.document.published_on)
        quotes += (id_, key, document_id, *span(quote.passage), quote.kind.value, actor_ids[quote.speaker])
        quotes += (*span(quote.source), quote.cue, iso(quote.said_on), quote.rule, quote.state.value, day)
        words += (id_, quote.passage.text)
        link(rows, "quote_addressee", id_, ids_of(quote.addressees, actor_ids))
        link(rows, "quote_topic", id_, names_of(quote.topics))


def add_demands(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    demands, words, day = rows.waiting["demand"], rows.waiting["demand_text"], iso(parse.document.published_on)
    for id_, key, demand in numbered(document_id, parse.document, "demand", parse.demands):
        demands += (id_, key, document_id, *span(demand.passage), demand.kind.value, actor_ids[demand.holder])
        demands += (demand.cue, demand.rule, demand.state.value, day)
        words += (id_, demand.passage.text)
        link(rows, "demand_addressee", id_, ids_of(demand.addressees, actor_ids))
        link(rows, "demand_topic", id_, names_of(demand.topics))


def add_outcomes(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    outcomes, words = rows.waiting["outcome"], rows.waiting["outcome_text"]
    for id_, key, outcome in numbered(document_id, parse.document, "outcome", parse.outcomes):
        actors, topics = ids_of(outcome.actors, actor_ids), names_of(outcome.topics)
        day = iso(outcome.occurred_on or parse.document.published_on)
        outcomes += (id_, key, document_id, *span(outcome.passage), outcome.status.value, *span(outcome.condition))
        outcomes += (iso(outcome.occurred_on), outcome.question, outcome.cue, outcome.rule, outcome.state.value, day)
        words += (id_, outcome.passage.text)
        link(rows, "outcome_actor", id_, actors)
        link(rows, "outcome_affected", id_, ids_of(outcome.affected, actor_ids))
        link(rows, "outcome_topic", id_, topics)
        add_stems(rows, id_, outcome, dict.fromkeys(actors), dict.fromkeys(topics))


def add_stems(rows: Rows, id_: int, outcome: Outcome, actors: Iterable[int], topics: Iterable[str]) -> None:
    stems = rows.waiting["outcome_stem"]
    for stem in content_stems(outcome.passage.text):
        for actor in actors:
            for topic in topics:
                stems += (actor, topic, stem, id_)


def numbered(document_id: int, document: Document, record: str, found: Iterable[Found]) -> list[tuple[int, str, Found]]:
    """Each record with its id and its key, in the order of ids: that of the text, from its end."""
    ordered = sorted(found, key=in_text_order)
    keys = keys_of(document, record, ordered)
    return [(record_id(document_id, nth), key, one) for nth, (key, one) in enumerate(zip(keys, ordered, strict=True))][
        ::-1
    ]


def in_text_order(record: Record) -> tuple[int, int]:
    return record.passage.start, record.passage.end


def keys_of(document: Document, record: str, found: Sequence[Record]) -> list[str]:
    """The public keys of records in text order: their own, which they have once people decided, or those of their spans."""
    keys = record_keys(document.sha256, record, list(map(in_text_order, found)))
    return [one.key or key for one, key in zip(found, keys, strict=True)]


def span(passage: Passage | None) -> tuple[int | None, int | None, str | None]:
    return (passage.start, passage.end, passage.text) if passage else (None, None, None)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def ids_of(keys: Iterable[str], actor_ids: Mapping[str, int]) -> list[int]:
    return [actor_ids[key] for key in keys]


def names_of(topics: Iterable[Topic]) -> list[str]:
    return [topic.value for topic in topics]


def link(rows: Rows, table: str, record_id: int, linked: Collection[int | str]) -> None:
    """Tie a record to its actors or topics; `nth` keeps their order."""
    if linked:
        links = rows.waiting[table]
        for nth, one in enumerate(dict.fromkeys(linked)):
            links += (record_id, one, nth)
