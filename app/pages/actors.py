"""/actors and /actors/{key}."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.pages.answering import Page
from app.pages.errors import MissingError
from app.pages.lists import ListView, render_list
from app.pages.render import render
from app.pages.wanted import Store, ask
from app.store.queries.actors import fetch_actors, fetch_dossier, fetch_nearest
from app.store.queries.filters import ActorFilter
from app.store.queries.history import fetch_successor, fetch_target_history

router = APIRouter(route_class=Page)
VIEW = ListView("actors", "actor", "actors", "Actors")


@router.get("/actors")
def index(request: Request, connection: Store) -> Response:
    asked = ask(ActorFilter, request)
    return render_list(request, VIEW, fetch_actors(connection, asked.filter), asked)


@router.get("/actors/{key}")
def show(request: Request, connection: Store, key: str) -> Response:
    dossier = fetch_dossier(connection, key)
    if dossier is None and (successor := fetch_successor(connection, key)):
        return RedirectResponse(f"/actors/{successor}", 302)
    if dossier is None:
        raise MissingError("No actor of the store has this key.", fetch_nearest(connection, key[:200]))
    history = fetch_target_history(connection, "actor", key)
    return render(request, "actors/show.html", dossier, canonical=f"/actors/{key}", history=history)
