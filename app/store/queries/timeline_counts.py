"""How many moments there are on each day of the timeline, and beside each of its choices: from the counters where they
know."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from app.store.ids import DOCUMENTS, RECORDS
from app.store.queries.columns import HEADING
from app.store.queries.counted import Known, fetch_of_lists
from app.store.queries.listing import most_choices
from app.store.queries.statements import Statement, remembered, rows
from app.store.queries.timeline import (
    ARMS,
    DATES,
    TimelineFilter,
    document_of,
    narrows,
    shown_clocks,
    undated,
    values_of,
    where,
)

DAY, MONTH = 10, 7  # letters of a date
SPARE = 8  # choices beyond those shown: chosen ones come first and may be many
# What every clock's records are, dated or not: the lists of the counters and the values there.
ALL_OF = {
    "said": ("quote size", ("records",)),
    "published": ("document size", ("records",)),
    "happened": ("outcome status", ("occurred", "lapsed")),
    "due": ("outcome status", ("promised", "threatened", "expected")),
}


def select_days(filter: TimelineFilter) -> Statement:
    """How many moments each clock has on each day, all clocks included; days without a date come as NULL."""
    values = values_of(filter)
    arms = [
        f"SELECT '{clock}' AS clock, {arm.day} AS day FROM {arm.table} WHERE {where(arm, values)}"
        for clock, arm in ARMS.items()
    ]
    arms += [
        f"SELECT '{clock}', NULL FROM {arm.table} WHERE {arm.day} IS NULL AND {undated(arm, values)}"
        for clock, arm in ARMS.items()
    ]
    sql = f"""SELECT clock, day, count(*) AS number FROM ({" UNION ALL ".join(arms)})
        GROUP BY clock, day ORDER BY day"""
    return Statement(sql, values)


def select_known_days(filter: TimelineFilter, length: int) -> Statement:
    """The same from the counters, by the first letters of dates, where nothing but clocks and dates is chosen."""
    values = values_of(filter)
    within = "".join(f" AND value {test}" for name, test in DATES.items() if name in values)
    arms = [
        f"""SELECT '{clock}' AS clock, substr(value, 1, {length}) AS day, sum(number) AS number FROM tally
            WHERE list = '{clock} day'{within} GROUP BY 2"""
        for clock in ARMS
    ]
    for clock, (list_, all_of) in ALL_OF.items():
        given = ", ".join(f"'{value}'" for value in all_of)
        arms.append(
            f"""SELECT '{clock}', NULL, coalesce((SELECT sum(number) FROM tally WHERE list = '{list_}' AND value IN ({given})), 0)
            - coalesce((SELECT number FROM tally WHERE list = '{clock} size' AND value = 'records'), 0)"""
        )
    return Statement(" UNION ALL ".join(arms), values)


def fetch_days(connection: Connection, filter: TimelineFilter, most: int) -> list[Any]:
    """Clock, day (or, of much, month) and number; by month where there are more than `most` months."""
    if narrows(filter):
        return rows(connection, select_days(filter))
    months = remembered(connection, select_known_days(filter, MONTH))
    shown = shown_clocks(filter)
    many = len({row.day for row in months if row.day and row.clock in shown}) > most
    return months if many else rows(connection, select_known_days(filter, DAY))


def fetch_values(connection: Connection, filter: TimelineFilter, name: str, known: dict[str, Known]) -> Sequence[Any]:
    """The values of a parameter that the reader can choose, with how many moments of the shown clocks each would leave."""
    alone = is_alone(filter, name)
    if name == "document":
        return rows(connection, select_documents(filter, alone))
    if alone:
        lists = [f"{clock} {name}" for clock in shown_clocks(filter)]
        chosen = [str(known[each].id) if each in known else str(each) for each in getattr(filter, name)]
        return fetch_of_lists(connection, lists, chosen, most_choices(filter, name) + SPARE, actors=name == "actor")
    return rows(connection, select_choices(filter, name))


def is_alone(filter: TimelineFilter, name: str) -> bool:
    """Whether nothing is chosen but clocks and values of this parameter."""
    return filter == TimelineFilter(clock=filter.clock, more=filter.more, **{name: getattr(filter, name)})


def select_choices(filter: TimelineFilter, name: str) -> Statement:
    values = values_of(filter, without=name)
    arms = []
    for clock in shown_clocks(filter):
        arm = ARMS[clock]
        joins, value, label = arm.choices[name]
        arms.append(f"SELECT {value} AS value, {label} AS label FROM {arm.table} {joins} WHERE {where(arm, values)}")
    sql = f"""SELECT value, label, count(*) AS number, value IN (SELECT value FROM json_each(:chosen)) AS chosen,
            count(*) OVER () AS groups FROM ({" UNION ALL ".join(arms)})
        GROUP BY value ORDER BY chosen DESC, number DESC, label LIMIT {most_choices(filter, name) + SPARE}"""
    return Statement(sql, {**values, "chosen": json.dumps([str(each) for each in getattr(filter, name)])})


def select_documents(filter: TimelineFilter, alone: bool) -> Statement:
    """The chosen documents and the newest that have moments, with how many."""
    values, most = values_of(filter, without="document"), most_choices(filter, "document") + SPARE
    arms = [(ARMS[clock], where(ARMS[clock], values)) for clock in shown_clocks(filter)]
    newest = " UNION ".join(
        f"""SELECT id FROM (SELECT {document_of(arm)} AS id FROM {arm.table} WHERE {condition}
            ORDER BY {arm.table}.id DESC LIMIT {most * 50})"""
        for arm, condition in arms
    )
    numbers = " + ".join(
        f"(SELECT count(*) FROM {arm.table} WHERE {condition} AND {document_of(arm)} = held.id)"
        for arm, condition in arms
    )
    sql = f"""SELECT document.slug AS value, {HEADING} AS label, held.chosen, ({count_documents(filter, alone)}) AS groups,
            {numbers} AS number
        FROM (SELECT id, TRUE AS chosen FROM document WHERE slug IN (SELECT value FROM json_each(:chosen))
            UNION ALL SELECT id, FALSE FROM (SELECT id FROM ({newest})
                WHERE id NOT IN (SELECT id FROM document WHERE slug IN (SELECT value FROM json_each(:chosen)))
                ORDER BY id DESC LIMIT {most})) AS held
        JOIN document ON document.id = held.id WHERE number > 0 ORDER BY held.chosen DESC, held.id DESC"""
    return Statement(sql, {**values, "chosen": json.dumps(filter.document)})


def count_documents(filter: TimelineFilter, alone: bool) -> str:
    """How many documents have moments of the shown clocks. All that have a date do, where the clock of dates is shown:
    then only those without one are looked through for other moments."""
    values, shown = values_of(filter, without="document"), shown_clocks(filter)
    kept = "SELECT coalesce(max(number), 0) FROM tally WHERE list = '{} size' AND value = 'documents'"
    if alone and len(shown) == 1:
        return kept.format(shown[0])
    dated = alone and "published" in shown
    arms = [
        f"SELECT {document_of(arm)} AS id FROM {arm.table} WHERE {where(arm, values)}"
        + (f" AND {arm.table}.id < {DOCUMENTS * RECORDS}" if dated else "")
        for arm in (ARMS[clock] for clock in shown if not (dated and clock == "published"))
    ]
    rest = f"SELECT count(DISTINCT id) FROM ({' UNION ALL '.join(arms)})"
    return f"({kept.format('published')}) + ({rest})" if dated else rest
