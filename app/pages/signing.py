"""/sign-in and /sign-out: who the editor is, and what was typed before anybody asked."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from fastapi import APIRouter, FastAPI
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.pages.editing import COOKIE, SignInError, Typed, client_of, stay_signed_in, visitor_of
from app.pages.guarding import tell_refusal
from app.pages.render import render
from app.store.adding_tables import Refused
from app.store.editors import fetch_editor_name, find_by_token
from app.store.refusals import WINDOW, count_refusals

MOST_TRIES = 10  # wrong tokens of one client in a WINDOW
KEPT = "kept."  # what stands before the names of fields that were typed into another form
MINUTES = int(WINDOW.total_seconds()) // 60

router = APIRouter()


@router.get("/sign-in")
def ask(request: Request, next: str = "/") -> Response:
    return show_sign_in(request, next)


@router.post("/sign-in")
def sign_in(request: Request, typed: Typed) -> Response:
    next, kept = str(typed.get("next", "/")), unpack(typed)
    with request.app.state.engine.connect() as connection:
        tries = count_refusals(connection, client_of(request), Refused.WRONG_TOKEN)
        id_ = find_by_token(connection, str(typed.get("token", ""))) if tries < MOST_TRIES else None
        name = None if id_ is None else fetch_editor_name(connection, id_)
    if id_ is None or name is None:
        kind = Refused.WRONG_TOKEN if tries < MOST_TRIES else Refused.TOO_MANY
        tell_refusal(request, kind)
        return show_sign_in(request, next, kept, refused=kind)
    if kept:
        response = render(
            request, "editing/carry_on.html", name, next=local_address(next), kept=kept, status=200, who=None
        )
    else:
        response = RedirectResponse(local_address(next), status_code=303)
    stay_signed_in(request, response, id_)
    return response


@router.post("/sign-out")
def sign_out(typed: Typed) -> Response:
    response = RedirectResponse(local_address(str(typed.get("next", "/"))), status_code=303)
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return response


def show_sign_in(
    request: Request, next: str, kept: Mapping[str, list[str]] | None = None, *, refused: Refused | None = None
) -> Response:
    """The page that asks for a token, with what was typed into another form before."""
    status = {None: 200, Refused.TOO_MANY: 429}.get(refused, 401)
    response = render(
        request,
        "editing/sign_in.html",
        visitor_of(request),
        next=local_address(next),
        kept=kept or {},
        refused=refused,
        minutes=MINUTES,
        status=status,
    )
    response.headers["Cache-Control"] = "no-store"
    if status == 429:
        response.headers["Retry-After"] = str(MINUTES * 60)
    return response


def keep_typed(request: Request, error: Exception) -> Response:
    """The answer to one who may not write, or not any more: the sign-in page, which holds what was typed and goes on with
    it. Where htmx sent it, the page's whole content is replaced.
    """
    assert isinstance(error, SignInError)
    tell_refusal(request, Refused.NOT_SIGNED_IN)
    typed: FormData = getattr(request.state, "typed", FormData())
    words = {name: [value for value in typed.getlist(name) if isinstance(value, str)] for name in typed}
    kept = {name: values for name, values in words.items() if values}  # a chosen file cannot be kept
    reading = request.method == "GET"
    response = show_sign_in(request, visitor_of(request).here if reading else request.url.path, kept, refused=None)
    response.status_code = 401
    if request.headers.get("HX-Request") == "true":
        response.status_code = 200  # htmx swaps in nothing else
        response.headers.update({"HX-Retarget": "#main", "HX-Reselect": "#main", "HX-Reswap": "outerHTML"})
    return response


def unpack(typed: FormData) -> dict[str, list[str]]:
    """The fields that were typed into another form, by their own names."""
    names = [name for name in typed if name.startswith(KEPT)]
    return {name.removeprefix(KEPT): [str(value) for value in typed.getlist(name)] for name in names}


def local_address(address: str) -> str:
    """The address where it is one of ours, else the first page: nobody is sent to another site."""
    parts = urlsplit(address)
    plain = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if plain and not parts.netloc and not parts.scheme else "/"


def add_sign_in(app: FastAPI) -> None:
    app.add_exception_handler(SignInError, keep_typed)
