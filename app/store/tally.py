"""Counters: how many records there are of each kind, speaker, topic, month …, kept with the records themselves.

A tally says how many records of a list have a value. The list is named as its page would be: `quote kind` is the kinds
of all quotes, `quote speaker=12 kind` the kinds of those of one speaker. So the total, the choices and the months of a
list with one filter, and the total of one with two, are known without reading a record. Beside the values of its
dimensions every list has two of SIZE: `records`, and `documents` that they are in; one with a filter has the second.

Besides: `alias actor=12` and `role actor=12`, the names and roles that documents give an actor, by number of documents;
`actor weight`, how much there is of an actor in all.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from app.store.rows import AT_ONCE, run_by_many
from app.store.spread import Spread, spread_all
from app.store.tallied import TALLIED, Read, Run, read_stored

Key = tuple[str, str]  # list, value
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


def count(read: Read) -> Counter[Key]:
    """What the documents add to the tallies."""
    counts = Counter[Key]()
    for record, spread in spread_all(read.records).items():
        count_records(counts, record, spread)
    for list_, told in (("alias", read.names), ("role", read.roles)):
        for (actor, words), number in Counter(told).items():
            counts[f"{list_} actor={actor}", words] = number
    for (list_, actor), number in list(counts.items()):
        if list_ in WEIGHTS:
            counts[WEIGHT, actor] += number * WEIGHTS[list_]
    return counts


def count_records(counts: Counter[Key], record: str, spread: Spread) -> None:
    """Column by column: a Counter counts a column at once, five times as fast as record by record. No list is counted
    twice, so that numbers are set, not added."""
    tallied, documents, values = TALLIED[record], spread.documents, spread.values
    counts[name_list(record, SIZE), "records"] = len(documents)
    counts[name_list(record, SIZE), "documents"] = len(set(documents))
    for dimension, column in values.items():
        if dimension not in tallied.inner:
            list_ = name_list(record, dimension)
            for value, number in Counter([value for several in column for value in several]).items():
                counts[list_, str(value)] = number
        if dimension in tallied.subsets and record != "document":
            among = {
                (value, document) for document, several in zip(documents, column, strict=True) for value in several
            }
            for value, number in Counter([value for value, _ in among]).items():
                counts[name_list(record, SIZE, dimension, value), "documents"] = number
    for one, other, mutual in tallied.pairs:
        both = [(a, b) for a_all, b_all in zip(values[one], values[other], strict=True) for a in a_all for b in b_all]
        for (a, b), number in Counter(both).items():
            counts[f"{record} {one}={a} {other}", str(b)] = number
            if mutual:
                counts[f"{record} {other}={b} {one}", str(a)] = number


def add_counts(run_many: Run, counts: Mapping[Key, int], table: str = "tally") -> None:
    """Add to the tallies; what comes down to 0 is gone. `run_many` runs a statement for each of several rows."""
    changed = [(*key, number) for key, number in counts.items() if number]
    if changed:
        one, many = (ADD.format(table=table, rows=", ".join(["(?, ?, ?)"] * rows)) for rows in (1, AT_ONCE))
        run_by_many(run_many, one, many, changed)
    if fewer := [row[:2] for row in changed if row[2] < 0]:
        run_many(DROP, fewer)


def recount(run: Run, run_many: Run, table: str = "tally") -> None:
    """Count all that the store holds into the empty table, some documents at a time."""
    ids: Iterator[int] = iter([row[0] for row in run("SELECT id FROM document ORDER BY id", ())])
    while chunk := list(islice(ids, CHUNK)):
        add_counts(run_many, count(read_stored(run, chunk)), table)


def renew_tallies(run: Run, run_many: Run) -> None:
    """Count everything anew, whatever the tallies say."""
    run("DELETE FROM tally", ())
    recount(run, run_many)
