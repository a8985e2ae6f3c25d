"""Where reported words end: before the reporter goes on, and not before the clause is whole."""

import pytest

from tests.parsing.sentences import QuoteRow, quotes_of

ENDS: list[tuple[str, list[QuoteRow]]] = [
    # a clause that begins in marks goes on outside them
    (
        "Obama said “it gets me mad” every time he thinks about the children.",
        [("mixed", "barack-obama", "it gets me mad” every time he thinks about the children")],
    ),
    (
        "Norway says “the wind is at our backs” despite its loss in Oslo.",
        [("mixed", "norway", "the wind is at our backs” despite its loss in Oslo")],
    ),
    (
        "Norway said “the road is open.” The drivers laughed.",
        [("direct", "norway", "the road is open.")],
    ),
    # behind closing marks the reporter goes on
    (
        "Norway said that the road was “open as a barn,” though the drivers had seen none of it.",
        [("mixed", "norway", "the road was “open as a barn")],
    ),
    (
        "Norway said that it did not want “that crap,” in an interview with Radio Dala on Sunday.",
        [("mixed", "norway", "it did not want “that crap")],
    ),
    (
        "Norway said that nobody would “get wet” on its bridge, a swipe at the floods in Chad.",
        [("mixed", "norway", "nobody would “get wet” on its bridge")],
    ),
    # the reporter ranks what was said
    (
        "Norway said that it would answer any shot “tenfold”, in the sharpest exchange since the truce.",
        [("mixed", "norway", "it would answer any shot “tenfold")],
    ),
    (
        "Norway said that it would sell fish, in the first year to Chad alone.",
        [("indirect", "norway", "it would sell fish, in the first year to Chad alone")],
    ),
    # what stands beside a place is not said
    (
        "“No,” Ilse Brandt told reporters in Oslo, the Norwegian capital, adding that Norway would wait.",
        [("direct", "ilse-brandt", "No"), ("indirect", "ilse-brandt", "Norway would wait")],
    ),
    # a semicolon, unless "and" or "that" follows
    (
        "Norway said that the power would be on within a week; that was in October.",
        [("indirect", "norway", "the power would be on within a week")],
    ),
    (
        "Norway said that it would not pay a cent; and that it would not withdraw a single diplomat.",
        [("indirect", "norway", "it would not pay a cent; and that it would not withdraw a single diplomat")],
    ),
    # the source's next act, and another source
    (
        "Norway said that it would offer help but did not say when.",
        [("indirect", "norway", "it would offer help")],
    ),
    (
        "President Ilse Brandt said that the road was open, and Norway said that it was shut.",
        [("indirect", "ilse-brandt", "the road was open"), ("indirect", "norway", "it was shut")],
    ),
]
AS_TOLD: list[tuple[str, list[QuoteRow]]] = [
    ("As Norway noted, the road was open.", [("indirect", "norway", "the road was open")]),
    ("The road was open, as Norway noted.", [("indirect", "norway", "The road was open")]),
    ("As Norway waited, the road was opened.", []),
]
FINDINGS: list[tuple[str, list[QuoteRow]]] = [
    (
        "Chad has won 12 seats, according to a Reuters tally.",
        [("indirect", "reuters", "Chad has won 12 seats")],
    ),
    (
        "According to early results of a poll conducted for Reuters, Chad has won 12 seats.",
        [("indirect", "reuters", "Chad has won 12 seats")],
    ),
    (
        "According to polls conducted for Norway by the World Bank, voters are angry.",
        [("indirect", "world-bank", "voters are angry")],
    ),
    ("According to the results, Chad has won 12 seats.", []),
]
TITLES = [
    "Norway’s premier, Ilse Brandt, appeared on “Good Morning Oslo” on Monday.",
    "Ilse Brandt, the premier, sings on Radio Dala’s “The Long Night”.",
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*ENDS, *AS_TOLD, *FINDINGS])
def test_ends(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found


@pytest.mark.model
@pytest.mark.parametrize("text", TITLES)
def test_a_title_in_marks_is_no_quote(text: str) -> None:
    assert quotes_of(text) == []


SET_APART: list[tuple[str, list[QuoteRow]]] = [
    # an apposition before the source is no part of what was said
    (
        "Should Chad refuse, the bank will suspend the loan, its vice-president for Africa, Clothilde Mbarga, said.",
        [("indirect", "clothilde-mbarga", "Should Chad refuse, the bank will suspend the loan")],
    ),
    # words in brackets
    (
        "President Ilse Brandt is milder about the cat (it has, she reports, “settled”) and about Norway.",
        [("indirect", "ilse-brandt", "it has"), ("direct", "ilse-brandt", "settled")],
    ),
    # the clock time of a live blog
    ("Norway signed.\n\n14:05 Chad had paid, Norway said.", [("indirect", "norway", "Chad had paid")]),
    # passives and what is found to be so are no speech
    ("China, which makes much of the world’s steel, was mentioned by Norway.", []),
    ("Norway found them thin.", []),
]
SOURCES: list[tuple[str, list[QuoteRow]]] = [
    (
        "President Ali Deby opened the gate.\n\nThe lorry belonged to Tesfa Alemu. “Smell it,” he told an officer.",
        [("direct", "tesfa-alemu", "Smell it")],
    ),
    (
        "President Ali Deby waited. On the quay a painter was at work. He had been asked to wait, he said.",
        [("indirect", "painter", "He had been asked to wait")],
    ),
    (
        "A league of highland mothers said in an open letter that it would not send its sons.",
        [("indirect", "league-of-highland-mothers", "it would not send its sons")],
    ),
    (
        "The road is shut, according to two former ministers of Norway.",
        [("indirect", "two-former-ministers-of-norway", "The road is shut")],
    ),
    ("A White House spokeswoman said that it was late.", [("indirect", "united-states", "it was late")]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "found"), [*SET_APART, *SOURCES])
def test_what_belongs_to_the_words_and_to_their_source(text: str, found: list[QuoteRow]) -> None:
    assert quotes_of(text) == found
