"""What every list page asks of the store: which records a filter leaves, how many, in what order, when, and the
counts of its choices.

A `Family` (family.py) says in SQL how one kind of record is filtered, ordered and counted; the statements are built
here, once for all families. Lists are bound as JSON, so that a statement's text depends on which parameters are used, not on how
many values they have, and SQLite prepares it once. Ids come first, the columns to show are joined to those few ids.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, Row

from app.store.ids import RECORDS
from app.store.queries.columns import HEADING
from app.store.queries.counted import Known, fetch_total, find_lists, find_rarest
from app.store.queries.counted import fetch_choices as fetch_counted
from app.store.queries.days import fetch_histogram
from app.store.queries.family import (
    NEWEST_DOCUMENTS,
    Family,
    bound,
    chosen_actors,
    counted_source,
    find_path,
    select_newest,
    source,
    where,
)
from app.store.queries.filters import Filter
from app.store.queries.hits import fetch_hits
from app.store.queries.paging import Order, beyond, by_time, mark_columns, order_by, select_oldest
from app.store.queries.statements import Statement, full_text, newest, newest_first, newest_linked, remembered, rows
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
# Where no counter knows them, choices and bars are counted among so many of the newest, unless the reader wants all.
MOST_COUNTED, ALL = 1000, -1
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
    found, most = f"{path.source} WHERE {condition}", family.length + 1
    if order_of(family, filter) == by_time(family.table, descends=False):
        return Statement(f"{mark} {select_oldest(family.table, found, path.id, bool(mark), backwards, most)}", values)
    sql = f"{mark} SELECT {path.id} AS id FROM {found} ORDER BY {order_by(order, backwards)} LIMIT {most}"
    return Statement(sql, values)


def order_of(family: Family, filter: Filter) -> Order:
    return family.orders[getattr(filter, "sort", "") or next(iter(family.orders))]


def cursor_of(filter: Filter) -> tuple[str, bool]:
    """The key from which a list goes on, and whether it goes backwards from there."""
    after, before = getattr(filter, "after", ""), getattr(filter, "before", "")
    return (after, False) if after else (before, bool(before))


def select_choices(family: Family, filter: Filter, name: str, capped: bool = False) -> Statement:
    """What a parameter can be set to, with how many records each value would leave while all other parameters stay."""
    joins, value, label = family.choices[name]
    values = bound(filter, name, read_words=family.read_words)
    chosen = json.dumps([str(each) for each in getattr(filter, name)])
    counted, condition = counted_source(family, values, MOST_COUNTED if capped else None)
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
    path, room = find_path(family, values), most * 50
    lists = find_lists(family.tallied, filter, SIZE, known, "document")
    if lists is None or len(lists) != 1:
        counted, condition = counted_source(family, values, MOST_COUNTED if capped else None)
        groups = f"SELECT count(DISTINCT {family.table}.document_id) FROM {counted} WHERE {condition}"
    else:
        groups, values["list"] = (
            "SELECT coalesce(max(number), 0) FROM tally WHERE list = :list AND value = 'documents'",
            lists[0],
        )
    values["chosen"] = json.dumps([known[slug].id for slug in getattr(filter, "document", ()) if slug in known])
    here = f"{path.id} BETWEEN value * {RECORDS} AND value * {RECORDS} + {RECORDS - 1}"
    # Of the newest records the last document may have more than there was room for.
    sql = f"""WITH newest AS MATERIALIZED (SELECT id / {RECORDS} AS id, count(*) AS number
            FROM ({select_newest(family, values, room)}) GROUP BY 1),
        whole AS (SELECT * FROM newest WHERE (SELECT sum(number) FROM newest) < {room}
            OR id > (SELECT min(id) FROM newest) OR (SELECT count(*) FROM newest) = 1)
        SELECT document.slug AS value, {HEADING} AS label, d.chosen, ({groups}) AS groups, number
        FROM (SELECT value AS id, TRUE AS chosen, (SELECT count(*) FROM {path.ids} WHERE {path.where} AND {here}) AS number
                FROM json_each(:chosen)
            UNION ALL SELECT * FROM (SELECT id, FALSE, number FROM whole
                WHERE id NOT IN (SELECT value FROM json_each(:chosen)) ORDER BY id DESC LIMIT {most})) AS d
        JOIN document ON document.id = d.id WHERE number > 0 ORDER BY d.chosen DESC, d.id DESC"""
    return Statement(sql, values)


def most_choices(filter: Filter, name: str) -> int:
    return MORE_CHOICES if name in getattr(filter, "more", ()) else MOST_CHOICES


def offered(connection: Connection, family: Family, filter: Filter) -> list[str]:
    """The parameters that the reader can choose by."""
    return [
        name
        for name in family.choices
        if getattr(filter, name)
        or name not in family.offered
        or rows(connection, Statement(f"SELECT {family.offered[name]} AS holds", {}))[0].holds
    ]


def fetch_choices(
    connection: Connection,
    family: Family,
    filter: Filter,
    known: Mapping[str, Known],
    names: Iterable[str],
    hits: Mapping[str, Sequence[Any]] | None = None,
    capped: bool = False,
) -> tuple[Choices, ...]:
    """The choices of the parameters; chosen keys stay listed even at 0. `hits` are what was counted in one pass (hits.py),
    of the newest records alone where that is `capped`."""
    made = []
    for name in names:
        if hits is not None and not getattr(filter, name):
            found = hits.get(name, ())
        else:
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
    if family.links:
        family = replace(family, start=find_rarest(connection, family.tallied, filter, known))
    total = fetch_total(connection, family.tallied, filter, known) if family.tallied else None
    if total is None:
        total = remembered(connection, select_total(family, filter))[0][0]
    unknown = bool(family.links) and find_lists(family.tallied, filter, SIZE, known) is None
    wanted_all = "counts" in getattr(filter, "more", ())
    capped = unknown and total > MOST_COUNTED and not wanted_all
    ids = [row.id for row in rows(connection, select_ids(family, filter))]
    cursor, backwards = cursor_of(filter)
    shown = ids[: family.length][:: -1 if backwards else 1]
    found = {row.id: row for row in rows(connection, select(json.dumps(shown)))}
    further = len(ids) > family.length
    choosing = offered(connection, family, filter)
    free = [name for name in choosing if not getattr(filter, name)]
    documents = most_choices(filter, "document") + 8
    limit = ALL if wanted_all else MOST_COUNTED
    hits = fetch_hits(connection, family, filter, free, limit, documents) if unknown else None
    listing = Listing(
        total=total,
        choices=fetch_choices(connection, family, filter, known, choosing, hits, capped),
        names=names,
        unknown=unknown_keys(filter, names),
        next=found[shown[-1]].key if shown and (further or backwards) else None,
        previous=found[shown[0]].key if shown and ((further and backwards) or (cursor and not backwards)) else None,
        histogram=fetch_histogram(connection, family, filter, known, total, hits, MOST_COUNTED if capped else None),
        orders=tuple(family.orders),
        counted=MOST_COUNTED if capped else total,
    )
    return listing, tuple(convert(found[each]) for each in shown)
