"""Questions that conditions answer, and outcomes that take up earlier ones."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString as Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outcome", sa.Column("question", sa.Integer(), nullable=True))
    op.create_table(
        "outcome_step",
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("follows_id", sa.Integer(), nullable=False),
        sa.Column(
            "step",
            sa.Enum("repeated", "carried-out", "lapsed", name="step", native_enum=False, create_constraint=True),
            nullable=False,
        ),
        sa.Column("words", Text(), nullable=False),
        sa.CheckConstraint("outcome_id <> follows_id", name="forward"),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcome.id"], name="fk_outcome_step_outcome_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["follows_id"], ["outcome.id"], name="fk_outcome_step_follows_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outcome_id", name="pk_outcome_step"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outcome_step_follows_id", "outcome_step", ["follows_id"])


def downgrade() -> None:
    op.drop_table("outcome_step")
    with op.batch_alter_table("outcome") as outcome:
        outcome.drop_column("question")
