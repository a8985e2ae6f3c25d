"""Threads of outcomes: a threat or a promise, where it is repeated, and whether it was carried out or lapsed.

Two outcomes are linked on evidence alone that can be shown: the later one has an actor, a topic and, where both name any,
somebody affected in common with the earlier, and they share words of content. Otherwise they stay apart. Where one tells that
the thing is done and the other that it is undone, nothing was carried out: a promise is broken by it, a threat is left alone.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from sqlalchemy import Connection

from app.records import OutcomeStatus, Step
from app.store.rows import as_json
from app.store.senses import are_opposed
from app.store.stems import content_stems

ANNOUNCED = frozenset({OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED})
FEWEST_SHARED = 2  # words of content
LEAST_SHARE = 0.4  # of the words of the shorter one
MOST_CANDIDATES = 400  # earlier outcomes looked at for one
ASKED_AT_ONCE = 100

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
    for near in find_candidates(connection, ids | unlinked):
        tellings = fetch_tellings(connection, {*near, *chain.from_iterable(near.values())})
        for id, others in near.items():
            link_to_earlier(connection, tellings[id], [tellings[other] for other in others])
            later = [tellings[other] for other in others if other not in ids and other not in unlinked]
            link_later(connection, tellings[id], later)


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
    if words and are_opposed(earlier.words, later.words):
        broken = step is Step.CARRIED_OUT and earlier.status is not OutcomeStatus.THREATENED
        step = Step.LAPSED if broken else None
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
CANDIDATES = f"""
    SELECT DISTINCT id, other FROM (
        SELECT near.id, near.other, row_number() OVER (PARTITION BY near.id ORDER BY shared DESC, near.other DESC) AS rank
        FROM (
            SELECT one.outcome_id AS id, two.outcome_id AS other, count(*) AS shared
            FROM json_each(?) AS given CROSS JOIN outcome_stem AS one ON one.outcome_id = given.value
            CROSS JOIN outcome_stem AS two
                ON two.actor_id = one.actor_id AND two.topic = one.topic AND two.stem = one.stem
            WHERE two.outcome_id <> one.outcome_id
            GROUP BY one.outcome_id, two.outcome_id, one.actor_id, one.topic HAVING count(*) >= {FEWEST_SHARED}
        ) AS near
        CROSS JOIN outcome AS one ON one.id = near.id CROSS JOIN outcome AS two ON two.id = near.other
        WHERE (one.status, two.status) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
    ) WHERE rank <= {MOST_CANDIDATES}
"""
PAIRS = json.dumps([(one, two) for one in OutcomeStatus for two in TAKEN_UP_BY[one] | TAKES_UP[one]])


def find_candidates(connection: Connection, ids: Iterable[int]) -> Iterator[dict[int, list[int]]]:
    """For outcomes that may take up others, or be taken up by them, these others: with an actor, a topic and words of
    content in common.

    Asked for some at a time: one by one, asking takes longer than finding; all at once, what is found might take much room.
    """
    left = iter(ids)
    while some := list(islice(left, ASKED_AT_ONCE)):
        near: dict[int, list[int]] = {}
        for id, other in connection.exec_driver_sql(CANDIDATES, (as_json(some), PAIRS)):
            near.setdefault(id, []).append(other)
        yield near


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
