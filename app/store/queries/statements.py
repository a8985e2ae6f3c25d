"""Statements: SQL with the values it is run with, and the reader's words as a query of full text."""

import re
import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection

from app.store.errors import translate_error
from app.store.queries.spellings import other_spelling

WORD = re.compile(r'"[^"]+"\*?|[^\s"]+')
LETTER = re.compile(r"\w")
MOST_TERMS = 12
MOST_REMEMBERED = 100
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL and the values it is run with."""

    sql: str
    values: Mapping[str, Any]


# What SQLite counts up with every commit of another connection.
DATA_VERSION = Statement("PRAGMA data_version", {})


def rows(connection: Connection, statement: Statement) -> list[Any]:
    """The rows of the statement as named tuples, read in the connection's transaction.

    They come from SQLite's own cursor: by way of SQLAlchemy a short statement costs twenty times as much (0.1 ms).
    """
    return read(
        connection,
        statement,
        lambda cursor: list(map(row_maker(tuple(column for column, *_ in cursor.description)), cursor)),
    )


def firsts(connection: Connection, statement: Statement) -> list[Any]:
    """The first column of the rows."""
    return read(connection, statement, lambda cursor: [row[0] for row in cursor])


def read(connection: Connection, statement: Statement, take: Callable[[sqlite3.Cursor], Read]) -> Read:
    """What `take` makes of the statement's rows, which come from SQLite as plain tuples."""
    if not connection.in_transaction():
        connection.begin()
    try:
        return take(driver_of(connection).execute(statement.sql, statement.values))
    except sqlite3.Error as error:
        plain = translate_error(connection.get_execution_options()["store"], error)
        raise plain or error from error


def remembered(connection: Connection, statement: Statement) -> list[Any]:
    """As `rows`, for what many pages ask alike, such as the most quoted speakers of the whole store: the rows are kept with
    the connection until anybody changes the store. One that writes remembers nothing: it may take its changes back."""
    if connection.get_execution_options().get("begin") == "IMMEDIATE":
        return rows(connection, statement)
    kept: dict[Any, Any] = connection.info.setdefault("remembered", {})
    state = rows(connection, DATA_VERSION)[0].data_version, driver_of(connection).total_changes
    if kept.get("state") != state or len(kept) > MOST_REMEMBERED:
        kept.clear()
        kept["state"] = state
    key = (statement.sql, *statement.values.items())
    if key not in kept:
        kept[key] = rows(connection, statement)
    found: list[Any] = kept[key]
    return found


def driver_of(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


@lru_cache(maxsize=500)
def row_maker(columns: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    kind: Any = namedtuple("Row", columns, rename=True)  # type: ignore[misc]
    make: Callable[[Iterable[Any]], Any] = kind._make
    return make


def full_text(words: str) -> str:
    """The words as a query that FTS5 cannot misread: every term quoted, all of them wanted, a phrase where the
    reader wrote one in quotation marks, a prefix where a word or phrase ends in *, a word in either spelling where it
    has two. "" where no letter or digit is left to look for."""
    terms = []
    for term in WORD.findall(words.replace("“", '"').replace("”", '"')):
        bare = term.strip('"*').replace('"', " ")
        if LETTER.search(bare):
            ending = "*" if term.endswith("*") else ""
            other = "" if term.startswith('"') else other_spelling(bare)
            terms.append(f'("{bare}"{ending} OR "{other}"{ending})' if other else f'"{bare}"{ending}')
    return " AND ".join(terms[:MOST_TERMS])


def newest(table: str, condition: str, most: int) -> str:
    """The condition that a record `r` is among the newest `most` of its table for which a condition (on `r`) holds."""
    return f"r.id IN (SELECT r.id FROM {table} AS r WHERE {condition} ORDER BY r.id DESC LIMIT {most})"


def newest_linked(link: str, most: int, condition: str = "TRUE") -> str:
    """The condition that a record `r` is among the newest `most` that a link table ties to the actor `:id`."""
    record = link.split("_")[0]
    return f"""r.id IN (SELECT l.{record}_id FROM {link} AS l CROSS JOIN {record} AS r ON r.id = l.{record}_id
        WHERE l.actor_id = :id AND {condition} ORDER BY l.{record}_id DESC LIMIT {most})"""


def newest_first(statement: Statement) -> Statement:
    """The statement's records, newest document first, within one as the text goes, the longer before the shorter."""
    return Statement(
        f'SELECT * FROM ({statement.sql}) ORDER BY document_id DESC, start, "end" DESC, id', statement.values
    )
