"""What the store holds, at a glance."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.records import DemandKind
from app.store.queries.branches import Question
from app.store.queries.columns import to_date
from app.store.queries.comparison import default_actors, select_offered
from app.store.queries.demands import DemandEntry, select_demands, to_demand
from app.store.queries.documents import DocumentEntry, fetch_documents
from app.store.queries.filters import DocumentFilter, OutcomeFilter
from app.store.queries.listing import Statement, newest, newest_first, rows
from app.store.queries.outcomes import OutcomeEntry, fetch_questions
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
class Asking:
    """How often one actor asks something of another, with the newest of it in its own words."""

    holder: ActorLink
    addressee: ActorLink
    number: int
    key: str
    words: str


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
    asking: tuple[Asking, ...]
    actors: tuple[Loud, ...]
    documents: tuple[DocumentEntry, ...]
    questions: tuple[Question[OutcomeEntry], ...]
    offered: tuple[Choice, ...]


HOLDINGS = """SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(*) FROM actor) AS actors,
    (SELECT count(*) FROM quote) AS quotes, (SELECT count(*) FROM demand) AS demands, (SELECT count(*) FROM outcome)
    AS outcomes,
    (SELECT min(published_on) FROM document) AS first, (SELECT max(published_on) FROM document) AS last"""
# With a bare column beside max(), SQLite takes it from the row that has the maximum.
ASKING = f"""SELECT h.key AS holder, h.name AS holder_name, a.key AS addressee, a.name AS addressee_name,
        count(*) AS number, max(d.id), d.key, d.text AS words
    FROM demand_addressee AS l JOIN demand AS d ON d.id = l.demand_id JOIN actor AS h ON h.id = d.holder_id
        JOIN actor AS a ON a.id = l.actor_id
    GROUP BY h.id, a.id ORDER BY number DESC, h.key, a.key LIMIT {MOST_PAIRS}"""


OF_KIND = "coalesce((SELECT number FROM tally WHERE list = 'demand holder=' || a.id || ' kind' AND value = '{}'), 0)"
LOUDEST = f"""SELECT a.key, a.name, s.name AS side, held.number AS stated, {OF_KIND.format("demand")} AS demands,
        {OF_KIND.format("goal")} AS goals, {OF_KIND.format("refusal")} AS refusals
    FROM tally AS held JOIN actor AS a ON a.id = CAST(held.value AS INTEGER) LEFT JOIN actor AS s ON s.id = a.side_id
    WHERE held.list = 'demand holder' ORDER BY stated DESC, a.key LIMIT {MOST_ACTORS}"""


def fetch_holdings(connection: Connection) -> Holdings:
    row = rows(connection, Statement(HOLDINGS, {}))[0]
    return Holdings(
        row.documents, row.actors, row.quotes, row.demands, row.outcomes, to_date(row.first), to_date(row.last)
    )


def fetch_asking(connection: Connection) -> tuple[Asking, ...]:
    """Who asks what of whom, the pairs with most demands first."""
    return tuple(
        Asking(
            ActorLink(row.holder, row.holder_name),
            ActorLink(row.addressee, row.addressee_name),
            row.number,
            row.key,
            row.words,
        )
        for row in rows(connection, Statement(ASKING, {}))
    )


def fetch_loudest(connection: Connection) -> tuple[Loud, ...]:
    """The actors with most stated positions."""
    return tuple(
        Loud(ActorLink(row.key, row.name), row.side, row.demands, row.goals, row.refusals)
        for row in rows(connection, Statement(LOUDEST, {}))
    )


def fetch_lead(connection: Connection, pair: tuple[str, ...]) -> tuple[Lead, ...]:
    """A few positions of each of the pair, no two on one topic: demands first, then refusals, then goals."""
    chosen = "r.holder_id IN (SELECT id FROM actor WHERE key IN (SELECT value FROM json_each(:pair)))"
    statement = select_demands(newest("demand", chosen, MOST_LEAD), pair=json.dumps(pair))
    found = [to_demand(row) for row in rows(connection, newest_first(statement))]
    return tuple(lead for key in pair if (lead := choose_lead(key, found)))


def choose_lead(key: str, demands: Sequence[DemandEntry]) -> Lead | None:
    """What the front page shows of the actor with this key; None where nothing of it is among the demands."""
    order = {DemandKind.DEMAND: 0, DemandKind.REFUSAL: 1, DemandKind.GOAL: 2}
    own = sorted((each for each in demands if each.holder.key == key), key=lambda each: order[DemandKind(each.kind)])
    by_topic: dict[str, DemandEntry] = {}
    for demand in own:
        by_topic.setdefault(demand.topics[0] if demand.topics else "", demand)
    return Lead(own[0].holder, tuple(by_topic.values())[:LEAD_EACH]) if own else None


def fetch_overview(connection: Connection) -> Overview:
    offered = rows(connection, select_offered())
    pair = default_actors([row.key for row in offered])
    open_questions = [
        question for question in fetch_questions(connection, OutcomeFilter()) if len(question.branches) > 1
    ]
    return Overview(
        holdings=fetch_holdings(connection),
        lead=fetch_lead(connection, pair),
        asking=fetch_asking(connection),
        actors=fetch_loudest(connection),
        documents=fetch_documents(connection, DocumentFilter()).documents[:MOST_DOCUMENTS],
        questions=tuple(open_questions[:MOST_QUESTIONS]),
        offered=tuple(Choice(row.key, row.name, row.number, row.key in pair) for row in offered),
    )
