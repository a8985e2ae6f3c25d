"""Who is asked to act, and whose demand it is, where neither is simply named."""

import pytest

from tests.parsing.demands.test_demands import Row, rows

ASKED: list[tuple[str, list[Row]]] = [
    (  # the mediator is neither of the two, nor is his state
        "Chile and Peru met in Oman. Chile blamed Peru. Peru blamed Chile. President Hana Novak of Oman asked both sides to stop.",
        [("demand", "stop", "hana-novak", ("chile", "peru"))],
    ),
    (
        "Prime Minister Hana Novak gave Gazprom and the breakaway region of Transnistria until noon to reopen the valve.",
        [("demand", "reopen the valve", "hana-novak", ("gazprom", "transnistria"))],
    ),
    (
        "Norwegian fishermen demanded compensation from the government.",
        [("demand", "compensation from the government", "norwegian-fishermen", ("norway",))],
    ),
    ("Kenya urged the authorities in Chad to free the crew.", [("demand", "free the crew", "kenya", ("chad",))]),
    (
        "Kenya urged NATO to wait. It also pressed the alliance to share its maps.",
        [("demand", "wait", "kenya", ("nato",)), ("demand", "share its maps", "kenya", ("nato",))],
    ),
    (
        "Peru, whose leaders have called for a boycott, did not vote.",
        [("demand", "a boycott", "peru", ())],
    ),
    (
        "Foreign Minister Lars Holm told delegates that Kenya would oppose a ban.",
        [("refusal", "a ban", "kenya", ())],
    ),
    (
        "President Hana Novak has been pushing NATO for a loan.",
        [("demand", "a loan", "hana-novak", ("nato",))],
    ),
    (
        "Kenya said it would take part only if no shots were fired.",
        [("demand", "no shots were fired", "kenya", ())],
    ),
    (
        '"What we want is simple: our land back," President Hana Novak said.',
        [("demand", "our land back", "hana-novak", ())],
    ),
    (  # whoever is to be disarmed is not the one who is to do it
        "Hezbollah must be disarmed, President Hana Novak said.",
        [("demand", "be disarmed", "hana-novak", ())],
    ),
    (
        "It is incumbent on Russia to end this war, President Hana Novak said.",
        [("demand", "end this war", "hana-novak", ("russia",))],
    ),
    (
        "Igor Casian, the leader of the opposition Socialists, who wants Moldova to leave the pact, was in Rome.",
        [("demand", "leave the pact", "igor-casian", ("moldova",))],
    ),
]
NOTHING = [
    "If Chile refuses, Norway will call for a boycott.",
    "President Hana Novak appeared in Rome right after the speech.",
    "His campaign was late to recognize the danger, President Hana Novak said.",
    "Kenya would give up its claim to the valley.",
    "Against the wishes of Kenya, the bridge was built.",
    "President Hana Novak has little interest in joining the pact.",
    "Kenya worked as a host to help pay for it.",
    "That is what it means to be a neighbor, President Hana Novak said.",
    '"I will not just talk," President Hana Novak said.',
    '"We may have to leave the pact," President Hana Novak said.',
    "President Hana Novak's plan will not end the war, Foreign Minister Lars Holm said.",
    "Rwanda signed only after Kenya had paid.",
    "June passed without a signature, and Kenya would not be drawn on it.",
    "People seeking a loan wait for weeks in Peru.",
    '"Kenya does not have to leave the pact," President Hana Novak said.',
    "Chad is claiming today that it shot down a drone.",
    "Kenya argued with Peru over how to end the blockade.",
    "The appeal of the pact to young voters is great, President Hana Novak said.",
    "President Hana Novak spoke of her distaste for Lars Holm.",
    '"Why should I be surprised?" President Hana Novak asked.',
    '"A lot will have to do with Kenya," President Hana Novak said.',
    "President Hana Novak rejected the remarks about Kenya.",
    '"I wouldn\'t underestimate their anger," President Hana Novak said.',
    "President Hana Novak has called an election for November.",
    "It is a step that Kenya hopes will help Peru.",
    "All states must recognize that the talks are slow, President Hana Novak said.",
    "Russia is said to want a base on the coast.",
    "Russia no longer wants a base on the coast.",
    "Norway, asked to mediate, said it would think about it.",
    "Were Russia to demand a base, Sudan would refuse.",
    "President Hana Novak was deaf to calls for an inquiry.",
    "President Hana Novak reminded viewers of her age in order to show that she was well.",
    '"No amount of money will make us whole," President Hana Novak said.',
    "President Hana Novak declined to define what she meant.",
    "The talks could not have begun without a loan, President Hana Novak said.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "demands"), ASKED)
def test_finds(text: str, demands: list[Row]) -> None:
    assert rows(text) == demands


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []
