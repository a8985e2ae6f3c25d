"""Totals, choices and months from the counters (store/tally.py), where a filter is one that they know.

They know lists with no filter and with one, and the totals of lists with two. Several values of one filter add up where
a record has no more than one of them. For every other filter these functions return None: then the records are counted.
"""

import json
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection

from app.store.queries.filters import Filter
from app.store.queries.statements import Statement, remembered, rows
from app.store.tallied import TALLIED
from app.store.tally import SIZE, name_list

FEW_BESIDE_WORDS = 20_000  # records whose ids are rather gathered than every hit of the words looked up
ACTORS = frozenset({"speaker", "holder", "addressee", "actor", "affected"})


@dataclass(frozen=True, slots=True)
class Known:
    """A chosen actor or document: its id, and what it is called."""

    id: int
    name: str


def chosen_values(filter: Filter, name: str, known: Mapping[str, Known]) -> list[str]:
    """The values of a parameter as counters have them: of an actor its id."""
    values = getattr(filter, name)
    return (
        [str(known[key].id) for key in values if key in known] if name in ACTORS else [str(value) for value in values]
    )


def filtering(filter: Filter, *without: str) -> list[str]:
    """The parameters by which the filter leaves something out."""
    aside = {*without, *filter.cursors, *filter.views}
    names = (each.name for each in fields(filter) if each.name not in aside)
    return [name for name in names if getattr(filter, name) not in (None, "", False, ())]


def find_lists(
    record: str, filter: Filter, dimension: str, known: Mapping[str, Known], *without: str
) -> list[str] | None:
    """The lists that together hold the counts of a dimension for what the filter leaves; None where there are none."""
    names = filtering(filter, *without)
    if not names:
        return [name_list(record, dimension)]
    tallied, name = TALLIED[record], names[0]
    held = dimension == SIZE or dimension in tallied.within or (name, dimension) in tallied.further
    if len(names) > 1 or name not in tallied.subsets or not held:
        return None
    values = chosen_values(filter, name, known)
    if len(values) > 1 and name in tallied.links:
        return None
    return [name_list(record, dimension, name, value) for value in values]


def fetch_total(connection: Connection, record: str, filter: Filter, known: Mapping[str, Known]) -> int | None:
    """How many records the filter leaves."""
    names, tallied = filtering(filter), TALLIED[record]
    if "since" in names or "until" in names:
        return fetch_total_of_months(connection, record, filter, known)
    if not names:
        return sum_numbers(connection, [name_list(record, SIZE)], ["records"])
    *outer, name = names
    if name not in (*tallied.columns, *tallied.links) or (outer and name not in tallied.within):
        return None
    lists, values = find_lists(record, filter, name, known, name), chosen_values(filter, name, known)
    if lists is None or (len(values) > 1 and name in tallied.links):
        return None
    return sum_numbers(connection, lists, values)


def fetch_total_of_months(
    connection: Connection, record: str, filter: Filter, known: Mapping[str, Known]
) -> int | None:
    """The same where dates are chosen, if they are whole months, as those of the bars are."""
    since, until = getattr(filter, "since", None), getattr(filter, "until", None)
    whole = (not since or since.day == 1) and (not until or until.day == monthrange(until.year, until.month)[1])
    lists = find_lists(record, filter, "month", known, "since", "until") if whole else None
    if lists is None:
        return None
    months = {"first": since.isoformat()[:7] if since else "0", "last": until.isoformat()[:7] if until else "9999-12"}
    sql = """SELECT coalesce(sum(number), 0) AS number FROM tally WHERE list IN (SELECT value FROM json_each(:lists))
        AND value BETWEEN :first AND :last"""
    return int(rows(connection, Statement(sql, {"lists": json.dumps(lists), **months}))[0].number)


def find_rarest(connection: Connection, record: str, filter: Filter, known: Mapping[str, Known]) -> str:
    """Of several parameters that choose one value each, the one with the fewest records; beside words, which come first,
    only if it leaves few. "" where there is none."""
    tallied = TALLIED[record]
    chosen = [
        (name, name_list(record, name), values[0])
        for name in (*tallied.columns, *tallied.links)
        if len(getattr(filter, name, ())) == 1 and (values := chosen_values(filter, name, known))
    ]
    words = bool(getattr(filter, "q", ""))
    if len(chosen) < (1 if words else 2):
        return ""
    number = "coalesce((SELECT number FROM tally WHERE list = one.value ->> 1 AND tally.value = one.value ->> 2), 0)"
    sql = f"SELECT one.value ->> 0 AS name, {number} AS number FROM json_each(:chosen) AS one ORDER BY 2 LIMIT 1"
    rarest = rows(connection, Statement(sql, {"chosen": json.dumps(chosen)}))[0]
    return "" if words and rarest.number > FEW_BESIDE_WORDS else str(rarest.name)


def sum_numbers(connection: Connection, lists: Sequence[str], values: Sequence[str]) -> int:
    sql = """SELECT coalesce(sum(number), 0) AS number FROM tally WHERE list IN (SELECT value FROM json_each(:lists))
        AND value IN (SELECT value FROM json_each(:values))"""
    found = rows(connection, Statement(sql, {"lists": json.dumps(lists), "values": json.dumps(values)}))
    return int(found[0].number)


def fetch_choices(
    connection: Connection, record: str, filter: Filter, name: str, known: Mapping[str, Known], most: int
) -> list[Any] | None:
    """As the rows of listing.select_choices, from the counters: the values that are chosen, then those with the greatest
    numbers, `most` in all."""
    tallied = TALLIED[record]
    lists = find_lists(record, filter, name, known, name) if name in (*tallied.columns, *tallied.links) else None
    if lists is None:
        return None
    return fetch_of_lists(connection, lists, chosen_values(filter, name, known), most, actors=name in ACTORS)


def fetch_of_lists(
    connection: Connection, lists: Sequence[str], values: Sequence[str], most: int, *, actors: bool
) -> list[Any]:
    """The values that are chosen, then those with the greatest numbers, `most` in all."""
    named = name_actors if actors else name_themselves
    greatest = remembered(connection, named(select_greatest(lists, most)))
    if not values:
        return greatest
    chosen = rows(connection, named(select_values(lists, values)))
    keys = {row.value for row in chosen}
    return [*chosen, *(row for row in greatest if row.value not in keys)][:most]


def select_counts(lists: Sequence[str]) -> Statement:
    if len(lists) == 1:
        return Statement("SELECT value, number FROM tally WHERE list = :list", {"list": lists[0]})
    sql = """SELECT value, sum(number) AS number FROM tally WHERE list IN (SELECT value FROM json_each(:lists))
        GROUP BY value"""
    return Statement(sql, {"lists": json.dumps(lists)})


def select_greatest(lists: Sequence[str], most: int) -> Statement:
    """The values of the lists that have the greatest numbers; and how many there are in all, as `groups`."""
    counts = select_counts(lists)
    sql = f"""SELECT value, number, FALSE AS chosen, (SELECT count(*) FROM ({counts.sql})) AS groups
        FROM ({counts.sql}) ORDER BY number DESC, value LIMIT {most}"""
    return Statement(sql, counts.values)


def select_values(lists: Sequence[str], values: Sequence[str]) -> Statement:
    """The values that are named, if the lists have them, with their numbers; how many there are in all is left out."""
    counts = select_counts(lists)
    sql = f"""SELECT value, number, TRUE AS chosen, 0 AS groups
        FROM ({counts.sql}) WHERE value IN (SELECT value FROM json_each(:values))"""
    return Statement(sql, {**counts.values, "values": json.dumps(values)})


def name_actors(statement: Statement) -> Statement:
    """The same with keys and names of the actors whose ids the values are."""
    sql = f"""SELECT actor.key AS value, actor.name AS label, number, chosen, groups FROM ({statement.sql}) AS counted
        JOIN actor ON actor.id = CAST(counted.value AS INTEGER) ORDER BY number DESC, label"""
    return Statement(sql, statement.values)


def name_themselves(statement: Statement) -> Statement:
    return Statement(f"SELECT *, value AS label FROM ({statement.sql}) ORDER BY number DESC, label", statement.values)


def fetch_months(
    connection: Connection, record: str, filter: Filter, known: Mapping[str, Known]
) -> dict[str | None, int] | None:
    """How many records there are in each month (2025-08, None for those without a date), whatever days are chosen."""
    lists = find_lists(record, filter, "month", known, "since", "until")
    if lists is None:
        return None
    sql = """SELECT value, sum(number) AS number FROM tally WHERE list IN (SELECT value FROM json_each(:lists))
        GROUP BY value"""
    return {row.value or None: row.number for row in rows(connection, Statement(sql, {"lists": json.dumps(lists)}))}
