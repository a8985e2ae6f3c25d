"""The tables of writing over the web: who may write, and what was refused. They change as those of `tables` do."""

from datetime import datetime
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
