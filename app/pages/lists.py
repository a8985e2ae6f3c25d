"""How every list page answers: the whole page, or its list with count and choices where htmx asks for it."""

from dataclasses import dataclass
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import Response

from app.pages.render import render
from app.pages.wanted import Asked
from app.store.queries.filters import Filter
from app.store.queries.values import Listing


class ListPage(Protocol):
    @property
    def filter(self) -> Filter: ...
    @property
    def listing(self) -> Listing: ...


@dataclass(frozen=True, slots=True)
class ListView:
    """One list page: its templates' folder, what it counts, and its title."""

    folder: str
    noun: str
    nouns: str
    title: str


def render_list(request: Request, view: ListView, page: ListPage, asked: Asked[Any], **more: Any) -> Response:
    """`more` is what the list's own templates want besides."""
    address = f"{request.url.path}{page.filter.query}"
    return render(
        request,
        f"{view.folder}/index.html",
        page,
        status=asked.status(page.listing.unknown),
        fragment="_fragment.html",
        pushed=address,
        canonical=address,
        misread=asked.misread,
        list=f"{view.folder}/_list.html",
        noun=view.noun,
        nouns=view.nouns,
        title=view.title,
        **more,
    )
