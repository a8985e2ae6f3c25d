"""Words that a person typed or selected, found in the text they were taken from.

What a person sends is never stored: it only says where to look. The passage is always cut from the text itself.
"""

import re
from dataclasses import dataclass

from app.records import DemarcheError, Passage

LONGEST_WORDS = 4000
MOST_PLACES = 12
NEAR = 60
PLACE = re.compile(r"(\d{1,9}):(\d{1,9})")
# What people type for the signs that printers set.
LIKE = {sign: f"[{alike}]" for alike in ("'‘’‚", '"“”„«»', r"\-‐‑–—") for sign in alike if sign != "\\"}
LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: `mark` is its form in an address (`120:164`), `before` and `after` the words around it."""

    passage: Passage
    before: str
    after: str

    @property
    def mark(self) -> str:
        return f"{self.passage.start}:{self.passage.end}"


class NoPlaceError(DemarcheError):
    """The words do not stand in the text, or are none."""


class SeveralPlacesError(DemarcheError):
    """The words stand in the text more than once; `places` are those places, the first MOST_PLACES of them."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        super().__init__("These words stand in the article more than once. Choose the place that you mean.")
        self.places = places


def take_passage(text: str, body_start: int, words: str, mark: str = "") -> Passage:
    """The passage that a person means by words and, where one was selected or chosen, its mark.

    The mark counts where its stretch reads as the words do; else the words are looked for in the article proper.
    Raises NoPlaceError, or SeveralPlacesError where the words alone cannot tell.
    """
    wanted = pattern_of(words)
    if span := read_mark(mark):
        start, end = span
        if body_start <= start < end <= len(text) and wanted.fullmatch(text, start, end):
            return Passage.cut(text, start, end)
    found = [match.span() for match in wanted.finditer(text, body_start)][:MOST_PLACES]
    if not found:
        raise NoPlaceError(
            "These words do not stand in the article. Select them there, or copy them letter for letter."
        )
    if len(found) > 1:
        raise SeveralPlacesError(tuple(show_place(text, start, end) for start, end in found))
    return Passage.cut(text, *found[0])


def read_mark(mark: str) -> tuple[int, int] | None:
    """`read_mark("120:164") == (120, 164)`; None for what is no mark."""
    found = PLACE.fullmatch(mark.strip())
    return (int(found[1]), int(found[2])) if found else None


def pattern_of(words: str) -> re.Pattern[str]:
    """The words as a pattern that finds them over any line ends and with either form of quotation marks and dashes.

    Raises NoPlaceError for words without a letter, and for too many of them.
    """
    pieces = words.split()
    if not LETTER.search(words):
        raise NoPlaceError("Select the words in the article, or type them here.")
    if len(words) > LONGEST_WORDS:
        raise NoPlaceError(f"These are too many words: a record has at most {LONGEST_WORDS:,} characters.")
    return re.compile(r"\s+".join("".join(LIKE.get(sign, re.escape(sign)) for sign in piece) for piece in pieces))


def show_place(text: str, start: int, end: int) -> Place:
    before, after = text[max(start - NEAR, 0) : start], text[end : end + NEAR]
    return Place(Passage.cut(text, start, end), before.lstrip(), after.rstrip())
