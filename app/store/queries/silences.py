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
    quote (others' words that name it) or outcome (what it does), `kind` its kind or status."""

    record: str
    number: int
    key: str
    words: str
    kind: str
    who: ActorLink | None


@dataclass(frozen=True, slots=True)
class Declined:
    """A sentence in which the actor is named and then declines to say something."""

    words: str
    document: DocumentLink


# The empty cells, and the actors that have any: what is said of an actor is read once, for all its cells.
CELLS = """WITH cell AS MATERIALIZED (SELECT actor.id, wanted.value ->> 1 AS topic
        FROM json_each(:cells) AS wanted JOIN actor ON actor.key = wanted.value ->> 0),
    silent AS MATERIALIZED (SELECT DISTINCT id FROM cell)"""
# With a bare column beside max(), SQLite takes it from the row that has the maximum.
ASKED = """SELECT l.actor_id, t.topic, 'demand' AS record, count(*) AS number, max(r.id) AS id, r.key, r.text AS words,
        r.kind, r.holder_id AS who_id
    FROM silent CROSS JOIN demand_addressee AS l ON l.actor_id = silent.id
        CROSS JOIN demand_topic AS t ON t.demand_id = l.demand_id AND (l.actor_id, t.topic) IN cell
        CROSS JOIN demand AS r ON r.id = l.demand_id AND r.holder_id <> l.actor_id
    GROUP BY l.actor_id, t.topic"""
# Its index is named because SQLite, where somebody has had it keep statistics, would rather make one of its own: 2 s of a million.
NAMED = """SELECT m.actor_id, t.topic, 'quote', count(DISTINCT r.id), max(r.id), r.key, r.text, r.kind, r.speaker_id
    FROM silent CROSS JOIN mention AS m INDEXED BY ix_mention_actor_id ON m.actor_id = silent.id
        CROSS JOIN quote AS r ON r.document_id = m.document_id AND r.start <= m.start AND r."end" >= m."end"
            AND r.speaker_id <> m.actor_id
        CROSS JOIN quote_topic AS t ON t.quote_id = r.id AND (m.actor_id, t.topic) IN cell
    GROUP BY m.actor_id, t.topic"""
DONE = """SELECT l.actor_id, t.topic, 'outcome', count(*), max(r.id), r.key, r.text, r.status, NULL
    FROM silent CROSS JOIN outcome_actor AS l ON l.actor_id = silent.id
        CROSS JOIN outcome_topic AS t ON t.outcome_id = l.outcome_id AND (l.actor_id, t.topic) IN cell
        CROSS JOIN outcome AS r ON r.id = l.outcome_id
    GROUP BY l.actor_id, t.topic"""
REPORTS = f"""{CELLS} SELECT actor.key AS actor, told.topic, record, number, told.key, words, told.kind, who.key AS who, who.name
    FROM ({ASKED} UNION ALL {NAMED} UNION ALL {DONE}) AS told JOIN actor ON actor.id = told.actor_id
        LEFT JOIN actor AS who ON who.id = told.who_id"""


def fetch_reports(
    connection: Connection, cells: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], tuple[Report, ...]]:
    """What others say of an actor on a topic, and what it does there, for each of the empty cells (actor's key,
    topic)."""
    found: dict[tuple[str, str], tuple[Report, ...]] = {}
    for row in rows(connection, Statement(REPORTS, {"cells": json.dumps(cells)})):
        place = (row.actor, row.topic)
        found[place] = (*found.get(place, ()), to_report(row))
    return found


def to_report(row: Row[Any]) -> Report:
    return Report(
        row.record, row.number, row.key, row.words, row.kind, ActorLink(row.who, row.name) if row.who else None
    )


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
