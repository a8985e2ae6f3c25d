"""/history, /history/{id} and its undo: every change, newest first."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.pages.editing import Typed, require_editor
from app.pages.errors import MissingError
from app.pages.lists import ListView, render_list
from app.pages.render import render
from app.pages.signing import local_address
from app.pages.wanted import Store, ask
from app.review.changes import ChangeError
from app.review.deciding import undo
from app.store.queries import Connection
from app.store.queries.filters import HistoryFilter
from app.store.queries.history import HistoryEntry, fetch_entries, fetch_history

router = APIRouter()
VIEW = ListView("history", "change", "changes", "History")


@router.get("/history")
def index(request: Request, connection: Store) -> Response:
    asked = ask(HistoryFilter, request)
    return render_list(request, VIEW, fetch_history(connection, asked.filter), asked)


@router.get("/history/{id}")
def show(request: Request, connection: Store, id: str) -> Response:
    return render(request, "history/show.html", need_change(connection, id), wrong="", back="")


@router.post("/history/{id}/undo")
def take_back(request: Request, id: str, typed: Typed) -> Response:
    editor, back = require_editor(request), str(typed.get("back", ""))
    reason = " ".join(str(typed.get("reason", "")).split())[:500]
    with request.app.state.engine.connect() as connection:
        entry = need_change(connection, id)
    try:
        undo(request.app.state.engine, editor, entry.id, reason)
    except ChangeError as error:
        answer = render(request, "history/show.html", entry, status=409, wrong=str(error), back=back)
        answer.headers["Cache-Control"] = "no-store"
        return answer
    return RedirectResponse(local_address(back) if back else f"/history/{entry.id}", 303)


def need_change(connection: Connection, id: str) -> HistoryEntry:
    entry = next(iter(fetch_entries(connection, [int(id)])), None) if id.isdecimal() and len(id) < 16 else None
    if entry is None:
        raise MissingError("The history has no change with this number.")
    return entry
