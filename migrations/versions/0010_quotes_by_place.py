"""The index of quotes by their place in the document tells where they end and who speaks, too: quotes around a mention
are found without reading them."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_quote_document_id_start_end_speaker_id", "quote", ["document_id", "start", "end", "speaker_id"])
    op.drop_index("ix_quote_document_id_start", "quote")


def downgrade() -> None:
    op.create_index("ix_quote_document_id_start", "quote", ["document_id", "start"])
    op.drop_index("ix_quote_document_id_start_end_speaker_id", "quote")
