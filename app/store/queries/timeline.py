# ruff: noqa: RUF009 -- `several` and `single` make dataclass fields, they are no defaults
"""What happened when, on four clocks that are never mixed: said, published, happened, due.

Each clock reads its own date column and no other: a quote without a day of its own is not put on the day of its
article. A period is the first letters of an ISO date (a day has ten, a month seven), so that SQL and Python cut alike.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Row

from app.records import Topic
from app.store.queries.columns import HEADING, actors_of, to_actors
from app.store.queries.listing import bound, chosen_actors
from app.store.queries.parameters import Filter, one_of, read_date, read_key, several, single
from app.store.queries.statements import Statement
from app.store.queries.values import ActorLink, Listing

CLOCKS = ("said", "published", "happened", "due")
LENGTHS = (10, 7, 4, 3)
MOST_PERIODS = 24
EACH, EACH_ALONE = 6, 60


@dataclass(frozen=True, slots=True)
class TimelineFilter(Filter):
    """What the timeline shows; there is one order alone, that of the dates."""

    sort: ClassVar[str] = ""
    clock: tuple[str, ...] = several(one_of(CLOCKS))
    actor: tuple[str, ...] = several(read_key)
    topic: tuple[Topic, ...] = several(one_of(Topic))
    document: tuple[str, ...] = several(read_key)
    since: date | None = single(read_date, None, "from")
    until: date | None = single(read_date, None, "to")
    more: tuple[str, ...] = several(one_of(["actor", "topic", "document"]))


@dataclass(frozen=True, slots=True)
class Arm:
    """One clock in SQL: where its moments come from, the column of their day, and how they are filtered and counted.

    `choices` are joins, value column and label column of each parameter, as in a `Family`.
    """

    table: str
    day: str
    only: str
    conditions: Mapping[str, str]
    choices: Mapping[str, tuple[str, str, str]]


OF_DOCUMENTS = "{} IN (SELECT id FROM document WHERE slug IN (SELECT value FROM json_each(:document)))"
DOCUMENT_TOPICS = " UNION ".join(
    f"SELECT {record}.document_id, topic FROM {record}_topic JOIN {record} ON {record}.id = {record}_id"
    for record in ("quote", "demand", "outcome")
)
TOPICS_OF_DOCUMENT = " UNION ".join(
    f"""SELECT topic FROM {record} CROSS JOIN {record}_topic ON {record}_id = {record}.id
        WHERE {record}.document_id = document.id"""
    for record in ("quote", "demand", "outcome")
)


def arm_of_outcomes(*statuses: str) -> Arm:
    return Arm(
        table="outcome",
        day="outcome.occurred_on",
        only=f"+outcome.status IN ({', '.join(repr(status) for status in statuses)})",
        conditions={
            "actor": f"""outcome.id IN (SELECT outcome_id FROM outcome_actor
                WHERE actor_id IN ({chosen_actors("actor")}))""",
            "topic": """outcome.id IN (SELECT outcome_id FROM outcome_topic
                WHERE topic IN (SELECT value FROM json_each(:topic)))""",
            "document": OF_DOCUMENTS.format("outcome.document_id"),
        },
        choices={
            "actor": (
                "JOIN outcome_actor AS doer ON doer.outcome_id = outcome.id JOIN actor ON actor.id = doer.actor_id",
                "actor.key",
                "actor.name",
            ),
            "topic": ("JOIN outcome_topic AS choice ON choice.outcome_id = outcome.id", "choice.topic", "choice.topic"),
        },
    )


ARMS = {
    "said": Arm(
        table="quote",
        day="quote.said_on",
        only="TRUE",
        conditions={
            "actor": f"quote.speaker_id IN ({chosen_actors('actor')})",
            "topic": """quote.id IN (SELECT quote_id FROM quote_topic
                WHERE topic IN (SELECT value FROM json_each(:topic)))""",
            "document": OF_DOCUMENTS.format("quote.document_id"),
        },
        choices={
            "actor": ("JOIN actor ON actor.id = quote.speaker_id", "actor.key", "actor.name"),
            "topic": ("JOIN quote_topic AS choice ON choice.quote_id = quote.id", "choice.topic", "choice.topic"),
        },
    ),
    "published": Arm(
        table="document",
        day="document.published_on",
        only="TRUE",
        conditions={
            "actor": f"""document.id IN (SELECT document_id FROM document_actor
                WHERE actor_id IN ({chosen_actors("actor")}))""",
            "topic": f"""document.id IN (SELECT document_id FROM ({DOCUMENT_TOPICS})
                WHERE topic IN (SELECT value FROM json_each(:topic)))""",
            "document": OF_DOCUMENTS.format("document.id"),
        },
        choices={
            "actor": (
                "JOIN document_actor AS named ON named.document_id = document.id "
                "JOIN actor ON actor.id = named.actor_id",
                "actor.key",
                "actor.name",
            ),
            "topic": (
                f"CROSS JOIN json_each((SELECT json_group_array(topic) FROM ({TOPICS_OF_DOCUMENT}))) AS choice",
                "choice.value",
                "choice.value",
            ),
        },
    ),
    "happened": arm_of_outcomes("occurred", "lapsed"),
    "due": arm_of_outcomes("expected", "promised", "threatened"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on one clock: a quote, an outcome or a document, with its words and who said or does it."""

    clock: str
    day: date
    record: str
    key: str
    words: str
    kind: str
    actors: tuple[ActorLink, ...]

    @property
    def address(self) -> str:
        return f"/{self.record}s/{self.key}"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one clock has in one period: how many moments, and the first of them.

    `address` is the timeline of this clock and period alone.
    """

    clock: str
    number: int
    moments: tuple[Moment, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month, year or decade (`length` letters of an ISO date) with a cell for each clock that is shown."""

    first: date
    last: date
    length: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """One clock: how many moments it has in all, and how many records of its kind bear no date and are nowhere."""

    clock: str
    number: int
    undated: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """`periods` come in date order; `earlier` is how many moments lie before the first that is shown."""

    filter: TimelineFilter
    listing: Listing
    lanes: tuple[Lane, ...]
    periods: tuple[Period, ...]
    earlier: int


def shown_clocks(filter: TimelineFilter) -> tuple[str, ...]:
    return tuple(clock for clock in CLOCKS if not filter.clock or clock in filter.clock)


def document_of(arm: Arm) -> str:
    """The column of the document's id."""
    return "document.id" if arm.table == "document" else f"{arm.table}.document_id"


DATES = {"since": ">= :since", "until": "<= :until"}


def where(arm: Arm, values: Mapping[str, Any]) -> str:
    """The conditions of the chosen values on the arm; dated moments alone, within the chosen dates.

    A plus keeps SQLite from reading all that has a date at all along the index of dates.
    """
    return " AND ".join([*within(arm, values), f"+{arm.day} IS NOT NULL", undated(arm, values)])


def within(arm: Arm, values: Mapping[str, Any]) -> list[str]:
    return [f"{arm.day} {test}" for name, test in DATES.items() if name in values]


def undated(arm: Arm, values: Mapping[str, Any]) -> str:
    chosen = (f"({arm.conditions[name]})" for name in values if name in arm.conditions)
    return " AND ".join([arm.only, *chosen])


def values_of(filter: TimelineFilter, without: str = "") -> dict[str, Any]:
    return {name: value for name, value in bound(filter).items() if name not in ("clock", without)}


def narrows(filter: TimelineFilter) -> bool:
    """Whether anything but clocks and dates is chosen."""
    return bool(filter.actor or filter.topic or filter.document)


def select_firsts(filter: TimelineFilter, periods: Sequence[tuple[date, date]], each: int) -> Statement:
    """Clock and id of the first moments of every period: read along the index of dates until there are enough."""
    values = values_of(filter)
    arms = [
        f"""SELECT '{clock}' AS clock, shown.id FROM json_each(:periods) AS period CROSS JOIN {arm.table} AS shown
            ON shown.id IN (SELECT {arm.table}.id FROM {arm.table} INDEXED BY ix_{arm.day.replace(".", "_")}
                WHERE {where(arm, values)}
                AND {arm.day} >= period.value ->> 0 AND {arm.day} <= period.value ->> 1
                ORDER BY {arm.day}, {arm.table}.id LIMIT {each})"""
        for clock, arm in ARMS.items()
        if clock in shown_clocks(filter)
    ]
    given = json.dumps([(first.isoformat(), last.isoformat()) for first, last in periods])
    return Statement(" UNION ALL ".join(arms), {**values, "periods": given})


def select_moments(filter: TimelineFilter, length: int, first: str, each: int) -> Statement:
    """The same for periods of so many letters from the one that begins with `first`, where there is little to read."""
    values = values_of(filter)
    arms = [
        f"""SELECT '{clock}' AS clock, {arm.table}.id, {arm.day} AS day, row_number() OVER (
            PARTITION BY substr({arm.day}, 1, {length}) ORDER BY {arm.day}, {arm.table}.id) AS nth
        FROM {arm.table} WHERE {where(arm, values)} AND +{arm.day} >= :first"""
        for clock, arm in ARMS.items()
        if clock in shown_clocks(filter)
    ]
    sql = f"""SELECT clock, id FROM ({" UNION ALL ".join(arms)}) WHERE nth <= {each}"""
    return Statement(sql, {**values, "first": first})


def select_shown(ids: Mapping[str, Sequence[int]]) -> Statement:
    """What is shown of the moments with these ids, by clock, in date order."""
    speaker = "(SELECT json_array(json_array(key, name)) FROM actor WHERE id = r.speaker_id)"
    arms = [
        f"""SELECT 'said' AS clock, r.id, 'quote' AS record, r.key, r.text AS words, r.kind, r.said_on AS day,
            {speaker} AS actors FROM quote AS r WHERE r.id IN (SELECT value FROM json_each(:said))""",
        f"""SELECT 'published' AS clock, document.id, 'document' AS record, document.slug AS key,
            {HEADING} AS words, coalesce(document.publisher, '') AS kind, document.published_on AS day, '[]' AS actors
            FROM document WHERE document.id IN (SELECT value FROM json_each(:published))""",
        *(
            f"""SELECT '{clock}' AS clock, r.id, 'outcome' AS record, r.key, r.text AS words, r.status AS kind,
            r.occurred_on AS day, {actors_of("outcome_actor", "outcome")} AS actors
            FROM outcome AS r WHERE r.id IN (SELECT value FROM json_each(:{clock}))"""
            for clock in ("happened", "due")
        ),
    ]
    sql = f"SELECT * FROM ({' UNION ALL '.join(arms)}) ORDER BY day, id"
    return Statement(sql, {clock: json.dumps(ids.get(clock, [])) for clock in CLOCKS})


def to_moment(row: Row[Any]) -> Moment:
    day = date.fromisoformat(row.day)
    return Moment(row.clock, day, row.record, row.key, row.words, row.kind, to_actors(row.actors))
