"""Sentences by where they start, in one order instead of two, and sides by the actors that have one: less to write for
each document."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SPAN = 'CONSTRAINT ck_sentence_span CHECK (start >= 0 AND start < "end")'
DOCUMENT = "CONSTRAINT fk_sentence_document_id FOREIGN KEY (document_id) REFERENCES document (id) ON DELETE CASCADE"
SIDE = "ix_document_actor_side_id"


def upgrade() -> None:
    make_anew('document_id, start, "end"', "start", 'document_id, start, "end"')
    op.drop_index(SIDE, "document_actor")
    op.create_index(SIDE, "document_actor", ["side_id"], sqlite_where=sa.text("side_id IS NOT NULL"))


def make_anew(columns: str, key: str, values: str) -> None:
    """SQLite cannot change a primary key: the table is made under another name and takes the old one's."""
    declared = ", ".join(f"{column} INTEGER NOT NULL" for column in columns.split(", "))
    op.execute(
        f"""CREATE TABLE new_sentence ({declared},
            CONSTRAINT pk_sentence PRIMARY KEY (document_id, {key}), {SPAN}, {DOCUMENT}) WITHOUT ROWID"""
    )
    op.execute(f"INSERT INTO new_sentence ({columns}) SELECT {values} FROM sentence ORDER BY document_id, start")
    op.execute("DROP TABLE sentence")
    op.execute("ALTER TABLE new_sentence RENAME TO sentence")


def downgrade() -> None:
    nth = "row_number() OVER (PARTITION BY document_id ORDER BY start) - 1"
    make_anew('document_id, nth, start, "end"', "nth", f'document_id, {nth}, start, "end"')
    op.create_index("ix_sentence_document_id_start", "sentence", ["document_id", "start"])
    op.drop_index(SIDE, "document_actor")
    op.create_index(SIDE, "document_actor", ["side_id"])
