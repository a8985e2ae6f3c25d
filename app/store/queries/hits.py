"""The newest of many records, counted by all choices and days in one pass: where no counter knows how many there are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.store.queries.columns import HEADING
from app.store.queries.family import NEWEST_DOCUMENTS, Family, bound, select_newest
from app.store.queries.filters import Filter
from app.store.queries.statements import Statement, remembered, rows

DAY = "day"


class Counted(NamedTuple):
    """A value of a parameter, or a day, with how many records have it; `groups` is how many values there are."""

    value: Any
    label: str
    number: int
    chosen: bool
    groups: int


def fetch_hits(
    connection: Connection, family: Family, filter: Filter, names: Iterable[str], most: int, documents: int
) -> Mapping[str, list[Counted]]:
    """Of the newest `most` records that the filter leaves (of all where it is negative): the values of the parameters
    `names`, none of which it chooses, those with the greatest numbers first (the newest `documents`); and the days, under
    DAY. Whoever turns the pages of a list has its newest counted once; the values of all would take much room."""
    found: dict[str, list[Any]] = defaultdict(list)
    ask = rows if most < 0 else remembered
    for row in ask(connection, select_hits(family, filter, names, most, documents)):
        found[row.name].append(row)
    hits = {}
    for name, same in found.items():
        values = [Counted(row.value, row.label, row.number, False, row.groups or len(same)) for row in same]
        newest = family.choices.get(name) is NEWEST_DOCUMENTS
        hits[name] = values if newest else sorted(values, key=lambda each: (-each.number, each.label or ""))
    return hits


def select_hits(family: Family, filter: Filter, names: Iterable[str], most: int, documents: int) -> Statement:
    """Each record is read once, as far as its values are counted."""
    values = bound(filter, read_words=family.read_words)
    arms = [select_arm(family, name, documents) for name in names]
    arms.append(
        f"SELECT '{DAY}' AS name, {family.day} AS value, NULL AS label, count(*) AS number, NULL AS groups FROM hit GROUP BY 2"
    )
    own = re.compile(rf"\b{family.table}\.(?=\w)")
    wanted = dict.fromkeys(["id", *re.findall(rf"{own.pattern}(\w+)", " ".join(arms))])
    columns = ", ".join(f"{family.table}.{column}" for column in wanted)
    hits = f"""SELECT {columns} FROM ({select_newest(family, values, most)}) AS newest
        CROSS JOIN {family.table} ON {family.table}.id = newest.id"""
    return Statement(
        f"WITH hit AS MATERIALIZED ({hits}) {' UNION ALL '.join(own.sub('hit.', arm) for arm in arms)}", values
    )


def select_arm(family: Family, name: str, documents: int) -> str:
    """The values of one parameter among the hits."""
    if family.choices[name] is NEWEST_DOCUMENTS:
        document = f"{family.table}.document_id"
        return f"""SELECT '{name}' AS name, document.slug AS value, {HEADING} AS label, number, groups FROM (
                SELECT {document} AS id, count(*) AS number, count(*) OVER () AS groups FROM hit
                GROUP BY 1 ORDER BY 1 DESC LIMIT {documents}) AS within
            CROSS JOIN document ON document.id = within.id"""
    joins, value, label = family.choices[name]
    joins = re.sub(r"(?<!CROSS )\bJOIN\b", "CROSS JOIN", joins)  # from the hits to the rest, not the other way round
    return f"""SELECT '{name}' AS name, {value} AS value, {label} AS label, count(*) AS number, NULL AS groups
        FROM hit {joins} WHERE {value} IS NOT NULL GROUP BY 2"""
