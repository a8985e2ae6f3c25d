"""What people decided: every change, those of one record or actor, and what still waits for a person."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row

from app.decisions.casting import successor
from app.decisions.events import RECORDS, Fields, live_events, read_fields
from app.records import State
from app.store.events import fetch_actor_events
from app.store.queries.columns import DOCUMENT, to_document
from app.store.queries.filters import HistoryFilter
from app.store.queries.statements import Statement, rows
from app.store.queries.values import DocumentLink

PAGE = 50


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change. `before` and `after` hold the changed fields alone, `words` those of the record as the parser, or the
    editor who added it, had them; `undone_by` is the id of the undo that took it back; `names` gives, by key, the names
    of the actors that the change is about, as they were then."""

    id: int
    at: datetime
    editor: str
    action: str
    record: str
    key: str
    other: str | None
    before: Fields
    after: Fields
    words: str
    names: Mapping[str, str]
    reason: str
    undoes: int | None
    undone_by: int | None
    document: DocumentLink | None


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """One page of all changes, newest first; `next` is the id before which the list goes on, `editors` all who ever
    changed something."""

    filter: HistoryFilter
    entries: tuple[HistoryEntry, ...]
    total: int
    next: int | None
    editors: tuple[str, ...]


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


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How many records there are of each state; `found` is what waits to be looked at."""

    found: int = 0
    accepted: int = 0
    corrected: int = 0
    added: int = 0
    rejected: int = 0
    unplaced: int = 0

    @property
    def total(self) -> int:
        return self.found + self.accepted + self.corrected + self.added


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that nobody has decided about yet."""

    record: str
    key: str
    document: str


def select_entries(condition: str, order: str = "e.id DESC", **values: Any) -> Statement:
    sql = f"""SELECT e.id, e.at, e.editor, e.action, e.record, e.key, e.other, e.before, e.after, e.found, e.actors,
            e.reason, e.undoes, {DOCUMENT}
        FROM event AS e LEFT JOIN document ON document.sha256 = e.document WHERE {condition} ORDER BY {order}"""
    return Statement(sql, values)


def to_entry(row: Row[Any], undone: Mapping[int, int]) -> HistoryEntry:
    after, found = read_fields(json.loads(row.after)), read_fields(json.loads(row.found))
    return HistoryEntry(
        id=row.id,
        at=to_time(row.at),
        editor=row.editor,
        action=row.action,
        record=row.record,
        key=row.key,
        other=row.other,
        before=read_fields(json.loads(row.before)),
        after=after,
        words=str(found.get("words") or after.get("words") or ""),
        names={actor["key"]: actor["name"] for actor in json.loads(row.actors)},
        reason=row.reason,
        undoes=row.undoes,
        undone_by=undone.get(row.id),
        document=to_document(row) if row.slug else None,
    )


def to_time(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def to_entries(connection: Connection, found: Iterable[Row[Any]]) -> tuple[HistoryEntry, ...]:
    found = list(found)
    undone = find_undone(connection, [row.id for row in found])
    return tuple(to_entry(row, undone) for row in found)


def find_undone(connection: Connection, ids: Iterable[int]) -> dict[int, int]:
    """For each of the changes that is undone now, the undo. An undo counts unless it was undone itself."""
    sql = """WITH RECURSIVE chain(id, undoes) AS (
            SELECT id, undoes FROM event WHERE undoes IN (SELECT value FROM json_each(:ids))
            UNION SELECT e.id, e.undoes FROM chain JOIN event AS e ON e.undoes = chain.id)
        SELECT id, undoes FROM chain ORDER BY id DESC"""
    undone: dict[int, int] = {}
    for row in rows(connection, Statement(sql, {"ids": json.dumps(list(ids))})):
        if row.id not in undone:
            undone[row.undoes] = row.id
    return undone


CONDITIONS = {
    "editor": "e.editor IN (SELECT value FROM json_each(:editor))",
    "action": "e.action IN (SELECT value FROM json_each(:action))",
    "record": "e.record IN (SELECT value FROM json_each(:record))",
    "document": "e.document IN (SELECT sha256 FROM document WHERE slug IN (SELECT value FROM json_each(:document)))",
    "since": "e.at >= :since",
    "until": "e.at < date(:until, '+1 day')",
}


def fetch_history(connection: Connection, filter: HistoryFilter) -> HistoryPage:
    """One page of the changes that the filter leaves, newest first."""
    values: dict[str, Any] = {}
    for name in CONDITIONS:
        chosen = getattr(filter, name)
        if chosen:
            values[name] = json.dumps([str(each) for each in chosen]) if isinstance(chosen, tuple) else str(chosen)
    condition = " AND ".join(CONDITIONS[name] for name in values) or "TRUE"
    total = rows(connection, Statement(f"SELECT count(*) AS total FROM event AS e WHERE {condition}", values))[0].total
    if filter.before:
        condition, values = f"{condition} AND e.id < :before", {**values, "before": int(filter.before)}
    found = rows(connection, select_entries(condition, f"e.id DESC LIMIT {PAGE + 1}", **values))
    entries = to_entries(connection, found[:PAGE])
    editors = rows(connection, Statement("SELECT DISTINCT editor FROM event WHERE editor <> '' ORDER BY editor", {}))
    following = entries[-1].id if len(found) > PAGE else None
    return HistoryPage(filter, entries, total, following, tuple(row.editor for row in editors))


def fetch_target_history(connection: Connection, record: str, key: str) -> tuple[HistoryEntry, ...]:
    """All changes of a record, or of an actor (also as the second one of a merge or a split), newest first."""
    about = select_entries("e.record = :record AND (e.key = :key OR e.other = :key)", record=record, key=key)
    return to_entries(connection, rows(connection, about))


def fetch_newest_event(connection: Connection, record: str, key: str) -> int:
    """The id of the newest change of a record or an actor, for `decide(…, expected=…)`; 0 where there is none."""
    sql = "SELECT coalesce(max(id), 0) AS id FROM event WHERE record = :record AND (key = :key OR other = :key)"
    return int(rows(connection, Statement(sql, {"record": record, "key": key}))[0].id)


def fetch_review_counts(connection: Connection, document: str | None = None) -> ReviewCounts:
    """How many records of each state the store has, or the document with this slug."""
    where = "WHERE document_id = (SELECT id FROM document WHERE slug = :document)" if document else ""
    tables = " UNION ALL ".join(
        f"SELECT state, count(*) AS number FROM {table} {where} GROUP BY state" for table in (*RECORDS, "set_aside")
    )
    counts: dict[str, int] = {}
    for row in rows(connection, Statement(tables, {"document": document} if document else {})):
        counts[row.state] = counts.get(row.state, 0) + row.number
    return ReviewCounts(**counts)


def fetch_next_to_review(
    connection: Connection, *, document: str | None = None, after: str | None = None
) -> Waiting | None:
    """The record that a person should look at next: in the document with this slug the first one behind the record with
    the key `after`, else its first; where it has none left, or none is named, the first one of the newest document."""
    if document:
        place = (0, 0, "")
        if after and (found := rows(connection, Statement(PLACE, {"key": after}))):
            place = found[0].start, found[0].end, after
        values = {"document": document, "start": place[0], "end": place[1], "key": place[2]}
        for behind in (BEHIND, "TRUE") if place[2] else ("TRUE",):
            if found := rows(connection, Statement(first_waiting("document.slug = :document", behind), values)):
                return Waiting(found[0].record, found[0].key, found[0].slug)
    newest = rows(connection, Statement(NEWEST, {"document": document or ""}))
    if not newest:
        return None
    found = rows(
        connection, Statement(first_waiting("document.slug = :document", "TRUE"), {"document": newest[0].slug})
    )
    return Waiting(found[0].record, found[0].key, found[0].slug)


PLACE = " UNION ALL ".join(f'SELECT start, "end" FROM {table} WHERE key = :key' for table in RECORDS)
BEHIND = '(r.start, r."end", r.key) > (:start, :end, :key)'
NEWEST = f"""SELECT slug FROM document WHERE slug <> :document AND ({
    " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE document_id = document.id AND state = 'found')" for table in RECORDS
    )
}) ORDER BY published_on IS NULL, published_on DESC, id DESC LIMIT 1"""


def first_waiting(within: str, behind: str) -> str:
    found = " UNION ALL ".join(
        f"""SELECT '{table}' AS record, r.key, document.slug, r.start, r."end" FROM {table} AS r
        JOIN document ON document.id = r.document_id WHERE {within} AND r.state = 'found' AND {behind}"""
        for table in RECORDS
    )
    return f"{found} ORDER BY 4, 5, 2 LIMIT 1"


def select_set_aside(condition: str, **values: Any) -> Statement:
    sql = f"""SELECT s.key, s.record, s.state, s.fields, s.why, s.event_id, {DOCUMENT}
        FROM set_aside AS s JOIN document ON document.id = s.document_id WHERE {condition} ORDER BY s.event_id DESC, s.key"""
    return Statement(sql, values)


def to_set_aside(connection: Connection, found: Iterable[Row[Any]]) -> tuple[SetAside, ...]:
    found = list(found)
    changes = "e.id IN (SELECT value FROM json_each(:ids))"
    ids = json.dumps([row.event_id for row in found])
    entries = {each.id: each for each in to_entries(connection, rows(connection, select_entries(changes, ids=ids)))}
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


def fetch_rejected(connection: Connection, document: str | None = None) -> tuple[SetAside, ...]:
    """The rejected records, of the document with this slug or of all; the newest decision first, at most 200."""
    return fetch_aside(connection, State.REJECTED, document)


def fetch_unplaced(connection: Connection, document: str | None = None) -> tuple[SetAside, ...]:
    """The decisions that could not be carried over to a newer text or parse, for a person to decide anew."""
    return fetch_aside(connection, State.UNPLACED, document)


def fetch_aside(connection: Connection, state: State, document: str | None) -> tuple[SetAside, ...]:
    condition = "s.state = :state AND (:document IS NULL OR document.slug = :document)"
    statement = select_set_aside(condition, state=state.value, document=document)
    return to_set_aside(connection, rows(connection, Statement(f"{statement.sql} LIMIT 200", statement.values)))


def fetch_successor(connection: Connection, key: str) -> str | None:
    """The key of the actor with which this one was merged, or None."""
    found = successor(key, live_events(fetch_actor_events(connection)))
    return found if found != key else None
