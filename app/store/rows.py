"""Rows on their way into the store: gathered by table for a batch of documents, then inserted table by table.

Ids are given out here rather than asked back from SQLite row by row: the transaction holds the right to write, so
nobody else can take them.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Any

from sqlalchemy import Connection

# Parents before children, since foreign keys are checked at once.
COLUMNS = {
    "actor": "id key name kind role",
    "document_actor": "document_id actor_id name kind role side_id wikidata published_on",
    "alias": "document_id actor_id name",
    "sentence": "document_id start end",
    "mention": "id document_id actor_id start end text",
    "quote": "id key document_id start end text kind speaker_id source_start source_end source_text cue said_on rule"
    " state day",
    "demand": "id key document_id start end text kind holder_id cue rule state day",
    "outcome": "id key document_id start end text status condition_start condition_end condition_text occurred_on"
    " question cue rule state day",
    "quote_addressee": "quote_id actor_id nth",
    "quote_topic": "quote_id topic nth",
    "demand_addressee": "demand_id actor_id nth",
    "demand_topic": "demand_id topic nth",
    "outcome_actor": "outcome_id actor_id nth",
    "outcome_affected": "outcome_id actor_id nth",
    "outcome_topic": "outcome_id topic nth",
    "outcome_stem": "actor_id topic stem outcome_id",
    # What people's decisions make necessary beside the records; see event_tables.py.
    "found": "document_id line",
    "set_aside": "key document_id record state event_id fields why",
    # Full text. SQLite does not keep these up to date by itself.
    "quote_text": "rowid text",
    "demand_text": "rowid text",
    "outcome_text": "rowid text",
    "document_text": "rowid title text",
}
Row = tuple[Any, ...]
Run = Callable[[str, Any], Iterable[Any]]


# A statement that inserts many rows sets up once what checks each of them. Only full text is quicker row by row: at the
# end of a statement that could fail half-way it writes out all that it would otherwise put together first.
AT_ONCE = 200


def insert_statement(table: str, columns: list[str], rows: int = 1) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table} ({names}) VALUES {', '.join([row] * rows)}"


INSERT = {table: insert_statement(table, columns.split()) for table, columns in COLUMNS.items()}
INSERT_MANY = {
    table: insert_statement(table, columns.split(), AT_ONCE)
    for table, columns in COLUMNS.items()
    if not table.endswith("_text")
}


class Rows:
    """The rows of a batch by table, and where new ids come from.

    A table's rows stand in one list, the values of one after those of the other in the order of COLUMNS: a million
    rows are then no million tuples. They must come in the order of their first column, or a full-text index writes early.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.waiting: dict[str, list[Any]] = {table: [] for table in COLUMNS}
        self.ids: dict[str, Iterator[int]] = {}

    def new_id(self, table: str) -> int:
        if table not in self.ids:
            newest = self.connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {table}").scalar_one()
            self.ids[table] = count(newest + 1)
        return next(self.ids[table])

    def columns(self, table: str, *names: str) -> list[list[Any]]:
        """Of the rows that wait, these columns."""
        held = COLUMNS[table].split()
        return [self.waiting[table][held.index(name) :: len(held)] for name in names]

    def insert(self) -> None:
        run = self.connection.exec_driver_sql
        for table, values in self.waiting.items():
            if values:
                width = len(COLUMNS[table].split())
                if table in INSERT_MANY:
                    run_by_many(run, INSERT[table], INSERT_MANY[table], values, width)
                else:
                    run(INSERT[table], cut(values, width))
                self.waiting[table] = []


def run_by_many(run_many: Run, one: str, many: str, values: list[Any], width: int) -> None:
    """Run the statement `many`, which takes AT_ONCE rows of so many values, and for what is left the statement `one`."""
    whole = len(values) - len(values) % (AT_ONCE * width)
    if whole:
        run_many(many, cut(values[:whole], AT_ONCE * width))
    if rest := values[whole:]:
        run_many(one, cut(rest, width))


def cut(values: list[Any], width: int) -> list[Row]:
    return [tuple(values[first : first + width]) for first in range(0, len(values), width)]


def as_json(values: Iterable[int | str]) -> str:
    """For `IN (SELECT value FROM json_each(?))`: one statement for however many values."""
    return json.dumps(list(values))
