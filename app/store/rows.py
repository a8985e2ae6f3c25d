"""Rows on their way into the store: gathered by table for a batch of documents, then inserted table by table.

Ids are given out here rather than asked back from SQLite row by row: the transaction holds the right to write, so
nobody else can take them.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import count
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

# Parents before children, since foreign keys are checked at once.
COLUMNS = {
    "actor": "id key name kind role",
    "document_actor": "document_id actor_id name kind role side_id wikidata published_on",
    "alias": "document_id actor_id name",
    "sentence": "document_id nth start end",
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


def insert_statement(table: str, columns: list[str]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


INSERT = {table: insert_statement(table, columns.split()) for table, columns in COLUMNS.items()}


class Rows:
    """The rows of a batch by table, each a tuple in the order of COLUMNS, and where new ids come from."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.waiting: dict[str, list[Row]] = {table: [] for table in COLUMNS}
        self.ids: dict[str, Iterator[int]] = {}

    def new_id(self, table: str) -> int:
        if table not in self.ids:
            newest = self.connection.exec_driver_sql(f"SELECT coalesce(max(id), 0) FROM {table}").scalar_one()
            self.ids[table] = count(newest + 1)
        return next(self.ids[table])

    def insert(self) -> None:
        for table, rows in self.waiting.items():
            if rows:
                rows.sort(key=itemgetter(0))  # a full-text index wants its rows in order, or it writes early
                self.connection.exec_driver_sql(INSERT[table], rows)
                self.waiting[table] = []


def as_json(values: Iterable[int | str]) -> str:
    """For `IN (SELECT value FROM json_each(?))`: one statement for however many values."""
    return json.dumps(list(values))
