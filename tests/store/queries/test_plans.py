"""Statements that a page of a store with a million quotes cannot do without: along which index SQLite reads them."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from app.store.database import Store
from app.store.queries.comparison import fetch_comparison
from app.store.queries.filters import CompareFilter, QuoteFilter
from app.store.queries.quotes import fetch_quotes
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
