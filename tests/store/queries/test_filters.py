"""Filters: what they read, what they leave out and say so, and the one address they write."""

from datetime import date
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import QuoteKind
from app.store.queries.filters import CompareFilter, Misread, QuoteFilter, SearchFilter


def parse(*pairs: tuple[str, str]) -> QuoteFilter:
    return QuoteFilter.parse(pairs)[0]


def test_a_filter_reads_repeats_dates_and_words() -> None:
    found = parse(
        ("to", "2031-05-06"),
        ("kind", "direct"),
        ("speaker", "b"),
        ("speaker", "a"),
        ("speaker", "b"),
        ("q", "  two  words "),
    )

    assert found == QuoteFilter(q="two words", speaker=("b", "a"), kind=(QuoteKind.DIRECT,), until=date(2031, 5, 6))
    assert found.query == "?q=two+words&speaker=b&speaker=a&kind=direct&to=2031-05-06"


@pytest.mark.parametrize(
    ("name", "value", "why", "known"),
    [
        ("kind", "loud", "is none of: direct, mixed, indirect", True),
        ("from", "15.8.2025", "is not a date: write it as 2025-08-15", True),
        ("speaker", "A B", "is not a key: keys have small letters, digits and hyphens", True),
        ("speakr", "ada", "is not a parameter of this page", False),
    ],
)
def test_what_cannot_be_used_is_reported(name: str, value: str, why: str, known: bool) -> None:
    assert QuoteFilter.parse([(name, value)]) == (QuoteFilter(), (Misread(name, value, why, known),))


def test_choices_are_added_and_taken_back_from_the_start_of_the_list() -> None:
    found = parse(("speaker", "a"), ("speaker", "b"), ("after", "somekey"))

    assert found.without("speaker", "a") == QuoteFilter(speaker=("b",))
    assert found.adding("kind", "mixed").query == "?speaker=a&speaker=b&kind=mixed"
    assert found.at(after="other").query == "?speaker=a&speaker=b&after=other"
    assert found.at(before="other").query == "?speaker=a&speaker=b&before=other"


def test_the_order_stays_while_choices_change_and_is_none_of_them() -> None:
    found = parse(("speaker", "a"), ("sort", "oldest"), ("more", "topic"))

    assert found.chosen() == (("speaker", "a"),)
    assert found.without("speaker", "a").query == found.clear().query == "?more=topic&sort=oldest"
    assert parse(("sort", "newest")) == QuoteFilter()


def test_a_switch_is_on_or_off() -> None:
    assert CompareFilter.parse([("governments", "on")])[0].governments
    assert CompareFilter.parse([("governments", "off")])[1][0].why == "can only be on"


@given(st.lists(st.tuples(st.sampled_from(["q", "speaker", "kind", "from", "x"]), st.text()), max_size=8))
def test_what_a_filter_writes_it_reads_again(pairs: list[tuple[str, str]]) -> None:
    found, _ = QuoteFilter.parse(pairs)

    assert QuoteFilter.parse(found.pairs()) == (found, ())


@given(st.text())
def test_words_never_hold_control_characters(words: str) -> None:
    found = SearchFilter.parse([("q", words)])[0].q

    assert [letter for letter in found if category(letter) in ("Cc", "Cs")] == []
