"""Labels, dates and voices."""

from datetime import date

import pytest

from app.pages.wording import (
    LABELS,
    count,
    in_sentence,
    in_voices,
    joined,
    long_date,
    origin,
    shortened,
    stretch,
    tick,
    voices,
)
from app.records import ActorKind, DemandKind, OutcomeStatus, QuoteKind, Topic
from app.store.queries.values import DocumentLink

VOICES = [
    ("direct", "Open the gates.", [("Open the gates.", True)]),
    ("indirect", "open the gates", [("open the gates", False)]),
    ("indirect", "come when “the lights are on", [("come when ", False), ("“the lights are on", True)]),
    ("mixed", "feel-out meeting", [("feel-out meeting", True)]),
    ("mixed", "it was “a pity” then", [("it was ", False), ("“a pity”", True), (" then", False)]),
    ("mixed", "he made “sincere efforts", [("he made ", False), ("“sincere efforts", True)]),
    ("mixed", "a pity” that they left", [("a pity”", True), (" that they left", False)]),
    ("mixed", 'she kept "for ninety days" only', [("she kept ", False), ('"for ninety days"', True), (" only", False)]),
]


@pytest.mark.parametrize(("kind", "words", "pieces"), VOICES)
def test_voices(kind: str, words: str, pieces: list[tuple[str, bool]]) -> None:
    found = voices(words, kind)

    assert list(found) == pieces
    assert "".join(piece for piece, _ in found) == words


@pytest.mark.parametrize("closed_set", [QuoteKind, DemandKind, OutcomeStatus, Topic, ActorKind])
def test_every_value_of_a_closed_set_has_a_label(closed_set: type) -> None:
    assert [value for value in closed_set if value not in LABELS] == []


def test_numbers_dates_and_lists_in_words() -> None:
    assert (count(1, "quote"), count(1234, "quote"), count(2, "find")) == ("1 quote", "1,234 quotes", "2 finds")
    assert (long_date(date(2025, 8, 15)), long_date(None)) == ("15 August 2025", "no date")
    assert (joined(["A"]), joined(["A", "B"]), joined(["A", "B", "C"], "or")) == ("A", "A and B", "A, B or C")
    assert (shortened("one two three", 9), shortened("short")) == ("one two…", "short")
    assert (shortened("one, two", 6), shortened("“one two”", 8)) == ("one…", "“one…”")


WITH_ARTICLE = (
    "European Union, United States, World Bank, University of Ardle, Harbor Party, court, committee of drivers, "
    "man in a rowing boat, press"
)


@pytest.mark.parametrize("name", WITH_ARTICLE.split(", "))
def test_a_name_with_an_article(name: str) -> None:
    assert in_sentence(name) == f"the {name}"


@pytest.mark.parametrize(
    "name",
    [
        "Norway",
        "Vladimir Putin",
        "NATO",
        "Unionville",
        "two diplomats",
        "two men",
        "farmers of the plain",
        "a diplomat",
        "bloc's envoy",
    ],
)
def test_a_name_without_an_article(name: str) -> None:
    assert in_sentence(name) == name


STRETCHES = [
    (date(2031, 8, 15), date(2031, 8, 15), "15 August 2031"),
    (date(2031, 12, 1), date(2031, 12, 31), "December 2031"),
    (date(2031, 1, 1), date(2031, 12, 31), "2031"),
    (date(2031, 8, 4), date(2031, 8, 10), "4 August 2031 to 10 August 2031"),
    (date(9999, 12, 1), date.max, "1 December 9999 to 31 December 9999"),
]


@pytest.mark.parametrize(("since", "until", "words"), STRETCHES)
def test_stretches_of_days_in_words(since: date, until: date, words: str) -> None:
    assert stretch(since, until) == words


def test_a_bar_names_its_days_and_what_begins_with_it() -> None:
    august = date(2031, 8, 4)

    assert tick(august, date(2031, 8, 10), None) == ("4", "Aug")
    assert tick(date(2031, 8, 11), date(2031, 8, 17), august) == ("11", "")
    assert tick(date(2031, 9, 1), date(2031, 9, 30), august) == ("Sep", "")
    assert tick(date(2032, 1, 1), date(2032, 1, 31), august) == ("Jan", "2032")
    assert tick(date(2032, 1, 1), date(2032, 3, 31), august) == ("Jan–Mar", "2032")
    assert tick(date(2032, 1, 1), date(2032, 12, 31), august) == ("", "2032")


DOCUMENTS = [
    (DocumentLink("d", "Bridge opens", publisher="Herald", place="Askar"), "Herald"),
    (DocumentLink("d", "Bridge opens", place="Askar"), "Bridge opens"),
    (DocumentLink("d", "“In the night…”", titled=False, place="Askar"), "Askar"),
    (DocumentLink("d", "“In the night…”", titled=False), "“In the night…”"),
]


@pytest.mark.parametrize(("document", "name"), DOCUMENTS)
def test_a_document_goes_by_what_is_shortest(document: DocumentLink, name: str) -> None:
    assert origin(document) == name


@pytest.mark.parametrize(
    ("words", "kind", "told"),
    [
        ("No toll", "direct", "“No toll”"),
        ("he would pay", "indirect", "he would pay"),
        ("it was “a toll booth", "mixed", "it was “a toll booth”"),
        ("a toll booth", "mixed", "“a toll booth”"),
    ],
)
def test_plain_words_have_marks_around_the_speakers_own(words: str, kind: str, told: str) -> None:
    assert in_voices(words, kind) == told
