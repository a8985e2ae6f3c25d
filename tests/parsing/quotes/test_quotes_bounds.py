"""Where reported speech begins and ends: at its "that", before the source's next act, before the reporter's own words."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

ENDS: list[tuple[str, list[QuoteRow]]] = [
    (
        "Norway had warned that an assault would begin within hours; nothing happened.",
        [("indirect", "norway", "an assault would begin within hours")],
    ),
    (
        "Norway said that it would not sign; and it would not discuss the bridge.",
        [("indirect", "norway", "it would not sign; and it would not discuss the bridge")],
    ),
    (
        "Norway says it will keep the bridge open, though it has bought a radar since the war.",
        [("indirect", "norway", "it will keep the bridge open")],
    ),
    (
        "Norway said it was seeking a deal “that lasts,” while the Chadian envoy, Clara Lindqvist, is due in Oslo.",
        [("mixed", "norway", "it was seeking a deal “that lasts")],
    ),
    (  # without a comma the clause is the source's
        "President Ilse Brandt said that she would not set foot in Oslo while Clara Lindqvist held her post.",
        [("indirect", "ilse-brandt", "she would not set foot in Oslo while Clara Lindqvist held her post")],
    ),
    (  # and so is one inside what was said
        "President Ilse Brandt said that the deal, though it was poor, would hold.",
        [("indirect", "ilse-brandt", "the deal, though it was poor, would hold")],
    ),
    (
        "Norway denied that its troops had laid any mines and challenged the monitors to inspect the crater.",
        [("indirect", "norway", "its troops had laid any mines")],
    ),
    (
        "Chad freed four Norwegians in January; 19 remain, according to President Ilse Brandt.",
        [("indirect", "ilse-brandt", "19 remain")],
    ),
    (
        "The fire began in the harbor and has spread, according to President Ilse Brandt.",
        [("indirect", "ilse-brandt", "The fire began in the harbor and has spread")],
    ),
]

BEGINNINGS: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Ilse Brandt said in January that troll accounts run from abroad had flooded two campaigns.",
        [("indirect", "ilse-brandt", "troll accounts run from abroad had flooded two campaigns")],
    ),
    (
        "President Ilse Brandt told the state broadcaster, NRKX, before leaving Oslo that Norway would not discuss its missiles.",
        [("indirect", "ilse-brandt", "Norway would not discuss its missiles")],
    ),
    (
        "A Norwegian official, who spoke on condition of anonymity, signaled on Monday that the money would be released.",
        [("indirect", "norwegian-official", "the money would be released")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), ENDS)
def test_where_reported_speech_ends(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), BEGINNINGS)
def test_where_reported_speech_begins(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


DEMANDED: list[tuple[str, list[QuoteRow]]] = [
    ("Norway is insisting that the army keep the heights.", []),
    ("Norway insists that any treaty cover the north.", []),
    ("President Ilse Brandt has suggested that one commander be moved to house arrest.", []),
    ("Norway has offered observers on condition that both sides guarantee their safety.", []),
    ("Norway promised to find the money, provided that the customs posts are open.", []),
    ("Norwegian negotiators will meet in Oslo that weekend, assuming the road is open.", []),
    ("Norway agreed to resume inspections, then declared the accord dead within weeks.", []),
    ("President Owen Pryce, told of this, laughed.", []),
    (  # what is so, and not what should be
        "Norway insists that the army keeps the heights.",
        [("indirect", "norway", "the army keeps the heights")],
    ),
    (
        "Norway insists that the police keep the peace.",
        [("indirect", "norway", "the police keep the peace")],
    ),
]

GOES_ON: list[tuple[str, list[QuoteRow]]] = [
    (
        "Norway will lift the ban, President Ilse Brandt said, when the markets open.",
        [
            ("indirect", "ilse-brandt", "Norway will lift the ban"),
            ("indirect", "ilse-brandt", "when the markets open"),
        ],
    ),
    (  # when it was said
        "Norway will lift the ban, President Ilse Brandt said, when the markets opened.",
        [("indirect", "ilse-brandt", "Norway will lift the ban")],
    ),
    (
        "The file goes to the lawyers, President Ilse Brandt said, and the lawyers do not give press conferences.",
        [
            ("indirect", "ilse-brandt", "The file goes to the lawyers"),
            ("indirect", "ilse-brandt", "and the lawyers do not give press conferences"),
        ],
    ),
    (  # what else happened
        "The file goes to the lawyers, President Ilse Brandt said, and the room laughed.",
        [("indirect", "ilse-brandt", "The file goes to the lawyers")],
    ),
    (
        "“So do eleven million Norwegians,” said President Ilse Brandt, and the room, for once, laughed with her.",
        [("direct", "ilse-brandt", "So do eleven million Norwegians")],
    ),
    (
        "Chad welcomed the thought, President Ilse Brandt said she would sleep on it, and Norway waved the offer away.",
        [("indirect", "ilse-brandt", "she would sleep on it")],
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), DEMANDED)
def test_what_should_be_is_not_reported_as_so(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), GOES_ON)
def test_what_goes_on_behind_an_attribution(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
