"""Which conditions are branches of one question."""

from app.store.queries.branches import Branch, Conditional, Question, tie_branches


def conditional(outcome: str, condition: str, start: int, question: int | None, document: int = 1) -> Conditional[str]:
    return Conditional(outcome, document, condition, start, start + 20, question)


AGREES = conditional("bring Zelensky", "If Putin agrees", 10, 0)
BALKS = conditional("sanctions", "Should Putin balk", 110, 0)


def test_conditions_with_one_number_are_branches_of_one_question_in_text_order() -> None:
    branches = (Branch("If Putin agrees", ("bring Zelensky",)), Branch("Should Putin balk", ("sanctions",)))

    assert tie_branches([BALKS, AGREES]) == (Question(branches),)


def test_the_same_words_of_condition_are_one_branch() -> None:
    second = conditional("fly him in", "If Putin agrees", 10, 0)

    assert tie_branches([AGREES, second]) == (Question((Branch("If Putin agrees", ("bring Zelensky", "fly him in")),)),)


def test_another_number_another_document_or_none_is_another_question() -> None:
    others = [
        conditional("leave", "if it rains", 210, 1),
        conditional("leave", "if it rains", 10, 0, document=2),
        conditional("leave", "if it snows", 310, None),
        conditional("leave", "if it hails", 410, None),
    ]

    assert [len(question.branches) for question in tie_branches([AGREES, *others])] == [1, 1, 1, 1, 1]
