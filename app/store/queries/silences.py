"""Why an actor's place in a comparison is empty: nothing was found; only others speak of it; it would not say."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from app.store.queries.columns import DOCUMENT, to_document
from app.store.queries.statements import Statement, rows
from app.store.queries.values import ActorLink, DocumentLink

MOST_DECLINED = 12
DECLINED = (
    "declined to say",
    "declined to comment",
    "declined to answer",
    "declined to discuss",
    "refused to say",
    "refused to comment",
    "refused to answer",
    "would not say",
    "would not comment",
)


@dataclass(frozen=True, slots=True)
class Report:
    """How often others speak of an actor on a topic, with the newest of it: `record` is demand (asked of the actor),
    quote (others' words that name it) or outcome (what it does)."""

    record: str
    number: int
    key: str
    words: str
    who: ActorLink | None


@dataclass(frozen=True, slots=True)
class Declined:
    """A sentence in which the actor is named and then declines to say something."""

    words: str
    document: DocumentLink


ASKED = """SELECT actor.key AS actor, t.topic, 'demand' AS record, count(*) AS number, max(r.id), r.key, r.text AS words,
        h.key AS who, h.name
    FROM demand_addressee AS l JOIN actor ON actor.id = l.actor_id JOIN demand AS r ON r.id = l.demand_id
        JOIN demand_topic AS t ON t.demand_id = r.id JOIN actor AS h ON h.id = r.holder_id AND h.id <> actor.id
    WHERE actor.key IN (SELECT value FROM json_each(:keys)) GROUP BY actor.id, t.topic"""
NAMED = """SELECT actor.key, t.topic, 'quote', count(DISTINCT r.id), max(r.id), r.key, r.text, s.key, s.name
    FROM mention AS m JOIN actor ON actor.id = m.actor_id
        JOIN quote AS r ON r.document_id = m.document_id AND r.start <= m.start AND r."end" >= m."end"
        JOIN quote_topic AS t ON t.quote_id = r.id JOIN actor AS s ON s.id = r.speaker_id AND s.id <> actor.id
    WHERE actor.key IN (SELECT value FROM json_each(:keys)) GROUP BY actor.id, t.topic"""
DONE = """SELECT actor.key, t.topic, 'outcome', count(*), max(r.id), r.key, r.text, NULL, NULL
    FROM outcome_actor AS l JOIN actor ON actor.id = l.actor_id JOIN outcome AS r ON r.id = l.outcome_id
        JOIN outcome_topic AS t ON t.outcome_id = r.id
    WHERE actor.key IN (SELECT value FROM json_each(:keys)) GROUP BY actor.id, t.topic"""


def fetch_reports(connection: Connection, keys: Sequence[str]) -> Mapping[tuple[str, str], tuple[Report, ...]]:
    """What others say of each of the actors, and what it does, by (actor's key, topic)."""
    found: dict[tuple[str, str], tuple[Report, ...]] = {}
    for row in rows(connection, Statement(f"{ASKED} UNION ALL {NAMED} UNION ALL {DONE}", {"keys": json.dumps(keys)})):
        place = (row.actor, row.topic)
        found[place] = (*found.get(place, ()), to_report(row))
    return found


def to_report(row: Row[Any]) -> Report:
    return Report(row.record, row.number, row.key, row.words, ActorLink(row.who, row.name) if row.who else None)


def fetch_declined(connection: Connection, keys: Sequence[str]) -> Mapping[str, tuple[Declined, ...]]:
    """The sentences in which one of the actors would not say something, by its key; newest document first.

    Full text finds the few documents that have such words at all; only in those are sentences read.
    """
    told = " OR ".join(f"instr(c.words, '{words}') > c.named" for words in DECLINED)
    sql = f"""SELECT c.actor, c.words, {DOCUMENT} FROM (
            SELECT DISTINCT actor.key AS actor, m.document_id, s.start, min(m."end") - s.start AS named,
                substr(document.text, s.start + 1, s."end" - s.start) AS words
            FROM mention AS m JOIN actor ON actor.id = m.actor_id JOIN document ON document.id = m.document_id
                JOIN sentence AS s ON s.document_id = m.document_id AND s.start <= m.start AND s."end" >= m."end"
            WHERE actor.key IN (SELECT value FROM json_each(:keys))
                AND m.document_id IN (SELECT rowid FROM document_text WHERE document_text MATCH :query)
            GROUP BY actor.id, m.document_id, s.start) AS c
        JOIN document ON document.id = c.document_id
        WHERE {told} ORDER BY coalesce(document.published_on, '') DESC, document.id DESC, c.start LIMIT {MOST_DECLINED}"""
    query = " OR ".join(f'"{words}"' for words in DECLINED)
    return gather(rows(connection, Statement(sql, {"keys": json.dumps(keys), "query": query})))


def gather(found: Iterable[Row[Any]]) -> dict[str, tuple[Declined, ...]]:
    gathered: dict[str, tuple[Declined, ...]] = {}
    for row in found:
        gathered[row.actor] = (*gathered.get(row.actor, ()), Declined(row.words, to_document(row)))
    return gathered
