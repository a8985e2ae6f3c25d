"""The page of one record: its words in their paragraph, who and whom, the rule that found it, and a citation."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from app.pages.errors import MissingError
from app.pages.render import render
from app.pages.rules import explain_rule
from app.pages.wording import long_date, shortened
from app.store.queries import Connection
from app.store.queries.demands import DemandEntry
from app.store.queries.outcomes import OutcomeEntry
from app.store.queries.quotes import QuoteEntry
from app.store.queries.records import fetch_surroundings

Entry = QuoteEntry | DemandEntry | OutcomeEntry


def render_record(request: Request, connection: Connection, record: str, entry: Entry | None) -> Response:
    if entry is None:
        raise MissingError(
            f"The store has no {record} with this key. It may have been in a document that is no longer here."
        )
    marked = entry.excerpt
    around = fetch_surroundings(connection, entry.document.slug, entry.key, marked.mark_start, marked.mark_end)
    permalink = f"{str(request.base_url).rstrip('/')}/{record}s/{entry.key}"
    return render(
        request,
        f"records/{record}.html",
        entry,
        record=record,
        around=around,
        rule=explain_rule(entry.rule),
        permalink=permalink,
        citation=cite(entry, permalink),
        canonical=f"/{record}s/{entry.key}",
    )


def names_of(entry: Entry) -> str:
    match entry:
        case QuoteEntry():
            return entry.speaker.name
        case DemandEntry():
            return entry.holder.name
        case OutcomeEntry():
            return " and ".join(actor.name for actor in entry.actors)


def cite(entry: Entry, permalink: str) -> str:
    """One line of plain text that names who, the words, the document and where to check it."""
    document = entry.document
    who = f"{names_of(entry)}: " if names_of(entry) else ""
    published = long_date(document.published_on) if isinstance(document.published_on, date) else ""
    title = document.title if document.title.startswith("“") else f"“{document.title}”"
    origin = ", ".join(part for part in (title, document.publisher, published) if part)
    return f"{who}“{shortened(' '.join(entry.words.split()), 400)}”. In: {origin}. {permalink}"
