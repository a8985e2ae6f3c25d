"""The page of one record: its words in their paragraph, who and whom, the rule that found it, and a citation."""

from starlette.requests import Request
from starlette.responses import Response

from app.pages.citing import Entry
from app.pages.errors import MissingError
from app.pages.render import render
from app.pages.rules import explain_rule
from app.store.queries import Connection
from app.store.queries.quotes import QuoteEntry
from app.store.queries.records import fetch_kind, fetch_surroundings


def render_record(request: Request, connection: Connection, record: str, entry: Entry | None) -> Response:
    if entry is None:
        raise MissingError(
            f"The store has no {record} with this key. It may have been in a document that is no longer here."
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
        canonical=f"/{record}s/{entry.key}",
    )
