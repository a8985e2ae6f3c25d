"""Two to five actors side by side, topic by topic: who states what, and how the statements of a row relate."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Row

from app.records import DemandKind, Topic
from app.store.queries.columns import count_of, to_date
from app.store.queries.demands import DemandEntry, newest_held, select_demands, to_demand
from app.store.queries.filters import CompareFilter
from app.store.queries.listing import Statement, newest_first, rows, unknown_keys
from app.store.queries.network import PAIRS
from app.store.queries.relations import Cell, Relation, find_relations
from app.store.queries.silences import Declined, Report, fetch_declined, fetch_reports
from app.store.queries.statements import remembered
from app.store.queries.values import ActorLink, Choice

DEFAULT_ACTORS = ("donald-trump", "vladimir-putin")
MOST_FACING = 50
MOST_ACTORS = 5
MOST_DEMANDS = 400
MOST_OFFERED = 200
HELD = "r.holder_id IN (SELECT id FROM actor WHERE key IN (SELECT value FROM json_each(:holders)))"
CONDITIONS = {
    "kind": "r.kind IN (SELECT value FROM json_each(:kind))",
    # What has no topic stands among the other aims.
    "topic": """(EXISTS (SELECT 1 FROM demand_topic AS t
            WHERE t.demand_id = r.id AND t.topic IN (SELECT value FROM json_each(:topic)))
        OR ('other' IN (SELECT value FROM json_each(:topic))
            AND NOT EXISTS (SELECT 1 FROM demand_topic AS t WHERE t.demand_id = r.id)))""",
    "document": "r.document_id IN (SELECT id FROM document WHERE slug IN (SELECT value FROM json_each(:document)))",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One compared actor; `side` is the government whose positions stand beside its own if the reader switches them
    on."""

    actor: ActorLink
    kind: str
    role: str
    side: ActorLink | None
    stated: int
    said: int
    asked: int


@dataclass(frozen=True, slots=True)
class TopicRow:
    """`relations` are told by rule (relations.py); `reports`, one for each cell, say what others tell where a cell is
    empty."""

    topic: str
    cells: tuple[Cell, ...]
    speaking: tuple[ActorLink, ...]
    relations: tuple[Relation, ...]
    reports: tuple[tuple[Report, ...], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`kinds`, `topics` and `offered` are the choices of the form, `since` and `until` the dates of the documents that
    are quoted, `declined` what each column would not say. Rows on which most actors speak come first."""

    filter: CompareFilter
    columns: tuple[Column, ...]
    rows: tuple[TopicRow, ...]
    declined: tuple[tuple[Declined, ...], ...]
    kinds: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    offered: tuple[Choice, ...]
    documents: int
    undated: int
    since: date | None
    until: date | None
    unknown: tuple[str, ...]
    capped: bool

    @property
    def total(self) -> int:
        """How many positions are shown; one on two topics stands in two rows and counts once."""
        return len({demand.key for row in self.rows for cell in row.cells for demand in cell.demands})


def fetch_comparison(connection: Connection, filter: CompareFilter) -> Comparison:
    """The comparison that the filter asks for; where it names no actor, of the pair that the store offers by
    default."""
    offered = remembered(connection, select_offered())
    if set(filter.kind) == set(DemandKind):
        filter = replace(filter, kind=())  # every kind is what is shown anyway: one comparison, one address
    if not filter.actor:
        filter = replace(filter, actor=fetch_default(connection, offered))
    columns = fetch_columns(connection, filter.actor)
    known = {column.actor.key: column.actor.name for column in columns}
    found = rows(connection, select_positions(filter, columns))
    demands = [to_demand(row) for row in found]
    declined = fetch_declined(connection, list(known))
    dates = sorted(day for row in found if (day := to_date(row.published_on)))
    return Comparison(
        filter=filter,
        columns=columns,
        rows=lay_rows(connection, columns, demands, filter),
        declined=tuple(declined.get(key, ()) for key in known),
        kinds=count_kinds(connection, filter, columns),
        topics=count_topics(connection, filter, columns),
        offered=tuple(Choice(row.key, row.name, row.number, row.key in known) for row in offered),
        documents=len({demand.document.slug for demand in demands}),
        undated=len({demand.document.slug for demand in demands if demand.document.published_on is None}),
        since=dates[0] if dates else None,
        until=dates[-1] if dates else None,
        unknown=unknown_keys(filter, known),
        capped=len(found) >= MOST_DEMANDS,
    )


def fetch_default(connection: Connection, offered: Sequence[Row[Any]]) -> tuple[str, ...]:
    """The pair named by DEFAULT_ACTORS where the store has both; else the two that ask most of each other, each position of
    the one that states fewer counting as much; else the two with most positions."""
    stated = {row.key: row.number for row in offered}
    if stated.keys() >= set(DEFAULT_ACTORS):
        return DEFAULT_ACTORS
    weights = Counter[frozenset[str]]()
    for row in remembered(connection, Statement(FACING, {})):
        pair = frozenset({row.holder, row.addressee})
        weights[pair] += row.number * min(stated.get(key, 0) for key in pair)
    pair, weight = max(weights.items(), key=itemgetter(1), default=(frozenset(), 0))
    return tuple(key for key in stated if key in pair) if weight else tuple(stated)[:2]


FACING = f"""SELECT h.key AS holder, a.key AS addressee, number
    FROM ({PAIRS} ORDER BY number DESC, pair DESC LIMIT {MOST_FACING}) AS strongest
        JOIN actor AS h ON h.id = CAST(pair AS INTEGER)
        JOIN actor AS a ON a.id = CAST(substr(pair, instr(pair, ' ')) AS INTEGER)
    ORDER BY number DESC, h.key, a.key"""


def select_offered() -> Statement:
    """Actors with positions, those with most of them first; the default pair is always among them."""
    held = "SELECT value, number, {} AS always FROM tally WHERE list = 'demand holder' AND value {} IN ({})"
    always = "SELECT CAST(id AS TEXT) FROM actor WHERE key IN (SELECT value FROM json_each(:always))"
    sql = f"""SELECT actor.key, actor.name, number FROM ({held.format("TRUE", "", always)} UNION ALL SELECT * FROM (
            {held.format("FALSE", "NOT", always)} ORDER BY number DESC, value LIMIT {MOST_OFFERED}))
        JOIN actor ON actor.id = CAST(value AS INTEGER) ORDER BY always DESC, number DESC, actor.key"""
    return Statement(sql, {"always": json.dumps(DEFAULT_ACTORS)})


def fetch_columns(connection: Connection, keys: tuple[str, ...]) -> tuple[Column, ...]:
    sql = f"""SELECT actor.key, actor.name, actor.kind, actor.role, side.key AS side_key, side.name AS side_name,
            {count_of("demand", "holder")} AS stated,
            {count_of("quote", "speaker")} AS said,
            {count_of("demand", "addressee")} AS asked
        FROM actor LEFT JOIN actor AS side ON side.id = actor.side_id
        WHERE actor.key IN (SELECT value FROM json_each(:keys))"""
    found = {row.key: row for row in rows(connection, Statement(sql, {"keys": json.dumps(keys)}))}
    return tuple(
        Column(
            ActorLink(row.key, row.name),
            row.kind,
            row.role,
            ActorLink(row.side_key, row.side_name) if row.side_key else None,
            row.stated,
            row.said,
            row.asked,
        )
        for row in (found[key] for key in keys if key in found)
    )


def holders(filter: CompareFilter, columns: Sequence[Column]) -> list[str]:
    keys = [column.actor.key for column in columns]
    governments = [column.side.key for column in columns if column.side] if filter.governments else []
    return list(dict.fromkeys(keys + governments))


def conditions(filter: CompareFilter, columns: Sequence[Column], without: str = "") -> tuple[str, dict[str, Any]]:
    """The condition that a demand `r` of one of them is one that the filter leaves, and all values."""
    values: dict[str, Any] = {"holders": json.dumps(holders(filter, columns))}
    found = ["TRUE"]
    for name, condition in CONDITIONS.items():
        if name != without and getattr(filter, name):
            values[name] = json.dumps(getattr(filter, name))
            found.append(condition)
    return " AND ".join(found), values


def select_positions(filter: CompareFilter, columns: Sequence[Column]) -> Statement:
    """The newest positions of the compared: ids first, then what is shown is joined to those alone."""
    condition, values = conditions(filter, columns)
    return newest_first(select_demands(f"r.id IN ({newest_held(MOST_DEMANDS, condition)})", **values))


def count_kinds(connection: Connection, filter: CompareFilter, columns: Sequence[Column]) -> tuple[Choice, ...]:
    """From the counters where nothing but kinds is chosen."""
    condition, values = conditions(filter, columns, without="kind")
    if filter.topic or filter.document:
        sql = f"SELECT kind AS value, count(*) AS number FROM demand AS r WHERE {HELD} AND {condition} GROUP BY kind"
    else:
        sql = f"SELECT value, sum(number) AS number FROM tally WHERE list IN ({lists_of('kind')}) GROUP BY value"
    counts = {row.value: row.number for row in rows(connection, Statement(sql, values))}
    shown = filter.kind or tuple(DemandKind)
    return tuple(Choice(kind, kind, counts.get(kind, 0), kind in shown) for kind in DemandKind)


def lists_of(dimension: str) -> str:
    """The names of the counters' lists of what the compared state."""
    return f"SELECT 'demand holder=' || id || ' {dimension}' FROM actor WHERE key IN (SELECT value FROM json_each(:holders))"


def count_topics(connection: Connection, filter: CompareFilter, columns: Sequence[Column]) -> tuple[Choice, ...]:
    """The topics on which the compared state anything, those that are chosen too; from the counters where nothing but
    topics is chosen."""
    condition, values = conditions(filter, columns, without="topic")
    if filter.kind or filter.document:
        sql = f"""SELECT coalesce(t.topic, 'other') AS topic, count(*) AS number FROM demand AS r
            LEFT JOIN demand_topic AS t ON t.demand_id = r.id WHERE {HELD} AND {condition} GROUP BY 1"""
    else:
        sql = f"""SELECT iif(value = 'topic', 'other', value) AS topic, sum(number) AS number FROM tally
            WHERE list IN ({lists_of("topic")} UNION ALL {lists_of("lacking")}) GROUP BY 1"""
    counts = {row.topic: row.number for row in rows(connection, Statement(sql, values))}
    found = [Choice(topic, topic, counts.get(topic, 0), topic in filter.topic) for topic in Topic]
    return tuple(choice for choice in found if choice.count or choice.chosen)


def lay_rows(
    connection: Connection, columns: Sequence[Column], demands: Sequence[DemandEntry], filter: CompareFilter
) -> tuple[TopicRow, ...]:
    """A row for each topic on which one of the actors states something: those on which most of them do come first,
    then in the order in which topics are listed."""
    table: dict[str, tuple[Cell, ...]] = {}
    for topic in (topic for topic in Topic if not filter.topic or topic in filter.topic):
        within = [
            demand for demand in demands if (topic in demand.topics) or (topic == Topic.OTHER and not demand.topics)
        ]
        if within:
            table[topic] = lay_cells(columns, within, filter.governments)
    if len(demands) >= MOST_DEMANDS:
        table = mark_older(connection, table, [column.actor.key for column in columns])
    silent = [
        (cell.actor.key, topic) for topic in table for cell in table[topic] if not cell.demands and not cell.older
    ]
    reports = fetch_reports(connection, silent)
    made = [
        TopicRow(
            topic=topic,
            cells=cells,
            speaking=tuple(cell.actor for cell in cells if cell.demands),
            relations=find_relations(topic, cells),
            reports=tuple(reports.get((cell.actor.key, topic), ()) for cell in cells),
        )
        for topic, cells in table.items()
    ]
    return tuple(sorted(made, key=lambda row: -len(row.speaking)))


def mark_older(
    connection: Connection, table: Mapping[str, tuple[Cell, ...]], keys: Sequence[str]
) -> dict[str, tuple[Cell, ...]]:
    """The cells; those marked that are empty only because older positions are left out."""
    sql = """SELECT actor.key, iif(value = 'topic', 'other', value) AS topic FROM actor CROSS JOIN tally
            ON list IN ('demand holder=' || actor.id || ' topic', 'demand holder=' || actor.id || ' lacking')
        WHERE actor.key IN (SELECT value FROM json_each(:keys))"""
    stated = {(row.key, row.topic) for row in rows(connection, Statement(sql, {"keys": json.dumps(keys)}))}
    return {
        topic: tuple(replace(cell, older=not cell.demands and (cell.actor.key, topic) in stated) for cell in cells)
        for topic, cells in table.items()
    }


def lay_cells(columns: Sequence[Column], demands: Sequence[DemandEntry], governments: bool) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            column.actor,
            tuple(demand for demand in demands if speaks_for(demand, column, governments)),
            frozenset({column.actor.key} | ({column.side.key} if column.side else set())),
        )
        for column in columns
    )


def speaks_for(demand: DemandEntry, column: Column, governments: bool) -> bool:
    key = demand.holder.key
    return key == column.actor.key or (governments and column.side is not None and key == column.side.key)
