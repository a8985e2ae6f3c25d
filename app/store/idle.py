"""Decisions about actors that do nothing any more, since a newer parser knows the actor by another key."""

from collections.abc import Sequence

from sqlalchemy import Connection

from app.decisions.casting import successor
from app.decisions.events import Action, Event, live_events
from app.store.events import fetch_actor_events

# Actors come from what the parser found in the documents that decisions change, or from other decisions.
FOUND = """
    SELECT 1 FROM found JOIN document_actor USING (document_id) JOIN actor ON actor.id = actor_id
    WHERE actor.key = ?1 AND instr(line, ?2) LIMIT 1
"""
DECIDED = "SELECT 1 FROM event WHERE action IN ('add', 'correct', 'split') AND key <> ?1 AND instr(actors, ?2) LIMIT 1"


def fetch_idle(connection: Connection) -> tuple[int, ...]:
    """The ids of the live changes of actors that no document shows, newest first, for a person to decide anew."""
    live = live_events(fetch_actor_events(connection))
    return tuple(event.id for event in reversed(live) if is_idle(connection, event, live))


def is_idle(connection: Connection, event: Event, live: Sequence[Event]) -> bool:
    shown = event.other if event.other and event.action is not Action.EDIT else event.key
    now = successor(shown, [one for one in live if one.id > event.id])
    if connection.exec_driver_sql("SELECT 1 FROM actor WHERE key = ?", (now,)).first() is None:
        return True
    if event.action is not Action.MERGE:
        return False
    named = f'"key": "{event.key}"'
    return all(
        connection.exec_driver_sql(sql, (key, named)).first() is None
        for sql, key in ((FOUND, now), (DECIDED, event.key))
    )
