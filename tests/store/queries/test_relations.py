"""Which statements of two actors on one topic are marked, and by which rule."""

import pytest

from app.records import DemandKind, Topic
from app.store.queries.demands import DemandEntry
from app.store.queries.relations import Cell, find_relations
from app.store.queries.values import ActorLink, DocumentLink, Excerpt

ADA, BO = ActorLink("ada", "Ada"), ActorLink("bo", "Bo")
DEMAND, REFUSAL, GOAL = DemandKind.DEMAND, DemandKind.REFUSAL, DemandKind.GOAL
Statement = tuple[DemandKind, str, tuple[str, ...]]


def cell(actor: ActorLink, statement: Statement) -> Cell:
    kind, words, addressees = statement
    links = tuple(ActorLink(key, key) for key in addressees)
    entry = DemandEntry(
        actor.key, words, kind, actor, "", links, (), None, "", "found", DocumentLink("d", "D"), Excerpt(words, 0, 0, 1)
    )
    return Cell(actor, (entry,), frozenset({actor.key, "bo-land"} if actor is BO else {actor.key}))


MARKED = [
    ((DEMAND, "leave", ("cy",)), (DEMAND, "pay at once", ("cy",)), ("shared", "addressee")),
    ((GOAL, "the northern bridge", ()), (DEMAND, "a bridge over northern waters", ()), ("shared", "words")),
    ((REFUSAL, "any foreign troops", ()), (REFUSAL, "foreign troops on its soil", ()), ("shared", "words")),
    ((DEMAND, "open the gates", ()), (REFUSAL, "open the gates at night", ()), ("clash", "words")),
    ((DEMAND, "leave the valley", ("bo",)), (REFUSAL, "a timetable", ()), ("clash", "addressee")),
    ((DEMAND, "leave the valley", ("bo-land",)), (REFUSAL, "a timetable", ()), ("clash", "addressee")),
]
UNMARKED = [
    ((DEMAND, "leave", ("cy",)), (DEMAND, "pay at once", ("dee",))),
    ((DEMAND, "the bridge", ()), (REFUSAL, "the bridge", ())),  # one word alone is too little
    ((DEMAND, "leave the valley", ("cy",)), (REFUSAL, "a timetable", ())),
    ((DEMAND, "leave the valley", ("bo",)), (DEMAND, "a timetable", ("ada",))),
]


@pytest.mark.parametrize(("mine", "theirs", "told"), MARKED)
def test_marked(mine: Statement, theirs: Statement, told: tuple[str, str]) -> None:
    (found,) = find_relations(Topic.TERRITORY, [cell(ADA, mine), cell(BO, theirs)])

    assert (found.kind, found.rule) == told
    assert (found.one, found.other, found.keys) == (ADA, BO, {"ada", "bo"})


@pytest.mark.parametrize(("mine", "theirs"), UNMARKED)
def test_unmarked(mine: Statement, theirs: Statement) -> None:
    assert find_relations(Topic.TERRITORY, [cell(ADA, mine), cell(BO, theirs)]) == ()


def test_other_aims_have_no_topic_in_common() -> None:
    cells = [cell(ADA, (DEMAND, "leave the valley", ("bo",))), cell(BO, (REFUSAL, "a timetable", ()))]

    assert find_relations(Topic.OTHER, cells) == ()
