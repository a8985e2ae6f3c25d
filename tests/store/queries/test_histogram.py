"""Bars over time: equal stretches in the order of dates, every record in one of them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.queries.histogram import MOST_BARS, Bar, Histogram, lay_bars

DATES = st.dates()


@given(st.dictionaries(st.one_of(st.none(), DATES.map(date.isoformat)), st.integers(1, 9), max_size=12))
def test_every_record_stands_in_one_bar(counts: dict[str | None, int]) -> None:
    laid = lay_bars(counts)

    assert sum(bar.count for bar in laid.bars) + laid.undated == sum(counts.values())
    assert len(laid.bars) <= MOST_BARS
    assert all(before.until + timedelta(days=1) == after.since for before, after in pairwise(laid.bars))


STRETCHES = [
    (("2031-08-14", "2031-08-16"), 3, (date(2031, 8, 14), date(2031, 8, 14))),
    (("2031-05-06", "2031-07-15"), 11, (date(2031, 5, 5), date(2031, 5, 11))),
    (("2031-05-06", "2032-03-15"), 11, (date(2031, 5, 1), date(2031, 5, 31))),
    (("2031-05-06", "2033-08-15"), 10, (date(2031, 4, 1), date(2031, 6, 30))),
    (("2011-05-06", "2020-08-15"), 10, (date(2011, 1, 1), date(2011, 12, 31))),
    (("2001-05-06", "2020-08-15"), 5, (date(2000, 1, 1), date(2004, 12, 31))),
]


@pytest.mark.parametrize(("days", "number", "first"), STRETCHES)
def test_the_stretches_fit_the_time(days: tuple[str, str], number: int, first: tuple[date, date]) -> None:
    laid = lay_bars(dict.fromkeys(days, 1))

    assert len(laid.bars) == number
    assert (laid.bars[0].since, laid.bars[0].until) == first


def test_chosen_days_and_days_unknown() -> None:
    counts = {"2031-08-14": 2, "2031-08-15": 1, None: 4}
    first, second = date(2031, 8, 14), date(2031, 8, 15)

    assert lay_bars(counts, since=second) == Histogram((Bar(first, first, 2), Bar(second, second, 1, True)), 2, 4)
    assert lay_bars({None: 4}) == Histogram((), 0, 4)
