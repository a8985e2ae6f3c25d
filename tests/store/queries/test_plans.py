"""Statements that a page of a store with a million quotes cannot do without: along which index SQLite reads them."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection

from app.store.database import Store
from app.store.queries.actors import fetch_dossier
from app.store.queries.comparison import fetch_comparison
from app.store.queries.demands import fetch_demands
from app.store.queries.documents import fetch_documents
from app.store.queries.filters import CompareFilter, DemandFilter, DocumentFilter, QuoteFilter
from app.store.queries.network import NetworkFilter, fetch_network
from app.store.queries.quotes import fetch_quotes
from app.store.queries.timeline import TimelineFilter
from app.store.queries.timeline_page import fetch_timeline
from tests.pages.conftest import watch_statements
from tests.store.queries.stored import fill


def plans(store: Store, fetch: Callable[[Connection], Any]) -> str:
    """The plans of all that is asked, a line for each step."""
    with store.connect() as connection, watch_statements(store) as asked:
        fetch(connection)
    lines = []
    with store.connect() as connection:
        for sql in asked:
            lines += [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
    return "\n".join(lines)


def test_a_word_is_counted_in_full_text_alone(store: Store) -> None:
    with store.connect() as connection, watch_statements(fill(store)) as asked:
        fetch_quotes(connection, QuoteFilter(q="bridge"))
    assert any(sql.startswith("SELECT count(*) FROM quote_text WHERE quote_text MATCH") for sql in asked)


def test_nobodys_positions_are_sorted_to_find_the_newest(store: Store) -> None:
    plan = plans(fill(store), lambda connection: fetch_comparison(connection, CompareFilter()))
    assert "SEARCH r USING COVERING INDEX ix_demand_holder_id (holder_id=?)" in plan
    assert "SCAN demand" not in plan


def test_no_pair_of_all_is_sorted_to_find_the_strongest(store: Store) -> None:
    plan = plans(fill(store), lambda connection: fetch_network(connection, NetworkFilter()))
    assert "SCAN tally USING COVERING INDEX ix_tally_pairs" in plan
    assert "SCAN asked" not in plan


def test_documents_of_an_actor_come_in_the_order_of_an_index(store: Store) -> None:
    plan = plans(fill(store), lambda connection: fetch_documents(connection, DocumentFilter(actor=("russia",))))
    assert "SEARCH document_actor USING COVERING INDEX ix_document_actor_actor_id_document_id (actor_id=?)" in plan
    assert "SCAN document\n" not in plan


def test_an_actors_page_reads_no_more_than_it_shows(store: Store) -> None:
    plan = plans(fill(store), lambda connection: fetch_dossier(connection, "vladimir-putin"))
    assert "SEARCH l USING COVERING INDEX ix_demand_addressee_actor_id (actor_id=?)" in plan
    assert "mention" not in plan


@pytest.mark.parametrize(
    ("holder", "first"),
    [("ada-lund", "SEARCH demand_topic USING"), ("donald-trump", "ix_demand_holder_id (holder_id=?)")],
)
def test_a_list_with_two_choices_begins_with_the_one_that_leaves_fewest(store: Store, holder: str, first: str) -> None:
    """Ada Lund wants more than all want on territory, Donald Trump less."""
    filter = DemandFilter.parse([("holder", holder), ("topic", "territory")])[0]
    plan = plans(fill(store, copies=5), lambda connection: fetch_demands(connection, filter))
    assert first in plan


def test_few_records_are_looked_up_among_the_hits_of_a_word(store: Store) -> None:
    filter = QuoteFilter(q="bridge", speaker=("ada-lund",))
    with store.connect() as connection, watch_statements(fill(store, copies=2)) as asked:
        page = fetch_quotes(connection, filter)
    assert page.listing.total == 2
    assert any("AND +quote_text.rowid IN (SELECT quote.id FROM quote WHERE" in sql for sql in asked)


def test_the_first_moments_of_a_period_are_found_along_the_dates(store: Store) -> None:
    plan = plans(fill(store), lambda connection: fetch_timeline(connection, TimelineFilter()))
    for index in (
        "ix_quote_said_on (said_on>? AND said_on<?)",
        "ix_outcome_occurred_on (occurred_on>? AND occurred_on<?)",
    ):
        assert index in plan
    assert "SCAN named" not in plan
