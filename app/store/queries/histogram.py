"""How many records there are in time: bars of equal stretches, in the order of dates, empty stretches among them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

MOST_BARS = 14  # on a telephone each is still as wide as a finger needs
# Stretches of days, then of months; the first that needs no more than MOST_BARS bars is taken.
DAYS = (1, 7)
MONTHS = (1, 3, 12, 60, 120, 600, 1200, 12_000)


@dataclass(frozen=True, slots=True)
class Bar:
    """The records of [since, until], both days included."""

    since: date
    until: date
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Histogram:
    """`tallest` is the count of the highest bar, `undated` how many records no bar shows for want of a date."""

    bars: tuple[Bar, ...]
    tallest: int
    undated: int


def are_long(months: Iterable[str | None]) -> bool:
    """Whether the months (2025-08) reach so far that no bar is of days or weeks."""
    places = [int(month[:4]) * 12 + int(month[5:]) for month in months if month]
    return bool(places) and (max(places) - min(places) - 1) * 28 >= MOST_BARS * max(DAYS)


def lay_bars(counts: Mapping[str | None, int], since: date | None = None, until: date | None = None) -> Histogram:
    """The bars over the counts by day (ISO dates, None for those without). A bar is chosen where [since, until]
    covers it."""
    days = {date.fromisoformat(day): number for day, number in counts.items() if day}
    undated = counts.get(None, 0)
    if not days:
        return Histogram((), 0, undated)
    edges = choose_edges(min(days), max(days))
    numbers = [0] * (len(edges) - 1)
    place = 0
    for day in sorted(days):
        while day >= edges[place + 1]:
            place += 1
        numbers[place] += days[day]
    bars = []
    for (first, beyond), number in zip(pairwise(edges), numbers, strict=True):
        last = beyond - timedelta(days=1)
        chosen = bool(since or until) and (not since or since <= first) and (not until or last <= until)
        bars.append(Bar(first, last, number, chosen))
    return Histogram(tuple(bars), max(numbers), undated)


def choose_edges(first: date, last: date) -> list[date]:
    """The beginnings of the stretches that hold both days, and the beginning of the one behind them."""
    for length in DAYS:
        if (last - first).days < length * MOST_BARS:
            begin = first - timedelta(days=first.weekday()) if length == 7 else first
            edges = list(steps_of_days(begin, last, length))
            if len(edges) <= MOST_BARS + 1:
                return edges
    months = (last.year - first.year) * 12 + last.month - first.month
    for length in MONTHS:
        if months // length > MOST_BARS:
            continue
        edges = list(steps_of_months(first, last, length))
        if len(edges) <= MOST_BARS + 1:
            return edges
    raise AssertionError(f"{first} to {last} is longer than dates can be")


def steps_of_days(first: date, last: date, length: int) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day = later(day, length)
    yield day


def later(day: date, days: int) -> date:
    return date.max if (date.max - day).days < days else day + timedelta(days=days)


def steps_of_months(first: date, last: date, length: int) -> Iterator[date]:
    """Beginnings of stretches of months, which begin in January where they divide a year or are years."""
    month = (first.year * 12 + first.month - 1) // length * length
    while True:
        # Stretches of centuries reach beyond the years that a date can have.
        day = date(min(max(month // 12, 1), 9999), month % 12 + 1 if 12 <= month < 120_000 else 1, 1)
        if month >= 120_000:
            day = date.max
        yield day
        if day > last or day == date.max:
            return
        month += length
