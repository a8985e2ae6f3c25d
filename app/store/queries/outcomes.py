"""Outcomes: by status, as questions with their branches, as one list, and one outcome."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from sqlalchemy import Connection, Row

from app.records import OutcomeStatus
from app.store.queries.branches import Conditional, Question, tie_branches
from app.store.queries.columns import (
    actors_of,
    decided,
    to_actors,
    to_date,
    to_document,
    to_excerpt,
    topics_of,
    within_sentences,
)
from app.store.queries.filters import OutcomeFilter
from app.store.queries.listing import NEWEST_DOCUMENTS, Family, Statement, bound, chosen_actors, find_path, rows
from app.store.queries.paging import by_time
from app.store.queries.values import ActorLink, DocumentLink, Excerpt

MOST_CONDITIONAL = 60
DOER = """coalesce((SELECT lower(a.name) FROM outcome_actor AS l JOIN actor AS a ON a.id = l.actor_id
    WHERE l.outcome_id = outcome.id ORDER BY l.nth LIMIT 1), '~')"""
STATUS = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(OutcomeStatus))
OUTCOMES = Family(
    table="outcome",
    conditions={
        "q": "outcome.id IN (SELECT rowid FROM outcome_text WHERE outcome_text MATCH :q)",
        "status": "outcome.status IN (SELECT value FROM json_each(:status))",
        "state": "outcome.state IN (SELECT value FROM json_each(:state))",
        "actor": f"outcome.id IN (SELECT outcome_id FROM outcome_actor WHERE actor_id IN ({chosen_actors('actor')}))",
        "affected": f"""outcome.id IN (SELECT outcome_id FROM outcome_affected
            WHERE actor_id IN ({chosen_actors("affected")}))""",
        "topic": """outcome.id IN (SELECT outcome_id FROM outcome_topic
            WHERE topic IN (SELECT value FROM json_each(:topic)))""",
        "document": "outcome.document_id IN (SELECT id FROM document WHERE slug IN (SELECT value FROM json_each(:document)))",
        "since": "outcome.day >= :since",
        "until": "outcome.day <= :until",
    },
    choices={
        "status": ("", "outcome.status", "outcome.status"),
        "state": ("", "outcome.state", "outcome.state"),
        "actor": (
            "JOIN outcome_actor AS doer ON doer.outcome_id = outcome.id JOIN actor ON actor.id = doer.actor_id",
            "actor.key",
            "actor.name",
        ),
        "affected": (
            "JOIN outcome_affected AS hit ON hit.outcome_id = outcome.id JOIN actor ON actor.id = hit.actor_id",
            "actor.key",
            "actor.name",
        ),
        "topic": ("JOIN outcome_topic AS choice ON choice.outcome_id = outcome.id", "choice.topic", "choice.topic"),
        "document": NEWEST_DOCUMENTS,
    },
    offered={"state": decided("outcome")},
    orders={
        "newest": by_time("outcome"),
        "oldest": by_time("outcome", descends=False),
        "name": ((DOER, False), *by_time("outcome")),
        "date": (("(outcome.day IS NULL)", False), ("coalesce(outcome.day, '')", True), *by_time("outcome")),
        "status": ((f"CASE outcome.status {STATUS} END", False), *by_time("outcome")),
    },
    day="outcome.day",
    joined="outcome",
    tallied="outcome",
    links={
        "actor": ("outcome_actor", "actor_id"),
        "affected": ("outcome_affected", "actor_id"),
        "topic": ("outcome_topic", "topic"),
    },
)


@dataclass(frozen=True, slots=True)
class OutcomeEntry:
    key: str
    words: str
    status: str
    actors: tuple[ActorLink, ...]
    affected: tuple[ActorLink, ...]
    condition: str | None
    condition_start: int | None
    topics: tuple[str, ...]
    occurred_on: date | None
    cue: str | None
    rule: str
    state: str
    document: DocumentLink
    excerpt: Excerpt


def select_outcomes(condition: str, **values: Any) -> Statement:
    """The entries of the outcomes `r` for which the condition holds; the context takes in the words of the
    condition."""
    inner = f"""SELECT r.id, r.key, r.document_id, r.start, r."end", r.text, r.status, r.condition_start,
        r.condition_text, r.question,
            min(r.start, coalesce(r.condition_start, r.start)) AS from_start,
            max(r."end", coalesce(r.condition_end, r."end")) AS to_end, r.occurred_on, r.cue, r.rule,
            r.state,
            {actors_of("outcome_actor", "outcome")} AS actors, {actors_of("outcome_affected", "outcome")} AS affected,
            {topics_of("outcome")} AS topics
        FROM outcome AS r WHERE {condition}"""
    return Statement(within_sentences(inner, "from_start", "to_end"), values)


def to_outcome(row: Row[Any]) -> OutcomeEntry:
    return OutcomeEntry(
        key=row.key,
        words=row.text,
        status=row.status,
        actors=to_actors(row.actors),
        affected=to_actors(row.affected),
        condition=row.condition_text,
        condition_start=row.condition_start,
        topics=tuple(orjson.loads(row.topics)),
        occurred_on=to_date(row.occurred_on),
        cue=row.cue,
        rule=row.rule,
        state=row.state,
        document=to_document(row),
        excerpt=to_excerpt(row),
    )


def fetch_questions(connection: Connection, filter: OutcomeFilter) -> tuple[Question[OutcomeEntry], ...]:
    """The conditional outcomes that the filter leaves, newest document first, as questions with their branches."""
    ids = json.dumps([row.id for row in rows(connection, select_conditional(filter))])
    newest_first = sorted(rows(connection, select_by_ids(ids)), key=lambda row: row.published_on or "", reverse=True)
    return tie_branches([to_conditional(row) for row in newest_first])


def to_conditional(row: Row[Any]) -> Conditional[OutcomeEntry]:
    return Conditional(
        outcome=to_outcome(row),
        document=row.document_id,
        condition=row.condition_text,
        condition_start=row.condition_start,
        start=row.start,
        question=row.question,
    )


def select_conditional(filter: OutcomeFilter) -> Statement:
    """Ids of the newest outcomes with a condition among those that the filter leaves."""
    values = bound(filter)
    path = find_path(OUTCOMES, values)
    sql = f"""SELECT {path.id} AS id FROM {path.source} WHERE {path.where} AND outcome.condition_start IS NOT NULL
        ORDER BY {path.id} DESC LIMIT {MOST_CONDITIONAL}"""
    return Statement(sql, values)


def select_by_ids(ids: str) -> Statement:
    return select_outcomes("r.id IN (SELECT value FROM json_each(:ids))", ids=ids)


def fetch_outcome(connection: Connection, key: str) -> OutcomeEntry | None:
    """The outcome with this key, or None."""
    found = rows(connection, select_outcomes("r.key = :key", key=key))
    return to_outcome(found[0]) if found else None
