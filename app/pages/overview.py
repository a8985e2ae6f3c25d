"""/ and /healthz."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from app.pages.answering import Page
from app.pages.render import render
from app.pages.wanted import Store
from app.store.queries.overview import fetch_holdings, fetch_overview

router = APIRouter(route_class=Page)


@router.get("/")
def index(request: Request, connection: Store) -> Response:
    return render(request, "overview/index.html", fetch_overview(connection), canonical="/")


@router.get("/healthz")
def health(request: Request, connection: Store) -> Response:
    """200 while the store can be read."""
    return PlainTextResponse(f"ok: {fetch_holdings(connection).documents} documents\n")
