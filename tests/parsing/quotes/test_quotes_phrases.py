"""Sources without a verb of saying (according to …, in the words of …, by his own account) and nouns of saying."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

ACCORDING_TO: list[tuple[str, list[QuoteRow]]] = [
    (
        "The road is open, according to two drivers.",
        [("indirect", "two-drivers", "The road is open")],
    ),
    (
        "According to the White House, the call lasted 40 minutes.",
        [("indirect", "united-states", "the call lasted 40 minutes")],
    ),
    (
        "Three soldiers were hurt in the attack, according to a statement by the Defense Ministry of Georgia.",
        [("indirect", "defense-ministry-of-georgia", "Three soldiers were hurt in the attack")],
    ),
    (
        "The bank, according to its chairman, Paul Okafor, has been insolvent since May.",
        [
            ("indirect", "paul-okafor", "The bank"),
            ("indirect", "paul-okafor", "has been insolvent since May"),
        ],
    ),
    (
        "The plan is “a sketch on a napkin,” according to one European diplomat.",
        [("mixed", "european-diplomat", "The plan is “a sketch on a napkin")],
    ),
    (
        "“They never read it,” according to Senator Grace Oyelaran.",
        [("direct", "grace-oyelaran", "They never read it")],
    ),
    (
        "According to Prime Minister Ilse Brandt, who saw the text, nothing in it is new.",
        [("indirect", "ilse-brandt", "nothing in it is new")],
    ),
    (
        "President Tomas Varga said that the road was open, according to two people who heard him.",
        [("indirect", "tomas-varga", "the road was open")],
    ),
    (
        "Norway will pay for the fence, according to the draft. The draft is short.",
        [],
    ),
    (
        "All went according to plan, and the ships sailed at noon.",
        [],
    ),
    (
        "Prices have doubled since March, according to the World Bank.",
        [("indirect", "world-bank", "Prices have doubled since March")],
    ),
    (
        "In the words of Ambassador Kofi Mensah, the deal was “a coat without sleeves.”",
        [("mixed", "kofi-mensah", "the deal was “a coat without sleeves")],
    ),
    (
        "In the view of Finland, the treaty is dead.",
        [("indirect", "finland", "the treaty is dead")],
    ),
]

ACCOUNTS: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Ilse Brandt went alone. By her own account the talks had failed.",
        [("indirect", "ilse-brandt", "the talks had failed")],
    ),
    (
        "Ambassador Kofi Mensah was in the room. By his own account, he slept through the vote.",
        [("indirect", "kofi-mensah", "he slept through the vote")],
    ),
]

NOUNS: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Tomas Varga’s claim that the road was open surprised the drivers.",
        [("indirect", "tomas-varga", "the road was open")],
    ),
    (
        "Norway repeated its warning that the dam could break.",
        [("indirect", "norway", "the dam could break")],
    ),
    (
        "Few believed Turkey’s assertion that the ship was empty.",
        [("indirect", "turkey", "the ship was empty")],
    ),
    (
        "Prime Minister Ilse Brandt stood by her view that the vote was fair.",
        [("indirect", "ilse-brandt", "the vote was fair")],
    ),
    ("The claim that the road was open surprised the drivers.", []),
    ("Turkey’s claim to the island is old.", []),
    ("Norway’s statement on the dam was short.", []),
    (
        "Denmark has let it be known that it could live with half.",
        [("indirect", "denmark", "it could live with half")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*ACCORDING_TO, *ACCOUNTS, *NOUNS])
def test_sources_without_a_verb_of_saying(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
