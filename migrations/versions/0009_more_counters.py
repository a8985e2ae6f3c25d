"""Indexes for documents by actor and by publisher, for the days on which something was said, and for the strongest pairs.

More is counted from now on (app/store/tallied.py); the counters are filled where every migration ends (migrate_engine).
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_document_publisher", "document", ["publisher"])
    op.create_index("ix_document_actor_actor_id_document_id", "document_actor", ["actor_id", "document_id"])
    op.create_index("ix_quote_said_on", "quote", ["said_on"], sqlite_where=sa.text("said_on IS NOT NULL"))
    op.create_index("ix_tally_pairs", "tally", ["number"], sqlite_where=sa.text("list = 'asking pair'"))


def downgrade() -> None:
    op.drop_index("ix_tally_pairs", "tally")
    op.drop_index("ix_quote_said_on", "quote")
    op.drop_index("ix_document_actor_actor_id_document_id", "document_actor")
    op.drop_index("ix_document_publisher", "document")
