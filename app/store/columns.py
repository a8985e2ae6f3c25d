"""What the tables' columns and constraints are made of."""

from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import Enum as ClosedSet
from sqlalchemy import text as sql_text
from sqlmodel import Field, SQLModel

from app.records import State

# Constraints need names, or SQLite's batch migrations cannot drop them later. Set before the first table is declared.
SQLModel.metadata.naming_convention = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}


def one_of(values: type[StrEnum], name: str) -> Any:
    """A text column for the values of a closed set, checked by SQLite; by default SQLAlchemy would store the names."""
    return ClosedSet(
        values,
        name=name,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda members: [str(m) for m in members],
    )


def within_text(prefix: str = "") -> CheckConstraint:
    """A span is not empty and is exactly as long as its words; SQLite's `length` counts code points, as Python does."""
    start, end, text = f"{prefix}start", f'"{prefix}end"', f"{prefix}text"
    return CheckConstraint(
        f"{start} >= 0 AND {start} < {end} AND length({text}) = {end} - {start}", name=f"{prefix}span"
    )


def of_document(**options: Any) -> Any:
    return Field(foreign_key="document.id", ondelete="CASCADE", **options)


def of_state() -> Any:
    """What people have decided about a record; found, until somebody decides."""
    return Field(
        default=State.FOUND, sa_type=one_of(State, "state"), sa_column_kwargs={"server_default": State.FOUND.value}
    )


def decided(table: str) -> Index:
    """For the records that people have decided about: those that wait are not in the index."""
    return Index(f"ix_{table}_state", "state", sqlite_where=sql_text("state <> 'found'"))


def given(table: str, column: str) -> Index:
    """For the records that have a value there."""
    return Index(f"ix_{table}_{column}", column, sqlite_where=sql_text(f"{column} IS NOT NULL"))


def newest_first(column: str, said: str) -> Index:
    """For the newest document that gives this column of an actor: only rows that give it are in the index."""
    name = f"ix_document_actor_actor_id_published_on_{column}"
    return Index(name, "actor_id", "published_on", sqlite_where=sql_text(said))
