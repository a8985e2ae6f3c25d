"""Records by the thousand, for programs: which ones a filter leaves, and these as SQLite writes them (forms.py)."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace

import orjson
from sqlalchemy import Connection

from app.store.ids import RECORDS
from app.store.queries.counted import Known
from app.store.queries.counted import fetch_total as fetch_counted
from app.store.queries.filters import Filter
from app.store.queries.forms import DOCUMENT_MEMBERS, Form
from app.store.queries.listing import fetch_known, select_ids, select_total, unknown_keys
from app.store.queries.parts import write_object
from app.store.queries.statements import Statement, firsts, read, rows

EVERY = 2**62
GIVEN = "json_each(:ids) AS given CROSS JOIN"  # the records in the order in which their ids are given


def fetch_chosen(connection: Connection, filter: Filter) -> tuple[dict[str, Known], tuple[str, ...]]:
    """The chosen actors and documents by key, and the chosen keys that the store does not have."""
    known = fetch_known(connection, filter)
    return known, unknown_keys(filter, {key: one.name for key, one in known.items()})


def fetch_total(connection: Connection, form: Form, filter: Filter, known: dict[str, Known]) -> int:
    total = fetch_counted(connection, form.family.tallied, filter, known) if form.family.tallied else None
    return firsts(connection, select_total(form.family, filter))[0] if total is None else total


def fetch_ids(connection: Connection, form: Form, filter: Filter) -> "array[int]":
    """The ids of the records that the filter leaves, from behind its `after`: eight bytes each."""
    statement = select_ids(replace(form.family, length=EVERY), filter)
    return read(connection, statement, lambda cursor: array("q", (row[0] for row in cursor)))


def fetch_page(connection: Connection, form: Form, filter: Filter, most: int) -> list[int]:
    """As `fetch_ids`, at most `most` and one, and all at once: as one value they come in half of the time."""
    page = select_ids(replace(form.family, length=most), filter)
    ids: list[int] = orjson.loads(
        firsts(connection, Statement(f"SELECT json_group_array(id) FROM ({page.sql})", page.values))[0]
    )
    return ids


def write_ids(ids: Iterable[int]) -> str:
    return orjson.dumps(list(ids)).decode()


def fetch_id(connection: Connection, form: Form, key: str) -> int | None:
    """The id of the record with this key, or None."""
    sql = f"SELECT id FROM {form.family.table} WHERE {form.family.key} = :key"
    return next(iter(firsts(connection, Statement(sql, {"key": key}))), None)


def fetch_key(connection: Connection, form: Form, id: int) -> str:
    sql = f"SELECT {form.family.key} FROM {form.family.table} WHERE id = :id"
    return str(firsts(connection, Statement(sql, {"id": id}))[0])


def fetch_objects(connection: Connection, form: Form, ids: Sequence[int], site: str) -> bytes:
    """The records with these ids, in this order, as objects of JSON with commas between; what is gone is left out."""
    written = write_object(form.members)
    sql = f"SELECT CAST(group_concat({written}) AS BLOB) FROM {GIVEN} {form.read_for(written)}"
    return firsts(connection, Statement(sql, {"ids": write_ids(ids), "site": site}))[0] or b""


def fetch_documents(connection: Connection, ids: Sequence[int], site: str) -> bytes:
    """The documents that the records with these ids lie in, as one object of JSON: each under its key."""
    documents = sorted({id // RECORDS for id in ids}, reverse=True)
    sql = f"""SELECT CAST(json_group_object(document.slug, {write_object(DOCUMENT_MEMBERS)}) AS BLOB)
        FROM {GIVEN} document ON document.id = given.value"""
    written: bytes = firsts(connection, Statement(sql, {"ids": write_ids(documents), "site": site}))[0]
    return written


def fetch_lines(
    connection: Connection, form: Form, ids: Sequence[int], site: str, *, verbatim: bool
) -> tuple[bytes, int]:
    """The records with these ids, in this order, as lines of CSV (RFC 4180); and how many there are still.

    Unless `verbatim`, they are guarded for spreadsheets.
    """
    cells = form.cells.values()
    line = ",".join('"%w"' if cell.guarded else "%s" for cell in cells)  # %w doubles quotation marks
    values = [f"coalesce({cell.sql if verbatim else cell.guarded}, '')" if cell.guarded else cell.sql for cell in cells]
    written = f"CAST(group_concat(printf('{line}', {', '.join(values)}) || char(13, 10), '') AS BLOB)"
    sql = f"SELECT {written} AS lines, count(*) AS number FROM {GIVEN} {form.read_for(written)}"
    (found,) = rows(connection, Statement(sql, {"ids": write_ids(ids), "site": site}))
    return found.lines or b"", found.number


def fetch_text(connection: Connection, id: int) -> str:
    """The whole text of a document."""
    return str(firsts(connection, Statement("SELECT text FROM document WHERE id = :id", {"id": id}))[0])
