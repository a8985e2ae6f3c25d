"""The page of the timeline: the moments that a filter leaves, gathered into as many periods as can be read."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from app.store.queries.counted import Known
from app.store.queries.listing import fetch_known, most_choices, unknown_keys
from app.store.queries.statements import rows
from app.store.queries.timeline import (
    CLOCKS,
    EACH,
    EACH_ALONE,
    LENGTHS,
    MOST_PERIODS,
    Cell,
    Lane,
    Moment,
    Period,
    TimelineFilter,
    TimelinePage,
    narrows,
    select_firsts,
    select_moments,
    select_shown,
    shown_clocks,
    to_moment,
)
from app.store.queries.timeline_counts import fetch_days, fetch_values
from app.store.queries.values import Choice, Choices, Listing

Counts = Mapping[str, Mapping[str, int]]
LITTLE = 20_000  # moments that are rather sorted than looked for in every period


def fetch_timeline(connection: Connection, filter: TimelineFilter) -> TimelinePage:
    """The periods that the filter leaves, newest MOST_PERIODS of them at most, with the first moments of each."""
    days: dict[str, dict[str, int]] = {clock: {} for clock in CLOCKS}
    without: dict[str, int] = dict.fromkeys(CLOCKS, 0)
    for row in fetch_days(connection, filter, MOST_PERIODS):
        if row.day is None:
            without[row.clock] = row.number
        else:
            days[row.clock][row.day] = row.number
    shown = {clock: days[clock] for clock in shown_clocks(filter)}
    length, starts = choose_periods(sorted({day for counts in shown.values() for day in counts}))
    return TimelinePage(
        filter=filter,
        listing=make_listing(connection, filter, days),
        lanes=tuple(Lane(clock, sum(counts.values()), without[clock]) for clock, counts in shown.items()),
        periods=fetch_periods(connection, filter, shown, length, starts),
        earlier=sum(
            number for counts in shown.values() for day, number in counts.items() if starts and day < starts[0]
        ),
    )


def choose_periods(days: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """How many letters of a date make a period so that there are few enough, and the first letters of each."""
    for length in LENGTHS:
        starts = tuple(dict.fromkeys(day[:length] for day in days))
        if len(starts) <= MOST_PERIODS:
            return length, starts
    return length, starts[-MOST_PERIODS:]


def fetch_periods(
    connection: Connection, filter: TimelineFilter, days: Counts, length: int, starts: Sequence[str]
) -> tuple[Period, ...]:
    if not starts:
        return ()
    each = EACH if len(starts) > 1 else EACH_ALONE
    number = sum(sum(counts.values()) for counts in days.values())
    few = select_moments(filter, length, starts[0], each)
    firsts = few if narrows(filter) and number <= LITTLE else select_firsts(filter, list(map(bounds, starts)), each)
    ids: dict[str, list[int]] = defaultdict(list)
    for row in rows(connection, firsts):
        ids[row.clock].append(row.id)
    moments: dict[tuple[str, str], list[Moment]] = defaultdict(list)
    for row in rows(connection, select_shown(ids)):
        moments[row.clock, row.day[:length]].append(to_moment(row))
    numbers: dict[tuple[str, str], int] = defaultdict(int)
    for clock, counts in days.items():
        for day, number in counts.items():
            numbers[clock, day[:length]] += number
    return tuple(
        Period(
            *bounds(start),
            length,
            tuple(
                Cell(clock, numbers[clock, start], tuple(moments[clock, start]), narrowed(filter, clock, start))
                for clock in days
            ),
        )
        for start in starts
    )


def bounds(start: str) -> tuple[date, date]:
    """The first and the last day of the period whose dates begin with `start`."""
    parts = [*start.split("-"), "01", "01"][:3]
    year = int(f"{parts[0]:0<4}")
    first = date(max(year, 1), int(parts[1]), int(parts[2]))
    if len(start) == 10:
        return first, first
    if len(start) == 7:
        return first, first.replace(day=monthrange(first.year, first.month)[1])
    return first, date(year + (9 if len(start) == 3 else 0), 12, 31)


def narrowed(filter: TimelineFilter, clock: str, start: str) -> str:
    """The address of the timeline of one clock in one period, under the same filter."""
    first, last = bounds(start)
    kept = [pair for pair in filter.chosen() if pair[0] not in ("clock", "from", "to")]
    chosen = [*kept, ("clock", clock), ("from", first.isoformat()), ("to", last.isoformat())]
    return f"/timeline{TimelineFilter.parse(chosen)[0].query}"


def make_listing(connection: Connection, filter: TimelineFilter, days: Counts) -> Listing:
    known = fetch_known(connection, filter)
    names = {key: one.name for key, one in known.items()}
    total = sum(sum(days[clock].values()) for clock in shown_clocks(filter))
    clocks = Choices(
        "clock",
        tuple(Choice(clock, clock, sum(days[clock].values()), clock in filter.clock) for clock in CLOCKS),
    )
    choices = (clocks, *(fetch_choices(connection, filter, known, name) for name in ("actor", "topic", "document")))
    return Listing(total, choices, names, unknown_keys(filter, names))


def fetch_choices(connection: Connection, filter: TimelineFilter, known: dict[str, Known], name: str) -> Choices:
    found = fetch_values(connection, filter, name, known)
    listed = [Choice(str(row.value), row.label, row.number, bool(row.chosen)) for row in found]
    counted = {choice.value for choice in listed}
    gone = [str(key) for key in getattr(filter, name) if str(key) not in counted]
    labels = {key: one.name for key, one in known.items()}
    shown = [Choice(key, labels.get(key, key), 0, True) for key in gone] + listed
    most = max(most_choices(filter, name), sum(choice.chosen for choice in shown))
    groups = max((row.groups for row in found), default=0)
    return Choices(name, tuple(shown[:most]), max(groups + len(gone) - most, 0))
