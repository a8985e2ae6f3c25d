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

SERVANTS: list[tuple[str, list[Row]]] = [
    (
        "President Omar Keita of Chad has not decided. His spokesman said he would attend the summit.",
        [("promised", "attend the summit", ("omar-keita",), None)],
    ),
    (
        "President Omar Keita of Chad is in Paris. His spokesman, Idriss Tall, said he would return on Friday.",
        [("promised", "return on Friday", ("omar-keita",), None)],
    ),
    (
        "President Ana Solis of Peru is ill. An aide to Ms. Solis said she would sign the treaty in May.",
        [("promised", "sign the treaty in May", ("ana-solis",), None)],
    ),
    ("The Indian Navy rescued 19 sailors.", [("occurred", "rescued 19 sailors", ("india",), None)]),
    (
        "Swiss mediators plan to present a text on Friday.",
        [("expected", "present a text on Friday", ("switzerland",), None)],
    ),
    (
        "Chad and Niger quarrel over the lake. A joint patrol, planned for May, was called off.",
        [("lapsed", "A joint patrol, planned for May, was called off", ("chad", "niger"), None)],
    ),
    (
        "The border between Chad and Niger reopened on Friday.",
        [("occurred", "The border between Chad and Niger reopened on Friday", ("chad", "niger"), None)],
    ),
    (
        "The African Union, whose own talks collapsed in May, asked for time.",
        [("occurred", "whose own talks collapsed in May", ("african-union",), None)],
    ),
]

ACTS: list[tuple[str, list[Row]]] = [
    ("Ethiopia no longer demands an apology.", [("occurred", "no longer demands an apology", ("ethiopia",), None)]),
    (
        "On Tuesday Bolivia stopped insisting on ten kilometers.",
        [("occurred", "stopped insisting on ten kilometers", ("bolivia",), None)],
    ),
    ("Bolivia repeated its offer of cheap fuel.", [("promised", "cheap fuel", ("bolivia",), None)]),
    ("Japan was worried by Iran’s threat of a blockade.", [("threatened", "a blockade", ("iran",), None)]),
    (
        "Foreign Minister Lars Berg of Norway arrived in Tripoli on Sunday.",
        [("occurred", "arrived in Tripoli on Sunday", ("lars-berg",), None)],
    ),
    (
        "The foreign ministers of Chad and Niger put their names to the text shortly before midnight.",
        [("occurred", "put their names to the text shortly before midnight", ("chad", "niger"), None)],
    ),
    ("Kenya has begun to register its citizens.", [("occurred", "begun to register its citizens", ("kenya",), None)]),
    (
        "North Korea stopped answering the hotline in April.",
        [("occurred", "stopped answering the hotline in April", ("north-korea",), None)],
    ),
    (
        "Serbia said it would restore the line, but would never sign a paper.",
        [("promised", "restore the line", ("serbia",), None)],
    ),
]

VOICES: list[tuple[str, list[Row]]] = [
    (
        "President Omar Keita of Chad is ill. Opposition leader Ali Bako said Mr. Keita would resign by May.",
        [("expected", "resign by May", ("omar-keita",), None)],
    ),
    (
        "Foreign Minister Ali Bako of Chad said President Omar Keita of Chad would fly to Paris.",
        [("promised", "fly to Paris", ("omar-keita",), None)],
    ),
]

CLAUSES: list[tuple[str, list[Row]]] = [
    (
        "Kenya closed the port and Somalia recalled its envoy.",
        [
            ("occurred", "closed the port", ("kenya",), None),
            ("occurred", "recalled its envoy", ("somalia",), None),
        ],
    ),
    (
        "Under the deal, Kenya would withdraw its frigate and Somalia would free the crew.",
        [
            ("promised", "withdraw its frigate", ("kenya",), None),
            ("promised", "free the crew", ("somalia",), None),
        ],
    ),
]

JOINT: list[tuple[str, list[Row]]] = [
    (
        "Kenya’s president, Moses Kariuki, and Somalia’s prime minister, Hassan Nur, signed a pact.",
        [("occurred", "signed a pact", ("moses-kariuki", "hassan-nur"), None)],
    ),
    (
        "Kenya and Somalia quarrel. A civil war broke out in Chad in May.",
        [("occurred", "A civil war broke out in Chad in May", (), None)],
    ),
]

LISTS: list[tuple[str, list[Row]]] = [
    (
        "Chad and Niger undertook to pull back their armies, to let a commission draw the line and to publish the names.",
        [
            ("promised", "pull back their armies", ("chad", "niger"), None),
            ("promised", "let a commission draw the line", ("chad", "niger"), None),
            ("promised", "publish the names", ("chad", "niger"), None),
        ],
    ),
    (
        "Chad agreed to send doctors to treat the wounded.",
        [("promised", "send doctors to treat the wounded", ("chad",), None)],
    ),
    (
        "Three days of talks between Chad and Niger broke up on Friday.",
        [
            (
                "occurred",
                "Three days of talks between Chad and Niger broke up on Friday",
                ("chad", "niger"),
                None,
            )
        ],
    ),
    (
        "The 19 prisoners are to be flown to Nioro on Wednesday.",
        [("expected", "The 19 prisoners are to be flown to Nioro on Wednesday", (), None)],
    ),
    (
        "Kenya announced a $20 million loan to Sudan.",
        [("promised", "a $20 million loan to Sudan", ("kenya",), None)],
    ),
    (
        "The presidents of Chad and Niger, Omar Keita and Ali Bako, are expected to dine together on Friday.",
        [("expected", "dine together on Friday", ("omar-keita", "ali-bako"), None)],
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
    "The offer of help was ignored.",
    "Lena Ford came to politics late.",
    "Chad expects a mild winter.",
    "Few in Accra believe that Ghana will sign.",
    "Lena Ford returned to the subject of fish.",
    "President Omar Keita of Chad said he would be honored to serve.",
    "If that is true, Iran is violating the treaty, Lena Ford said.",
    "No date for the summit has been set yet.",
    "The plans did not go down well in Chad.",
    "Chad was asked if it would sign.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "outcomes"), [*DOERS, *SERVANTS, *ACTS, *VOICES, *CLAUSES, *JOINT, *LISTS, *THINGS])
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
