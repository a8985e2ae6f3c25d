"""How each kind of record is written: as an object of JSON, and as a line of CSV. docs/api.md describes both.

The shapes are promises: a name may be added in a later version, none is renamed, removed or given another meaning
under /api/v1/.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.store.queries.batches import ACTOR, DEMAND, DOCUMENT, OUTCOME, QUOTE, Batch, Kind
from app.store.queries.filters import ActorFilter, DemandFilter, DocumentFilter, Filter, OutcomeFilter, QuoteFilter

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """`write` makes the objects of a batch, their addresses beginning with `site`; `lay` the cells of an object, under
    the names in `header`."""

    kind: Kind
    filter: type[Filter]
    write: Callable[[Batch, str], Iterator[Record]]
    header: tuple[str, ...]
    lay: Callable[[Record], tuple[Any, ...]]


def name_actors(batch: Batch) -> dict[int, Record]:
    return {id: {"key": row.key, "name": row.name} for id, row in batch.actors.items()}


def name_documents(batch: Batch, site: str) -> dict[int, Record]:
    return {
        id: {
            "key": row.key,
            "url": f"{site}/documents/{row.key}",
            "title": row.heading,
            "publisher": row.publisher,
            "published_on": row.published_on,
        }
        for id, row in batch.documents.items()
    }


def many(found: Mapping[int, Sequence[int]], id: int, actors: Mapping[int, Record]) -> list[Record]:
    return [actors[actor] for actor in found.get(id, ())]


def write_quotes(batch: Batch, site: str) -> Iterator[Record]:
    actors, documents, addressees = name_actors(batch), name_documents(batch, site), batch.links["addressees"]
    for row in batch.records:
        yield {
            "key": row.key,
            "url": f"{site}/quotes/{row.key}",
            "kind": row.kind,
            "text": row.text,
            "start": row.start,
            "end": row.end,
            "speaker": actors[row.speaker_id],
            "source": {"text": row.source_text, "start": row.source_start, "end": row.source_end},
            "addressees": many(addressees, row.id, actors),
            "said_on": row.said_on,
            "topics": batch.topics.get(row.id, ()),
            "cue": row.cue,
            "rule": row.rule,
            "state": row.state,
            "document": documents[row.document_id],
        }


def write_demands(batch: Batch, site: str) -> Iterator[Record]:
    actors, documents, addressees = name_actors(batch), name_documents(batch, site), batch.links["addressees"]
    for row in batch.records:
        yield {
            "key": row.key,
            "url": f"{site}/demands/{row.key}",
            "kind": row.kind,
            "text": row.text,
            "start": row.start,
            "end": row.end,
            "holder": actors[row.holder_id],
            "addressees": many(addressees, row.id, actors),
            "topics": batch.topics.get(row.id, ()),
            "cue": row.cue,
            "rule": row.rule,
            "state": row.state,
            "document": documents[row.document_id],
        }


def write_outcomes(batch: Batch, site: str) -> Iterator[Record]:
    actors, documents = name_actors(batch), name_documents(batch, site)
    doers, affected = batch.links["actors"], batch.links["affected"]
    for row in batch.records:
        condition = {"text": row.condition_text, "start": row.condition_start, "end": row.condition_end}
        yield {
            "key": row.key,
            "url": f"{site}/outcomes/{row.key}",
            "status": row.status,
            "text": row.text,
            "start": row.start,
            "end": row.end,
            "actors": many(doers, row.id, actors),
            "affected": many(affected, row.id, actors),
            "condition": None if row.condition_text is None else condition,
            "occurred_on": row.occurred_on,
            "topics": batch.topics.get(row.id, ()),
            "cue": row.cue,
            "rule": row.rule,
            "state": row.state,
            "document": documents[row.document_id],
        }


def write_actors(batch: Batch, site: str) -> Iterator[Record]:
    for row in batch.records:
        yield {
            "key": row.key,
            "url": f"{site}/actors/{row.key}",
            "name": row.name,
            "kind": row.kind,
            "role": row.role or None,
            "side": {"key": row.side_key, "name": row.side_name} if row.side_key else None,
            "wikidata": row.wikidata,
            "counts": {name: getattr(row, name) for name in ACTOR_COUNTS},
        }


def write_documents(batch: Batch, site: str) -> Iterator[Record]:
    for row in batch.records:
        yield {
            "key": row.key,
            "url": f"{site}/documents/{row.key}",
            "title": row.title,
            "publisher": row.publisher,
            "published_on": row.published_on,
            "place": row.place,
            "source_url": row.url,
            "file_name": row.file_name,
            "sha256": row.sha256,
            "parser_version": row.parser_version,
            "body_start": row.body_start,
            "counts": {name: getattr(row, name) for name in DOCUMENT_COUNTS},
        }


def named(actors: Sequence[Record]) -> tuple[str, str]:
    return " ".join(each["key"] for each in actors), "; ".join(each["name"] for each in actors)


def placed(document: Record) -> tuple[Any, ...]:
    return document["key"], document["title"], document["publisher"], document["published_on"]


def lay_quote(record: Record) -> tuple[Any, ...]:
    speaker, source = record["speaker"], record["source"]
    return (
        *(record["key"], record["url"], record["kind"], speaker["key"], speaker["name"], record["text"]),
        *(record["start"], record["end"], source["text"], *named(record["addressees"]), record["said_on"]),
        *(" ".join(record["topics"]), record["cue"], record["rule"], record["state"]),
        *placed(record["document"]),
    )


def lay_demand(record: Record) -> tuple[Any, ...]:
    holder = record["holder"]
    return (
        *(record["key"], record["url"], record["kind"], holder["key"], holder["name"], record["text"]),
        *(record["start"], record["end"], *named(record["addressees"])),
        *(" ".join(record["topics"]), record["cue"], record["rule"], record["state"]),
        *placed(record["document"]),
    )


def lay_outcome(record: Record) -> tuple[Any, ...]:
    condition = record["condition"]
    return (
        *(record["key"], record["url"], record["status"], *named(record["actors"]), *named(record["affected"])),
        *(condition["text"] if condition else None, record["text"], record["start"], record["end"]),
        *(record["occurred_on"], " ".join(record["topics"]), record["cue"], record["rule"], record["state"]),
        *placed(record["document"]),
    )


def lay_actor(record: Record) -> tuple[Any, ...]:
    side = record["side"] or {"key": None, "name": None}
    start = (record["key"], record["url"], record["name"], record["kind"], record["role"])
    return (*start, side["key"], side["name"], record["wikidata"], *record["counts"].values())


def lay_document(record: Record) -> tuple[Any, ...]:
    return (*(value for name, value in record.items() if name != "counts"), *record["counts"].values())


PLACE = ("text", "start", "end")
ASKED = ("addressee_keys", "addressees")
ABOUT = ("topics", "cue", "rule", "state", "document_key", "document", "publisher", "published_on")
QUOTE_CELLS = ("key", "url", "kind", "speaker_key", "speaker", *PLACE, "source", *ASKED, "said_on", *ABOUT)
DEMAND_CELLS = ("key", "url", "kind", "holder_key", "holder", *PLACE, *ASKED, *ABOUT)
DOERS = ("actor_keys", "actors", "affected_keys", "affected")
OUTCOME_CELLS = ("key", "url", "status", *DOERS, "condition", *PLACE, "occurred_on", *ABOUT)
ACTOR_COUNTS, DOCUMENT_COUNTS = ("stated", "asked", "said", "done", "documents"), ("quotes", "demands", "outcomes")
ACTOR_CELLS = ("key", "url", "name", "kind", "role", "side_key", "side", "wikidata", *ACTOR_COUNTS)
ORIGIN = ("title", "publisher", "published_on", "place", "source_url", "file_name")
DOCUMENT_CELLS = ("key", "url", *ORIGIN, "sha256", "parser_version", "body_start", *DOCUMENT_COUNTS)
FORMS = {
    "quotes": Form(QUOTE, QuoteFilter, write_quotes, QUOTE_CELLS, lay_quote),
    "demands": Form(DEMAND, DemandFilter, write_demands, DEMAND_CELLS, lay_demand),
    "outcomes": Form(OUTCOME, OutcomeFilter, write_outcomes, OUTCOME_CELLS, lay_outcome),
    "actors": Form(ACTOR, ActorFilter, write_actors, ACTOR_CELLS, lay_actor),
    "documents": Form(DOCUMENT, DocumentFilter, write_documents, DOCUMENT_CELLS, lay_document),
}
