"""Articles on their way into the store, and the files that they came in."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString as Text
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATES = ("draft", "queued", "parsing", "done", "failed", "cancelled")


def upgrade() -> None:
    op.create_table(
        "addition",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("editor", Text(), nullable=False),
        sa.Column(
            "state", sa.Enum(*STATES, name="state", native_enum=False, create_constraint=True), nullable=False
        ),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("message", Text(), nullable=True),
        sa.Column("title", Text(), nullable=True),
        sa.Column("publisher", Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("url", Text(), nullable=True),
        sa.Column("file_name", Text(), nullable=True),
        sa.Column("document_sha256", Text(), nullable=True),
        sa.Column("text", Text(), nullable=False),
        sa.CheckConstraint("key <> ''", name="key"),
        sa.CheckConstraint("state <> 'done' OR document_sha256 IS NOT NULL", name="done"),
        sa.PrimaryKeyConstraint("id", name="pk_addition"),
        sa.UniqueConstraint("key", name="uq_addition_key"),
    )
    op.create_index("ix_addition_state", "addition", ["state"])
    op.create_index("ix_addition_document_sha256", "addition", ["document_sha256"])
    op.create_index("ix_addition_editor_added_at", "addition", ["editor", "added_at"])
    op.create_table(
        "original",
        sa.Column("addition_id", sa.Integer(), nullable=False),
        sa.Column("file_name", Text(), nullable=False),
        sa.Column("media_type", Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["addition_id"], ["addition.id"], name="fk_original_addition_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("addition_id", name="pk_original"),
    )


def downgrade() -> None:
    op.drop_table("original")
    op.drop_table("addition")
