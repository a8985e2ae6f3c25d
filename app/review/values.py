"""The values of a form as fields of a record: read, looked up in the text and in the store, or refused with a reason."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from app.decisions.events import Fields, Value
from app.decisions.fields import PASSAGES
from app.decisions.placing import find_places
from app.records import DemandKind, OutcomeStatus, Passage, PassageError, QuoteKind, Topic
from app.review.changes import ChangeError, Values

Resolve = Callable[[str, str], str]
CLOSED: Mapping[str, Mapping[str, type[StrEnum]]] = {
    "quote": {"kind": QuoteKind},
    "demand": {"kind": DemandKind},
    "outcome": {"status": OutcomeStatus},
}
ONE_ACTOR = {"quote": ("speaker",), "demand": ("holder",), "outcome": ()}
MANY_ACTORS = {"quote": ("addressees",), "demand": ("addressees",), "outcome": ("actors", "affected")}
DAYS = {"quote": ("said_on",), "demand": (), "outcome": ("occurred_on",)}
SPANS = {"quote": ("words", "source"), "demand": ("words",), "outcome": ("words", "condition")}
MAY_BE_EMPTY = ("condition",)
NAMES = {
    "said_on": "day on which it was said",
    "occurred_on": "day on which it happened",
    "words": "words of the record",
    "source": "words that name the speaker",
    "condition": "words of the condition",
}


def read_values(kind: str, values: Values, before: Fields, text: str, resolve: Resolve) -> dict[str, Value]:
    """The fields of a record of this kind that the values give; `before` are those that it has, {} for a new one.

    `resolve` gives the key of the actor that a value of a field names. Raises ChangeError.
    """
    known = {"topics", "new_kind", *CLOSED[kind], *ONE_ACTOR[kind], *MANY_ACTORS[kind], *DAYS[kind]}
    known |= {name for span in SPANS[kind] for name in (span, f"{PASSAGES[span]}start", f"{PASSAGES[span]}end")}
    for name in values:
        if name not in known:
            raise ChangeError(f"A {kind} has no “{name}”.", name)
    fields: dict[str, Value] = {}
    for span in SPANS[kind]:
        fields |= read_span(span, values, before, text)
    for name, choices in CLOSED[kind].items():
        if name in values:
            fields[name] = read_choice(name, one_value(values, name), choices)
    for name in ONE_ACTOR[kind]:
        if name in values:
            fields[name] = resolve(name, one_value(values, name))
    for name in MANY_ACTORS[kind]:
        if name in values:
            fields[name] = unique(resolve(name, each) for each in many_values(values, name))
    for name in DAYS[kind]:
        if name in values:
            fields[name] = read_day(name, one_value(values, name))
    if "topics" in values:
        fields["topics"] = read_topics(kind, many_values(values, "topics"))
    return fields


def unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def one_value(values: Values, name: str) -> str:
    value = values.get(name)
    if isinstance(value, tuple):
        if len(value) > 1:
            raise ChangeError("Give one value here.", name)
        value = value[0] if value else ""
    return (value or "").strip()


def many_values(values: Values, name: str) -> list[str]:
    value = values.get(name)
    several = (value,) if isinstance(value, str) else value or ()
    return [each.strip() for each in several if each.strip()]


def read_choice(name: str, value: str, choices: type[StrEnum]) -> str:
    allowed = [choice.value for choice in choices]
    if value not in allowed:
        raise ChangeError(f"Choose one of these: {', '.join(allowed)}.", name)
    return value


def read_topics(kind: str, values: Iterable[str]) -> tuple[str, ...]:
    topics = unique(read_choice("topics", value, Topic) for value in values)
    return topics or (() if kind == "quote" else (Topic.OTHER.value,))


def read_day(name: str, value: str) -> str | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise ChangeError(f"Write the {NAMES[name]} like 2025-08-15, or leave it empty.", name) from None


def read_span(name: str, values: Values, before: Fields, text: str) -> dict[str, Value]:
    """The passage that the values give for one span, as fields; {} where they give none.

    Words that stand more than once are taken from the place nearest to the passage that the record has.
    """
    prefix = PASSAGES[name]
    words, start, end = (values.get(each) for each in (name, f"{prefix}start", f"{prefix}end"))
    if name not in values and start is None and end is None:
        return {}
    if not (words or start or end):
        if name not in MAY_BE_EMPTY:
            raise ChangeError(f"Give the {NAMES[name]}.", name)
        return {name: None, f"{prefix}start": None, f"{prefix}end": None}
    if isinstance(words, tuple) or isinstance(start, tuple) or isinstance(end, tuple):
        raise ChangeError("Give one value here.", name)
    near = start or before.get(f"{prefix}start") or before.get("start")
    passage = cut_span(name, words, start, end, text) if start or end else None
    if passage is None:
        passage = find_span(name, words or "", str(near) if near else None, text)
    return {name: passage.text, f"{prefix}start": str(passage.start), f"{prefix}end": str(passage.end)}


def cut_span(name: str, words: str | None, start: str | None, end: str | None, text: str) -> Passage | None:
    """The passage between the offsets; None where the words that came with them stand elsewhere, as when they were
    changed by typing after they had been chosen in the text."""
    try:
        passage = Passage.cut(text, int(start or ""), int(end or ""))
    except (ValueError, PassageError):
        if words:
            return None
        raise ChangeError("These are no words of the article: choose them in the text again.", name) from None
    if words and words.strip() != passage.text.strip():
        return None
    return strip_passage(passage)


def strip_passage(passage: Passage) -> Passage:
    """The passage without the space around its words."""
    words = passage.text.strip()
    start = passage.start + passage.text.index(words)
    return Passage(start, start + len(words), words)


def find_span(name: str, words: str, near: str | None, text: str) -> Passage:
    places = find_places(text, words.strip())
    if not places:
        raise ChangeError(
            f"The article does not say “{shorten(words)}”. Copy the {NAMES[name]} from the text, letter by letter.",
            name,
        )
    if len(places) > 1 and near is None:
        raise ChangeError(
            f"The article says “{shorten(words)}” {len(places)} times. Choose the place in the text, or give more words.",
            name,
        )
    return min(places, key=lambda place: abs(place.start - int(near or 0)))


def shorten(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 80 else f"{words[:79]}…"
