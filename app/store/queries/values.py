"""Small page values that several page families show: links to actors and documents, choices with counts, excerpts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.store.queries.histogram import Histogram


@dataclass(frozen=True, slots=True)
class ActorLink:
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """`title` is the document's first words where it is not `titled`."""

    slug: str
    title: str
    published_on: date | None = None
    publisher: str | None = None
    titled: bool = True
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a document with one passage in them: `text` begins at offset `start`, the passage lies at
    [mark_start, mark_end)."""

    text: str
    start: int
    mark_start: int
    mark_end: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that a filter's parameter can take, how the reader sees it, and how many records it would leave."""

    value: str
    label: str
    count: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of one parameter, most frequent first, of documents the newest first; `hidden` is how many more there
    are than are listed."""

    name: str
    listed: tuple[Choice, ...]
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of something there are: `value` is a kind, a status or a topic."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list: how many records the filter leaves in all and when, the choices, and from which keys the
    list goes on and goes back. `orders` are the names of the orders that it can have, the default one first.

    Choices and bars are counted among the newest `counted` of them where that is fewer than `total`.
    `names` are the labels of the chosen keys, `unknown` the chosen keys that the store does not have.
    """

    total: int
    choices: tuple[Choices, ...]
    names: Mapping[str, str]
    unknown: tuple[str, ...] = ()
    next: str | None = None
    previous: str | None = None
    histogram: Histogram | None = None
    orders: tuple[str, ...] = ()
    counted: int = 0
