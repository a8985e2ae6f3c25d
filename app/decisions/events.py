"""What people decided, as it is kept: one event for each change, in the order in which they were made, never altered.

An undo is an event too. `live_events` are those that count: not undone, or undone by an undo that was itself undone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.records import Actor

Value = str | tuple[str, ...] | None
Fields = Mapping[str, Value]
RECORDS = ("quote", "demand", "outcome")


class Action(StrEnum):
    ACCEPT = "accept"
    CORRECT = "correct"
    ADD = "add"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Event:
    """One decision. `record` is quote, demand, outcome or actor, and `key` the one that it is about; or document, where
    a text (its hash in `document`) was replaced by a new version (its hash in `key`).

    `before` and `after` hold what changed alone, in the form of `fields.write_fields`. `document` is the hash of the
    record's text, `found` the whole record as the parser had it, `actors` all actors that these name, as they were
    then. `other` is the second actor of a merge or a split; `undoes` the event that an undo takes back.
    """

    id: int
    at: datetime
    editor: str
    action: Action
    record: str
    key: str
    document: str | None = None
    other: str | None = None
    before: Fields = field(default_factory=dict)
    after: Fields = field(default_factory=dict)
    found: Fields = field(default_factory=dict)
    actors: tuple[Actor, ...] = ()
    reason: str = ""
    undoes: int | None = None


def live_events(events: Iterable[Event]) -> list[Event]:
    """The events that count, oldest first, without the undos."""
    undone: set[int] = set()
    live = []
    for event in sorted(events, key=lambda event: event.id, reverse=True):
        if event.id in undone:
            continue
        if event.undoes is not None:
            undone.add(event.undoes)
        else:
            live.append(event)
    return live[::-1]


def read_fields(fields: Mapping[str, str | list[str] | None]) -> Fields:
    """Fields as JSON has them, its lists as tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
