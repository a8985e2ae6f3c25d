"""Which of the records that a parser finds now are those that people decided about when another parser, or an earlier
version of the text, had them: by their place, their actors and their words."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.decisions.fields import who_of
from app.records import Passage, PassageError, Record

LEAST_SHARE = 0.5  # of the characters that either passage has

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """A record that the parser finds, under the key that its span gives it; `twins` records have that span."""

    key: str
    record: Record
    twins: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """A record that was decided about: as the parser had it then, its passage moved to where the words are now.

    `beside` are the words of other records of its kind that the parser found over some of its words at that time: they
    are not this one.
    """

    key: str
    record: Record
    twins: int
    beside: tuple[str, ...]


Likeness = Callable[[Anchor, Found], float | None]


def match_anchors(anchors: Sequence[Anchor], found: Sequence[Found]) -> dict[str, Found]:
    """By the anchor's key the record that it is now, each record once; records of one kind.

    First those at the same place by the same actors; then at the same place, unless the number of records there has
    changed, so that nobody can say which is which; then those that share at least half of their words' length.
    """
    matched: dict[str, Found] = {}
    left = {one.key: one for one in found}
    for likeness in (same_record, same_place, overlapping):
        near = index_by_span(left.values())
        pairs = [
            (rank, number, one, other)
            for number, one in enumerate(anchors)
            if one.key not in matched
            for other in (near.get(span_of(one.record), ()) if likeness is not overlapping else tuple(left.values()))
            if (rank := likeness(one, other)) is not None
        ]
        for _, _, one, other in sorted(pairs, key=lambda pair: (pair[0], pair[1], pair[3].record.passage, pair[3].key)):
            if one.key not in matched and other.key in left:
                matched[one.key] = left.pop(other.key)
    return matched


def index_by_span(found: Iterable[Found]) -> dict[Span, list[Found]]:
    near = defaultdict(list)
    for one in found:
        near[span_of(one.record)].append(one)
    return near


def same_record(one: Anchor, other: Found) -> float | None:
    """Their order: the one whose key says so, where several are alike."""
    alike = set(who_of(one.record)) == set(who_of(other.record))
    return (one.key != other.key) if alike else None


def same_place(one: Anchor, other: Found) -> float | None:
    return (one.key != other.key) if one.twins == other.twins else None


def overlapping(one: Anchor, other: Found) -> float | None:
    share = share_of(one.record.passage, other.record.passage)
    moved = LEAST_SHARE <= share < 1 and other.record.passage.text not in one.beside
    return -share if moved else None


def share_of(one: Passage, other: Passage) -> float:
    """Of the characters that either passage has, how many both have."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(both, 0) / (max(one.end, other.end) - min(one.start, other.start))


def find_beside(record: Record, others: Iterable[Record]) -> tuple[str, ...]:
    """The words of those of the others that lie over some of the record's words, but not over just the same."""
    shares = ((other.passage.text, share_of(record.passage, other.passage)) for other in others)
    return tuple(dict.fromkeys(words for words, share in shares if 0 < share < 1))


def span_of(record: Record) -> Span:
    return record.passage.start, record.passage.end


def locate(text: str) -> Callable[[Passage], Passage]:
    """Moves a passage of an earlier version of the text to the nearest place where the words now stand.

    What it gives raises PassageError where they stand nowhere.
    """

    def move(passage: Passage) -> Passage:
        if text[passage.start : passage.end] == passage.text:
            return passage
        places = find_places(text, passage.text)
        if not places:
            raise PassageError(f"the text does not say “{passage.text[:60]}” any more")
        return min(places, key=lambda place: abs(place.start - passage.start))

    return move


def find_places(text: str, words: str) -> list[Passage]:
    """Everywhere that the text says these words, in order."""
    found, start = [], text.find(words) if words else -1
    while start >= 0:
        found.append(Passage(start, start + len(words), words))
        start = text.find(words, start + 1)
    return found
