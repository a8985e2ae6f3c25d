"""A record as it stands, for whoever is about to change it; and the answer where it was rejected meanwhile."""

from fastapi import FastAPI
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from app.pages.errors import MissingError
from app.pages.fields import Shown, read_aside, read_entry
from app.pages.records import fetch_entry
from app.pages.render import render
from app.records import DemarcheError, State
from app.store.queries import Connection
from app.store.queries.review import SetAside, fetch_set_aside

HIDDEN = ("expected", "was", "back", "record", "words_place", "source_place", "condition_place")


class RejectedError(DemarcheError):
    """The record was rejected, so that it can be neither corrected nor judged; `aside` is what is left of it."""

    def __init__(self, aside: SetAside) -> None:
        super().__init__("This record was rejected.")
        self.aside = aside


def read_standing(connection: Connection, record: str, key: str) -> tuple[str, Shown]:
    """The document of a record, and what stands in its fields: also of one that lost its place. Raises RejectedError, and
    MissingError where nothing has the key."""
    entry = fetch_entry(connection, record, key)
    if entry is not None:
        return entry.document.slug, read_entry(entry)
    aside = fetch_set_aside(connection, key)
    if aside is None:
        raise MissingError(f"The store has no {record} with this key.")
    if aside.state == State.REJECTED:
        raise RejectedError(aside)
    return aside.document.slug, read_aside(record, aside)


def show_rejected(request: Request, error: Exception) -> Response:
    """Who rejected the record and why, with what was typed about it."""
    assert isinstance(error, RejectedError)
    sent = getattr(request, "_form", None) or FormData()
    typed = {name: [str(value) for value in sent.getlist(name) if value] for name in sent if name not in HIDDEN}
    answer = render(request, "correct/rejected.html", error.aside, status=409, typed=typed)
    answer.headers["Cache-Control"] = "no-store"
    if request.headers.get("HX-Request") == "true":
        answer.status_code = 200  # htmx swaps in nothing else
        answer.headers.update({"HX-Retarget": "#main", "HX-Reselect": "#main", "HX-Reswap": "outerHTML"})
    return answer


def add_rejected_page(app: FastAPI) -> None:
    app.add_exception_handler(RejectedError, show_rejected)
