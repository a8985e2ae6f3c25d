"""Records laid out by dimension, to be counted (tally.py), and those that are made of others.

Beside what is stored there are demands that name somebody (asking) and the moments of the four clocks of the timeline
(said, published, happened, due): records that bear the date that the clock reads.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.records import OutcomeStatus
from app.store.tallied import TALLIED, Records

Values = tuple[Any, ...]
HAPPENED = frozenset({OutcomeStatus.OCCURRED.value, OutcomeStatus.LAPSED.value})


@dataclass(frozen=True, slots=True)
class Spread:
    """Records of one kind: the document of each, and by dimension the values that each has."""

    documents: Sequence[int]
    values: Mapping[str, Sequence[Values]]

    def part(self, kept: Sequence[Any], *dimensions: str, **other: Sequence[Values]) -> "Spread":
        """Those of the records for which `kept` is true, with some dimensions and others than it has."""
        given = {name: self.values[name] for name in dimensions} | other
        return Spread(keep(self.documents, kept), {name: keep(column, kept) for name, column in given.items()})


def keep(column: Sequence[Any], kept: Sequence[Any]) -> list[Any]:
    return [each for each, holds in zip(column, kept, strict=True) if holds]


def spread_all(read: Mapping[str, Records]) -> dict[str, Spread]:
    """Every kind of record that there is any of."""
    stored = {record: spread(record, records) for record, records in read.items() if records.rows}
    return stored | {name: made for name, made in make_others(stored) if made.documents}


def spread(record: str, records: Records) -> Spread:
    """The records in the order of their rows."""
    tallied = TALLIED[record]
    ids, documents, *columns = zip(*records.rows, strict=True)
    values: dict[str, Sequence[Values]] = {}
    for dimension, column in zip((*tallied.dates, *tallied.columns), columns, strict=True):
        if dimension == "month":
            values[dimension] = [("" if day is None else day[:7],) for day in column]
        else:
            values[dimension] = [() if value is None else (value,) for value in column]
    for dimension, table in tallied.links.items():
        linked: dict[int, Values] = {}
        for id_, value in records.links[table]:
            linked[id_] = (*linked.get(id_, ()), value)
        values[dimension] = [linked.get(id_, ()) for id_ in ids]
    if record == "demand":
        values["lacking"] = [() if topics else ("topic",) for topics in values["topic"]]
    return Spread(documents, values)


def make_others(stored: Mapping[str, Spread]) -> Iterator[tuple[str, Spread]]:
    if demands := stored.get("demand"):
        yield "asking", make_asking(demands)
    if quotes := stored.get("quote"):
        days, speakers = quotes.values["day"], quotes.values["speaker"]
        yield "said", quotes.part(days, "day", "topic", actor=speakers)
    if outcomes := stored.get("outcome"):
        done = [status in HAPPENED for (status,) in outcomes.values["status"]]
        days = outcomes.values["day"]
        for clock, wanted in (("happened", True), ("due", False)):
            kept = [bool(day) and is_done == wanted for day, is_done in zip(days, done, strict=True)]
            yield clock, outcomes.part(kept, "day", "actor", "topic")
    yield "published", make_published(stored)


def make_asking(demands: Spread) -> Spread:
    holders, addressees = demands.values["holder"], demands.values["addressee"]
    others = [
        tuple(actor for actor in several if actor != holder)
        for (holder,), several in zip(holders, addressees, strict=True)
    ]
    ends = [(*holder, *several) for holder, several in zip(holders, others, strict=True)]
    pairs = [
        tuple(f"{holder} {actor}" for actor in several) for (holder,), several in zip(holders, others, strict=True)
    ]
    return demands.part(others, "kind", "topic", actor=ends, pair=pairs)


def make_published(stored: Mapping[str, Spread]) -> Spread:
    """Documents with a date; their topics are those of their records."""
    documents = stored["document"]
    topics: dict[int, dict[Any, None]] = {}
    for record in ("quote", "demand", "outcome"):
        if found := stored.get(record):
            for document, several in zip(found.documents, found.values["topic"], strict=True):
                topics.setdefault(document, {}).update(dict.fromkeys(several))
    about = [tuple(topics.get(document, ())) for document in documents.documents]
    return documents.part(documents.values["day"], "day", "actor", topic=about)
