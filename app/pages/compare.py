"""/compare: two to five actors side by side, topic by topic."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from app.pages.answering import Page
from app.pages.render import render
from app.pages.wanted import Store, ask
from app.store.queries.comparison import MOST_ACTORS, fetch_comparison
from app.store.queries.filters import CompareFilter

router = APIRouter(route_class=Page)


@router.get("/compare")
def show(request: Request, connection: Store) -> Response:
    asked = ask(CompareFilter, request)
    page = fetch_comparison(connection, asked.filter)
    address = f"/compare{page.filter.query}"
    return render(
        request,
        "compare/show.html",
        page,
        status=asked.status(page.unknown),
        fragment="compare/_comparison.html",
        pushed=address,
        canonical=address,
        misread=asked.misread,
        most=MOST_ACTORS,
    )
