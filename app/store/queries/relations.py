"""How the statements of compared actors on one topic relate, told by rule: no judgement, no score.

- shared: both ask something of the same addressee on the topic; or both want, or both refuse, the same in the same words.
- clash: one asks something of the other (or of its side) and the other refuses something on the topic; or the words of
  what one wants stand in what the other refuses, or the other way round.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations, product

from app.records import DemandKind, Topic
from app.store.queries.demands import DemandEntry
from app.store.queries.values import ActorLink

FEWEST_WORDS = 2
WORD = re.compile(r"[^\W\d_]{3,}")
EMPTY_WORDS = frozenset(
    ["the", "and", "for", "with", "that", "this", "from", "into", "its", "his", "her", "their", "over", "any", "all"]
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one actor states on one topic; `speaks_for` are the keys of those whose refusal or consent it would be.

    `older` tells of an empty one that the actor does state something, but nothing among the newest, which alone are
    shown.
    """

    actor: ActorLink
    demands: tuple[DemandEntry, ...]
    speaks_for: frozenset[str] = frozenset()
    older: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is shared or clash, `rule` addressee or words; in a clash `one` wants and `other` refuses.

    `keys` are the records on either side that the rule found.
    """

    kind: str
    rule: str
    one: ActorLink
    other: ActorLink
    keys: frozenset[str]
    refused: bool = False


def find_relations(topic: str, cells: Sequence[Cell]) -> tuple[Relation, ...]:
    """Every relation among the cells of one topic, in the order of the cells, those that are shared first.

    What is filed under other aims has nothing in common but that: there words alone count.
    """
    found = [*find_all_shared(cells), *find_all_clashes(cells)]
    return tuple(each for each in found if topic != Topic.OTHER or each.rule == "words")


def find_all_shared(cells: Sequence[Cell]) -> Iterator[Relation]:
    return (relation for one, other in combinations(cells, 2) for relation in find_shared(one, other))


def find_all_clashes(cells: Sequence[Cell]) -> Iterator[Relation]:
    return (relation for one, other in permutations(cells, 2) for relation in find_clashes(one, other))


def find_shared(one: Cell, other: Cell) -> Iterator[Relation]:
    wants, refusals = [(parts_of(one, refused), parts_of(other, refused)) for refused in (False, True)]
    keys = keys_of((mine, theirs) for mine, theirs in product(*wants) if mine.addressees & theirs.addressees)
    if keys:
        yield Relation("shared", "addressee", one.actor, other.actor, keys)
    for refused, (mine, theirs) in ((False, wants), (True, refusals)):
        if alike := keys_of(pair for pair in product(mine, theirs) if same_words(*pair)) - keys:
            yield Relation("shared", "words", one.actor, other.actor, alike, refused)


def find_clashes(wanting: Cell, refusing: Cell) -> Iterator[Relation]:
    wanted, refused = parts_of(wanting, False), parts_of(refusing, True)
    keys = keys_of(pair for pair in product(wanted, refused) if same_words(*pair))
    if keys:
        yield Relation("clash", "words", wanting.actor, refusing.actor, keys)
    asked = [part for part in wanted if part.addressees & refusing.speaks_for]
    if asked and refused and not keys:
        yield Relation(
            "clash", "addressee", wanting.actor, refusing.actor, frozenset(part.key for part in (*asked, *refused))
        )


@dataclass(frozen=True, slots=True)
class Part:
    """What the rules ask of a position."""

    key: str
    addressees: frozenset[str]
    words: frozenset[str]


def parts_of(cell: Cell, refused: bool) -> list[Part]:
    """The positions of a cell that refuse something, or those that want something."""
    return [
        Part(demand.key, frozenset(actor.key for actor in demand.addressees), content_words(demand.words))
        for demand in cell.demands
        if refuses(demand) == refused
    ]


def refuses(demand: DemandEntry) -> bool:
    return demand.kind == DemandKind.REFUSAL


def keys_of(pairs: Iterable[tuple[Part, Part]]) -> frozenset[str]:
    return frozenset(part.key for pair in pairs for part in pair)


def same_words(one: Part, other: Part) -> bool:
    """Whether every word of content of the one stands in the other, and there are FEWEST_WORDS of them."""
    mine, theirs = one.words, other.words
    return min(len(mine), len(theirs)) >= FEWEST_WORDS and (mine <= theirs or theirs <= mine)


@lru_cache(maxsize=2000)  # each position is compared with all those beside it
def content_words(words: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(words)) - EMPTY_WORDS
