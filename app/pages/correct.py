"""/quotes/{key}/edit, /accept and /reject, and the same for demands and outcomes; /documents/{slug}/add."""

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.pages.editing import Typed, require_editor
from app.pages.fields import FORMS, Taking, beside, fill, read_shown, take, values_of, write_shown
from app.pages.forms import (
    NAMES,
    Form,
    changes_since,
    go_back,
    named_in,
    need_workbench,
    reason_of,
    render_form,
    with_fault,
)
from app.pages.placing import read_mark
from app.pages.standing import read_standing
from app.pages.wanted import Store
from app.review.changes import Accept, Add, ChangeError, ConflictError, Correct, Reject
from app.review.deciding import decide
from app.store.queries import Connection
from app.store.queries.history import HistoryEntry, fetch_newest_event
from app.store.queries.workbench import Workbench

router = APIRouter()
REASONS = (
    "Nobody says or wants this here.",
    "It is a part of another record.",
    "It is there twice.",
    "The words are the reporter’s, not the actor’s.",
)


def record_of(request: Request) -> str:
    """The kind of record that the address is about: `/quotes/…` is about a quote."""
    return request.url.path.split("/")[1].removesuffix("s")


Record = Annotated[str, Depends(record_of)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A record that is being accepted or rejected: `expected` and `conflict` as in a Form."""

    record: str
    key: str
    verb: str
    words: str
    back: str = ""
    expected: int = 0
    reason: str = ""
    wrong: str = ""
    conflict: tuple[HistoryEntry, ...] = ()
    reasons: tuple[str, ...] = REASONS


def open_form(connection: Connection, record: str, key: str, back: str) -> Form:
    """The form of a record as it is in the store. Raises as `read_standing`."""
    slug, shown = read_standing(connection, record, key)
    return Form(
        record=record,
        key=key,
        action=f"/{record}s/{key}/edit",
        title=f"Correct this {NAMES[record]}",
        button="Save",
        bench=need_workbench(connection, slug),
        filled=fill(record, shown),
        cancel=f"/{record}s/{key}",
        back=back,
        expected=fetch_newest_event(connection, record, key),
        was=write_shown(shown),
    )


@router.get("/quotes/{key}/edit")
@router.get("/demands/{key}/edit")
@router.get("/outcomes/{key}/edit")
def edit(request: Request, connection: Store, record: Record, key: str, back: str = "") -> Response:
    require_editor(request)
    return render_form(request, "correct/show.html", open_form(connection, record, key, back))


@router.post("/quotes/{key}/edit")
@router.post("/demands/{key}/edit")
@router.post("/outcomes/{key}/edit")
def correct(request: Request, record: Record, key: str, typed: Typed) -> Response:
    editor = require_editor(request)
    with request.app.state.engine.connect() as connection:
        opened = open_form(connection, record, key, str(typed.get("back", "")))
        form, taking = take_form(connection, opened, typed)
    if form.faults:
        return render_form(request, "correct/show.html", form, status=422)
    change = Correct(record, key, values_of(form.filled, taking))
    try:
        decide(request.app.state.engine, editor, change, expected=form.expected, reason=form.reason)
    except ChangeError as error:
        return render_form(request, "correct/show.html", with_fault(form, str(error), error.field), status=422)
    except ConflictError:
        return render_form(request, "correct/show.html", meet_conflict(request, opened, form), status=409)
    return go_back(form.back, record, key)


def take_form(connection: Connection, opened: Form, typed: Typed) -> tuple[Form, Taking]:
    """The form as it was sent, over the one that opens now."""
    taking = Taking(typed, opened.bench, named_in(connection, opened.bench))
    sent, expected = str(typed.get("was", "")), str(typed.get("expected", "0"))
    was = read_shown(sent) or read_shown(opened.was) or {}
    form = replace(
        opened,
        filled=take(opened.record, taking, was),
        was=write_shown(was),
        expected=int(expected) if expected.isdecimal() else 0,
        reason=reason_of(taking),
    )
    return form, taking


def meet_conflict(request: Request, opened: Form, form: Form) -> Form:
    """What the person typed over what the store says now, both to be seen."""
    was, now = read_shown(form.was) or {}, read_shown(opened.was) or {}
    changes = changes_since(request, form.record, form.key, form.expected)
    filled = beside(form.filled, was, now)
    return replace(opened, filled=filled, reason=form.reason, conflict=changes, button="Save mine all the same")


@router.post("/quotes/{key}/accept")
@router.post("/demands/{key}/accept")
@router.post("/outcomes/{key}/accept")
def accept(request: Request, record: Record, key: str, typed: Typed) -> Response:
    return judge(request, "accept", record, key, typed)


@router.get("/quotes/{key}/reject")
@router.get("/demands/{key}/reject")
@router.get("/outcomes/{key}/reject")
def ask_why(request: Request, connection: Store, record: Record, key: str, back: str = "") -> Response:
    require_editor(request)
    return render_form(request, "correct/decide.html", open_verdict(connection, "reject", record, key, back))


@router.post("/quotes/{key}/reject")
@router.post("/demands/{key}/reject")
@router.post("/outcomes/{key}/reject")
def reject(request: Request, record: Record, key: str, typed: Typed) -> Response:
    return judge(request, "reject", record, key, typed)


def open_verdict(connection: Connection, verb: str, record: str, key: str, back: str) -> Verdict:
    words = read_standing(connection, record, key)[1].get("words", ("",))[0]
    return Verdict(record, key, verb, words, back, fetch_newest_event(connection, record, key))


def judge(request: Request, verb: str, record: str, key: str, typed: Typed) -> Response:
    editor = require_editor(request)
    with request.app.state.engine.connect() as connection:
        opened = open_verdict(connection, verb, record, key, str(typed.get("back", "")))
    expected, reason = str(typed.get("expected", "")), " ".join(str(typed.get("reason", "")).split())[:500]
    verdict = replace(opened, reason=reason, expected=int(expected) if expected.isdecimal() else opened.expected)
    if verb == "reject" and not reason:
        verdict = replace(verdict, wrong="Say in a few words why: others will see it here and in the history.")
        return render_form(request, "correct/decide.html", verdict, status=422)
    change = Accept(record, key) if verb == "accept" else Reject(record, key)
    try:
        decide(request.app.state.engine, editor, change, expected=verdict.expected, reason=reason)
    except ChangeError as error:
        return render_form(request, "correct/decide.html", replace(verdict, wrong=str(error)), status=422)
    except ConflictError:
        changes = changes_since(request, record, key, verdict.expected)
        verdict = replace(verdict, conflict=changes, expected=opened.expected)
        return render_form(request, "correct/decide.html", verdict, status=409)
    return go_back(verdict.back, record, key)


def open_addition(bench: Workbench, record: str, span: str, back: str) -> Form:
    """The form for a record that was missed; `span` is the mark of the words that were selected for it."""
    place = read_mark(span)
    words = bench.text[slice(*place)].strip() if place else ""
    address = f"/documents/{bench.document.slug}"
    shown = {"words": (words,), "words_place": (span,)} if words else {}
    shown |= {"kind": ("direct",)} if record == "quote" else {"kind": ("demand",)} if record == "demand" else {}
    return Form(
        record=record,
        action=f"{address}/add",
        title=f"Add a {NAMES[record]}" if record != "outcome" else "Add an outcome",
        button="Add",
        bench=bench,
        filled=fill(record, shown),
        cancel=back or address,
        back=back or address,
        was=write_shown({}),
    )


@router.get("/documents/{slug}/add")
def ask_what(
    request: Request, connection: Store, slug: str, record: str = "", span: str = "", back: str = ""
) -> Response:
    require_editor(request)
    bench = need_workbench(connection, slug)
    if record not in FORMS:
        return render_form(request, "correct/kinds.html", bench, span=span)
    return render_form(request, "correct/show.html", open_addition(bench, record, span, back))


@router.post("/documents/{slug}/add")
def add(request: Request, slug: str, typed: Typed) -> Response:
    editor, record = require_editor(request), str(typed.get("record", ""))
    if record not in FORMS:
        return RedirectResponse(f"/documents/{slug}/add", 303)
    with request.app.state.engine.connect() as connection:
        opened = open_addition(need_workbench(connection, slug), record, "", str(typed.get("back", "")))
        form, taking = take_form(connection, opened, typed)
    if form.faults:
        return render_form(request, "correct/show.html", form, status=422)
    values = values_of(form.filled, taking)
    start, end = int(str(values.pop("start"))), int(str(values.pop("end")))
    try:
        event = decide(request.app.state.engine, editor, Add(slug, record, start, end, values), reason=form.reason)
    except ChangeError as error:
        return render_form(request, "correct/show.html", with_fault(form, str(error), error.field), status=422)
    return go_back(form.back, record, event.key)
