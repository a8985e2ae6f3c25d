"""The tables of the store.

SQLModel does not validate a row when it is made, so what must hold stands in the schema: NOT NULL, CHECK, UNIQUE and
foreign keys. A change here needs a migration; a test compares the two.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

import app.store.adding_tables
import app.store.event_tables
import app.store.tally_table  # noqa: F401  (whoever asks for the tables wants all of them)
from app.records import ActorKind, DemandKind, OutcomeStatus, QuoteKind, State, Step, Topic
from app.store.columns import decided, given, newest_first, of_document, of_state, one_of, within_text


class DocumentRow(SQLModel, table=True):
    __tablename__ = "document"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("slug <> ''", name="slug"),
        CheckConstraint("body_start >= 0", name="body_start"),
        Index(None, "published_on"),
        Index(None, "publisher"),
    )
    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    sha256: str = Field(unique=True)
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    place: str | None = None
    url: str | None = None
    file_name: str | None = None
    body_start: int = 0
    parser_version: str
    added_at: datetime
    # Last, because SQLite reads a long value's overflow pages only for columns at or after it.
    text: str


class SentenceRow(SQLModel, table=True):
    __tablename__ = "sentence"
    __table_args__ = (
        CheckConstraint('start >= 0 AND start < "end"', name="span"),
        {"sqlite_with_rowid": False},
    )
    document_id: int = of_document(primary_key=True)
    start: int = Field(primary_key=True)
    end: int


class ActorRow(SQLModel, table=True):
    """An actor across the documents: merged from what each says of it (document_actor), never written by hand."""

    __tablename__ = "actor"
    __table_args__ = (
        CheckConstraint("key <> '' AND name <> ''", name="named"),
        CheckConstraint("side_id <> id", name="side"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    name: str
    kind: ActorKind = Field(sa_type=one_of(ActorKind, "kind"), index=True)
    role: str = ""
    side_id: int | None = Field(default=None, foreign_key="actor.id", ondelete="SET NULL", index=True)
    wikidata: str | None = None


class DocumentActorRow(SQLModel, table=True):
    """What one document says of an actor."""

    __tablename__ = "document_actor"
    __table_args__ = (
        CheckConstraint("side_id <> actor_id", name="side"),
        # merge.py reads by these, so that it need not read all that was ever said of an actor.
        Index(None, "actor_id", "kind", "name"),
        Index(None, "actor_id", "document_id"),
        newest_first("role", "role <> ''"),
        newest_first("side_id", "side_id IS NOT NULL"),
        newest_first("wikidata", "wikidata IS NOT NULL"),
        given("document_actor", "side_id"),
        {"sqlite_with_rowid": False},
    )
    document_id: int = of_document(primary_key=True)
    actor_id: int = Field(foreign_key="actor.id", primary_key=True)
    name: str
    kind: ActorKind = Field(sa_type=one_of(ActorKind, "kind"))
    role: str = ""
    side_id: int | None = Field(default=None, foreign_key="actor.id")
    wikidata: str | None = None
    published_on: date | None = None  # the document's, kept here for the order in an index


class AliasRow(SQLModel, table=True):
    """A name that a document uses for an actor."""

    __tablename__ = "alias"
    __table_args__ = (CheckConstraint("name <> ''", name="named"), {"sqlite_with_rowid": False})
    document_id: int = of_document(primary_key=True)
    actor_id: int = Field(foreign_key="actor.id", primary_key=True, index=True)
    name: str = Field(primary_key=True)


class MentionRow(SQLModel, table=True):
    __tablename__ = "mention"
    __table_args__ = (UniqueConstraint("document_id", "start", "end", "actor_id"), within_text())
    id: int | None = Field(default=None, primary_key=True)
    document_id: int = of_document()
    actor_id: int = Field(foreign_key="actor.id", index=True)
    start: int
    end: int
    text: str


class QuoteRow(SQLModel, table=True):
    __tablename__ = "quote"
    __table_args__ = (
        within_text(),
        within_text("source_"),
        Index(None, "document_id", "start", "end", "speaker_id"),
        Index(None, "speaker_id"),
        Index(None, "kind"),
        Index(None, "day"),
        given("quote", "said_on"),
        decided("quote"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    document_id: int = of_document()
    start: int
    end: int
    text: str
    kind: QuoteKind = Field(sa_type=one_of(QuoteKind, "kind"))
    speaker_id: int = Field(foreign_key="actor.id")
    source_start: int
    source_end: int
    source_text: str
    cue: str | None = None
    said_on: date | None = None
    rule: str
    state: State = of_state()
    day: date | None = None  # on which it was said, or else published


class DemandRow(SQLModel, table=True):
    __tablename__ = "demand"
    __table_args__ = (
        within_text(),
        Index(None, "document_id", "start"),
        Index(None, "holder_id"),
        Index(None, "kind"),
        Index(None, "day"),
        decided("demand"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    document_id: int = of_document()
    start: int
    end: int
    text: str
    kind: DemandKind = Field(sa_type=one_of(DemandKind, "kind"))
    holder_id: int = Field(foreign_key="actor.id")
    cue: str | None = None
    rule: str
    state: State = of_state()
    day: date | None = None  # on which it was published


class OutcomeRow(SQLModel, table=True):
    __tablename__ = "outcome"
    __table_args__ = (
        within_text(),
        CheckConstraint(
            "(condition_start IS NULL) = (condition_end IS NULL)"
            " AND (condition_start IS NULL) = (condition_text IS NULL)",
            name="condition_whole",
        ),
        # NULLs make this CHECK unknown, which SQLite lets pass: an outcome without a condition.
        within_text("condition_"),
        Index(None, "document_id", "start"),
        Index(None, "status"),
        Index(None, "occurred_on"),
        Index(None, "day"),
        decided("outcome"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    document_id: int = of_document()
    start: int
    end: int
    text: str
    status: OutcomeStatus = Field(sa_type=one_of(OutcomeStatus, "status"))
    condition_start: int | None = None
    condition_end: int | None = None
    condition_text: str | None = None
    occurred_on: date | None = None
    # Outcomes of one document with the same number are branches of one question ("if he agrees", "should he balk").
    question: int | None = None
    cue: str | None = None
    rule: str
    state: State = of_state()
    day: date | None = None  # on which it happened, or else was published


class OutcomeStepRow(SQLModel, table=True):
    """An outcome that takes up an earlier one: a threat repeated, a promise carried out; `words` is what they share."""

    __tablename__ = "outcome_step"
    __table_args__ = (CheckConstraint("outcome_id <> follows_id", name="forward"), {"sqlite_with_rowid": False})
    outcome_id: int = Field(foreign_key="outcome.id", ondelete="CASCADE", primary_key=True)
    follows_id: int = Field(foreign_key="outcome.id", ondelete="CASCADE", index=True)
    step: Step = Field(sa_type=one_of(Step, "step"))
    words: str


class OutcomeStemRow(SQLModel, table=True):
    """A word of content of an outcome, once for each of its actors and topics: outcomes find earlier ones by it."""

    __tablename__ = "outcome_stem"
    __table_args__ = ({"sqlite_with_rowid": False},)
    actor_id: int = Field(foreign_key="actor.id", primary_key=True)
    topic: Topic = Field(sa_type=one_of(Topic, "topic"), primary_key=True)
    stem: str = Field(primary_key=True)
    outcome_id: int = Field(foreign_key="outcome.id", ondelete="CASCADE", primary_key=True, index=True)


# Links. `nth` keeps the order in which the parse names them, from 0.
class QuoteAddresseeRow(SQLModel, table=True):
    __tablename__ = "quote_addressee"
    __table_args__ = ({"sqlite_with_rowid": False},)
    quote_id: int = Field(foreign_key="quote.id", ondelete="CASCADE", primary_key=True)
    actor_id: int = Field(foreign_key="actor.id", primary_key=True, index=True)
    nth: int


class DemandAddresseeRow(SQLModel, table=True):
    __tablename__ = "demand_addressee"
    __table_args__ = ({"sqlite_with_rowid": False},)
    demand_id: int = Field(foreign_key="demand.id", ondelete="CASCADE", primary_key=True)
    actor_id: int = Field(foreign_key="actor.id", primary_key=True, index=True)
    nth: int


class OutcomeActorRow(SQLModel, table=True):
    """Who does it, or would do it."""

    __tablename__ = "outcome_actor"
    __table_args__ = ({"sqlite_with_rowid": False},)
    outcome_id: int = Field(foreign_key="outcome.id", ondelete="CASCADE", primary_key=True)
    actor_id: int = Field(foreign_key="actor.id", primary_key=True, index=True)
    nth: int


class OutcomeAffectedRow(SQLModel, table=True):
    """On whom it falls."""

    __tablename__ = "outcome_affected"
    __table_args__ = ({"sqlite_with_rowid": False},)
    outcome_id: int = Field(foreign_key="outcome.id", ondelete="CASCADE", primary_key=True)
    actor_id: int = Field(foreign_key="actor.id", primary_key=True, index=True)
    nth: int


class QuoteTopicRow(SQLModel, table=True):
    __tablename__ = "quote_topic"
    __table_args__ = ({"sqlite_with_rowid": False},)
    quote_id: int = Field(foreign_key="quote.id", ondelete="CASCADE", primary_key=True)
    topic: Topic = Field(sa_type=one_of(Topic, "topic"), primary_key=True, index=True)
    nth: int


class DemandTopicRow(SQLModel, table=True):
    __tablename__ = "demand_topic"
    __table_args__ = ({"sqlite_with_rowid": False},)
    demand_id: int = Field(foreign_key="demand.id", ondelete="CASCADE", primary_key=True)
    topic: Topic = Field(sa_type=one_of(Topic, "topic"), primary_key=True, index=True)
    nth: int


class OutcomeTopicRow(SQLModel, table=True):
    __tablename__ = "outcome_topic"
    __table_args__ = ({"sqlite_with_rowid": False},)
    outcome_id: int = Field(foreign_key="outcome.id", ondelete="CASCADE", primary_key=True)
    topic: Topic = Field(sa_type=one_of(Topic, "topic"), primary_key=True, index=True)
    nth: int


# Full text: an index for each kind of record (rowid = the record's id) over the words in its own table: its name, the
# table, the columns. SQLite does not keep it up to date by itself: save.py does, as it writes the records.
FULL_TEXT = {
    "quote_text": ("quote", "text"),
    "demand_text": ("demand", "text"),
    "outcome_text": ("outcome", "text"),
    "document_text": ("document", "title, text"),
}
