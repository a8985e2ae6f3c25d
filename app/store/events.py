"""Events in the store: written once, read again for the documents that they are about."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row

from app.decisions.events import Action, Event, Value, live_events, read_fields
from app.decisions.replay import Reviewed, replay
from app.decisions.versions import holds_for
from app.records import Actor, ActorKind, Parse
from app.store.rows import as_json

COLUMNS = "id, at, editor, action, record, key, document, other, before, after, found, actors, reason, undoes"
GIVEN = "IN (SELECT value FROM json_each(?))"
OF_ALL = f"SELECT {COLUMNS} FROM event WHERE record IN ('actor', 'document') ORDER BY id"
OF_DOCUMENTS = f"SELECT {COLUMNS} FROM event WHERE document {GIVEN} AND record NOT IN ('actor', 'document') ORDER BY id"
ABOUT = f"SELECT {COLUMNS} FROM event WHERE record = ?1 AND (key = ?2 OR other = ?2) AND id > ?3 ORDER BY id"


@dataclass(slots=True)
class Decisions:
    """What people decided about some documents, and about actors; `review` makes of a parse what a reader sees."""

    replaced: list[Event] = field(default_factory=list)
    actors: list[Event] = field(default_factory=list)  # the live ones
    about: dict[str, list[Event]] = field(default_factory=dict)  # by the hash of the text in which they were made

    def review(self, parse: Parse) -> Reviewed:
        events, elsewhere = self.events_for(parse)
        return replay(parse, events, elsewhere) if events else Reviewed(parse)

    def events_for(self, parse: Parse) -> tuple[list[Event], set[str]]:
        """What may count for the parse, and the keys that records of other documents have; nothing where nothing does."""
        sha256 = parse.document.sha256
        about = [event for version in versions_of(sha256, self.replaced) for event in self.about.get(version, ())]
        touched = {event.key for event in self.actors}
        if not about and not any(actor.key in touched for actor in parse.actors):
            return [], set()
        elsewhere = {event.key for event in about if not holds_for(event, sha256, self.replaced)}
        return [*self.replaced, *self.actors, *about], elsewhere


def versions_of(sha256: str, replaced: Sequence[Event]) -> set[str]:
    """The hash, and those of all texts that it, or one of them, ever took the place of."""
    versions, before = {sha256}, 0
    while len(versions) > before:
        before = len(versions)
        versions |= {event.document for event in replaced if event.key in versions and event.document}
    return versions


def fetch_decisions(connection: Connection, hashes: Iterable[str]) -> Decisions:
    """What counts for the documents with these texts. One quick statement where nobody has decided anything yet."""
    if connection.exec_driver_sql("SELECT 1 FROM event LIMIT 1").first() is None:
        return Decisions()
    of_all = [to_event(row) for row in connection.exec_driver_sql(OF_ALL)]
    replaced = [event for event in of_all if event.action is Action.REPLACE]
    actors = live_events(event for event in of_all if event.record == "actor")
    wanted = {version for sha256 in hashes for version in versions_of(sha256, replaced)}
    about: dict[str, list[Event]] = {}
    for row in connection.exec_driver_sql(OF_DOCUMENTS, (as_json(wanted),)):
        about.setdefault(row.document, []).append(to_event(row))
    return Decisions(replaced, actors, about)


def has_decisions(connection: Connection, sha256: str) -> bool:
    """Whether people ever decided about a record of this text, or of one that it took the place of."""
    sql = "SELECT 1 FROM event WHERE (document = ?1 OR (record = 'document' AND key = ?1)) LIMIT 1"
    return connection.exec_driver_sql(sql, (sha256,)).first() is not None


def fetch_events_about(connection: Connection, record: str, key: str, since: int = 0) -> list[Event]:
    """The events about a record or an actor (also as the second one of a merge or a split) after the event `since`."""
    return [to_event(row) for row in connection.exec_driver_sql(ABOUT, (record, key, since))]


def fetch_event(connection: Connection, event_id: int) -> Event | None:
    row = connection.exec_driver_sql(f"SELECT {COLUMNS} FROM event WHERE id = ?", (event_id,)).first()
    return to_event(row) if row else None


def fetch_actor_events(connection: Connection) -> list[Event]:
    """All events about actors, undone ones and undos too."""
    sql = f"SELECT {COLUMNS} FROM event WHERE record = 'actor' ORDER BY id"
    return [to_event(row) for row in connection.exec_driver_sql(sql)]


def fetch_all_events(connection: Connection) -> list[Event]:
    return [to_event(row) for row in connection.exec_driver_sql(f"SELECT {COLUMNS} FROM event ORDER BY id")]


def add_event(connection: Connection, event: Event) -> Event:
    """The event as it is kept: with its number and its time, in place of those given."""
    at = datetime.now(UTC).replace(microsecond=0)
    columns = [column for column in COLUMNS.split(", ") if column != "id"]
    sql = f"INSERT INTO event ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))}) RETURNING {COLUMNS}"
    kept: dict[str, Any] = {column: getattr(event, column) for column in columns} | {
        "at": at.strftime("%Y-%m-%d %H:%M:%S.000000"),
        "action": event.action.value,
        "actors": json.dumps([format_actor(actor) for actor in event.actors], ensure_ascii=False),
    }
    for name in ("before", "after", "found"):
        kept[name] = json.dumps(dict(getattr(event, name)), ensure_ascii=False)
    return to_event(connection.exec_driver_sql(sql, tuple(kept[column] for column in columns)).one())


def format_actor(actor: Actor) -> dict[str, Value]:
    return {
        "key": actor.key,
        "name": actor.name,
        "kind": actor.kind.value,
        "role": actor.role,
        "side": actor.side,
        "wikidata": actor.wikidata,
    }


def to_event(row: Row[Any]) -> Event:
    return Event(
        id=row.id,
        at=datetime.fromisoformat(row.at).replace(tzinfo=UTC),
        editor=row.editor,
        action=Action(row.action),
        record=row.record,
        key=row.key,
        document=row.document,
        other=row.other,
        before=read_fields(json.loads(row.before)),
        after=read_fields(json.loads(row.after)),
        found=read_fields(json.loads(row.found)),
        actors=tuple(Actor(**each | {"kind": ActorKind(each["kind"])}) for each in json.loads(row.actors)),
        reason=row.reason,
        undoes=row.undoes,
    )
