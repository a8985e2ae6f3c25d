"""/review: what nobody has looked at yet, one record after the other; what was rejected, and what lost its place."""

from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.citing import Entry
from app.pages.errors import MissingError
from app.pages.records import fetch_entry
from app.pages.render import render
from app.pages.wanted import Store, ask
from app.records import State
from app.store.idle import fetch_idle
from app.store.queries import Connection
from app.store.queries.documents import fetch_document_link
from app.store.queries.filters import ReviewFilter
from app.store.queries.history import HistoryEntry, fetch_entries, fetch_newest_event
from app.store.queries.records import fetch_surroundings
from app.store.queries.review import (
    ReviewCounts,
    SetAside,
    fetch_next_to_review,
    fetch_rejected,
    fetch_review_counts,
    fetch_unplaced,
)
from app.store.queries.values import DocumentLink, Excerpt

router = APIRouter(route_class=Page)
STATES = tuple(State)


@dataclass(frozen=True, slots=True)
class Coming:
    """The record that comes next, in its paragraph; `expected` is the number of its newest change, `later` the address
    of the one after it."""

    record: str
    entry: Entry
    paragraph: Excerpt
    expected: int
    later: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """`idle` are changes of actors that do nothing any more, since a newer parser knows the actor by another key."""

    filter: ReviewFilter
    document: DocumentLink | None
    counts: ReviewCounts
    next: Coming | None
    rejected: tuple[SetAside, ...]
    unplaced: tuple[SetAside, ...]
    idle: tuple[HistoryEntry, ...]


@router.get("/review")
def show(request: Request, connection: Store) -> Response:
    asked = ask(ReviewFilter, request)
    slug = asked.filter.document
    document = fetch_document_link(connection, slug) if slug else None
    if slug and document is None:
        raise MissingError("The store has no article with this name.")
    page = ReviewPage(
        filter=asked.filter,
        document=document,
        counts=fetch_review_counts(connection, slug),
        next=find_coming(connection, asked.filter),
        rejected=fetch_rejected(connection, slug),
        unplaced=fetch_unplaced(connection, slug),
        idle=() if slug else fetch_entries(connection, fetch_idle(connection)),
    )
    return render(
        request,
        "review/index.html",
        page,
        status=asked.status(),
        canonical="/review",
        misread=asked.misread,
        states=STATES,
        back=f"/review{asked.filter.query}",
    )


def find_coming(connection: Connection, filter: ReviewFilter) -> Coming | None:
    """The record that comes next; from the beginning again where none comes after those that were left."""
    waiting = fetch_next_to_review(connection, filter.document, filter.after)
    if waiting is None and filter.after:
        waiting = fetch_next_to_review(connection, filter.document)
    entry = fetch_entry(connection, waiting.record, waiting.key) if waiting else None
    if waiting is None or entry is None:
        return None
    place = entry.excerpt
    around = fetch_surroundings(connection, entry.document.slug, entry.key, place.mark_start, place.mark_end)
    return Coming(
        record=waiting.record,
        entry=entry,
        paragraph=around.paragraph,
        expected=fetch_newest_event(connection, waiting.record, waiting.key),
        later=f"/review{replace(filter, after=waiting.key).query}",
    )
