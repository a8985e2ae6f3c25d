"""Which conditions are branches of one question."""

import pytest

from app.store.queries.branches import Branch, Conditional, Question, tie_branches


def conditional(
    outcome: str, condition: str, context: tuple[int, int], *, document: int = 1, actors: tuple[str, ...] = ("trump",)
) -> Conditional[str]:
    start, end = context
    return Conditional(outcome, document, condition, start, start + 20, start, end, frozenset(actors))


AGREES = conditional("bring Zelensky", "If Putin agrees", (0, 100))
APART = [
    conditional("sanctions", "Should Putin balk", (200, 300)),  # sentences between them
    conditional("sanctions", "Should Putin balk", (102, 200), actors=("china",)),  # nobody acts in both
    conditional("go home", "if it rains", (102, 200)),  # the next paragraph, and no word shared
    conditional("sanctions", "Should Putin balk", (102, 200), document=2),
]
TIED = [
    conditional("sanctions", "Should Putin balk", (102, 200)),  # the next paragraph, with a word shared
    conditional("go home", "if it rains", (101, 200)),  # the next sentence
]


@pytest.mark.parametrize("other", APART)
def test_these_are_two_questions(other: Conditional[str]) -> None:
    assert len(tie_branches([AGREES, other])) == 2


@pytest.mark.parametrize("other", TIED)
def test_these_are_one_question(other: Conditional[str]) -> None:
    branches = (Branch("If Putin agrees", ("bring Zelensky",)), Branch(other.condition, (other.outcome,)))

    assert tie_branches([other, AGREES]) == (Question(branches),)


def test_one_condition_is_one_branch() -> None:
    second = conditional("fly him in", "If Putin agrees", (0, 100))

    assert tie_branches([AGREES, second]) == (Question((Branch("If Putin agrees", ("bring Zelensky", "fly him in")),)),)
