"""Ids in the order of time (app/store/ids.py), the day of each record, and counters (app/store/tally.py).

The counters are filled where every migration ends (migrate_engine).
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString as Text

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

DOCUMENTS, RECORDS = 1 << 21, 1 << 20
OWN_DAYS = {"quote": "said_on", "demand": "NULL", "outcome": "occurred_on"}
# Indexes that go, and those that come instead: table, columns.
OLD = (("quote", "speaker_id", "kind"), ("quote", "said_on"), ("demand", "holder_id", "kind"))
NEW = (("quote", "speaker_id"), ("quote", "day"), ("demand", "holder_id"), ("demand", "day"), ("outcome", "day"))
OF_DOCUMENT = "sentence document_actor alias mention found set_aside quote demand outcome"
OF_RECORD = {
    "quote": ("quote_addressee.quote_id", "quote_topic.quote_id"),
    "demand": ("demand_addressee.demand_id", "demand_topic.demand_id"),
    "outcome": (
        "outcome_actor.outcome_id",
        "outcome_affected.outcome_id",
        "outcome_topic.outcome_id",
        "outcome_stem.outcome_id",
        "outcome_step.outcome_id",
        "outcome_step.follows_id",
    ),
}
# 1721425.5 is the Julian day of 0001-01-01, which Python counts as day 1.
NEW_DOCUMENTS = f"""
    INSERT INTO new_id SELECT id, coalesce(CAST(julianday(published_on) - 1721424.5 AS INTEGER), 0) * {DOCUMENTS}
        + row_number() OVER (PARTITION BY published_on ORDER BY id) - 1 FROM document
"""
NEW_RECORDS = """
    INSERT INTO new_id SELECT id, (document_id + 1) * {records}
        - row_number() OVER (PARTITION BY document_id ORDER BY start, "end", id) FROM {record}
"""


def upgrade() -> None:
    op.execute("CREATE TEMP TABLE new_id (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)")
    renumber(NEW_DOCUMENTS, "document.id", *(f"{table}.document_id" for table in OF_DOCUMENT.split()))
    for record, columns in OF_RECORD.items():
        renumber(NEW_RECORDS.format(record=record, records=RECORDS), f"{record}.id", *columns)
    op.execute("DROP TABLE temp.new_id")
    for record, day in OWN_DAYS.items():
        op.add_column(record, sa.Column("day", sa.Date(), nullable=True))
        published = f"(SELECT published_on FROM document WHERE id = {record}.document_id)"
        op.execute(f"UPDATE {record} SET day = coalesce({day}, {published})")
    for table, *columns in OLD:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    for table, *columns in NEW:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    op.create_table(
        "tally",
        sa.Column("list", Text(), nullable=False),
        sa.Column("value", Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("list", "value", name="pk_tally"),
        sqlite_with_rowid=False,
    )
    for record in ("document", *OF_RECORD):
        # In bytes: words wait for the index in memory, so that a batch of documents is one part of it, not ten.
        op.execute(f"INSERT INTO {record}_text ({record}_text, rank) VALUES ('hashsize', 16000000)")
        op.execute(f"INSERT INTO {record}_text ({record}_text) VALUES ('rebuild')")


def renumber(new_ids: str, *columns: str) -> None:
    """Put the new ids into the columns; below zero first, where they meet none that is still to be changed."""
    op.execute("DELETE FROM temp.new_id")
    op.execute(new_ids)
    for table, column in (each.split(".") for each in columns):
        op.execute(f"UPDATE {table} SET {column} = (SELECT -1 - new FROM temp.new_id WHERE old = {column})")
        op.execute(f"UPDATE {table} SET {column} = -1 - {column}")


def downgrade() -> None:
    op.drop_table("tally")
    for table, *columns in NEW:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    for table, *columns in OLD:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    for record in OWN_DAYS:
        op.execute(f"ALTER TABLE {record} DROP COLUMN day")
