"""What the store holds, at a glance."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.store.queries.actors import ActorEntry, fetch_actors
from app.store.queries.branches import Question
from app.store.queries.columns import to_date
from app.store.queries.comparison import default_actors, select_offered
from app.store.queries.documents import DocumentEntry, fetch_documents
from app.store.queries.filters import ActorFilter, DocumentFilter, OutcomeFilter
from app.store.queries.listing import Statement, rows
from app.store.queries.outcomes import OutcomeEntry, fetch_questions
from app.store.queries.values import ActorLink, Choice

MOST_DOCUMENTS, MOST_ACTORS, MOST_PAIRS, MOST_QUESTIONS = 6, 10, 8, 2


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
class Overview:
    holdings: Holdings
    asking: tuple[Asking, ...]
    actors: tuple[ActorEntry, ...]
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


def fetch_overview(connection: Connection) -> Overview:
    offered = rows(connection, select_offered())
    pair = default_actors([row.key for row in offered])
    open_questions = [
        question for question in fetch_questions(connection, OutcomeFilter()) if len(question.branches) > 1
    ]
    return Overview(
        holdings=fetch_holdings(connection),
        asking=fetch_asking(connection),
        actors=fetch_actors(connection, ActorFilter()).actors[:MOST_ACTORS],
        documents=fetch_documents(connection, DocumentFilter()).documents[:MOST_DOCUMENTS],
        questions=tuple(open_questions[:MOST_QUESTIONS]),
        offered=tuple(Choice(row.key, row.name, row.number, row.key in pair) for row in offered),
    )
