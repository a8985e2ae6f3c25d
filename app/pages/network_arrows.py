"""The arrows of the picture of who asks whom: how they bend from shape to shape, past names, and where their numbers
stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, log2

from app.store.queries.network import Edge, Node

LETTER, LINE = 7.6, 15.0
BEND = 0.16
# Where along its curve an arrow may have its number, the best place first.
PLACES = (0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26)
ASIDE = (0, 12, -12, 20, -20, 30, -30)
NUMBER = 10.0
SHORTEST = 24.0

Curve = tuple[tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A node in its place. `corners` are the points of its shape, "" for a circle; `label` the lines of its name, the
    first on the baseline `label_y`."""

    node: Node
    x: int
    y: int
    radius: float
    corners: str
    label: tuple[str, ...]
    label_y: int


@dataclass(slots=True)
class Box:
    """What a node and its name cover: `half` wide to either side, `above` and `below` the node's centre."""

    x: float
    y: float
    half: float
    above: float
    below: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge as a curve that bends to its left, so that two actors' demands of each other lie apart.

    `number_x`, `number_y` is the middle of the curve, where its number stands.
    """

    edge: Edge
    path: str
    head: str
    width: float
    number_x: int
    number_y: int


def to_arrow(edge: Edge, start: Spot, end: Spot, covered: list[Box]) -> Arrow:
    """A quadratic curve from rim to rim, or from under a name; its control point lies beside the middle, to the left of
    the way there.

    Where the number is written goes to what is `covered`.
    """
    across, down = end.x - start.x, end.y - start.y
    bend_x, bend_y = (start.x + end.x) / 2 + down * BEND, (start.y + end.y) / 2 - across * BEND
    from_far, tip_far = past_name(start, bend_x, bend_y), past_name(end, bend_x, bend_y)
    if from_far + tip_far > hypot(across, down) - SHORTEST:
        from_far, tip_far = start.radius + 3, end.radius + 3
    from_x, from_y = towards(start, bend_x, bend_y, from_far)
    tip_x, tip_y = towards(end, bend_x, bend_y, tip_far + 1)
    width = min(1.2 + 0.7 * log2(edge.number), 5)
    barb = 6 + width * 1.5
    away = hypot(bend_x - tip_x, bend_y - tip_y) or 1
    unit_x, unit_y = (bend_x - tip_x) / away, (bend_y - tip_y) / away
    base_x, base_y = tip_x + unit_x * barb, tip_y + unit_y * barb
    curve = ((from_x, from_y), (bend_x, bend_y), (base_x, base_y))
    number_x, number_y = place_number(curve, covered)
    if edge.number > 1:
        covered.append(Box(number_x, number_y, NUMBER, NUMBER, NUMBER))
    side_x, side_y = -unit_y * barb * 0.45, unit_x * barb * 0.45
    return Arrow(
        edge=edge,
        path=f"M{from_x:.0f} {from_y:.0f}Q{bend_x:.0f} {bend_y:.0f} {base_x:.0f} {base_y:.0f}",
        head=f"{tip_x:.1f},{tip_y:.1f} {base_x + side_x:.1f},{base_y + side_y:.1f} "
        f"{base_x - side_x:.1f},{base_y - side_y:.1f}",
        width=round(width, 1),
        number_x=round(number_x),
        number_y=round(number_y),
    )


def place_number(curve: Curve, covered: Sequence[Box]) -> tuple[float, float]:
    """A point of the quadratic curve, or close beside it, that lies over no node and no name; else its middle."""
    (from_x, from_y), _, (to_x, to_y) = curve
    length = hypot(to_x - from_x, to_y - from_y) or 1
    aside_x, aside_y = (to_y - from_y) / length, (from_x - to_x) / length
    points = [
        (x + aside_x * aside, y + aside_y * aside)
        for aside in ASIDE
        for x, y in (along(curve, place) for place in PLACES)
    ]
    return next((point for point in points if not any(lies_over(point, box) for box in covered)), points[0])


def along(curve: Curve, place: float) -> tuple[float, float]:
    weights = ((1 - place) ** 2, 2 * place * (1 - place), place**2)
    return (
        sum(weight * x for weight, (x, _) in zip(weights, curve, strict=True)),
        sum(weight * y for weight, (_, y) in zip(weights, curve, strict=True)),
    )


def lies_over(point: tuple[float, float], box: Box) -> bool:
    across = abs(point[0] - box.x) < box.half + NUMBER
    return across and box.y - box.above - NUMBER < point[1] < box.y + box.below + NUMBER


def past_name(spot: Spot, x: float, y: float) -> float:
    """How far from the spot's centre, on the way to (x, y), its shape ends, and its name where that lies on the way."""
    rim = spot.radius + 3
    length = hypot(x - spot.x, y - spot.y) or 1
    across, down = abs(x - spot.x) / length, (y - spot.y) / length
    half, bottom = max(map(len, spot.label)) * LETTER / 2, spot.radius + LINE * len(spot.label) + 4
    if down <= 0 or across * rim > half * down:
        return rim
    return max(rim, min(bottom / down, half / across if across else bottom) + 2)


def towards(spot: Spot, x: float, y: float, far: float) -> tuple[float, float]:
    """The point so far from the spot's centre on the way to (x, y)."""
    length = hypot(x - spot.x, y - spot.y) or 1
    return spot.x + (x - spot.x) / length * far, spot.y + (y - spot.y) / length * far
