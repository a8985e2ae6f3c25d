"""gzip for those who take it: pages as small as they get, records for programs quickly."""

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

SMALLEST = 1000  # bytes that are worth it
# A page of records is long: level 6 takes 17 ms for a thousand of them, level 4 takes 6 and gives 7 % more bytes.
SMALL, QUICK = 6, 4


class Packing:
    """Packs what is sent, unless it is packed already or the reader does not take it so. Addresses for programs begin
    with `programs`."""

    def __init__(self, app: ASGIApp, programs: str) -> None:
        self.programs = programs
        self.pages = GZipMiddleware(app, SMALLEST, SMALL)
        self.records = GZipMiddleware(app, SMALLEST, QUICK)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        for_programs = scope["type"] == "http" and scope["path"].startswith(self.programs)
        await (self.records if for_programs else self.pages)(scope, receive, send)
