"""Records as CSV, a piece at a time.

A spreadsheet takes a cell that begins with one of SIGNS for a formula and runs it, also where it is somebody's words
from an article. So such a cell gets an apostrophe before it, and the file a mark by which spreadsheets know UTF-8.
Programs ask for the file without either (`verbatim=on`).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.api.forms import Form
from app.records import DemarcheError
from app.store.database import Store
from app.store.queries.batches import fetch_batch

SIGNS = frozenset("=+-@\t\r")
PIECE = 1000  # records
# Columns that hold nothing but keys, numbers, dates and names of closed sets: no comma, quotation mark or line break.
BARE = {
    "key",
    "kind",
    "status",
    "speaker_key",
    "holder_key",
    "addressee_keys",
    "actor_keys",
    "affected_keys",
    "side_key",
}
BARE |= {
    "start",
    "end",
    "said_on",
    "occurred_on",
    "published_on",
    "topics",
    "state",
    "document_key",
    "sha256",
    "body_start",
}
BARE |= {"stated", "asked", "said", "done", "documents", "quotes", "demands", "outcomes"}


class ChangedError(DemarcheError):
    """The store changed while a file was written from it: the file is broken off, so that nobody takes it for whole."""


def write_sheet(store: Store, form: Form, ids: Sequence[int], site: str, *, verbatim: bool) -> Iterator[bytes]:
    """The header, then the records with these ids, in this order. Memory does not grow with their number."""
    written = tuple(name not in BARE for name in form.header)
    yield (("" if verbatim else "\ufeff") + ",".join(form.header) + "\r\n").encode()
    for first in range(0, len(ids), PIECE):
        piece = ids[first : first + PIECE]
        with store.connect() as connection:
            batch = fetch_batch(connection, form.kind, piece)
        if len(batch.records) != len(piece):
            raise ChangedError("a document was parsed anew while its records were written to a file; ask for it again")
        lines = map(form.lay, form.write(batch, site))
        yield "".join([write_line(cells, written, verbatim) for cells in lines]).encode()


def write_line(cells: Iterable[Any], written: Iterable[bool], verbatim: bool) -> str:
    """One line as RFC 4180 has it. `csv.writer` looks at each character by itself, which takes three times as long."""
    pairs = zip(cells, written, strict=True)
    return ",".join([quote(cell, verbatim) if words else bare(cell) for cell, words in pairs]) + "\r\n"


def bare(cell: object) -> str:
    return "" if cell is None else str(cell)


def quote(cell: str | None, verbatim: bool) -> str:
    if not cell:
        return ""
    if not verbatim and cell[0] in SIGNS:
        cell = "'" + cell
    return '"' + cell.replace('"', '""') + '"'
