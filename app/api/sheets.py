"""Records as CSV, a piece at a time.

A spreadsheet takes a cell that begins with certain signs for a formula and runs it, also where it is somebody's words
from an article. So such a cell gets an apostrophe before it, and the file a mark by which spreadsheets know UTF-8.
Programs ask for the file without either (`verbatim=on`).
"""

from collections.abc import Iterator, Sequence

from app.records import DemarcheError
from app.store.database import Store
from app.store.queries.batches import fetch_lines
from app.store.queries.forms import Form

PIECE = 1000  # records


class ChangedError(DemarcheError):
    """The store changed while a file was written from it: the file is broken off, so that nobody takes it for whole."""


def write_sheet(store: Store, form: Form, ids: Sequence[int], site: str, *, verbatim: bool) -> Iterator[bytes]:
    """The header, then the records with these ids, in this order. Memory does not grow with their number."""
    yield (("" if verbatim else "\ufeff") + ",".join(form.cells) + "\r\n").encode()
    for first in range(0, len(ids), PIECE):
        piece = ids[first : first + PIECE]
        with store.connect() as connection:
            lines, number = fetch_lines(connection, form, piece, site, verbatim=verbatim)
        if number != len(piece):
            raise ChangedError("a document was parsed anew while its records were written to a file; ask for it again")
        yield lines
