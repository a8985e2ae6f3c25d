"""Who asks what of whom: the pairs of actors with most demands between them, and how many positions each states."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar
from urllib.parse import urlencode

from sqlalchemy import Connection

from app.records import DemandKind, Topic
from app.store.queries.columns import count_of
from app.store.queries.counted import Known, fetch_total, filtering, find_lists, sum_numbers
from app.store.queries.listing import (
    NEWEST_DOCUMENTS,
    Family,
    bound,
    chosen_actors,
    fetch_choices,
    fetch_known,
    select_total,
    unknown_keys,
    where,
)
from app.store.queries.parameters import Filter, one_of, read_key, several
from app.store.queries.statements import Statement, rows
from app.store.queries.values import ActorLink, Listing
from app.store.tally import name_list

MOST_EDGES = 24
OTHERS = "SELECT asked.actor_id FROM demand_addressee AS asked WHERE asked.demand_id = demand.id"
ASKING = Family(
    table="demand",
    joined="demand",
    # They name somebody else than their holder.
    only=f"EXISTS ({OTHERS} AND asked.actor_id <> demand.holder_id)",
    conditions={
        "actor": f"""demand.holder_id IN ({chosen_actors("actor")}) OR demand.id IN (SELECT demand_id
            FROM demand_addressee WHERE actor_id IN ({chosen_actors("actor")}))""",
        "kind": "demand.kind IN (SELECT value FROM json_each(:kind))",
        "topic": """demand.id IN (SELECT demand_id FROM demand_topic
            WHERE topic IN (SELECT value FROM json_each(:topic)))""",
        "document": "demand.document_id IN (SELECT id FROM document WHERE slug IN (SELECT value FROM json_each(:document)))",
    },
    choices={
        "actor": (
            f"CROSS JOIN actor ON actor.id IN (SELECT demand.holder_id UNION {OTHERS})",
            "actor.key",
            "actor.name",
        ),
        "kind": ("", "demand.kind", "demand.kind"),
        "topic": ("JOIN demand_topic AS choice ON choice.demand_id = demand.id", "choice.topic", "choice.topic"),
        "document": NEWEST_DOCUMENTS,
    },
    tallied="asking",
    links={"topic": ("demand_topic", "topic")},
)


@dataclass(frozen=True, slots=True)
class NetworkFilter(Filter):
    """`actor` stands at either end of what is shown. There is one order alone: the strongest pairs first."""

    sort: ClassVar[str] = ""
    actor: tuple[str, ...] = several(read_key)
    kind: tuple[DemandKind, ...] = several(one_of(DemandKind))
    topic: tuple[Topic, ...] = several(one_of(Topic))
    document: tuple[str, ...] = several(read_key)
    more: tuple[str, ...] = several(one_of(["actor", "topic", "document"]))


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


def choose_pairs(filter: NetworkFilter, known: Mapping[str, Known]) -> tuple[str, dict[str, Any]]:
    """The pairs that the filter leaves as rows of `pair` (the ids of who asks and of who is asked) and `number`."""
    lists = find_lists("asking", filter, "pair", known)
    ends = [str(known[key].id) for key in filter.actor if key in known]
    if not filtering(filter):
        return PAIRS, {}
    if lists is not None and len(lists) == 1:
        return PAIRS_OF_LIST, {"list": lists[0]}
    if filtering(filter) == ["actor"] and len(filter.actor) == len(ends) == 1:
        return PAIRS_OF_ACTOR, {"end": ends[0]}
    return count_pairs(filter)


# Without figures of its own SQLite would take the primary key, and sort.
PAIRS = "SELECT value AS pair, number FROM tally INDEXED BY ix_tally_pairs WHERE list = 'asking pair'"
PAIRS_OF_LIST = "SELECT value AS pair, number FROM tally WHERE list = :list"
PAIRS_OF_ACTOR = """
    SELECT :end || ' ' || value AS pair, number FROM tally
    WHERE list = 'demand holder=' || :end || ' addressee' AND value <> :end
    UNION ALL SELECT value || ' ' || :end, number FROM tally
    WHERE list = 'demand addressee=' || :end || ' holder' AND value <> :end"""


def count_pairs(filter: NetworkFilter) -> tuple[str, dict[str, Any]]:
    """The pairs counted from the demands themselves, where no counter knows them."""
    values = bound(filter)
    chosen = chosen_actors("actor")
    ends = f"AND (demand.holder_id IN ({chosen}) OR asked.actor_id IN ({chosen}))" if filter.actor else ""
    sql = f"""SELECT demand.holder_id || ' ' || asked.actor_id AS pair, count(*) AS number
        FROM demand JOIN demand_addressee AS asked ON asked.demand_id = demand.id AND asked.actor_id <> demand.holder_id
        WHERE {where(ASKING, values)} {ends} GROUP BY demand.holder_id, asked.actor_id"""
    return sql, values


def select_edges(filter: NetworkFilter, known: Mapping[str, Known], most: int) -> Statement:
    """The strongest pairs with their names and the last demand of each, which is looked for among those of the end that
    has fewer; `pairs` is how many there are in all."""
    pairs, values = choose_pairs(filter, known)
    narrowing = bound(replace(filter, actor=()))
    condition = where(ASKING, narrowing)
    sql = f"""SELECT h.key AS holder, h.name AS holder_name, a.key AS addressee, a.name AS addressee_name, number, pairs,
            r.key, r.text AS words
        FROM (SELECT pair, number, (SELECT count(*) FROM ({pairs})) AS pairs FROM ({pairs})
                ORDER BY number DESC, pair DESC LIMIT {most}) AS strongest
            CROSS JOIN actor AS h ON h.id = CAST(pair AS INTEGER)
            CROSS JOIN actor AS a ON a.id = CAST(substr(pair, instr(pair, ' ')) AS INTEGER)
            CROSS JOIN demand AS r ON r.id = CASE
                WHEN {count_of("demand", "holder", "h")} < {count_of("demand", "addressee", "a")} THEN (
                    SELECT demand.id FROM demand WHERE demand.holder_id = h.id AND {condition}
                        AND EXISTS (SELECT 1 FROM demand_addressee WHERE demand_id = demand.id AND actor_id = a.id)
                    ORDER BY demand.id DESC LIMIT 1)
                ELSE (SELECT demand.id FROM demand_addressee AS asked CROSS JOIN demand ON demand.id = asked.demand_id
                    WHERE asked.actor_id = a.id AND demand.holder_id = h.id AND {condition}
                    ORDER BY asked.demand_id DESC LIMIT 1) END
        ORDER BY number DESC, h.key, a.key"""
    return Statement(sql, {**narrowing, **values})


def fetch_edges(
    connection: Connection, filter: NetworkFilter, known: Mapping[str, Known], most: int
) -> tuple[tuple[Edge, ...], int]:
    """The strongest pairs that the filter leaves, and how many there are in all."""
    found = rows(connection, select_edges(filter, known, most))
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
    return edges, found[0].pairs if found else 0


def fetch_stated(connection: Connection, filter: NetworkFilter, known: Mapping[str, Known]) -> int:
    """How many positions the filter leaves, whether or not they name an addressee."""
    if "actor" not in filtering(filter):
        total = fetch_total(connection, "demand", filter, known)
        if total is not None:
            return total
    elif filtering(filter) == ["actor"] and [*known] == [*filter.actor] and len(known) == 1:
        end = str(known[filter.actor[0]].id)
        itself = sum_numbers(connection, [name_list("demand", "addressee", "holder", end)], [end])
        return sum_numbers(connection, ["demand holder", "demand addressee"], [end]) - itself
    stated = replace(ASKING, only="")
    return int(rows(connection, select_total(stated, filter))[0][0])


def select_nodes(keys: tuple[str, ...]) -> Statement:
    sql = f"""SELECT key, name, kind, {count_of("demand", "holder")} AS stated FROM actor
        WHERE key IN (SELECT value FROM json_each(:keys)) ORDER BY stated DESC, key"""
    return Statement(sql, {"keys": json.dumps(keys)})


def address_edge(filter: NetworkFilter, holder: str, addressee: str) -> str:
    kept = [(name, value) for name, value in filter.chosen() if name != "actor"]
    return "/demands?" + urlencode([("holder", holder), ("addressee", addressee), *kept])


def fetch_network(connection: Connection, filter: NetworkFilter) -> NetworkPage:
    """The strongest pairs that the filter leaves, with their actors."""
    known = fetch_known(connection, filter)
    names = {key: one.name for key, one in known.items()}
    edges, pairs = fetch_edges(connection, filter, known, MOST_EDGES)
    keys = dict.fromkeys(end.key for edge in edges for end in (edge.holder, edge.addressee))
    total = fetch_total(connection, "asking", filter, known)
    if total is None:
        total = rows(connection, select_total(ASKING, filter))[0][0]
    return NetworkPage(
        filter=filter,
        listing=Listing(
            total,
            fetch_choices(connection, ASKING, filter, known, ASKING.choices),
            names,
            unknown_keys(filter, names),
            counted=total,
        ),
        nodes=tuple(
            Node(row.key, row.name, row.kind, row.stated) for row in rows(connection, select_nodes(tuple(keys)))
        ),
        edges=edges,
        pairs=pairs,
        unaddressed=fetch_stated(connection, filter, known) - total,
    )
