"""Marks in words of a document. Beside pieces.py the one place that makes markup out of text: every piece of it is
escaped here."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from app.pages.escaping import escape_piece as escaped
from app.store.queries.values import Excerpt


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an article that is marked in the way of `record` (unused, say), without a number."""

    start: int
    end: int
    record: str
    lit: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A record's passage as it is marked in an article: `number` stands at its start and leads to its entry."""

    start: int
    end: int
    record: str
    lit: bool
    anchor: str
    number: int
    label: str


def mark_passage(excerpt: Excerpt) -> Markup:
    """The excerpt with its passage in `<mark>`."""
    start = min(max(excerpt.mark_start - excerpt.start, 0), len(excerpt.text))
    end = min(max(excerpt.mark_end - excerpt.start, start), len(excerpt.text))
    before, words, after = excerpt.text[:start], excerpt.text[start:end], excerpt.text[end:]
    if not words:
        return escape(excerpt.text)
    return Markup(f"{escaped(before)}<mark>{escaped(words)}</mark>{escaped(after)}")


def mark_terms(snippet: str, opening: str = "\x02", closing: str = "\x03") -> Markup:
    """A snippet of a full-text search, whose hits lie between the two control characters, with `<mark>` in their
    place. Half of a hit, where the snippet was cut in one, is not marked."""
    marked = Markup("")
    for number, piece in enumerate(snippet.split(opening)):
        hit, closed, rest = piece.partition(closing)
        marked += Markup("<mark>{}</mark>{}").format(hit, rest) if number and closed else escape(hit + rest)
    return marked


def mark_records(text: str, start: int, marks: Iterable[Mark | Stretch]) -> Markup:
    """A piece of an article that begins at offset `start`, with every record and stretch in it marked.

    Marks may overlap in any way: the text is cut wherever one begins or ends, and each piece carries the kinds of
    all that lie over it, so that each kind's underline runs through. A record's number, which is also the target of
    its link, stands where the record begins.
    """
    end = start + len(text)
    inside = sorted((mark for mark in marks if mark.start < end and mark.end > start), key=lambda mark: mark.start)
    edges = sorted({start, end, *(max(mark.start, start) for mark in inside), *(min(mark.end, end) for mark in inside)})
    coming, over, pieces = deque(inside), list[Mark | Stretch](), list[Markup]()
    for left, right in pairwise(edges):
        over = [mark for mark in over if mark.end > left]
        while coming and coming[0].start < right:
            over.append(coming.popleft())
        pieces += [number_link(mark) for mark in over if isinstance(mark, Mark) and mark.start == left]
        pieces.append(mark_piece(text[left - start : right - start], over))
    return Markup("").join(pieces)


def number_link(mark: Mark) -> Markup:
    """The number is drawn by the style sheet, so that the words on the page stay those of the article, copied too."""
    return Markup('<a class="note {}" id="{}" href="#entry-{}" aria-label="{} {}" data-number="{}"></a>').format(
        mark.record, mark.anchor, mark.anchor, mark.label, mark.number, mark.number
    )


def mark_piece(words: str, over: Sequence[Mark | Stretch]) -> Markup:
    if not over:
        return escape(words)
    kinds = " ".join(sorted({mark.record for mark in over}))
    lit = " lit" if any(mark.lit for mark in over) else ""
    return Markup('<span class="marked {}{}">{}</span>').format(kinds, lit, words)
