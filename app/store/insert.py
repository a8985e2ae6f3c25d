"""The rows of one document's records, for the batch in which save.py inserts them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection
from sqlmodel import SQLModel

import app.store.tables  # noqa: F401  (fills the metadata)
from app.records import Document, Parse, Passage, Record, Topic, record_keys
from app.store.ids import record_id
from app.store.rows import Row, Rows, as_json
from app.store.stems import content_stems

TABLE = SQLModel.metadata.tables
KNOWN_ACTORS = "SELECT key, id FROM actor WHERE key IN (SELECT value FROM json_each(?))"


def add_actors(connection: Connection, rows: Rows, parses: Iterable[Parse]) -> dict[str, int]:
    """Rows for actors that the store does not know yet; returns the ids, by key, of all that the parses name."""
    actors = {actor.key: actor for parse in parses for actor in parse.actors}
    ids: dict[str, int] = {row.key: row.id for row in connection.exec_driver_sql(KNOWN_ACTORS, (as_json(actors),))}
    for key, actor in actors.items():
        if key not in ids:
            # The merge that ends the saving puts right what the row says; a row must be there first, to point at.
            ids[key] = rows.new_id("actor")
            rows.waiting["actor"].append((ids[key], key, actor.name, actor.kind.value, actor.role))
    return ids


def add_records(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    """Rows for all that the parse found, and for the full-text indexes."""
    rows.waiting["document_text"].append((document_id, parse.document.title, parse.document.text))
    add_names(rows, document_id, actor_ids, parse)
    add_places(rows, document_id, actor_ids, parse)
    add_quotes(rows, document_id, actor_ids, parse)
    add_demands(rows, document_id, actor_ids, parse)
    add_outcomes(rows, document_id, actor_ids, parse)


def add_names(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    """What the document says of its actors, and the names that it has for them."""
    rows.waiting["document_actor"] += said_of(document_id, actor_ids, parse)
    rows.waiting["alias"] += [
        (document_id, actor_ids[actor.key], name) for actor in parse.actors for name in dict.fromkeys(actor.names)
    ]


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
    rows.waiting["sentence"] += [(document_id, start, end) for start, end in parse.sentences]
    rows.waiting["mention"] += [
        (rows.new_id("mention"), document_id, actor_ids[mention.actor], *span(mention.passage))
        for mention in dict.fromkeys(parse.mentions)
    ]


def add_quotes(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    quotes = sorted(parse.quotes, key=in_text_order)
    for nth, (quote, key) in enumerate(zip(quotes, keys_of(parse.document, "quote", quotes), strict=True)):
        id_ = record_id(document_id, nth)
        start = (id_, key, document_id, *span(quote.passage), quote.kind.value, actor_ids[quote.speaker])
        day = quote.said_on or parse.document.published_on
        rest = (quote.cue, iso(quote.said_on), quote.rule, quote.state.value, iso(day))
        rows.waiting["quote"].append((*start, *span(quote.source), *rest))
        rows.waiting["quote_text"].append((id_, quote.passage.text))
        link(rows, "quote_addressee", id_, ids_of(quote.addressees, actor_ids))
        link(rows, "quote_topic", id_, names_of(quote.topics))


def add_demands(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    demands = sorted(parse.demands, key=in_text_order)
    for nth, (demand, key) in enumerate(zip(demands, keys_of(parse.document, "demand", demands), strict=True)):
        id_ = record_id(document_id, nth)
        start = (id_, key, document_id, *span(demand.passage), demand.kind.value, actor_ids[demand.holder])
        rest = (demand.cue, demand.rule, demand.state.value, iso(parse.document.published_on))
        rows.waiting["demand"].append((*start, *rest))
        rows.waiting["demand_text"].append((id_, demand.passage.text))
        link(rows, "demand_addressee", id_, ids_of(demand.addressees, actor_ids))
        link(rows, "demand_topic", id_, names_of(demand.topics))


def add_outcomes(rows: Rows, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    outcomes = sorted(parse.outcomes, key=in_text_order)
    for nth, (outcome, key) in enumerate(zip(outcomes, keys_of(parse.document, "outcome", outcomes), strict=True)):
        id_, actors, topics = record_id(document_id, nth), ids_of(outcome.actors, actor_ids), names_of(outcome.topics)
        start = (id_, key, document_id, *span(outcome.passage), outcome.status.value, *span(outcome.condition))
        day = outcome.occurred_on or parse.document.published_on
        rest = (outcome.question, outcome.cue, outcome.rule, outcome.state.value, iso(day))
        rows.waiting["outcome"].append((*start, iso(outcome.occurred_on), *rest))
        rows.waiting["outcome_text"].append((id_, outcome.passage.text))
        link(rows, "outcome_actor", id_, actors)
        link(rows, "outcome_affected", id_, ids_of(outcome.affected, actor_ids))
        link(rows, "outcome_topic", id_, topics)
        rows.waiting["outcome_stem"] += [
            (actor, topic, stem, id_)
            for stem in content_stems(outcome.passage.text)
            for actor in dict.fromkeys(actors)
            for topic in dict.fromkeys(topics)
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
        rows.waiting[table] += [(record_id, one, nth) for nth, one in enumerate(dict.fromkeys(linked))]
