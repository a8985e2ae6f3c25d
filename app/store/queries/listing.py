"""What every list page asks of the store: which records a filter leaves, how many, in what order, when, and the
counts of its choices.

A `Family` says in SQL how one kind of record is filtered, ordered and counted; the statements are built here, once
for all families. Lists are bound as JSON, so that a statement's text depends on which parameters are used, not on how
many values they have, and SQLite prepares it once. Ids come first, the columns to show are joined to those few ids.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row

from app.store.queries.columns import HEADING
from app.store.queries.filters import Filter
from app.store.queries.histogram import Histogram, lay_bars
from app.store.queries.paging import Order, beyond, mark_columns, order_by
from app.store.queries.statements import Statement, full_text, newest, newest_first, rows
from app.store.queries.values import Choice, Choices, Listing

__all__ = ["Statement", "full_text", "newest", "newest_first", "rows"]

Entry = TypeVar("Entry")
MOST_CHOICES, MORE_CHOICES = 12, 400
ACTOR_PARAMETERS = ("speaker", "holder", "addressee", "actor", "affected", "side")


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of record, as lists see it.

    `conditions` is keyed by the filter's field; `choices` by the parameter, each (joins, value column, label column);
    `orders` by the name of the order, the default one first; `offered` by those parameters that are no choice unless a
    condition holds of the store. `day` is the date by which the records are counted in
    time, `key` the column that names a record in a URL, `read_words` makes of the reader's words what the condition
    of `q` wants.
    """

    table: str
    conditions: Mapping[str, str]
    choices: Mapping[str, tuple[str, str, str]]
    orders: Mapping[str, Order] = field(default_factory=dict)
    offered: Mapping[str, str] = field(default_factory=dict)
    day: str = ""
    key: str = "key"
    joined: str = "{table} JOIN document ON document.id = {table}.document_id"
    length: int = 25
    read_words: Callable[[str], str] = full_text


def chosen_actors(name: str) -> str:
    """The ids of the actors whose keys the parameter names, as a subquery."""
    return f"SELECT id FROM actor WHERE key IN (SELECT value FROM json_each(:{name}))"


def bound(filter: Filter, *without: str, read_words: Callable[[str], str] = full_text) -> dict[str, Any]:
    """The values of the fields that choose, as SQL wants them: lists as JSON, words as a query of full text."""
    values: dict[str, Any] = {}
    for name in filter.__dataclass_fields__:
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
    return " AND ".join(f"({family.conditions[name]})" for name in values if name in family.conditions) or "TRUE"


def select_total(family: Family, filter: Filter) -> Statement:
    values = bound(filter, read_words=family.read_words)
    return Statement(f"SELECT count(*) FROM {source(family)} WHERE {where(family, values)}", values)


def select_ids(family: Family, filter: Filter) -> Statement:
    """Ids of one page and of one record more, in the filter's order: from behind the record whose key is `after`, or
    backwards from before the one whose key is `before`."""
    values = bound(filter, read_words=family.read_words)
    order = order_of(family, filter)
    cursor, backwards = cursor_of(filter)
    condition, mark = where(family, values), ""
    if cursor:
        mark = f"""WITH mark AS (SELECT {mark_columns(order)} FROM {source(family)}
            WHERE {family.table}.{family.key} = :cursor)"""
        condition, values["cursor"] = f"({condition}) AND {beyond(order, 'mark', backwards)}", cursor
    sql = f"""{mark} SELECT {family.table}.id FROM {source(family)} WHERE {condition}
        ORDER BY {order_by(order, backwards)} LIMIT {family.length + 1}"""
    return Statement(sql, values)


def order_of(family: Family, filter: Filter) -> Order:
    return family.orders[getattr(filter, "sort", "") or next(iter(family.orders))]


def cursor_of(filter: Filter) -> tuple[str, bool]:
    """The key from which a list goes on, and whether it goes backwards from there."""
    after, before = getattr(filter, "after", ""), getattr(filter, "before", "")
    return (after, False) if after else (before, bool(before))


def select_choices(family: Family, filter: Filter, name: str) -> Statement:
    """What a parameter can be set to, with how many records each value would leave while all other parameters stay."""
    joins, value, label = family.choices[name]
    values = bound(filter, name, read_words=family.read_words)
    chosen = json.dumps([str(each) for each in getattr(filter, name)])
    sql = f"""SELECT {value} AS value, {label} AS label, count(DISTINCT {family.table}.id) AS number,
            {value} IN (SELECT value FROM json_each(:chosen)) AS chosen, count(*) OVER () AS groups
        FROM {source(family)} {joins} WHERE {where(family, values)} AND {value} IS NOT NULL GROUP BY {value}
        ORDER BY chosen DESC, number DESC, label LIMIT {most_choices(filter, name) + 8}"""
    return Statement(sql, {**values, "chosen": chosen})


def most_choices(filter: Filter, name: str) -> int:
    return MORE_CHOICES if name in getattr(filter, "more", ()) else MOST_CHOICES


def select_days(family: Family, filter: Filter) -> Statement:
    """How many records there are on each day, whatever days are chosen."""
    values = bound(filter, "since", "until")
    sql = (
        f"SELECT {family.day} AS day, count(*) AS number FROM {source(family)} WHERE {where(family, values)} GROUP BY 1"
    )
    return Statement(sql, values)


def fetch_histogram(connection: Connection, family: Family, filter: Filter) -> Histogram | None:
    if not family.day:
        return None
    counts = {row.day: row.number for row in rows(connection, select_days(family, filter))}
    return lay_bars(counts, getattr(filter, "since", None), getattr(filter, "until", None))


def fetch_choices(
    connection: Connection, family: Family, filter: Filter, names: Mapping[str, str]
) -> tuple[Choices, ...]:
    """The choices of every parameter of the family; `names` are the labels of chosen keys, which stay listed even at
    0."""
    made = []
    for name in family.choices:
        if not getattr(filter, name) and name in family.offered:
            condition = Statement(f"SELECT {family.offered[name]} AS holds", {})
            if not rows(connection, condition)[0].holds:
                continue
        found = rows(connection, select_choices(family, filter, name))
        listed = [Choice(str(row.value), row.label, row.number, bool(row.chosen)) for row in found]
        counted = {choice.value for choice in listed}
        gone = [str(key) for key in getattr(filter, name) if str(key) not in counted]
        shown = [Choice(key, names.get(key, key), 0, True) for key in gone] + listed
        groups = found[0].groups if found else 0
        most = max(most_choices(filter, name), sum(choice.chosen for choice in shown))
        made.append(Choices(name, tuple(shown[:most]), max(groups + len(gone) - most, 0)))
    return tuple(made)


def fetch_names(connection: Connection, filter: Filter) -> dict[str, str]:
    """What the chosen actors and documents are called, by key; those that the store does not have are left out."""
    actors = [key for name in ACTOR_PARAMETERS for key in getattr(filter, name, ())]
    sql = f"""SELECT key, name FROM actor WHERE key IN (SELECT value FROM json_each(:actors))
        UNION ALL SELECT slug, {HEADING} FROM document WHERE slug IN (SELECT value FROM json_each(:documents))"""
    values = {"actors": json.dumps(actors), "documents": json.dumps(getattr(filter, "document", ()))}
    return {row.key: row.name for row in rows(connection, Statement(sql, values))}


def unknown_keys(filter: Filter, names: Mapping[str, str]) -> tuple[str, ...]:
    chosen = [key for name in (*ACTOR_PARAMETERS, "document") for key in getattr(filter, name, ())]
    return tuple(key for key in dict.fromkeys(chosen) if key not in names)


def fetch_listing(
    connection: Connection,
    family: Family,
    filter: Filter,
    select: Callable[[str], Statement],
    convert: Callable[[Row[Any]], Entry],
) -> tuple[Listing, tuple[Entry, ...]]:
    """One page of what the filter leaves. `select` selects the entries of ids that come as JSON, `convert` reads one
    of its rows, which has the columns `id` and `key`."""
    names = fetch_names(connection, filter)
    total = rows(connection, select_total(family, filter))[0][0]
    ids = [row.id for row in rows(connection, select_ids(family, filter))]
    cursor, backwards = cursor_of(filter)
    shown = ids[: family.length][:: -1 if backwards else 1]
    found = {row.id: row for row in rows(connection, select(json.dumps(shown)))}
    further = len(ids) > family.length
    listing = Listing(
        total=total,
        choices=fetch_choices(connection, family, filter, names),
        names=names,
        unknown=unknown_keys(filter, names),
        next=found[shown[-1]].key if shown and (further or backwards) else None,
        previous=found[shown[0]].key if shown and ((further and backwards) or (cursor and not backwards)) else None,
        histogram=fetch_histogram(connection, family, filter),
        orders=tuple(family.orders),
    )
    return listing, tuple(convert(found[each]) for each in shown)
