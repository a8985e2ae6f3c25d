"""Quotation marks, paired paragraph by paragraph: curly, straight, single, low, angled and doubled ones.

Marks are paired within a paragraph and never over the whole text, so that one missing mark spoils one paragraph. A quotation
that a paragraph leaves open and the next one opens again is one quotation. Marks inside a quotation belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

PAIRS = {"“": "”", "„": "“”", "«": "»", "``": "''", "''": "''", '"': '"', "‘": "’", "'": "'"}
DOUBLE = re.compile(r"``|''|[“”„«»\"]")
SINGLE = re.compile(r"(?<!\w)[‘'](?=\w|[“\"])")
SINGLE_OPENING_AT_LEAST = 2


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
        if found and here and not found[-1].closed and here[0].outer_start == paragraph.start and _next_to(text, found[-1], here[0]):
            before = found.pop()
            here[0] = Marked(before.start, here[0].end, before.outer_start, here[0].outer_end, here[0].closed)
        found.extend(here)
    return found


def uses_single_marks(text: str, paragraphs: Sequence[Stretch]) -> bool:
    """Whether the text quotes in single marks, as British papers do: more single marks open than double ones do."""
    if not paragraphs:
        return False
    body = text[paragraphs[0].start : paragraphs[-1].end]
    doubles = len(re.findall(r"[“„«]|``|(?<!\S)\"", body))
    singles = len(SINGLE.findall(body))
    return singles >= SINGLE_OPENING_AT_LEAST and singles > 2 * doubles


def _next_to(text: str, before: Marked, after: Marked) -> bool:
    return not text[before.outer_end : after.outer_start].strip()


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
        mark = found.group()
        if mark in ("”", "»"):
            continue
        if mark in ('"', "''") and not _can_open(text, found.start(), found.end(), end):
            continue
        return found.start()
    return None


def _can_open(text: str, start: int, end: int, limit: int) -> bool:
    """A straight mark opens before a word, after a space, a dash or a bracket."""
    before = text[start - 1] if start else " "
    after = text[end] if end < limit else " "
    return not after.isspace() and (before.isspace() or before in "(—–-[:/“‘'")


def _find_closing(text: str, at: int, end: int, opening: str) -> int | None:
    if opening in ("‘", "'"):
        return _find_single_closing(text, at, end, PAIRS[opening])
    closers = PAIRS[opening]
    depth = 0
    for found in DOUBLE.finditer(text, at, end):
        mark = found.group()
        if mark in closers:
            if depth == 0:
                return found.start()
            depth -= 1
        elif mark == opening:
            depth += 1
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
