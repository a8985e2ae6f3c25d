"""Records by the thousand, for programs: plain columns, and once each what many of them share.

A list page joins to each record all that it shows. Here a batch is read table by table: the records, who and what
topics belong to them, the actors and documents that they name. That is a few statements whatever the batch holds.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from app.store.queries.actors import ACTORS, ENTRY
from app.store.queries.columns import HEADING
from app.store.queries.demands import DEMANDS
from app.store.queries.documents import COUNT, DOCUMENTS
from app.store.queries.filters import Filter
from app.store.queries.listing import Family, fetch_names, select_ids, select_total, unknown_keys
from app.store.queries.outcomes import OUTCOMES
from app.store.queries.quotes import QUOTES
from app.store.queries.statements import Statement, rows

EVERY = 2**62
GIVEN = "json_each(:ids) AS given CROSS JOIN"  # the records in the order in which their ids are given


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record as batches read it.

    What lies in a document has `columns`, of which `actor` is the one that holds an actor's id, and `links`, the tables
    that tie several actors to it. For the others, `select` selects all of them by ids that come as JSON.
    """

    family: Family
    columns: str = ""
    actor: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    select: Callable[[str], Statement] | None = None

    @property
    def table(self) -> str:
        return self.family.table


PASSAGE = 'r.id, r.key, r.document_id, r.start, r."end", r.text, r.cue, r.rule, r.state'
QUOTE = Kind(
    QUOTES,
    f"{PASSAGE}, r.kind, r.speaker_id, r.source_start, r.source_end, r.source_text, r.said_on",
    "speaker_id",
    {"addressees": "quote_addressee"},
)
DEMAND = Kind(DEMANDS, f"{PASSAGE}, r.kind, r.holder_id", "holder_id", {"addressees": "demand_addressee"})
OUTCOME = Kind(
    OUTCOMES,
    f"{PASSAGE}, r.status, r.condition_start, r.condition_end, r.condition_text, r.occurred_on",
    links={"actors": "outcome_actor", "affected": "outcome_affected"},
)


def select_actors(ids: str) -> Statement:
    sql = f"""SELECT entry.*, actor.wikidata
        FROM (SELECT {ENTRY} WHERE actor.id IN (SELECT value FROM json_each(:ids))) AS entry
        JOIN actor ON actor.id = entry.id"""
    return Statement(sql, {"ids": ids})


def select_documents(ids: str) -> Statement:
    counts = ", ".join(f"{COUNT.format(record)} AS {record}s" for record in ("quote", "demand", "outcome"))
    sql = f"""SELECT document.id, document.slug AS key, {HEADING} AS heading, document.title, document.publisher,
            document.published_on, document.place, document.url, document.file_name, document.sha256,
            document.parser_version, document.body_start, {counts}
        FROM document WHERE document.id IN (SELECT value FROM json_each(:ids))"""
    return Statement(sql, {"ids": ids})


ACTOR = Kind(ACTORS, select=select_actors)
DOCUMENT = Kind(DOCUMENTS, select=select_documents)


@dataclass(frozen=True, slots=True)
class Batch:
    """`records` are rows in the order that was asked for; `links` gives for a link's name and a record's id the ids of
    actors in order, `topics` a record's topics; `actors` and `documents` what these ids stand for."""

    records: Sequence[Any]
    links: Mapping[str, Mapping[int, Sequence[int]]] = field(default_factory=dict)
    topics: Mapping[int, Sequence[str]] = field(default_factory=dict)
    actors: Mapping[int, Any] = field(default_factory=dict)
    documents: Mapping[int, Any] = field(default_factory=dict)


def fetch_unknown(connection: Connection, filter: Filter) -> tuple[str, ...]:
    """The chosen keys that the store does not have."""
    return unknown_keys(filter, fetch_names(connection, filter))


def fetch_total(connection: Connection, kind: Kind, filter: Filter) -> int:
    total: int = rows(connection, select_total(kind.family, filter))[0][0]
    return total


def fetch_ids(connection: Connection, kind: Kind, filter: Filter, most: int = EVERY) -> "array[int]":
    """The ids of the records that the filter leaves, from behind its `after`, at most `most` and one: eight bytes
    each."""
    length = min(most, EVERY)
    found = rows(connection, select_ids(replace(kind.family, length=length), filter))
    return array("q", (row.id for row in found))


def fetch_id(connection: Connection, kind: Kind, key: str) -> int | None:
    """The id of the record with this key, or None."""
    sql = f"SELECT id FROM {kind.table} WHERE {kind.family.key} = :key"
    found = rows(connection, Statement(sql, {"key": key}))
    return found[0].id if found else None


def fetch_batch(connection: Connection, kind: Kind, ids: Collection[int]) -> Batch:
    """The records with these ids, in this order; those that are gone are left out."""
    given = json.dumps(list(ids))
    if kind.select:
        found = {row.id: row for row in rows(connection, kind.select(given))}
        return Batch([found[id] for id in ids if id in found])
    sql = f"SELECT {kind.columns} FROM {GIVEN} {kind.table} AS r ON r.id = given.value"
    records = rows(connection, Statement(sql, {"ids": given}))
    links = {name: fetch_links(connection, kind, table, given) for name, table in kind.links.items()}
    actors = {actor for each in links.values() for found in each.values() for actor in found}
    if kind.actor:
        actors.update(getattr(record, kind.actor) for record in records)
    return Batch(
        records,
        links,
        fetch_topics(connection, kind, given),
        fetch_actors(connection, actors),
        fetch_documents(connection, {record.document_id for record in records}),
    )


def fetch_text(connection: Connection, id: int) -> str:
    """The whole text of a document."""
    text: str = rows(connection, Statement("SELECT text FROM document WHERE id = :id", {"id": id}))[0].text
    return text


def fetch_links(connection: Connection, kind: Kind, table: str, ids: str) -> Mapping[int, list[int]]:
    sql = f"""SELECT l.{kind.table}_id, l.actor_id FROM {GIVEN} {table} AS l ON l.{kind.table}_id = given.value
        ORDER BY given.key, l.nth"""
    found: dict[int, list[int]] = defaultdict(list)
    for record, actor in rows(connection, Statement(sql, {"ids": ids})):
        found[record].append(actor)
    return found


def fetch_topics(connection: Connection, kind: Kind, ids: str) -> Mapping[int, list[str]]:
    table = f"{kind.table}_topic"
    sql = f"""SELECT t.{kind.table}_id, t.topic FROM {GIVEN} {table} AS t ON t.{kind.table}_id = given.value
        ORDER BY given.key, t.nth"""
    found: dict[int, list[str]] = defaultdict(list)
    for record, topic in rows(connection, Statement(sql, {"ids": ids})):
        found[record].append(topic)
    return found


def fetch_actors(connection: Connection, ids: Collection[int]) -> Mapping[int, Any]:
    sql = f"SELECT actor.id, actor.key, actor.name FROM {GIVEN} actor ON actor.id = given.value"
    return {row.id: row for row in rows(connection, Statement(sql, {"ids": json.dumps(list(ids))}))}


def fetch_documents(connection: Connection, ids: Collection[int]) -> Mapping[int, Any]:
    sql = f"""SELECT document.id, document.slug AS key, {HEADING} AS heading, document.publisher, document.published_on
        FROM {GIVEN} document ON document.id = given.value"""
    return {row.id: row for row in rows(connection, Statement(sql, {"ids": json.dumps(list(ids))}))}
