"""Quotes: the list that a filter leaves, and one quote."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from sqlalchemy import Connection, Row

from app.store.queries.columns import (
    actors_of,
    decided,
    to_actors,
    to_date,
    to_document,
    to_excerpt,
    topics_of,
    within_sentences,
)
from app.store.queries.filters import QuoteFilter
from app.store.queries.listing import NEWEST_DOCUMENTS, Family, Statement, chosen_actors, fetch_listing, rows
from app.store.queries.paging import by_time
from app.store.queries.values import ActorLink, DocumentLink, Excerpt, Listing

QUOTES = Family(
    table="quote",
    conditions={
        "q": "quote.id IN (SELECT rowid FROM quote_text WHERE quote_text MATCH :q)",
        "speaker": f"quote.speaker_id IN ({chosen_actors('speaker')})",
        "kind": "quote.kind IN (SELECT value FROM json_each(:kind))",
        "state": "quote.state IN (SELECT value FROM json_each(:state))",
        "topic": "quote.id IN (SELECT quote_id FROM quote_topic WHERE topic IN (SELECT value FROM json_each(:topic)))",
        "document": "quote.document_id IN (SELECT id FROM document WHERE slug IN (SELECT value FROM json_each(:document)))",
        "since": "quote.day >= :since",
        "until": "quote.day <= :until",
    },
    choices={
        "speaker": ("JOIN actor ON actor.id = quote.speaker_id", "actor.key", "actor.name"),
        "kind": ("", "quote.kind", "quote.kind"),
        "state": ("", "quote.state", "quote.state"),
        "topic": ("JOIN quote_topic AS choice ON choice.quote_id = quote.id", "choice.topic", "choice.topic"),
        "document": NEWEST_DOCUMENTS,
    },
    offered={"state": decided("quote")},
    orders={
        "newest": by_time("quote"),
        "oldest": by_time("quote", descends=False),
        "name": (("(SELECT lower(name) FROM actor WHERE actor.id = quote.speaker_id)", False), *by_time("quote")),
    },
    day="quote.day",
    joined="quote",
    tallied="quote",
    links={"topic": ("quote_topic", "topic")},
)


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """A quote as lists and its own page show it. `source` is the words that name the speaker in the text."""

    key: str
    words: str
    kind: str
    speaker: ActorLink
    role: str
    addressees: tuple[ActorLink, ...]
    topics: tuple[str, ...]
    said_on: date | None
    source: str
    cue: str | None
    rule: str
    state: str
    document: DocumentLink
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class QuotePage:
    filter: QuoteFilter
    listing: Listing
    quotes: tuple[QuoteEntry, ...]


def select_quotes(condition: str, **values: Any) -> Statement:
    """The entries of the quotes `r` for which the condition holds."""
    inner = f"""SELECT r.id, r.key, r.document_id, r.start, r."end", r.text, r.kind, r.said_on, r.source_text, r.cue,
        r.rule, r.state,
            min(r.start, r.source_start) AS from_start, max(r."end", r.source_end) AS to_end,
            speaker.key AS speaker_key, speaker.name AS speaker_name, speaker.role,
            {actors_of("quote_addressee", "quote")} AS addressees, {topics_of("quote")} AS topics
        FROM quote AS r JOIN actor AS speaker ON speaker.id = r.speaker_id WHERE {condition}"""
    return Statement(within_sentences(inner, "from_start", "to_end"), values)


def to_quote(row: Row[Any]) -> QuoteEntry:
    return QuoteEntry(
        key=row.key,
        words=row.text,
        kind=row.kind,
        speaker=ActorLink(row.speaker_key, row.speaker_name),
        role=row.role,
        addressees=to_actors(row.addressees),
        topics=tuple(orjson.loads(row.topics)),
        said_on=to_date(row.said_on),
        source=row.source_text,
        cue=row.cue,
        rule=row.rule,
        state=row.state,
        document=to_document(row),
        excerpt=to_excerpt(row),
    )


def fetch_quotes(connection: Connection, filter: QuoteFilter) -> QuotePage:
    """One page of the quotes that the filter leaves, with the counts beside every choice."""
    listing, quotes = fetch_listing(connection, QUOTES, filter, select_by_ids, to_quote)
    return QuotePage(filter, listing, quotes)


def select_by_ids(ids: str) -> Statement:
    return select_quotes("r.id IN (SELECT value FROM json_each(:ids))", ids=ids)


def fetch_quote(connection: Connection, key: str) -> QuoteEntry | None:
    """The quote with this key, or None."""
    found = rows(connection, select_quotes("r.key = :key", key=key))
    return to_quote(found[0]) if found else None
