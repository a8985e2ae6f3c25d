"""Who may write over the web, and which attempts were refused."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString as Text
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

REFUSED = ("other-site", "wrong-token", "not-signed-in", "too-many", "too-large")


def upgrade() -> None:
    op.create_table(
        "editor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column("token_sha256", Text(), nullable=False),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.Column("revoked_at", UTCDateTime(), nullable=True),
        sa.CheckConstraint("name <> ''", name="named"),
        sa.CheckConstraint("length(token_sha256) = 64", name="token_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_editor"),
        sa.UniqueConstraint("token_sha256", name="uq_editor_token_sha256"),
    )
    op.create_index("ix_editor_name", "editor", ["name"], unique=True, sqlite_where=sa.text("revoked_at IS NULL"))
    op.create_table(
        "refusal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column(
            "kind", sa.Enum(*REFUSED, name="kind", native_enum=False, create_constraint=True), nullable=False
        ),
        sa.Column("client", Text(), nullable=False),
        sa.Column("request", Text(), nullable=False),
        sa.Column("editor", Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_refusal"),
    )
    op.create_index("ix_refusal_client_kind_at", "refusal", ["client", "kind", "at"])


def downgrade() -> None:
    op.drop_table("refusal")
    op.drop_table("editor")
