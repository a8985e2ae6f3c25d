"""How many records of a list there are in time: from counters, from ids that tell the day, or counted."""

import json
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection

from app.store.queries.counted import Known, fetch_months
from app.store.queries.family import Family, bound, counted_source, find_path
from app.store.queries.filters import Filter
from app.store.queries.histogram import Histogram, are_long, lay_bars
from app.store.queries.hits import DAY
from app.store.queries.statements import Statement, rows

FEW = 1000  # records whose days are counted as they are


def fetch_histogram(
    connection: Connection,
    family: Family,
    filter: Filter,
    known: Mapping[str, Known],
    total: int,
    hits: Mapping[str, Sequence[Any]] | None,
    most: int | None,
) -> Histogram | None:
    """Of much, by month from the counters or by ids, unless it is so near in time that days matter. Of the newest `most`
    alone what `hits` (hits.py) has counted."""
    if not family.day:
        return None
    since, until = getattr(filter, "since", None), getattr(filter, "until", None)
    if hits is not None and not since and not until:
        return lay_bars({row.value: row.number for row in hits.get(DAY, ())})
    months = None
    if total > FEW:
        months = fetch_months(connection, family.tallied, filter, known) if family.tallied else None
        if months is None and family.dated and most is None:
            months = fetch_months_of_ids(connection, family, filter)
    if months and are_long(months):
        return lay_bars({f"{month}-01" if month else None: number for month, number in months.items()}, since, until)
    counts = {row.day: row.number for row in rows(connection, select_days(family, filter, most))}
    return lay_bars(counts, since, until)


def select_days(family: Family, filter: Filter, most: int | None = None) -> Statement:
    """How many records there are on each day, whatever days are chosen."""
    values = bound(filter, "since", "until", read_words=family.read_words)
    counted, condition = counted_source(family, values, most)
    return Statement(
        f"SELECT {family.day} AS day, count(*) AS number FROM {counted} WHERE {condition} GROUP BY 1", values
    )


def fetch_months_of_ids(connection: Connection, family: Family, filter: Filter) -> dict[str | None, int]:
    """How many records there are in each month, as counters.fetch_months, where ids tell the day: each month is a stretch
    of an index, which is counted without being sorted."""
    values = bound(filter, "since", "until", read_words=family.read_words)
    path = find_path(family, values)
    found = f"FROM {path.ids} WHERE {path.where} AND {path.id}"
    first, last = (f"(SELECT {path.id} {found} >= {family.dated} ORDER BY 1 {way} LIMIT 1)" for way in ("ASC", "DESC"))
    ends = rows(connection, Statement(f"SELECT {first} AS first, {last} AS last", values))[0]
    if ends.first is None:
        return {}
    days = [day.toordinal() for day in list_months(ends.first // family.dated, ends.last // family.dated)]
    edges = [0, 1, *days[1:], ends.last // family.dated + 1]  # what has no date, then month by month
    names = ["", *(date.fromordinal(day).isoformat()[:7] for day in days)]
    stretches = [
        (name, start * family.dated, end * family.dated)
        for name, (start, end) in zip(names, pairwise(edges), strict=True)
    ]
    sql = f"""SELECT value ->> 0 AS month, (SELECT count(*) {found} >= value ->> 1 AND {path.id} < value ->> 2) AS number
        FROM json_each(:stretches)"""
    counted = rows(connection, Statement(sql, {**values, "stretches": json.dumps(stretches)}))
    return {row.month or None: row.number for row in counted if row.number}


def list_months(first: int, last: int) -> list[date]:
    """The first days of the months in which the ordinal days lie, and of all between them."""
    found = [date.fromordinal(first).replace(day=1)]
    while (following := found[-1].toordinal() + monthrange(found[-1].year, found[-1].month)[1]) <= last:
        found.append(date.fromordinal(following))
    return found
