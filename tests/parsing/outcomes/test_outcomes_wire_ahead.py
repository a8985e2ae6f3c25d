"""What is to come, as wire reports tell it: whose will it is, under what condition, on which day."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

PROMISED: list[tuple[str, list[Row]]] = [
    (
        "The South Korean presidential office said Seoul would resume rice shipments to the North before the end of the year.",
        [("promised", "resume rice shipments to the North before the end of the year", ("south-korea",), None)],
    ),
    (
        "Japan offered a 500 million dollar credit line, 40 locomotives and a team of port engineers.",
        [
            ("promised", "a 500 million dollar credit line", ("japan",), None),
            ("promised", "40 locomotives", ("japan",), None),
            ("promised", "a team of port engineers", ("japan",), None),
        ],
    ),
    (
        "In exchange for the release of the two engineers, Iran would free a French cyclist held since last year.",
        [
            (
                "promised",
                "free a French cyclist held since last year",
                ("iran",),
                "In exchange for the release of the two engineers",
            )
        ],
    ),
    (
        "As part of the deal, Washington would lift sanctions on the Syrian central bank.",
        [("promised", "lift sanctions on the Syrian central bank", ("united-states",), None)],
    ),
    (
        "The Houthis said they would stop firing on commercial ships as long as the truce in Gaza held.",
        [("promised", "stop firing on commercial ships", ("houthis",), "as long as the truce in Gaza held")],
    ),
    (
        "The draft commits Serbia to recognizing Kosovo’s passports and license plates.",
        [("promised", "recognizing Kosovo’s passports and license plates", ("serbia",), None)],
    ),
    (
        "Hungary said it would drop its veto on accession talks with Ukraine on condition of a waiver for its nuclear plant.",
        [
            (
                "promised",
                "drop its veto on accession talks with Ukraine",
                ("hungary",),
                "on condition of a waiver for its nuclear plant",
            )
        ],
    ),
    (
        "Asked about the pipeline, the prime minister said Bulgaria would keep gas flowing to Serbia.",
        [("promised", "keep gas flowing to Serbia", ("bulgaria",), None)],
    ),
    (
        "A Kremlin spokesman said Russia would reply to the American paper within days.",
        [("promised", "reply to the American paper within days", ("russia",), None)],
    ),
]

THREATENED: list[tuple[str, list[Row]]] = [
    (
        "North Korea said on Sunday it would conduct further nuclear tests.",
        [("threatened", "conduct further nuclear tests", ("north-korea",), None)],
    ),
    (
        "Brussels would answer with duties of its own, the trade commissioner said.",
        [("threatened", "answer with duties of its own", ("european-union",), None)],
    ),
    (
        "Unless the detained crew is freed by Friday, Seoul will freeze the remaining funds, the foreign ministry said.",
        [("threatened", "freeze the remaining funds", ("south-korea",), "Unless the detained crew is freed by Friday")],
    ),
    (
        "Islamabad made clear that any move to divert the river would be treated as an act of war.",
        [("threatened", "any move to divert the river would be treated as an act of war", ("pakistan",), None)],
    ),
    (
        "“There will be consequences,” Putin said, “if foreign troops appear in Odesa.”",
        [("threatened", "There will be consequences", ("vladimir-putin",), "if foreign troops appear in Odesa")],
    ),
    (
        "“They will pay a very big price,” Trump said, “if they do not make a deal.”",
        [("threatened", "pay a very big price", ("donald-trump",), "if they do not make a deal")],
    ),
    (
        "Tokyo would tighten export controls if Moscow did not return the trawlers, the minister said.",
        [("threatened", "tighten export controls", ("japan",), "if Moscow did not return the trawlers")],
    ),
    (
        "The prime minister has said Israel will keep the Rafah crossing closed until all the bodies are returned.",
        [("threatened", "keep the Rafah crossing closed until all the bodies are returned", ("israel",), None)],
    ),
    (
        "The Taliban said they would retaliate at a time of their choosing.",
        [("threatened", "retaliate at a time of their choosing", ("taliban",), None)],
    ),
    (
        "India’s foreign ministry said New Delhi would keep the Indus treaty in abeyance until Pakistan abandoned terrorism.",
        [("threatened", "keep the Indus treaty in abeyance until Pakistan abandoned terrorism", ("india",), None)],
    ),
    (
        "Any attack on the island would draw an American response, Biden said.",
        [("threatened", "Any attack on the island would draw an American response", ("joe-biden",), None)],
    ),
    (
        "“If it’s not done by Tuesday, all hell will break loose,” the president-elect, Donald Trump, said.",
        [("threatened", "all hell will break loose", ("donald-trump",), "If it’s not done by Tuesday")],
    ),
    (
        "Trump, who had given Putin 50 days, said he would shorten the deadline to 10 or 12 days.",
        [("threatened", "shorten the deadline to 10 or 12 days", ("donald-trump",), None)],
    ),
]

EXPECTED: list[tuple[str, list[Row]]] = [
    (
        "Macron travels to Beijing next week for talks with Xi Jinping.",
        [("expected", "travels to Beijing next week for talks with Xi Jinping", ("emmanuel-macron",), None)],
    ),
    (
        "Putin and Modi meet two weeks later in New Delhi.",
        [("expected", "meet two weeks later in New Delhi", ("vladimir-putin", "narendra-modi"), None)],
    ),
    (
        "The first prisoners could be freed as early as Monday, a Red Cross official said.",
        [("expected", "The first prisoners could be freed as early as Monday", (), None)],
    ),
    (
        "The European Union is preparing a 20th package of sanctions.",
        [("expected", "a 20th package of sanctions", ("european-union",), None)],
    ),
    (
        "Moldovans vote on Sunday in a referendum on joining the European Union.",
        [("expected", "vote on Sunday in a referendum on joining the European Union", (), None)],
    ),
    ("Talks resume on Monday.", [("expected", "Talks resume on Monday", (), None)]),
    (
        "The deportations are set to begin in January.",
        [("expected", "The deportations are set to begin in January", (), None)],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*PROMISED, *THREATENED, *EXPECTED])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes
