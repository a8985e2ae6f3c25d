"""Ids that keep the order in which lists show things, so that the newest come first without any sorting.

A document's id is made of its day and its place among the documents of that day; a record's id of its document's id
and its place there, counted down, since newer documents come first but each is read from its beginning. So in every
index, and in full text, `ORDER BY id DESC` is newest first; what has no day comes last.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from app.store.errors import FullDayError
from app.store.rows import as_json

# 22 bits for the day (0001-01-01 is 1, no day is 0), 21 for the document, 20 for the record: what SQLite holds.
DOCUMENTS, RECORDS = 1 << 21, 1 << 20
DAY_ZERO = 1721424.5  # in days as SQLite counts them
LAST = "SELECT value, (SELECT max(id) FROM document WHERE id BETWEEN value AND value + ?) FROM json_each(?)"


def new_document_ids(connection: Connection, days: Sequence[date | None]) -> list[int]:
    """The next id of each day, in the order given. The transaction holds the right to write, so nobody else can take
    them. Raises FullDayError where a day has more documents than ids."""
    firsts = [first_id(day) for day in days]
    found = connection.exec_driver_sql(LAST, (DOCUMENTS - 1, as_json(set(firsts))))
    following = {first: first if last is None else last + 1 for first, last in found}
    ids = []
    for day, first in zip(days, firsts, strict=True):
        if following[first] == first + DOCUMENTS:
            raise FullDayError(day)
        ids.append(following[first])
        following[first] += 1
    return ids


def first_id(day: date | None) -> int:
    """The least id that a document of this day can have."""
    return (day.toordinal() if day else 0) * DOCUMENTS


def of_day(document_id: int, day: date | None) -> bool:
    return document_id // DOCUMENTS * DOCUMENTS == first_id(day)


def record_id(document_id: int, nth: int) -> int:
    """The id of the document's nth record of a kind, in the order of the text."""
    return (document_id + 1) * RECORDS - 1 - nth


def of_days(id_: str, ids_of_a_day: int) -> dict[str, str]:
    """The conditions in SQL that the day of the document, which an id tells, is not before `:since`, or not after
    `:until`."""
    day = f"CAST(julianday(:{{}}) - {DAY_ZERO} AS INTEGER)"
    return {
        "since": f"{id_} >= {day.format('since')} * {ids_of_a_day}",
        "until": f"{id_} >= {ids_of_a_day} AND {id_} < ({day.format('until')} + 1) * {ids_of_a_day}",
    }
