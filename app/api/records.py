"""/api/v1/{name}: records as JSON, page by page; /api/v1/{name}/{key}: one of them; /api/v1/{name}.csv: all of them."""

from dataclasses import replace

import orjson
from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from app.api.asking import AskingError, answer, find_form, read_asked
from app.api.sheets import write_sheet
from app.pages.answering import Page
from app.pages.wanted import Store
from app.store.queries.batches import (
    fetch_documents,
    fetch_id,
    fetch_ids,
    fetch_key,
    fetch_objects,
    fetch_page,
    fetch_text,
    fetch_total,
)

router = APIRouter(route_class=Page, prefix="/api/v1", include_in_schema=False)


def site_of(request: Request) -> str:
    return str(request.base_url).rstrip("/")


@router.get("/{name}.csv")
def download(request: Request, connection: Store, name: str) -> Response:
    """All records that the filter leaves. They are read while they are sent, a piece at a time, in short questions."""
    asked = read_asked(request, connection, name, ("verbatim", "fields"))
    if asked.beside.get("verbatim", "on") != "on":
        raise AskingError("verbatim can only be on")
    form = replace(asked.form, cells=asked.choose(asked.form.cells))
    ids = fetch_ids(connection, form, asked.filter.at())
    pieces = write_sheet(request.app.state.engine, form, ids, site_of(request), verbatim="verbatim" in asked.beside)
    headers = {"Content-Disposition": f'attachment; filename="demarche-{name}.csv"', "Cache-Control": "no-store"}
    return StreamingResponse(pieces, media_type="text/csv; charset=utf-8", headers=headers)


@router.get("/{name}")
def index(request: Request, connection: Store, name: str) -> Response:
    asked = read_asked(request, connection, name, ("limit", "fields"))
    form, filter = replace(asked.form, members=asked.choose(asked.form.members)), asked.filter
    limit, site = asked.limit, site_of(request)
    if getattr(filter, "before", ""):
        raise AskingError("before: this list is read forwards; use the address under next")
    after = getattr(filter, "after", "")
    if after and fetch_id(connection, form, after) is None:
        raise AskingError(
            f"after={after[:60]}: the record behind which this page begins is gone; begin with the first page", 410
        )
    ids = fetch_page(connection, form, filter, limit)
    shown = ids[:limit]
    further = filter.at(after=fetch_key(connection, form, shown[-1])) if len(ids) > limit else None
    members = {
        "total": orjson.dumps(fetch_total(connection, form, filter, asked.known)),
        "next": orjson.dumps(asked.address(site, name, further) if further else None),
        name: b"[%b]" % fetch_objects(connection, form, shown, site),
    }
    if "document" in form.members:
        members["documents"] = fetch_documents(connection, shown, site)
    return answer(b"{%b}" % join_members(members))


@router.get("/{name}/{key}")
def show(request: Request, connection: Store, name: str, key: str) -> Response:
    """One record, with its document; a document with its text."""
    form, site = find_form(name), site_of(request)
    id = fetch_id(connection, form, key)
    if id is None:
        raise AskingError(f"nothing among the {name} has the key {key[:60]}", 404)
    members = {}
    if "document" in form.members:
        members["documents"] = fetch_documents(connection, [id], site)
    if name == "documents":
        members["text"] = orjson.dumps(fetch_text(connection, id))
    record = fetch_objects(connection, form, [id], site)
    return answer(b"".join([record[:-1], b"," * bool(members), join_members(members), b"}"]))


def join_members(members: dict[str, bytes]) -> bytes:
    return b",".join([b'"%b":%b' % (name.encode(), written) for name, written in members.items()])
