"""The rows of one document's records, in the open transaction of save.py."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import SQLModel

import app.store.tables  # noqa: F401  (fills the metadata)
from app.records import Demand, Document, Outcome, Parse, Passage, Quote, record_key

TABLE = SQLModel.metadata.tables


def insert_actors(connection: Connection, document_id: int, parse: Parse) -> dict[str, int]:
    """Write what the document says of its actors; returns the ids of all of them by key."""
    actor = TABLE["actor"]
    if not parse.actors:
        return {}
    # The merge that ends the saving puts right what the row says; a row must be there first, to point at.
    known = [{"key": a.key, "name": a.name, "kind": a.kind, "role": a.role} for a in parse.actors]
    connection.execute(sqlite_insert(actor).on_conflict_do_nothing(index_elements=["key"]), known)
    found = connection.execute(select(actor.c.key, actor.c.id).where(actor.c.key.in_([a.key for a in parse.actors])))
    ids = {row.key: row.id for row in found}
    said = [
        {
            "document_id": document_id,
            "actor_id": ids[a.key],
            "name": a.name,
            "kind": a.kind,
            "role": a.role,
            "side_id": ids[a.side] if a.side else None,
            "wikidata": a.wikidata,
        }
        for a in parse.actors
    ]
    insert_rows(connection, "document_actor", said)
    aliases = [
        {"document_id": document_id, "actor_id": ids[a.key], "name": name}
        for a in parse.actors
        for name in dict.fromkeys(a.names)
    ]
    insert_rows(connection, "alias", aliases)
    return ids


def insert_places(connection: Connection, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    """The sentences of the document, and where it names an actor."""
    sentences = [
        {"document_id": document_id, "nth": nth, "start": start, "end": end}
        for nth, (start, end) in enumerate(parse.sentences)
    ]
    insert_rows(connection, "sentence", sentences)
    mentions = [
        {"document_id": document_id, "actor_id": actor_ids[m.actor], **span(m.passage)}
        for m in dict.fromkeys(parse.mentions)
    ]
    insert_rows(connection, "mention", mentions)


def insert_quotes(connection: Connection, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    quotes = sorted(parse.quotes, key=in_text_order)
    rows = [
        {
            "document_id": document_id,
            "key": key,
            **span(quote.passage),
            "kind": quote.kind,
            "speaker_id": actor_ids[quote.speaker],
            **span(quote.source, "source_"),
            "cue": quote.cue,
            "said_on": quote.said_on,
            "rule": quote.rule,
        }
        for quote, key in zip(quotes, keys_of(parse.document, "quote", quotes), strict=True)
    ]
    ids = insert_rows(connection, "quote", rows)
    link_actors(connection, "quote_addressee", ids, [quote.addressees for quote in quotes], actor_ids)
    link(connection, "quote_topic", "topic", ids, [quote.topics for quote in quotes])


def insert_demands(connection: Connection, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    demands = sorted(parse.demands, key=in_text_order)
    rows = [
        {
            "document_id": document_id,
            "key": key,
            **span(demand.passage),
            "kind": demand.kind,
            "holder_id": actor_ids[demand.holder],
            "cue": demand.cue,
            "rule": demand.rule,
        }
        for demand, key in zip(demands, keys_of(parse.document, "demand", demands), strict=True)
    ]
    ids = insert_rows(connection, "demand", rows)
    link_actors(connection, "demand_addressee", ids, [demand.addressees for demand in demands], actor_ids)
    link(connection, "demand_topic", "topic", ids, [demand.topics for demand in demands])


def insert_outcomes(connection: Connection, document_id: int, actor_ids: Mapping[str, int], parse: Parse) -> None:
    outcomes = sorted(parse.outcomes, key=in_text_order)
    rows = [
        {
            "document_id": document_id,
            "key": key,
            **span(outcome.passage),
            "status": outcome.status,
            **span(outcome.condition, "condition_"),
            "occurred_on": outcome.occurred_on,
            "question": outcome.question,
            "cue": outcome.cue,
            "rule": outcome.rule,
        }
        for outcome, key in zip(outcomes, keys_of(parse.document, "outcome", outcomes), strict=True)
    ]
    ids = insert_rows(connection, "outcome", rows)
    link_actors(connection, "outcome_actor", ids, [outcome.actors for outcome in outcomes], actor_ids)
    link_actors(connection, "outcome_affected", ids, [outcome.affected for outcome in outcomes], actor_ids)
    link(connection, "outcome_topic", "topic", ids, [outcome.topics for outcome in outcomes])


def in_text_order(record: Quote | Demand | Outcome) -> tuple[int, int]:
    return record.passage.start, record.passage.end


def keys_of(document: Document, record: str, found: Sequence[Quote | Demand | Outcome]) -> list[str]:
    """The public keys of records in text order; `nth` counts those that share a span."""
    seen: dict[tuple[int, int], int] = {}
    keys = []
    for passage in (one.passage for one in found):
        nth = seen[passage.start, passage.end] = seen.get((passage.start, passage.end), -1) + 1
        keys.append(record_key(document.sha256, record, passage.start, passage.end, nth))
    return keys


def span(passage: Passage | None, prefix: str = "") -> dict[str, int | str | None]:
    start, end, words = (passage.start, passage.end, passage.text) if passage else (None, None, None)
    return {f"{prefix}start": start, f"{prefix}end": end, f"{prefix}text": words}


def link_actors(
    connection: Connection, table: str, ids: list[int], keys: list[tuple[str, ...]], actor_ids: Mapping[str, int]
) -> None:
    link(connection, table, "actor_id", ids, [[actor_ids[key] for key in some] for some in keys])


def link(
    connection: Connection, table: str, column: str, ids: Sequence[int], values: Sequence[Iterable[int | str]]
) -> None:
    """Tie each record to its actors or topics; `nth` keeps their order."""
    record_id = f"{table.split('_')[0]}_id"
    rows = [
        {record_id: id_, column: value, "nth": nth}
        for id_, some in zip(ids, values, strict=True)
        for nth, value in enumerate(dict.fromkeys(some))
    ]
    insert_rows(connection, table, rows)


def insert_rows(connection: Connection, name: str, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert the rows; returns their ids, in the order given, for a table that has one column of ids."""
    table = TABLE[name]
    if not rows:
        return []
    if "id" not in table.c:
        connection.execute(insert(table), rows)
        return []
    return list(connection.scalars(insert(table).returning(table.c.id, sort_by_parameter_order=True), rows))
