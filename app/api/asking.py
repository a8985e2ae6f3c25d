"""What a request of a program asks for; unlike a page, a program is refused whatever it got wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlencode

import orjson
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from app.records import DemarcheError
from app.store.queries import Connection
from app.store.queries.batches import fetch_chosen
from app.store.queries.counted import Known
from app.store.queries.filters import Filter
from app.store.queries.forms import FORMS, Form

MOST_RECORDS, USUAL_RECORDS = 1000, 100
Written = TypeVar("Written")


class AskingError(DemarcheError):
    """A request that cannot be answered; `status` says in what way."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """The records wanted, the actors and documents that their filter names, and the parameters beside the filter's."""

    form: Form
    filter: Filter
    known: dict[str, Known]
    beside: dict[str, str]

    def address(self, site: str, name: str, filter: Filter) -> str:
        return f"{site}/api/v1/{name}?{urlencode([*filter.pairs(), *self.beside.items()])}"

    @property
    def limit(self) -> int:
        given = self.beside.get("limit", str(USUAL_RECORDS))
        if not given.isascii() or not given.isdigit() or not 1 <= int(given[:9]) <= MOST_RECORDS:
            raise AskingError(f"limit={given[:40]} is not a number from 1 to {MOST_RECORDS}")
        return int(given)

    def choose(self, written: Mapping[str, Written]) -> dict[str, Written]:
        """Of all that a record has, what `fields` names, in its order."""
        names = self.beside["fields"].split(",") if "fields" in self.beside else list(written)
        if unknown := [name for name in names if name not in written]:
            raise AskingError(f"fields: {unknown[0][:40] or 'nothing'} is none of: {', '.join(written)}")
        return {name: written[name] for name in names}


def find_form(name: str) -> Form:
    if name not in FORMS:
        raise AskingError(f"There are no records called {name[:40]}. There are: {', '.join(FORMS)}.", 404)
    return FORMS[name]


def read_asked(request: Request, connection: Connection, name: str, beside: tuple[str, ...]) -> Asked:
    """What the address asks for; `beside` are the parameters that it may have besides those of the filter.

    Raises AskingError for whatever cannot be used: left out, it would give more records than were asked for.
    """
    form, pairs = find_form(name), request.query_params.multi_items()
    filter, misread = form.filter.parse([pair for pair in pairs if pair[0] not in beside])
    if misread:
        raise AskingError("; ".join(f"{each.name}={each.value} {each.why}" for each in misread))
    known, unknown = fetch_chosen(connection, filter)
    if unknown:
        raise AskingError(f"nothing in the store has the key {unknown[0]}", 404)
    return Asked(form, filter, known, {key: value for key, value in pairs if key in beside})


def answer(body: bytes, status: int = 200) -> Response:
    headers = {"Cache-Control": "no-cache"} if status == 200 else {}
    return Response(body, status, headers, media_type="application/json")


def show_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, AskingError)
    return answer(orjson.dumps({"error": str(error)}), error.status)


def add_api_errors(app: FastAPI) -> None:
    app.add_exception_handler(AskingError, show_error)
