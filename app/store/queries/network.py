"""Who asks what of whom: the pairs of actors with most demands between them, and how many positions each states."""

import json
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from sqlalchemy import Connection

from app.records import DemandKind, Topic
from app.store.queries.columns import HEADING
from app.store.queries.listing import (
    Family,
    bound,
    chosen_actors,
    fetch_choices,
    fetch_known,
    source,
    unknown_keys,
    where,
)
from app.store.queries.parameters import Filter, one_of, read_key, several
from app.store.queries.statements import Statement, rows
from app.store.queries.values import ActorLink, Listing

MOST_EDGES = 24
ASKED = "JOIN demand_addressee AS asked ON asked.demand_id = demand.id AND asked.actor_id <> demand.holder_id"
ASKING = Family(
    table="demand",
    number="count(DISTINCT demand.id)",
    conditions={
        "actor": f"""demand.holder_id IN ({chosen_actors("actor")}) OR demand.id IN (SELECT demand_id
            FROM demand_addressee WHERE actor_id IN ({chosen_actors("actor")}))""",
        "kind": "demand.kind IN (SELECT value FROM json_each(:kind))",
        "topic": """demand.id IN (SELECT demand_id FROM demand_topic
            WHERE topic IN (SELECT value FROM json_each(:topic)))""",
        "document": "document.slug IN (SELECT value FROM json_each(:document))",
    },
    choices={
        "actor": (
            f"{ASKED} JOIN actor ON actor.id = asked.actor_id OR actor.id = demand.holder_id",
            "actor.key",
            "actor.name",
        ),
        "kind": (ASKED, "demand.kind", "demand.kind"),
        "topic": (
            f"{ASKED} JOIN demand_topic AS choice ON choice.demand_id = demand.id",
            "choice.topic",
            "choice.topic",
        ),
        "document": (ASKED, "document.slug", HEADING),
    },
)


@dataclass(frozen=True, slots=True)
class NetworkFilter(Filter):
    """`actor` stands at either end of what is shown. There is one order alone: the strongest pairs first."""

    sort: ClassVar[str] = ""
    actor: tuple[str, ...] = several(read_key)
    kind: tuple[DemandKind, ...] = several(one_of(DemandKind))
    topic: tuple[Topic, ...] = several(one_of(Topic))
    document: tuple[str, ...] = several(read_key)


@dataclass(frozen=True, slots=True)
class Node:
    """An actor of the picture, and how many positions it states in the whole store."""

    key: str
    name: str
    kind: str
    stated: int


@dataclass(frozen=True, slots=True)
class Edge:
    """How often `holder` asks something of `addressee`; the last of it in the words of its article.

    `address` is the list of all of it, under the same filter.
    """

    holder: ActorLink
    addressee: ActorLink
    number: int
    key: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """`pairs` is how many edges there are in all, of which at most MOST_EDGES are here, the strongest first;
    `unaddressed` how many stated positions of the filter name nobody."""

    filter: NetworkFilter
    listing: Listing
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    pairs: int
    unaddressed: int


def select_edges(filter: NetworkFilter) -> Statement:
    values = bound(filter)
    ends = f"AND (h.id IN ({chosen_actors('actor')}) OR a.id IN ({chosen_actors('actor')}))" if filter.actor else ""
    # With a bare column beside max(), SQLite takes it from the row that has the maximum.
    sql = f"""SELECT h.key AS holder, h.name AS holder_name, a.key AS addressee, a.name AS addressee_name,
            count(*) AS number, max(demand.id), demand.key, demand.text AS words, count(*) OVER () AS pairs
        FROM {source(ASKING)} {ASKED} JOIN actor AS h ON h.id = demand.holder_id
            JOIN actor AS a ON a.id = asked.actor_id
        WHERE {where(ASKING, values)} {ends}
        GROUP BY h.id, a.id ORDER BY number DESC, h.key, a.key LIMIT {MOST_EDGES}"""
    return Statement(sql, values)


def select_totals(filter: NetworkFilter) -> Statement:
    """How many positions name an addressee, and how many name nobody."""
    values = bound(filter)
    # Not IN, which would look through every addressee once for each demand.
    named = """EXISTS (SELECT 1 FROM demand_addressee AS asked
        WHERE asked.demand_id = demand.id AND asked.actor_id <> demand.holder_id)"""
    sql = f"""SELECT addressed, number - addressed AS unaddressed FROM (
        SELECT coalesce(sum({named}), 0) AS addressed, count(*) AS number
        FROM {source(ASKING)} WHERE {where(ASKING, values)})"""
    return Statement(sql, values)


def select_nodes(keys: tuple[str, ...]) -> Statement:
    sql = """SELECT key, name, kind, (SELECT count(*) FROM demand WHERE holder_id = actor.id) AS stated FROM actor
        WHERE key IN (SELECT value FROM json_each(:keys)) ORDER BY stated DESC, key"""
    return Statement(sql, {"keys": json.dumps(keys)})


def address_edge(filter: NetworkFilter, holder: str, addressee: str) -> str:
    kept = [(name, value) for name, value in filter.chosen() if name != "actor"]
    return "/demands?" + urlencode([("holder", holder), ("addressee", addressee), *kept])


def fetch_network(connection: Connection, filter: NetworkFilter) -> NetworkPage:
    """The strongest pairs that the filter leaves, with their actors."""
    found = rows(connection, select_edges(filter))
    edges = tuple(
        Edge(
            ActorLink(row.holder, row.holder_name),
            ActorLink(row.addressee, row.addressee_name),
            row.number,
            row.key,
            row.words,
            address_edge(filter, row.holder, row.addressee),
        )
        for row in found
    )
    keys = dict.fromkeys(end.key for edge in edges for end in (edge.holder, edge.addressee))
    totals = rows(connection, select_totals(filter))[0]
    known = fetch_known(connection, filter)
    names = {key: one.name for key, one in known.items()}
    return NetworkPage(
        filter=filter,
        listing=Listing(
            totals.addressed, fetch_choices(connection, ASKING, filter, known), names, unknown_keys(filter, names)
        ),
        nodes=tuple(
            Node(row.key, row.name, row.kind, row.stated) for row in rows(connection, select_nodes(tuple(keys)))
        ),
        edges=edges,
        pairs=found[0].pairs if found else 0,
        unaddressed=totals.unaddressed,
    )
