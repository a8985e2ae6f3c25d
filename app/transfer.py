"""A parse on its way to a store elsewhere: the contract's line, with the text and all else that a store holds.

`parse --with-text` writes such lines and `ingest FILE.jsonl` reads them. Every key of the contract keeps its place and
meaning; what is added follows after. The types below are both the description of a line and what checks one.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from app.contract import Json, LineError, format_actor, format_parse
from app.records import (
    Actor,
    ActorKind,
    Demand,
    DemandKind,
    Document,
    Mention,
    Outcome,
    OutcomeStatus,
    Parse,
    Passage,
    Quote,
    QuoteKind,
    Topic,
)

STRICT = ConfigDict(strict=True)
# Written by `format_whole_line` before the first text: within a string of JSON every quotation mark has a backslash
# before it, so these bytes cannot come from a title.
STAMP = re.compile(rb'"sha256": "([0-9a-f]{64})", "parser_version": "([^"\\]*)"')
DAY = re.compile(rb'"published_on": "(\d{4})-(\d\d)-(\d\d)"')  # likewise


class PassageLine(TypedDict):
    __pydantic_config__ = STRICT  # type: ignore[misc]
    start: int
    end: int
    text: str


class DocumentLine(TypedDict):
    __pydantic_config__ = STRICT  # type: ignore[misc]
    id: str
    title: str | None
    publisher: str | None
    published_on: date | None
    place: str | None
    sha256: str
    parser_version: str
    url: str | None
    file_name: str | None
    body_start: int
    text: str


class ActorLine(TypedDict):
    __pydantic_config__ = STRICT  # type: ignore[misc]
    key: str
    name: str
    names: list[str]
    kind: ActorKind
    role: str | None
    wikidata: str | None
    side_key: str | None


class QuoteLine(PassageLine):
    kind: QuoteKind
    speaker: str
    speaker_start: int
    speaker_end: int
    cue: str | None
    addressees: list[str]
    said_on: date | None
    speaker_text: str
    topics: list[Topic]
    rule: str


class DemandLine(PassageLine):
    kind: DemandKind
    holder: str
    addressees: list[str]
    topics: list[Topic]
    cue: str | None
    rule: str


class OutcomeLine(PassageLine):
    status: OutcomeStatus
    actors: list[str]
    affected: list[str]
    condition: PassageLine | None
    topics: list[Topic]
    occurred_on: date | None
    cue: str | None
    question: int | None
    rule: str


class MentionLine(PassageLine):
    actor: str


class Line(TypedDict):
    __pydantic_config__ = STRICT  # type: ignore[misc]
    document: DocumentLine
    actors: list[ActorLine]
    quotes: list[QuoteLine]
    demands: list[DemandLine]
    outcomes: list[OutcomeLine]
    sides: list[ActorLine]
    mentions: list[MentionLine]
    sentences: list[tuple[int, int]]


LINE = TypeAdapter(Line)


def format_whole_line(parse: Parse) -> str:
    """The parse as one line of JSON in ASCII, without its line end; `read_whole_line` gives the same parse back."""
    return json.dumps(format_whole_parse(parse), ensure_ascii=True, allow_nan=False)


def format_whole_parse(parse: Parse) -> Json:
    """As `contract.format_parse`, and more. `sides` are the actors that are nothing but somebody's side in this text."""
    document, line = parse.document, format_parse(parse)
    line["document"] |= {
        "parser_version": parse.parser_version,
        "url": document.url,
        "file_name": document.file_name,
        "body_start": document.body_start,
        "text": document.text,
    }
    listed = {actor["key"] for actor in line["actors"]}
    side_keys = {actor.key: actor.side for actor in parse.actors}
    line["sides"] = [format_actor(actor, {}) for actor in without_side(parse.actors) if actor.key not in listed]
    for actor in (*line["actors"], *line["sides"]):
        actor["side_key"] = side_keys[actor["key"]]
    for added, quote in zip(line["quotes"], parse.quotes, strict=True):
        added |= {"speaker_text": quote.source.text, "topics": values(quote.topics), "rule": quote.rule}
    for added, demand in zip(line["demands"], parse.demands, strict=True):
        added |= {"rule": demand.rule}
    for added, outcome in zip(line["outcomes"], parse.outcomes, strict=True):
        added |= {"cue": outcome.cue, "question": outcome.question, "rule": outcome.rule}
    line["mentions"] = [
        {"start": one.passage.start, "end": one.passage.end, "text": one.passage.text, "actor": one.actor}
        for one in parse.mentions
    ]
    line["sentences"] = [list(span) for span in parse.sentences]
    return line


def without_side(actors: Iterable[Actor]) -> Iterable[Actor]:
    return (Actor(one.key, one.name, one.kind, one.names, one.role, None, one.wikidata) for one in actors)


def values(topics: Iterable[Topic]) -> list[str]:
    return [topic.value for topic in topics]


class Stamp(NamedTuple):
    sha256: str
    parser_version: str


def read_stamp(line: bytes) -> Stamp | None:
    """The hash and the parser's version that the line gives, without reading it all; None where it gives none."""
    found = STAMP.search(line)
    return Stamp(found[1].decode("ascii"), found[2].decode("utf-8", "replace")) if found else None


def read_day(line: bytes) -> int:
    """The document's day as a number that grows with it, without reading the line all; 0 where the line gives none."""
    found = DAY.search(line)
    return int(b"".join(found.groups())) if found else 0


def read_whole_line(line: bytes) -> Parse:
    """The parse of one line, its form checked, its words not yet compared with the text: `store.verify` does that.

    Raises LineError, which does not know the line's number.
    """
    try:
        read = LINE.validate_json(line)
    except ValidationError as error:
        raise LineError(describe(error)) from error
    return Parse(
        read_document(read["document"]),
        read["document"]["parser_version"],
        tuple(map(read_actor, (*read["actors"], *read["sides"]))),
        tuple(Mention(read_passage(one), one["actor"]) for one in read["mentions"]),
        tuple(map(read_quote, read["quotes"])),
        tuple(map(read_demand, read["demands"])),
        tuple(map(read_outcome, read["outcomes"])),
        tuple(read["sentences"]),
    )


def describe(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    if not place:
        return f"is not a parse written by `parse --with-text` ({first['msg']})"
    hint = "; write the file with `parse --with-text`" if first["type"] == "missing" else ""
    return f"has a wrong {place} ({first['msg']}{hint})"


def read_document(line: DocumentLine) -> Document:
    return Document(
        line["id"],
        line["text"],
        line["sha256"],
        line["title"],
        line["publisher"],
        line["published_on"],
        line["place"],
        line["url"],
        line["file_name"],
        line["body_start"],
    )


def read_actor(line: ActorLine) -> Actor:
    names, role = tuple(line["names"]), line["role"] or ""
    return Actor(line["key"], line["name"], line["kind"], names, role, line["side_key"], line["wikidata"])


def read_passage(line: PassageLine) -> Passage:
    return Passage(line["start"], line["end"], line["text"])


def read_quote(line: QuoteLine) -> Quote:
    return Quote(
        read_passage(line),
        line["kind"],
        line["speaker"],
        Passage(line["speaker_start"], line["speaker_end"], line["speaker_text"]),
        line["rule"],
        line["cue"],
        tuple(line["addressees"]),
        line["said_on"],
        tuple(line["topics"]),
    )


def read_demand(line: DemandLine) -> Demand:
    return Demand(
        read_passage(line),
        line["kind"],
        line["holder"],
        line["rule"],
        line["cue"],
        tuple(line["addressees"]),
        tuple(line["topics"]),
    )


def read_outcome(line: OutcomeLine) -> Outcome:
    condition = line["condition"]
    return Outcome(
        read_passage(line),
        line["status"],
        line["rule"],
        tuple(line["actors"]),
        tuple(line["affected"]),
        read_passage(condition) if condition else None,
        tuple(line["topics"]),
        line["occurred_on"],
        line["cue"],
        line["question"],
    )
