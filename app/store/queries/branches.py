"""Conditional outcomes as questions: "If Putin agrees, …" and "Should Putin balk, …" are two branches of one.

Which conditions answer one another is told by the parse, which numbers the questions of a document. Outcomes under the
very same words of condition are one branch.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class Conditional(Generic[Shown]):
    """An outcome with where it and its condition stand in its document, and the number of the question there, if any."""

    outcome: Shown
    document: int
    condition: str
    condition_start: int
    start: int
    question: int | None = None


@dataclass(frozen=True, slots=True)
class Branch(Generic[Shown]):
    condition: str
    outcomes: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Question(Generic[Shown]):
    branches: tuple[Branch[Shown], ...]


def tie_branches(outcomes: Sequence[Conditional[Shown]]) -> tuple[Question[Shown], ...]:
    """The questions in the order in which their documents come, within a document in text order. A condition without
    the number of a question is a question of its own."""
    places = {document: place for place, document in enumerate(dict.fromkeys(each.document for each in outcomes))}
    ordered = sorted(outcomes, key=lambda each: (places[each.document], each.condition_start, each.start))
    questions: dict[tuple[int, int, int], list[Conditional[Shown]]] = {}
    for each in ordered:
        lone = (each.document, -1, each.condition_start)
        place = lone if each.question is None else (each.document, each.question, -1)
        questions.setdefault(place, []).append(each)
    return tuple(Question(tuple(to_branches(question))) for question in questions.values())


def to_branches(outcomes: Sequence[Conditional[Shown]]) -> list[Branch[Shown]]:
    same = groupby(outcomes, key=lambda each: (each.condition_start, each.condition))
    return [Branch(condition, tuple(each.outcome for each in branch)) for (_, condition), branch in same]
