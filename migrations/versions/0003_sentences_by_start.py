"""Find the sentences around a record without reading all those of its document."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_sentence_document_id_start", "sentence", ["document_id", "start"])


def downgrade() -> None:
    op.drop_index("ix_sentence_document_id_start", "sentence")
