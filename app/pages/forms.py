"""A record's form as a page: how it opens, what is sent back where it was wrong, and where one goes when it was right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.pages.documents import Paragraph, lay_paragraphs
from app.pages.errors import MissingError
from app.pages.fields import Filled, Named, Taking
from app.pages.marking import Stretch
from app.pages.placing import read_mark
from app.pages.render import render
from app.pages.signing import local_address
from app.store.queries import Connection
from app.store.queries.history import HistoryEntry, fetch_target_history
from app.store.queries.workbench import Member, Workbench, fetch_named, fetch_workbench, members_named

NAMES = {"quote": "quote", "demand": "stated position", "outcome": "outcome"}
LONGEST_REASON = 500


@dataclass(frozen=True, slots=True)
class Form:
    """What a form shows: `action` is where it is sent, `back` where one came from, `wrong` what is wrong with it as a
    whole, `conflict` what others changed since it was opened."""

    record: str
    action: str
    title: str
    button: str
    bench: Workbench
    filled: tuple[Filled, ...]
    cancel: str
    back: str = ""
    expected: int = 0
    was: str = "{}"
    reason: str = ""
    wrong: tuple[str, ...] = ()
    conflict: tuple[HistoryEntry, ...] = ()
    key: str = ""

    @property
    def strangers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for each in self.filled for name in each.strangers))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The article, with the record's words marked in it."""
        marked = next((read_mark(each.mark) for each in self.filled if each.field.name == "words"), None)
        marks = [Stretch(*marked, self.record, lit=True)] if marked else []
        return lay_paragraphs(self.bench.text, self.bench.body_start, marks)

    @property
    def faults(self) -> bool:
        return bool(self.wrong) or any(each.error for each in self.filled)


def need_workbench(connection: Connection, slug: str) -> Workbench:
    bench = fetch_workbench(connection, slug)
    if bench is None:
        raise MissingError("The store has no article with this name.")
    return bench


def named_in(connection: Connection, bench: Workbench) -> Named:
    """Who has a name: those of the article first, then anybody of the store."""

    def find(words: str) -> tuple[Member, ...]:
        return members_named(bench.cast, words) or fetch_named(connection, words)

    return find


def with_fault(form: Form, message: str, field: str = "") -> Form:
    """The form with what is wrong, beside the field that it is about."""
    names = {each.field.name for each in form.filled}
    if field.removesuffix("_start") in names:
        field = field.removesuffix("_start")
    if field not in names:
        return replace(form, wrong=(*form.wrong, message))
    return replace(form, filled=blame(form.filled, field, message))


def blame(filled: Iterable[Filled], field: str, message: str) -> tuple[Filled, ...]:
    return tuple(replace(each, error=message) if each.field.name == field else each for each in filled)


def render_form(request: Request, template: str, page: Form | object, *, status: int = 200, **more: Any) -> Response:
    """The page of a form, or the form alone where htmx opens it in place; one that was wrong takes the place of the
    one that was sent."""
    part = "correct/_form.html" if isinstance(page, Form) else "correct/_decide.html"
    answer = render(request, template, page, status=status, fragment=part, **more)
    if status != 200:
        answer.headers["Cache-Control"] = "no-store"
    if status != 200 and request.headers.get("HX-Request") == "true":
        answer.status_code = 200  # htmx swaps in nothing else
        place = {"HX-Retarget": "#correction", "HX-Reselect": "#correction", "HX-Reswap": "outerHTML"}
        answer.headers.update(place | {"HX-Push-Url": "false"})
    return answer


def changes_since(request: Request, record: str, key: str, seen: int) -> tuple[HistoryEntry, ...]:
    """What was changed of a record or an actor after the change that an editor had seen, oldest first."""
    with request.app.state.engine.connect() as connection:
        history = fetch_target_history(connection, record, key)
    return tuple(entry for entry in reversed(history) if entry.id > seen)


def reason_of(taking: Taking) -> str:
    return " ".join(taking.texts("reason"))[:LONGEST_REASON]


def go_back(back: str, record: str, key: str) -> Response:
    """To where one came from, the record lit there; to its own page where nothing is said."""
    address = local_address(back) if back else ""
    parts = urlsplit(address)
    if parts.path.startswith("/documents/"):
        kept = [pair for pair in parse_qsl(parts.query) if pair[0] != "record"]
        query = urlencode([*kept, ("record", key)])
        return RedirectResponse(f"{parts.path}?{query}#{record[0]}-{key}", 303)
    if parts.path == "/review":
        return RedirectResponse(address, 303)
    return RedirectResponse(f"/{record}s/{key}", 303)
