"""The picture of who asks what of whom: where nodes stand, in the units of an SVG.

Actors who hang together are drawn together, each such group in a frame of its own. The springs are networkx's, seeded,
so that the same pairs give the same picture. They know points, not names: what follows fits the points into the frame
and moves apart whatever would lie over something else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from app.pages.network_arrows import LETTER, LINE, Arrow, Box, Spot, to_arrow
from app.store.queries.network import Edge, Node

SEED = 7
COLUMN, PAIR_HEIGHT, ROOM = 300, 92, 26_000
LABEL = 17
SIDE, MARGIN, GAP = 70.0, 8.0, 20.0
SMALLEST, LARGEST = 8.0, 24.0
ROUNDS = 200
# Corners of a shape with radius 1, from the centre; a person is a circle and has none.
CORNERS = {
    "country": ((-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)),
    "organization": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "group": ((0, -1.2), (1.15, 0.85), (-1.15, 0.85)),
}


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    height: int
    spots: tuple[Spot, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the actors of `group`, who hang together, are drawn."""

    group: list[str]
    left: float
    top: float
    width: float
    height: float


def draw_network(nodes: Sequence[Node], edges: Sequence[Edge], columns: int) -> Picture:
    """The picture, so many columns wide and as high as it must be; the same pairs always give the same one."""
    frames, height = frame_groups(find_groups(edges), columns)
    known = {node.key: node for node in nodes}
    spots: dict[str, Spot] = {}
    boxes: dict[str, Box] = {}
    for frame in frames:
        sizes = {key: size_of(known[key]) for key in frame.group}
        labels = {key: break_name(known[key].name) for key in frame.group}
        points = fit(place_nodes(frame.group, edges), frame)
        drawn = {key: to_box(*points[key], sizes[key], labels[key]) for key in frame.group}
        part_boxes(list(drawn.values()), frame)
        boxes |= drawn
        spots |= {key: to_spot(known[key], boxes[key], sizes[key], labels[key]) for key in frame.group}
    covered = list(boxes.values())
    arrows = tuple(to_arrow(edge, spots[edge.holder.key], spots[edge.addressee.key], covered) for edge in edges)
    return Picture(columns * COLUMN, round(height), tuple(spots.values()), arrows)


def find_groups(edges: Sequence[Edge]) -> list[list[str]]:
    """The keys of the actors that hang together, largest group first, each from whoever asks first in `edges`."""
    import networkx as nx  # type: ignore[import-untyped]  # here, because a server should start before it is loaded

    graph = nx.Graph((edge.holder.key, edge.addressee.key) for edge in edges)
    order = {key: nth for nth, key in enumerate(graph)}
    groups = [sorted(group, key=order.__getitem__) for group in nx.connected_components(graph)]
    return sorted(groups, key=lambda group: (-len(group), order[group[0]]))


def frame_groups(groups: Sequence[list[str]], columns: int) -> tuple[list[Frame], float]:
    """A frame for each group, as high up in the picture as it fits, and the height of the whole."""
    ends = [0.0] * columns
    frames = []
    for group in groups:
        wanted = 3 if len(group) > 9 or len(groups) == 1 else 2 if len(group) > 3 else 1
        span = min(wanted, columns)
        room = ROOM * (1.5 if len(group) > 8 and span > 1 else 1)
        height = PAIR_HEIGHT if len(group) == 2 else max(len(group) * room / (span * COLUMN), 190)
        first = min(range(columns - span + 1), key=lambda each: max(ends[each : each + span]))
        top = max(ends[first : first + span])
        frames.append(Frame(group, first * COLUMN, top, span * COLUMN, height))
        ends[first : first + span] = [top + height] * span
    return frames, max(ends)


def size_of(node: Node) -> float:
    """The radius: the area grows with the number of positions."""
    return min(SMALLEST + 2.4 * sqrt(node.stated), LARGEST)


def place_nodes(group: Sequence[str], edges: Sequence[Edge]) -> Mapping[str, tuple[float, float]]:
    """Points of one group in no unit; of two actors, who asks first stands on the left."""
    if len(group) == 2:
        return {group[0]: (0, 0), group[1]: (1, 0)}
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(group)
    for edge in edges:
        if edge.holder.key in graph:
            graph.add_edge(edge.holder.key, edge.addressee.key)
    return {key: (float(x), float(y)) for key, (x, y) in nx.spring_layout(graph, seed=SEED, iterations=200).items()}


def fit(points: Mapping[str, tuple[float, float]], frame: Frame) -> dict[str, tuple[float, float]]:
    """The points spread over their frame, with room for names at its edges."""
    across = spread([x for x, _ in points.values()], frame.width - 2 * SIDE)
    down = spread([y for _, y in points.values()], frame.height - 2 * MARGIN - LARGEST - LINE)
    left, top = frame.left + SIDE, frame.top + MARGIN + LARGEST / 2
    return {key: (left + x, top + y) for key, x, y in zip(points, across, down, strict=True)}


def spread(values: Sequence[float], length: float) -> list[float]:
    """The values over a length from 0, half by what they are and half by their order: springs leave most points in a
    clump and a few far out."""
    least, most = min(values), max(values)
    if least == most:
        return [length / 2 for _ in values]
    ranks = {value: nth for nth, value in enumerate(sorted(set(values)))}
    last = len(ranks) - 1
    return [length * ((value - least) / (most - least) + ranks[value] / last) / 2 for value in values]


def to_box(x: float, y: float, radius: float, label: Sequence[str]) -> Box:
    wide = max(len(line) for line in label) * LETTER / 2
    return Box(x, y, max(wide, radius) + 3, radius + 4, radius + LINE * len(label) + 6)


def break_name(name: str) -> tuple[str, ...]:
    """The name on one line or two, the second cut short where it must be."""
    if len(name) <= LABEL:
        return (name,)
    words = name.split(" ")
    fitting = max((n for n in range(1, len(words)) if len(" ".join(words[:n])) <= LABEL), default=0)
    if not fitting:
        return (name[: LABEL - 1] + "…",)
    rest = " ".join(words[fitting:])
    return (" ".join(words[:fitting]), rest if len(rest) <= LABEL else rest[: LABEL - 1].rstrip() + "…")


def part_boxes(boxes: Sequence[Box], frame: Frame) -> None:
    """Moves the boxes until none lies over another, each pair along the way on which they overlap least, and keeps
    them in the frame."""
    for _ in range(ROUNDS):
        moved = [part(one, other) for nth, one in enumerate(boxes) for other in boxes[nth + 1 :]]
        for box in boxes:
            box.x = min(max(box.x, frame.left + box.half), frame.left + frame.width - box.half)
            box.y = min(max(box.y, frame.top + box.above), frame.top + frame.height - box.below)
        if not any(moved):
            return


def part(one: Box, other: Box) -> bool:
    """Whether the two lay over each other and were moved apart, half of the way each."""
    across = one.half + other.half + GAP - abs(one.x - other.x)
    upper, lower = (one, other) if one.y <= other.y else (other, one)
    down = upper.below + lower.above + GAP - (lower.y - upper.y)
    if across <= 0 or down <= 0:
        return False
    if down <= across:
        upper.y -= down / 2
        lower.y += down / 2
    else:
        step = across / 2 if one.x <= other.x else -across / 2
        one.x -= step
        other.x += step
    return True


def to_spot(node: Node, box: Box, radius: float, label: tuple[str, ...]) -> Spot:
    x, y = round(box.x), round(box.y)
    corners = " ".join(f"{x + radius * a:.0f},{y + radius * b:.0f}" for a, b in CORNERS.get(node.kind, ()))
    return Spot(node, x, y, round(radius, 1), corners, label, round(y + radius + 14))
