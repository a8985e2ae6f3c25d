"""/actors/{key}/edit, /merge and /split: what an actor is called and is, and who is one with whom."""

from collections.abc import Callable
from dataclasses import dataclass, field

from fastapi import APIRouter
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.decisions.events import Event
from app.pages.editing import Typed, require_editor
from app.pages.errors import MissingError
from app.pages.forms import changes_since
from app.pages.render import render
from app.pages.wanted import Store
from app.records import ActorKind
from app.review.changes import Change, ChangeError, ConflictError, EditActor, MergeActors, SplitActor
from app.review.deciding import decide
from app.store.queries import Connection
from app.store.queries.actors import Dossier, fetch_dossier, fetch_nearest
from app.store.queries.history import HistoryEntry, fetch_newest_event
from app.store.queries.workbench import fetch_named, fetch_offered

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ActorForms:
    """The forms of an actor: `typed` is what was typed into the one that was sent, by field; `wrong` what is wrong with it,
    likewise; `conflict` what others changed since it was opened."""

    dossier: Dossier
    expected: int
    typed: dict[str, list[str]] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    conflict: tuple[HistoryEntry, ...] = ()

    def one(self, name: str, stands: str = "") -> str:
        """What stands in a field: what was typed, else what the actor has."""
        return self.typed[name][0] if self.typed.get(name) else "" if name in self.typed else stands


class NobodyError(ChangeError):
    """A name that was typed for another actor names nobody, or several."""


def open_forms(connection: Connection, key: str) -> ActorForms:
    dossier = fetch_dossier(connection, key)
    if dossier is None:
        raise MissingError("No actor of the store has this key.", fetch_nearest(connection, key[:200]))
    return ActorForms(dossier, fetch_newest_event(connection, "actor", key))


@router.get("/actors/{key}/edit")
def edit(request: Request, connection: Store, key: str) -> Response:
    require_editor(request)
    return render(request, "correct/actor.html", open_forms(connection, key), kinds=tuple(ActorKind))


@router.get("/actors/{key}/offered")
def offer(request: Request, connection: Store, key: str, into: str = "", side: str = "") -> Response:
    """The names that what is typed into one of the fields may become, for the list beside it."""
    words = " ".join((into or side).split())[:200]
    offered = [each for each in fetch_offered(connection, words) if each.key != key] if len(words) > 1 else []
    return render(request, "correct/_offered.html", offered)


@router.post("/actors/{key}/edit")
def change(request: Request, key: str, typed: Typed) -> Response:
    def make(connection: Connection) -> Change:
        side = text(typed, "side")
        found = find_actor(connection, side, "side") if side else None
        names = {name: text(typed, name) for name in ("name", "kind", "role")}
        return EditActor(key, names | {"side": found})

    return send(request, key, typed, make, lambda event: key)


@router.post("/actors/{key}/merge")
def merge(request: Request, key: str, typed: Typed) -> Response:
    def make(connection: Connection) -> Change:
        return MergeActors(key, find_actor(connection, text(typed, "into"), "into"))

    return send(request, key, typed, make, lambda event: event.other or key)


@router.post("/actors/{key}/split")
def split(request: Request, key: str, typed: Typed) -> Response:
    def make(connection: Connection) -> Change:
        names, documents = texts(typed, "names"), texts(typed, "documents")
        return SplitActor(key, names, text(typed, "new_name"), documents)

    return send(request, key, typed, make, lambda event: event.other or key)


def send(
    request: Request,
    key: str,
    typed: FormData,
    make: Callable[[Connection], Change],
    leads_to: Callable[[Event], str],
) -> Response:
    """Make the change, and go to the actor that it leads to; back to the forms, with what was typed, where it cannot be
    made."""
    editor = require_editor(request)
    expected = text(typed, "expected")
    with request.app.state.engine.connect() as connection:
        opened = open_forms(connection, key)
        try:
            wanted = make(connection)
        except ChangeError as error:
            return show_again(request, opened, typed, wrong={error.field: str(error)})
    since = int(expected) if expected.isdecimal() else opened.expected
    try:
        event = decide(request.app.state.engine, editor, wanted, expected=since, reason=text(typed, "reason"))
    except ChangeError as error:
        return show_again(request, opened, typed, wrong={error.field: str(error)})
    except ConflictError:
        return show_again(request, opened, typed, conflict=changes_since(request, "actor", key, since))
    return RedirectResponse(f"/actors/{leads_to(event)}", 303)


def show_again(
    request: Request,
    opened: ActorForms,
    typed: FormData,
    *,
    wrong: dict[str, str] | None = None,
    conflict: tuple[HistoryEntry, ...] = (),
) -> Response:
    kept = {name: [str(value) for value in typed.getlist(name)] for name in typed}
    page = ActorForms(opened.dossier, opened.expected, kept, wrong or {}, conflict)
    status = 409 if conflict else 422
    answer = render(request, "correct/actor.html", page, status=status, kinds=tuple(ActorKind))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def find_actor(connection: Connection, words: str, field: str) -> str:
    """The key of the one actor that has this name or key. Raises NobodyError."""
    if not words:
        raise NobodyError("Write whom you mean.", field)
    found = fetch_named(connection, words)
    exact = [each for each in found if each.key == words]
    if len(exact or found) == 1:
        return (exact or found)[0].key
    if found:
        listed = ", ".join(f"{each.key} ({each.name}, {each.kind})" for each in found)
        raise NobodyError(f"Several actors are called “{words}”. Write one of these keys: {listed}.", field)
    raise NobodyError(f"Nobody in the store is called “{words}”. Write a name as it stands on its page.", field)


def text(typed: FormData, name: str) -> str:
    return " ".join(str(typed.get(name, "")).split())


def texts(typed: FormData, name: str) -> tuple[str, ...]:
    return tuple(str(value) for value in typed.getlist(name) if value)
