"""What every list page asks of the store: which records a filter leaves, how many, in what order, when, and the
counts of its choices.

A `Family` (family.py) says in SQL how one kind of record is filtered, ordered and counted; the statements are built
here, once for all families. Lists are bound as JSON, so that a statement's text depends on which parameters are used, not on how
many values they have, and SQLite prepares it once. Ids come first, the columns to show are joined to those few ids.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Row

from app.store.ids import DAY_ZERO, RECORDS
from app.store.queries.columns import HEADING
from app.store.queries.counted import Known, fetch_months, fetch_total, find_lists
from app.store.queries.counted import fetch_choices as fetch_counted
from app.store.queries.family import (
    NEWEST_DOCUMENTS,
    Family,
    bound,
    chosen_actors,
    find_path,
    select_newest,
    source,
    where,
)
from app.store.queries.filters import Filter
from app.store.queries.histogram import Histogram, are_long, lay_bars
from app.store.queries.paging import Order, beyond, mark_columns, order_by
from app.store.queries.statements import Statement, full_text, newest, newest_first, newest_linked, rows
from app.store.queries.values import Choice, Choices, Listing
from app.store.tally import SIZE

__all__ = [
    "NEWEST_DOCUMENTS",
    "Family",
    "Statement",
    "bound",
    "chosen_actors",
    "find_path",
    "full_text",
    "newest",
    "newest_first",
    "newest_linked",
    "rows",
    "source",
    "where",
]

Entry = TypeVar("Entry")
MOST_CHOICES, MORE_CHOICES = 12, 400
# Of records with some words, choices and bars are counted among so many of the newest, unless the reader wants all.
MOST_COUNTED = 1000
FEW = 1000  # records whose days are counted as they are
ACTOR_PARAMETERS = ("speaker", "holder", "addressee", "actor", "affected", "side")


def select_total(family: Family, filter: Filter) -> Statement:
    values = bound(filter, read_words=family.read_words)
    path = find_path(family, values)
    return Statement(f"SELECT count(*) FROM {path.ids} WHERE {path.where}", values)


def select_ids(family: Family, filter: Filter) -> Statement:
    """Ids of one page and of one record more, in the filter's order: from behind the record whose key is `after`, or
    backwards from before the one whose key is `before`."""
    values = bound(filter, read_words=family.read_words)
    path = find_path(family, values)
    order = tuple(
        (each.replace(f"{family.table}.id", path.id), descends) for each, descends in order_of(family, filter)
    )
    cursor, backwards = cursor_of(filter)
    condition, mark = path.where, ""
    if cursor:
        mark = f"""WITH mark AS (SELECT {mark_columns(order_of(family, filter))} FROM {source(family)}
            WHERE {family.table}.{family.key} = :cursor)"""
        condition, values["cursor"] = f"{condition} AND {beyond(order, 'mark', backwards)}", cursor
    sql = f"""{mark} SELECT {path.id} AS id FROM {path.source} WHERE {condition}
        ORDER BY {order_by(order, backwards)} LIMIT {family.length + 1}"""
    return Statement(sql, values)


def order_of(family: Family, filter: Filter) -> Order:
    return family.orders[getattr(filter, "sort", "") or next(iter(family.orders))]


def cursor_of(filter: Filter) -> tuple[str, bool]:
    """The key from which a list goes on, and whether it goes backwards from there."""
    after, before = getattr(filter, "after", ""), getattr(filter, "before", "")
    return (after, False) if after else (before, bool(before))


def counted_source(family: Family, values: Mapping[str, Any], capped: bool) -> tuple[str, str]:
    """Where to count what the values leave, and its condition; where `capped`, only the newest MOST_COUNTED of it."""
    if not capped:
        path = find_path(family, values)
        return path.source, path.where
    newest_ids = select_newest(family, values, MOST_COUNTED)
    return f"({newest_ids}) AS counted CROSS JOIN {family.table} ON {family.table}.id = counted.id", "TRUE"


def select_choices(family: Family, filter: Filter, name: str, capped: bool = False) -> Statement:
    """What a parameter can be set to, with how many records each value would leave while all other parameters stay."""
    joins, value, label = family.choices[name]
    values = bound(filter, name, read_words=family.read_words)
    chosen = json.dumps([str(each) for each in getattr(filter, name)])
    counted, condition = counted_source(family, values, capped)
    sql = f"""SELECT {value} AS value, {label} AS label, {family.number} AS number,
            {value} IN (SELECT value FROM json_each(:chosen)) AS chosen, count(*) OVER () AS groups
        FROM {counted} {joins} WHERE {condition} AND {value} IS NOT NULL GROUP BY {value}
        ORDER BY chosen DESC, number DESC, label LIMIT {most_choices(filter, name) + 8}"""
    return Statement(sql, {**values, "chosen": chosen})


def select_document_choices(
    family: Family, filter: Filter, known: Mapping[str, Known], capped: bool = False
) -> Statement:
    """The chosen documents and the newest that have records which the other parameters leave, with how many."""
    values, most = bound(filter, "document", read_words=family.read_words), most_choices(filter, "document") + 8
    path, newest_ids = find_path(family, values), select_newest(family, values, most * 50)
    lists = find_lists(family.tallied, filter, SIZE, known, "document")
    if lists is None or len(lists) != 1:
        counted, condition = counted_source(family, values, capped)
        groups = f"SELECT count(DISTINCT {family.table}.document_id) FROM {counted} WHERE {condition}"
    else:
        groups, values["list"] = (
            "SELECT coalesce(max(number), 0) FROM tally WHERE list = :list AND value = 'documents'",
            lists[0],
        )
    values["chosen"] = json.dumps([known[slug].id for slug in getattr(filter, "document", ()) if slug in known])
    here = f"{path.id} BETWEEN d.id * {RECORDS} AND d.id * {RECORDS} + {RECORDS - 1}"
    sql = f"""SELECT document.slug AS value, {HEADING} AS label, d.chosen, ({groups}) AS groups,
            (SELECT count(*) FROM {path.ids} WHERE {path.where} AND {here}) AS number
        FROM (SELECT value AS id, TRUE AS chosen FROM json_each(:chosen) UNION ALL SELECT id, FALSE FROM (
                SELECT DISTINCT id / {RECORDS} AS id FROM ({newest_ids}) ORDER BY 1 DESC LIMIT {most})
            WHERE id NOT IN (SELECT value FROM json_each(:chosen))) AS d
        JOIN document ON document.id = d.id WHERE number > 0 ORDER BY d.chosen DESC, d.id DESC"""
    return Statement(sql, values)


def most_choices(filter: Filter, name: str) -> int:
    return MORE_CHOICES if name in getattr(filter, "more", ()) else MOST_CHOICES


def select_days(family: Family, filter: Filter, capped: bool = False) -> Statement:
    """How many records there are on each day, whatever days are chosen."""
    values = bound(filter, "since", "until", read_words=family.read_words)
    if family.dated and not capped:
        path = find_path(family, values)
        days = f"SELECT {path.id} / {family.dated} AS nth, count(*) AS number FROM {path.ids} WHERE {path.where} GROUP BY 1"
        return Statement(f"SELECT date(nullif(nth, 0) + {DAY_ZERO}) AS day, number FROM ({days})", values)
    counted, condition = counted_source(family, values, capped)
    return Statement(
        f"SELECT {family.day} AS day, count(*) AS number FROM {counted} WHERE {condition} GROUP BY 1", values
    )


def fetch_histogram(
    connection: Connection, family: Family, filter: Filter, known: Mapping[str, Known], total: int, capped: bool
) -> Histogram | None:
    """Of much, by month from the counters, unless it is so near in time that days matter."""
    if not family.day:
        return None
    since, until = getattr(filter, "since", None), getattr(filter, "until", None)
    months = fetch_months(connection, family.tallied, filter, known) if family.tallied and total > FEW else None
    if months and are_long(months):
        return lay_bars({f"{month}-01" if month else None: number for month, number in months.items()}, since, until)
    counts = {row.day: row.number for row in rows(connection, select_days(family, filter, capped))}
    return lay_bars(counts, since, until)


def fetch_choices(
    connection: Connection, family: Family, filter: Filter, known: Mapping[str, Known], capped: bool = False
) -> tuple[Choices, ...]:
    """The choices of every parameter of the family; chosen keys stay listed even at 0."""
    made = []
    for name in family.choices:
        if not getattr(filter, name) and name in family.offered:
            condition = Statement(f"SELECT {family.offered[name]} AS holds", {})
            if not rows(connection, condition)[0].holds:
                continue
        found = fetch_values(connection, family, filter, name, known, capped)
        listed = [Choice(str(row.value), row.label, row.number, bool(row.chosen)) for row in found]
        counted = {choice.value for choice in listed}
        gone = [str(key) for key in getattr(filter, name) if str(key) not in counted]
        labels = {key: one.name for key, one in known.items()}
        shown = [Choice(key, labels.get(key, key), 0, True) for key in gone] + listed
        groups = max((row.groups for row in found), default=0)
        most = max(most_choices(filter, name), sum(choice.chosen for choice in shown))
        made.append(Choices(name, tuple(shown[:most]), max(groups + len(gone) - most, 0)))
    return tuple(made)


def fetch_values(
    connection: Connection, family: Family, filter: Filter, name: str, known: Mapping[str, Known], capped: bool
) -> list[Any]:
    """From the counters where they know, else counted."""
    if family.choices[name] is NEWEST_DOCUMENTS:
        return rows(connection, select_document_choices(family, filter, known, capped))
    most = most_choices(filter, name) + 8
    kept = fetch_counted(connection, family.tallied, filter, name, known, most) if family.tallied else None
    return rows(connection, select_choices(family, filter, name, capped)) if kept is None else kept


def fetch_known(connection: Connection, filter: Filter) -> dict[str, Known]:
    """The chosen actors and documents by key; those that the store does not have are left out."""
    actors = [key for name in ACTOR_PARAMETERS for key in getattr(filter, name, ())]
    documents = getattr(filter, "document", ())
    if not actors and not documents:
        return {}
    sql = f"""SELECT key, name, id FROM actor WHERE key IN (SELECT value FROM json_each(:actors))
        UNION ALL SELECT slug, {HEADING}, id FROM document WHERE slug IN (SELECT value FROM json_each(:documents))"""
    values = {"actors": json.dumps(actors), "documents": json.dumps(documents)}
    return {row.key: Known(row.id, row.name) for row in rows(connection, Statement(sql, values))}


def fetch_names(connection: Connection, filter: Filter) -> dict[str, str]:
    """What the chosen actors and documents are called, by key."""
    return {key: known.name for key, known in fetch_known(connection, filter).items()}


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
    known = fetch_known(connection, filter)
    names = {key: one.name for key, one in known.items()}
    total = fetch_total(connection, family.tallied, filter, known) if family.tallied else None
    if total is None:
        total = rows(connection, select_total(family, filter))[0][0]
    wanted_all = "counts" in getattr(filter, "more", ())
    capped = bool(family.links and getattr(filter, "q", "")) and total > MOST_COUNTED and not wanted_all
    ids = [row.id for row in rows(connection, select_ids(family, filter))]
    cursor, backwards = cursor_of(filter)
    shown = ids[: family.length][:: -1 if backwards else 1]
    found = {row.id: row for row in rows(connection, select(json.dumps(shown)))}
    further = len(ids) > family.length
    listing = Listing(
        total=total,
        choices=fetch_choices(connection, family, filter, known, capped),
        names=names,
        unknown=unknown_keys(filter, names),
        next=found[shown[-1]].key if shown and (further or backwards) else None,
        previous=found[shown[0]].key if shown and ((further and backwards) or (cursor and not backwards)) else None,
        histogram=fetch_histogram(connection, family, filter, known, total, capped),
        orders=tuple(family.orders),
        counted=MOST_COUNTED if capped else total,
    )
    return listing, tuple(convert(found[each]) for each in shown)
