"""/actors/{key}/dossier and /actors/{key}.md: everything about one actor, to print or to write with."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from app.pages.answering import Page
from app.pages.dossier_markdown import write_dossier
from app.pages.errors import MissingError
from app.pages.render import render
from app.pages.wanted import Store
from app.store.queries import Connection
from app.store.queries.actors import fetch_nearest
from app.store.queries.dossier import FullDossier, fetch_full_dossier

router = APIRouter(route_class=Page)


def find_dossier(connection: Connection, key: str) -> FullDossier:
    dossier = fetch_full_dossier(connection, key)
    if dossier is None:
        raise MissingError("No actor of the store has this key.", fetch_nearest(connection, key[:200]))
    return dossier


@router.get("/actors/{key}/dossier")
def show(request: Request, connection: Store, key: str) -> Response:
    return render(request, "dossier/show.html", find_dossier(connection, key), canonical=f"/actors/{key}/dossier")


@router.get("/actors/{key}.md")
def download(request: Request, connection: Store, key: str) -> Response:
    written = write_dossier(find_dossier(connection, key), str(request.base_url).rstrip("/"))
    return PlainTextResponse(written, media_type="text/markdown")
