"""What is refused in a question or an answer, rather than another thing, by "neither", by a name; what is asked of a state by its
officer's spokesman; and what looks like it and is none."""

import pytest

from tests.parsing.demands.test_demands import Row, rows

REFUSED: list[tuple[str, list[Row]]] = [
    ("Chile would rather pay the fine than change its law.", [("refusal", "change its law", "chile", ())]),
    ("Chile would sooner pay the fine than change its law.", [("refusal", "change its law", "chile", ())]),
    ("Chile will close its camps rather than let the rebels in.", [("refusal", "let the rebels in", "chile", ())]),
    ("Rather than pay the fine, Chile will close its camps.", [("refusal", "pay the fine", "chile", ())]),
    (
        "“Why should we give up the island?” President Hana Novak asked.",
        [("refusal", "give up the island", "hana-novak", ())],
    ),
    (
        "Would Chile lift the ban? “Never,” said the president of Chile, Hana Novak.",
        [("refusal", "lift the ban", "chile", ())],
    ),
    (
        "Asked if she would meet the rebels, President Hana Novak said no.",
        [("refusal", "meet the rebels", "hana-novak", ())],
    ),
    (
        "Chile wants neither the loan nor the observers.",
        [("refusal", "the loan", "chile", ()), ("refusal", "the observers", "chile", ())],
    ),
    (
        "Neither Chile nor Peru will pay for the fence.",
        [("refusal", "pay for the fence", "chile", ()), ("refusal", "pay for the fence", "peru", ())],
    ),
    ("Chile called the offer of a loan unacceptable.", [("refusal", "the offer of a loan", "chile", ())]),
    ("Chile has called a swap a non-starter.", [("refusal", "a swap", "chile", ())]),
    ("What Chile will not accept is a foreign garrison.", [("refusal", "a foreign garrison", "chile", ())]),
    ("Chile shut the door on extradition.", [("refusal", "extradition", "chile", ())]),
    ("Chile turned a deaf ear to calls for a vote.", [("refusal", "calls for a vote", "chile", ())]),
    ("Chile would not be drawn into a swap.", [("refusal", "be drawn into a swap", "chile", ())]),
    (
        "Chile has ruled out both a fine and an apology.",
        [("refusal", "a fine", "chile", ()), ("refusal", "an apology", "chile", ())],
    ),
]
ASKED: list[tuple[str, list[Row]]] = [
    (
        "Peru’s foreign minister, Lars Holm, demanded of Chile that the posts be removed.",
        [("demand", "the posts be removed", "lars-holm", ("chile",))],
    ),
    ("Peru insisted that women stay away from the talks.", [("demand", "women stay away from the talks", "peru", ())]),
    (
        "Petra Holm, a spokeswoman for Peru, said that Chile must open the archive.",
        [("demand", "open the archive", "peru", ("chile",))],
    ),
    ("The one thing that Peru wants is a new treaty.", [("demand", "a new treaty", "peru", ())]),
    ("Peru has been at pains to avoid a vote.", [("goal", "avoid a vote", "peru", ())]),
    ("Peru expects an apology.", [("demand", "an apology", "peru", ())]),
    ("Peru is suing for the return of the islands.", [("demand", "the return of the islands", "peru", ())]),
    ("Peru is looking to sell its copper elsewhere.", [("goal", "sell its copper elsewhere", "peru", ())]),
    ("Peru is campaigning to have the plant shut.", [("goal", "have the plant shut", "peru", ())]),
]
NOTHING = [
    "Chile sees no reason to do either.",
    "Chile is expected to ask for a loan.",
    "It was not a mediator that Chile wanted.",
    "Chile refused the child a sweet.",
    "Chile has so far declined to do so.",
    "Chile closed the door to the room.",
    "Chile looks to be late.",
    "Chile would rather be early than late.",
    "“Why should it rain?” President Hana Novak asked.",
    "Would it rain? “Never,” said the president of Chile, Hana Novak.",
    "Chile has neither a port nor a fleet.",
    "Chile called the offer generous.",
    "Neither side will test a missile, the text says.",
    "President Hana Novak would not be drawn on that.",
    "In the play, a king demands his daughter’s love.",
    "President Hana Novak said that she was asking for nothing.",
    "President Hana Novak tried to smile.",
    "Chile insisted that its soldiers had left.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*REFUSED, *ASKED])
def test_what_is_refused_or_asked_by_a_turn_of_speech(text: str, found: list[Row]) -> None:
    assert rows(text) == found


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_it(text: str) -> None:
    assert rows(text) == []
