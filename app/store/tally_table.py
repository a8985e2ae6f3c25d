"""The table of counters (tally.py). It changes as those of `tables` do."""

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

import app.store.columns  # noqa: F401  (names the constraints)


class TallyRow(SQLModel, table=True):
    """How many records of a list have a value."""

    __tablename__ = "tally"
    __table_args__ = (
        # Who asks whom most often, among all pairs.
        Index("ix_tally_pairs", "number", sqlite_where=text("list = 'asking pair'")),
        {"sqlite_with_rowid": False},
    )
    list: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    number: int
