"""Who does it, as wire reports tell it: spokesmen, leaders, delegations, passives, things that go; and promise or threat."""

import pytest

from tests.parsing.outcomes.test_outcomes import Row, rows

DOERS: list[tuple[str, list[Row]]] = [
    (
        "Iran’s foreign ministry spokesman, Reza Moradi, offered to reopen the hotline.",
        [("promised", "reopen the hotline", ("iran",), None)],
    ),
    (
        "Peru’s navy spokesman, Captain Luis Ore, threatened to sink any trawler inside the line.",
        [("threatened", "sink any trawler inside the line", ("peru",), None)],
    ),
    (
        "Alan Reid, a spokesman for the Northern League, agreed to meet the governor on Friday.",
        [("promised", "meet the governor on Friday", ("northern-league",), None)],
    ),
    (
        "The foreign minister of Peru, Ana Solis, offered to fly to Santiago.",
        [("promised", "fly to Santiago", ("ana-solis",), None)],
    ),
    (
        "President Milan Petrov of Serbia distrusts Prime Minister Arben Hoxha of Kosovo. "
        "The leaders of Serbia and Kosovo will meet in Vienna on Monday.",
        [("expected", "meet in Vienna on Monday", ("milan-petrov", "arben-hoxha"), None)],
    ),
    (
        "The leaders of Serbia and Kosovo are to meet in Vienna on Monday.",
        [("expected", "meet in Vienna on Monday", ("serbia", "kosovo"), None)],
    ),
    (
        "Chad and Niger have a year to ratify. Both parliaments are expected to vote by April.",
        [("expected", "vote by April", ("chad", "niger"), None)],
    ),
    (
        "Chad and Niger hope for a deal. The negotiators are due to meet at 9 a.m. on Wednesday.",
        [("expected", "meet at 9 a.m. on Wednesday", ("chad", "niger"), None)],
    ),
    (
        "Technical teams from the two countries, Chad and Niger, will meet in Zinder on Monday.",
        [("expected", "meet in Zinder on Monday", ("chad", "niger"), None)],
    ),
    (
        "A clause on Kurdish parties was struck out at Turkey’s insistence.",
        [("occurred", "A clause on Kurdish parties was struck out at Turkey’s insistence", ("turkey",), None)],
    ),
    (
        "The consul was expelled from Peru on Friday.",
        [("occurred", "The consul was expelled from Peru on Friday", ("peru",), None)],
    ),
    (
        "Under an outline that officials exchanged last week, Iran would halt enrichment above 5 percent.",
        [("promised", "halt enrichment above 5 percent", ("iran",), None)],
    ),
    (
        "Chad and Niger signed a plan under which Chad will set up a commission and Niger will stop lobbying against it.",
        [
            ("occurred", "signed a plan", ("chad", "niger"), None),
            ("promised", "set up a commission", ("chad",), None),
            ("promised", "stop lobbying against it", ("niger",), None),
        ],
    ),
    (
        "According to two people who have seen a draft, Eritrea would open a rail corridor to the port.",
        [("promised", "open a rail corridor to the port", ("eritrea",), None)],
    ),
    (
        "A draft obtained by Reuters says Chad would disarm two brigades.",
        [("promised", "disarm two brigades", ("chad",), None)],
    ),
]

THINGS: list[tuple[str, list[Row]]] = [
    (
        "If Peru misses that date, a senior Chilean official said, the rate will go to 40 percent.",
        [("threatened", "the rate will go to 40 percent", ("chile",), "If Peru misses that date")],
    ),
    (
        "The Kremlin said the gas would flow again on Monday.",
        [("promised", "the gas would flow again on Monday", ("russia",), None)],
    ),
]

HARM = [
    "board any tanker that hides its name",
    "file a complaint with the World Trade Organization on Monday",
    "challenge the accord in court",
    "resume loudspeaker broadcasts along the border",
    "stop sharing data on the river",
    "appeal against the ruling",
    "test another missile",
    "treat the landing as an attack",
    "search every ship that leaves the port",
]
NO_HARM = [
    "pull its ships back from the islands",
    "stop lobbying against the treaty",
    "resume rice shipments in May",
    "stop supporting the rebels",
]
NOTHING = [
    "“If he bluffed every time, you could ignore him,” Lena Ford said.",
    "Lena Ford said that she did not believe that Chad would pay.",
    "Lena Ford offered no specifics.",
    "“We are here to welcome them,” Lena Ford said.",
    "Lena Ford doubts that Chad would sign.",
    "Chad was asked if it would sign.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*DOERS, *THINGS])
def test_finds(text: str, outcomes: list[Row]) -> None:
    assert rows(text) == outcomes


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "status"), [*((one, "threatened") for one in HARM), *((one, "promised") for one in NO_HARM)]
)
def test_tells_a_threat_from_a_promise(words: str, status: str) -> None:
    assert rows(f"Japan said it would {words}.") == [(status, words, ("japan",), None)]


@pytest.mark.model
@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert rows(text) == []
