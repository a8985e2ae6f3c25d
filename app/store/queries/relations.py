"""How the statements of compared actors on one topic relate, told by rule: no judgement, no score.

- shared: both ask something of the same addressee on the topic; or both want, or both refuse, the same in the same words.
- clash: one asks something of the other (or of its side) and the other refuses something on the topic; or the words of
  what one wants stand in what the other refuses, or the other way round.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations

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
    """What one actor states on one topic; `speaks_for` are the keys of those whose refusal or consent it would be."""

    actor: ActorLink
    demands: tuple[DemandEntry, ...]
    speaks_for: frozenset[str] = frozenset()


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
    pairs = [(mine, theirs) for mine in one.demands for theirs in other.demands]
    wants = [pair for pair in pairs if not refuses(pair[0]) and not refuses(pair[1])]
    asked = [pair for pair in wants if {each.key for each in pair[0].addressees} & addressees(pair[1])]
    if keys := keys_of(asked):
        yield Relation("shared", "addressee", one.actor, other.actor, keys)
    for refused in (False, True):
        alike = [pair for pair in pairs if refuses(pair[0]) == refuses(pair[1]) == refused and same_words(*pair)]
        if keys := keys_of(alike) - keys:
            yield Relation("shared", "words", one.actor, other.actor, keys, refused)


def find_clashes(wanting: Cell, refusing: Cell) -> Iterator[Relation]:
    wanted = [demand for demand in wanting.demands if not refuses(demand)]
    refused = [demand for demand in refusing.demands if refuses(demand)]
    if keys := keys_of([(one, other) for one in wanted for other in refused if same_words(one, other)]):
        yield Relation("clash", "words", wanting.actor, refusing.actor, keys)
    asked = [demand for demand in wanted if addressees(demand) & refusing.speaks_for]
    if asked and refused and not keys:
        yield Relation(
            "clash", "addressee", wanting.actor, refusing.actor, frozenset(each.key for each in (*asked, *refused))
        )


def refuses(demand: DemandEntry) -> bool:
    return demand.kind == DemandKind.REFUSAL


def addressees(demand: DemandEntry) -> set[str]:
    return {actor.key for actor in demand.addressees}


def keys_of(pairs: Sequence[tuple[DemandEntry, DemandEntry]]) -> frozenset[str]:
    return frozenset(demand.key for pair in pairs for demand in pair)


def same_words(one: DemandEntry, other: DemandEntry) -> bool:
    """Whether every word of content of the one stands in the other, and there are FEWEST_WORDS of them."""
    mine, theirs = content_words(one.words), content_words(other.words)
    return min(len(mine), len(theirs)) >= FEWEST_WORDS and (mine <= theirs or theirs <= mine)


@lru_cache(maxsize=2000)  # each position is compared with all those beside it
def content_words(words: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(words)) - EMPTY_WORDS
