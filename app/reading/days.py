"""Days that a text writes out: the words of a date, and the day they name where they give its year."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?)"
DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?\b(?!,\d{3}\b)"
MONTH_FIRST = rf"(?:the )?{MONTH} {DAY_NUMBER}"
DAY_FIRST = rf"(?:the )?{DAY_NUMBER} (?:of )?{MONTH}(?!\w)"
NUMERIC = r"\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)|\d{1,2}\.\d{1,2}\.\d{4}\b|\d{1,2}/\d{1,2}/\d{4}\b"
WRITTEN_DAY = rf"(?:(?:{WEEKDAY},? )?(?:{MONTH_FIRST}(?:,? \d{{4}}\b)?|{DAY_FIRST}(?:,? \d{{4}}\b)?|{NUMERIC}))"
"""A date as news texts write it, with or without its year; no groups, for use inside other patterns (ignoring case)."""

YEAR_FIRST = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
NAMED = re.compile(
    rf"(?:({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?|(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({MONTH}))(?!\w)"
    r"(?:,? (\d{4})\b)?",
    re.IGNORECASE,
)


def month_number(name: str) -> int:
    """`month_number("Sept.") == 9`."""
    return MONTHS.index(name[:3].lower()) + 1


def real_day(year: int, month: int, number: int) -> date | None:
    """The day, or None where the calendar has none (Feb. 30)."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_and_day(words: str) -> tuple[int, int, int | None] | None:
    """Month, day of the month, and year where the words give it: `month_and_day("Nov. 20") == (11, 20, None)`."""
    match = NAMED.search(words)
    if not match:
        return None
    name, number = (match[1], match[2]) if match[1] else (match[4], match[3])
    return month_number(name), int(number), int(match[5]) if match[5] else None


def full_day(words: str) -> date | None:
    """The day that the words name with its year ("12 March 2026", "Nov. 7, 2026", "2026-03-12T10:00Z"); else None.

    "03/04/2026" is read only where one of its numbers can be no month: American and British writers mean two days.
    """
    if match := YEAR_FIRST.search(words):
        return real_day(int(match[1]), int(match[2]), int(match[3]))
    if match := DOTTED.search(words):
        return real_day(int(match[3]), int(match[2]), int(match[1]))
    if match := SLASHED.search(words):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first == second or first > 12:
            return real_day(year, second, first)
        return real_day(year, first, second) if second > 12 else None
    parts = month_and_day(words)
    return real_day(parts[2], parts[0], parts[1]) if parts and parts[2] else None
