"""/documents and /documents/{slug}: the articles, and one of them with its records marked."""

import re
from collections.abc import Iterable
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
    """A line of the article from offset `start`; `lead` is what of it stands before the article proper (headline,
    dateline)."""

    lead: str
    start: int
    text: str


@router.get("/documents")
def index(request: Request, connection: Store) -> Response:
    asked = ask(DocumentFilter, request)
    return render_list(request, VIEW, fetch_documents(connection, asked.filter), asked)


@router.get("/documents/{slug}")
def show(request: Request, connection: Store, slug: str) -> Response:
    asked = ask(ReadingFilter, request)
    reading = fetch_reading(connection, slug)
    if reading is None:
        raise MissingError("The store has no document with this name.")
    shown = choose_records(reading, asked.filter)
    marks = [to_mark(number, found, asked.filter.record) for number, found in enumerate(shown, 1)]
    return render(
        request,
        "documents/show.html",
        reading,
        status=asked.status(),
        fragment="documents/_reading.html",
        canonical=f"/documents/{slug}",
        filter=asked.filter,
        misread=asked.misread,
        paragraphs=lay_paragraphs(reading),
        marks=marks,
        unused=[Stretch(*span, "unused") for span in reading.unused] if asked.filter.unused else [],
        shown=shown,
        counts=count_records(reading.records),
    )


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


def lay_paragraphs(reading: Reading) -> tuple[Paragraph, ...]:
    """The lines of the article that hold something, cut where the article proper begins."""
    made = []
    for line in PARAGRAPH.finditer(reading.text):
        cut = min(max(reading.body_start, line.start()), line.end())
        made.append(Paragraph(reading.text[line.start() : cut].strip(), cut, reading.text[cut : line.end()]))
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
