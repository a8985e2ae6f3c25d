"""Saving a parse: a document with all its records goes into the store in one transaction, or not at all."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, Engine, delete, select, text

from app.records import Document, Parse, slug
from app.store.database import writing
from app.store.insert import (
    TABLE,
    insert_actors,
    insert_demands,
    insert_outcomes,
    insert_places,
    insert_quotes,
    insert_rows,
)
from app.store.merge import find_disputed, merge_actors
from app.store.steps import link_outcomes
from app.store.tables import FULL_TEXT
from app.store.verify import verify_parse

RESERVED_SLUGS = {"new"}  # /documents/new is the page on which one adds a document


class Stored(NamedTuple):
    """What stays of a document that is replaced."""

    id: int
    slug: str
    added_at: datetime


class Saved(StrEnum):
    ADDED = "added"
    REPLACED = "replaced"


def document_slug(document: Document) -> str:
    """The document's name in URLs: made of its id, or of its hash where the id leaves no letters."""
    name = slug(document.id)
    if not name or name in RESERVED_SLUGS:
        return f"{name or 'document'}-{document.sha256[:8]}"
    return name


def fetch_parser_versions(engine: Engine) -> dict[str, str]:
    """For the hash of every stored text, the version of the parser that its records come from."""
    document = TABLE["document"]
    with engine.connect() as connection:
        rows = connection.execute(select(document.c.sha256, document.c.parser_version)).all()
    return {row.sha256: row.parser_version for row in rows}


def save_parse(engine: Engine, parse: Parse) -> Saved:
    """Put the document and its records into the store, in place of what was there for its text or else for its slug.

    Saving the same parse twice changes nothing that a reader can see. A document that is replaced keeps its slug and
    the time at which it was added. Raises RefusedParseError where the parse contradicts its own text, hash or actors,
    and StoreError where SQLite fails; nothing is saved then.
    """
    verify_parse(parse)
    with writing(engine) as connection:
        old = find_stored(connection, parse.document)
        touched = erase_document(connection, old.id) if old else set()
        document_id = insert_document(connection, parse, old)
        actor_ids = insert_actors(connection, document_id, parse)
        insert_places(connection, document_id, actor_ids, parse)
        insert_quotes(connection, document_id, actor_ids, parse)
        insert_demands(connection, document_id, actor_ids, parse)
        insert_outcomes(connection, document_id, actor_ids, parse)
        index_words(connection, document_id)
        link_outcomes(connection, document_id)
        merge_actors(connection, touched | find_disputed(connection, document_id))
    return Saved.REPLACED if old else Saved.ADDED


def find_stored(connection: Connection, document: Document) -> Stored | None:
    """The stored document with this text; else the one with this slug, whose text has changed since."""
    stored = TABLE["document"]
    columns = select(stored.c.id, stored.c.slug, stored.c.added_at)
    row = (
        connection.execute(columns.where(stored.c.sha256 == document.sha256)).first()
        or connection.execute(columns.where(stored.c.slug == document_slug(document))).first()
    )
    return Stored(*row) if row else None


def erase_document(connection: Connection, document_id: int) -> set[int]:
    """Delete the document with all its records; returns the ids of the actors that it named."""
    named = TABLE["document_actor"]
    touched = set(connection.scalars(select(named.c.actor_id).where(named.c.document_id == document_id)))
    # First the indexes: to forget a record's words they read them once more.
    for index, (content, _) in FULL_TEXT.items():
        connection.execute(text(f"DELETE FROM {index} WHERE rowid IN ({ids_of(content)})"), {"document": document_id})
    connection.execute(delete(TABLE["document"]).where(TABLE["document"].c.id == document_id))
    return touched


def index_words(connection: Connection, document_id: int) -> None:
    for index, (content, columns) in FULL_TEXT.items():
        words = f"SELECT id, {columns} FROM {content} WHERE id IN ({ids_of(content)})"
        connection.execute(text(f"INSERT INTO {index} (rowid, {columns}) {words}"), {"document": document_id})


def ids_of(content: str) -> str:
    return ":document" if content == "document" else f"SELECT id FROM {content} WHERE document_id = :document"


def insert_document(connection: Connection, parse: Parse, old: Stored | None) -> int:
    document = parse.document
    row = {
        "slug": old.slug if old else document_slug(document),
        "sha256": document.sha256,
        "title": document.title,
        "publisher": document.publisher,
        "published_on": document.published_on,
        "place": document.place,
        "url": document.url,
        "file_name": document.file_name,
        "body_start": document.body_start,
        "parser_version": parse.parser_version,
        "added_at": old.added_at if old else datetime.now(UTC),
        "text": document.text,
    }
    return insert_rows(connection, "document", [row | ({"id": old.id} if old else {})])[0]
