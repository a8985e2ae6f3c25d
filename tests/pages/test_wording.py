"""Labels, dates and voices."""

from datetime import date

import pytest

from app.pages.wording import LABELS, count, joined, long_date, shortened, voices
from app.records import ActorKind, DemandKind, OutcomeStatus, QuoteKind, Topic

VOICES = [
    ("direct", "Open the gates.", [("Open the gates.", True)]),
    ("indirect", "he would open “them”", [("he would open “them”", False)]),
    ("mixed", "feel-out meeting", [("feel-out meeting", True)]),
    ("mixed", "it was “a pity” then", [("it was ", False), ("“a pity”", True), (" then", False)]),
    ("mixed", "he made “sincere efforts", [("he made ", False), ("“sincere efforts", True)]),
    ("mixed", "a pity” that they left", [("a pity”", True), (" that they left", False)]),
    ("mixed", 'she kept "for ninety days" only', [("she kept ", False), ('"for ninety days"', True), (" only", False)]),
]


@pytest.mark.parametrize(("kind", "words", "pieces"), VOICES)
def test_voices(kind: str, words: str, pieces: list[tuple[str, bool]]) -> None:
    found = voices(words, kind)

    assert list(found) == pieces
    assert "".join(piece for piece, _ in found) == words


@pytest.mark.parametrize("closed_set", [QuoteKind, DemandKind, OutcomeStatus, Topic, ActorKind])
def test_every_value_of_a_closed_set_has_a_label(closed_set: type) -> None:
    assert [value for value in closed_set if value not in LABELS] == []


def test_numbers_dates_and_lists_in_words() -> None:
    assert (count(1, "quote"), count(1234, "quote"), count(2, "find")) == ("1 quote", "1,234 quotes", "2 finds")
    assert (long_date(date(2025, 8, 15)), long_date(None)) == ("15 August 2025", "no date")
    assert (joined(["A"]), joined(["A", "B"]), joined(["A", "B", "C"], "or")) == ("A", "A and B", "A, B or C")
    assert (shortened("one two three", 9), shortened("short")) == ("one two…", "short")
