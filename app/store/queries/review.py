"""What remains to be reviewed: how many records are in each state, which comes next, and what stands aside."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from app.decisions.events import RECORDS, Fields, read_fields
from app.records import State
from app.store.queries.columns import DOCUMENT, to_document
from app.store.queries.history import HistoryEntry, fetch_entries
from app.store.queries.statements import Statement, rows
from app.store.queries.values import DocumentLink

MOST_ASIDE = 200
OF_DOCUMENT = "document_id = (SELECT id FROM document WHERE slug = :document)"


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How many records of each kind are in each state: `counts["quote", "found"]`."""

    counts: Mapping[tuple[str, str], int]

    @property
    def remaining(self) -> int:
        return sum(number for (_, state), number in self.counts.items() if state == State.FOUND)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def of(self, record: str, state: str) -> int:
        return self.counts.get((record, state), 0)


class Waiting(NamedTuple):
    """A record that nobody has looked at."""

    record: str
    key: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record that its document does not show: `state` is rejected or unplaced, `fields` as decisions.fields has them."""

    key: str
    record: str
    state: str
    fields: Fields
    why: str
    document: DocumentLink
    change: HistoryEntry

    @property
    def words(self) -> str:
        return str(self.fields.get("words") or "")


def fetch_review_counts(connection: Connection, document: str = "") -> ReviewCounts:
    """Of the whole store, or of the document with this slug."""
    where = f"WHERE {OF_DOCUMENT}" if document else ""
    tables = [
        f"SELECT '{each}' AS record, state, count(*) AS number FROM {each} {where} GROUP BY state" for each in RECORDS
    ]
    aside = f"SELECT record, state, count(*) FROM set_aside {where} GROUP BY record, state"
    found = rows(connection, Statement(" UNION ALL ".join([*tables, aside]), {"document": document}))
    return ReviewCounts({(row.record, row.state): row.number for row in found})


def fetch_next_to_review(connection: Connection, document: str = "", after: str = "") -> Waiting | None:
    """The first record that nobody has looked at, as the articles go from the newest on and their texts from their
    beginning; behind the record with the key `after`, if it is given and still there."""
    mark = find_mark(connection, after) if after else None
    if document:
        return find_waiting(connection, "document.slug = :slug", {"slug": document}, mark)
    if mark:
        within = find_waiting(connection, "document.id = :id", {"id": mark["document_id"]}, mark)
        if within:
            return within
    waits = " OR ".join(
        f"EXISTS (SELECT 1 FROM {each} AS r WHERE r.document_id = document.id AND r.state = 'found')"
        for each in RECORDS
    )
    beyond = "(coalesce(published_on, ''), id) < (:published_on, :document_id)" if mark else "TRUE"
    sql = f"SELECT id FROM document WHERE {beyond} AND ({waits}) ORDER BY published_on DESC, id DESC LIMIT 1"
    found = rows(connection, Statement(sql, mark or {}))
    return find_waiting(connection, "document.id = :id", {"id": found[0].id}, None) if found else None


def find_mark(connection: Connection, key: str) -> dict[str, Any] | None:
    """Where the record with this key stands."""
    tables = [
        f"SELECT '{each}' AS record, key, document_id, start, \"end\" FROM {each} WHERE key = :key" for each in RECORDS
    ]
    sql = f"""SELECT r.*, coalesce(published_on, '') AS published_on FROM ({" UNION ALL ".join(tables)}) AS r
        JOIN document ON document.id = r.document_id"""
    found = rows(connection, Statement(sql, {"key": key}))
    return dict(found[0]._asdict()) if found else None


def find_waiting(
    connection: Connection, which: str, values: Mapping[str, Any], mark: Mapping[str, Any] | None
) -> Waiting | None:
    """The first record of one document that nobody has looked at, behind the mark where it is one of that document."""
    tables = [
        f"""SELECT '{each}' AS record, r.key, r.document_id, r.start, r."end" FROM {each} AS r
            JOIN document ON document.id = r.document_id WHERE {which} AND r.state = 'found'"""
        for each in RECORDS
    ]
    beyond = '(document_id <> :document_id OR (start, -"end", record, key) > (:start, -:end, :record, :key))'
    sql = f"""SELECT record, key FROM ({" UNION ALL ".join(tables)}) WHERE {beyond if mark else "TRUE"}
        ORDER BY start, "end" DESC, record, key LIMIT 1"""
    found = rows(connection, Statement(sql, {**values, **(mark or {})}))
    return Waiting(found[0].record, found[0].key) if found else None


def select_set_aside(condition: str, **values: Any) -> Statement:
    sql = f"""SELECT s.key, s.record, s.state, s.fields, s.why, s.event_id, {DOCUMENT}
        FROM set_aside AS s JOIN document ON document.id = s.document_id WHERE {condition} ORDER BY s.event_id DESC, s.key"""
    return Statement(sql, values)


def to_set_aside(connection: Connection, found: Iterable[Row[Any]]) -> tuple[SetAside, ...]:
    found = list(found)
    entries = {each.id: each for each in fetch_entries(connection, (row.event_id for row in found))} if found else {}
    return tuple(
        SetAside(
            row.key,
            row.record,
            row.state,
            read_fields(json.loads(row.fields)),
            row.why,
            to_document(row),
            entries[row.event_id],
        )
        for row in found
    )


def fetch_set_aside(connection: Connection, key: str) -> SetAside | None:
    """The record with this key, if it is one that is not shown."""
    found = to_set_aside(connection, rows(connection, select_set_aside("s.key = :key", key=key)))
    return found[0] if found else None


def fetch_rejected(connection: Connection, document: str = "") -> tuple[SetAside, ...]:
    """The rejected records, of the document with this slug or of all; the newest decision first, at most MOST_ASIDE."""
    return fetch_aside(connection, State.REJECTED, document)


def fetch_unplaced(connection: Connection, document: str = "") -> tuple[SetAside, ...]:
    """The decisions that could not be carried over to a newer text or parse, for a person to decide anew."""
    return fetch_aside(connection, State.UNPLACED, document)


def fetch_aside(connection: Connection, state: State, document: str) -> tuple[SetAside, ...]:
    condition = "s.state = :state AND (:document = '' OR document.slug = :document)"
    statement = select_set_aside(condition, state=state.value, document=document)
    return to_set_aside(
        connection, rows(connection, Statement(f"{statement.sql} LIMIT {MOST_ASIDE}", statement.values))
    )
