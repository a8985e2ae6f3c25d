"""Actors: the list with how much each says and is asked, and one actor's page."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from app.store.queries.columns import DOCUMENT, to_document
from app.store.queries.demands import DemandEntry, select_demands, to_demand
from app.store.queries.filters import ActorFilter
from app.store.queries.listing import Statement, bound, newest, newest_first, rows
from app.store.queries.outcomes import OutcomeEntry, select_outcomes, to_outcome
from app.store.queries.quotes import QuoteEntry, select_quotes, to_quote
from app.store.queries.values import ActorLink, Choice, Choices, DocumentLink, Listing, Tally

PAGE_LENGTH = 60
MOST_SHOWN = 40
WEIGHT = "(stated * 2 + said + asked + done)"
COUNTS = """(SELECT count(*) FROM demand AS d WHERE d.holder_id = actor.id) AS stated,
    (SELECT count(*) FROM demand_addressee AS d WHERE d.actor_id = actor.id) AS asked,
    (SELECT count(*) FROM quote AS q WHERE q.speaker_id = actor.id) AS said,
    (SELECT count(*) FROM outcome_actor AS o WHERE o.actor_id = actor.id) AS done,
    (SELECT count(*) FROM document_actor AS d WHERE d.actor_id = actor.id) AS documents"""
CONDITIONS = {
    "q": """(instr(lower(actor.name), lower(:q)) OR EXISTS (SELECT 1 FROM alias
        WHERE alias.actor_id = actor.id AND instr(lower(alias.name), lower(:q))))""",
    "kind": "actor.kind IN (SELECT value FROM json_each(:kind))",
    "side": "actor.side_id IN (SELECT id FROM actor WHERE key IN (SELECT value FROM json_each(:side)))",
}
CHOICES = {
    "kind": ("", "actor.kind", "actor.kind"),
    "side": ("JOIN actor AS s ON s.id = actor.side_id", "s.key", "s.name"),
}


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor as lists show it: `stated` positions, demands `asked` of it, quotes it `said`, outcomes it has
    `done`."""

    key: str
    name: str
    kind: str
    role: str
    side: ActorLink | None
    stated: int
    asked: int
    said: int
    done: int
    documents: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    filter: ActorFilter
    listing: Listing
    actors: tuple[ActorEntry, ...]


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name under which documents know an actor, and in how many."""

    name: str
    documents: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor: every list holds at most MOST_SHOWN entries, `actor` has the full counts."""

    actor: ActorEntry
    names: tuple[NameUse, ...]
    roles: tuple[str, ...]
    members: tuple[ActorLink, ...]
    topics: tuple[Tally, ...]
    wants: tuple[DemandEntry, ...]
    asked: tuple[DemandEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    outcomes: tuple[OutcomeEntry, ...]
    documents: tuple[DocumentLink, ...]


def values_of(filter: ActorFilter, without: str = "") -> dict[str, Any]:
    values = bound(filter, without)
    return values | ({"q": filter.q} if filter.q else {})


def where(values: dict[str, Any]) -> str:
    return " AND ".join(CONDITIONS[name] for name in values if name in CONDITIONS) or "TRUE"


def select_actors(filter: ActorFilter) -> Statement:
    """One page of actors and one more, those with most records first, from behind the actor whose key is `after`."""
    values = values_of(filter)
    last = f"(SELECT -{WEIGHT}, key FROM counted WHERE key = :after)"
    behind = f"WHERE (-{WEIGHT}, key) > {last}" if "after" in values else ""
    sql = f"""WITH counted AS (SELECT actor.key, actor.name, actor.kind, actor.role, side.key AS side_key,
            side.name AS side_name, {COUNTS} FROM actor LEFT JOIN actor AS side ON side.id = actor.side_id WHERE
            {where(values)})
        SELECT * FROM counted {behind} ORDER BY -{WEIGHT}, key LIMIT {PAGE_LENGTH + 1}"""
    return Statement(sql, values)


def select_total(filter: ActorFilter) -> Statement:
    values = values_of(filter)
    return Statement(f"SELECT count(*) AS number FROM actor WHERE {where(values)}", values)


def select_choices(filter: ActorFilter, name: str) -> Statement:
    joins, value, label = CHOICES[name]
    values = values_of(filter, without=name)
    sql = f"""SELECT {value} AS value, {label} AS label, count(*) AS number FROM actor {joins} WHERE {where(values)}
        GROUP BY {value} ORDER BY number DESC, label LIMIT 40"""
    return Statement(sql, values)


def to_actor(row: Row[Any]) -> ActorEntry:
    side = ActorLink(row.side_key, row.side_name) if row.side_key else None
    counts = (row.stated, row.asked, row.said, row.done, row.documents)
    return ActorEntry(row.key, row.name, row.kind, row.role, side, *counts)


def fetch_actors(connection: Connection, filter: ActorFilter) -> ActorPage:
    """One page of the actors that the filter leaves."""
    found = [to_actor(row) for row in rows(connection, select_actors(filter))]
    shown = tuple(found[:PAGE_LENGTH])
    names = fetch_side_names(connection, filter.side)
    listing = Listing(
        total=rows(connection, select_total(filter))[0].number,
        choices=tuple(fetch_choices(connection, filter, name) for name in CHOICES),
        names=names,
        unknown=tuple(key for key in filter.side if key not in names),
        next=shown[-1].key if len(found) > PAGE_LENGTH else None,
    )
    return ActorPage(filter, listing, shown)


def fetch_side_names(connection: Connection, keys: tuple[str, ...]) -> dict[str, str]:
    sql = "SELECT key, name FROM actor WHERE key IN (SELECT value FROM json_each(:keys))"
    return {row.key: row.name for row in rows(connection, Statement(sql, {"keys": json.dumps(keys)}))}


def fetch_choices(connection: Connection, filter: ActorFilter, name: str) -> Choices:
    chosen = getattr(filter, name)
    found = rows(connection, select_choices(filter, name))
    return Choices(name, tuple(Choice(row.value, row.label, row.number, row.value in chosen) for row in found))


def select_actor(key: str) -> Statement:
    sql = f"""SELECT actor.id, actor.key, actor.name, actor.kind, actor.role, side.key AS side_key, side.name AS
        side_name,
        {COUNTS} FROM actor LEFT JOIN actor AS side ON side.id = actor.side_id WHERE actor.key = :key"""
    return Statement(sql, {"key": key})


def select_names(id: int) -> Statement:
    sql = """SELECT name, count(DISTINCT document_id) AS documents FROM alias WHERE actor_id = :id
        GROUP BY name ORDER BY documents DESC, length(name) DESC, name LIMIT 30"""
    return Statement(sql, {"id": id})


def select_roles(id: int) -> Statement:
    sql = """SELECT role FROM document_actor WHERE actor_id = :id AND role <> ''
        GROUP BY role ORDER BY count(*) DESC, role LIMIT 8"""
    return Statement(sql, {"id": id})


def select_members(id: int) -> Statement:
    sql = """SELECT actor.key, actor.name FROM actor WHERE actor.side_id = :id
        ORDER BY (SELECT count(*) FROM demand WHERE holder_id = actor.id) DESC, actor.name LIMIT 40"""
    return Statement(sql, {"id": id})


def select_topics(id: int) -> Statement:
    sql = """SELECT t.topic AS value, count(*) AS number FROM demand_topic AS t JOIN demand AS d ON d.id = t.demand_id
        WHERE d.holder_id = :id GROUP BY t.topic ORDER BY t.topic = 'other', number DESC, value"""
    return Statement(sql, {"id": id})


def select_documents(id: int) -> Statement:
    sql = f"""SELECT {DOCUMENT} FROM document_actor AS d JOIN document ON document.id = d.document_id WHERE
        d.actor_id = :id
        ORDER BY coalesce(document.published_on, '') DESC, document.id DESC LIMIT {MOST_SHOWN}"""
    return Statement(sql, {"id": id})


def fetch_dossier(connection: Connection, key: str) -> Dossier | None:
    """Everything that one actor's page shows, or None where no actor has the key."""
    found = rows(connection, select_actor(key))
    if not found:
        return None
    id = found[0].id
    wants = newest("demand", "r.holder_id = :id", MOST_SHOWN)
    asked = newest("demand", "r.id IN (SELECT demand_id FROM demand_addressee WHERE actor_id = :id)", MOST_SHOWN)
    said = newest("quote", "r.speaker_id = :id", MOST_SHOWN)
    done = newest("outcome", "r.id IN (SELECT outcome_id FROM outcome_actor WHERE actor_id = :id)", MOST_SHOWN)
    return Dossier(
        actor=to_actor(found[0]),
        names=tuple(NameUse(row.name, row.documents) for row in rows(connection, select_names(id))),
        roles=tuple(row.role for row in rows(connection, select_roles(id))),
        members=tuple(ActorLink(row.key, row.name) for row in rows(connection, select_members(id))),
        topics=tuple(Tally(row.value, row.number) for row in rows(connection, select_topics(id))),
        wants=tuple(map(to_demand, rows(connection, newest_first(select_demands(wants, id=id))))),
        asked=tuple(map(to_demand, rows(connection, newest_first(select_demands(asked, id=id))))),
        quotes=tuple(map(to_quote, rows(connection, newest_first(select_quotes(said, id=id))))),
        outcomes=tuple(map(to_outcome, rows(connection, newest_first(select_outcomes(done, id=id))))),
        documents=tuple(map(to_document, rows(connection, select_documents(id)))),
    )


def fetch_nearest(connection: Connection, words: str, most: int = 6) -> tuple[ActorLink, ...]:
    """Actors whose key or another name has one of the words in it, for a reader who asked for one that is not there."""
    parts = [part for part in words.split("-") if len(part) > 2][:4]
    sql = f"""SELECT key, name FROM actor WHERE EXISTS (SELECT 1 FROM json_each(:parts) AS part WHERE
        instr(actor.key, part.value))
        ORDER BY (SELECT count(*) FROM demand WHERE holder_id = actor.id) DESC, name LIMIT {most}"""
    found = rows(connection, Statement(sql, {"parts": json.dumps(parts)}))
    return tuple(ActorLink(row.key, row.name) for row in found)
