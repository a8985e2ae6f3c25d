"""Counters: how many records there are of each kind, speaker, topic, month …, kept with the records themselves.

A tally says how many records of a list have a value. The list is named as its page would be: `quote kind` is the kinds
of all quotes, `quote speaker=12 kind` the kinds of those of one speaker. So the total, the choices and the months of a
list with one filter, and the total of one with two, are known without reading a record. Beside the values of its
dimensions every list has two of SIZE: `records`, and `documents` that they are in; one with a filter has the second.

Besides: `alias actor=12` and `role actor=12`, the names and roles that documents give an actor, by number of documents;
`actor weight`, how much there is of an actor in all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from app.store.rows import AT_ONCE, run_by_many
from app.store.spread import Spread, Values, spread_all
from app.store.tallied import TALLIED, Read, Run, read_stored

Counts = dict[str, dict[Any, int]]  # by list the number of each value
SIZE, CHUNK = "size", 2000
WEIGHT = "actor weight"
WEIGHTS = {"demand holder": 2, "demand addressee": 1, "quote speaker": 1, "outcome actor": 1}
ADD = """
    INSERT INTO {table} (list, value, number) VALUES {rows}
    ON CONFLICT (list, value) DO UPDATE SET number = number + excluded.number
"""
DROP = "DELETE FROM tally WHERE list = ? AND value = ? AND number = 0"
# For check.py: how many tallies of each list are not what the table `counted` says.
MISCOUNTED = """
    SELECT list, count(*) FROM (
        SELECT list FROM counted LEFT JOIN tally USING (list, value) WHERE tally.number IS NOT counted.number
        UNION ALL SELECT list FROM tally LEFT JOIN counted USING (list, value) WHERE counted.number IS NULL
    ) GROUP BY list ORDER BY list
"""


def name_list(record: str, dimension: str, subset: str = "", value: object = "") -> str:
    """The list of the dimension's values among all records of the kind, or among those that have a subset's value."""
    return f"{record} {subset}={value} {dimension}" if subset else f"{record} {dimension}"


def count(read: Read) -> Counts:
    """What the documents add to the tallies."""
    counts = Counts()
    for record, spread in spread_all(read.records).items():
        count_records(counts, record, spread)
    for list_, told in (("alias", read.names), ("role", read.roles)):
        add_pairs(counts, list_ + " actor={}", Counter(told))
    for list_, times in WEIGHTS.items():
        weights = counts.setdefault(WEIGHT, {})
        for actor, number in counts.get(list_, {}).items():
            weights[actor] = weights.get(actor, 0) + number * times
    return counts


def count_records(counts: Counts, record: str, spread: Spread) -> None:
    """Column by column: a Counter counts a column at once, five times as fast as record by record. No list is counted
    twice, so that numbers are set, not added."""
    tallied, documents, values = TALLIED[record], spread.documents, spread.values
    counts[name_list(record, SIZE)] = {"records": len(documents), "documents": len(set(documents))}
    for dimension, column in values.items():
        if dimension not in tallied.inner:
            counts[name_list(record, dimension)] = Counter(chain.from_iterable(column))
        if dimension in tallied.subsets and record != "document":
            among = Counter(value for value, _ in set(combine(column, [(each,) for each in documents])))
            for value, number in among.items():
                counts[name_list(record, SIZE, dimension, value)] = {"documents": number}
    for one, other, mutual in tallied.pairs:
        both = Counter(combine(values[one], values[other]))
        add_pairs(counts, name_list(record, other, one, "{}"), both)
        if mutual:
            turned = {(b, a): number for (a, b), number in both.items()}
            add_pairs(counts, name_list(record, one, other, "{}"), turned)


def combine(one: Sequence[Values], other: Sequence[Values]) -> Iterable[tuple[Any, Any]]:
    """Each value that a record has of one kind with each that it has of the other."""
    if len(one) == sum(map(len, one)) == sum(map(len, other)) and all(one) and all(other):
        return zip(chain.from_iterable(one), chain.from_iterable(other), strict=True)  # one of each: much quicker
    return ((a, b) for a_all, b_all in zip(one, other, strict=True) for a in a_all for b in b_all)


def add_pairs(counts: Counts, name: str, pairs: Mapping[tuple[Any, Any], int]) -> None:
    """Numbers of pairs as a list for each first half, which stands in the list's name."""
    lists = defaultdict[Any, dict[Any, int]](dict)
    for (value, other), number in pairs.items():
        lists[value][other] = number
    for value, held in lists.items():
        counts[name.format(value)] = held


def add_counts(run_many: Run, counts: Counts, before: Counts, table: str = "tally") -> None:
    """Add to the tallies, and take off them what was counted before; what comes down to 0 is gone. `run_many` runs a
    statement for each of several rows."""
    for name, held in before.items():
        now = counts.setdefault(name, {})
        for value, number in held.items():
            now[value] = now.get(value, 0) - number
    changed: list[Any] = []
    for name in sorted(counts):  # list after list, as they stand in the table
        for value, number in counts[name].items():
            if number:
                changed += (name, value, number)
    one, many = (ADD.format(table=table, rows=", ".join(["(?, ?, ?)"] * rows)) for rows in (1, AT_ONCE))
    run_by_many(run_many, one, many, changed, width=3)
    if fewer := [(name, value) for name in before for value, number in counts[name].items() if number < 0]:
        run_many(DROP, fewer)


def recount(run: Run, run_many: Run, table: str = "tally") -> None:
    """Count all that the store holds into the empty table, some documents at a time."""
    ids: Iterator[int] = iter([row[0] for row in run("SELECT id FROM document ORDER BY id", ())])
    while chunk := list(islice(ids, CHUNK)):
        add_counts(run_many, count(read_stored(run, chunk)), {}, table)


def renew_tallies(run: Run, run_many: Run) -> None:
    """Count everything anew, whatever the tallies say."""
    run("DELETE FROM tally", ())
    recount(run, run_many)
