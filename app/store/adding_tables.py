"""The tables of writing over the web: who may write, what was refused, and articles on their way into the store. They
change as those of `tables` do."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql_text
from sqlmodel import Field, SQLModel

from app.store.columns import one_of


class Refused(StrEnum):
    """Why an attempt to write was turned away."""

    OTHER_SITE = "other-site"  # sent by a page of another site
    WRONG_TOKEN = "wrong-token"
    NOT_SIGNED_IN = "not-signed-in"  # or no longer
    TOO_MANY = "too-many"
    TOO_LARGE = "too-large"


class EditorRow(SQLModel, table=True):
    """Who may write. A name that is revoked and added again has a row for each token."""

    __tablename__ = "editor"
    __table_args__ = (
        CheckConstraint("name <> ''", name="named"),
        CheckConstraint("length(token_sha256) = 64", name="token_sha256"),
        Index("ix_editor_name", "name", unique=True, sqlite_where=sql_text("revoked_at IS NULL")),
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str
    token_sha256: str = Field(unique=True)
    added_at: datetime
    revoked_at: datetime | None = None


class RefusalRow(SQLModel, table=True):
    """An attempt to write that was turned away; `client` is the address it came from."""

    __tablename__ = "refusal"
    __table_args__ = (Index(None, "client", "kind", "at"),)
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    kind: Refused = Field(sa_type=one_of(Refused, "kind"))
    client: str
    request: str
    editor: str | None = None


class AdditionState(StrEnum):
    """How far an article that somebody adds has come."""

    DRAFT = "draft"  # waits for a person to look it through
    QUEUED = "queued"
    PARSING = "parsing"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class AdditionRow(SQLModel, table=True):
    """An article that somebody adds. `message` says what is going on or what went wrong; `text` is emptied when it is done:
    then the document has it."""

    __tablename__ = "addition"
    __table_args__ = (
        CheckConstraint("key <> ''", name="key"),
        CheckConstraint("state <> 'done' OR document_sha256 IS NOT NULL", name="done"),
        Index(None, "state"),
        Index(None, "document_sha256"),
        Index(None, "editor", "added_at"),
    )
    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    editor: str
    state: AdditionState = Field(sa_type=one_of(AdditionState, "state"))
    added_at: datetime
    tries: int = 0
    message: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    url: str | None = None
    file_name: str | None = None
    document_sha256: str | None = None
    text: str


class OriginalRow(SQLModel, table=True):
    """The file that was uploaded, as it came."""

    __tablename__ = "original"
    addition_id: int = Field(foreign_key="addition.id", ondelete="CASCADE", primary_key=True)
    file_name: str
    media_type: str
    body: bytes
