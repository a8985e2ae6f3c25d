"""Threads of outcomes across a saving: what a document that is replaced says as before keeps its links.

To look for the links of an outcome takes longer than to save it, and of a document that people decide about all but one
outcome stay as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection

from app.store.rows import as_json
from app.store.steps import link_outcomes

# All by which steps.py links an outcome.
TELLING = """
    SELECT outcome.key, outcome.id, json_array(status, outcome.text, published_on, document.id, start,
        (SELECT json_group_array(actor_id) FROM (SELECT actor_id FROM outcome_actor WHERE outcome_id = outcome.id ORDER BY 1)),
        (SELECT json_group_array(actor_id) FROM (SELECT actor_id FROM outcome_affected WHERE outcome_id = outcome.id ORDER BY 1)),
        (SELECT json_group_array(topic) FROM (SELECT topic FROM outcome_topic WHERE outcome_id = outcome.id ORDER BY 1))
    ) AS telling FROM outcome JOIN document ON document.id = document_id
    WHERE document_id IN (SELECT value FROM json_each(?))
"""
SAVED = "SELECT id FROM outcome WHERE document_id IN (SELECT value FROM json_each(?))"
LINKS = """
    SELECT later.key AS later, earlier.key AS earlier, step, words FROM outcome_step
    JOIN outcome AS later ON later.id = outcome_id JOIN outcome AS earlier ON earlier.id = follows_id
    WHERE outcome_id IN (SELECT value FROM json_each(?1)) OR follows_id IN (SELECT value FROM json_each(?1))
"""
RESTORE = """
    INSERT INTO outcome_step (outcome_id, follows_id, step, words)
    SELECT (SELECT id FROM outcome WHERE key = ?), (SELECT id FROM outcome WHERE key = ?), ?, ?
"""


class KeptLink(NamedTuple):
    later: str
    earlier: str
    step: str
    words: str


@dataclass(frozen=True, slots=True)
class Links:
    """What documents about to be replaced say: each outcome by its key, and the links that it has with others."""

    tellings: dict[str, str] = field(default_factory=dict)
    links: tuple[KeptLink, ...] = ()


def remember_links(connection: Connection, document_ids: Iterable[int]) -> Links:
    found = connection.exec_driver_sql(TELLING, (as_json(document_ids),)).all()
    if not found:
        return Links()
    links = connection.exec_driver_sql(LINKS, (as_json(row.id for row in found),))
    return Links({row.key: row.telling for row in found}, tuple(KeptLink(*row) for row in links))


def relink(connection: Connection, document_ids: Iterable[int], before: Links) -> None:
    """Link the outcomes of documents just saved: those that are told as before as they were, the others anew, and anew
    those of other documents, too, whose earlier one is gone."""
    if not before.tellings:
        link_outcomes(connection, set(connection.exec_driver_sql(SAVED, (as_json(document_ids),)).scalars()), set())
        return
    found = connection.exec_driver_sql(TELLING, (as_json(document_ids),)).all()
    kept = {row.key for row in found if before.tellings.get(row.key) == row.telling}
    gone = before.tellings.keys() - kept
    whole = [link for link in before.links if not gone & {link.later, link.earlier}]
    if whole:
        rows = [tuple(link) for link in whole]
        connection.exec_driver_sql(RESTORE, rows)
    orphans = {link.later for link in before.links if link.earlier in gone and link.later not in gone}
    ids = connection.exec_driver_sql(
        "SELECT id FROM outcome WHERE key IN (SELECT value FROM json_each(?))", (as_json(orphans),)
    )
    link_outcomes(connection, {row.id for row in found if row.key not in kept}, set(ids.scalars()))
