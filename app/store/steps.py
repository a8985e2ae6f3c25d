"""Threads of outcomes: a threat or a promise, where it is repeated, and whether it was carried out or lapsed.

Two outcomes are linked on evidence alone that can be shown: the later one has an actor, a topic and, where both name any,
somebody affected in common with the earlier, and they share words of content. Otherwise they stay apart.
"""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from app.records import OutcomeStatus, Step
from app.store.insert import TABLE, insert_rows

ANNOUNCED = frozenset({OutcomeStatus.PROMISED, OutcomeStatus.THREATENED, OutcomeStatus.EXPECTED})
FEWEST_SHARED = 2  # words of content
LEAST_SHARE = 0.4  # of the words of the shorter one
MOST_CANDIDATES = 400  # earlier outcomes looked at for one

WORD = re.compile(r"[^\W\d_]{3,}")
ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
NEGATION = re.compile(r"\b(?:not|no|never|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
EMPTY = re.compile(
    r"the|and|for|with|that|this|from|its|his|her|their|our|into|over|after|before|until|within|about|than|will|would|has|have|had"
    r"|been|being|was|were|are|all|any|more|most|some|such|other|last|next|first|again|also|once|both|what|which|who|when"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """An outcome as the links see it; `place` orders outcomes by the day of their document, then as they stand in it."""

    id: int
    status: OutcomeStatus
    words: str
    place: tuple[date, int, int]
    affected: frozenset[int]


def content_stems(words: str) -> dict[str, str]:
    """The words of content by their stems: names (capitals within the words), figures and small words left out."""
    found: dict[str, str] = {}
    for match in WORD.finditer(words):
        word = match.group()
        if not EMPTY.fullmatch(word.casefold()) and not (word[0].isupper() and match.start()):
            found.setdefault(ENDING.sub("", word.casefold()), word.casefold())
    return found


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


def link_outcomes(connection: Connection, document_id: int) -> None:
    """Link the outcomes of a document just saved to the earlier ones that they take up, and later ones to them."""
    ids = list(connection.scalars(text("SELECT id FROM outcome WHERE document_id = :id"), {"id": document_id}))
    tellings = fetch_tellings(connection, ids)
    later = {other for one in tellings.values() for other in find_candidates(connection, one) if other not in tellings}
    for one in sorted((tellings | fetch_tellings(connection, list(later))).values(), key=lambda one: one.place):
        link_outcome(connection, one)


def link_outcome(connection: Connection, later: Telling) -> None:
    """Replace the outcome's link by the one to the earlier outcome that shares most words with it, the latest of equals."""
    steps = TABLE["outcome_step"]
    connection.execute(steps.delete().where(steps.c.outcome_id == later.id))
    best: tuple[int, tuple[date, int, int], Telling, Step, tuple[str, ...]] | None = None
    for earlier in fetch_tellings(connection, find_candidates(connection, later)).values():
        step = find_step(earlier, later)
        words = shared_words(earlier, later) if step else ()
        if step and words and (best is None or (len(words), earlier.place) > best[:2]):
            best = (len(words), earlier.place, earlier, step, words)
    if best:
        row = {"outcome_id": later.id, "follows_id": best[2].id, "step": best[3], "words": " ".join(best[4])}
        insert_rows(connection, "outcome_step", [row])


def find_candidates(connection: Connection, one: Telling) -> list[int]:
    """The ids of other outcomes with a word of content, an actor and a topic in common with this one."""
    stems = content_stems(one.words)
    if len(stems) < FEWEST_SHARED:
        return []
    query = text(
        "SELECT rowid FROM outcome_text WHERE outcome_text MATCH :words AND rowid <> :id"
        " AND EXISTS (SELECT 1 FROM outcome_actor a JOIN outcome_actor b USING (actor_id)"
        "  WHERE a.outcome_id = :id AND b.outcome_id = outcome_text.rowid)"
        " AND EXISTS (SELECT 1 FROM outcome_topic a JOIN outcome_topic b USING (topic)"
        "  WHERE a.outcome_id = :id AND b.outcome_id = outcome_text.rowid)"
        " ORDER BY rowid DESC LIMIT :most"
    )
    words = " OR ".join(f'"{word}"' for word in stems.values())
    return list(connection.scalars(query, {"words": words, "id": one.id, "most": MOST_CANDIDATES}))


def fetch_tellings(connection: Connection, ids: list[int]) -> dict[int, Telling]:
    """The outcomes of these ids; a document without a day comes before all others."""
    if not ids:
        return {}
    outcome, document, affected = TABLE["outcome"], TABLE["document"], TABLE["outcome_affected"]
    felt: dict[int, set[int]] = {}
    for row in connection.execute(
        affected.select()
        .with_only_columns(affected.c.outcome_id, affected.c.actor_id)
        .where(affected.c.outcome_id.in_(ids))
    ):
        felt.setdefault(row.outcome_id, set()).add(row.actor_id)
    rows = connection.execute(
        outcome.join(document)
        .select()
        .with_only_columns(
            outcome.c.id, outcome.c.status, outcome.c.text, outcome.c.start, document.c.id, document.c.published_on
        )
        .where(outcome.c.id.in_(ids))
    )
    return {
        id_: Telling(
            id_, OutcomeStatus(status), words, (day or date.min, document_id, start), frozenset(felt.get(id_, ()))
        )
        for id_, status, words, start, document_id, day in rows
    }
