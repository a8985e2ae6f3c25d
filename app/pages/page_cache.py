"""Pages kept as the bytes that were sent, for as long as the store does not change.

An answer is kept if it says `Cache-Control: no-cache`, as all that `render` makes does: that is to say, it depends on
nothing but the store, the day, the address, whether htmx asks for a part, and who asks. Everything else passes through:
errors, files, exports, and whatever says `no-store` or sets a cookie. docs/adr/0008 tells why.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import localtime
from typing import Any
from zlib import crc32

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.pages.negotiating import has_already, takes_gzip
from app.pages.render import wants_fragment
from app.store.changes import Watch

MOST_BYTES = 32_000_000
# What an answer takes besides its body: headers, key, and the objects that hold them.
OVERHEAD = 2000
# Of a body that the reader has already, these do not speak.
OF_THE_BODY = (b"content-length", b"content-type", b"content-encoding")

Key = tuple[Any, ...]
Ask = Callable[[Request], str | None]


@dataclass(frozen=True, slots=True)
class Answer:
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    tag: bytes

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD


class Answers:
    """The answers that were asked for last, at most `most_bytes` of them, all of one state of the store."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self.state: object = None
        self.kept: OrderedDict[Key, Answer] = OrderedDict()

    def find(self, state: object, key: Key) -> Answer | None:
        if state != self.state:
            self.kept.clear()
            self.state, self.bytes = state, 0
        found = self.kept.get(key)
        if found is not None:
            self.kept.move_to_end(key)
        return found

    def keep(self, state: object, key: Key, answer: Answer) -> None:
        """Keep an answer that was begun in this state of the store; not if the store has changed since, for then
        nobody knows which of the two it shows."""
        if state != self.state or answer.size > self.most_bytes:
            return
        if replaced := self.kept.pop(key, None):
            self.bytes -= replaced.size
        self.kept[key] = answer
        self.bytes += answer.size
        while self.bytes > self.most_bytes:
            self.bytes -= self.kept.popitem(last=False)[1].size


class PageCache:
    """Answers from what was kept, without asking anybody further in; says which form of the answer is wanted.

    `who` names the editor that asks, or None for a reader: their pages are kept apart, and an editor's are private.
    """

    def __init__(self, app: ASGIApp, watch: Watch, who: Ask = lambda request: None) -> None:
        self.app, self.watch, self.who = app, watch, who
        self.answers = Answers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        packed = takes_gzip(",".join(headers.getlist("accept-encoding")))
        scope = {**scope, "headers": settle_coding(scope["headers"], packed)}
        watched = self.watch.state() if scope["method"] == "GET" else None
        if watched is None:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        who = self.who(request)
        host = (scope["scheme"], headers.get("host"), scope["path"], scope["query_string"])
        key = (*host, packed, wants_fragment(request), who)
        state = (*watched, localtime()[:3])
        tags = ",".join(headers.getlist("if-none-match")).encode("latin-1")
        if found := self.answers.find(state, key):
            await send_answer(found, tags, send)
            return

        def keep(answer: Answer) -> None:
            self.answers.keep(state, key, answer)

        await self.app(scope, receive, Recorder(send, keep, tags, private=who is not None).send)


class Recorder:
    """Passes an answer on; one that may be kept is held back until it is whole, gets its tag, and is kept."""

    def __init__(self, send: Send, keep: Callable[[Answer], None], tags: bytes, *, private: bool) -> None:
        self.onward, self.keep, self.tags, self.private = send, keep, tags, private
        self.begun: Message | None = None
        self.body: list[bytes] = []

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and may_be_kept(message):
            self.begun = message
        elif self.begun is None or message["type"] != "http.response.body":
            await self.onward(message)
        else:
            self.body.append(message.get("body", b""))
            if not message.get("more_body", False):
                answer = self.finish(self.begun)
                self.keep(answer)
                await send_answer(answer, self.tags, self.onward)

    def finish(self, begun: Message) -> Answer:
        body = b"".join(self.body)
        headers = MutableHeaders(raw=list(begun["headers"]))
        tag = (
            f'"{len(body):x}-{crc32(body):08x}"'  # by which one page is told from another state of it, not from others
        )
        headers["ETag"], headers["Content-Length"] = tag, str(len(body))
        if self.private:
            headers["Cache-Control"] = "private, no-cache"
        return Answer(tuple(headers.raw), body, tag.encode())


def may_be_kept(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    return start["status"] == 200 and headers.get("cache-control") == "no-cache" and "set-cookie" not in headers


async def send_answer(answer: Answer, tags: bytes, send: Send) -> None:
    """The answer, or that the reader has it already."""
    if tags and has_already(tags, answer.tag):
        headers = [pair for pair in answer.headers if pair[0] not in OF_THE_BODY]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.body})


def settle_coding(headers: list[tuple[bytes, bytes]], packed: bool) -> list[tuple[bytes, bytes]]:
    """The headers with an `Accept-Encoding` that says gzip or nothing, so that all further in need not read it."""
    rest = [pair for pair in headers if pair[0] != b"accept-encoding"]
    return [*rest, (b"accept-encoding", b"gzip")] if packed else rest
