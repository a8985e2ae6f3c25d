"""Quotation marks, paired paragraph by paragraph: curly, straight, single, low, angled and doubled ones.

Marks are paired within a paragraph and never over the whole text, so that one missing mark spoils one paragraph. A quotation
that a paragraph leaves open and the next one opens again is one quotation. Marks inside a quotation belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

PAIRS = {"„": "“”", "«": "»", "``": "''", "''": "''", "‘": "’", "'": "'"}
ALIKE = '"“”'  # editors mix these up: any of them closes what another has opened
DOUBLE = re.compile(r"``|''(?=''|(?!'))|[“”„«»\"]")  # of three straight ones the last two: 'No,'''
SINGLE = re.compile(r"(?<!\w)[‘'](?=\w|[“\"])")
SINGLE_OPENING_AT_LEAST = 2
# A quotation left open that ends in its attribution lacks its closing mark: "“The road is open, Brandt said."
ATTRIBUTED = re.compile(r",\s(?:(?:said|says|added)\s[^,.“”\"]{2,60}|[^,.“”\"]{2,60}\s(?:said|says|added))\.\s*\Z")


class Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in quotation marks: `start` to `end` without the marks, `outer_start` to `outer_end` with them.

    `closed` is false where the paragraph ends before the mark that should close it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True


def find_marked(text: str, paragraphs: Sequence[Stretch]) -> list[Marked]:
    """All outermost quotations of the paragraphs, in text order."""
    single = uses_single_marks(text, paragraphs)
    found: list[Marked] = []
    for paragraph in paragraphs:
        here = _find_in_paragraph(text, paragraph.start, paragraph.end, single)
        if (
            found
            and here
            and not found[-1].closed
            and here[0].outer_start == paragraph.start
            and _continues(text, found[-1], here[0])
        ):
            before = found.pop()
            here[0] = Marked(before.start, here[0].end, before.outer_start, here[0].outer_end, here[0].closed)
        found.extend(here)
    return found


def uses_single_marks(text: str, paragraphs: Sequence[Stretch]) -> bool:
    """Whether the text quotes in single marks, as British papers do: far more quotations stand in single marks than in
    double ones, those left aside that stand in a quotation of the other sort.
    """
    singles, doubles = (
        [mark for one in paragraphs for mark in _find_in_paragraph(text, one.start, one.end, single)]
        for single in (True, False)
    )
    outer = _count_outside(singles, doubles)
    return outer >= SINGLE_OPENING_AT_LEAST and outer > 2 * _count_outside(doubles, singles)


def _count_outside(marks: list[Marked], others: list[Marked]) -> int:
    spans = [(other.start, other.end) for other in others if other.closed]
    return sum(not any(start <= mark.outer_start < end for start, end in spans) for mark in marks)


def _continues(text: str, before: Marked, after: Marked) -> bool:
    """Whether a quotation left open goes on in the next one, opened by the same mark, rather than lacking its closing mark."""
    next_to = not text[before.outer_end : after.outer_start].strip()
    same = text[before.outer_start] == text[after.outer_start]  # else it is a quotation within a quoted text
    return next_to and same and not ATTRIBUTED.search(text, before.start, before.end)


def _find_in_paragraph(text: str, start: int, end: int, single: bool) -> list[Marked]:
    found: list[Marked] = []
    at = start
    while (opening := _next_opening(text, at, end, single)) is not None:
        inner = opening + _width(text, opening)
        closing = _find_closing(text, inner, end, text[opening:inner])
        if closing is None:
            if text[inner:end].strip():
                found.append(Marked(inner, end, opening, end, closed=False))
            break
        after = closing + _width(text, closing)
        if text[inner:closing].strip():
            found.append(Marked(inner, closing, opening, after))
        at = after
    return found


def _width(text: str, at: int) -> int:
    return 2 if text.startswith(("``", "''"), at) else 1


def _next_opening(text: str, at: int, end: int, single: bool) -> int | None:
    pattern = SINGLE if single else DOUBLE
    for found in pattern.finditer(text, at, end):
        mark, start = found.group(), found.start()
        if mark == "»" or ((mark in ALIKE or mark == "''") and not _can_open(text, start, found.end(), end)):
            continue
        return start - 1 if mark == "''" and start > at and text[start - 1] == "'" else start
    return None


def _can_open(text: str, start: int, end: int, limit: int) -> bool:
    """Whether a mark opens here. A straight one does before a word, behind a space, a dash or a bracket; a curly one does as
    it is bent, unless the space is on the wrong side of it.
    """
    mark = text[start:end]
    before = text[start - 1] if start else " "
    after = text[end] if end < limit else " "
    if mark == "“":
        return not after.isspace() or before.isspace()
    if mark == "”":
        return before.isspace() and after.isalnum()
    return not after.isspace() and (before.isspace() or before in "(—–-[:/“‘'")


def _find_closing(text: str, at: int, end: int, opening: str) -> int | None:
    if opening in ("‘", "'"):
        return _find_single_closing(text, at, end, PAIRS[opening])
    if opening in ALIKE:
        return _find_alike_closing(text, at, end, opening)
    depth = 0
    for found in DOUBLE.finditer(text, at, end):
        mark = found.group()
        if mark in PAIRS[opening]:
            if depth == 0:
                return found.start()
            depth -= 1
        elif mark == opening:
            depth += 1
    return None


def _find_alike_closing(text: str, at: int, end: int, opening: str) -> int | None:
    """The mark that closes a quotation opened by one of ALIKE; those that open and close inside it are passed over."""
    depth = 0
    for found in DOUBLE.finditer(text, at, end):
        mark = found.group()
        if mark not in ALIKE:
            continue
        if (mark != '"' or opening != '"') and _can_open(text, found.start(), found.end(), end):
            depth += 1
        elif depth == 0:
            return found.start()
        else:
            depth -= 1
    return None


def _find_single_closing(text: str, at: int, end: int, closer: str) -> int | None:
    """The single mark that closes, told from apostrophes: not before a letter; after a full stop or comma at once; after
    an s only where no better one follows in the paragraph (the workers’ union)."""
    weak = None
    for found in re.finditer(re.escape(closer), text[at:end]):
        place = at + found.start()
        following = text[place + 1] if place + 1 < end else " "
        if following.isalnum():
            continue
        if text[place - 1] not in "sS" or not following.isspace():
            return place
        if weak is None:
            weak = place
    return weak
