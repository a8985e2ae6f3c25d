"""On what an outcome depends: the words of the condition, wherever they stand, and clauses that are none."""

import pytest

from app.parsing.article import read_articles
from app.parsing.conditions import find_conditions
from app.parsing.pipeline import load_model
from tests.factories import make_document
from tests.parsing.outcomes.test_outcomes import Row, rows

CONDITIONED: list[tuple[str, list[Row]]] = [
    (
        "“Let the inspectors in and we can talk about the money,” President Emmanuel Macron of France said.",
        [("promised", "talk about the money", ("france", "emmanuel-macron"), "Let the inspectors in")],
    ),
    (
        "“Pull back your troops or we will close the border,” President Emmanuel Macron of France said.",
        [("threatened", "close the border", ("france", "emmanuel-macron"), "Pull back your troops")],
    ),
    (
        "Russia will free the sailors only in exchange for the ship, Russian Foreign Minister Sergey Lavrov said.",
        [("promised", "free the sailors", ("russia",), "only in exchange for the ship")],
    ),
    (
        "Egypt said that it was ready to resume talks on Tuesday provided that the shelling stopped, "
        "and would open a telephone line.",
        [
            ("promised", "resume talks on Tuesday", ("egypt",), "provided that the shelling stopped"),
            ("promised", "open a telephone line", ("egypt",), None),
        ],
    ),
    (
        "Sudan will lift the blockade as soon as the first convoy leaves, Sudan said.",
        [("promised", "lift the blockade", ("sudan",), "as soon as the first convoy leaves")],
    ),
    (
        "If the gates are not opened by then, Foreign Minister Sameh Shoukry of Egypt said, Egypt will recall its ambassador, "
        "cut the power line and take the matter to the United Nations.",
        [
            ("threatened", "recall its ambassador", ("egypt",), "If the gates are not opened by then"),
            ("threatened", "cut the power line", ("egypt",), "If the gates are not opened by then"),
            ("threatened", "take the matter to the United Nations", ("egypt",), "If the gates are not opened by then"),
        ],
    ),
    (
        "“We will sign when they pay,” President Emmanuel Macron of France said.",
        [("promised", "sign", ("france", "emmanuel-macron"), "when they pay")],
    ),
    (
        "Failing that, Poland would close the crossing, Poland said.",
        [("threatened", "close the crossing", ("poland",), "Failing that")],
    ),
]

NO_CONDITION = [
    "Japan asked if China would come.",
    "Kenya acted as if nothing would change.",
    "The truce held, even if only for a day.",
    "Should Egypt sign?",
    "Once a colony, Togo is now a republic.",
    "The camp was provided with tents.",
    "When the envoy arrived, the hall was empty.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), CONDITIONED)
def test_finds_the_condition(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes


@pytest.mark.model
@pytest.mark.parametrize("text", NO_CONDITION)
def test_finds_none(text: str) -> None:
    (article,) = read_articles(load_model(), [make_document(text)])
    assert [found for sentence in article.sentences for found in find_conditions(sentence)] == []
