"""What stands before every request that would change something: it comes from a page of ours, and is not too large."""

import logging

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from app.pages.editing import client_of
from app.pages.errors import render_error
from app.store.adding_tables import Refused
from app.store.errors import StoreError
from app.store.refusals import record_refusal

READING = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_BYTES = 25_000_000  # of a body: a file of 20 MB with the words around it
DRAINED_BYTES = 4 * MOST_BYTES
log = logging.getLogger(__name__)


class Guard:
    """Answers what must not go through with an error page, and has it written down."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in READING:
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        size = request.headers.get("content-length", "0" if "transfer-encoding" not in request.headers else "")
        if not comes_from_us(request):
            kind, status, message = (
                Refused.OTHER_SITE,
                403,
                (
                    "This came from another site, or from a program that does not say where it comes from. "
                    "Open the page here and send it again."
                ),
            )
        elif not size.isdecimal():
            kind, status, message = Refused.TOO_LARGE, 411, "A program that sends something must say how long it is."
        elif int(size) > MOST_BYTES:
            kind, status, message = (
                Refused.TOO_LARGE,
                413,
                ("This is over 25 MB. One article holds a few pages: send it without its pictures, or paste its text."),
            )
        else:
            await self.app(scope, receive, send)
            return
        await run_in_threadpool(tell_refusal, request, kind)
        await drain(request)
        await render_error(status, message)(scope, receive, send)


def comes_from_us(request: Request) -> bool:
    """Whether a page of this very site sent it. Browsers say so where they trust the connection; else they name the
    origin, which must be the host that was asked.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin, host = request.headers.get("origin"), request.headers.get("host")
    return bool(origin and host) and str(origin).partition("://")[2].casefold() == str(host).casefold()


async def drain(request: Request) -> None:
    """Read what is still being sent, within reason: a browser shows the answer only once it has sent everything."""
    read = 0
    async for piece in request.stream():
        read += len(piece)
        if read > DRAINED_BYTES:
            return


def tell_refusal(request: Request, kind: Refused, editor: str | None = None) -> None:
    """Have it written down; a store that cannot be written to must not turn a refusal into a failure."""
    try:
        record_refusal(
            request.app.state.engine, kind, client_of(request), f"{request.method} {request.url.path}", editor
        )
    except StoreError as error:
        log.warning("refused (%s), and not written down: %s", kind, error)
