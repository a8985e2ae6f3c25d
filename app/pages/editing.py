"""Who asks, and whether they may write.

Reading is open. Writing needs an editor: somebody who signed in with a token, or, while no editor was ever added, the one
person at the machine that Demarche runs on (`LOCAL`). A handler that writes begins with `require_editor(request)`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address, ip_network
from pathlib import Path
from secrets import token_bytes
from typing import Annotated

from fastapi import Depends
from itsdangerous import BadSignature, TimestampSigner
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from app.records import DemarcheError
from app.store.editors import LOCAL, any_editor, fetch_editor_name
from app.store.queries import Connection
from app.store.signing_key import make_key, read_key

COOKIE = "demarche-editor"
SESSION_SECONDS = 7 * 24 * 3600
# Whoever sends one of these stands between us and the person: then the person is not at this machine.
FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
PORT = re.compile(r":\d+$")
MOST_FIELDS = 500
LONGEST_FIELD = 6_000_000  # bytes


class SignInError(DemarcheError):
    """Nobody who may write is signed in; the answer is a sign-in page that keeps what was typed."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """`editor` is the name under which this person writes, None for one who may only read. `expired` tells that a
    sign-in has ended; `editors` whether there is anybody at all who could sign in; `here` is the address asked for."""

    editor: str | None
    expired: bool = False
    editors: bool = True
    here: str = "/"

    @property
    def local(self) -> bool:
        return self.editor == LOCAL


class Sessions:
    """Signs and reads the cookies of editors; the key is read from beside the store when it is first needed, so that a
    server that is only read from makes no file. Without a path (a store in memory) the key lasts as long as this."""

    def __init__(self, store: Path | None) -> None:
        self.store = store
        self.key = None if store else token_bytes(32)

    def seal(self, editor_id: int) -> str:
        if self.key is None:
            assert self.store is not None
            self.key = make_key(self.store)
        return signer(self.key).sign(str(editor_id)).decode()

    def open(self, cookie: str) -> int | None:
        """The id of the editor who signed in with this cookie; None where it is not ours, or too old."""
        if self.key is None:
            assert self.store is not None
            self.key = read_key(self.store)
        try:
            return int(signer(self.key).unsign(cookie, max_age=SESSION_SECONDS)) if self.key else None
        except (BadSignature, ValueError):
            return None


def signer(key: bytes) -> TimestampSigner:
    return TimestampSigner(key, salt=COOKIE)


def editor_of(request: Request) -> str | None:
    """The name under which the person who asks may write, or None."""
    return visitor_of(request).editor


def require_editor(request: Request) -> str:
    """The name under which the person who asks may write. Raises SignInError, which is answered by a sign-in page."""
    editor = editor_of(request)
    if editor is None:
        raise SignInError("Writing needs an editor’s sign-in.")
    return editor


def visitor_of(request: Request) -> Visitor:
    """Who asks. Looked up once for each request, so that an editor who is revoked is out at the next."""
    found: Visitor | None = getattr(request.state, "visitor", None)
    if found is None:
        found = request.state.visitor = find_visitor(request)
    return found


def mark_of(request: Request) -> str | None:
    """What the visitor depends on besides the store, without asking it: pages are kept apart by this. None for a reader."""
    cookie = request.cookies.get(COOKIE)
    if cookie is None:
        return "at the machine" if is_at_machine(request) else None
    return f"{request.app.state.sessions.open(cookie)} {is_at_machine(request)}"


def find_visitor(request: Request) -> Visitor:
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    cookie = request.cookies.get(COOKIE)
    at_machine = is_at_machine(request)
    if cookie is None and not at_machine:
        return Visitor(None, here=here)
    with connection_of(request) as connection:
        id_ = request.app.state.sessions.open(cookie) if cookie else None
        name = None if id_ is None else fetch_editor_name(connection, id_)
        if name is None and at_machine and not any_editor(connection):
            return Visitor(LOCAL, editors=False, here=here)
    return Visitor(name, expired=bool(cookie) and name is None, here=here)


def is_at_machine(request: Request) -> bool:
    """Whether nobody but the person at this machine can have sent it: we listen to this machine alone, nothing forwarded
    it, and it was sent to a name of this machine. A page of another site that has its own name lead here (DNS rebinding)
    sends that name.
    """
    if not is_loopback(request.app.state.host) or any(name in request.headers for name in FORWARDED):
        return False
    origin = request.headers.get("origin")
    sent_to = [request.headers.get("host", ""), *([origin.partition("://")[2]] if origin else [])]
    return all(is_loopback(PORT.sub("", name)) for name in sent_to)


@lru_cache(maxsize=64)
def is_loopback(host: str) -> bool:
    name = host.strip("[]").casefold()
    try:
        return name == "localhost" or ip_address(name).is_loopback
    except ValueError:
        return False


@contextmanager
def connection_of(request: Request) -> Iterator[Connection]:
    """The handler's connection where it has one: to wait for a second while holding one could wait for ever."""
    held = getattr(request.state, "connection", None)
    if held is not None:
        yield held
        return
    with request.app.state.engine.connect() as connection:
        yield connection


def client_of(request: Request) -> str:
    """The address that a limit counts by: of IPv6 the network, since one person has all its addresses."""
    host = request.client.host if request.client else "unknown"
    try:
        return str(ip_network(f"{host}/64", strict=False)) if ip_address(host).version == 6 else host
    except ValueError:
        return host


async def read_typed(request: Request) -> FormData:
    """The fields of a form. They stay with the request, so that sign-in can keep them where nobody is signed in."""
    typed = await request.form(max_files=1, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
    request.state.typed = typed
    return typed


Typed = Annotated[FormData, Depends(read_typed)]


def stay_signed_in(request: Request, response: Response, editor_id: int) -> None:
    """Set the cookie that says who this is: signed, out of reach for scripts, never sent along by another site's form."""
    response.set_cookie(
        COOKIE,
        request.app.state.sessions.seal(editor_id),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
