"""Threads of outcomes: a threat or a promise, where it is repeated, and whether it was carried out or lapsed.

Two outcomes are linked on evidence alone that can be shown: the later one has an actor, a topic and, where both name any,
somebody affected in common with the earlier, and they share words of content. Otherwise they stay apart.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.records import OutcomeStatus, Step
from app.store.rows import as_json
from app.store.stems import content_stems

ANNOUNCED = frozenset({OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED})
FEWEST_SHARED = 2  # words of content
LEAST_SHARE = 0.4  # of the words of the shorter one
MOST_CANDIDATES = 400  # earlier outcomes looked at for one

NEGATION = re.compile(r"\b(?:not|no|never|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
# What each status may take up, and by what it may be taken up (see find_step).
TAKEN_UP_BY = {
    OutcomeStatus.OCCURRED: ANNOUNCED,
    OutcomeStatus.LAPSED: ANNOUNCED,
    OutcomeStatus.PROMISED: frozenset({OutcomeStatus.PROMISED}),
    OutcomeStatus.THREATENED: frozenset({OutcomeStatus.THREATENED}),
    OutcomeStatus.EXPECTED: frozenset[OutcomeStatus](),
}
TAKES_UP = {
    earlier: frozenset(later for later, taken_up in TAKEN_UP_BY.items() if earlier in taken_up)
    for earlier in OutcomeStatus
}
Place = tuple[date, int, int]
Rank = tuple[int, Place]


@dataclass(frozen=True, slots=True)
class Telling:
    """An outcome as the links see it; `place` orders outcomes by the day of their document, then as they stand in it."""

    id: int
    status: OutcomeStatus
    words: str
    place: Place
    affected: frozenset[int]


@dataclass(frozen=True, slots=True)
class Link:
    """An outcome that takes up an earlier one, on the evidence of the words of content that they share."""

    earlier: Telling
    later: Telling
    step: Step
    words: tuple[str, ...]

    def rank(self) -> Rank:
        return len(self.words), self.earlier.place


def find_step(earlier: Telling, later: Telling) -> Step | None:
    """What the later outcome would be to the earlier, by their statuses: a step of its thread, or None."""
    if earlier.status not in ANNOUNCED or later.place <= earlier.place:
        return None
    if later.status is OutcomeStatus.OCCURRED:
        return Step.CARRIED_OUT
    if later.status is OutcomeStatus.LAPSED:
        return Step.LAPSED
    return Step.REPEATED if later.status is earlier.status and later.status is not OutcomeStatus.EXPECTED else None


def shared_words(earlier: Telling, later: Telling) -> tuple[str, ...]:
    """The words of content in both, in the order of the later; () where they are too few to link the two, where only one
    of them is negated, or where both name somebody affected and nobody is in both.
    """
    if earlier.affected and later.affected and not earlier.affected & later.affected:
        return ()
    if bool(NEGATION.search(earlier.words)) != bool(NEGATION.search(later.words)):
        return ()
    first, second = content_stems(earlier.words), content_stems(later.words)
    shared = tuple(word for stem, word in second.items() if stem in first)
    enough = len(shared) >= FEWEST_SHARED and len(shared) >= LEAST_SHARE * min(len(first), len(second))
    return shared if enough else ()


def link_outcomes(connection: Connection, ids: set[int], unlinked: set[int]) -> None:
    """Link the outcomes just saved to the earlier ones that they take up, and later ones to them.

    `unlinked` are outcomes that were there before, whose earlier one was deleted: they may find it again, or another.
    """
    for one in fetch_tellings(connection, ids | unlinked).values():
        near = find_candidates(connection, one)
        link_to_earlier(connection, one, near)
        link_later(connection, one, [later for later in near if later.id not in ids | unlinked])


def link_to_earlier(connection: Connection, later: Telling, near: Iterable[Telling]) -> None:
    """Link the outcome to the earlier one that shares most words with it, the latest of equals."""
    links = (link for earlier in near if (link := find_link(earlier, later)))
    set_link(connection, max(links, default=None, key=Link.rank))


def link_later(connection: Connection, earlier: Telling, near: Iterable[Telling]) -> None:
    """Link later outcomes to this new one where it has more in common with them than what they are linked to now."""
    for later in near:
        link = find_link(earlier, later)
        if link and link.rank() > linked_rank(connection, later.id):
            set_link(connection, link)


def find_link(earlier: Telling, later: Telling) -> Link | None:
    step = find_step(earlier, later)
    words = shared_words(earlier, later) if step else ()
    return Link(earlier, later, step, words) if step and words else None


def linked_rank(connection: Connection, later_id: int) -> Rank:
    """How close the outcome's present link is; below every other where it has none."""
    link = "SELECT follows_id, words FROM outcome_step WHERE outcome_id = ?"
    row = connection.exec_driver_sql(link, (later_id,)).first()
    if row is None:
        return 0, (date.min, 0, 0)
    return len(row.words.split()), fetch_tellings(connection, [row.follows_id])[row.follows_id].place


def set_link(connection: Connection, link: Link | None) -> None:
    if link:
        row = (link.later.id, link.earlier.id, link.step.value, " ".join(link.words))
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO outcome_step (outcome_id, follows_id, step, words) VALUES (?, ?, ?, ?)", row
        )


# Two outcomes that share an actor and a topic have all the words that they share under that actor and topic.
CANDIDATES = """
    SELECT other.outcome_id FROM outcome_actor AS a CROSS JOIN outcome_topic AS t ON t.outcome_id = a.outcome_id
    CROSS JOIN json_each(?2) AS stem
    CROSS JOIN outcome_stem AS other ON other.actor_id = a.actor_id AND other.topic = t.topic AND other.stem = stem.value
    CROSS JOIN outcome ON outcome.id = other.outcome_id
    WHERE a.outcome_id = ?1 AND other.outcome_id <> ?1 AND outcome.status IN (SELECT value FROM json_each(?3))
    GROUP BY other.outcome_id, a.actor_id, t.topic HAVING count(*) >= ?4
    ORDER BY count(*) DESC, other.outcome_id DESC LIMIT ?5
"""


def find_candidates(connection: Connection, one: Telling) -> list[Telling]:
    """Other outcomes that this one may take up, or be taken up by: with an actor, a topic and words of content in common."""
    stems, statuses = content_stems(one.words), TAKEN_UP_BY[one.status] | TAKES_UP[one.status]
    if len(stems) < FEWEST_SHARED:
        return []
    asked = (one.id, as_json(stems), as_json(statuses), FEWEST_SHARED, MOST_CANDIDATES)
    found = set(connection.exec_driver_sql(CANDIDATES, asked).scalars())
    return list(fetch_tellings(connection, found).values()) if found else []


TELLINGS = """
    SELECT outcome.id, status, outcome.text, published_on, document.id AS document_id, start,
        (SELECT json_group_array(actor_id) FROM outcome_affected WHERE outcome_id = outcome.id) AS affected
    FROM outcome JOIN document ON document.id = document_id WHERE outcome.id IN (SELECT value FROM json_each(?))
"""


def fetch_tellings(connection: Connection, ids: Iterable[int]) -> dict[int, Telling]:
    """The outcomes of these ids; a document without a day comes before all others."""
    rows = connection.exec_driver_sql(TELLINGS, (as_json(ids),))
    return {
        row.id: Telling(
            row.id,
            OutcomeStatus(row.status),
            row.text,
            (date.fromisoformat(row.published_on) if row.published_on else date.min, row.document_id, row.start),
            frozenset(json.loads(row.affected)),
        )
        for row in rows
    }
