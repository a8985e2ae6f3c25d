"""The dateline that opens a news text.

`GENEVA (Meridian Press) — `, `OSLO, March 12, 2026 — `, ` date 2025-08-15 ANCHORAGE, Alaska—`.
"""

import re
from dataclasses import dataclass
from datetime import date

from app.reading.days import WEEKDAY, WRITTEN_DAY, full_day

# Words in capitals that open a line and are no town.
NO_TOWN = (
    "NATO|EU|UN|U\\.N\\.|US|U\\.S\\.|USA|UK|U\\.K\\.|E\\.U\\.|OPEC|ASEAN|IAEA|BRICS|ECOWAS|OSCE|WTO|IMF|BREAKING|UPDATE|EXCLUSIVE"
    "|ANALYSIS|OPINION|EXPLAINER|CORRECTION|WATCH|FILE|NOTE|EDITOR|COMMENT|FACTBOX|TIMELINE|Q|A|LIVE|ALERT|URGENT|PHOTO|VIDEO"
)
SMALL = "de|da|do|del|di|la|le|les|el|al|au|aux|sur|sous|of|the|and|am|an|der|den|on|upon"
UPPER = r"A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽ"
CAPITALS = rf"(?:Mc)?[{UPPER}][{UPPER}.'’‘-]*[{UPPER}.](?:-(?:au|de|sur|la|le)-[{UPPER}]+)?"
TOWN = rf"(?!(?:{NO_TOWN})\b){CAPITALS}(?:(?: |/| / )(?:(?:{SMALL}) )*{CAPITALS}){{0,3}}"
NAME = r"[A-ZÀ-Þ][\w.'’-]*"
PLAIN = rf"{NAME}(?:(?: |/)(?:(?:{SMALL}) )*{NAME}){{0,3}}"
REGION = rf"(?:, (?!{WRITTEN_DAY}|{WEEKDAY})(?:[a-z]+ )?{NAME}(?: (?:(?:{SMALL}) )*{NAME}){{0,3}})"
BETWEEN = r"[ \t]*(?:[,|.·]|—|–|--?)?[ \t]*"
AGENCY = r"[(/][ ]?(?P<agency{n}>[^()/\n]{{2,60}}?)[ ]?[)/]"
PREFIX = re.compile(rf"(?:date:?[ \t]+)(?P<day>{WRITTEN_DAY})[ \t]*(?:[—–|,:-][ \t]*)?", re.IGNORECASE)
DATELINE = re.compile(
    rf"(?:(?P<early>(?i:{WRITTEN_DAY})){BETWEEN})?"
    rf"(?:(?P<town>{TOWN}{REGION}{{0,2}})|(?P<plain>{PLAIN}{REGION}{{0,2}}))?"
    rf"(?:{BETWEEN}{AGENCY.format(n=1)})?"
    rf"(?:{BETWEEN}(?P<day>(?i:{WRITTEN_DAY}|{WEEKDAY})))?"
    rf"(?:{BETWEEN}{AGENCY.format(n=2)})?"
    r"\.?[ \t]*(?P<dash>—|–|―|--|(?<=[ \t])-(?=[ \t])|:(?=[ \t])|(?<=[/\d]\.)(?=[ \t]))[ \t]*"
)
SPEAKER_LINE = re.compile(r"^[A-ZÀ-Þ .'’-]{2,40}: ", re.MULTILINE)
NO_AGENCY = re.compile(rf"{WRITTEN_DAY}|{WEEKDAY}", re.IGNORECASE)
GOES_ON = re.compile(r"[a-zà-ÿ,;]")
LONGEST = 240  # characters of a dateline
KEEPS_CAPITALS = re.compile(r"UAE|USA?|UK|DRC|(?:\w\.)+")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`body_start` is the offset after the dash; `published_on` is None where the dateline gives no year."""

    body_start: int
    place: str | None = None
    publisher: str | None = None
    published_on: date | None = None


def find_dateline(text: str, start: int) -> Dateline | None:
    """The dateline at `start`, or None. A place in ordinary capitals needs a date or an agency beside it, one in full
    capitals the dash and a new sentence after it: "NATO — which met on Friday — " is none.
    """
    prefix = PREFIX.match(text, start)
    first = prefix.end() if prefix else start
    prefix_day = full_day(prefix["day"]) if prefix else None
    match = DATELINE.match(text, first, first + LONGEST)
    if not match or not is_dateline(text, match):
        return Dateline(first, published_on=prefix_day) if prefix else None
    inner = [match[name] for name in ("agency1", "agency2") if match[name]]
    days = [match["early"], match["day"], *inner]
    said = [day for day in map(full_day, filter(None, days)) if day]
    agencies = [words for words in inner if not NO_AGENCY.fullmatch(words)]
    place = match["town"] or match["plain"]
    return Dateline(
        match.end(),
        ordinary_capitals(place) if place else None,
        agencies[0] if agencies else None,
        prefix_day or next(iter(said), None),
    )


def is_dateline(text: str, match: re.Match[str]) -> bool:
    beside = any(match[name] for name in ("early", "day", "agency1", "agency2"))
    if not (match["town"] or beside):
        return False
    if not match["dash"] and not ((match["town"] or match["plain"]) and beside):  # "Washington, March 12. …"
        return False
    if GOES_ON.match(text, match.end()):
        return False
    # "WIRTH: We have nothing to add." is a transcript if others speak in it as well.
    return match["dash"] != ":" or beside or len(SPEAKER_LINE.findall(text)) < 2


def ordinary_capitals(place: str) -> str:
    """`ordinary_capitals("ADDIS ABABA, Ethiopia") == "Addis Ababa, Ethiopia"`."""
    words = re.split(r"([ /,-]+)", re.sub(r"(?<=\w{3})\.$", "", place))
    return "".join(word if number % 2 else lower_word(word, number) for number, word in enumerate(words))


def lower_word(word: str, number: int) -> str:
    if not word.isupper() or KEEPS_CAPITALS.fullmatch(word):
        return word
    if number and re.fullmatch(SMALL, word.lower()) and word not in ("LA", "LE", "EL", "AL"):
        return word.lower()
    head = re.match(r"[DLNO]['’‘]", word)  # N'DJAMENA, but SANA'A
    stem = head.end() if head else 0
    return word[:stem] + word[stem:].capitalize()
