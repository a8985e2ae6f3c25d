"""What people can ask for, and why it may be refused.

    decide(store, "ada", Correct("quote", "k3vn2a7qpx", {"speaker": "marco-rubio"}), expected=0, reason="“he” is Rubio")

Values are text, as a form sends them: an actor by its key or its name, a day as 2025-08-15, a passage by its words or
its offsets or both. None or "" empties a field that may be empty. docs/corrections.md lists the fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.decisions.events import Event
from app.records import DemarcheError

Values = Mapping[str, str | tuple[str, ...] | None]


class ChangeError(DemarcheError):
    """A change cannot be made. The message tells the reader why and what to do; `field` names the value at fault, ""
    where it is none alone."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class ConflictError(DemarcheError):
    """Somebody else changed the same thing after it was shown; `events` are those changes, oldest first."""

    def __init__(self, events: tuple[Event, ...]) -> None:
        super().__init__("Somebody else has changed this since it was shown to you. Look at both, and decide.")
        self.events = events


@dataclass(frozen=True, slots=True)
class Accept:
    """The record is right as it stands; `record` is quote, demand or outcome."""

    record: str
    key: str


@dataclass(frozen=True, slots=True)
class Reject:
    """The record is wrong; it goes out of all lists, and its own page says who rejected it and why."""

    record: str
    key: str


@dataclass(frozen=True, slots=True)
class Correct:
    """Other values for some fields of the record; it keeps its key, even where its words are others."""

    record: str
    key: str
    values: Values


@dataclass(frozen=True, slots=True)
class Add:
    """A record that was missed, over the words from `start` to `end` of the document (a slug), or those in `values`."""

    document: str
    record: str
    start: int | None = None
    end: int | None = None
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MergeActors:
    """The actor is the same as another; all that is its becomes the other's, here and in documents to come."""

    actor: str
    into: str


@dataclass(frozen=True, slots=True)
class SplitActor:
    """Some of the actor's names, or all of it in some documents (slugs; () for all), belong to somebody else: to an
    actor that the store has, or to a new one of this name."""

    actor: str
    names: tuple[str, ...]
    name: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EditActor:
    """Another name, kind, role or side of the actor, whatever documents say."""

    actor: str
    values: Values


RecordChange = Accept | Reject | Correct
ActorChange = MergeActors | SplitActor | EditActor
Change = RecordChange | Add | ActorChange
