"""Things that stand apart from their verb, verbs that stand apart from their subject, and where the words of a thing end."""

import pytest

from tests.parsing.demands.test_demands import Row, rows

APART: list[tuple[str, list[Row]]] = [
    (
        "What Kenya is asking for is a road to the coast and a loan.",
        [("demand", "a road to the coast", "kenya", ()), ("demand", "a loan", "kenya", ())],
    ),
    (
        "All that Peru wanted, its envoy told the council, was a signature and a date.",
        [("demand", "a signature", "peru", ()), ("demand", "a date", "peru", ())],
    ),
    (
        "A tribunal, which Chile had fought for, was struck out of the text.",
        [("demand", "A tribunal", "chile", ())],
    ),
    ("The text leaves out the monitors that Ghana had called for.", [("demand", "the monitors", "ghana", ())]),
    ("Egypt has spent ten years trying to stop the dam.", [("goal", "stop the dam", "egypt", ())]),
    (
        "The draft was accepted by Chile and rejected by Peru.",
        [("refusal", "The draft", "peru", ())],
    ),
    (
        "President Hana Novak would not, she said, “sign a map in the dark.”",
        [("refusal", "sign a map in the dark", "hana-novak", ())],
    ),
    (
        "Aides said that President Hana Novak would not put the treaty before parliament because it was a draft.",
        [("refusal", "put the treaty before parliament", "hana-novak", ())],
    ),
    (
        '"I can lend you a road. I cannot give you a province," President Hana Novak said.',
        [("refusal", "give you a province", "hana-novak", ())],
    ),
    (
        '"If they want peace, let them open the road," President Hana Novak said.',
        [("demand", "let them open the road", "hana-novak", ())],
    ),
    (
        "Oman asked that nothing be signed before the rains.",
        [("demand", "nothing be signed before the rains", "oman", ())],
    ),
    (
        '"We need to see the crew home by Easter," President Hana Novak said.',
        [("demand", "see the crew home by Easter", "hana-novak", ())],
    ),
    (
        'The inspections were "not on the menu", President Hana Novak said.',
        [("refusal", "The inspections", "hana-novak", ())],
    ),
    (
        "Neither Chile nor Peru wants to reopen the treaty.",
        [("refusal", "reopen the treaty", "chile", ()), ("refusal", "reopen the treaty", "peru", ())],
    ),
    ("Chile said it would tolerate no foreign ships.", [("refusal", "tolerate no foreign ships", "chile", ())]),
]
ENDS: list[tuple[str, list[Row]]] = [
    (
        "Kenya called for the United Nations and the African Union to send monitors.",
        [
            (
                "demand",
                "the United Nations and the African Union to send monitors",
                "kenya",
                ("united-nations", "african-union"),
            )
        ],
    ),
    (
        "The talks stalled, with Chile demanding that the crew be freed and Peru insisting that it had no crew.",
        [("demand", "the crew be freed", "chile", ())],
    ),
    ("Peru's refusal to sign the treaty has hurt it in Lima.", [("refusal", "sign the treaty", "peru", ())]),
    (
        "Norway called for new sanctions on banks, shippers and insurers.",
        [("demand", "new sanctions on banks, shippers and insurers", "norway", ())],
    ),
    ("Norway is seeking a fair, just and lasting peace.", [("goal", "a fair, just and lasting peace", "norway", ())]),
    (
        "Peru denounced the plan as it was going through the senate.",
        [("refusal", "the plan", "peru", ())],
    ),
    (
        "Kenya asked Peru to back a pact that would continue to watch and report the fires.",
        [("demand", "back a pact that would continue to watch and report the fires", "kenya", ("peru",))],
    ),
    (
        "President Hana Novak urged Chad to protect the health, safety and dignity of the crew.",
        [("demand", "protect the health, safety and dignity of the crew", "hana-novak", ("chad",))],
    ),
]
NOTHING = [
    "What President Hana Novak wants most is not land at all.",
    '"I cannot tell you how many were killed," President Hana Novak said.',
    '"We cannot afford another winter like this," President Hana Novak said.',
    "President Hana Novak refused a glass of wine.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "demands"), [*APART, *ENDS])
def test_finds(text: str, demands: list[Row]) -> None:
    assert rows(text) == demands


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []
