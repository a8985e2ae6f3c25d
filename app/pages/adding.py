"""/documents/new: an article pasted or uploaded, looked through by the person who gives it, parsed, and followed on its
way. /documents/{slug}/original: the file that it came in."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import PurePath
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.adding.apart import read_apart
from app.pages.draft_form import DraftForm, settle_lines
from app.pages.editing import LONGEST_FIELD, Typed, require_editor
from app.pages.errors import MissingError
from app.pages.guarding import tell_refusal
from app.pages.render import render, wants_fragment
from app.reading import ReadingError
from app.reading.filetypes import BY_ENDING, MEDIA_TYPES, most_bytes
from app.records import hash_text
from app.store.adding_tables import AdditionState, Refused
from app.store.additions import (
    ON_THE_WAY,
    Addition,
    Given,
    Original,
    add_draft,
    cancel_addition,
    count_added,
    count_ahead,
    discard_addition,
    fetch_addition,
    fetch_original,
    fetch_unfinished,
    finish_addition,
    mend_draft,
    queue_addition,
)
from app.store.database import Store
from app.store.queries.nearness import fetch_near
from app.store.save import fetch_known

MOST_FILES = 10  # at once
MOST_READ = 100  # files of a request that are looked at, so that too many are refused in words
MOST_AN_HOUR = 120  # of one editor
PASTED = "The pasted text"
LONGEST_NAME = 200
GONE = "No article is on its way here: it was discarded, or waited for over 30 days."

router = APIRouter()


async def read_upload(request: Request) -> FormData:
    typed = await request.form(max_files=MOST_READ, max_fields=20, max_part_size=LONGEST_FIELD)
    request.state.typed = typed
    return typed


Uploaded = Annotated[FormData, Depends(read_upload)]


@router.get("/documents/new")
def ask(request: Request) -> Response:
    require_editor(request)
    return show_form(request)


@router.post("/documents/new")
def give(request: Request, typed: Uploaded) -> Response:
    """Keep what was pasted and uploaded as drafts; one of them is shown at once, several are listed."""
    editor, store = require_editor(request), request.app.state.engine
    text = str(typed.get("text", ""))
    files = [each for each in typed.getlist("file") if isinstance(each, UploadFile) and each.filename]
    if not text.strip() and not files:
        return show_form(request, text, ["Nothing was given: paste the article’s text, or choose a file."], 400)
    if len(files) > MOST_FILES:
        return show_form(
            request, text, [f"{len(files)} files are too many: choose at most {MOST_FILES} at a time."], 400
        )
    with store.connect() as connection:
        given_lately = count_added(connection, editor, timedelta(hours=1))
    if given_lately + len(files) + bool(text.strip()) > MOST_AN_HOUR:
        tell_refusal(request, Refused.TOO_MANY, editor)
        fault = (
            f"{MOST_AN_HOUR} articles an hour are the limit for one editor. Try again later; nothing you typed is lost."
        )
        return show_form(request, text, [fault], 429)
    addresses, faults = [], []
    try:
        if text.strip():
            addresses.append(keep(store, editor, settle_lines(text).encode(), PASTED))
            text = ""
    except ReadingError as error:
        faults.append(str(error))
    for file in files:
        try:
            addresses.append(keep_file(store, editor, file))
        except ReadingError as error:
            faults.append(str(error))
    if faults:
        return show_form(request, text, faults, 400)
    return RedirectResponse(addresses[0] if len(addresses) == 1 else "/documents/new", status_code=303)


@router.get("/documents/new/{key}")
def follow(request: Request, key: str) -> Response:
    """The draft to look through, or how far it has come; the article itself as soon as it is there."""
    require_editor(request)
    addition = find_addition(request, key)
    if addition.state is AdditionState.DONE:
        address = find_address(request.app.state.engine, str(addition.document_sha256), "new")
        if wants_fragment(request):
            return Response(headers={"HX-Redirect": address})
        return RedirectResponse(address, status_code=303)
    if addition.state in ON_THE_WAY:
        request.app.state.queue.wake()
        with request.app.state.engine.connect() as connection:
            ahead = count_ahead(connection, key)
        return keep_from_caches(
            render(request, "adding/progress.html", addition, fragment="adding/_progress.html", ahead=ahead)
        )
    return show_draft(request, addition, DraftForm.of(addition.given))


@router.post("/documents/new/{key}")
def decide(request: Request, key: str, typed: Typed) -> Response:
    """What the person wants done with it: `add` it as it is filled in now, `cancel` it on its way, or `discard` it."""
    require_editor(request)
    addition, store = find_addition(request, key), request.app.state.engine
    match str(typed.get("action", "add")):
        case "discard":
            discard_addition(store, key)
            return RedirectResponse("/documents/new", status_code=303)
        case "cancel":
            cancel_addition(store, key)
        case _:
            form = DraftForm.typed(typed)
            given = form.read(addition.given)
            if isinstance(given, Mapping):
                return show_draft(request, addition, form, given, status=400)
            if mend_draft(store, key, given):
                sha256 = hash_text(given.text)
                if fetch_known(store, [sha256]):
                    finish_addition(store, key, sha256)
                    return RedirectResponse(find_address(store, sha256, "known"), status_code=303)
                queue_addition(store, key)
                request.app.state.queue.wake()
    return RedirectResponse(f"/documents/new/{key}", status_code=303)


@router.get("/documents/{slug}/original")
def download(request: Request, slug: str) -> Response:
    """The uploaded file, byte for byte, to be kept and not to be opened here: what is in it is not ours."""
    with request.app.state.engine.connect() as connection:
        original = fetch_original(connection, slug)
    if original is None:
        raise MissingError("No file was kept for this article.")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(original.file_name, safe='')}",
        "Cache-Control": "no-store",
    }
    return Response(original.body, media_type="application/octet-stream", headers=headers)


def keep_file(store: Store, editor: str, file: UploadFile) -> str:
    """As `keep`, for an uploaded file, which is kept too. Raises ReadingError."""
    name = clean_name(file.filename or "")
    ending = PurePath(name).suffix.lower()
    most = most_bytes(ending)
    raw = file.file.read(most + 1)
    if len(raw) > most:
        raise ReadingError(f"{name}: over {most // 1_000_000} MB; one file holds one article")
    kind = BY_ENDING.get(ending)
    original = Original(name, MEDIA_TYPES[kind] if kind else "application/octet-stream", raw)
    return keep(store, editor, raw, name, original)


def keep(store: Store, editor: str, raw: bytes, name: str, original: Original | None = None) -> str:
    """Read the article and keep it as a draft; returns where it goes on. A text that is stored already leads there.

    Raises ReadingError.
    """
    document = read_apart(raw, name)
    if fetch_known(store, [document.sha256]):
        return find_address(store, document.sha256, "known")
    given = Given(
        document.text,
        document.title,
        document.publisher,
        document.published_on,
        document.url,
        original.file_name if original else None,
    )
    return f"/documents/new/{add_draft(store, editor, given, original)}"


def clean_name(name: str) -> str:
    """The last part of the name that a browser sent, on one line; it is shown and never used as a path."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter if letter.isprintable() else "�" for letter in last)
    return plain if len(plain) <= LONGEST_NAME else plain[: LONGEST_NAME - 10] + plain[-10:]


def find_addition(request: Request, key: str) -> Addition:
    with request.app.state.engine.connect() as connection:
        addition = fetch_addition(connection, key)
    if addition is None:
        raise MissingError(GONE)
    return addition


def find_address(store: Store, sha256: str, added: str) -> str:
    known = fetch_known(store, [sha256]).get(sha256)
    return f"/documents/{known.slug}?added={added}" if known else "/documents"


def show_form(request: Request, text: str = "", faults: list[str] | None = None, status: int = 200) -> Response:
    with request.app.state.engine.connect() as connection:
        unfinished = fetch_unfinished(connection)
    return keep_from_caches(
        render(request, "adding/new.html", unfinished, text=text, faults=faults or [], most=MOST_FILES, status=status)
    )


def show_draft(
    request: Request,
    addition: Addition,
    form: DraftForm,
    faults: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    with request.app.state.engine.connect() as connection:
        near = fetch_near(connection, form.text)
    return keep_from_caches(
        render(request, "adding/draft.html", addition, form=form, faults=faults or {}, near=near, status=status)
    )


def keep_from_caches(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"
    return response
