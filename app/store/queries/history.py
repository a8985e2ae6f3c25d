"""The history of changes: the list that a filter leaves, and those of one record or actor."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row

from app.decisions.casting import successor
from app.decisions.events import RECORDS, Fields, live_events, read_fields
from app.store.events import fetch_actor_events
from app.store.queries.columns import DOCUMENT, HEADING, to_document
from app.store.queries.filters import HistoryFilter
from app.store.queries.listing import Family, Statement, fetch_listing, rows
from app.store.queries.values import DocumentLink, Listing


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
    filter: HistoryFilter
    listing: Listing
    entries: tuple[HistoryEntry, ...]


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
    undone = find_undone(connection, [row.id for row in found]) if found else {}
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


DAY = "date(event.at)"
HISTORY = Family(
    table="event",
    joined="event LEFT JOIN document ON document.sha256 = event.document",
    key="id",
    length=40,
    conditions={
        "editor": "event.editor IN (SELECT value FROM json_each(:editor))",
        "action": "event.action IN (SELECT value FROM json_each(:action))",
        "record": "event.record IN (SELECT value FROM json_each(:record))",
        "document": "document.slug IN (SELECT value FROM json_each(:document))",
        "since": f"{DAY} >= :since",
        "until": f"{DAY} <= :until",
    },
    choices={
        "editor": ("", "event.editor", "event.editor"),
        "action": ("", "event.action", "event.action"),
        "record": ("", "event.record", "event.record"),
        "document": ("", "document.slug", HEADING),
    },
    orders={"newest": (("event.id", True),), "oldest": (("event.id", False),)},
    day=DAY,
)


def fetch_history(connection: Connection, filter: HistoryFilter) -> HistoryPage:
    """One page of the changes that the filter leaves, with the counts beside every choice."""
    listing, ids = fetch_listing(connection, HISTORY, filter, select_by_ids, lambda row: int(row.id))
    return HistoryPage(filter, listing, fetch_entries(connection, ids))


def select_by_ids(ids: str) -> Statement:
    sql = "SELECT id, CAST(id AS TEXT) AS key FROM event WHERE id IN (SELECT value FROM json_each(:ids))"
    return Statement(sql, {"ids": ids})


def fetch_entries(connection: Connection, ids: Iterable[int]) -> tuple[HistoryEntry, ...]:
    """The changes with these numbers, in their order; those that there are not are left out."""
    wanted = list(ids)
    given = select_entries("e.id IN (SELECT value FROM json_each(:ids))", ids=json.dumps(wanted))
    entries = {each.id: each for each in to_entries(connection, rows(connection, given))}
    return tuple(entries[id] for id in wanted if id in entries)


def fetch_target_history(connection: Connection, record: str, key: str) -> tuple[HistoryEntry, ...]:
    """All changes of a record, or of an actor (also as the second one of a merge or a split), newest first."""
    about = select_entries("e.record = :record AND (e.key = :key OR e.other = :key)", record=record, key=key)
    return to_entries(connection, rows(connection, about))


def fetch_newest_event(connection: Connection, record: str, key: str) -> int:
    """The id of the newest change of a record or an actor, for `decide(…, expected=…)`; 0 where there is none."""
    sql = "SELECT coalesce(max(id), 0) AS id FROM event WHERE record = :record AND (key = :key OR other = :key)"
    return int(rows(connection, Statement(sql, {"record": record, "key": key}))[0].id)


def fetch_newest_events(connection: Connection, slug: str) -> dict[str, int]:
    """For the key of every record of the article that anybody decided about, the number of its newest change."""
    keys = " UNION ALL ".join(
        f"SELECT '{record}' AS record, key FROM {record} WHERE document_id = (SELECT id FROM document WHERE slug = :slug)"
        for record in RECORDS
    )
    sql = f"""SELECT event.key, max(event.id) AS newest FROM ({keys}) AS found
        JOIN event ON event.record = found.record AND event.key = found.key GROUP BY event.key"""
    return {row.key: row.newest for row in rows(connection, Statement(sql, {"slug": slug}))}


def fetch_successor(connection: Connection, key: str) -> str | None:
    """The key of the actor with which this one was merged, or None."""
    found = successor(key, live_events(fetch_actor_events(connection)))
    return found if found != key else None
