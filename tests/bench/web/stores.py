"""The stores that are compared: ours, filled through the project's own load, and Datasette's, with the same records.

Datasette gets tables of its own, which suit it better than ours would: the topic is a column of the record, since it
counts the values of columns, and every index that its pages can use is there. Ids and words are the same in both.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.archive import Writer, write_lines

PART = 10_000  # documents that are written, loaded and removed again at a time
QUOTES_EACH = 9  # in a document, somewhat fewer than there are

FLAT = """
CREATE TABLE document (id INTEGER PRIMARY KEY, title TEXT NOT NULL, publisher TEXT NOT NULL, published_on TEXT NOT NULL,
    text TEXT NOT NULL);
CREATE TABLE actor (id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL);
CREATE TABLE quote (id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document(id),
    speaker_id INTEGER NOT NULL REFERENCES actor(id), kind TEXT NOT NULL, text TEXT NOT NULL, said_on TEXT NOT NULL,
    topic TEXT NOT NULL);
CREATE TABLE demand (id INTEGER PRIMARY KEY, document_id INTEGER NOT NULL REFERENCES document(id),
    holder_id INTEGER NOT NULL REFERENCES actor(id), addressee_id INTEGER NOT NULL REFERENCES actor(id),
    kind TEXT NOT NULL, topic TEXT NOT NULL, text TEXT NOT NULL);
INSERT INTO document SELECT id, title, publisher, published_on, text FROM ours.document;
INSERT INTO actor SELECT id, name, kind, role FROM ours.actor;
INSERT INTO quote SELECT id, document_id, speaker_id, kind, text, said_on, topic
    FROM ours.quote JOIN ours.quote_topic ON quote_id = id;
INSERT INTO demand SELECT id, document_id, holder_id, actor_id, kind, topic, text
    FROM ours.demand JOIN ours.demand_topic AS t ON t.demand_id = id JOIN ours.demand_addressee AS a ON a.demand_id = id;
CREATE INDEX quote_speaker_said ON quote(speaker_id, said_on);
CREATE INDEX quote_document ON quote(document_id);
CREATE INDEX quote_topic ON quote(topic);
CREATE INDEX quote_kind ON quote(kind);
CREATE INDEX demand_holder_topic ON demand(holder_id, topic);
CREATE INDEX demand_addressee ON demand(addressee_id);
CREATE INDEX demand_document ON demand(document_id);
CREATE INDEX document_published ON document(published_on);
CREATE VIRTUAL TABLE quote_fts USING fts5(text, content="quote", content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO quote_fts(quote_fts) VALUES ('rebuild');
ANALYZE main;
"""


@dataclass(frozen=True, slots=True)
class Stores:
    """The files of one size: `further` holds parses that are in neither store, to be loaded while pages are asked for."""

    folder: Path

    @property
    def ours(self) -> Path:
        return self.folder / "store.db"

    @property
    def theirs(self) -> Path:
        return self.folder / "flat.db"

    @property
    def further(self) -> Path:
        return self.folder / "further.jsonl"

    @contextmanager
    def open(self) -> Iterator[sqlite3.Connection]:
        """Both, read-only: ours as `main`, Datasette's as `flat`."""
        with closing(sqlite3.connect(f"{self.ours.resolve().as_uri()}?mode=ro", uri=True)) as raw:
            raw.execute("ATTACH ? AS flat", (f"{self.theirs.resolve().as_uri()}?mode=ro",))
            yield raw


def make_stores(folder: Path, quotes: int) -> Stores:
    """The stores with so many quotes, made where they are not there yet."""
    stores = Stores(folder / str(quotes))
    if not stores.theirs.exists():
        shutil.rmtree(stores.folder, ignore_errors=True)
        stores.folder.mkdir(parents=True)
        load_archive(stores, quotes)
        flatten(stores)
    run_demarche(stores.ours, "migrate")
    return stores


def load_archive(stores: Stores, quotes: int) -> None:
    writer, documents, records, seconds = Writer(), 0, 0, 0.0
    many = quotes // QUOTES_EACH
    for first in range(0, many, PART):
        part = stores.folder / "part.jsonl"
        numbers = range(first, min(first + PART, many))
        records += write_lines(writer, part, numbers)
        documents += len(numbers)
        before = time.perf_counter()
        run_demarche(stores.ours, "ingest", str(part))
        seconds += time.perf_counter() - before
        part.unlink()
        print(
            f"  loaded {documents:,} documents, {records:,} records, {records / seconds:,.0f} a second", file=sys.stderr
        )
    write_lines(writer, stores.further, range(many, many + PART))


def flatten(stores: Stores) -> None:
    unfinished = stores.theirs.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as raw:
        raw.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;")
        raw.execute("ATTACH ? AS ours", (str(stores.ours),))
        raw.executescript(FLAT)
        raw.execute("DETACH ours")
    unfinished.rename(stores.theirs)


def run_demarche(store: Path, *arguments: str) -> None:
    """Run a command of the project on the store; it ends the bench where it fails."""
    command = [sys.executable, "-m", "app", *arguments]
    done = subprocess.run(
        command, env={**os.environ, "DEMARCHE_STORE": str(store)}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
