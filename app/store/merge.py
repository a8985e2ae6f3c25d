"""Actors are shared by the documents: what each says of an actor is kept apart, and put together here."""

from sqlalchemy import Connection, bindparam, text

# The order in which documents were saved does not matter: the fullest name; the kind that most documents give; role,
# side and Wikidata's number from the newest that gives one (between documents of one date, their hashes decide).
NEWEST = """
    (SELECT said.{column} FROM document_actor AS said JOIN document ON document.id = said.document_id
     WHERE said.actor_id = actor.id AND said.{column} <> ''
     ORDER BY document.published_on DESC, document.sha256 LIMIT 1)
"""
MERGED = {
    "name": """
    (SELECT said.name FROM document_actor AS said WHERE said.actor_id = actor.id
     ORDER BY length(said.name) DESC, said.name DESC LIMIT 1)
""",
    "kind": """
    (SELECT said.kind FROM document_actor AS said WHERE said.actor_id = actor.id
     GROUP BY said.kind ORDER BY count(*) DESC, said.kind LIMIT 1)
""",
    "role": f"coalesce({NEWEST.format(column='role')}, '')",
    "side_id": NEWEST.format(column="side_id"),
    "wikidata": NEWEST.format(column="wikidata"),
}
NAMED = "EXISTS (SELECT 1 FROM document_actor WHERE actor_id = actor.id)"

FORGET = f"DELETE FROM actor WHERE id IN :touched AND NOT {NAMED}"
MERGE = f"UPDATE actor SET {', '.join(f'{column} = {value}' for column, value in MERGED.items())} WHERE id IN :touched"
# For check.py: the actors that are not what a merge would make of them.
DIFFERENT = " OR ".join(f"{column} IS NOT {value}" for column, value in MERGED.items())
DISAGREEING = f"SELECT key FROM actor WHERE {NAMED} AND ({DIFFERENT})"

# What a new document says of an actor changes nothing where it agrees with what is known, or says less.
DISPUTED = """
    SELECT actor.id FROM document_actor AS said JOIN actor ON actor.id = said.actor_id
    WHERE said.document_id = :document AND (
        said.name IS NOT actor.name OR said.kind IS NOT actor.kind OR said.role NOT IN ('', actor.role)
        OR coalesce(said.side_id, actor.side_id) IS NOT actor.side_id
        OR coalesce(said.wikidata, actor.wikidata) IS NOT actor.wikidata)
"""


def find_disputed(connection: Connection, document_id: int) -> set[int]:
    """The actors of whom a document just added says something new.

    Only they need merging, which reads all that was ever said of an actor and so slows down as an archive grows.
    """
    return set(connection.scalars(text(DISPUTED), {"document": document_id}))


def merge_actors(connection: Connection, touched: set[int]) -> None:
    """Bring these actors up to what the documents say of them; delete those that no document names any more."""
    for sql in (FORGET, MERGE):
        statement = text(sql).bindparams(bindparam("touched", expanding=True))
        connection.execute(statement, {"touched": sorted(touched)})
