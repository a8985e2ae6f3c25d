"""What the first lines of a news text say about it: headline, publisher, day and place. Nothing is guessed.

A line is front matter only on evidence: a label ("Publisher: …"), a byline, a line made of a date, a dateline with its
dash. A first line is a headline only if it is short, no sentence, and followed by a blank line or more front matter.
"""

import re
from dataclasses import replace

from app.reading.datelines import find_dateline
from app.reading.header_lines import Header, Line, from_dateline, is_masthead, is_release, read_metadata

LONGEST_HEADLINE = 30  # words
LONGEST_DECK = 45  # words
LONGEST_BLOCK = 5  # lines below the first
MOST_LINES = 16  # lines of front matter, at most
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.:;,…][\"”’')\]]*$")


def recognise_header(text: str, title: str | None = None) -> Header:
    """What the first lines say, and where the body begins: at the first word where there is no front matter.

    `title` is one known from elsewhere (an HTML page's metadata): a first line that repeats it is the headline.
    """
    lines = first_lines(text)
    header = Header()
    for number, line in enumerate(lines):
        found = read_line(text, lines[number:], header, title)
        if found is None or number + 1 == len(lines):
            return finish(text, header, line)
        header = header.completed(replace(found, body_start=lines[number + 1].start))
    return header


def finish(text: str, header: Header, line: Line) -> Header:
    """The header, with the dateline that opens the first line of the body."""
    opening = replace(header, body_start=line.start)
    dateline = find_dateline(text, line.start)
    return opening.completed(from_dateline(dateline)) if dateline else opening


def first_lines(text: str) -> list[Line]:
    """The first lines that hold words; a byte order mark is no part of one."""
    lines: list[Line] = []
    gap, start = False, 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip().lstrip("\ufeff").lstrip()
        if words:
            lines.append(Line(start + raw.index(words), words, gap))
        gap, start = not words, start + len(raw)
        if len(lines) > MOST_LINES:
            break
    return lines


def read_line(text: str, lines: list[Line], header: Header, title: str | None) -> Header | None:
    """What the first of `lines` says if it is front matter; None if the body begins there."""
    return read_metadata(text, lines[0]) or read_headline(text, lines, header, title)


def read_headline(text: str, lines: list[Line], header: Header, title: str | None) -> Header | None:
    """The headline, or a line that stands with it (the kicker or the paper's name above it, the deck below it)."""
    words = lines[0].words.lstrip("#").strip()
    if title and not header.title and squeeze(words) == squeeze(title):
        return Header(title=words)
    if len(lines) < 2 or find_dateline(text, lines[0].start):
        return None
    if header.title:
        masthead = lines[0].words if is_masthead(lines[0].words) else None
        return Header(publisher=masthead) if is_deck(text, lines) else None
    block = opens_block(text, lines)
    if not (block or is_heading(words, LONGEST_HEADLINE) or read_metadata(text, lines[1])):
        return None
    if len(words.split()) > LONGEST_HEADLINE or not (block or lines[1].after_gap or stands_above(text, lines)):
        return None
    if (is_masthead(words) or is_release(lines[1].words)) and has_headline_below(text, lines):
        return Header(publisher=words)
    return Header(title=words)


def opens_block(text: str, lines: list[Line]) -> bool:
    """Whether short lines without a gap, one of them a byline or a date, stand above the blank line below which the news
    begins: all of them are front matter, a headline that is a sentence too."""
    length = next((number for number, line in enumerate(lines) if number and line.after_gap), len(lines))
    block = lines[1:length]
    short = all(len(line.words.split()) <= LONGEST_HEADLINE for line in block)
    return 0 < len(block) <= LONGEST_BLOCK and short and any(read_metadata(text, line) for line in block)


def has_headline_below(text: str, lines: list[Line]) -> bool:
    """Whether the first line that is not by its own form front matter can be a headline, set off from what follows."""
    below = next((number for number, line in enumerate(lines) if number and not read_metadata(text, line)), len(lines))
    if below + 1 >= len(lines):
        return False
    return is_heading(lines[below].words, LONGEST_HEADLINE) and (below == 1 or lines[below + 1].after_gap)


def stands_above(text: str, lines: list[Line]) -> bool:
    """Whether the first line has more front matter below it: at once, or below a paper's or town's name."""
    if is_front(text, lines[1]):
        return True
    return any(
        read_metadata(text, lines[number]) and all(is_heading(line.words, 6) for line in lines[1:number])
        for number in range(2, min(4, len(lines)))
    )


def is_deck(text: str, lines: list[Line]) -> bool:
    """Whether a line below the headline belongs to it: above a byline or dateline, or no sentence and set off."""
    if len(lines[0].words.split()) > LONGEST_DECK or lines[0].words.endswith("?"):
        return False  # a question is the first heading of what follows
    if any(is_front(text, line) for line in lines[1:3]) and all(
        len(line.words.split()) <= LONGEST_DECK for line in lines[:2]
    ):
        return True
    return lines[1].after_gap and is_heading(lines[0].words, LONGEST_HEADLINE)


def is_front(text: str, line: Line) -> bool:
    return read_metadata(text, line) is not None or find_dateline(text, line.start) is not None


def is_heading(words: str, longest: int) -> bool:
    return len(words.split()) <= longest and not SENTENCE_END.search(words)


def squeeze(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
