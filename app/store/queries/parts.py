"""What the forms of records (forms.py) are made of: members of objects of JSON, and cells of lines of CSV, in SQL."""

from collections.abc import Mapping
from typing import NamedTuple

# With these a spreadsheet has formulas begin.
SIGNS = "'=', '+', '-', '@', char(9), char(13)"
Members = Mapping[str, str]  # of an object, by name, in SQL


class Cell(NamedTuple):
    """A cell in SQL, as it is, and as it is `guarded` for spreadsheets. Without the latter it holds nothing but keys,
    numbers, dates and names of closed sets, and so neither comma, quotation mark nor line break."""

    sql: str
    guarded: str = ""


Cells = Mapping[str, Cell]


def write_object(members: Members) -> str:
    return "json_object(" + ", ".join(f"'{name}', {sql}" for name, sql in members.items()) + ")"


# Most records have nothing there: to ask whether one has costs a third of putting nothing together.
SELDOM = frozenset({"quote_addressee", "outcome_affected"})


def gather(link: str, how: str, none: str = "NULL") -> str:
    """What a link table ties to the record `r`, in order, put together by the aggregate `how`, which makes `none` of
    nothing.

    Few records have several of anything, and sorting costs as much as reading: so it is done for those alone.
    """
    record, what = link.split("_")
    tied, columns = (
        (f"{link} AS l", "l.topic")
        if what == "topic"
        else (f"{link} AS l CROSS JOIN actor AS named ON named.id = l.actor_id", "named.key, named.name")
    )
    those = f"FROM {tied} WHERE l.{record}_id = r.id"
    several = f"SELECT {how} FROM (SELECT {columns} {those} ORDER BY l.nth) AS named"
    gathered = f"(SELECT CASE WHEN count(*) < 2 THEN {how} ELSE ({several}) END {those})"
    if link not in SELDOM:
        return gathered
    return f"CASE WHEN EXISTS (SELECT 1 FROM {link} WHERE {record}_id = r.id) THEN {gathered} ELSE {none} END"


def actor_object(alias: str) -> str:
    return write_object({"key": f"{alias}.key", "name": f"{alias}.name"})


def actor_objects(link: str) -> str:
    # `json`, because whether a subquery's value is known for JSON depends on SQLite's version.
    each = f"json_group_array({actor_object('named')})"
    return "json(" + gather(link, each, none="'[]'") + ")"


def topic_array(table: str) -> str:
    return f"json({gather(f'{table}_topic', 'json_group_array(topic)')})"


def address(path: str, key: str = "r.key") -> str:
    return f":site || '/{path}/' || {key}"


def passage(prefix: str = "") -> Members:
    return {part: f'r."{prefix}{part}"' for part in ("text", "start", "end")}


def columns(*names: str, table: str = "r") -> Members:
    return {name: f"{table}.{name}" for name in names}


def guard(sql: str) -> str:
    """The words with an apostrophe before them where a spreadsheet would take them for a formula.

    All such signs are less than letters, so that of nearly all words no first letter need be looked for.
    """
    return f"CASE WHEN {sql} < 'A' AND substr({sql}, 1, 1) IN ({SIGNS}) THEN '''' || {sql} ELSE {sql} END"


def bare(members: Members) -> Cells:
    return {name: Cell(sql) for name, sql in members.items()}


def words(**members: str) -> Cells:
    return {name: Cell(sql, guard(sql)) for name, sql in members.items()}


def actor_cells(name: str) -> Cells:
    return {**bare({f"{name}_key": f"{name}.key"}), **words(**{name: f"{name}.name"})}


def several_cells(link: str, keys: str, names: str) -> Cells:
    listed = "group_concat(named.name, '; ')"
    return {
        keys: Cell(gather(link, "group_concat(named.key, ' ')")),
        names: Cell(gather(link, listed), gather(link, guard(listed))),
    }
