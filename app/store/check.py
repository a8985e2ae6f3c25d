"""Does the store hold together? Every record against the words of its document, every key, reference and index."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from app.records import hash_text, record_key
from app.store.check_decisions import check_decisions
from app.store.database import SCHEMA, check_place, connect, open_store, stored_schema, writing
from app.store.errors import StoreError, translate_error
from app.store.ids import RECORDS, of_day
from app.store.merge import DISAGREEING, MISDATED, NAMED
from app.store.stems import content_stems
from app.store.tables import FULL_TEXT
from app.store.tally import MISCOUNTED, recount, renew_tallies

# What may date a record before its document does.
OWN_DAYS = {"quote": "said_on", "demand": "NULL", "outcome": "occurred_on"}
# Every triple of columns that must be a slice of the document's text: the table, what stands before start, end and
# text, and what to call it.
SLICES = (
    ("mention", "", "wording of the mention"),
    ("quote", "", "wording of the quote"),
    ("quote", "source_", "source of the quote"),
    ("demand", "", "wording of the demand"),
    ("outcome", "", "wording of the outcome"),
    ("outcome", "condition_", "condition of the outcome"),
)


def check_store(path: Path) -> list[str]:
    """What is wrong with the store at `path`, a line for each finding; empty where all is well.

    Nothing is changed, but nobody else can write meanwhile, and the file must allow it: SQLite compares a full-text
    index with its records for a writer only. Raises StoreError where the file cannot be opened as a store.
    """
    check_place(path)
    with closing(connect(path, read_only=True)) as raw:
        found = stored_schema(raw, path)
    if found != SCHEMA:
        return [
            f"the schema is at {found or 'nothing'}, the newest is {SCHEMA}; `python -m app migrate` brings it there"
        ]
    with closing(connect(path)) as raw:
        try:
            raw.execute("BEGIN IMMEDIATE")
            # What SQLite itself cannot read is not worth asking further.
            findings = list(check_file(raw)) or [finding for check in CHECKS for finding in check(raw)]
            return findings or list(check_decisions(path))
        except sqlite3.Error as error:
            raise translate_error(path, error) or StoreError(f"{path}: {error}") from error


def recount_store(path: Path) -> None:
    """Count all records of the store at `path` anew, in one transaction. Raises StoreError."""
    engine = open_store(path, bulk=True)
    with writing(engine) as connection:
        renew_tallies(connection.exec_driver_sql, connection.exec_driver_sql)
    engine.dispose()


def check_file(raw: sqlite3.Connection) -> Iterator[str]:
    try:
        for (finding,) in raw.execute("PRAGMA integrity_check"):
            if finding != "ok":
                yield f"SQLite: {finding}"
    except sqlite3.DatabaseError as error:  # some damage stops even the check
        if not is_damage(error):
            raise
        yield f"SQLite: {error}"


def is_damage(error: sqlite3.Error) -> bool:
    return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT


def check_references(raw: sqlite3.Connection) -> Iterator[str]:
    for table, rowid, missing, _ in raw.execute("PRAGMA foreign_key_check"):
        yield f"{table} {rowid or ''}: refers to a row of {missing} that is not there"


def check_texts(raw: sqlite3.Connection) -> Iterator[str]:
    """One document at a time, so that memory does not grow with the store."""
    for document_id, slug, sha256, text in raw.execute("SELECT id, slug, sha256, text FROM document ORDER BY id"):
        if hash_text(text) != sha256:
            yield f"document {slug}: the text does not have its hash"
        yield from check_slices(raw, document_id, slug, text)
        yield from check_sentences(raw, document_id, slug, text)
        if not raw.execute("SELECT 1 FROM found WHERE document_id = ?", (document_id,)).fetchone():
            yield from check_keys(raw, document_id, slug, sha256)


def check_slices(raw: sqlite3.Connection, document_id: int, slug: str, text: str) -> Iterator[str]:
    for table, prefix, name in SLICES:
        columns = f'{prefix}start, "{prefix}end", {prefix}text'
        wanted = f"SELECT {columns} FROM {table} WHERE document_id = ? AND {prefix}start IS NOT NULL"
        for start, end, words in raw.execute(wanted, (document_id,)):
            if text[start:end] != words:
                yield f"document {slug}: the {name}, from {start} to {end}, is not what the text says there"


def check_sentences(raw: sqlite3.Connection, document_id: int, slug: str, text: str) -> Iterator[str]:
    reached = 0
    wanted = 'SELECT start, "end" FROM sentence WHERE document_id = ? ORDER BY start'
    for start, end in raw.execute(wanted, (document_id,)):
        if not reached <= start < end <= len(text):
            yield f"document {slug}: the sentence from {start} to {end} overlaps another or leaves the text"
        reached = end


def check_keys(raw: sqlite3.Connection, document_id: int, slug: str, sha256: str) -> Iterator[str]:
    for record in OWN_DAYS:
        nth, before = 0, None
        wanted = f'SELECT start, "end", key FROM {record} WHERE document_id = ? ORDER BY id DESC'
        for start, end, key in raw.execute(wanted, (document_id,)):
            nth = nth + 1 if (start, end) == before else 0
            before = start, end
            if key != record_key(sha256, record, start, end, nth):
                yield f"document {slug}: the {record} from {start} to {end} has the wrong key, {key}"


def check_actors(raw: sqlite3.Connection) -> Iterator[str]:
    """Every actor is named by a document, and is what the documents together say of it."""
    for (key,) in raw.execute(f"SELECT key FROM actor WHERE NOT {NAMED}"):
        yield f"actor {key}: no document names it"
    for (key,) in raw.execute(DISAGREEING):
        yield f"actor {key}: its name, kind, role or side is not what its documents say"


def check_days(raw: sqlite3.Connection) -> Iterator[str]:
    for (slug,) in raw.execute(MISDATED):
        yield f"document {slug}: what it says of actors does not have its date"


def check_order(raw: sqlite3.Connection) -> Iterator[str]:
    """Ids keep the order in which lists show documents and records (ids.py)."""
    for id_, slug, day in raw.execute("SELECT id, slug, published_on FROM document"):
        if not of_day(id_, date.fromisoformat(day) if day else None):
            yield f"document {slug}: its id is not one of its date"
    for record, own_day in OWN_DAYS.items():
        wanted = f"""SELECT r.key, r.id / {RECORDS} IS document_id, r.day IS coalesce({own_day}, published_on)
            FROM {record} AS r JOIN document ON document.id = document_id"""
        for key, in_place, dated in raw.execute(wanted):
            if not in_place:
                yield f"{record} {key}: its id is not one of its document"
            if not dated:
                yield f"{record} {key}: it does not have its day"


def check_stems(raw: sqlite3.Connection) -> Iterator[str]:
    """Outcomes are found by these words when a later one takes them up."""
    stored = "SELECT count(*) FROM outcome_stem WHERE outcome_id = ? AND stem IN (SELECT value FROM json_each(?))"
    places = "SELECT count(*) FROM outcome_actor JOIN outcome_topic USING (outcome_id) WHERE outcome_id = ?"
    whole = "SELECT count(*) FROM outcome_stem WHERE outcome_id = ?"
    for id_, key, words in raw.execute("SELECT id, key, text FROM outcome"):
        stems = content_stems(words)
        [(found,)], [(times,)] = raw.execute(stored, (id_, json.dumps(list(stems)))), raw.execute(places, (id_,))
        [(held,)] = raw.execute(whole, (id_,))
        if not found == held == times * len(stems):
            yield f"outcome {key}: the words by which later ones find it are not its own"


def check_tallies(raw: sqlite3.Connection) -> Iterator[str]:
    """Every counter against the records, counted anew."""
    raw.execute("CREATE TEMP TABLE counted AS SELECT * FROM tally LIMIT 0")
    raw.execute("CREATE UNIQUE INDEX temp.ix_counted ON counted (list, value)")
    recount(raw.execute, raw.executemany, "counted")
    for name, number in raw.execute(MISCOUNTED):
        yield f"counters: {number} of the list “{name}” are wrong; `python -m app recount` puts them right"


def check_full_text(raw: sqlite3.Connection) -> Iterator[str]:
    for index in FULL_TEXT:
        try:
            raw.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            yield f"{index}: the full-text index does not agree with the records"


CHECKS = (
    check_references,
    check_texts,
    check_actors,
    check_days,
    check_order,
    check_stems,
    check_tallies,
    check_full_text,
)
