"""/documents and /documents/{slug}: the articles, and one of them with its records marked."""

import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.errors import MissingError
from app.pages.lists import ListView, render_list
from app.pages.marking import Mark, Stretch
from app.pages.render import render
from app.pages.wanted import Store, ask
from app.pages.wording import label
from app.store.queries.documents import Found, Reading, fetch_documents, fetch_reading
from app.store.queries.filters import DocumentFilter, ReadingFilter

router = APIRouter()
VIEW = ListView("documents", "document", "documents", "Documents")
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
    """The article as it lies open: its lines, the list beside them, and how many records of each kind there are."""

    paragraphs: tuple[Paragraph, ...]
    listed: tuple[tuple[Mark, Found], ...]
    counts: Mapping[str, int]


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
        raise MissingError("The store has no document with this name.")
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
        spread=lay_spread(reading, filter),
    )


def lay_spread(reading: Reading, filter: ReadingFilter) -> Spread:
    shown = choose_records(reading, filter)
    marks = [to_mark(number, found, filter.record) for number, found in enumerate(shown, 1)]
    unused = [Stretch(*span, "unused") for span in reading.unused] if filter.unused else []
    paragraphs = lay_paragraphs(reading, [*marks, *unused])
    return Spread(paragraphs, tuple(zip(marks, shown, strict=True)), count_records(reading.records))


def choose_records(reading: Reading, filter: ReadingFilter) -> tuple[Found, ...]:
    """The records that the filter leaves; the one that the address lights up stays in any case."""
    return tuple(
        found
        for found in reading.records
        if found.key == filter.record
        or (
            (not filter.kind or found.record in filter.kind)
            and (not filter.actor or filter.actor in {actor.key for actor in found.who})
        )
    )


def count_records(records: Iterable[Found]) -> dict[str, int]:
    counts = {"quote": 0, "demand": 0, "outcome": 0}
    for found in records:
        counts[found.record] += 1
    return counts


def lay_paragraphs(reading: Reading, marks: Iterable[Mark | Stretch]) -> tuple[Paragraph, ...]:
    """The lines of the article that hold something, cut where the article proper begins, each with its marks."""
    made = []
    coming = deque(sorted(marks, key=lambda mark: mark.start))
    open_marks: list[Mark | Stretch] = []
    for line in PARAGRAPH.finditer(reading.text):
        cut = min(max(reading.body_start, line.start()), line.end())
        open_marks = [mark for mark in open_marks if mark.end > cut]
        while coming and coming[0].start < line.end():
            open_marks.append(coming.popleft())
        lead = reading.text[line.start() : cut].strip()
        made.append(Paragraph(lead, cut, reading.text[cut : line.end()], tuple(open_marks)))
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
