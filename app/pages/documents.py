"""/documents and /documents/{slug}: the articles, and one of them with its records marked."""

import re
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.editing import editor_of
from app.pages.errors import MissingError
from app.pages.lists import ListView, render_list
from app.pages.marking import Mark, Stretch
from app.pages.render import render
from app.pages.rules import Rule, explain_rule
from app.pages.wanted import Store, ask
from app.pages.wording import label
from app.store.queries import Connection
from app.store.queries.documents import Found, Reading, fetch_documents, fetch_reading
from app.store.queries.filters import DocumentFilter, ReadingFilter
from app.store.queries.history import fetch_newest_events
from app.store.queries.review import SetAside, fetch_set_aside
from app.store.queries.values import ActorLink, Choice

router = APIRouter(route_class=Page)
VIEW = ListView("documents", "article", "articles", "Articles")
PARAGRAPH = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the article from offset `start`, with the marks in it.

    `lead` is what of the line stands before the article proper (headline, dateline).
    """

    lead: str
    start: int
    text: str
    marks: tuple[Mark | Stretch, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """The article as it lies open: its lines, the list beside them, the rules that found what is listed, and the
    choices with their counts: records of each kind of the chosen actors, of each actor of the chosen kinds."""

    paragraphs: tuple[Paragraph, ...]
    listed: tuple[tuple[Mark, Found], ...]
    rules: Mapping[str, Rule]
    counts: Mapping[str, int]
    actors: tuple[Choice, ...]


@router.get("/documents")
def index(request: Request, connection: Store) -> Response:
    asked = ask(DocumentFilter, request)
    return render_list(request, VIEW, fetch_documents(connection, asked.filter), asked)


@router.get("/documents/{slug}")
def show(request: Request, connection: Store, slug: str) -> Response:
    asked = ask(ReadingFilter, request)
    filter = asked.filter.settled()
    reading = fetch_reading(connection, slug)
    if reading is None:
        raise MissingError("The store has no article with this name.")
    return render(
        request,
        "documents/show.html",
        reading,
        status=asked.status(),
        fragment="documents/_reading.html",
        pushed=f"/documents/{slug}{filter.query}",
        canonical=f"/documents/{slug}",
        filter=filter,
        misread=asked.misread,
        added=asked.filter.added,
        kinds=count_kinds(reading.records),
        spread=lay_spread(reading, filter),
        aside=find_aside(connection, reading, filter.record),
        newest=fetch_newest_events(connection, slug) if editor_of(request) else {},
        back=f"/documents/{slug}{replace(filter, record='').query}",
    )


def find_aside(connection: Connection, reading: Reading, key: str) -> SetAside | None:
    """What became of the record that the address lights up, where the article does not show it any more."""
    if not key or any(found.key == key for found in reading.records):
        return None
    return fetch_set_aside(connection, key)


def lay_spread(reading: Reading, filter: ReadingFilter) -> Spread:
    shown = choose_records(reading, filter)
    marks = [to_mark(number, found, filter.record) for number, found in enumerate(shown, 1)]
    unused = [Stretch(*span, "unused") for span in reading.unused] if filter.unused else []
    paragraphs = lay_paragraphs(reading.text, reading.body_start, [*marks, *unused])
    return Spread(
        paragraphs=paragraphs,
        listed=tuple(zip(marks, shown, strict=True)),
        rules={found.rule: explain_rule(found.rule) for found in shown},
        counts=count_records(found for found in reading.records if of_actors(found, filter.actor)),
        actors=count_actors((found for found in reading.records if of_kinds(found, filter.kind)), filter.actor),
    )


def choose_records(reading: Reading, filter: ReadingFilter) -> tuple[Found, ...]:
    """The records that the filter leaves; the one that the address lights up stays in any case."""
    return tuple(
        found
        for found in reading.records
        if found.key == filter.record or (of_kinds(found, filter.kind) and of_actors(found, filter.actor))
    )


def of_kinds(found: Found, kinds: Collection[str]) -> bool:
    return not kinds or found.record in kinds


def of_actors(found: Found, keys: Collection[str]) -> bool:
    return not keys or any(actor.key in keys for actor in found.who)


def count_records(records: Iterable[Found]) -> dict[str, int]:
    counts = {"quote": 0, "demand": 0, "outcome": 0}
    for found in records:
        counts[found.record] += 1
    return counts


def count_kinds(records: Iterable[Found]) -> tuple[tuple[str, str, int], ...]:
    """How many records of each kind, as (record, kind, number), most first within quotes, demands and outcomes."""
    counts = Counter((found.record, found.kind) for found in records)
    order = {"quote": 0, "demand": 1, "outcome": 2}
    ranked = sorted(counts.items(), key=lambda each: (order[each[0][0]], -each[1], each[0][1]))
    return tuple((record, kind, number) for (record, kind), number in ranked)


def count_actors(records: Iterable[Found], chosen: Collection[str]) -> tuple[Choice, ...]:
    """Who says, wants or does something in the records, most of it first; those that are chosen stay at 0."""
    counts = Counter(actor for found in records for actor in found.who)
    counts.update({ActorLink(key, key): 0 for key in chosen if key not in {actor.key for actor in counts}})
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0].name))
    return tuple(Choice(actor.key, actor.name, number, actor.key in chosen) for actor, number in ranked)


def lay_paragraphs(text: str, body_start: int, marks: Iterable[Mark | Stretch]) -> tuple[Paragraph, ...]:
    """The lines of the article that hold something, cut where the article proper begins, each with its marks."""
    made = []
    coming = deque(sorted(marks, key=lambda mark: mark.start))
    open_marks: list[Mark | Stretch] = []
    for line in PARAGRAPH.finditer(text):
        cut = min(max(body_start, line.start()), line.end())
        open_marks = [mark for mark in open_marks if mark.end > cut]
        while coming and coming[0].start < line.end():
            open_marks.append(coming.popleft())
        lead = text[line.start() : cut].strip()
        made.append(Paragraph(lead, cut, text[cut : line.end()], tuple(open_marks)))
    return tuple(made)


def to_mark(number: int, found: Found, lit: str) -> Mark:
    return Mark(
        start=found.start,
        end=found.end,
        record=found.record,
        anchor=f"{found.record[0]}-{found.key}",
        number=number,
        label=f"{found.record.capitalize()} ({label(found.kind)})",
        lit=found.key == lit,
    )
