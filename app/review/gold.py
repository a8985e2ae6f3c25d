"""Reviewed documents as annotated articles: NAME.txt with NAME.json, the form in which the parser is measured."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.contract import find_needed, format_date, format_passage
from app.records import Actor, DemarcheError, Document, Outcome, Parse, Quote, State, Topic
from app.store.database import Store
from app.store.found import fetch_shown
from app.store.targets import fetch_decided_documents

Json = dict[str, Any]


class ExportError(DemarcheError):
    """The folder cannot be written to."""


@dataclass(frozen=True, slots=True)
class GoldReport:
    """How many documents were written, and how many with decisions were left out because records of theirs still wait."""

    written: int
    unfinished: int


def export_gold(store: Store, folder: Path, *, unfinished: bool = False) -> GoldReport:
    """Write each document whose records people have all decided about into the folder, which is made if need be.

    With `unfinished` also those of which some are decided; what nobody has looked at then counts as right. Files of the
    same name are replaced, others left alone. Raises ExportError, and StoreError where SQLite fails.
    """
    written = waiting = 0
    with store.connect() as connection:
        for id_ in fetch_decided_documents(connection):
            parse = fetch_shown(connection, id_)
            if not unfinished and any(record.state is State.FOUND for record in all_records(parse)):
                waiting += 1
                continue
            write_article(folder, parse)
            written += 1
    return GoldReport(written, waiting)


def all_records(parse: Parse) -> Iterator[Any]:
    yield from (*parse.quotes, *parse.demands, *parse.outcomes)


def write_article(folder: Path, parse: Parse) -> None:
    """The text as it is, line ends and all, since offsets count its characters; its records beside it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{parse.document.id}.txt").write_bytes(parse.document.text.encode())
        (folder / f"{parse.document.id}.json").write_text(
            json.dumps(describe_article(parse), ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written ({error.strerror}); name another folder") from error


def describe_article(parse: Parse) -> Json:
    document, names = parse.document, {actor.key: actor.name for actor in parse.actors}
    needed = find_needed(parse)
    return {
        **describe_document(document),
        "actors": [describe_actor(one, names) for one in parse.actors if one.names or one.key in needed],
        "quotes": [describe_quote(one) for one in parse.quotes],
        "demands": [
            {
                **format_passage(one.passage),
                "kind": one.kind.value,
                "holder": one.holder,
                "addressees": list(one.addressees),
                "topic": first_topic(one.topics),
            }
            for one in parse.demands
        ],
        "outcomes": [describe_outcome(one) for one in parse.outcomes],
    }


def describe_document(document: Document) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published_on": format_date(document.published_on),
        "place": document.place,
    }


def describe_actor(actor: Actor, names: dict[str, str]) -> Json:
    return {
        "id": actor.key,
        "name": actor.name,
        "names": list(actor.names or (actor.name,)),
        "kind": actor.kind.value,
        "role": actor.role,
        "side": names[actor.side] if actor.side else "",
    }


def describe_quote(quote: Quote) -> Json:
    return {
        **format_passage(quote.passage),
        "kind": quote.kind.value,
        "speaker": quote.speaker,
        "addressees": list(quote.addressees),
        "said_on": format_date(quote.said_on),
    }


def describe_outcome(outcome: Outcome) -> Json:
    return {
        **format_passage(outcome.passage),
        "status": outcome.status.value,
        "actors": list(outcome.actors),
        "affected": list(outcome.affected),
        "condition": format_passage(outcome.condition) if outcome.condition else None,
        "topic": first_topic(outcome.topics),
    }


def first_topic(topics: tuple[Topic, ...]) -> str:
    return (topics or (Topic.OTHER,))[0].value
