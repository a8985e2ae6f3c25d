"""Matching words against lists of phrases, by looking words up rather than by patterns: thousands of phrases cost no time to
prepare and little to look for.

A phrase is one word or several; every word also matches its regular inflections and the irregular ones given. "*" ends a
stem ("negotiat*"), "…" stands for up to three words, "|" parts alternatives of one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

GAP = "…"
WIDEST_GAP = 3
VOWELS = "aeiou"
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
CORE = re.compile(r"\w+(?:'\w+)?")
BREAKS = frozenset(",;.")

Element = frozenset[str]  # the alternatives of one word, as the lists write them


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a list: `order` is its place among its list's, of which the first that matches at a word counts."""

    list: int
    order: int
    elements: tuple[Element, ...]

    @property
    def second(self) -> Element | None:
        """The words of which one must follow the first at once; None where none must."""
        return self.elements[1] if len(self.elements) > 1 and self.elements[1] != {GAP} else None


class Piece(NamedTuple):
    """What stands between two spaces: its word, where that begins and ends, and whether the next space follows at once."""

    raw: str
    word: str
    start: int
    end: int
    opens: bool
    closes: bool


class Phrasebook:
    """Lists of phrases, ready to be looked for; `irregular` gives forms that no rule makes ("bring": "brought")."""

    def __init__(self, lists: Sequence[Sequence[str]], irregular: Mapping[str, Sequence[str]]) -> None:
        self._forms: dict[str, set[str]] = {}
        self._stems: dict[str, str] = {}
        self._beginning: dict[str, list[Phrase]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        self._begun: dict[str, tuple[tuple[Element | None, Phrase], ...]] = {}
        for nth, phrases in enumerate(lists):
            for order, phrase in enumerate(phrases):
                elements = tuple(frozenset(word.split("|")) for word in phrase.split())
                for word in frozenset().union(*elements) - {GAP}:
                    self._learn(word, irregular.get(word, ()))
                for word in elements[0]:
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
        pieces = cut_pieces(words)
        known = [*(self._read(piece.word) for piece in pieces), ()]
        ends: dict[int, int] = {}
        for at, piece in enumerate(pieces):
            if not known[at]:
                continue
            done: set[int] = set()
            for second, phrase in self._begun_by(piece.word):
                if second is not None and second.isdisjoint(known[at + 1]):
                    continue
                if phrase.list in done or piece.start < ends.get(phrase.list, 0):
                    continue
                last = at if len(phrase.elements) == 1 else match(phrase.elements, 0, pieces, known, at)
                if last is not None:
                    done.add(phrase.list)
                    ends[phrase.list] = pieces[last].end
                    yield phrase.list, piece.start, pieces[last].end

    def _begun_by(self, word: str) -> tuple[tuple[Element | None, Phrase], ...]:
        """The phrases that may begin with this word, in the order of the lists, each behind its second element."""
        if word not in self._begun:
            fitting = {phrase for known in self._read(word) for phrase in self._beginning.get(known, ())}
            in_order = sorted(fitting, key=lambda phrase: (phrase.list, phrase.order))
            self._begun[word] = tuple((phrase.second, phrase) for phrase in in_order)
        return self._begun[word]

    def _read(self, word: str) -> tuple[str, ...]:
        """The words of the lists of which this may be a form."""
        if word not in self._known:
            forms = (word, word.removesuffix("'s"))
            found = {known for form in forms for known in self._forms.get(form, ())}
            found |= {self._stems[word[:end]] for end in range(1, len(word) + 1) if word[:end] in self._stems}
            self._known[word] = tuple(sorted(found))
        return self._known[word]


def match(
    elements: tuple[Element, ...], nth: int, pieces: list[Piece], known: list[tuple[str, ...]], at: int
) -> int | None:
    """The index of the piece with which the elements from `nth` on end, if they match from piece `at` on; `known` are the
    words of the lists that each piece may be."""
    if at >= len(pieces) or elements[nth].isdisjoint(known[at]) or (nth and not pieces[at].opens):
        return None
    if nth + 1 == len(elements):
        return at
    follows = nth + 1
    while elements[follows] == {GAP}:
        follows += 1
    for skipped in range(WIDEST_GAP * (follows - nth - 1), -1, -1):
        last = match(elements, follows, pieces, known, at + skipped + 1)
        if last is not None and bridges(pieces, at, skipped):
            return last
    return None


def cut_pieces(words: str) -> list[Piece]:
    pieces, start = [], 0
    for raw in words.split(" "):
        if raw.isalnum():
            pieces.append(Piece(raw, raw, start, start + len(raw), True, True))
        elif core := CORE.search(raw):
            pieces.append(
                Piece(raw, core[0], start + core.start(), start + core.end(), core.start() == 0, core.end() == len(raw))
            )
        elif raw:
            pieces.append(Piece(raw, "", start, start + len(raw), False, False))
        start += len(raw) + 1
    return pieces


def bridges(pieces: list[Piece], at: int, skipped: int) -> bool:
    """Whether so many words behind piece `at` may stand in a gap: commas only between them, and no other punctuation."""
    if at + skipped + 1 >= len(pieces):
        return False
    if not skipped:
        return pieces[at].closes
    if pieces[at].raw[pieces[at].raw.find(pieces[at].word) + len(pieces[at].word) :] not in ("", ","):
        return False
    between = [pieces[at + step].raw for step in range(1, skipped + 1)]
    return not any(BREAKS & set(raw.removesuffix(",")) for raw in between[:-1]) and not BREAKS & set(between[-1])


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
