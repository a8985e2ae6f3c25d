"""The page of outcomes: conditions as questions, promises and threats as threads, and one list."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.store.queries.branches import Question
from app.store.queries.filters import OutcomeFilter
from app.store.queries.ledger import Ledger, fetch_ledger
from app.store.queries.listing import fetch_listing
from app.store.queries.outcomes import OUTCOMES, OutcomeEntry, fetch_questions, select_by_ids, to_outcome
from app.store.queries.values import Listing

# How many stand above the list, and how many on a view of their own.
FEW_QUESTIONS, FEW_THREADS, MOST_THREADS = 3, 6, 48


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """`questions` are those with two branches or more, and on their own view the lone conditions, too. `open` is how
    many questions of either kind there are."""

    filter: OutcomeFilter
    listing: Listing
    questions: tuple[Question[OutcomeEntry], ...]
    open: int
    ledger: Ledger
    outcomes: tuple[OutcomeEntry, ...]


def fetch_outcomes(connection: Connection, filter: OutcomeFilter) -> OutcomePage:
    """One page of the outcomes that the filter leaves, with the questions and threads among them."""
    listing, outcomes = fetch_listing(connection, OUTCOMES, filter, select_by_ids, to_outcome)
    questions = fetch_questions(connection, filter)
    shown = sorted(questions, key=lambda question: len(question.branches) < 2)
    if filter.view != "conditions":
        shown = [question for question in shown if len(question.branches) > 1][:FEW_QUESTIONS]
    ledger = fetch_ledger(connection, filter, MOST_THREADS if filter.view == "ledger" else FEW_THREADS)
    return OutcomePage(filter, listing, tuple(shown), len(questions), ledger, outcomes)
