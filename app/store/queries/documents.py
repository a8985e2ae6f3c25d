"""Documents: the list, and one article with everything that was found in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from app.store.queries.columns import DOCUMENT, actors_of, to_actors, to_document
from app.store.queries.filters import DocumentFilter
from app.store.queries.listing import Statement, bound, fetch_names, rows, unknown_keys
from app.store.queries.values import ActorLink, Choice, Choices, DocumentLink, Listing

PAGE_LENGTH = 40
CONDITIONS = {
    "q": "document.id IN (SELECT rowid FROM document_text WHERE document_text MATCH :q)",
    "actor": """document.id IN (SELECT document_id FROM document_actor JOIN actor ON actor.id = document_actor.actor_id
        WHERE actor.key IN (SELECT value FROM json_each(:actor)))""",
}


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    document: DocumentLink
    place: str | None
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


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its records in text order; `unused` are those of its `sentences` that no record has words in."""

    document: DocumentLink
    titled: bool
    place: str | None
    url: str | None
    file_name: str | None
    sha256: str
    parser_version: str
    text: str
    body_start: int
    sentences: int
    unused: tuple[tuple[int, int], ...]
    records: tuple[Found, ...]


def where(values: dict[str, Any]) -> str:
    return " AND ".join(CONDITIONS[name] for name in values if name in CONDITIONS) or "TRUE"


def select_documents(filter: DocumentFilter) -> Statement:
    """One page of documents and one more, newest first, from behind the document whose slug is `after`."""
    values = bound(filter)
    last = "(SELECT coalesce(d.published_on, ''), d.id FROM document AS d WHERE d.slug = :after)"
    behind = f"AND (coalesce(document.published_on, ''), document.id) < {last}" if "after" in values else ""
    sql = f"""SELECT {DOCUMENT}, document.place,
            (SELECT count(*) FROM quote AS r WHERE r.document_id = document.id) AS quotes,
            (SELECT count(*) FROM demand AS r WHERE r.document_id = document.id) AS demands,
            (SELECT count(*) FROM outcome AS r WHERE r.document_id = document.id) AS outcomes
        FROM document WHERE {where(values)} {behind}
        ORDER BY coalesce(document.published_on, '') DESC, document.id DESC LIMIT {PAGE_LENGTH + 1}"""
    return Statement(sql, values)


def to_entry(row: Row[Any]) -> DocumentEntry:
    return DocumentEntry(to_document(row), row.place, row.quotes, row.demands, row.outcomes)


def fetch_documents(connection: Connection, filter: DocumentFilter) -> DocumentPage:
    """One page of the documents that the filter leaves."""
    values = bound(filter)
    total = rows(connection, Statement(f"SELECT count(*) AS number FROM document WHERE {where(values)}", values))[
        0
    ].number
    found = [to_entry(row) for row in rows(connection, select_documents(filter))]
    shown = tuple(found[:PAGE_LENGTH])
    names = fetch_names(connection, filter)
    more = shown[-1].document.slug if len(found) > PAGE_LENGTH else None
    choices = (fetch_actor_choices(connection, filter),)
    return DocumentPage(filter, Listing(total, choices, names, unknown_keys(filter, names), more), shown)


def fetch_actor_choices(connection: Connection, filter: DocumentFilter) -> Choices:
    values = bound(filter, without="actor")
    sql = f"""SELECT actor.key, actor.name, count(*) AS number FROM document JOIN document_actor AS d ON
        d.document_id = document.id
        JOIN actor ON actor.id = d.actor_id WHERE {where(values)} GROUP BY actor.id
        ORDER BY number DESC, actor.name LIMIT 12"""
    found = rows(connection, Statement(sql, values))
    return Choices("actor", tuple(Choice(row.key, row.name, row.number, row.key in filter.actor) for row in found))


RECORDS = f"""
    SELECT r.key, 'quote' AS record, r.kind, r.start, r."end", r.text, json_array(json_array(actor.key, actor.name))
    AS who,
        {actors_of("quote_addressee", "quote")} AS whom, NULL AS condition, r.rule
    FROM quote AS r JOIN actor ON actor.id = r.speaker_id WHERE r.document_id = :id
    UNION ALL SELECT r.key, 'demand', r.kind, r.start, r."end", r.text, json_array(json_array(actor.key, actor.name)),
        {actors_of("demand_addressee", "demand")}, NULL, r.rule
    FROM demand AS r JOIN actor ON actor.id = r.holder_id WHERE r.document_id = :id
    UNION ALL SELECT r.key, 'outcome', r.status, r.start, r."end", r.text, {actors_of("outcome_actor", "outcome")},
        {actors_of("outcome_affected", "outcome")}, r.condition_text, r.rule
    FROM outcome AS r WHERE r.document_id = :id
    ORDER BY 4, 5 DESC, 2, 1"""
SENTENCES = 'SELECT start, "end" FROM sentence WHERE document_id = :id ORDER BY nth'


def select_document(slug: str) -> Statement:
    sql = f"""SELECT document.id, {DOCUMENT}, document.title IS NOT NULL AS titled, document.place, document.url,
        document.file_name, document.sha256, document.parser_version, document.text, document.body_start
        FROM document WHERE document.slug = :slug"""
    return Statement(sql, {"slug": slug})


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
    )


def fetch_reading(connection: Connection, slug: str) -> Reading | None:
    """The article with this slug and all its records, or None."""
    found = rows(connection, select_document(slug))
    if not found:
        return None
    row = found[0]
    sentences = [(each.start, each.end) for each in rows(connection, Statement(SENTENCES, {"id": row.id}))]
    records = tuple(to_found(each) for each in rows(connection, Statement(RECORDS, {"id": row.id})))
    return Reading(
        document=to_document(row),
        titled=bool(row.titled),
        place=row.place,
        url=row.url,
        file_name=row.file_name,
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
