"""What the page of one record shows beside the record itself: its paragraph, and the records over the same words."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.store.queries.documents import Found, select_overlapping, to_found
from app.store.queries.listing import Statement, rows
from app.store.queries.values import Excerpt

MOST_CONTEXT = 4000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`paragraph` is the text from the beginning of the record's first paragraph to the end of its last;
    `overlapping` are the
    other records that share words with it."""

    paragraph: Excerpt
    overlapping: tuple[Found, ...]


def fetch_surroundings(connection: Connection, slug: str, key: str, start: int, end: int) -> Surroundings:
    """The surroundings of the record with this key, which lies at [start, end) of the document with this slug."""
    sql = "SELECT id, text, body_start FROM document WHERE slug = :slug"
    document = rows(connection, Statement(sql, {"slug": slug}))[0]
    found = rows(connection, select_overlapping(document.id, start, end))
    overlapping = tuple(to_found(row) for row in found if row.key != key)
    return Surroundings(cut_paragraph(document.text, document.body_start, start, end), overlapping)


def fetch_kind(connection: Connection, actor: str) -> str:
    """What kind of actor has this key; "" where none has."""
    found = rows(connection, Statement("SELECT kind FROM actor WHERE key = :key", {"key": actor}))
    return found[0].kind if found else ""


def cut_paragraph(text: str, body_start: int, start: int, end: int) -> Excerpt:
    """The lines in which [start, end) lies, at most MOST_CONTEXT characters more on either side."""
    first = max(text.rfind("\n", 0, start) + 1, min(body_start, start), start - MOST_CONTEXT)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + MOST_CONTEXT)
    return Excerpt(text[first:last], first, start, end)
