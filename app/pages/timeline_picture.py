"""The picture of the timeline: where marks, dates and lanes stand, in the units of an SVG.

Periods stand in date order and evenly apart, not to scale: a week of talks and the year before it can both be read. A
break is drawn where days without a moment are left out. On a desk time runs to the right, on a phone downwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.pages.wording import MONTHS, in_voices, long_date, shortened
from app.store.queries.timeline import EACH, Cell, Lane, Moment, Period

WIDTH, NARROW = 900, 360
GUTTER, STEP, LINE = 92, 18, 38
WIDEST, LABELLED = 230, 150
LETTER = 6.6
HEAD, FOOT = 8, 44


@dataclass(frozen=True, slots=True)
class Mark:
    """One moment; `label` are the lines that stand beside it where there is room."""

    x: int
    y: int
    moment: Moment
    title: str
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heap:
    """More moments than can be drawn one by one."""

    x: int
    y: int
    cell: Cell
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A period's place: its date in short, where it is written, and whether days are left out before it."""

    x: int
    y: int
    name: str
    year: str
    title: str
    address: str
    broken: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The lane of one clock: its left upper corner and its size."""

    lane: Lane
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    height: int
    upright: bool
    bands: tuple[Band, ...]
    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    heaps: tuple[Heap, ...]


def draw_wide(lanes: Sequence[Lane], periods: Sequence[Period]) -> Picture:
    """Time to the right, a lane below the other."""
    column = min((WIDTH - GUTTER) // max(len(periods), 1), WIDEST if len(periods) > 1 else WIDTH - GUTTER)
    labelled = column >= LABELLED and all(is_small(cell) for period in periods for cell in period.cells)
    per_row = 1 if labelled else max((column - 6) // STEP, 1) if len(periods) == 1 else min((column - 4) // STEP, 3)
    step = LINE if labelled else STEP
    heights = [
        max(max(count_rows(period.cells[nth], per_row) for period in periods) * step + 22, 50)
        for nth in range(len(lanes))
    ]
    tops = [HEAD + sum(heights[:nth]) for nth in range(len(lanes))]
    bottom = HEAD + sum(heights)
    marks: list[Mark] = []
    heaps: list[Heap] = []
    for place, period in enumerate(periods):
        left = GUTTER + place * column
        for cell, top, height in zip(period.cells, tops, heights, strict=True):
            high = count_rows(cell, per_row) * step
            corner = (left + 14, top + (height - high) // 2 + step // 2)
            lay_cell(cell, period, corner, per_row, step, column if labelled else 0, marks, heaps)
    return Picture(
        WIDTH,
        bottom + FOOT,
        False,
        tuple(Band(lane, 0, top, WIDTH, height) for lane, top, height in zip(lanes, tops, heights, strict=True)),
        lay_ticks(periods, [(GUTTER + place * column, bottom + 18) for place in range(len(periods))]),
        tuple(marks),
        tuple(heaps),
    )


def draw_tall(lanes: Sequence[Lane], periods: Sequence[Period]) -> Picture:
    """Time downwards, a lane beside the other."""
    column = NARROW // max(len(lanes), 1)
    per_row = max((column - 10) // STEP, 1)
    top = 40
    marks: list[Mark] = []
    heaps: list[Heap] = []
    places = []
    for period in periods:
        places.append((0, top + 16))
        for nth, cell in enumerate(period.cells):
            lay_cell(cell, period, (nth * column + 12, top + 36), per_row, STEP, 0, marks, heaps)
        top += max(count_rows(cell, per_row) for cell in period.cells) * STEP + 36
    bands = tuple(Band(lane, nth * column, 0, column, top) for nth, lane in enumerate(lanes))
    return Picture(NARROW, top + 6, True, bands, lay_ticks(periods, places), tuple(marks), tuple(heaps))


def is_small(cell: Cell) -> bool:
    return cell.number <= EACH


def is_heap(cell: Cell) -> bool:
    """Whether not every moment of the cell is at hand to be drawn."""
    return cell.number > len(cell.moments)


def count_rows(cell: Cell, per_row: int) -> int:
    return 1 if is_heap(cell) else -(-cell.number // per_row)


def lay_cell(
    cell: Cell,
    period: Period,
    corner: tuple[int, int],
    per_row: int,
    step: int,
    room: int,
    marks: list[Mark],
    heaps: list[Heap],
) -> None:
    """Adds what stands in a cell, row by row from the corner; `room` is how wide a mark with its label may be."""
    left, top = corner
    if is_heap(cell):
        title = f"{cell.clock.capitalize()}, {name_period(period)}: {cell.number}"
        heaps.append(Heap(left + 4, top, cell, title))
        return
    for nth, moment in enumerate(cell.moments):
        label = write_label(moment, room) if room else ()
        x, y = left + nth % per_row * STEP, top + nth // per_row * step
        marks.append(Mark(x, y, moment, tell_moment(moment), label))


def write_label(moment: Moment, room: int) -> tuple[str, ...]:
    """Who and what, a line each, as long as there is room; what alone where nobody is named."""
    longest = int((room - 30) / LETTER)
    lines = [moment.actors[0].name, words_of(moment)] if moment.actors else [words_of(moment)]
    return tuple(shortened(" ".join(line.split()), longest) for line in lines)


def words_of(moment: Moment) -> str:
    return in_voices(moment.words, moment.kind) if moment.record == "quote" else moment.words


def tell_moment(moment: Moment) -> str:
    who = f"{' and '.join(actor.name for actor in moment.actors)}: " if moment.actors else ""
    return f"{moment.clock.capitalize()}, {long_date(moment.day)}. {who}{shortened(words_of(moment), 110)}"


def name_period(period: Period) -> str:
    """`15 August 2025`, `August 2025`, `2025` or `2020s`."""
    if period.length == 10:
        return long_date(period.first)
    if period.length == 7:
        return f"{MONTHS[period.first.month - 1]} {period.first.year}"
    return str(period.first.year) if period.length == 4 else f"{period.first.year}s"


def lay_ticks(periods: Sequence[Period], places: Sequence[tuple[int, int]]) -> tuple[Tick, ...]:
    ticks = []
    before: Period | None = None
    for period, (x, y) in zip(periods, places, strict=True):
        month = MONTHS[period.first.month - 1][:3]
        name = {10: f"{period.first.day} {month}", 7: month}.get(period.length, name_period(period))
        changed = before is None or before.first.year != period.first.year
        year = str(period.first.year) if period.length > 4 and changed else ""
        broken = before is not None and before.last + timedelta(days=1) < period.first
        ticks.append(Tick(x, y, name, year, name_period(period), address_period(period), broken))
        before = period
    return tuple(ticks)


def address_period(period: Period) -> str:
    """What of the query string chooses the period."""
    return f"from={period.first.isoformat()}&to={period.last.isoformat()}"
