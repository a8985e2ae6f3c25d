"""The form of a record: what a person's typing changes, and what is said of what cannot be taken."""

import pytest
from starlette.datastructures import FormData

from app.pages.fields import FORMS, Filled, Shown, Taking, beside, fill, read_shown, take, values_of, write_shown
from app.store.queries.values import DocumentLink
from app.store.queries.workbench import Member, Workbench, members_named

TEXT = "Ada Lund wants the bridge back. “No,” she said. The bridge stays, and the bridge is ours."
CAST = (
    Member("ada-lund", "Ada Lund", "person", ("Ada Lund", "Lund")),
    Member("sundia", "Sundia", "country", ("Sundia",)),
    Member("georgia", "Georgia", "country", ("Georgia",)),
    Member("georgia-state", "Georgia", "organization", ("Georgia",)),
)
BENCH = Workbench(DocumentLink("talks", "Talks"), "0" * 64, TEXT, 0, CAST)
WAS: Shown = {
    "holder": ("Ada Lund",),
    "kind": ("goal",),
    "words": ("the bridge back",),
    "addressees": ("Sundia",),
    "topics": ("territory", "other"),
}


def send(*pairs: tuple[str, str], was: Shown = WAS, record: str = "demand") -> tuple[tuple[Filled, ...], Taking]:
    """The form as it stood, with what is given in place of the fields of its names."""
    names = {name for name, _ in pairs}
    kept = [(name, value) for name, values in was.items() if name not in names for value in values]
    taking = Taking(FormData([*kept, *pairs]), BENCH, lambda words: members_named(CAST, words))
    return take(record, taking, was), taking


def changes(*pairs: tuple[str, str], record: str = "demand", was: Shown = WAS) -> dict[str, object]:
    filled, taking = send(*pairs, record=record, was=was)
    assert [each.error for each in filled if each.error] == []
    return dict(values_of(filled, taking))


def error_of(name: str, *pairs: tuple[str, str], record: str = "demand", was: Shown = WAS) -> str:
    return next(each.error for each in send(*pairs, record=record, was=was)[0] if each.field.name == name)


def test_what_was_left_alone_is_no_change() -> None:
    assert changes() == {}
    assert changes(("topics", "other"), ("topics", "territory"), ("addressees", "Sundia"), ("addressees", " ")) == {}


@pytest.mark.parametrize(
    ("pairs", "values"),
    [
        ([("kind", "refusal")], {"kind": "refusal"}),
        ([("holder", "sundia")], {"holder": "sundia"}),
        ([("holder", " LUND ")], {"holder": "ada-lund"}),
        ([("addressees", "")], {"addressees": ()}),
        ([("addressees", "Sundia"), ("addressees", "Lund")], {"addressees": ("sundia", "ada-lund")}),
        ([("topics", "trade")], {"topics": ("trade",)}),
        ([("words", "The bridge stays")], {"words": "The bridge stays", "start": "48", "end": "64"}),
        ([("words", "the bridge back."), ("words_place", "15:31")], {"words": "the bridge back.", "start": "15", "end": "31"}),
        ([("holder", "Kurt Weiss"), ("new_kind", "person")], {"holder": "Kurt Weiss", "new_kind": "person"}),
    ],
)  # fmt: skip
def test_what_was_touched_becomes_a_change(pairs: list[tuple[str, str]], values: dict[str, object]) -> None:
    assert changes(*pairs) == values


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("holder", "", "cannot be left empty"),
        ("holder", "Georgia", "georgia (country), georgia-state (organization)"),
        ("holder", "Kurt Weiss", "Nobody is called “Kurt Weiss” yet"),
        ("kind", "wish", "Choose one"),
        ("topics", "fish", "Choose among"),
        ("words", "the bridge", "more than once"),
        ("words", "the ferry", "do not stand in the article"),
        ("words", " ", "cannot be left empty"),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(name: str, typed: str, told: str) -> None:
    assert told in error_of(name, (name, typed))


def test_a_day_is_a_day() -> None:
    assert "2025-08-15" in error_of("occurred_on", ("occurred_on", "soon"), record="outcome", was={})
    day = {"status": ("expected",), "words": ("the bridge back",), "occurred_on": ("2031-05-05",)}
    assert changes(("occurred_on", ""), record="outcome", was=day) == {"occurred_on": None}


def test_a_condition_can_be_taken_away() -> None:
    was = {"status": ("expected",), "words": ("the bridge back",), "condition": ("she said",)}
    assert changes(("condition", ""), record="outcome", was=was) == {"condition": None}


def test_a_new_record_says_everything() -> None:
    values = changes(("holder", "Lund"), ("kind", "demand"), ("words", "the bridge back"), was={})
    assert values == {"holder": "ada-lund", "kind": "demand", "words": "the bridge back", "start": "15", "end": "30"}


def test_two_versions_stand_beside_each_other() -> None:
    filled, _ = send(("kind", "refusal"))
    met = {each.field.name: each for each in beside(filled, WAS, {**WAS, "kind": ("demand",), "holder": ("Sundia",)})}

    assert (met["kind"].typed, met["kind"].now) == (("refusal",), ("demand",))
    assert (met["holder"].typed, met["holder"].now) == (("Sundia",), None)


@pytest.mark.parametrize("record", FORMS)
def test_every_field_can_be_filled_in(record: str) -> None:
    assert [each.field for each in fill(record, {})] == list(FORMS[record])


@pytest.mark.parametrize("sent", ["", "nothing", "[]", '{"kind": 3}', "null"])
def test_what_did_not_stand_in_a_form_is_none(sent: str) -> None:
    assert read_shown(sent) is None
    assert read_shown(write_shown(WAS)) == WAS
