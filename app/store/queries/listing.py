"""What every list page asks of the store: which records a filter leaves, how many, in what order, and the counts of
its choices.

A `Family` says in SQL how one kind of record is filtered and counted; the statements are built here, once for all
families.
Lists are bound as JSON, so that a statement's text depends on which parameters are used, not on how many values they
have,
and SQLite prepares it once. Ids come first, the columns to show are joined to those few ids afterwards.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, text

from app.store.queries.columns import HEADING
from app.store.queries.filters import Filter
from app.store.queries.values import Choice, Choices, Listing

Entry = TypeVar("Entry")
PAGE_LENGTH = 25
MOST_CHOICES = 12
ACTOR_PARAMETERS = ("speaker", "holder", "addressee", "actor", "affected")
WORD = re.compile(r'"[^"]+"|[^\s"]+')
LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Statement:
    """SQL and the values it is run with."""

    sql: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Family:
    """One kind of record, as lists see it: its table, the condition of each parameter, and how its choices are counted.

    `conditions` is keyed by the filter's field; `choices` by the parameter, each (joins, value column, label column).
    """

    table: str
    conditions: Mapping[str, str]
    choices: Mapping[str, tuple[str, str, str]]


def chosen_actors(name: str) -> str:
    """The ids of the actors whose keys the parameter names, as a subquery."""
    return f"SELECT id FROM actor WHERE key IN (SELECT value FROM json_each(:{name}))"


def rows(connection: Connection, statement: Statement) -> list[Row[Any]]:
    return list(connection.execute(text(statement.sql), dict(statement.values)))


def full_text(words: str) -> str:
    """The words as a query that FTS5 cannot misread: every term quoted, all of them wanted, a phrase where the
    reader wrote
    one in quotation marks, a prefix where a word ends in *. "" where no letter or digit is left to look for."""
    terms = []
    for term in WORD.findall(words.replace("“", '"').replace("”", '"')):
        bare = term.strip('"').replace('"', " ")
        if LETTER.search(bare):
            star = "*" if term.endswith("*") else ""
            terms.append(f'"{bare.rstrip("*")}"{star}')
    return " AND ".join(terms[:12])


def bound(filter: Filter, without: str = "") -> dict[str, Any]:
    """The values of the fields that are chosen, as SQL wants them: lists as JSON, words as a full-text query."""
    values: dict[str, Any] = {}
    for name in (field for field in filter.__dataclass_fields__ if field != without):
        value = getattr(filter, name)
        if name == "q":
            if value:
                values["q"] = full_text(value) or '""'
        elif isinstance(value, tuple):
            if value:
                values[name] = json.dumps([str(each) for each in value])
        elif value not in (None, "", False):
            values[name] = value.isoformat() if isinstance(value, date) else str(value)
    return values


def where(family: Family, values: Mapping[str, Any]) -> str:
    return " AND ".join(f"({family.conditions[name]})" for name in values if name in family.conditions) or "TRUE"


def select_total(family: Family, filter: Filter) -> Statement:
    values = bound(filter)
    values.pop("after", None)
    return Statement(f"SELECT count(*) FROM {source(family)} WHERE {where(family, values)}", values)


def select_ids(family: Family, filter: Filter, length: int = PAGE_LENGTH) -> Statement:
    """Ids of one page and one more, newest document first, then as the text goes; from behind the record whose key
    is `after`."""
    values = bound(filter)
    table = family.table
    behind = ""
    if "after" in values:
        last = f"SELECT %s FROM {table} AS l JOIN document AS d ON d.id = l.document_id WHERE l.key = :after"
        behind = f"""AND ((coalesce(document.published_on, ''), document.id) <
            ({last % "coalesce(d.published_on, ''), d.id"})
            OR (document.id = ({last % "d.id"}) AND ({table}.start, {table}.id) > ({last % "l.start, l.id"})))"""
    sql = f"""SELECT {table}.id FROM {source(family)} WHERE {where(family, values)} {behind}
        ORDER BY coalesce(document.published_on, '') DESC, document.id DESC, {table}.start, {table}.id LIMIT
        {length + 1}"""
    return Statement(sql, values)


def select_choices(family: Family, filter: Filter, name: str) -> Statement:
    """What a parameter can be set to, with how many records each value would leave while all other parameters stay."""
    joins, value, label = family.choices[name]
    values = bound(filter, without=name)
    values.pop("after", None)
    chosen = json.dumps([str(each) for each in getattr(filter, name)])
    sql = f"""SELECT {value} AS value, {label} AS label, count(DISTINCT {family.table}.id) AS number,
            {value} IN (SELECT value FROM json_each(:chosen)) AS chosen, count(*) OVER () AS groups
        FROM {source(family)} {joins} WHERE {where(family, values)} GROUP BY {value}
        ORDER BY chosen DESC, number DESC, label LIMIT {MOST_CHOICES + 8}"""
    return Statement(sql, {**values, "chosen": chosen})


def newest(table: str, condition: str, most: int) -> str:
    """The condition that a record `r` is among the newest `most` of its table for which a condition (on `r`) holds."""
    return f"""r.id IN (SELECT r.id FROM {table} AS r JOIN document ON document.id = r.document_id WHERE {condition}
        ORDER BY coalesce(document.published_on, '') DESC, document.id DESC, r.start, r.id LIMIT {most})"""


def newest_first(statement: Statement) -> Statement:
    """The statement's records, newest document first, within one as the text goes, the longer before the shorter."""
    sql = f"""SELECT * FROM ({statement.sql})
        ORDER BY coalesce(published_on, '') DESC, document_id DESC, start, "end" DESC, id"""
    return Statement(sql, statement.values)


def source(family: Family) -> str:
    return f"{family.table} JOIN document ON document.id = {family.table}.document_id"


def fetch_choices(
    connection: Connection, family: Family, filter: Filter, names: Mapping[str, str]
) -> tuple[Choices, ...]:
    """The choices of every parameter of the family; `names` are the labels of chosen keys, which stay listed even at
    0."""
    made = []
    for name in family.choices:
        found = rows(connection, select_choices(family, filter, name))
        listed = [Choice(str(row.value), row.label, row.number, bool(row.chosen)) for row in found]
        counted = {choice.value for choice in listed}
        gone = [str(key) for key in getattr(filter, name) if str(key) not in counted]
        shown = [Choice(key, names.get(key, key), 0, True) for key in gone] + listed
        groups = found[0].groups if found else 0
        most = max(MOST_CHOICES, sum(choice.chosen for choice in shown))
        made.append(Choices(name, tuple(shown[:most]), max(groups + len(gone) - most, 0)))
    return tuple(made)


def fetch_names(connection: Connection, filter: Filter) -> dict[str, str]:
    """What the chosen actors and documents are called, by key; those that the store does not have are left out."""
    actors = [key for name in ACTOR_PARAMETERS for key in getattr(filter, name, ())]
    sql = f"""SELECT key, name FROM actor WHERE key IN (SELECT value FROM json_each(:actors))
        UNION ALL SELECT slug, {HEADING} FROM document WHERE slug IN (SELECT value FROM
        json_each(:documents))"""
    values = {"actors": json.dumps(actors), "documents": json.dumps(getattr(filter, "document", ()))}
    return {row.key: row.name for row in rows(connection, Statement(sql, values))}


def unknown_keys(filter: Filter, names: Mapping[str, str]) -> tuple[str, ...]:
    chosen = [key for name in (*ACTOR_PARAMETERS, "document") for key in getattr(filter, name, ())]
    return tuple(key for key in dict.fromkeys(chosen) if key not in names)


def fetch_listing(
    connection: Connection,
    family: Family,
    filter: Filter,
    select: Callable[[str], Statement],
    convert: Callable[[Row[Any]], Entry],
) -> tuple[Listing, tuple[Entry, ...]]:
    """One page of what the filter leaves. `select` selects the entries of ids that come as JSON, `convert` reads one
    of its rows."""
    names = fetch_names(connection, filter)
    total = rows(connection, select_total(family, filter))[0][0]
    ids = [row.id for row in rows(connection, select_ids(family, filter))]
    shown = ids[:PAGE_LENGTH]
    found = {row.id: row for row in rows(connection, select(json.dumps(shown)))}
    more = found[shown[-1]].key if len(ids) > PAGE_LENGTH else None
    choices = fetch_choices(connection, family, filter, names)
    listing = Listing(total, choices, names, unknown_keys(filter, names), more)
    return listing, tuple(convert(found[each]) for each in shown)
