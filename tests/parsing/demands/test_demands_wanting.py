"""Verbs and nouns of wanting that newspapers use less often, lists of things, and wishes that are none of the dispute's."""

import pytest

from tests.parsing.demands.test_demands import Row, rows

WANTING: list[tuple[str, list[Row]]] = [
    (
        "Egypt demands two ferries, shared pilots and an end to the tolls.",
        [
            ("demand", "two ferries", "egypt", ()),
            ("demand", "shared pilots", "egypt", ()),
            ("demand", "an end to the tolls", "egypt", ()),
        ],
    ),
    (
        "Chad has long aspired to a port of its own, and to a seat in the council.",
        [
            ("goal", "a port of its own", "chad", ()),
            ("goal", "a seat in the council", "chad", ()),
        ],
    ),
    (
        "Egypt required that the fund be closed by May and that Sudan call home its teachers.",
        [
            ("demand", "the fund be closed by May", "egypt", ()),
            ("demand", "Sudan call home its teachers", "egypt", ("sudan",)),
        ],
    ),
    (
        "Norway has excluded any compensation.",
        [("refusal", "any compensation", "norway", ())],
    ),
    (
        "Egypt’s distaste for house arrests is well known.",
        [("refusal", "house arrests", "egypt", ())],
    ),
    (
        "The bargain was brushed aside by Norway.",
        [("refusal", "The bargain", "norway", ())],
    ),
    (
        "The island, a rock with a lighthouse, has been sought by Chad since May.",
        [("goal", "The island", "chad", ())],
    ),
]

NOTHING = [
    "An adviser to the Norwegian premier, who asked to remain anonymous, smiled.",
    "Sudan’s army pushed the rebels back on Friday.",
    "Norway would not rule out a blockade.",
    "It is not what Norway wants most.",
]


@pytest.mark.parametrize(("text", "demands"), WANTING)
def test_finds(text: str, demands: list[Row]) -> None:
    assert rows(text) == demands


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []
