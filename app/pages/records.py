"""The page of one record: its words in their paragraph, who and whom, the rule that found it, and a citation."""

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from app.pages.citing import Entry
from app.pages.errors import MissingError
from app.pages.render import render
from app.pages.rules import explain_rule
from app.store.queries import Connection
from app.store.queries.demands import fetch_demand
from app.store.queries.history import fetch_target_history
from app.store.queries.outcomes import fetch_outcome
from app.store.queries.quotes import QuoteEntry, fetch_quote
from app.store.queries.records import fetch_kind, fetch_surroundings
from app.store.queries.review import fetch_set_aside

FETCH: Mapping[str, Callable[[Connection, str], Entry | None]] = {
    "quote": fetch_quote,
    "demand": fetch_demand,
    "outcome": fetch_outcome,
}


def fetch_entry(connection: Connection, record: str, key: str) -> Entry | None:
    """The quote, demand or outcome with this key, or None."""
    return FETCH[record](connection, key)


def render_record(request: Request, connection: Connection, record: str, key: str) -> Response:
    entry = fetch_entry(connection, record, key)
    history = fetch_target_history(connection, record, key)
    if entry is None and (aside := fetch_set_aside(connection, key)):
        return render(request, "records/set_aside.html", aside, record=record, history=history)
    if entry is None:
        raise MissingError(
            f"The store has no {record} with this key. It may have been in an article that is no longer here."
        )
    marked = entry.excerpt
    around = fetch_surroundings(connection, entry.document.slug, entry.key, marked.mark_start, marked.mark_end)
    speaker_kind = fetch_kind(connection, entry.speaker.key) if isinstance(entry, QuoteEntry) else ""
    return render(
        request,
        f"records/{record}.html",
        entry,
        record=record,
        around=around,
        rule=explain_rule(entry.rule),
        speaker_kind=speaker_kind,
        history=history,
        expected=history[0].id if history else 0,
        canonical=f"/{record}s/{entry.key}",
    )
