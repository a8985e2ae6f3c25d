"""The tables of what people decided. `event` is what counts and only ever grows; the other two are made from it and
from the parses, and made anew whenever a document is saved (see app/decisions)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from app.decisions.events import Action
from app.records import State
from app.store.columns import of_document, one_of


class EventRow(SQLModel, table=True):
    """One decision; see decisions.events.Event. `before`, `after`, `found` and `actors` are JSON."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("record IN ('quote', 'demand', 'outcome', 'actor', 'document')", name="record"),
        CheckConstraint("(action = 'undo') = (undoes IS NOT NULL)", name="undo"),
        CheckConstraint("undoes < id", name="order"),
        Index(None, "record", "key"),
        Index(None, "record", "other"),
        Index(None, "document"),
        Index(None, "action"),
        Index(None, "editor"),
        Index(None, "undoes"),
    )
    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    editor: str
    action: Action = Field(sa_type=one_of(Action, "action"))
    record: str
    key: str
    document: str | None = None
    other: str | None = None
    before: str = "{}"
    after: str = "{}"
    found: str = "{}"
    actors: str = "[]"
    reason: str = ""
    undoes: int | None = Field(default=None, foreign_key="event.id")


class FoundRow(SQLModel, table=True):
    """What the parser found, where decisions make something else of it: a line as `transfer` writes it, without the text."""

    __tablename__ = "found"
    document_id: int = of_document(primary_key=True)
    line: str


class SetAsideRow(SQLModel, table=True):
    """A record that its document does not show: rejected, or decided about in words that the text no longer has."""

    __tablename__ = "set_aside"
    __table_args__ = (CheckConstraint("state IN ('rejected', 'unplaced')", name="aside"), {"sqlite_with_rowid": False})
    key: str = Field(primary_key=True)
    document_id: int = of_document(index=True)
    record: str
    state: State = Field(sa_type=one_of(State, "state"), index=True)
    event_id: int = Field(foreign_key="event.id")
    fields: str
    why: str = ""
