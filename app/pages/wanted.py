"""What a handler needs of a request: a connection to the store, and the filter that the URL asks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends
from starlette.requests import Request

from app.store.queries import Connection
from app.store.queries.filters import Filter, Misread

Wanted = TypeVar("Wanted", bound=Filter)


def connect(request: Request) -> Iterator[Connection]:
    with request.app.state.engine.connect() as connection, lend(request, connection):
        yield connection


@contextmanager
def lend(request: Request, connection: Connection) -> Iterator[None]:
    """Let whatever else the request asks of the store (who it is from, say) use its handler's connection, too."""
    request.state.connection = connection
    try:
        yield
    finally:
        del request.state.connection


Store = Annotated[Connection, Depends(connect)]


@dataclass(frozen=True, slots=True)
class Asked(Generic[Wanted]):
    """The filter of a URL, and what in the URL could not be used."""

    filter: Wanted
    misread: tuple[Misread, ...]

    def status(self, unknown: tuple[str, ...] = ()) -> int:
        """404 where a chosen key is not in the store, 400 where a value could not be used; a stranger's parameter is
        no fault."""
        if any(each.known for each in self.misread):
            return 400
        return 404 if unknown else 200


def ask(kind: type[Wanted], request: Request) -> Asked[Wanted]:
    return Asked(*kind.parse(request.query_params.multi_items()))
