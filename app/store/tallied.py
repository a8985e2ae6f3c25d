"""What the counters (tally.py) count: which dimensions each kind of record has, and where their values stand."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from app.store.rows import Row, Rows, as_json

Run = Callable[[str, Any], Iterable[Any]]
MENTION, NAMES, ROLES = "mention", "alias", "document_actor"


@dataclass(frozen=True, slots=True)
class Tallied:
    """What is counted of one kind of record: its dimensions, and the columns or the link tables that hold them.

    The values of `subsets` make lists of their own, in which `within` is counted; `further` are more pairs of a subset
    and a dimension within it, and `inner` those dimensions that are counted there alone. `dates` are columns, too:
    `month` is counted by month, `day` is the date that a clock of the timeline reads. What is made of other
    records (spread.py) has columns and links in name alone.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    subsets: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    further: tuple[tuple[str, str], ...] = ()
    inner: tuple[str, ...] = ()
    dates: Mapping[str, str] = field(default_factory=dict)
    document: str = "document_id"

    @property
    def names(self) -> tuple[str, ...]:
        return ("id", self.document, *self.dates.values(), *self.columns.values())

    @property
    def pairs(self) -> tuple[tuple[str, str, bool], ...]:
        """A subset, a dimension that is counted within its values, and whether the first is counted within the second,
        too."""
        found = []
        for one, other in combinations(self.within, 2):
            if one in self.subsets:
                found.append((one, other, other in self.subsets))
            elif other in self.subsets:
                found.append((other, one, False))
        return (*found, *((one, other, False) for one, other in self.further))


TALLIED = {
    "document": Tallied(
        {"publisher": "publisher"},
        {"actor": "document_actor"},
        subsets=("publisher", "actor"),
        within=("publisher", "actor"),
        inner=("day",),
        dates={"month": "published_on", "day": "published_on"},
        document="id",
    ),
    "quote": Tallied(
        {"kind": "kind", "speaker": "speaker_id"},
        {"topic": "quote_topic", "named": MENTION},
        subsets=("kind", "speaker", "topic"),
        within=("month", "kind", "speaker", "topic"),
        further=(("speaker", "named"),),
        inner=("named", "day"),
        dates={"month": "day", "day": "said_on"},
    ),
    "demand": Tallied(
        {"kind": "kind", "holder": "holder_id"},
        {"addressee": "demand_addressee", "topic": "demand_topic"},
        subsets=("kind", "holder", "addressee", "topic"),
        within=("kind", "holder", "addressee", "topic"),
        further=(("holder", "lacking"),),
        inner=("lacking",),
        dates={"month": "day"},
    ),
    "outcome": Tallied(
        {"status": "status"},
        {"actor": "outcome_actor", "affected": "outcome_affected", "topic": "outcome_topic"},
        subsets=("status", "actor", "affected", "topic"),
        within=("month", "status", "actor", "affected", "topic"),
        inner=("day",),
        dates={"month": "day", "day": "occurred_on"},
    ),
    # The rest is made of these; see spread.py.
    "asking": Tallied(
        {"kind": ""},
        {"topic": "", "actor": "", "pair": ""},
        subsets=("kind", "topic", "actor"),
        within=("kind", "topic", "actor"),
        further=(("kind", "pair"), ("topic", "pair")),
    ),
    "said": Tallied(),
    "published": Tallied(),
    "happened": Tallied(),
    "due": Tallied(),
}
STORED = ("document", "quote", "demand", "outcome")


@dataclass(frozen=True, slots=True)
class Records:
    """Records of one kind: the rows of their table, as in Tallied.names, and of its link tables (record, value)."""

    rows: Sequence[Row]
    links: Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Read:
    """What some documents hold: records by kind, and what they call actors and their roles: (actor, words)."""

    records: Mapping[str, Records]
    names: Sequence[Row]
    roles: Sequence[Row]


def read_waiting(rows: Rows, documents: Sequence[Row]) -> Read:
    """What is about to be inserted; `documents` as in Tallied.names."""

    def take(table: str, *names: str) -> list[Row]:
        return list(zip(*rows.columns(table, *names), strict=True))

    def take_link(table: str) -> list[Row]:
        if table != MENTION:
            return take(table, *link_columns(table))
        quotes = take("quote", "id", "document_id", "start", "end", "speaker_id")
        return find_named(quotes, take(MENTION, "document_id", "start", "end", "actor_id"))

    return Read(
        {
            record: Records(
                documents if record == "document" else take(record, *TALLIED[record].names),
                {table: take_link(table) for table in TALLIED[record].links.values()},
            )
            for record in STORED
        },
        take(NAMES, "actor_id", "name"),
        [row for row in take(ROLES, "actor_id", "role") if row[1]],
    )


def find_named(quotes: Iterable[Row], mentions: Iterable[Row]) -> list[Row]:
    """Quotes with the actors that are named within their words, their own speakers aside."""
    by_document = defaultdict(list)
    for document, *mention in mentions:
        by_document[document].append(mention)
    found = {
        (id_, actor): None
        for id_, document, start, end, speaker in quotes
        for from_, to, actor in by_document.get(document, ())
        if start <= from_ and to <= end and actor != speaker
    }
    return list(found)


# The same of stored ones.
NAMED = """SELECT DISTINCT quote.id, mention.actor_id FROM quote CROSS JOIN mention ON
        mention.document_id = quote.document_id AND mention.start >= quote.start AND mention."end" <= quote."end"
        AND mention.actor_id <> quote.speaker_id
    WHERE quote.document_id IN (SELECT value FROM json_each(?))"""


def read_stored(run: Run, ids: Iterable[int]) -> Read:
    """What the store has of the documents with these ids. `run` runs one statement."""
    given, found = (as_json(ids),), {}
    for record in STORED:
        tallied = TALLIED[record]
        of_documents = f"FROM {record} WHERE {tallied.document} IN (SELECT value FROM json_each(?))"
        rows = list(run(f"SELECT {', '.join(tallied.names)} {of_documents}", given))
        links = {}
        for table in tallied.links.values():
            owner, value = link_columns(table)
            linked = f"SELECT {owner}, {value} FROM {table} WHERE {owner} IN (SELECT id {of_documents})"
            links[table] = list(run(NAMED if table == MENTION else linked, given))
        found[record] = Records(rows, links)
    of_documents = "WHERE document_id IN (SELECT value FROM json_each(?))"
    names = list(run(f"SELECT actor_id, name FROM {NAMES} {of_documents}", given))
    roles = list(run(f"SELECT actor_id, role FROM {ROLES} {of_documents} AND role <> ''", given))
    return Read(found, names, roles)


def link_columns(table: str) -> tuple[str, str]:
    return f"{table.split('_')[0]}_id", "topic" if table.endswith("_topic") else "actor_id"
