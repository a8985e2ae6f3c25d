"""Days in running text, against articles of known days: 2025-08-15 is a Friday, 2026-05-19 a Tuesday."""

from datetime import date

import pytest

from app.parsing.dates import find_dates, resolve_date

FRIDAY = date(2025, 8, 15)
TUESDAY = date(2026, 5, 19)

LOOKING_BACK = [
    ("Thursday", FRIDAY, date(2025, 8, 14)),
    ("on Friday", FRIDAY, FRIDAY),
    ("Saturday", FRIDAY, date(2025, 8, 9)),
    ("last Friday", FRIDAY, date(2025, 8, 8)),
    ("last Friday", TUESDAY, date(2026, 5, 15)),
    ("last Thursday", date(2026, 10, 2), date(2026, 9, 24)),
    ("this past Friday", TUESDAY, date(2026, 5, 15)),
    ("Friday of last week", TUESDAY, date(2026, 5, 15)),
    ("in a televised address on Tuesday night", TUESDAY, TUESDAY),
    ("late Monday", TUESDAY, date(2026, 5, 18)),
    ("early on Monday morning", TUESDAY, date(2026, 5, 18)),
    ("yesterday", TUESDAY, date(2026, 5, 18)),
    ("last night", TUESDAY, date(2026, 5, 18)),
    ("today", TUESDAY, TUESDAY),
    ("this morning", TUESDAY, TUESDAY),
    ("tomorrow", TUESDAY, date(2026, 5, 20)),
    ("three days ago", TUESDAY, date(2026, 5, 16)),
    ("on Sept. 22", date(2026, 10, 2), date(2026, 9, 22)),
    ("a letter dated March 9", date(2026, 3, 12), date(2026, 3, 9)),
    ("9 March", date(2026, 3, 12), date(2026, 3, 9)),
    ("the 9th of March", date(2026, 3, 12), date(2026, 3, 9)),
    ("Nov. 20", date(2026, 11, 7), date(2025, 11, 20)),
    ("Dec. 30", date(2026, 1, 2), date(2025, 12, 30)),
    ("Feb. 29", date(2026, 5, 19), date(2024, 2, 29)),
    ("June 15, 2025", TUESDAY, date(2025, 6, 15)),
    ("June 15, 2025", None, date(2025, 6, 15)),
    ("Sunday, 15 June 2025", None, date(2025, 6, 15)),
    ("2025-06-15", None, date(2025, 6, 15)),
    ("Sept. 22", None, None),
    ("Thursday", None, None),
    ("yesterday", None, None),
    ("in March", TUESDAY, None),
    ("in March 2024", TUESDAY, None),
    ("in 2024", TUESDAY, None),
    ("last week", TUESDAY, None),
    ("a week ago", TUESDAY, None),
    ("the following Tuesday", TUESDAY, None),
    ("every Friday", TUESDAY, None),
    ("on Fridays", TUESDAY, None),
    ("the Good Friday Agreement", TUESDAY, None),
    ("the Sunday Times", TUESDAY, None),
    ("it may 5 times", TUESDAY, None),
    ("Feb. 30", TUESDAY, None),
    ("March 9,000 men", TUESDAY, None),
    ("", TUESDAY, None),
]

AHEAD = [
    ("is due on Monday", date(2026, 10, 2), date(2026, 10, 5)),
    ("on Tuesday", TUESDAY, TUESDAY),
    ("next Friday", TUESDAY, date(2026, 5, 29)),
    ("this coming Friday", TUESDAY, date(2026, 5, 22)),
    ("this Friday", TUESDAY, date(2026, 5, 22)),
    ("by Nov. 12", date(2026, 11, 7), date(2026, 11, 12)),
    ("Jan. 3", date(2026, 12, 28), date(2027, 1, 3)),
    ("planned for April 9", TUESDAY, date(2026, 4, 9)),
    ("next week", TUESDAY, None),
]


@pytest.mark.parametrize(("words", "published_on", "day"), LOOKING_BACK)
def test_looking_back(words: str, published_on: date | None, day: date | None) -> None:
    assert resolve_date(words, published_on) == day


@pytest.mark.parametrize(("words", "published_on", "day"), AHEAD)
def test_looking_ahead(words: str, published_on: date, day: date | None) -> None:
    assert resolve_date(words, published_on, ahead=True) == day


FOUND = [
    ("She said last Friday that it was over, and on Sunday she left.", [("last Friday", 15), ("Sunday", 17)]),
    ("He said on Monday that it must end by Friday, as since Saturday.", [("Monday", 18)]),
    ("He said on Monday that he would come on May 21.", [("Monday", 18)]),
    ("After Monday's talks he spoke on Monday evening.", [("Monday evening", 18)]),
    ("“Sunday was quiet,” she said in March.", [("Sunday", 17)]),
    ("Nothing was said.", []),
]


@pytest.mark.parametrize(("text", "days"), FOUND)
def test_days_of_a_sentence(text: str, days: list[tuple[str, int]]) -> None:
    mentions = find_dates(text, 0, len(text), TUESDAY)
    assert [(mention.passage.text, mention.day.day) for mention in mentions] == days


def test_only_the_given_stretch_is_searched() -> None:
    text = "On Sunday he came. On Monday he left by Friday."
    mentions = find_dates(text, 19, len(text), TUESDAY, ahead=True)
    assert [(text[m.passage.start : m.passage.end], m.day) for m in mentions] == [
        ("Monday", date(2026, 5, 25)),
        ("Friday", date(2026, 5, 22)),
    ]
