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
    ("Serbia will settle for nothing less than the monastery.", [("demand", "the monastery", "serbia", ())]),
    ("Peru lodged a claim to half of the catch.", [("demand", "half of the catch", "peru", ())]),
    ("Bhutan has its eye on the valley.", [("goal", "the valley", "bhutan", ())]),
    (
        "Samoa is asking 40 million dollars for the wreck.",
        [("demand", "40 million dollars for the wreck", "samoa", ())],
    ),
    (
        "Latvia has called time and again for the inspectors to be let in.",
        [("demand", "the inspectors to be let in", "latvia", ())],
    ),
    ("Armenia sees no reason to share the lake.", [("refusal", "share the lake", "armenia", ())]),
    (
        "The Coast Party is pushing for sanctions on the bank and eleven of its owners and says it will walk out.",
        [
            ("demand", "sanctions on the bank", "coast-party", ()),
            ("demand", "eleven of its owners", "coast-party", ()),
        ],
    ),
    (
        "Egypt and Sudan met in May. Norway proposed that the two powers swap maps of the river.",
        [("demand", "the two powers swap maps of the river", "norway", ("egypt", "sudan"))],
    ),
]

NOTHING = [
    "An adviser to the Norwegian premier, who asked to remain anonymous, smiled.",
    "Sudan’s army pushed the rebels back on Friday.",
    "Norway would not rule out a blockade.",
    "A cook who did not want her surname published spoke of soup.",
    "It is not what Norway wants most.",
]


@pytest.mark.parametrize(("text", "demands"), WANTING)
def test_finds(text: str, demands: list[Row]) -> None:
    assert rows(text) == demands


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []
