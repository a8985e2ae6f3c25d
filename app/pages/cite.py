"""Citations as files: /{folder}/{key}/cite?format=bibtex for one thing, /cite/{view}?…&format=bibtex for a view."""

from collections.abc import Callable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.citing import FORMATS, Citation, cite_actor, cite_document, cite_record, cite_view
from app.pages.errors import MissingError, render_error
from app.pages.wanted import Store, ask
from app.pages.wording import in_sentence, joined
from app.store.queries import Connection
from app.store.queries.actors import select_actor
from app.store.queries.comparison import fetch_comparison
from app.store.queries.demands import fetch_demand
from app.store.queries.documents import fetch_reading
from app.store.queries.filters import (
    ActorFilter,
    CompareFilter,
    DemandFilter,
    DocumentFilter,
    HistoryFilter,
    OutcomeFilter,
    QuoteFilter,
)
from app.store.queries.listing import fetch_names
from app.store.queries.network import NetworkFilter
from app.store.queries.outcomes import fetch_outcome
from app.store.queries.parameters import Filter
from app.store.queries.quotes import fetch_quote
from app.store.queries.statements import rows
from app.store.queries.timeline import TimelineFilter

router = APIRouter(route_class=Page)
VIEWS: dict[str, tuple[type[Filter], str]] = {
    "actors": (ActorFilter, "Actors"),
    "quotes": (QuoteFilter, "Quotes"),
    "demands": (DemandFilter, "Demands"),
    "outcomes": (OutcomeFilter, "Outcomes"),
    "documents": (DocumentFilter, "Articles"),
    "timeline": (TimelineFilter, "Timeline"),
    "network": (NetworkFilter, "Who asks whom"),
    "history": (HistoryFilter, "Changes"),
}


def find_actor(connection: Connection, key: str, site: str) -> Citation | None:
    found = rows(connection, select_actor(key))
    return cite_actor(key, found[0].name, site) if found else None


def find_document(connection: Connection, key: str, site: str) -> Citation | None:
    reading = fetch_reading(connection, key)
    return cite_document(reading.document, reading.url, site) if reading else None


def find_quote(connection: Connection, key: str, site: str) -> Citation | None:
    entry = fetch_quote(connection, key)
    return cite_record(entry, "quote", site) if entry else None


def find_demand(connection: Connection, key: str, site: str) -> Citation | None:
    entry = fetch_demand(connection, key)
    return cite_record(entry, "demand", site) if entry else None


def find_outcome(connection: Connection, key: str, site: str) -> Citation | None:
    entry = fetch_outcome(connection, key)
    return cite_record(entry, "outcome", site) if entry else None


THINGS: dict[str, Callable[[Connection, str, str], Citation | None]] = {
    "actors": find_actor,
    "documents": find_document,
    "quotes": find_quote,
    "demands": find_demand,
    "outcomes": find_outcome,
}


def site_of(request: Request) -> str:
    return str(request.base_url).rstrip("/")


@router.get("/cite/compare")
def compare(request: Request, connection: Store, format: str = "text") -> Response:
    page = fetch_comparison(connection, ask(CompareFilter, request).filter)
    title = f"What {joined([in_sentence(column.actor.name) for column in page.columns]) or 'actors'} want"
    return send(cite_view(title, page.filter, {}, "/compare", site_of(request), told="actor"), format)


@router.get("/cite/{view}")
def view(request: Request, connection: Store, view: str, format: str = "text") -> Response:
    if view not in VIEWS:
        raise MissingError("This view has no citation.")
    kind, title = VIEWS[view]
    filter = ask(kind, request).filter
    return send(cite_view(title, filter, fetch_names(connection, filter), f"/{view}", site_of(request)), format)


@router.get("/{folder}/{key}/cite")
def show(request: Request, connection: Store, folder: str, key: str, format: str = "text") -> Response:
    citation = THINGS[folder](connection, key, site_of(request)) if folder in THINGS else None
    if citation is None:
        raise MissingError("Nothing in the store has this address, so there is nothing to cite.")
    return send(citation, format)


def send(citation: Citation, name: str) -> Response:
    """The citation as a file; 400 for a format that there is none of."""
    if name not in FORMATS:
        return render_error(400, f"There is no citation format of this name. There are: {', '.join(FORMATS)}.")
    format = FORMATS[name]
    headers = {"Content-Disposition": f'attachment; filename="demarche-{citation.key}.{format.ending}"'}
    return Response(format.write(citation).strip() + "\n", media_type=format.media_type, headers=headers)
