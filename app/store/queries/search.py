"""Everything in which some words occur: actors by name, records and documents by full text."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Row

from app.store.queries.columns import DOCUMENT, called, count_of, to_document
from app.store.queries.demands import DemandEntry, select_demands, to_demand
from app.store.queries.filters import SearchFilter
from app.store.queries.listing import Statement, full_text, rows
from app.store.queries.outcomes import OutcomeEntry, select_outcomes, to_outcome
from app.store.queries.quotes import QuoteEntry, select_quotes, to_quote
from app.store.queries.values import ActorLink, DocumentLink

MOST_SHOWN = 6
RECORD_TOKENS = 48  # FTS5 cuts no shorter record than this
Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Entry]):
    """What was found, with the words around its first hits; each hit lies between the characters U+0002 and U+0003."""

    found: Entry
    snippet: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    filter: SearchFilter
    searched: bool
    actors: tuple[ActorLink, ...]
    quotes: tuple[Hit[QuoteEntry], ...]
    demands: tuple[Hit[DemandEntry], ...]
    outcomes: tuple[Hit[OutcomeEntry], ...]
    documents: tuple[Hit[DocumentLink], ...]
    totals: dict[str, int]

    @property
    def total(self) -> int:
        return sum(self.totals.values())


def select_actors(words: str) -> Statement:
    sql = f"""SELECT actor.key, actor.name, count(*) OVER () AS total FROM actor WHERE actor.id IN ({called("words")})
        ORDER BY {count_of("demand", "holder")} DESC, actor.name LIMIT {MOST_SHOWN * 4}"""
    return Statement(sql, {"words": words})


def select_total(record: str, query: str) -> Statement:
    return Statement(f"SELECT count(*) AS total FROM {record}_text WHERE {record}_text MATCH :query", {"query": query})


def select_hits(record: str, query: str) -> Statement:
    """Ids of the newest hits with their words: in rowid order, for ranking would read every hit."""
    sql = f"""SELECT rowid, snippet({record}_text, 0, char(2), char(3), '…', {RECORD_TOKENS}) AS snippet
        FROM {record}_text WHERE {record}_text MATCH :query ORDER BY rowid DESC LIMIT {MOST_SHOWN}"""
    return Statement(sql, {"query": query})


def select_documents(query: str) -> Statement:
    sql = f"""SELECT {DOCUMENT}, hit.snippet FROM (SELECT rowid, snippet(document_text, 1, char(2), char(3), '…', 28)
        AS snippet
            FROM document_text WHERE document_text MATCH :query ORDER BY rowid DESC LIMIT {MOST_SHOWN}) AS hit
        JOIN document ON document.id = hit.rowid ORDER BY document.id DESC"""
    return Statement(sql, {"query": query})


def fetch_records(
    connection: Connection,
    record: str,
    query: str,
    select: Callable[..., Statement],
    convert: Callable[[Row[Any]], Entry],
) -> tuple[Hit[Entry], ...]:
    hits = {row.rowid: row.snippet for row in rows(connection, select_hits(record, query))}
    found = {
        row.id: row
        for row in rows(connection, select("r.id IN (SELECT value FROM json_each(:ids))", ids=json.dumps(list(hits))))
    }
    return tuple(Hit(convert(found[id]), snippet) for id, snippet in hits.items() if id in found)


def fetch_search(connection: Connection, filter: SearchFilter) -> SearchPage:
    """The newest hits of every kind; nothing where there is no letter or digit to look for."""
    query = full_text(filter.q)
    if not query:
        return SearchPage(filter, False, (), (), (), (), (), {})
    actors = rows(connection, select_actors(filter.q.strip('"“”* ')))
    totals = {
        record: rows(connection, select_total(record, query))[0].total
        for record in ("quote", "demand", "outcome", "document")
    }
    return SearchPage(
        filter=filter,
        searched=True,
        actors=tuple(ActorLink(row.key, row.name) for row in actors),
        quotes=fetch_records(connection, "quote", query, select_quotes, to_quote),
        demands=fetch_records(connection, "demand", query, select_demands, to_demand),
        outcomes=fetch_records(connection, "outcome", query, select_outcomes, to_outcome),
        documents=tuple(Hit(to_document(row), row.snippet) for row in rows(connection, select_documents(query))),
        totals={"actor": actors[0].total if actors else 0, **totals},
    )
