"""Actors are shared by the documents: what each says of an actor is kept apart, and put together here."""

from sqlalchemy import Connection, bindparam, text

# The order in which documents were saved does not matter: the fullest name; the kind that most documents give; role,
# side and Wikidata's number from the newest that gives one (between documents of one date, their hashes decide).
NEWEST = """
    (SELECT said.{column} FROM document_actor AS said JOIN document ON document.id = said.document_id
     WHERE said.actor_id = actor.id AND said.{column} <> ''
     ORDER BY document.published_on DESC, document.sha256 LIMIT 1)
"""
MERGE = f"""
    UPDATE actor SET
      name = (SELECT said.name FROM document_actor AS said WHERE said.actor_id = actor.id
              ORDER BY length(said.name) DESC, said.name DESC LIMIT 1),
      kind = (SELECT said.kind FROM document_actor AS said WHERE said.actor_id = actor.id
              GROUP BY said.kind ORDER BY count(*) DESC, said.kind LIMIT 1),
      role = coalesce({NEWEST.format(column="role")}, ''),
      side_id = {NEWEST.format(column="side_id")},
      wikidata = {NEWEST.format(column="wikidata")}
    WHERE id IN :touched
"""
FORGET = (
    "DELETE FROM actor WHERE id IN :touched AND NOT EXISTS (SELECT 1 FROM document_actor WHERE actor_id = actor.id)"
)


def merge_actors(connection: Connection, touched: set[int]) -> None:
    """Bring these actors up to what the documents say of them; delete those that no document names any more."""
    for statement in (FORGET, MERGE):
        connection.execute(
            text(statement).bindparams(bindparam("touched", expanding=True)), {"touched": sorted(touched)}
        )
