"""What the first lines of a news text say about it: headline, publisher, day and place. Nothing is guessed.

A line is front matter only on evidence: a label ("Publisher: …"), a byline, a line made of a date, a dateline with its
dash. A first line is a headline only if it is short, no sentence, and followed by a blank line or more front matter.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from app.datelines import Dateline, find_dateline
from app.days import WRITTEN_DAY, full_day

LONGEST_HEADLINE = 30  # words
LONGEST_DECK = 45  # words
LONGEST_BYLINE = 160  # characters
LONGEST_DAY = 60  # characters of a line that says when
MOST_LINES = 16  # lines of front matter, at most

LABELS = {
    "title": re.compile(r"title|headline", re.IGNORECASE),
    "publisher": re.compile(r"publisher|source|published by|publication|outlet|site|newspaper|agency", re.IGNORECASE),
    "published_on": re.compile(r"date|(?:published|posted|issued)(?: on)?|publication date", re.IGNORECASE),
    "place": re.compile(r"place|location|dateline", re.IGNORECASE),
    "": re.compile(
        r"(?:reporting |editing |written )?by|authors?|byline|(?:last )?updated|url|link|section|subtitle|deck"
        r"|standfirst|keywords|tags|topics?|language|copyright|id",
        re.IGNORECASE,
    ),
}
LABELLED = re.compile(r"([A-Za-z][A-Za-z ]{1,20}?)\s*:\s*(.*)")
UNLABELLED_DAY = re.compile(
    r"(?:first )?(?:published|posted|issued|updated|last updated)(?: on| at)?\s+(?=\S)", re.IGNORECASE
)
CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?)"
DAY_ALONE = re.compile(rf"{WRITTEN_DAY}(?:T[\d:.]+Z?)?{CLOCK}?\.?", re.IGNORECASE)
BYLINE = re.compile(
    r"(?:by|reporting by|additional reporting by|editing by|written by) (?P<authors>[^.]*(?:\b[A-Z]\.[^.]*)*\.?)",
    re.IGNORECASE,
)
AUTHOR_WORD = re.compile(
    r"[A-ZÀ-ÞĀ-Ž0-9][\w.'’\-]*|and|&|de|da|do|del|della|den|der|di|du|la|le|van|von|zu|al|el|bin|ibn|ben|of|in|at|for|the|with"
    r"|our|staff|special|correspondents?|reporters?|writers?|agenc(?:y|ies)|editors?|desk|bureau|chief"
)
PUBLISHER_WORD = re.compile(
    r"\b(?:the|times|post|news|press|ledger|herald|tribune|journal|courier|gazette|wire|agency|daily|weekly|review|observer"
    r"|chronicle|mail|telegraph|guardian|star|standard|globe|radio|tv|television|broadcasting|reuters|afp|ap|bloomberg|xinhua|tass"
    r"|monitor|dispatch|register|sentinel|examiner|sun|mirror|today|reporter?|service|bulletin|record|voice|economist|politico"
    r"|axios|jazeera|bbc|cnn|npr|dpa|kyodo|ansa|efe|magazine|insider|affairs|network|media|online|inquirer|argus|echo|mercury)\b",
    re.IGNORECASE,
)
BARS = re.compile(r"\s+[|·•]\s+")
KICKER = re.compile(
    r"analysis|opinion|exclusive|world|(?:world )?news|politics|explainer|breaking(?: news)?|comment|feature",
    re.IGNORECASE,
)
RULE_LINE = re.compile(r"[\W_]{3,}")
SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.:;,…][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Header:
    """`body_start` is the offset at which the news itself begins; a field is None where the text does not say it."""

    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    place: str | None = None
    body_start: int = 0

    def completed(self, other: "Header") -> "Header":
        """With what `other` adds: what was said first stands."""
        return Header(
            self.title or other.title,
            self.publisher or other.publisher,
            self.published_on or other.published_on,
            self.place or other.place,
            max(self.body_start, other.body_start),
        )


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds words, stripped; `start` is where they begin, `after_gap`: below a blank line."""

    start: int
    words: str
    after_gap: bool


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


def from_dateline(dateline: Dateline) -> Header:
    return Header(None, dateline.publisher, dateline.published_on, dateline.place, dateline.body_start)


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


def read_metadata(text: str, line: Line) -> Header | None:
    """What a line says that by its own form is front matter: labelled, a byline, made of a date, or parted by bars."""
    words = line.words
    if RULE_LINE.fullmatch(words) or is_byline(words):
        return Header()
    if DAY_ALONE.fullmatch(words):
        return Header(published_on=full_day(words))
    if (match := UNLABELLED_DAY.match(words)) and DAY_ALONE.match(words, match.end()) and len(words) < 80:
        return Header() if "updated" in match[0].lower() else Header(published_on=full_day(words))
    return read_label(words) or read_bars(text, words) or read_place_and_day(text, line)


def read_label(words: str) -> Header | None:
    """`read_label("Publisher: The Halden Courier").publisher == "The Halden Courier"`."""
    match = LABELLED.fullmatch(words)
    fields = [field for field, labels in LABELS.items() if match and labels.fullmatch(match[1])]
    if not match or not fields:
        return None
    said = match[2].strip().strip("\"'“”").strip() or None
    match fields[0]:
        case "title":
            return Header(title=said)
        case "publisher":
            return Header(publisher=said)
        case "place":
            return Header(place=said)
        case "published_on":
            return read_labelled_day(said or "")
    return Header()


def read_labelled_day(said: str) -> Header | None:
    """None where news follows the day on the same line: `Date: 2025-08-15 OSLO—By meeting …` is a dateline."""
    is_day = DAY_ALONE.match(said)
    return None if is_day and len(said) > LONGEST_DAY else Header(published_on=full_day(said) if is_day else None)


def read_bars(text: str, words: str) -> Header | None:
    """`The Northern Ledger | 19 May 2026 | Brussels`, in any order; a line without a date among its parts is none."""
    parts = [part.strip() for part in BARS.split(words)]
    if len(parts) < 2 or len(words) > 200:
        return None
    header, names = Header(), []
    for part in parts:
        found = read_metadata(text, Line(0, part, False)) if part else None
        if found:
            header = header.completed(found)
        else:
            names.append(part)
    if header.published_on is None and not any(is_byline(part) for part in parts):
        return None
    return header.completed(Header(publisher=name_publisher(names), place=name_place(text, names)))


def name_publisher(names: list[str]) -> str | None:
    """The first of the names that sounds like a paper, or the first of two of which none does."""
    sounding = [name for name in names if PUBLISHER_WORD.search(name)]
    return sounding[0] if sounding else names[0] if len(names) == 2 else None


def name_place(text: str, names: list[str]) -> str | None:
    """The name that is no publisher's; one that stands alone only if the text uses it as a place ("in Brussels")."""
    others = [name for name in names if not PUBLISHER_WORD.search(name)]
    if len(names) == 2:
        return others[-1] if others else None
    town = others[0].split(",")[0] if len(names) == 1 and others else ""
    return others[0] if town and re.search(rf"\b(?:in|from|to|at|of) {re.escape(town)}\b", text) else None


def read_place_and_day(text: str, line: Line) -> Header | None:
    """A line that is a dateline and nothing else: "Oslo, 12 March 2026"."""
    dateline = find_dateline(line.words + " —", 0)
    if not dateline or dateline.body_start <= len(line.words) or not (dateline.published_on and dateline.place):
        return None
    return replace(from_dateline(dateline), body_start=0)


def is_byline(words: str) -> bool:
    """By names alone: "By Marit Esposito and Kwame Lindgren", but not "By meeting Putin on Friday, Trump hopes …"."""
    match = BYLINE.fullmatch(words) if len(words) <= LONGEST_BYLINE else None
    if not match:
        return False
    authors = re.findall(
        r"[^\s,;/()]+", re.sub(r"(?i)\b(?:editing|additional reporting|writing) by\b", "and", match["authors"])
    )
    return bool(authors) and authors[0][:1].isupper() and all(AUTHOR_WORD.fullmatch(word) for word in authors)


def read_headline(text: str, lines: list[Line], header: Header, title: str | None) -> Header | None:
    """The headline, or a line that stands with it (the kicker or the paper's name above it, the deck below it)."""
    words = lines[0].words.lstrip("#").strip()
    if title and not header.title and squeeze(words) == squeeze(title):
        return Header(title=words)
    if len(lines) < 2 or find_dateline(text, lines[0].start):
        return None
    if header.title:
        return Header() if is_deck(text, lines) else None
    if not is_heading(words, LONGEST_HEADLINE) and not read_metadata(text, lines[1]):
        return None
    if len(words.split()) > LONGEST_HEADLINE or not (lines[1].after_gap or is_front(text, lines[1])):
        return None
    if KICKER.fullmatch(words):
        return Header()
    if is_masthead(words) and len(lines) > 2 and is_heading(lines[1].words, LONGEST_HEADLINE):
        return Header(publisher=words)
    return Header(title=words)


def is_deck(text: str, lines: list[Line]) -> bool:
    """Whether a line below the headline belongs to it: above a byline or dateline, or no sentence and set off."""
    if len(lines[0].words.split()) > LONGEST_DECK:
        return False
    if any(is_front(text, line) for line in lines[1:3]) and all(
        len(line.words.split()) <= LONGEST_DECK for line in lines[:2]
    ):
        return True
    return lines[1].after_gap and is_heading(lines[0].words, LONGEST_HEADLINE)


def is_front(text: str, line: Line) -> bool:
    return read_metadata(text, line) is not None or find_dateline(text, line.start) is not None


def is_heading(words: str, longest: int) -> bool:
    return len(words.split()) <= longest and not SENTENCE_END.search(words)


def is_masthead(words: str) -> bool:
    """A paper's name on a line of its own: few words, each with a capital, one of them such as papers have."""
    parts = words.split()
    return len(parts) <= 4 and all(part[:1].isupper() for part in parts) and bool(PUBLISHER_WORD.search(words))


def squeeze(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
