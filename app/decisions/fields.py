"""A record as named fields of text, the form in which changes are asked for, compared and kept; and back.

write_fields(quote) == {
    "words": "Open the gates.", "start": "71", "end": "86", "kind": "direct", "speaker": "ada-lund",
    "source": "Ada Lund", "source_start": "0", "source_end": "8", "addressees": ("radio-askar",),
    "said_on": "2031-05-05", "topics": ("trade",), "cue": "told", "rule": "by-hand",
}
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from app.decisions.events import Fields
from app.records import Demand, DemandKind, Outcome, OutcomeStatus, Passage, Quote, QuoteKind, Record, Topic

# The fields that hold words of the text, with the prefix of their offsets.
PASSAGES = {"words": "", "source": "source_", "condition": "condition_"}
# The fields that hold keys of actors, one or many.
ACTOR, ACTORS = ("speaker", "holder"), ("addressees", "actors", "affected")


def kind_of(record: Record) -> str:
    return type(record).__name__.lower()


def write_fields(record: Record) -> Fields:
    fields = write_passage("words", record.passage) | {"topics": tuple(topic.value for topic in record.topics)}
    fields |= {"cue": record.cue, "rule": record.rule}
    match record:
        case Quote():
            return {
                **fields,
                **write_passage("source", record.source),
                "kind": record.kind.value,
                "speaker": record.speaker,
                "addressees": record.addressees,
                "said_on": record.said_on.isoformat() if record.said_on else None,
            }
        case Demand():
            return {
                **fields,
                "kind": record.kind.value,
                "holder": record.holder,
                "addressees": record.addressees,
            }
        case Outcome():
            return {
                **fields,
                **write_passage("condition", record.condition),
                "status": record.status.value,
                "actors": record.actors,
                "affected": record.affected,
                "occurred_on": record.occurred_on.isoformat() if record.occurred_on else None,
                "question": None if record.question is None else str(record.question),
            }


def write_passage(name: str, passage: Passage | None) -> dict[str, str | tuple[str, ...] | None]:
    prefix = PASSAGES[name]
    if passage is None:
        return {name: None, f"{prefix}start": None, f"{prefix}end": None}
    return {name: passage.text, f"{prefix}start": str(passage.start), f"{prefix}end": str(passage.end)}


def read_record(kind: str, fields: Fields) -> Record:
    """The record of this kind that the fields describe; ValueError or KeyError where they describe none."""
    passage, topics = needed(fields, "words"), tuple(map(Topic, many(fields, "topics")))
    rule, cue = one(fields, "rule"), optional(fields, "cue")
    if kind == "quote":
        return Quote(
            passage,
            QuoteKind(one(fields, "kind")),
            one(fields, "speaker"),
            needed(fields, "source"),
            rule,
            cue,
            many(fields, "addressees"),
            read_day(fields, "said_on"),
            topics,
        )
    if kind == "demand":
        demand_kind, holder = DemandKind(one(fields, "kind")), one(fields, "holder")
        return Demand(passage, demand_kind, holder, rule, cue, many(fields, "addressees"), topics)
    question = optional(fields, "question")
    return Outcome(
        passage,
        OutcomeStatus(one(fields, "status")),
        rule,
        many(fields, "actors"),
        many(fields, "affected"),
        read_passage(fields, "condition"),
        topics,
        read_day(fields, "occurred_on"),
        cue,
        int(question) if question else None,
    )


def one(fields: Fields, name: str) -> str:
    value = fields[name]
    if not isinstance(value, str):
        raise ValueError(f"{name} is not one value")
    return value


def optional(fields: Fields, name: str) -> str | None:
    return one(fields, name) if fields.get(name) else None


def many(fields: Fields, name: str) -> tuple[str, ...]:
    value = fields.get(name) or ()
    return tuple(dict.fromkeys((value,) if isinstance(value, str) else value))


def read_day(fields: Fields, name: str) -> date | None:
    written = optional(fields, name)
    return date.fromisoformat(written) if written else None


def read_passage(fields: Fields, name: str) -> Passage | None:
    words, prefix = optional(fields, name), PASSAGES[name]
    if words is None:
        return None
    return Passage(int(one(fields, f"{prefix}start")), int(one(fields, f"{prefix}end")), words)


def needed(fields: Fields, name: str) -> Passage:
    passage = read_passage(fields, name)
    if passage is None:
        raise ValueError(f"no {name}")
    return passage


def who_of(record: Record) -> tuple[str, ...]:
    """Whose words, wish or deed it is."""
    match record:
        case Quote():
            return (record.speaker,)
        case Demand():
            return (record.holder,)
        case Outcome():
            return record.actors


def named_by(record: Record) -> tuple[str, ...]:
    """The keys of all actors that the record names."""
    whom = record.affected if isinstance(record, Outcome) else record.addressees
    return (*who_of(record), *whom)


def with_actors(record: Record, rename: Callable[[str], str]) -> Record:
    """The record with other keys in the place of its actors'."""

    def all_of(keys: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(rename, keys)))

    match record:
        case Quote():
            return replace(record, speaker=rename(record.speaker), addressees=all_of(record.addressees))
        case Demand():
            return replace(record, holder=rename(record.holder), addressees=all_of(record.addressees))
        case Outcome():
            return replace(record, actors=all_of(record.actors), affected=all_of(record.affected))


def with_passages(record: Record, move: Callable[[Passage], Passage]) -> Record:
    """The record with other passages in the place of its own."""
    match record:
        case Quote():
            return replace(record, passage=move(record.passage), source=move(record.source))
        case Demand():
            return replace(record, passage=move(record.passage))
        case Outcome():
            condition = move(record.condition) if record.condition else None
            return replace(record, passage=move(record.passage), condition=condition)
