"""What an editor works with: an article's text with the actors in it, and actors of the store by their names."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from app.store.queries.columns import DOCUMENT, to_document
from app.store.queries.statements import Statement, rows
from app.store.queries.values import DocumentLink

MOST_NAMED, MOST_OFFERED = 12, 30


@dataclass(frozen=True, slots=True)
class Member:
    """An actor with all its names, as an article or the store has it."""

    key: str
    name: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workbench:
    """An article whose records are being corrected; `cast` are its actors, by name."""

    document: DocumentLink
    sha256: str
    text: str
    body_start: int
    cast: tuple[Member, ...]


NAMES = "(SELECT json_group_array(DISTINCT name) FROM alias WHERE alias.actor_id = actor.id{})"
MEMBER = "SELECT actor.key, actor.name, actor.kind, {} AS names FROM actor"


def fetch_workbench(connection: Connection, slug: str) -> Workbench | None:
    """The article with this slug, or None."""
    sql = f"SELECT document.id, {DOCUMENT}, sha256, text, body_start FROM document WHERE slug = :slug"
    found = rows(connection, Statement(sql, {"slug": slug}))
    if not found:
        return None
    names = NAMES.format(" AND alias.document_id = :id")
    cast = f"""{MEMBER.format(names)} JOIN document_actor ON document_actor.actor_id = actor.id
        WHERE document_actor.document_id = :id ORDER BY lower(actor.name), actor.key"""
    row = found[0]
    members = rows(connection, Statement(cast, {"id": row.id}))
    return Workbench(to_document(row), row.sha256, row.text, row.body_start, tuple(map(to_member, members)))


def fetch_named(connection: Connection, words: str) -> tuple[Member, ...]:
    """The actors of the store that have this key or, in any case of letters, this name; at most MOST_NAMED."""
    sql = f"""{MEMBER.format(NAMES.format(""))} WHERE actor.key = :words OR lower(actor.name) = lower(:words)
        OR actor.id IN (SELECT actor_id FROM alias WHERE lower(name) = lower(:words))
        ORDER BY actor.key <> :words, lower(actor.name), actor.key LIMIT {MOST_NAMED}"""
    return tuple(map(to_member, rows(connection, Statement(sql, {"words": words}))))


def fetch_offered(connection: Connection, words: str) -> tuple[Member, ...]:
    """Actors of the store with a name in which the words occur, those that say or want most first; at most
    MOST_OFFERED."""
    sql = f"""{MEMBER.format("'[]'")} WHERE instr(lower(actor.name), lower(:words))
        ORDER BY (SELECT count(*) FROM demand WHERE holder_id = actor.id) DESC, actor.name LIMIT {MOST_OFFERED}"""
    return tuple(map(to_member, rows(connection, Statement(sql, {"words": words}))))


def to_member(row: Row[Any]) -> Member:
    return Member(row.key, row.name, row.kind, tuple(json.loads(row.names)))


def members_named(cast: Iterable[Member], words: str) -> tuple[Member, ...]:
    """Those who have this key or, in any case of letters, this name."""
    wanted = words.casefold()
    return tuple(
        each for each in cast if each.key == words or wanted in {name.casefold() for name in (each.name, *each.names)}
    )
