"""Lines that by their own form are front matter: labelled, a byline, made of a date, parted by bars."""

import re
from dataclasses import dataclass, replace
from datetime import date

from app.reading.datelines import Dateline, find_dateline, ordinary_capitals
from app.reading.days import WRITTEN_DAY, full_day

LONGEST_BYLINE = 160  # characters
LONGEST_DAY = 60  # characters of a line that says when
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
PUBLISHED_BY = re.compile(r"[Pp]ublished(?: on)?(?P<day>(?: \S+){0,5}?),? by (?P<publisher>[A-Z][\w&.'’ -]{2,60})")
CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4}\b)?)"
DAY_ALONE = re.compile(rf"(?:{CLOCK},? )?{WRITTEN_DAY}(?:T[\d:.]+Z?)?(?:,? (?:at )?{CLOCK})?\.?", re.IGNORECASE)
BYLINE = re.compile(
    r"(?:(?:(?:additional )?reporting |editing |written |story |text |words |(?:photograph|photo)s? )?by"
    r"|from(?= our\b)) (?P<authors>[^.]*(?:\b[A-Z]\.[^.]*)*\.?)",
    re.IGNORECASE,
)
AUTHORS_POST = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|staff|editors?|desk|bureau|of|in)\b", re.IGNORECASE
)
AUTHOR_WORD = re.compile(
    r"[A-ZÀ-ÞĀ-Ž0-9][\w.'’\-]*|and|&|de|da|do|del|della|den|der|di|du|la|le|van|von|zu|al|el|bin|ibn|ben|of|in|at|for|the|with"
    r"|our|staff|special|correspondents?|reporters?|writers?|agenc(?:y|ies)|editors?|desk|bureau|chief"
)
SPECIAL_TO = re.compile(r"[Ss]pecial to (?P<publisher>[A-Z].{2,60})")
PUBLISHER_WORD = re.compile(
    r"\b(?:times|post|news|press|ledger|herald|tribune|journal|courier|gazette|wire|agency|daily|weekly|review|observer"
    r"|chronicle|mail|telegraph|guardian|star|standard|globe|radio|tv|television|broadcasting|reuters|afp|ap|bloomberg|xinhua|tass"
    r"|monitor|dispatch|register|sentinel|examiner|sun|mirror|today|reporter?|service|bulletin|record|voice|economist|politico"
    r"|axios|jazeera|bbc|cnn|npr|dpa|kyodo|ansa|efe|magazine|insider|affairs|network|media|online|inquirer|argus|echo|mercury|agence|agencia|agenzia|presse|zeitung)\b",
    re.IGNORECASE,
)
BARS = re.compile(r"\s+[|·•]\s+")
KICKER = re.compile(
    r"(?:news )?analysis|opinion|exclusive|world|(?:world )?news|politics|explainer|breaking(?: news)?|comment|feature|statements?"
    r"|briefing|preview|profile|interview|report(?:age)?|special report|dispatch|editorial|reactions?|the long read|live(?: blog)?"
    r"|(?:for immediate|press) release|\d+[ -]min(?:ute)?s?[ -]read",
    re.IGNORECASE,
)
RELEASE = re.compile(r"(?:for immediate|press|news|media) (?:release|statement)", re.IGNORECASE)
RULE_LINE = re.compile(r"[\W_]{3,}")


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


def read_metadata(text: str, line: Line) -> Header | None:
    """What a line says that by its own form is front matter: labelled, a byline, made of a date, or parted by bars."""
    words = line.words
    if RULE_LINE.fullmatch(words) or KICKER.fullmatch(words):
        return Header()
    if is_byline(words):
        return Header(publisher=byline_publisher(words))
    if match := SPECIAL_TO.fullmatch(words):
        return Header(publisher=match["publisher"])
    if DAY_ALONE.fullmatch(words):
        return Header(published_on=full_day(words))
    if (match := PUBLISHED_BY.fullmatch(words)) and (not match["day"] or DAY_ALONE.fullmatch(match["day"].strip())):
        return Header(publisher=match["publisher"], published_on=full_day(match["day"]))
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
            return Header(place=ordinary_capitals(said) if said else None)
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
    after_day = bool(names) and full_day(words[: words.rindex(names[-1])]) is not None
    return header.completed(Header(publisher=name_publisher(names), place=name_place(text, names, after_day)))


def name_publisher(names: list[str]) -> str | None:
    """The first of the names that sounds like a paper, or the first of two of which none does."""
    sounding = [name for name in names if PUBLISHER_WORD.search(name)]
    return sounding[0] if sounding else names[0] if len(names) == 2 else None


def name_place(text: str, names: list[str], after_day: bool) -> str | None:
    """The last name that is no publisher's, if something shows that it is no author's.

    It stands after the date, gives its region ("Nairobi, Kenya"), or the text uses it as a place ("in Brussels").
    """
    others = [name for name in names if not PUBLISHER_WORD.search(name)]
    if not others or len(names) > 2:
        return None
    used = re.search(rf"\b(?:in|from|to|at|of) {re.escape(others[-1])}\b", text)
    return ordinary_capitals(others[-1]) if after_day or "," in others[-1] or used else None


def read_place_and_day(text: str, line: Line) -> Header | None:
    """A line that is a dateline and nothing else: "Oslo, 12 March 2026"; or "Meridian Press, Oslo, 12 March 2026"."""
    dateline = find_dateline(line.words + " —", 0)
    if not dateline or dateline.body_start <= len(line.words) or not (dateline.published_on and dateline.place):
        return None
    header = replace(from_dateline(dateline), body_start=0)
    first, _, rest = dateline.place.partition(", ")
    return replace(header, publisher=first, place=rest or None) if PUBLISHER_WORD.search(first) else header


def is_byline(words: str) -> bool:
    """By names alone: "By Marit Esposito and Kwame Lindgren", but not "By meeting Putin on Friday, Trump hopes …"."""
    match = BYLINE.fullmatch(words) if len(words) <= LONGEST_BYLINE else None
    if not match:
        return False
    authors = re.findall(
        r"[^\s,;/()]+", re.sub(r"(?i)\b(?:editing|additional reporting|writing) by\b", "and", match["authors"])
    )
    return bool(authors) and authors[0][:1].isupper() and all(AUTHOR_WORD.fullmatch(word) for word in authors)


def byline_publisher(words: str) -> str | None:
    """`byline_publisher("By Marit Esposito, Meridian Press") == "Meridian Press"`, and so with "for the Meridian Press"."""
    _, comma, last = max(words.rpartition(", "), words.rpartition(" for "), key=lambda parts: len(parts[0]))
    return last if comma and PUBLISHER_WORD.search(last) and not AUTHORS_POST.search(last) else None


def from_dateline(dateline: Dateline) -> Header:
    return Header(None, dateline.publisher, dateline.published_on, dateline.place, dateline.body_start)


def is_release(words: str) -> bool:
    """A line that says that who stands above it speaks for itself: "PRESS RELEASE"."""
    return RELEASE.fullmatch(words) is not None


def is_masthead(words: str) -> bool:
    """A paper's name on a line of its own: few words, each with a capital, one of them such as papers have."""
    parts = words.split()
    capitals = all(part[:1].isupper() or part in ("&", "and", "of", "the") for part in parts)
    return len(parts) <= 4 and capitals and bool(PUBLISHER_WORD.search(words))
