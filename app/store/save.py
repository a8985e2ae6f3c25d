"""Saving parses: each document with all its records goes into the store whole, or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple

from sqlalchemy import Connection, Engine, insert, select, text

from app.decisions.events import Action, Event
from app.records import Document, Parse, slug
from app.store.database import writing
from app.store.events import add_event, fetch_decisions, has_decisions
from app.store.found import keep_found
from app.store.ids import new_document_ids, of_day
from app.store.insert import TABLE, add_actors, add_records, iso, said_of
from app.store.merge import merge_actors
from app.store.relinking import Links, relink, remember_links
from app.store.rows import COLUMNS, Row, Rows, as_json
from app.store.tables import FULL_TEXT
from app.store.tallied import read_stored, read_waiting
from app.store.tally import add_counts, count
from app.store.verify import verify_parse

RESERVED_SLUGS = {"new"}  # /documents/new is the page on which one adds a document
GIVEN = "IN (SELECT value FROM json_each(:given))"


class Stored(NamedTuple):
    """What stays of a document that is replaced."""

    id: int
    slug: str
    sha256: str
    added_at: datetime


class Known(NamedTuple):
    """What tells a stored document from one that must be saved again."""

    parser_version: str
    slug: str


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


def fetch_known(engine: Engine, hashes: Iterable[str]) -> dict[str, Known]:
    """What the store has of the texts with these hashes, by hash."""
    known = f"SELECT sha256, parser_version, slug FROM document WHERE sha256 {GIVEN}"
    with engine.connect() as connection:
        rows = connection.execute(text(known), {"given": as_json(hashes)})
        return {row.sha256: Known(row.parser_version, row.slug) for row in rows}


def save_parse(engine: Engine, parse: Parse) -> Saved:
    """Put the document and its records into the store, in place of what was there for its text or else for its slug.

    Saving the same parse twice changes nothing that a reader can see. A document that is replaced keeps its slug and
    the time at which it was added. Raises RefusedParseError where the parse contradicts its own text, hash or actors,
    and StoreError where SQLite fails; nothing is saved then.
    """
    verify_parse(parse)
    return save_verified(engine, [parse])[0]


def save_verified(engine: Engine, parses: Sequence[Parse]) -> list[Saved]:
    """As `save_parse` one after the other, for parses that `verify_parse` has passed, all in one transaction."""
    with writing(engine) as connection:
        stored = find_stored(connection, [parse.document for parse in parses])
        if share_a_place([parse.document for parse in parses], stored):
            return [save_batch(connection, [parse], find_stored(connection, [parse.document]))[0] for parse in parses]
        return save_batch(connection, parses, stored)


def save_batch(connection: Connection, parses: Sequence[Parse], stored: Sequence[Stored | None]) -> list[Saved]:
    """Insert the parses' rows, as people's decisions leave them, in place of the stored documents that they replace."""
    note_replaced(connection, parses, stored)
    decisions = fetch_decisions(connection, [parse.document.sha256 for parse in parses])
    found, reviews = parses, [decisions.review(parse) for parse in parses]
    parses = [review.parse for review in reviews]
    ids = choose_ids(connection, parses, stored)
    replaced = [old.id for old in stored if old]
    run = connection.exec_driver_sql
    before = count(read_stored(run, replaced)) if replaced else {}
    links = remember_links(connection, replaced) if replaced else Links()
    said = erase_documents(connection, replaced) if replaced else set()
    rows = Rows(connection)
    actor_ids = add_actors(connection, rows, parses)
    insert_documents(connection, zip(ids, parses, stored, strict=True))
    for id_, parse, review in sorted(zip(ids, found, reviews, strict=True), key=itemgetter(0)):
        add_records(rows, id_, actor_ids, review.parse)
        keep_found(rows, id_, parse, review)
    counts = count(read_waiting(rows, list(map(document_columns, ids, parses))))
    rows.insert()
    add_counts(run, counts, before)
    relink(connection, ids, links)
    kept = (
        {row for id_, parse in zip(ids, parses, strict=True) for row in said_of(id_, actor_ids, parse)}
        if said
        else set()
    )
    merge_actors(connection, ids, {row[1] for row in said - kept})
    return [Saved.REPLACED if old else Saved.ADDED for old in stored]


def note_replaced(connection: Connection, parses: Sequence[Parse], stored: Sequence[Stored | None]) -> None:
    """An event for each text that a new version takes the place of, so that what people decided about it holds on."""
    for parse, old in zip(parses, stored, strict=True):
        if old and old.sha256 != parse.document.sha256 and has_decisions(connection, old.sha256):
            event = Event(0, old.added_at, "", Action.REPLACE, "document", parse.document.sha256, old.sha256)
            add_event(connection, event)


def choose_ids(connection: Connection, parses: Sequence[Parse], stored: Sequence[Stored | None]) -> list[int]:
    """A document keeps its id, unless its date has changed."""
    days = [parse.document.published_on for parse in parses]
    kept = [old.id if old and of_day(old.id, day) else None for old, day in zip(stored, days, strict=True)]
    new = iter(new_document_ids(connection, [day for id_, day in zip(kept, days, strict=True) if id_ is None]))
    return [next(new) if id_ is None else id_ for id_ in kept]


def find_stored(connection: Connection, documents: Sequence[Document]) -> list[Stored | None]:
    """For each the stored document with its text; else the one with its slug, whose text has changed since."""
    table = TABLE["document"]
    columns = select(table.c.id, table.c.slug, table.c.sha256, table.c.added_at)
    slugs = [document_slug(document) for document in documents]

    def found(column: str, values: Iterable[str]) -> list[Stored]:
        rows = connection.execute(columns.where(text(f"{column} {GIVEN}").bindparams(given=as_json(values))))
        return [Stored(*row) for row in rows]

    by_hash = {old.sha256: old for old in found("sha256", [document.sha256 for document in documents])}
    by_slug = {old.slug: old for old in found("slug", slugs)}
    return [by_hash.get(document.sha256) or by_slug.get(name) for document, name in zip(documents, slugs, strict=True)]


def share_a_place(documents: Sequence[Document], stored: Sequence[Stored | None]) -> bool:
    """Whether two of the documents have one text or one slug, or would replace the same stored one."""
    olds = [old.id for old in stored if old]
    places = ({document.sha256 for document in documents}, {document_slug(document) for document in documents})
    return len(set(olds)) < len(olds) or any(len(place) < len(documents) for place in places)


def erase_documents(connection: Connection, ids: Sequence[int]) -> set[Row]:
    """Delete the documents with all their records. Returns what they said of actors: rows of document_actor."""
    given = {"given": as_json(ids)}
    columns = COLUMNS["document_actor"].replace(" ", ", ")
    said = {tuple(row) for row in connection.execute(
        text(f"SELECT {columns} FROM document_actor WHERE document_id {GIVEN}"), given
    )}  # fmt: skip
    # First the indexes: to forget a record's words they read them once more.
    for index, (content, _) in FULL_TEXT.items():
        rowids = GIVEN if content == "document" else f"IN (SELECT id FROM {content} WHERE document_id {GIVEN})"
        connection.execute(text(f"DELETE FROM {index} WHERE rowid {rowids}"), given)
    connection.execute(text(f"DELETE FROM document WHERE id {GIVEN}"), given)
    return said


def document_columns(id_: int, parse: Parse) -> Row:
    """The row of the document, as far as tallies want it."""
    day = iso(parse.document.published_on)
    return id_, id_, day, day, parse.document.publisher


def insert_documents(connection: Connection, documents: Iterable[tuple[int, Parse, Stored | None]]) -> None:
    connection.execute(insert(TABLE["document"]), [document_row(*each) for each in documents])


def document_row(id_: int, parse: Parse, old: Stored | None) -> Mapping[str, object]:
    document = parse.document
    return {
        "id": id_,
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
