"""Where a page is made: on the event loop while its questions are short, in a thread as soon as they are not."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial, wraps
from inspect import signature
from typing import Any

from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.responses import Response

from app.pages.wanted import lend
from app.store.brief import LongReadError, connect_briefly

Handler = Callable[[Request], Coroutine[Any, Any, Response]]
# How long a page may ask the store on the loop, where everybody waits for it.
BRIEF_SECONDS = 0.020
# How many pages may take longer at one time; the next wait for their turn.
MOST_LONG = 4


class Page(APIRoute):
    """The route of a page: `router = APIRouter(route_class=Page)`.

    Its handler is a plain function of the request, a `connection` and the keys in its path. It is called on the event
    loop, and again in a thread if the store was not done answering after BRIEF_SECONDS; so it changes nothing.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **settings: Any) -> None:
        wanted = signature(endpoint).parameters
        self.plain = "connection" in wanted and all(f"{{{name}" in path for name in [*wanted][2:])
        super().__init__(path, brief(endpoint) if "connection" in wanted else endpoint, **settings)

    def get_route_handler(self) -> Handler:
        """Where it wants nothing but the request, a connection and keys, FastAPI need not look for what it wants."""
        if not self.plain:
            return super().get_route_handler()

        async def answer_plainly(request: Request) -> Response:
            answered: Response = await self.endpoint(request, **request.path_params)
            return answered

        return answer_plainly


def brief(make: Callable[..., Response]) -> Callable[..., Any]:
    """The handler as a coroutine function without `connection`, which it brings along."""

    @wraps(make)
    async def answer(request: Request, **keys: str) -> Response:
        try:
            with connect_briefly(request.app.state.engine, BRIEF_SECONDS) as connection, lend(request, connection):
                return make(request=request, connection=connection, **keys)
        except LongReadError:
            at_length = partial(make_at_length, make, request, keys)
            return await asyncio.get_running_loop().run_in_executor(request.app.state.threads, at_length)

    declared = signature(make)
    rest = [each for name, each in declared.parameters.items() if name != "connection"]
    vars(answer)["__signature__"] = declared.replace(parameters=rest)
    return answer


def make_at_length(make: Callable[..., Response], request: Request, keys: dict[str, str]) -> Response:
    with request.app.state.engine.connect() as connection, lend(request, connection):
        return make(request=request, connection=connection, **keys)


def make_threads() -> ThreadPoolExecutor:
    """The threads for what takes long; none is started before it is needed."""
    return ThreadPoolExecutor(MOST_LONG, "long")
