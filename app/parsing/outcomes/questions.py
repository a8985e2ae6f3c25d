"""Conditions tied into questions: "If Putin agrees, …" and "Should Tehran refuse, …" are two branches of one question.

Outcomes under the very same words of condition are one branch. The next branch belongs to the same question where its
sentence follows at once, and either somebody acts in both and they stand in one paragraph or share a word of content, or
it is the bare other case ("if it is not", "otherwise").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from app.parsing.article import Article
from app.records import Outcome, Passage

OTHER_CASE = re.compile(
    r"(?:otherwise|failing that|if not"
    r"|(?:if|should) (?:it|he|she|they|that|this|either|neither)\b.*\b(?:not|n['’]t|refuses?|fails?))\W*",
    re.IGNORECASE,
)
CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
EMPTY_WORDS = re.compile(
    r"should|would|could|unless|without|with|once|only|from|have|been|there|their|this|that|will|when|until|before|after"
)


def tie_questions(article: Article, outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The outcomes with the number of the question that their condition answers, counted from 0 in text order."""
    numbers: dict[Passage, int] = {}
    before: list[Outcome] = []
    number = -1
    conditional = sorted((one for one in outcomes if one.condition), key=_place)
    for condition, same in groupby(conditional, key=lambda one: one.condition):
        branch = list(same)
        if condition is None:
            continue
        if not before or not _goes_on(article, before, branch):
            number += 1
        numbers[condition] = number
        before = branch
    return tuple(replace(one, question=numbers[one.condition]) if one.condition else one for one in outcomes)


def _place(outcome: Outcome) -> tuple[int, int, int]:
    condition = outcome.condition or outcome.passage
    return condition.start, condition.end, outcome.passage.start


def _goes_on(article: Article, before: Sequence[Outcome], branch: Sequence[Outcome]) -> bool:
    """Whether a branch is another answer to the question of the branch before it."""
    first, second = before[0].condition, branch[0].condition
    if first is None or second is None:
        return False
    sentences = [_sentence(article, one) for one in (*before, *branch)]
    here = [_sentence(article, one) for one in branch]
    if min(here) - max(sentences[: len(before)]) > 1:
        return False
    one_paragraph = article.paragraph_of(first.start) == article.paragraph_of(second.start)
    if one_paragraph and OTHER_CASE.fullmatch(second.text):
        return True
    acting = {actor for one in before for actor in one.actors} & {actor for one in branch for actor in one.actors}
    return bool(acting) and (one_paragraph or bool(_content(first.text) & _content(second.text)))


def _sentence(article: Article, outcome: Outcome) -> int:
    return article.sentence_of[article.tokens(outcome.passage.start, outcome.passage.end)[0].i]


def _content(words: str) -> set[str]:
    found = {word.casefold() for word in CONTENT_WORD.findall(words)}
    return {word for word in found if not EMPTY_WORDS.fullmatch(word)}
