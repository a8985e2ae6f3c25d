"""Actors: the list with how much each says and is asked, and one actor's page."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from app.store.queries.columns import DOCUMENT, called, count_of, kept_number, to_document
from app.store.queries.demands import DemandEntry, select_demands, to_demand
from app.store.queries.filters import ActorFilter, OutcomeFilter
from app.store.queries.ledger import Ledger, fetch_ledger
from app.store.queries.listing import (
    Family,
    Statement,
    chosen_actors,
    fetch_listing,
    newest,
    newest_first,
    newest_linked,
    rows,
)
from app.store.queries.outcomes import OutcomeEntry, select_outcomes, to_outcome
from app.store.queries.quotes import QuoteEntry, select_quotes, to_quote
from app.store.queries.values import ActorLink, DocumentLink, Listing, Tally
from app.store.tally import WEIGHT

MOST_SHOWN, MOST_PLEDGES = 40, 12
STATED, ASKED, SAID = count_of("demand", "holder"), count_of("demand", "addressee"), count_of("quote", "speaker")
DONE, DOCUMENTS_OF = count_of("outcome", "actor"), count_of("document", "actor")
ENTRY = f"""actor.id, actor.key, actor.name, actor.kind, actor.role, side.key AS side_key, side.name AS side_name,
    {STATED} AS stated, {ASKED} AS asked, {SAID} AS said, {DONE} AS done, {DOCUMENTS_OF} AS documents
    FROM actor LEFT JOIN actor AS side ON side.id = actor.side_id"""
ACTORS = Family(
    table="actor",
    joined="actor",
    length=60,
    read_words=str,
    conditions={
        "q": f"actor.id IN ({called('q')})",
        "kind": "actor.kind IN (SELECT value FROM json_each(:kind))",
        "side": f"actor.side_id IN ({chosen_actors('side')})",
    },
    choices={
        "kind": ("", "actor.kind", "actor.kind"),
        "side": ("JOIN actor AS s ON s.id = actor.side_id", "s.key", "s.name"),
    },
    orders={
        "weight": ((kept_number(WEIGHT), True), ("actor.key", False)),
        "name": (("lower(actor.name)", False), ("actor.key", False)),
        "documents": ((DOCUMENTS_OF, True), ("actor.key", False)),
    },
)


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
    """One actor: every list holds at most MOST_SHOWN entries, `actor` has the full counts.

    `ledger` is what it promised and threatened, `outcomes` what else it does; `speaks_of` whom its quotes name, and in
    how many of them.
    """

    actor: ActorEntry
    names: tuple[NameUse, ...]
    roles: tuple[str, ...]
    members: tuple[ActorLink, ...]
    topics: tuple[Tally, ...]
    wants: tuple[DemandEntry, ...]
    asked: tuple[DemandEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    ledger: Ledger
    outcomes: tuple[OutcomeEntry, ...]
    speaks_of: tuple[tuple[ActorLink, int], ...]
    documents: tuple[DocumentLink, ...]


def select_by_ids(ids: str) -> Statement:
    return Statement(f"SELECT {ENTRY} WHERE actor.id IN (SELECT value FROM json_each(:ids))", {"ids": ids})


def to_actor(row: Row[Any]) -> ActorEntry:
    side = ActorLink(row.side_key, row.side_name) if row.side_key else None
    counts = (row.stated, row.asked, row.said, row.done, row.documents)
    return ActorEntry(row.key, row.name, row.kind, row.role, side, *counts)


def fetch_actors(connection: Connection, filter: ActorFilter) -> ActorPage:
    """One page of the actors that the filter leaves."""
    listing, actors = fetch_listing(connection, ACTORS, filter, select_by_ids, to_actor)
    return ActorPage(filter, listing, actors)


def select_actor(key: str) -> Statement:
    return Statement(f"SELECT {ENTRY} WHERE actor.key = :key", {"key": key})


def select_names(id: int) -> Statement:
    sql = """SELECT value AS name, number AS documents FROM tally WHERE list = 'alias actor=' || :id
        ORDER BY documents DESC, length(name) DESC, name LIMIT 30"""
    return Statement(sql, {"id": id})


def select_roles(id: int) -> Statement:
    sql = "SELECT value AS role FROM tally WHERE list = 'role actor=' || :id ORDER BY number DESC, value LIMIT 8"
    return Statement(sql, {"id": id})


def select_members(id: int) -> Statement:
    sql = f"""SELECT actor.key, actor.name FROM actor WHERE actor.side_id = :id
        ORDER BY {STATED} DESC, actor.name LIMIT 40"""
    return Statement(sql, {"id": id})


def select_topics(id: int) -> Statement:
    sql = """SELECT iif(value = 'topic', 'other', value) AS value, sum(number) AS number FROM tally
        WHERE list IN ('demand holder=' || :id || ' topic', 'demand holder=' || :id || ' lacking')
        GROUP BY 1 ORDER BY 1 = 'other', 2 DESC, 1"""
    return Statement(sql, {"id": id})


def select_spoken_of(id: int) -> Statement:
    sql = """SELECT actor.key, actor.name, number FROM (SELECT value, number FROM tally
            WHERE list = 'quote speaker=' || :id || ' named' ORDER BY number DESC, value LIMIT 12)
        JOIN actor ON actor.id = CAST(value AS INTEGER) ORDER BY number DESC, actor.name"""
    return Statement(sql, {"id": id})


def select_documents(id: int) -> Statement:
    sql = f"""SELECT {DOCUMENT} FROM document WHERE id IN (SELECT document_id FROM document_actor WHERE actor_id = :id
        ORDER BY document_id DESC LIMIT {MOST_SHOWN}) ORDER BY id DESC"""
    return Statement(sql, {"id": id})


def fetch_dossier(connection: Connection, key: str) -> Dossier | None:
    """Everything that one actor's page shows, or None where no actor has the key."""
    found = rows(connection, select_actor(key))
    if not found:
        return None
    id = found[0].id
    wants = newest("demand", "r.holder_id = :id", MOST_SHOWN)
    asked = newest_linked("demand_addressee", MOST_SHOWN)
    said = newest("quote", "r.speaker_id = :id", MOST_SHOWN)
    done = newest_linked("outcome_actor", MOST_SHOWN, "r.status NOT IN ('promised', 'threatened')")
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
        ledger=fetch_ledger(connection, OutcomeFilter(actor=(key,)), MOST_PLEDGES),
        speaks_of=tuple((ActorLink(row.key, row.name), row.number) for row in rows(connection, select_spoken_of(id))),
        documents=tuple(map(to_document, rows(connection, select_documents(id)))),
    )


def fetch_nearest(connection: Connection, words: str, most: int = 6) -> tuple[ActorLink, ...]:
    """Actors whose key or another name has one of the words in it, for a reader who asked for one that is not there."""
    parts = [part for part in words.split("-") if len(part) > 2][:4]
    sql = f"""SELECT key, name FROM actor WHERE EXISTS (SELECT 1 FROM json_each(:parts) AS part WHERE
        instr(actor.key, part.value))
        ORDER BY {STATED} DESC, name LIMIT {most}"""
    found = rows(connection, Statement(sql, {"parts": json.dumps(parts)}))
    return tuple(ActorLink(row.key, row.name) for row in found)
