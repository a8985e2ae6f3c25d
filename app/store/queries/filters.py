# ruff: noqa: RUF009 -- `several` and `single` make dataclass fields, they are no defaults
"""The filter of each page: which parameters its URL takes, in their canonical order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.decisions.events import Action
from app.records import ActorKind, DemandKind, OutcomeStatus, QuoteKind, State, Topic
from app.store.queries.parameters import (
    Filter,
    Misread,
    NotUnderstoodError,
    one_of,
    read_date,
    read_key,
    read_order,
    read_switch,
    read_words,
    several,
    single,
)

__all__ = ["Filter", "Misread", "one_of", "read_date", "read_key", "read_switch", "read_words", "several", "single"]

read_listed = one_of((State.FOUND, State.ACCEPTED, State.CORRECTED, State.ADDED))


def read_state(value: str) -> str:
    """A state that a record of a list can have."""
    if value in (State.REJECTED, State.UNPLACED):
        raise NotUnderstoodError("is in no list: the page Review (/review) shows these records")
    return read_listed(value)


@dataclass(frozen=True, slots=True)
class ActorFilter(Filter):
    q: str = single(read_words, "")
    kind: tuple[ActorKind, ...] = several(one_of(ActorKind))
    side: tuple[str, ...] = several(read_key)
    more: tuple[str, ...] = several(one_of(["side"]))
    sort: str = single(read_order("weight", "name", "documents"), "")
    after: str = single(read_key, "")
    before: str = single(read_key, "")


@dataclass(frozen=True, slots=True)
class QuoteFilter(Filter):
    q: str = single(read_words, "")
    speaker: tuple[str, ...] = several(read_key)
    kind: tuple[QuoteKind, ...] = several(one_of(QuoteKind))
    state: tuple[State, ...] = several(read_state)
    topic: tuple[Topic, ...] = several(one_of(Topic))
    document: tuple[str, ...] = several(read_key)
    since: date | None = single(read_date, None, "from")
    until: date | None = single(read_date, None, "to")
    more: tuple[str, ...] = several(one_of(["speaker", "topic", "document", "counts"]))
    sort: str = single(read_order("newest", "oldest", "name"), "")
    after: str = single(read_key, "")
    before: str = single(read_key, "")


@dataclass(frozen=True, slots=True)
class DemandFilter(Filter):
    q: str = single(read_words, "")
    holder: tuple[str, ...] = several(read_key)
    addressee: tuple[str, ...] = several(read_key)
    kind: tuple[DemandKind, ...] = several(one_of(DemandKind))
    state: tuple[State, ...] = several(read_state)
    topic: tuple[Topic, ...] = several(one_of(Topic))
    document: tuple[str, ...] = several(read_key)
    since: date | None = single(read_date, None, "from")
    until: date | None = single(read_date, None, "to")
    more: tuple[str, ...] = several(one_of(["holder", "addressee", "topic", "document", "counts"]))
    sort: str = single(read_order("newest", "oldest", "name"), "")
    after: str = single(read_key, "")
    before: str = single(read_key, "")


@dataclass(frozen=True, slots=True)
class OutcomeFilter(Filter):
    q: str = single(read_words, "")
    status: tuple[OutcomeStatus, ...] = several(one_of(OutcomeStatus))
    state: tuple[State, ...] = several(read_state)
    actor: tuple[str, ...] = several(read_key)
    affected: tuple[str, ...] = several(read_key)
    topic: tuple[Topic, ...] = several(one_of(Topic))
    document: tuple[str, ...] = several(read_key)
    view: str = single(one_of(["conditions", "ledger"]), "")
    since: date | None = single(read_date, None, "from")
    until: date | None = single(read_date, None, "to")
    more: tuple[str, ...] = several(one_of(["actor", "affected", "topic", "document", "counts"]))
    sort: str = single(read_order("newest", "oldest", "date", "name", "status"), "")
    after: str = single(read_key, "")
    before: str = single(read_key, "")


@dataclass(frozen=True, slots=True)
class CompareFilter(Filter):
    actor: tuple[str, ...] = several(read_key, most=5)
    kind: tuple[DemandKind, ...] = several(one_of(DemandKind))
    topic: tuple[Topic, ...] = several(one_of(Topic))
    document: tuple[str, ...] = several(read_key)
    governments: bool = single(read_switch, False)


@dataclass(frozen=True, slots=True)
class DocumentFilter(Filter):
    q: str = single(read_words, "")
    actor: tuple[str, ...] = several(read_key)
    publisher: tuple[str, ...] = several(read_words)
    since: date | None = single(read_date, None, "from")
    until: date | None = single(read_date, None, "to")
    more: tuple[str, ...] = several(one_of(["actor", "publisher", "counts"]))
    sort: str = single(read_order("newest", "oldest", "title", "records"), "")
    after: str = single(read_key, "")
    before: str = single(read_key, "")


RECORD_KINDS = ("quote", "demand", "outcome")


@dataclass(frozen=True, slots=True)
class ReadingFilter(Filter):
    """What is marked in an article: records of these kinds (all where none is named) of these actors (all likewise).

    `unused` marks the sentences without any record, too; `record` is lit up. `added` tells a person who has just given the
    article that it is `new` here, or that its text was `known` already.
    """

    kind: tuple[str, ...] = several(one_of(RECORD_KINDS))
    actor: tuple[str, ...] = several(read_key)
    unused: bool = single(read_switch, False)
    record: str = single(read_key, "")
    added: str = single(one_of(("new", "known")), "")

    def settled(self) -> ReadingFilter:
        """The same choice in one form: all kinds are no choice of a kind, and what was new is so once."""
        return replace(self, added="", kind=() if set(self.kind) == set(RECORD_KINDS) else self.kind)


@dataclass(frozen=True, slots=True)
class SearchFilter(Filter):
    q: str = single(read_words, "")


@dataclass(frozen=True, slots=True)
class HistoryFilter(Filter):
    editor: tuple[str, ...] = several(read_words)
    action: tuple[Action, ...] = several(one_of(Action))
    record: tuple[str, ...] = several(one_of((*RECORD_KINDS, "actor", "document")))
    document: tuple[str, ...] = several(read_key)
    since: date | None = single(read_date, None, "from")
    until: date | None = single(read_date, None, "to")
    more: tuple[str, ...] = several(one_of(["editor", "document"]))
    sort: str = single(read_order("newest", "oldest"), "")
    after: str = single(read_key, "")
    before: str = single(read_key, "")


@dataclass(frozen=True, slots=True)
class ReviewFilter(Filter):
    """What is reviewed: one document, or all; from behind the record whose key is `after`."""

    document: str = single(read_key, "")
    after: str = single(read_key, "")
