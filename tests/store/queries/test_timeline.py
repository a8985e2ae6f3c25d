"""The timeline's counts, from the counters and counted anew."""

from typing import Any

import pytest

from app.store.database import Store
from app.store.queries import timeline_counts, timeline_page
from app.store.queries.timeline import TimelineFilter, TimelinePage
from app.store.queries.timeline_page import fetch_timeline
from app.store.save import save_parse
from tests.store.queries.stored import fill, make_talks

FILTERS = [
    "",
    "clock=said",
    "clock=said&clock=due",
    "clock=published",
    "from=2031-05-06",
    "actor=vladimir-putin",
    "topic=trade",
]


def ask(store: Store, query: str) -> TimelinePage:
    pairs = [(name, value) for name, _, value in (part.partition("=") for part in query.split("&"))]
    with store.connect() as connection:
        return fetch_timeline(connection, TimelineFilter.parse(pairs)[0])


@pytest.mark.parametrize("query", FILTERS)
def test_counters_and_counting_agree(store: Store, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another article without a date has moments of its own."""
    save_parse(fill(store, copies=2), make_talks("undated", published_on=None))
    kept = ask(store, query)
    fetch_values = timeline_counts.fetch_values
    monkeypatch.setattr(timeline_counts, "narrows", lambda _: True)
    monkeypatch.setattr(timeline_page, "narrows", lambda _: True)
    monkeypatch.setattr(timeline_counts, "is_alone", lambda *_: False)
    monkeypatch.setattr(timeline_page, "fetch_values", fetch_values)
    assert comparable(ask(store, query)) == comparable(kept)


def comparable(page: TimelinePage) -> Any:
    choices = [
        (each.name, each.hidden, [(one.value, one.count) for one in each.listed]) for each in page.listing.choices
    ]
    return page.lanes, page.periods, page.earlier, page.listing.total, choices


def test_much_is_counted_by_month_and_little_by_day(store: Store) -> None:
    fill(store, copies=2)
    days, months = (timeline_counts.select_known_days(TimelineFilter(), length) for length in (10, 7))
    with store.connect() as connection:
        found = [[row.day for row in timeline_counts.rows(connection, each) if row.day] for each in (days, months)]
        few = timeline_counts.fetch_days(connection, TimelineFilter(), 3)
        many = timeline_counts.fetch_days(connection, TimelineFilter(), 1)
    assert {day[:7] for day in found[0]} == set(found[1]) == {"2031-05", "2031-08"}
    assert ({len(row.day) for row in few if row.day}, {len(row.day) for row in many if row.day}) == ({10}, {7})
