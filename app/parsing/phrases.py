"""Matching words against lists of phrases, by looking words up rather than by patterns: thousands of phrases cost no time to
prepare and little to look for.

A phrase is one word or several; every word also matches its regular inflections and the irregular ones given. "*" ends a
stem ("negotiat*"), "…" stands for up to three words, "|" parts alternatives of one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

GAP = "…"
WIDEST_GAP = 3
KNOWN_PIECES = 20_000  # pieces whose reading is remembered
VOWELS = "aeiou"
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
CORE = re.compile(r"\w+(?:'\w+)?")
BREAKS = frozenset(",;.")


class Element(NamedTuple):
    """A word of a phrase: its alternatives, as the lists write them, and how many words may be skipped before it."""

    words: frozenset[str]
    skipping: int


class Phrase(NamedTuple):
    """One phrase of a list: `order` is its place among its list's, of which the first that matches at a word counts."""

    list: int
    order: int
    elements: tuple[Element, ...]


class Beginning(NamedTuple):
    """The phrases that may begin with a word: those of this word alone, and the others by how many words may be skipped
    before their second, and by that."""

    alone: tuple[Phrase, ...]
    longer: dict[int, dict[str, list[Phrase]]]


class Piece(NamedTuple):
    """What stands between two spaces, as the lists read it."""

    known: tuple[str, ...]  # the words of the lists of which its word may be a form
    begins: Beginning | None
    start: int  # the characters before its word
    end: int  # and up to the end of it
    opens: bool  # whether the word follows the space before it at once
    closes: bool  # whether the next space follows the word at once
    pauses: bool  # or after a comma
    passes: bool  # whether it may stand in a gap: with no punctuation but a comma behind it
    borders: bool  # and at the end of one: without that comma too


class Phrasebook:
    """Lists of phrases, ready to be looked for; `irregular` gives forms that no rule makes ("bring": "brought")."""

    def __init__(self, lists: Sequence[Sequence[str]], irregular: Mapping[str, Sequence[str]]) -> None:
        self._forms: dict[str, set[str]] = {}
        self._stems: dict[str, str] = {}
        self._beginning: dict[str, list[Phrase]] = {}
        self._read_piece = lru_cache(KNOWN_PIECES)(self._read_piece_anew)
        for nth, phrases in enumerate(lists):
            for order, phrase in enumerate(phrases):
                elements = tuple(read_elements(phrase))
                for word in frozenset().union(*(element.words for element in elements)):
                    self._learn(word, irregular.get(word, ()))
                for word in elements[0].words:
                    self._beginning.setdefault(word, []).append(Phrase(nth, order, elements))

    def _learn(self, word: str, irregular: Sequence[str]) -> None:
        if word.endswith("*"):
            self._stems[word[:-1]] = word
            return
        for form in (*inflections(word), *irregular):
            self._forms.setdefault(form, set()).add(word)

    def find(self, words: str) -> Iterator[tuple[int, int, int]]:
        """Each match of each list: the list's number, start and end in the words; those of one list never overlap.

        `words` are in lower case, with straight apostrophes and single spaces.
        """
        raws = words.split(" ")
        pieces = [self._read_piece(raw) for raw in raws]
        starts = list(accumulate([len(raw) + 1 for raw in raws], initial=0))
        behind: dict[int, int] = {}
        for at, piece in enumerate(pieces):
            if piece.begins is None:
                continue
            found = match(piece.begins, pieces, at)
            for nth, (_, last) in sorted(found.items()):
                if at >= behind.get(nth, 0):
                    behind[nth] = last + 1
                    yield nth, starts[at] + piece.start, starts[last] + pieces[last].end

    def _read_piece_anew(self, raw: str) -> Piece:
        core = CORE.search(raw)
        start, end = core.span() if core else (0, 0)
        known = self._read(raw[start:end])
        tail = raw[end:]
        passes = BREAKS.isdisjoint(raw.removesuffix(","))
        begins = self._begun_by(known)
        return Piece(known, begins, start, end, not start, not tail, tail in ("", ","), passes, BREAKS.isdisjoint(raw))

    def _begun_by(self, known: tuple[str, ...]) -> Beginning | None:
        phrases = {phrase for word in known for phrase in self._beginning.get(word, ())}
        longer: dict[int, dict[str, list[Phrase]]] = {}
        for phrase in phrases:
            for second in phrase.elements[1:2]:
                for word in second.words:
                    longer.setdefault(second.skipping, {}).setdefault(word, []).append(phrase)
        alone = tuple(phrase for phrase in phrases if len(phrase.elements) == 1)
        return Beginning(alone, longer) if phrases else None

    def _read(self, word: str) -> tuple[str, ...]:
        """The words of the lists of which this may be a form."""
        forms = (word, word.removesuffix("'s"))
        found = {known for form in forms for known in self._forms.get(form, ())}
        found |= {self._stems[word[:end]] for end in range(1, len(word) + 1) if word[:end] in self._stems}
        return tuple(found)


def read_elements(phrase: str) -> Iterator[Element]:
    """`read_elements("free … prisoner")`: "free", and "prisoner" with up to three words skipped before it."""
    skipping = 0
    for word in phrase.split():
        if word == GAP:
            skipping += WIDEST_GAP
        else:
            yield Element(frozenset(word.split("|")), skipping)
            skipping = 0


def match(begins: Beginning, pieces: list[Piece], at: int) -> dict[int, tuple[int, int]]:
    """What matches from piece `at` on: for each list its first phrase that does, and the index of the piece with which it ends."""
    found: dict[int, tuple[int, int]] = {}
    for phrase in begins.alone:
        if phrase.list not in found or phrase.order < found[phrase.list][0]:
            found[phrase.list] = phrase.order, at
    for skipping, by_second in begins.longer.items():
        for to in range(min(at + 1 + skipping, len(pieces) - 1), at, -1):
            for word in pieces[to].known:
                for phrase in by_second.get(word, ()):
                    if phrase.list not in found or phrase.order < found[phrase.list][0]:
                        last = match_rest(phrase.elements, 1, pieces, to) if bridges(pieces, at, to) else None
                        if last is not None:
                            found[phrase.list] = phrase.order, last
    return found


def match_rest(elements: tuple[Element, ...], nth: int, pieces: list[Piece], at: int) -> int | None:
    """The index of the piece with which the phrase ends if its element `nth` is piece `at`; of several the last."""
    if nth + 1 == len(elements):
        return at
    words, skipping = elements[nth + 1]
    for to in range(min(at + 1 + skipping, len(pieces) - 1), at, -1):
        if not words.isdisjoint(pieces[to].known) and bridges(pieces, at, to):
            last = match_rest(elements, nth + 1, pieces, to)
            if last is not None:
                return last
    return None


def bridges(pieces: list[Piece], at: int, to: int) -> bool:
    """Whether the words between two pieces may be skipped: commas only between them, and no other punctuation."""
    if not pieces[to].opens:
        return False
    if to == at + 1:
        return pieces[at].closes
    return pieces[at].pauses and pieces[to - 1].borders and all(piece.passes for piece in pieces[at + 1 : to - 1])


def inflections(word: str) -> list[str]:
    """The word and its regular forms: "ban" also "bans", "banned", "banning"; short words and figures have none."""
    if not word.isalpha() or len(word) < 3:
        return [word]
    if word.endswith("e"):
        return [word, f"{word}s", f"{word}d", f"{word[:-1]}ing"]
    if word.endswith("y") and word[-2] not in VOWELS:
        return [word, f"{word}ing", f"{word[:-1]}ies", f"{word[:-1]}ied"]
    plurals = [f"{word}s", f"{word}es"] if word.endswith(SIBILANTS) else [f"{word}s"]
    doubled = word + word[-1] if word[-1] not in VOWELS + "wxys" and word[-2] in VOWELS else word
    return [word, *plurals, f"{word}ed", f"{word}ing", f"{doubled}ed", f"{doubled}ing"]
