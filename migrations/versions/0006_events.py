"""What people decide: the events, what the parser found before them, what they set aside, and the state of each record."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString as Text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ACTIONS = "accept correct add reject edit merge split undo replace"
STATES = "found accepted corrected added rejected unplaced"
KEPT = """
    CREATE TRIGGER event_is_not_{done} BEFORE {doing} ON event
    BEGIN SELECT raise(ABORT, 'events are never changed or deleted'); END
"""


def one_of(values: str, name: str) -> sa.Enum:
    return sa.Enum(*values.split(), name=name, native_enum=False, create_constraint=True)


def upgrade() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("editor", Text(), nullable=False),
        sa.Column("action", one_of(ACTIONS, "action"), nullable=False),
        sa.Column("record", Text(), nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("document", Text(), nullable=True),
        sa.Column("other", Text(), nullable=True),
        sa.Column("before", Text(), nullable=False),
        sa.Column("after", Text(), nullable=False),
        sa.Column("found", Text(), nullable=False),
        sa.Column("actors", Text(), nullable=False),
        sa.Column("reason", Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.CheckConstraint("record IN ('quote', 'demand', 'outcome', 'actor', 'document')", name="record"),
        sa.CheckConstraint("(action = 'undo') = (undoes IS NOT NULL)", name="undo"),
        sa.CheckConstraint("undoes < id", name="order"),
        sa.ForeignKeyConstraint(["undoes"], ["event.id"], name="fk_event_undoes"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    for columns in ("record key", "record other", "document", "action", "editor", "undoes"):
        op.create_index(f"ix_event_{columns.replace(' ', '_')}", "event", columns.split())
    for done, doing in (("changed", "UPDATE"), ("deleted", "DELETE")):
        op.execute(KEPT.format(done=done, doing=doing))
    op.create_table(
        "found",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("line", Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_found_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", name="pk_found"),
    )
    op.create_table(
        "set_aside",
        sa.Column("key", Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("record", Text(), nullable=False),
        sa.Column("state", one_of(STATES, "state"), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("fields", Text(), nullable=False),
        sa.Column("why", Text(), nullable=False),
        sa.CheckConstraint("state IN ('rejected', 'unplaced')", name="aside"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_set_aside_document_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_set_aside_event_id"),
        sa.PrimaryKeyConstraint("key", name="pk_set_aside"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_set_aside_document_id", "set_aside", ["document_id"])
    op.create_index("ix_set_aside_state", "set_aside", ["state"])
    allowed = ", ".join(f"'{state}'" for state in STATES.split())
    for record in ("quote", "demand", "outcome"):
        op.execute(
            f"ALTER TABLE {record} ADD COLUMN state VARCHAR(9) DEFAULT 'found' NOT NULL"
            f" CONSTRAINT ck_{record}_state CHECK (state IN ({allowed}))"
        )
        decided = sa.text("state <> 'found'")
        op.create_index(f"ix_{record}_state", record, ["state"], sqlite_where=decided)


def downgrade() -> None:
    for record in ("quote", "demand", "outcome"):
        op.drop_index(f"ix_{record}_state", record)
        op.execute(f"ALTER TABLE {record} DROP COLUMN state")
    op.drop_table("set_aside")
    op.drop_table("found")
    op.drop_table("event")
