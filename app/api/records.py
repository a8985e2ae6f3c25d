"""/api/v1/{name}: records as JSON, page by page; /api/v1/{name}/{key}: one of them; /api/v1/{name}.csv: all of them."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from app.api.asking import AskingError, answer, find_form, read_asked
from app.api.forms import Record
from app.api.sheets import write_sheet
from app.pages.answering import Page
from app.pages.wanted import Store
from app.store.queries.batches import fetch_batch, fetch_id, fetch_ids, fetch_text, fetch_total

router = APIRouter(route_class=Page, prefix="/api/v1", include_in_schema=False)


def site_of(request: Request) -> str:
    return str(request.base_url).rstrip("/")


@router.get("/{name}.csv")
def download(request: Request, connection: Store, name: str) -> Response:
    """All records that the filter leaves. They are read while they are sent, a piece at a time, in short questions."""
    asked = read_asked(request, connection, name, ("verbatim",))
    if asked.beside.get("verbatim", "on") != "on":
        raise AskingError("verbatim can only be on")
    ids = fetch_ids(connection, asked.form.kind, asked.filter.at())
    pieces = write_sheet(
        request.app.state.engine, asked.form, ids, site_of(request), verbatim="verbatim" in asked.beside
    )
    headers = {"Content-Disposition": f'attachment; filename="demarche-{name}.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/{name}")
def index(request: Request, connection: Store, name: str) -> Response:
    asked = read_asked(request, connection, name, ("limit",))
    form, filter, limit, site = asked.form, asked.filter, asked.limit, site_of(request)
    if getattr(filter, "before", ""):
        raise AskingError("before: this list is read forwards; use the address under next")
    ids = fetch_ids(connection, form.kind, filter, limit)
    records = list(form.write(fetch_batch(connection, form.kind, ids[:limit]), site))
    further = asked.address(site, name, filter.at(after=records[-1]["key"])) if len(ids) > limit else None
    return answer({"total": fetch_total(connection, form.kind, filter), "next": further, name: records})


@router.get("/{name}/{key}")
def show(request: Request, connection: Store, name: str, key: str) -> Response:
    """One record; a document with its text."""
    form = find_form(name)
    id = fetch_id(connection, form.kind, key)
    if id is None:
        raise AskingError(f"nothing among the {name} has the key {key[:60]}", 404)
    record: Record = next(iter(form.write(fetch_batch(connection, form.kind, [id]), site_of(request))))
    return answer(record | ({"text": fetch_text(connection, id)} if name == "documents" else {}))
