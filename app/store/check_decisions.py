"""Do the tables hold what people's decisions make of what the parser found?"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from app.contract import LineError
from app.decisions.fields import kind_of, with_actors, write_fields
from app.decisions.replay import replay
from app.records import Parse, Record
from app.store.database import connect, make_engine
from app.store.events import fetch_decisions
from app.store.found import fetch_found, fetch_shown

# The documents whose records an event may have changed, or that say that one did.
TOUCHED = """
    SELECT id, slug, sha256 FROM document WHERE sha256 IN (SELECT document FROM event) OR sha256 IN (SELECT key FROM event)
        OR id IN (SELECT document_id FROM found) OR id IN (SELECT document_id FROM set_aside)
        OR id IN (SELECT document_id FROM quote WHERE state <> 'found')
        OR id IN (SELECT document_id FROM demand WHERE state <> 'found')
        OR id IN (SELECT document_id FROM outcome WHERE state <> 'found')
        OR id IN (SELECT document_id FROM document_actor JOIN actor ON actor.id = actor_id
            WHERE actor.key IN (SELECT key FROM event WHERE record = 'actor'))
    ORDER BY id
"""
ASIDE = "SELECT key, record, state FROM set_aside WHERE document_id = ? ORDER BY record, key"
REMEDY = "`python -m app rebuild` puts it right"


def check_decisions(path: Path) -> Iterator[str]:
    """A line for each document that is not what a replay of its events makes of it. Nothing is changed."""
    engine = make_engine(partial(connect, path, read_only=True), path)
    try:
        with engine.connect() as connection:
            for id_, slug, sha256 in connection.exec_driver_sql(TOUCHED).all():
                yield from check_document(connection, id_, slug, sha256)
    finally:
        engine.dispose()


def check_document(connection: Connection, id_: int, slug: str, sha256: str) -> Iterator[str]:
    try:
        found = fetch_found(connection, id_)
        review = replay(found, *fetch_decisions(connection, [sha256]).events_for(found))
    except (LineError, KeyError, TypeError, ValueError) as error:
        yield f"document {slug}: what was decided about it cannot be read ({error}); put a backup in the store's place"
        return
    if describe(fetch_shown(connection, id_)) != describe(review.parse):
        yield f"document {slug}: its records are not what people decided; {REMEDY}"
    aside = [(one.key, one.kind, one.state.value) for one in review.set_aside]
    if [tuple(row) for row in connection.exec_driver_sql(ASIDE, (id_,))] != aside:
        yield f"document {slug}: what is set aside is not what people decided; {REMEDY}"


def describe(parse: Parse) -> Any:
    """What the tables keep of a parse: neither the order of actors nor anything twice."""
    records: tuple[Record, ...] = (*parse.quotes, *parse.demands, *parse.outcomes)
    return (
        {actor.key: (actor.name, actor.kind, set(actor.names), actor.role, actor.side) for actor in parse.actors},
        set(parse.mentions),
        {one.key: (one.state, kind_of(one), write_fields(with_actors(one, str))) for one in records},
    )
