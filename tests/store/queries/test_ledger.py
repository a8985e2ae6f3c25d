"""Threads of promises and threats as the ledger tells them."""

import pytest

from app.store.database import Store
from app.store.queries.filters import OutcomeFilter
from app.store.queries.ledger import Ledger, fetch_ledger
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_outcome, make_parse

TOLD = [
    ("2031-01-01", "close the strait to grain ships", "threatened"),
    ("2031-02-01", "close the strait to all grain ships again", "threatened"),
    ("2031-03-01", "closed the strait to grain", "occurred"),
    ("2031-04-01", "pay for new lighthouses", "promised"),
]


@pytest.fixture
def told(store: Store) -> Store:
    for day, words, status in TOLD:
        document = make_document(f"Sundia may or did {words}.", day, published_on=day)
        outcome = make_outcome(document, words, status=status, actors=["sundia"], topics=["trade"])
        save_parse(store, make_parse(document, actors=[make_actor("Sundia", "country")], outcomes=[outcome]))
    return store


def fetch(store: Store, filter: OutcomeFilter, most: int = 9) -> Ledger:
    with store.connect() as connection:
        return fetch_ledger(connection, filter, most)


def test_a_thread_holds_all_that_followed_in_order_and_comes_before_the_open_ones(told: Store) -> None:
    ledger = fetch(told, OutcomeFilter())

    assert [[step.step for step in thread.steps] for thread in ledger.threads] == [
        ["announced", "repeated", "carried-out"],
        ["announced"],
    ]
    assert [thread.standing for thread in ledger.threads] == ["carried-out", "open"]
    assert (ledger.total, ledger.followed) == (2, 1)
    assert ledger.threads[0].steps[2].shared == "closed strait grain"


def test_the_ledger_follows_the_filter_and_its_length(told: Store) -> None:
    assert fetch(told, OutcomeFilter(q="lighthouses")).total == 1
    assert fetch(told, OutcomeFilter(actor=("nobody",))) == Ledger((), 0, 0)
    assert (len(fetch(told, OutcomeFilter(), 1).threads), fetch(told, OutcomeFilter(), 1).total) == (1, 2)
