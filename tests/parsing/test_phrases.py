"""Phrases of the lexicons, looked for in plain words."""

import pytest

from app.parsing.phrases import Phrasebook

INFLECTIONS = [
    ("ban", ["ban", "bans", "banned", "banning", "ban's"], ["banner", "bank"]),
    ("freeze", ["freeze", "froze", "frozen", "freezes", "freezing"], ["freezer"]),
    ("levy", ["levy", "levies", "levied", "levying"], ["lever"]),
    ("aid", ["aid", "aids"], ["aide", "aides"]),
    ("embargo", ["embargo", "embargoes", "embargoed"], []),
    ("negotiat*", ["negotiate", "negotiators"], ["negligent"]),
    ("free … prisoner", ["free prisoners", "freed the first 40 prisoners"], ["free, they left. prisoner"]),
    ("arms|weapons sale", ["arms sales", "weapons sale"], ["arms", "sale"]),
]


@pytest.mark.parametrize(("phrase", "matching", "other"), INFLECTIONS, ids=[row[0] for row in INFLECTIONS])
def test_a_phrase_matches_its_inflections(phrase: str, matching: list[str], other: list[str]) -> None:
    book = Phrasebook([[phrase]], {"freeze": ["froze", "frozen", "freezing"]})
    assert [words for words in matching + other if list(book.find(words)) == [(0, 0, len(words))]] == matching


GAPS = [
    ("take … … to court", "take the matter of the two ships to court", True),
    ("take … to court", "take the matter of the two ships to court", False),
    ("free … prisoner", "free, at long last prisoners", True),
    ("free … prisoner", "free; the prisoners", False),
    ("arms sale", "arms, sale", False),
]


@pytest.mark.parametrize(("phrase", "words", "found"), GAPS)
def test_a_gap_takes_three_words_and_commas_but_no_other_stop(phrase: str, words: str, found: bool) -> None:
    assert bool(list(Phrasebook([[phrase]], {}).find(words))) is found


def test_of_one_list_the_first_phrase_that_matches_counts_and_none_overlaps_it() -> None:
    book = Phrasebook([["peace talks", "peace"], ["talks"]], {})
    assert list(book.find("peace talks and peace")) == [(0, 0, 11), (1, 6, 11), (0, 16, 21)]


def test_a_possessive_belongs_to_its_word() -> None:
    assert list(Phrasebook([["nato"]], {}).find("nato's door")) == [(0, 0, 6)]
