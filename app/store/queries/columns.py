"""Columns that several families select, in SQL, and how their values become page values."""

from datetime import date
from typing import Any

import orjson
from sqlalchemy import Row

from app.store.queries.values import ActorLink, DocumentLink, Excerpt
from app.store.tally import name_list

# What a document without a title is called: its first words, whole ones, in quotation marks. To trim all letters that
# it has, off its end, cuts a text at its last space.
START = "replace(substr(document.text, document.body_start + 1, 70), char(10), ' ')"
WHOLE_WORDS = f"CASE WHEN length({START}) < 70 THEN {START} ELSE rtrim({START}, replace({START}, ' ', '')) END"
OPENING = f"replace(replace(rtrim({WHOLE_WORDS}, ' ,;:.–—'), '“', '‘'), '”', '’')"
HEADING = f"coalesce(document.title, '“' || {OPENING} || '…”')"
DOCUMENT = f"""document.slug, {HEADING} AS heading, document.published_on, document.publisher,
    document.title IS NOT NULL AS titled, document.place"""


def actors_of(link: str, record: str) -> str:
    """A column of the actors that a link table names for the record `r`, in order, as JSON."""
    return f"""(SELECT json_group_array(json_array(key, name)) FROM (SELECT a.key, a.name FROM {link} AS l
        JOIN actor AS a ON a.id = l.actor_id WHERE l.{record}_id = r.id ORDER BY l.nth))"""


def count_of(record: str, role: str, actor: str = "actor") -> str:
    """A column of how many records of a kind have the actor in a role, from the counters."""
    return kept_number(name_list(record, role), actor)


def kept_number(list_: str, actor: str = "actor") -> str:
    """A column of the number that a list of the counters has for the actor."""
    kept = f"list = '{list_}' AND value = CAST({actor}.id AS TEXT)"
    return f"coalesce((SELECT number FROM tally WHERE {kept}), 0)"


def called(words: str) -> str:
    """The ids of the actors in whose names, in any document, the words occur: from the counters, which have each name
    once. `words` names the parameter."""
    told = "list >= 'alias actor=' AND list < 'alias actor>'"
    return f"""SELECT id FROM actor WHERE instr(lower(name), lower(:{words}))
        UNION SELECT CAST(substr(list, 13) AS INTEGER) FROM tally WHERE {told} AND instr(lower(value), lower(:{words}))"""


def topics_of(record: str) -> str:
    return f"""(SELECT json_group_array(topic) FROM (SELECT topic FROM {record}_topic AS t
        WHERE t.{record}_id = r.id ORDER BY t.nth))"""


def decided(record: str) -> str:
    """The condition that people have decided about any record of this kind; an index answers it at once."""
    return f"EXISTS (SELECT 1 FROM {record} WHERE state <> 'found')"


def within_sentences(inner: str, start: str, end: str) -> str:
    """The rows of `inner` (a SELECT that names its record `r`) with the sentences around [start, end) as `context`.

    `inner` must have the columns document_id, {start} and {end}; a passage outside of all sentences is its own context.
    Sentences follow one another, so the last that begins before a place is the one around it. MATERIALIZED, because
    SQLite would otherwise look for the sentences anew wherever their bounds are used.
    """
    before = "FROM sentence AS s WHERE s.document_id = i.document_id AND s.start {} ORDER BY s.start DESC LIMIT 1"
    first, last = before.format(f"<= i.{start}"), before.format(f"< i.{end}")
    return f"""WITH i AS MATERIALIZED ({inner}), c AS MATERIALIZED (SELECT i.*,
            coalesce((SELECT iif(s."end" > i.{start}, s.start, i.{start}) {first}), i.{start}) AS context_start,
            max(i.{end}, coalesce((SELECT s."end" {last}), i.{end})) AS context_end FROM i)
        SELECT c.*, {DOCUMENT},
            substr(document.text, c.context_start + 1, c.context_end - c.context_start) AS context
        FROM c JOIN document ON document.id = c.document_id"""


def to_actors(column: str) -> tuple[ActorLink, ...]:
    return tuple(ActorLink(key, name) for key, name in orjson.loads(column))


def to_document(row: Row[Any]) -> DocumentLink:
    published = to_date(row.published_on)
    return DocumentLink(row.slug, row.heading, published, row.publisher, bool(row.titled), row.place)


def to_excerpt(row: Row[Any]) -> Excerpt:
    return Excerpt(row.context, row.context_start, row.start, row.end)


def to_date(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
