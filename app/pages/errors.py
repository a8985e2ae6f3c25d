"""Error pages: what is wrong, in words, with the right status and somewhere to go."""

import logging
from collections.abc import Sequence

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.pages.editing import Visitor, visitor_of
from app.pages.headers import SECURITY_HEADERS
from app.pages.render import environment
from app.records import DemarcheError
from app.store.errors import StoreError
from app.store.queries.values import ActorLink

TITLES = {
    400: "That cannot be understood",
    403: "That may not be done from there",
    404: "There is nothing at this address",
    405: "That cannot be done here",
    411: "That cannot be taken in",
    413: "That is too large",
    500: "Something went wrong on our side",
    503: "The store cannot be read",
}
# What the framework refuses, in our words.
FRAMEWORK = {
    400: "What was sent is no form, or has too many parts, or one that is too long. Go back, and send less at a time.",
    404: "It may have been mistyped or cut short.",
    405: "This page can only be read.",
}
log = logging.getLogger(__name__)


class MissingError(DemarcheError):
    """Nothing in the store has the key that the address names; `nearest` is what the reader may have meant."""

    def __init__(self, message: str, nearest: Sequence[ActorLink] = ()) -> None:
        super().__init__(message)
        self.nearest = nearest


def render_error(status: int, message: str, nearest: Sequence[ActorLink] = (), who: Visitor | None = None) -> Response:
    template = environment().get_template("error.html")
    title = TITLES.get(status, "That did not work")
    body = template.render(page=None, path="", status=status, title=title, message=message, nearest=nearest, who=who)
    return HTMLResponse(body, status_code=status)


def find_who(request: Request) -> Visitor | None:
    """Who asks, for the page's frame; None where the store cannot say."""
    try:
        return visitor_of(request)
    except StoreError:
        return None


def show_missing(request: Request, error: Exception) -> Response:
    assert isinstance(error, MissingError)
    return render_error(404, str(error), error.nearest, find_who(request))


def show_http_error(request: Request, error: Exception) -> Response:
    """Errors of the framework: no such route, a method that the route does not take, a form that it cannot read."""
    assert isinstance(error, HTTPException)
    message = FRAMEWORK.get(error.status_code, str(error.detail))
    response = render_error(error.status_code, message, who=find_who(request))
    response.headers.update(error.headers or {})
    return response


def show_store_error(request: Request, error: Exception) -> Response:
    log.error("%s", error)
    return render_error(
        503, "The store is busy, damaged or gone; the terminal in which Demarche runs says which. Try again."
    )


def show_failure(request: Request, error: Exception) -> Response:
    """A fault of ours. Made outside of all middleware, so it sets the security headers itself."""
    response = render_error(500, "It has been written to the log of the terminal in which Demarche runs.")
    response.headers.update(SECURITY_HEADERS)
    return response


def add_error_pages(app: FastAPI) -> None:
    app.add_exception_handler(MissingError, show_missing)
    app.add_exception_handler(HTTPException, show_http_error)
    app.add_exception_handler(StoreError, show_store_error)
    app.add_exception_handler(Exception, show_failure)
