"""Actors are shared by the documents: what each says of an actor is kept apart, and put together here."""

from collections.abc import Iterable

from sqlalchemy import Connection

from app.store.rows import as_json

# The order in which documents were saved does not matter: the fullest name; the kind that most documents give; role,
# side and Wikidata's number from the newest that gives one (between documents of one date, their hashes decide).
# CROSS JOIN makes SQLite follow the index of document_actor for this column, whose first entry is the answer.
EMPTY = "''"
NEWEST = """
    (SELECT said.{column} FROM document_actor AS said CROSS JOIN document ON document.id = said.document_id
     WHERE said.actor_id = actor.id AND said.{column} {given}
     ORDER BY said.published_on DESC, document.sha256 LIMIT 1)
"""
ALL_TOLD = {
    "name": """
    (SELECT said.name FROM document_actor AS said WHERE said.actor_id = actor.id
     ORDER BY length(said.name) DESC, said.name DESC LIMIT 1)
""",
    "kind": """
    (SELECT said.kind FROM document_actor AS said WHERE said.actor_id = actor.id
     GROUP BY said.kind ORDER BY count(*) DESC, said.kind LIMIT 1)
""",
}
NEWS = {
    "role": f"coalesce({NEWEST.format(column='role', given=f'<> {EMPTY}')}, {EMPTY})",
    "side_id": NEWEST.format(column="side_id", given="IS NOT NULL"),
    "wikidata": NEWEST.format(column="wikidata", given="IS NOT NULL"),
}
NAMED = "EXISTS (SELECT 1 FROM document_actor WHERE actor_id = actor.id)"
TOUCHED = "id IN (SELECT value FROM json_each(?))"

FORGET = f"DELETE FROM actor WHERE {TOUCHED} AND NOT {NAMED}"
MERGE_ALL, MERGE_NEWS = (
    f"UPDATE actor SET {', '.join(f'{column} = {value}' for column, value in merged.items())} WHERE {TOUCHED}"
    for merged in (ALL_TOLD | NEWS, NEWS)
)
# For check.py: the actors that are not what a merge would make of them, and rows with another day than their document's.
DIFFERENT = " OR ".join(f"{column} IS NOT {value}" for column, value in (ALL_TOLD | NEWS).items())
DISAGREEING = f"SELECT key FROM actor WHERE {NAMED} AND ({DIFFERENT})"
MISDATED = """
    SELECT DISTINCT document.slug FROM document_actor AS said JOIN document ON document.id = said.document_id
    WHERE said.published_on IS NOT document.published_on
"""

# What a new document says of an actor changes nothing where it agrees with what is known, or says less.
DISPUTED = """
    SELECT actor.id,
        max((length(said.name), said.name) > (length(actor.name), actor.name) OR said.kind IS NOT actor.kind) AS anew
    FROM document_actor AS said JOIN actor ON actor.id = said.actor_id
    WHERE said.document_id IN (SELECT value FROM json_each(?)) AND (
        (length(said.name), said.name) > (length(actor.name), actor.name)
        OR said.kind IS NOT actor.kind OR said.role NOT IN ('', actor.role)
        OR coalesce(said.side_id, actor.side_id) IS NOT actor.side_id
        OR coalesce(said.wikidata, actor.wikidata) IS NOT actor.wikidata)
    GROUP BY actor.id
"""


def merge_actors(connection: Connection, added: Iterable[int], touched: set[int]) -> None:
    """Bring the actors up to what the documents say of them; delete those that no document names any more.

    `added` are the ids of documents just saved, `touched` those of the actors of whom erased documents said something
    else. Name and kind read all that was said of an actor, so they are merged only where they may have changed.
    """
    news = connection.exec_driver_sql(DISPUTED, (as_json(added),)).all()
    anew = touched | {id_ for id_, name_or_kind in news if name_or_kind}
    if touched:
        connection.exec_driver_sql(FORGET, (as_json(touched),))
    if anew:
        connection.exec_driver_sql(MERGE_ALL, (as_json(anew),))
    if rest := {id_ for id_, _ in news} - anew:
        connection.exec_driver_sql(MERGE_NEWS, (as_json(rest),))
