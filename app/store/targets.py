"""What decisions are about, looked up in the store: the document of a record, an actor, the documents that name one."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row

from app.records import Actor, ActorKind
from app.store.rows import as_json

GIVEN = "IN (SELECT value FROM json_each(?))"
ACTOR = """SELECT actor.key, actor.name, actor.kind, actor.role, side.key AS side, actor.wikidata
    FROM actor LEFT JOIN actor AS side ON side.id = actor.side_id WHERE"""


def fetch_document_of(connection: Connection, record: str, key: str) -> int | None:
    """The id of the document that holds the record with this key, shown or set aside; None where none does."""
    table = {"quote": "quote", "demand": "demand", "outcome": "outcome"}[record]
    sql = f"""SELECT document_id FROM {table} WHERE key = ?1
        UNION ALL SELECT document_id FROM set_aside WHERE key = ?1 AND record = ?2"""
    found: int | None = connection.exec_driver_sql(sql, (key, record)).scalar()
    return found


def fetch_document_id(connection: Connection, column: str, value: str) -> int | None:
    """The id of the document with this slug, or this sha256."""
    column = {"slug": "slug", "sha256": "sha256"}[column]
    found: int | None = connection.exec_driver_sql(f"SELECT id FROM document WHERE {column} = ?", (value,)).scalar()
    return found


def fetch_document_ids(connection: Connection) -> list[int]:
    return list(connection.exec_driver_sql("SELECT id FROM document ORDER BY id").scalars())


def fetch_decided_documents(connection: Connection) -> list[int]:
    """The ids of the documents with a record that people have decided about, in the order of their addresses."""
    tables = " UNION ".join(
        f"SELECT document_id FROM {table} WHERE state <> 'found'"
        for table in ("quote", "demand", "outcome", "set_aside")
    )
    return list(connection.exec_driver_sql(f"SELECT id FROM document WHERE id IN ({tables}) ORDER BY slug").scalars())


def fetch_document_hash(connection: Connection, slug: str) -> str | None:
    found: str | None = connection.exec_driver_sql("SELECT sha256 FROM document WHERE slug = ?", (slug,)).scalar()
    return found


def fetch_actor(connection: Connection, key: str) -> Actor | None:
    row = connection.exec_driver_sql(f"{ACTOR} actor.key = ?", (key,)).first()
    return to_actor(row) if row else None


def find_actors_named(connection: Connection, name: str) -> list[Actor]:
    """The actors whose name this is, letter by letter."""
    return [to_actor(row) for row in connection.exec_driver_sql(f"{ACTOR} actor.name = ?", (name,))]


def fetch_names(connection: Connection, key: str) -> set[str]:
    """All names that documents have for the actor."""
    sql = "SELECT DISTINCT alias.name FROM alias JOIN actor ON actor.id = alias.actor_id WHERE actor.key = ?"
    return set(connection.exec_driver_sql(sql, (key,)).scalars())


def fetch_documents_naming(connection: Connection, keys: Iterable[str]) -> list[int]:
    """The ids of the documents that say anything of one of the actors."""
    sql = f"""SELECT DISTINCT document_id FROM document_actor JOIN actor ON actor.id = actor_id
        WHERE actor.key {GIVEN} ORDER BY document_id"""
    return list(connection.exec_driver_sql(sql, (as_json(keys),)).scalars())


def to_actor(row: Row[Any]) -> Actor:
    return Actor(row.key, row.name, ActorKind(row.kind), (), row.role, row.side, row.wikidata)
