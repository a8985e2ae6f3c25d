"""The records that the whole house speaks in: plain, frozen values, made of the standard library alone.

A record is an exact slice of a document's text. `Passage.cut` is the only way to make one, so a span and its words
cannot disagree. Offsets count Unicode code points in `Document.text`; `end` is exclusive.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Self


class DemarcheError(Exception):
    """Root of every error that Demarche raises itself; the message says what is wrong, where, and what to do."""


class PassageError(DemarcheError):
    """A span does not lie in the text, is empty, or does not hold the words it should."""


class ActorKind(StrEnum):
    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    GROUP = "group"


class QuoteKind(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class DemandKind(StrEnum):
    DEMAND = "demand"
    GOAL = "goal"
    REFUSAL = "refusal"


class OutcomeStatus(StrEnum):
    PROMISED = "promised"
    THREATENED = "threatened"
    EXPECTED = "expected"
    OCCURRED = "occurred"
    LAPSED = "lapsed"


class Step(StrEnum):
    """What became of an earlier promise, threat or plan: the place of an outcome in its thread."""

    REPEATED = "repeated"
    CARRIED_OUT = "carried-out"
    LAPSED = "lapsed"


class State(StrEnum):
    """What people have decided about a record; the last two keep it out of the lists (see app/decisions)."""

    FOUND = "found"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ADDED = "added"
    REJECTED = "rejected"
    UNPLACED = "unplaced"


class Topic(StrEnum):
    CEASEFIRE = "ceasefire"
    TERRITORY = "territory"
    SECURITY_GUARANTEES = "security-guarantees"
    ALLIANCES = "alliances"
    MILITARY_AID = "military-aid"
    SANCTIONS = "sanctions"
    TRADE = "trade"
    ARMS_CONTROL = "arms-control"
    NEGOTIATIONS = "negotiations"
    MILITARY_ACTION = "military-action"
    HUMANITARIAN = "humanitarian"
    JUSTICE = "justice"
    RECOGNITION = "recognition"
    ELECTIONS = "elections"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a document, verbatim: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """The words from `start` to `end` (code points, `end` exclusive).

        Raises PassageError where that is no stretch of the text, or where it holds nothing but space.
        """
        if not 0 <= start < end <= len(text):
            raise PassageError(f"no words from {start} to {end} in a text of {len(text)} characters")
        words = text[start:end]
        if words.isspace():
            raise PassageError(f"nothing but space from {start} to {end}")
        return cls(start, end, words)

    @classmethod
    def verify(cls, text: str, start: int, end: int, words: str) -> Self:
        """As `cut`, for a passage that was stored or sent: raises PassageError unless the text says `words` there."""
        passage = cls.cut(text, start, end)
        if passage.text != words:
            raise PassageError(f"the text from {start} to {end} reads {passage.text[:60]!r}, not {words[:60]!r}")
        return passage


@dataclass(frozen=True, slots=True)
class Document:
    """A news text as it was read, with what its header lines say; absent where the text does not say it.

    `body_start` is the offset at which the article proper begins: what stands before it (headline, byline, dateline,
    front matter) carries no records.
    """

    id: str
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    place: str | None = None
    url: str | None = None
    file_name: str | None = None
    body_start: int = 0


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can hold a position. `side` is the key of the actor for whom it acts; `role` is "" where none is given."""

    key: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    role: str = ""
    side: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the document names an actor (a name, not a pronoun)."""

    passage: Passage
    actor: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What a source is reported to have said. `source` is the words that name the speaker there (a pronoun too).

    `key`, here and in the other records, is set once people have decided about a record of the document: it then stays
    the same, whatever becomes of the span.
    """

    passage: Passage
    kind: QuoteKind
    speaker: str
    source: Passage
    rule: str
    cue: str | None = None
    addressees: tuple[str, ...] = ()
    said_on: date | None = None
    topics: tuple[Topic, ...] = ()
    key: str = ""
    state: State = State.FOUND


@dataclass(frozen=True, slots=True)
class Demand:
    """What an actor wants, wants of somebody, or will not have."""

    passage: Passage
    kind: DemandKind
    holder: str
    rule: str
    cue: str | None = None
    addressees: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    key: str = ""
    state: State = State.FOUND


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows, may follow or has followed; `actors` do it, `affected` feel it, `condition` is the words of the if.

    Outcomes of one document with the same `question` are branches of it: "if he agrees", "should he balk".
    """

    passage: Passage
    status: OutcomeStatus
    rule: str
    actors: tuple[str, ...] = ()
    affected: tuple[str, ...] = ()
    condition: Passage | None = None
    topics: tuple[Topic, ...] = ()
    occurred_on: date | None = None
    cue: str | None = None
    question: int | None = None
    key: str = ""
    state: State = State.FOUND


Record = Quote | Demand | Outcome


@dataclass(frozen=True, slots=True)
class Parse:
    """All that was found in one document, each kind of record in text order.

    Every actor key that a record, a mention or a side names is the key of one of `actors`. `sentences` are the
    (start, end) of the body's sentences, so that a record can be shown in its sentence and coverage be counted.
    """

    document: Document
    parser_version: str
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    demands: tuple[Demand, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    sentences: tuple[tuple[int, int], ...] = field(default=(), repr=False)


NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """The name in the form that keys and URLs take: `slug("Robert O’Brien") == "robert-obrien"`; "" if nothing is left."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "").replace("'", ""))
    if not plain.isascii():
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return NOT_SLUG.sub("-", plain).strip("-")


def hash_text(text: str) -> str:
    """The SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


LETTERS = "abcdefghijklmnopqrstuvwxyz234567"  # those of base 32, in which five bits are a letter
PAIRS = [first + second for first in LETTERS for second in LETTERS]


def record_key(sha256: str, record: str, start: int, end: int, nth: int = 0) -> str:
    """The public key of a record: ten letters and digits made of its document's hash, its kind of record ("quote", "demand",
    "outcome") and its span, so that a permalink survives a re-parse that finds the record again. `nth` tells apart several
    records of one kind with one span (one thing wanted by two holders), counted from 0 in text order.
    """
    digest = hashlib.sha256(f"{sha256}:{record}:{start}:{end}:{nth}".encode()).digest()
    number = int.from_bytes(digest[:7])  # 56 bits, of which the last six are not needed
    first, second, third = PAIRS[number >> 46], PAIRS[number >> 36 & 1023], PAIRS[number >> 26 & 1023]
    return f"{first}{second}{third}{PAIRS[number >> 16 & 1023]}{PAIRS[number >> 6 & 1023]}"


def record_keys(sha256: str, record: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The keys of a document's records of one kind, whose spans are given in text order."""
    seen: dict[tuple[int, int], int] = {}
    keys = []
    for span in spans:
        nth = seen[span] = seen.get(span, -1) + 1
        keys.append(record_key(sha256, record, *span, nth))
    return keys
