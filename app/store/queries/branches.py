"""Conditional outcomes tied into questions: "If Putin agrees, …" and "Should Putin balk, …" are two branches of one.

Outcomes under the very same words of condition are one branch. Two branches belong to one question where one goes on
from
the other: their sentences are neighbours, one actor does something in both, and they stand in one paragraph or their
conditions share a word of content.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

Shown = TypeVar("Shown")
# Sentences of one paragraph are at most a space apart, neighbouring paragraphs at most an empty line.
ONE_PARAGRAPH, NEXT_PARAGRAPH = 1, 4
WORD = re.compile(r"[^\W\d_]{4,}")
EMPTY_WORDS = frozenset(
    [
        "should",
        "would",
        "could",
        "unless",
        "without",
        "with",
        "once",
        "only",
        "from",
        "have",
        "been",
        "there",
        "their",
        "this",
        "that",
        "will",
        "when",
    ]
)


@dataclass(frozen=True, slots=True)
class Conditional(Generic[Shown]):
    """An outcome with where it, its condition and the sentences around both stand in its document."""

    outcome: Shown
    document: int
    condition: str
    condition_start: int
    start: int
    context_start: int
    context_end: int
    actors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Branch(Generic[Shown]):
    condition: str
    outcomes: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Question(Generic[Shown]):
    branches: tuple[Branch[Shown], ...]


def tie_branches(outcomes: Sequence[Conditional[Shown]]) -> tuple[Question[Shown], ...]:
    """The questions in the order in which their documents come, within a document in text order."""
    questions: list[list[list[Conditional[Shown]]]] = []
    places = {document: place for place, document in enumerate(dict.fromkeys(each.document for each in outcomes))}
    ordered = sorted(outcomes, key=lambda each: (places[each.document], each.condition_start, each.start))
    for _, same in groupby(ordered, key=lambda each: (each.document, each.condition_start, each.condition)):
        branch = list(same)
        if questions and goes_on(questions[-1][-1], branch):
            questions[-1].append(branch)
        else:
            questions.append([branch])
    return tuple(Question(tuple(to_branch(branch) for branch in question)) for question in questions)


def to_branch(outcomes: Sequence[Conditional[Shown]]) -> Branch[Shown]:
    return Branch(outcomes[0].condition, tuple(each.outcome for each in outcomes))


def goes_on(before: Sequence[Conditional[Shown]], after: Sequence[Conditional[Shown]]) -> bool:
    """Whether the second branch goes on from the first."""
    if before[0].document != after[0].document:
        return False
    actors = frozenset().union(*(each.actors for each in before)) & frozenset().union(*(each.actors for each in after))
    gap = min(each.context_start for each in after) - max(each.context_end for each in before)
    if not actors or gap > NEXT_PARAGRAPH:
        return False
    return gap <= ONE_PARAGRAPH or bool(content_words(before[0].condition) & content_words(after[0].condition))


def content_words(condition: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(condition)) - EMPTY_WORDS
