"""Documents: the list, and one article with everything that was found in it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from app.store.ids import DOCUMENTS as IDS_OF_A_DAY
from app.store.ids import of_days
from app.store.queries.columns import DOCUMENT, actors_of, to_actors, to_document
from app.store.queries.filters import DocumentFilter
from app.store.queries.listing import Family, Statement, chosen_actors, fetch_listing, rows
from app.store.queries.paging import by_time
from app.store.queries.values import ActorLink, DocumentLink, Listing

PUBLISHED = "document.published_on"
COUNT = "(SELECT count(*) FROM {} AS r WHERE r.document_id = document.id)"
RECORDS_IN = " + ".join(COUNT.format(record) for record in ("quote", "demand", "outcome"))
DOCUMENTS = Family(
    table="document",
    joined="document",
    key="slug",
    length=40,
    conditions={
        "q": "document.id IN (SELECT rowid FROM document_text WHERE document_text MATCH :q)",
        "actor": f"""document.id IN (SELECT document_id FROM document_actor
            WHERE actor_id IN ({chosen_actors("actor")}))""",
        "publisher": "document.publisher IN (SELECT value FROM json_each(:publisher))",
        **of_days("document.id", IDS_OF_A_DAY),
    },
    choices={
        "actor": (
            "JOIN document_actor AS d ON d.document_id = document.id JOIN actor ON actor.id = d.actor_id",
            "actor.key",
            "actor.name",
        ),
        "publisher": ("", "document.publisher", "document.publisher"),
    },
    orders={
        "newest": by_time("document"),
        "oldest": by_time("document", descends=False),
        "title": (
            ("(document.title IS NULL)", False),
            ("lower(coalesce(document.title, ''))", False),
            ("document.id", True),
        ),
        "records": ((RECORDS_IN, True), ("document.id", True)),
    },
    day=PUBLISHED,
    dated=IDS_OF_A_DAY,
    tallied="document",
    links={"actor": ("document_actor", "actor_id")},
)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    document: DocumentLink
    quotes: int
    demands: int
    outcomes: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    filter: DocumentFilter
    listing: Listing
    documents: tuple[DocumentEntry, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A record in an article: `record` is quote, demand or outcome, `kind` its kind or status; `who` says, wants or
    does it."""

    key: str
    record: str
    kind: str
    start: int
    end: int
    words: str
    who: tuple[ActorLink, ...]
    whom: tuple[ActorLink, ...]
    condition: str | None
    rule: str
    state: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its records in text order; `unused` are those of its `sentences` that no record has words in;
    `original` tells whether the file that it was uploaded in is kept."""

    document: DocumentLink
    url: str | None
    file_name: str | None
    original: bool
    sha256: str
    parser_version: str
    text: str
    body_start: int
    sentences: int
    unused: tuple[tuple[int, int], ...]
    records: tuple[Found, ...]


def select_by_ids(ids: str) -> Statement:
    sql = f"""SELECT document.id, document.slug AS key, {DOCUMENT}, {COUNT.format("quote")} AS quotes,
            {COUNT.format("demand")} AS demands, {COUNT.format("outcome")} AS outcomes
        FROM document WHERE document.id IN (SELECT value FROM json_each(:ids))"""
    return Statement(sql, {"ids": ids})


def to_entry(row: Row[Any]) -> DocumentEntry:
    return DocumentEntry(to_document(row), row.quotes, row.demands, row.outcomes)


def fetch_document_link(connection: Connection, slug: str) -> DocumentLink | None:
    """The document with this slug as a link shows it, or None."""
    found = rows(connection, Statement(f"SELECT {DOCUMENT} FROM document WHERE slug = :slug", {"slug": slug}))
    return to_document(found[0]) if found else None


def fetch_documents(connection: Connection, filter: DocumentFilter) -> DocumentPage:
    """One page of the documents that the filter leaves."""
    listing, documents = fetch_listing(connection, DOCUMENTS, filter, select_by_ids, to_entry)
    return DocumentPage(filter, listing, documents)


def fetch_newest(connection: Connection, most: int) -> tuple[DocumentEntry, ...]:
    """The newest documents of all."""
    ids = [row.id for row in rows(connection, Statement(f"SELECT id FROM document ORDER BY id DESC LIMIT {most}", {}))]
    found = {row.id: to_entry(row) for row in rows(connection, select_by_ids(json.dumps(ids)))}
    return tuple(found[id_] for id_ in ids)


RECORDS = f"""
    SELECT r.key, 'quote' AS record, r.kind, r.start, r."end", r.text, json_array(json_array(actor.key, actor.name))
    AS who,
        {actors_of("quote_addressee", "quote")} AS whom, NULL AS condition, r.rule, r.state
    FROM quote AS r JOIN actor ON actor.id = r.speaker_id WHERE r.document_id = :id AND {{within}}
    UNION ALL SELECT r.key, 'demand', r.kind, r.start, r."end", r.text, json_array(json_array(actor.key, actor.name)),
        {actors_of("demand_addressee", "demand")}, NULL, r.rule, r.state
    FROM demand AS r JOIN actor ON actor.id = r.holder_id WHERE r.document_id = :id AND {{within}}
    UNION ALL SELECT r.key, 'outcome', r.status, r.start, r."end", r.text, {actors_of("outcome_actor", "outcome")},
        {actors_of("outcome_affected", "outcome")}, r.condition_text, r.rule, r.state
    FROM outcome AS r WHERE r.document_id = :id AND {{within}}
    ORDER BY 4, 5 DESC, 2, 1"""
SENTENCES = 'SELECT start, "end" FROM sentence WHERE document_id = :id ORDER BY start'


def select_document(slug: str) -> Statement:
    sql = f"""SELECT document.id, {DOCUMENT}, document.url, document.file_name,
        EXISTS (SELECT 1 FROM addition JOIN original ON addition_id = addition.id
            WHERE document_sha256 = document.sha256) AS original,
        document.sha256, document.parser_version, document.text, document.body_start
        FROM document WHERE document.slug = :slug"""
    return Statement(sql, {"slug": slug})


def select_records(document: int) -> Statement:
    """All records of the document with this id, in text order, the longer before the shorter."""
    return Statement(RECORDS.format(within="TRUE"), {"id": document})


def select_overlapping(document: int, start: int, end: int) -> Statement:
    """Those of them that have words in [start, end)."""
    within = 'r.start < :end AND r."end" > :start'
    return Statement(RECORDS.format(within=within), {"id": document, "start": start, "end": end})


def to_found(row: Row[Any]) -> Found:
    return Found(
        key=row.key,
        record=row.record,
        kind=row.kind,
        start=row.start,
        end=row.end,
        words=row.text,
        who=to_actors(row.who),
        whom=to_actors(row.whom),
        condition=row.condition,
        rule=row.rule,
        state=row.state,
    )


def fetch_reading(connection: Connection, slug: str) -> Reading | None:
    """The article with this slug and all its records, or None."""
    found = rows(connection, select_document(slug))
    if not found:
        return None
    row = found[0]
    sentences = [(each.start, each.end) for each in rows(connection, Statement(SENTENCES, {"id": row.id}))]
    records = tuple(to_found(each) for each in rows(connection, select_records(row.id)))
    return Reading(
        document=to_document(row),
        url=row.url,
        file_name=row.file_name,
        original=bool(row.original),
        sha256=row.sha256,
        parser_version=row.parser_version,
        text=row.text,
        body_start=row.body_start,
        sentences=len(sentences),
        unused=tuple(find_unused(sentences, [(each.start, each.end) for each in records])),
        records=records,
    )


def find_unused(sentences: Iterable[tuple[int, int]], records: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences that share no character with any record; both in order of their starts. One walk through both."""
    passed, reach = 0, 0
    for start, end in sentences:
        while passed < len(records) and records[passed][0] < end:
            reach = max(reach, records[passed][1])
            passed += 1
        if reach <= start:
            yield start, end
