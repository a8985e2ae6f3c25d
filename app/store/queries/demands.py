"""Stated positions (demands, goals, refusals): the list that a filter leaves, and one of them."""

from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import Connection, Row

from app.store.ids import DOCUMENTS, RECORDS, of_days
from app.store.queries.columns import (
    actors_of,
    decided,
    to_actors,
    to_document,
    to_excerpt,
    topics_of,
    within_sentences,
)
from app.store.queries.filters import DemandFilter
from app.store.queries.listing import NEWEST_DOCUMENTS, Family, Statement, chosen_actors, fetch_listing, rows
from app.store.queries.paging import by_time
from app.store.queries.values import ActorLink, DocumentLink, Excerpt, Listing

DEMANDS = Family(
    table="demand",
    conditions={
        "q": "demand.id IN (SELECT rowid FROM demand_text WHERE demand_text MATCH :q)",
        "holder": f"demand.holder_id IN ({chosen_actors('holder')})",
        "addressee": f"""demand.id IN (SELECT demand_id FROM demand_addressee
            WHERE actor_id IN ({chosen_actors("addressee")}))""",
        "kind": "demand.kind IN (SELECT value FROM json_each(:kind))",
        "state": "demand.state IN (SELECT value FROM json_each(:state))",
        "topic": """demand.id IN (SELECT demand_id FROM demand_topic
            WHERE topic IN (SELECT value FROM json_each(:topic)))""",
        "document": "demand.document_id IN (SELECT id FROM document WHERE slug IN (SELECT value FROM json_each(:document)))",
        **of_days("demand.id", DOCUMENTS * RECORDS),
    },
    choices={
        "holder": ("JOIN actor ON actor.id = demand.holder_id", "actor.key", "actor.name"),
        "addressee": (
            "JOIN demand_addressee AS asked ON asked.demand_id = demand.id JOIN actor ON actor.id = asked.actor_id",
            "actor.key",
            "actor.name",
        ),
        "kind": ("", "demand.kind", "demand.kind"),
        "state": ("", "demand.state", "demand.state"),
        "topic": ("JOIN demand_topic AS choice ON choice.demand_id = demand.id", "choice.topic", "choice.topic"),
        "document": NEWEST_DOCUMENTS,
    },
    offered={"state": decided("demand")},
    orders={
        "newest": by_time("demand"),
        "oldest": by_time("demand", descends=False),
        "name": (("(SELECT lower(name) FROM actor WHERE actor.id = demand.holder_id)", False), *by_time("demand")),
    },
    day="demand.day",
    dated=DOCUMENTS * RECORDS,
    joined="demand",
    tallied="demand",
    links={"addressee": ("demand_addressee", "actor_id"), "topic": ("demand_topic", "topic")},
)


@dataclass(frozen=True, slots=True)
class DemandEntry:
    key: str
    words: str
    kind: str
    holder: ActorLink
    role: str
    addressees: tuple[ActorLink, ...]
    topics: tuple[str, ...]
    cue: str | None
    rule: str
    state: str
    document: DocumentLink
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class DemandPage:
    filter: DemandFilter
    listing: Listing
    demands: tuple[DemandEntry, ...]


def select_demands(condition: str, **values: Any) -> Statement:
    """The entries of the demands `r` for which the condition holds."""
    inner = f"""SELECT r.id, r.key, r.document_id, r.start, r."end", r.text, r.kind, r.cue, r.rule, r.state,
            holder.key AS holder_key, holder.name AS holder_name, holder.role,
            {actors_of("demand_addressee", "demand")} AS addressees, {topics_of("demand")} AS topics
        FROM demand AS r JOIN actor AS holder ON holder.id = r.holder_id WHERE {condition}"""
    return Statement(within_sentences(inner, "start", '"end"'), values)


def newest_held(most: int, condition: str = "TRUE") -> str:
    """The ids of the newest demands `r` of the actors whose keys are `holders`, for which the condition holds.

    The newest of each are read along the index of its demands, so that nobody's are sorted.
    """
    return f"""SELECT each.id FROM actor CROSS JOIN demand AS each ON each.id IN (
            SELECT r.id FROM demand AS r WHERE r.holder_id = actor.id AND {condition} ORDER BY r.id DESC LIMIT {most})
        WHERE actor.key IN (SELECT value FROM json_each(:holders)) ORDER BY each.id DESC LIMIT {most}"""


def to_demand(row: Row[Any]) -> DemandEntry:
    return DemandEntry(
        key=row.key,
        words=row.text,
        kind=row.kind,
        holder=ActorLink(row.holder_key, row.holder_name),
        role=row.role,
        addressees=to_actors(row.addressees),
        topics=tuple(orjson.loads(row.topics)),
        cue=row.cue,
        rule=row.rule,
        state=row.state,
        document=to_document(row),
        excerpt=to_excerpt(row),
    )


def fetch_demands(connection: Connection, filter: DemandFilter) -> DemandPage:
    """One page of the demands that the filter leaves, with the counts beside every choice."""
    listing, demands = fetch_listing(connection, DEMANDS, filter, select_by_ids, to_demand)
    return DemandPage(filter, listing, demands)


def select_by_ids(ids: str) -> Statement:
    return select_demands("r.id IN (SELECT value FROM json_each(:ids))", ids=ids)


def fetch_demand(connection: Connection, key: str) -> DemandEntry | None:
    """The demand with this key, or None."""
    found = rows(connection, select_demands("r.key = :key", key=key))
    return to_demand(found[0]) if found else None
