"""What the store holds, at a glance."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from app.records import DemandKind
from app.store.queries.branches import Question
from app.store.queries.columns import to_date
from app.store.queries.comparison import fetch_default, select_offered
from app.store.queries.demands import DemandEntry, newest_held, select_by_ids, to_demand
from app.store.queries.documents import DocumentEntry, fetch_newest
from app.store.queries.filters import OutcomeFilter
from app.store.queries.network import Edge, NetworkFilter, fetch_edges
from app.store.queries.outcomes import OutcomeEntry, fetch_questions
from app.store.queries.statements import Statement, remembered, rows
from app.store.queries.values import ActorLink, Choice

MOST_DOCUMENTS, MOST_ACTORS, MOST_PAIRS, MOST_QUESTIONS = 6, 10, 8, 2
MOST_LEAD, LEAD_EACH = 200, 4


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much of each kind the store holds, and the dates of its first and last dated document."""

    documents: int
    actors: int
    quotes: int
    demands: int
    outcomes: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Lead:
    """One of the two actors that the front page sets side by side, with some of what it wants."""

    actor: ActorLink
    demands: tuple[DemandEntry, ...]


@dataclass(frozen=True, slots=True)
class Loud:
    """An actor and how many positions it states: demands, goals and refusals."""

    actor: ActorLink
    side: str | None
    demands: int
    goals: int
    refusals: int

    @property
    def stated(self) -> int:
        return self.demands + self.goals + self.refusals


@dataclass(frozen=True, slots=True)
class Overview:
    holdings: Holdings
    lead: tuple[Lead, ...]
    asking: tuple[Edge, ...]
    actors: tuple[Loud, ...]
    documents: tuple[DocumentEntry, ...]
    questions: tuple[Question[OutcomeEntry], ...]
    offered: tuple[Choice, ...]


HELD = "coalesce((SELECT number FROM tally WHERE list = '{} size' AND value = 'records'), 0) AS {}s"
HOLDINGS = f"""SELECT (SELECT count(*) FROM actor) AS actors,
    {", ".join(HELD.format(record, record) for record in ("document", "quote", "demand", "outcome"))},
    (SELECT min(published_on) FROM document) AS first, (SELECT max(published_on) FROM document) AS last"""
OF_KIND = "coalesce((SELECT number FROM tally WHERE list = 'demand holder=' || a.id || ' kind' AND value = '{}'), 0)"
LOUDEST = f"""SELECT a.key, a.name, s.name AS side, held.number AS stated, {OF_KIND.format("demand")} AS demands,
        {OF_KIND.format("goal")} AS goals, {OF_KIND.format("refusal")} AS refusals
    FROM (SELECT value, number FROM tally WHERE list = 'demand holder' ORDER BY number DESC, value LIMIT {MOST_ACTORS})
        AS held JOIN actor AS a ON a.id = CAST(held.value AS INTEGER) LEFT JOIN actor AS s ON s.id = a.side_id
    ORDER BY stated DESC, a.key"""


def fetch_holdings(connection: Connection) -> Holdings:
    row = rows(connection, Statement(HOLDINGS, {}))[0]
    return Holdings(
        row.documents, row.actors, row.quotes, row.demands, row.outcomes, to_date(row.first), to_date(row.last)
    )


def fetch_loudest(connection: Connection) -> tuple[Loud, ...]:
    """The actors with most stated positions."""
    return tuple(
        Loud(ActorLink(row.key, row.name), row.side, row.demands, row.goals, row.refusals)
        for row in rows(connection, Statement(LOUDEST, {}))
    )


def fetch_lead(connection: Connection, pair: tuple[str, ...]) -> tuple[Lead, ...]:
    """A few positions of each of the pair, no two on one topic: demands first, then refusals, then goals.

    They are chosen among the newest MOST_LEAD of both.
    """
    sql = f"""SELECT r.id, actor.key AS holder, r.kind,
            (SELECT topic FROM demand_topic WHERE demand_id = r.id ORDER BY nth LIMIT 1) AS topic
        FROM demand AS r JOIN actor ON actor.id = r.holder_id WHERE r.id IN ({newest_held(MOST_LEAD)})
        ORDER BY r.id DESC"""
    newest = rows(connection, Statement(sql, {"holders": json.dumps(pair)}))
    chosen = {key: choose_lead([row for row in newest if row.holder == key]) for key in pair}
    ids = json.dumps([id_ for ids in chosen.values() for id_ in ids])
    found = {row.id: to_demand(row) for row in rows(connection, select_by_ids(ids))}
    entries = [tuple(found[id_] for id_ in ids) for ids in chosen.values() if ids]
    return tuple(Lead(demands[0].holder, demands) for demands in entries)


def choose_lead(newest: Sequence[Row[Any]]) -> list[int]:
    """The ids of what the front page shows of one actor, among the newest of it."""
    order = {DemandKind.DEMAND: 0, DemandKind.REFUSAL: 1, DemandKind.GOAL: 2}
    by_topic: dict[str | None, int] = {}
    for row in sorted(newest, key=lambda row: order[DemandKind(row.kind)]):
        by_topic.setdefault(row.topic, row.id)
    return list(by_topic.values())[:LEAD_EACH]


def fetch_overview(connection: Connection) -> Overview:
    offered = remembered(connection, select_offered())
    pair = fetch_default(connection, offered)
    open_questions = [
        question for question in fetch_questions(connection, OutcomeFilter()) if len(question.branches) > 1
    ]
    return Overview(
        holdings=fetch_holdings(connection),
        lead=fetch_lead(connection, pair),
        asking=fetch_edges(connection, NetworkFilter(), {}, MOST_PAIRS)[0],
        actors=fetch_loudest(connection),
        documents=fetch_newest(connection, MOST_DOCUMENTS),
        questions=tuple(open_questions[:MOST_QUESTIONS]),
        offered=tuple(Choice(row.key, row.name, row.number, row.key in pair) for row in offered),
    )
