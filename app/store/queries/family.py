"""A family of records in SQL: how it is filtered, ordered and counted, and the path along which SQLite reads it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.store.queries.filters import Filter
from app.store.queries.paging import Order
from app.store.queries.parameters import parameters_of
from app.store.queries.statements import full_text

NEWEST_DOCUMENTS = ("", "", "")  # choices that listing.select_document_choices makes, the newest first


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of record, as lists see it.

    `conditions` is keyed by the filter's field; `choices` by the parameter, each (joins, value column, label column);
    `orders` by the name of the order, the default one first; `offered` by those parameters that are no choice unless a
    condition holds of the store. `day` is the date by which the records are counted in time; `dated`, where it
    is that of the document, by what an id is divided to tell it (ids.py). `key` is the column that
    names a record in a URL, `number` counts the records of a choice, `read_words` makes of the reader's words what the
    condition of `q` wants. `tallied` is what counters call it, where they are kept; `links` are the parameters whose values stand
    in a table of their own, and the column there. `only` is a condition that all of them meet; `start` the parameter by
    which it is best to begin where several choose.
    """

    table: str
    conditions: Mapping[str, str]
    choices: Mapping[str, tuple[str, str, str]]
    orders: Mapping[str, Order] = field(default_factory=dict)
    offered: Mapping[str, str] = field(default_factory=dict)
    day: str = ""
    dated: int = 0
    key: str = "key"
    joined: str = "{table} JOIN document ON document.id = {table}.document_id"
    length: int = 25
    number: str = "count(*)"
    tallied: str = ""
    only: str = ""
    start: str = ""
    links: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    read_words: Callable[[str], str] = full_text


def chosen_actors(name: str) -> str:
    """The ids of the actors whose keys the parameter names, as a subquery."""
    return f"SELECT id FROM actor WHERE key IN (SELECT value FROM json_each(:{name}))"


def bound(filter: Filter, *without: str, read_words: Callable[[str], str] = full_text) -> dict[str, Any]:
    """The values of the fields that choose, as SQL wants them: lists as JSON, words as a query of full text."""
    values: dict[str, Any] = {}
    kind: Any = type(filter)  # to the type checker the class of a frozen dataclass cannot be hashed
    for name, _ in parameters_of(kind):
        value = getattr(filter, name)
        if name in without or name in filter.cursors or name in filter.views or value in (None, "", False, ()):
            continue
        if name == "q":
            values[name] = read_words(value) or '""'
        elif isinstance(value, tuple):
            values[name] = json.dumps([str(each) for each in value])
        else:
            values[name] = value.isoformat() if isinstance(value, date) else str(value)
    return values


def source(family: Family) -> str:
    return family.joined.format(table=family.table)


def where(family: Family, values: Mapping[str, Any]) -> str:
    conditions = [
        exists(family, name)
        if name in family.links and family.start
        else sharpen(family.conditions[name], values[name])
        for name in values
        if name in family.conditions
    ]
    return " AND ".join(f"({each})" for each in [*filter(None, [family.only]), *conditions]) or "TRUE"


def exists(family: Family, name: str) -> str:
    """The condition that a link has a chosen value, for records that are found by something else."""
    table, column = family.links[name]
    chosen = chosen_actors(name) if column == "actor_id" else f"SELECT value FROM json_each(:{name})"
    return f"""EXISTS (SELECT 1 FROM {table} AS l WHERE l.{family.table}_id = {family.table}.id AND l.{column} IN ({chosen}))"""


def sharpen(condition: str, value: str) -> str:
    """The condition as an equation where there is one value: along an index, the order of ids is then kept."""
    single = "json_each" in condition and len(json.loads(value)) == 1 and not condition.startswith("EXISTS")
    return (
        condition.replace(" IN (SELECT value", " = (SELECT value").replace(" IN (SELECT id", " = (SELECT id")
        if single
        else condition
    )


@dataclass(frozen=True, slots=True)
class Path:
    """Where records are read from, so that they come in the order of their ids: the table itself, or first full text
    or a link that the filter asks for. `id` is the column that has that order; `ids` the source of ids alone, which
    leaves out the table if nothing is asked of it."""

    source: str
    where: str
    id: str
    ids: str


def find_path(family: Family, values: Mapping[str, Any]) -> Path:
    rest = {name: value for name, value in values.items() if name in family.conditions}
    if "q" in rest and family.links:
        del rest["q"]
        first, id_, condition = f"{family.table}_text", f"{family.table}_text.rowid", f"{family.table}_text MATCH :q"
        if family.start and rest:  # few: their ids are looked up among the hits, rather than every hit in the table
            inner = find_path(family, rest)
            condition += f" AND +{id_} IN (SELECT {inner.id} FROM {inner.ids} WHERE {inner.where})"
            rest = {}
    else:
        linked = [name for name in family.links if name in rest and len(json.loads(rest[name])) == 1]
        name = family.start if family.start in linked else "" if family.start or not linked else linked[0]
        if not name:
            return Path(source(family), where(family, rest), f"{family.table}.id", source(family))
        first, column = family.links[name]
        chosen = chosen_actors(name) if column == "actor_id" else f"SELECT value FROM json_each(:{name})"
        del rest[name]
        id_, condition = f"{first}.{family.table}_id", f"{first}.{column} = ({chosen})"
    joined = f"{first} CROSS JOIN {family.table} ON {family.table}.id = {id_}"
    return Path(joined, f"{condition} AND {where(family, rest)}", id_, joined if rest or family.only else first)


def select_newest(family: Family, values: Mapping[str, Any], most: int) -> str:
    """The ids of the newest records for which the values hold."""
    path = find_path(family, values)
    return f"SELECT {path.id} AS id FROM {path.ids} WHERE {path.where} ORDER BY {path.id} DESC LIMIT {most}"


def counted_source(family: Family, values: Mapping[str, Any], most: int | None = None) -> tuple[str, str]:
    """Where to count what the values leave, and its condition: all of it, or the newest `most`."""
    if most is None:
        path = find_path(family, values)
        return path.source, path.where
    newest_ids = select_newest(family, values, most)
    return f"({newest_ids}) AS counted CROSS JOIN {family.table} ON {family.table}.id = counted.id", "TRUE"
