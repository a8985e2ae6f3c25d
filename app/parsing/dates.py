"""Days that running text names, resolved against the day of publication (the rulings are GUIDE.md's, under `said_on`).

"Thursday" is the latest Thursday up to that day, "last Friday" the Friday of the calendar week before (weeks begin on
Monday), "Sept. 22" the latest one up to it. Seen ahead ("is due on Monday"), a weekday is the next one, and a day
without its year the nearest. A month, a year or "last week" alone is no day. Without a day of publication only a date
that gives its own year is one.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from app.reading.days import NUMERIC, WEEKDAYS, WRITTEN_DAY, full_day, month_and_day, real_day
from app.records import Passage

COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
FULL_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night|noon|midnight|lunchtime)\b)?"
EXPRESSION = re.compile(
    rf"(?<![\w.])(?:(?P<written>{WRITTEN_DAY}{PART_OF_DAY})"
    rf"|(?P<ago>(?:\d{{1,2}}|{'|'.join(COUNTS)}) days ago)"
    r"|(?P<near>(?i:the day before yesterday|yesterday|today|tonight|tomorrow|last night"
    r"|this (?:morning|afternoon|evening)))"
    rf"(?P<part>{PART_OF_DAY})"
    r"|(?:(?P<which>(?i:last|next|this past|this coming|this)) )?(?:(?:late|early) (?:on )?)?"
    rf"(?P<weekday>{FULL_WEEKDAY})\b(?: of (?P<week>last|next|this) week)?{PART_OF_DAY})"
)
DAYS_AWAY = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}
# A day of another week, a day of every week, or a name that holds one: "the following Tuesday", "Good Friday".
NOT_THIS = re.compile(
    r"\b(?:(?:every|each|following|previous|preceding|same|that|another|some|one|first|second|third|any|Black|Good|Holy|Ash|Palm"
    r"|Bloody|Easter|Whit|Shrove|Super|Cyber|Mail on) |(?<!on )(?<!On )(?<!by )[Aa] )$"
)
NAMED_AFTER = re.compile(r" (?:Times|Telegraph|Mirror|Post|Express|Tribune|Herald|Agreement|Accords?|prayers?)\b")
# What was said was not said then: "by Friday", "since Friday night", "after Monday's talks".
LIMIT = re.compile(r"\b(?:by|until|till|before|after|since|from|through|for)(?: (?:late|early))? $", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class DayMention:
    """The words that name a day ("Tuesday night"; without "on") and the day."""

    passage: Passage
    day: date


def resolve_date(words: str, published_on: date | None, *, ahead: bool = False) -> date | None:
    """The day that the words name: `resolve_date("on Tuesday night", date(2026, 5, 20)) == date(2026, 5, 19)`.

    `ahead` is for what is still to come: then "Monday" is the next one, or today. None where the words name no day,
    or one that only another day would settle ("the following Tuesday").
    """
    for match in EXPRESSION.finditer(words):
        if is_nameable(words, match) and (day := resolve_match(match, published_on, ahead)):
            return day
    return None


def find_dates(text: str, start: int, end: int, published_on: date | None, *, ahead: bool = False) -> list[DayMention]:
    """The days named between `start` and `end`, in text order.

    Looking back (the default, for `said_on` and what has happened) days after `published_on`, limits ("by Friday",
    "since March 9") and possessives ("Monday's talks") are left out. So is a day without its year that is nearer ahead
    than behind: in an article of May "June 2" is to come, not last year's.
    """
    mentions = []
    for match in EXPRESSION.finditer(text, start, end):
        if not is_nameable(text, match) or (not ahead and is_limit(text, match)):
            continue
        day = resolve_match(match, published_on, ahead or bool(match["written"]))
        if day and (ahead or published_on is None or day <= published_on):
            mentions.append(DayMention(Passage.cut(text, match.start(), match.end()), day))
    return mentions


def is_nameable(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    return not (match["weekday"] and (NOT_THIS.search(before) or NAMED_AFTER.match(text, match.end())))


def is_limit(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 16) : match.start()]
    return bool(LIMIT.search(before) or POSSESSIVE.match(text, match.end()))


def resolve_match(match: re.Match[str], published_on: date | None, ahead: bool) -> date | None:
    if match["written"]:
        return resolve_written(match["written"], published_on, ahead)
    if published_on is None:
        return None
    if match["ago"]:
        count = match["ago"].split()[0]
        return published_on - timedelta(days=COUNTS.get(count) or int(count))
    if match["near"]:
        return published_on + timedelta(days=DAYS_AWAY.get(match["near"].lower(), 0))
    which = match["week"] or (match["which"] or "").lower()
    return resolve_weekday(WEEKDAYS.index(match["weekday"][:3].lower()), which, published_on, ahead)


def resolve_weekday(weekday: int, which: str, published_on: date, ahead: bool) -> date:
    """`which` is "last", "next", "this", "this past", "this coming" or ""; weekday 0 is Monday."""
    monday = published_on - timedelta(days=published_on.weekday())
    weeks = {"last": -1, "this": 0, "next": 1}
    if which in weeks:
        return monday + timedelta(weeks=weeks[which], days=weekday)
    if which == "this coming" or (ahead and not which):
        return published_on + timedelta(days=(weekday - published_on.weekday()) % 7)
    return published_on - timedelta(days=(published_on.weekday() - weekday) % 7)


def resolve_written(words: str, published_on: date | None, ahead: bool) -> date | None:
    """A date in figures or by its month; without its year the latest up to `published_on`, or ahead the nearest."""
    parts = month_and_day(words)
    if parts is None or parts[2] or re.search(NUMERIC, words):
        return full_day(words)
    if published_on is None:
        return None
    years = (published_on.year + away for away in (0, -1, 1, -2, 2, -3, 3, -4))  # Feb. 29 comes every fourth
    days = [day for year in years if (day := real_day(year, parts[0], parts[1]))]
    if ahead:
        return min(days, key=lambda day: abs(day - published_on), default=None)
    return max((day for day in days if day <= published_on), default=None)
