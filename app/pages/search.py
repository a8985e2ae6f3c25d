"""/search: everything in which some words occur."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.render import render
from app.pages.wanted import Store, ask
from app.store.queries.filters import SearchFilter
from app.store.queries.search import fetch_search

router = APIRouter(route_class=Page)


@router.get("/search")
def index(request: Request, connection: Store) -> Response:
    asked = ask(SearchFilter, request)
    page = fetch_search(connection, asked.filter)
    return render(
        request,
        "search/index.html",
        page,
        status=asked.status(),
        canonical=f"/search{page.filter.query}",
        misread=asked.misread,
    )
