"""The first tables: documents, actors, quotes, demands, outcomes, their links, and full text."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString as Text
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# In the order in which they can be dropped.
TABLES = """
    quote_topic quote_addressee outcome_topic outcome_affected outcome_actor demand_topic demand_addressee sentence
    quote outcome mention document_actor demand alias document actor
"""
TOPICS = """
    ceasefire territory security-guarantees alliances military-aid sanctions trade arms-control
    negotiations military-action humanitarian justice recognition elections other
"""
FULL_TEXT = {
    "quote_text": ("quote", "text"),
    "demand_text": ("demand", "text"),
    "outcome_text": ("outcome", "text"),
    "document_text": ("document", "title, text"),
}


def one_of(name: str, values: str) -> sa.Enum:
    return sa.Enum(*values.split(), name=name, native_enum=False, create_constraint=True)


def within_text() -> sa.CheckConstraint:
    return sa.CheckConstraint('start >= 0 AND start < "end" AND length(text) = "end" - start', name="span")


def link_actors(table: str) -> None:
    record = table.split("_")[0]
    op.create_table(
        table,
        sa.Column(f"{record}_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=f"fk_{table}_actor_id"),
        sa.ForeignKeyConstraint([f"{record}_id"], [f"{record}.id"], name=f"fk_{table}_{record}_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(f"{record}_id", "actor_id", name=f"pk_{table}"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{table}_actor_id", table, ["actor_id"])


def link_topics(table: str) -> None:
    record = table.split("_")[0]
    op.create_table(
        table,
        sa.Column(f"{record}_id", sa.Integer(), nullable=False),
        sa.Column("topic", one_of("topic", TOPICS), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint([f"{record}_id"], [f"{record}.id"], name=f"fk_{table}_{record}_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint(f"{record}_id", "topic", name=f"pk_{table}"),
        sqlite_with_rowid=False,
    )
    op.create_index(f"ix_{table}_topic", table, ["topic"])


def upgrade() -> None:
    op.create_table(
        "actor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column(
            "kind",
            one_of("kind", "person country organization group"),
            nullable=False,
        ),
        sa.Column("role", Text(), nullable=False),
        sa.Column("side_id", sa.Integer(), nullable=True),
        sa.Column("wikidata", Text(), nullable=True),
        sa.CheckConstraint("key <> '' AND name <> ''", name="named"),
        sa.CheckConstraint("side_id <> id", name="side"),
        sa.ForeignKeyConstraint(["side_id"], ["actor.id"], name="fk_actor_side_id", ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name="pk_actor"),
        sa.UniqueConstraint("key", name="uq_actor_key"),
    )
    op.create_index("ix_actor_kind", "actor", ["kind"])
    op.create_index("ix_actor_side_id", "actor", ["side_id"])

    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", Text(), nullable=False),
        sa.Column("sha256", Text(), nullable=False),
        sa.Column("title", Text(), nullable=True),
        sa.Column("publisher", Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("place", Text(), nullable=True),
        sa.Column("url", Text(), nullable=True),
        sa.Column("file_name", Text(), nullable=True),
        sa.Column("body_start", sa.Integer(), nullable=False),
        sa.Column("parser_version", Text(), nullable=False),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.Column("text", Text(), nullable=False),
        sa.CheckConstraint("slug <> ''", name="slug"),
        sa.CheckConstraint("body_start >= 0", name="body_start"),
        sa.CheckConstraint("length(sha256) = 64", name="sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("sha256", name="uq_document_sha256"),
        sa.UniqueConstraint("slug", name="uq_document_slug"),
    )
    op.create_index("ix_document_published_on", "document", ["published_on"])

    op.create_table(
        "alias",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.CheckConstraint("name <> ''", name="named"),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_alias_actor_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_alias_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "actor_id", "name", name="pk_alias"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_actor_id", "alias", ["actor_id"])

    op.create_table(
        "demand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", Text(), nullable=False),
        sa.Column(
            "kind",
            one_of("kind", "demand goal refusal"),
            nullable=False,
        ),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("cue", Text(), nullable=True),
        sa.Column("rule", Text(), nullable=False),
        within_text(),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_demand_document_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["holder_id"], ["actor.id"], name="fk_demand_holder_id"),
        sa.PrimaryKeyConstraint("id", name="pk_demand"),
        sa.UniqueConstraint("key", name="uq_demand_key"),
    )
    op.create_index("ix_demand_document_id_start", "demand", ["document_id", "start"])
    op.create_index("ix_demand_holder_id_kind", "demand", ["holder_id", "kind"])
    op.create_index("ix_demand_kind", "demand", ["kind"])

    op.create_table(
        "document_actor",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("name", Text(), nullable=False),
        sa.Column(
            "kind",
            one_of("kind", "person country organization group"),
            nullable=False,
        ),
        sa.Column("role", Text(), nullable=False),
        sa.Column("side_id", sa.Integer(), nullable=True),
        sa.Column("wikidata", Text(), nullable=True),
        sa.CheckConstraint("side_id <> actor_id", name="side"),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_document_actor_actor_id"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_document_actor_document_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["side_id"], ["actor.id"], name="fk_document_actor_side_id"),
        sa.PrimaryKeyConstraint("document_id", "actor_id", name="pk_document_actor"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_document_actor_actor_id", "document_actor", ["actor_id"])
    op.create_index("ix_document_actor_side_id", "document_actor", ["side_id"])

    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", Text(), nullable=False),
        within_text(),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_mention_actor_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_mention_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_mention"),
        sa.UniqueConstraint(
            "document_id", "start", "end", "actor_id", name="uq_mention_document_id_start_end_actor_id"
        ),
    )
    op.create_index("ix_mention_actor_id", "mention", ["actor_id"])

    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", Text(), nullable=False),
        sa.Column(
            "status",
            one_of("status", "promised threatened expected occurred lapsed"),
            nullable=False,
        ),
        sa.Column("condition_start", sa.Integer(), nullable=True),
        sa.Column("condition_end", sa.Integer(), nullable=True),
        sa.Column("condition_text", Text(), nullable=True),
        sa.Column("occurred_on", sa.Date(), nullable=True),
        sa.Column("cue", Text(), nullable=True),
        sa.Column("rule", Text(), nullable=False),
        sa.CheckConstraint(
            "(condition_start IS NULL) = (condition_end IS NULL) AND (condition_start IS NULL) = (condition_text IS NULL)",
            name="condition_whole",
        ),
        sa.CheckConstraint(
            'condition_start >= 0 AND condition_start < "condition_end" AND length(condition_text) = "condition_end" - condition_start',
            name="condition_span",
        ),
        within_text(),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_outcome_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_outcome"),
        sa.UniqueConstraint("key", name="uq_outcome_key"),
    )
    op.create_index("ix_outcome_document_id_start", "outcome", ["document_id", "start"])
    op.create_index("ix_outcome_occurred_on", "outcome", ["occurred_on"])
    op.create_index("ix_outcome_status", "outcome", ["status"])

    op.create_table(
        "quote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", Text(), nullable=False),
        sa.Column(
            "kind",
            one_of("kind", "direct mixed indirect"),
            nullable=False,
        ),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=False),
        sa.Column("source_end", sa.Integer(), nullable=False),
        sa.Column("source_text", Text(), nullable=False),
        sa.Column("cue", Text(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("rule", Text(), nullable=False),
        sa.CheckConstraint(
            'source_start >= 0 AND source_start < "source_end" AND length(source_text) = "source_end" - source_start',
            name="source_span",
        ),
        within_text(),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_quote_document_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["speaker_id"], ["actor.id"], name="fk_quote_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_quote"),
        sa.UniqueConstraint("key", name="uq_quote_key"),
    )
    op.create_index("ix_quote_document_id_start", "quote", ["document_id", "start"])
    op.create_index("ix_quote_kind", "quote", ["kind"])
    op.create_index("ix_quote_said_on", "quote", ["said_on"])
    op.create_index("ix_quote_speaker_id_kind", "quote", ["speaker_id", "kind"])

    op.create_table(
        "sentence",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint('start >= 0 AND start < "end"', name="span"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_sentence_document_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "nth", name="pk_sentence"),
        sqlite_with_rowid=False,
    )
    for table in ("quote_addressee", "demand_addressee", "outcome_actor", "outcome_affected"):
        link_actors(table)
    for table in ("quote_topic", "demand_topic", "outcome_topic"):
        link_topics(table)
    for index, (content, columns) in FULL_TEXT.items():
        op.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({columns}, content='{content}', content_rowid='id', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )


def downgrade() -> None:
    for table in (*FULL_TEXT, *TABLES.split()):
        op.drop_table(table)
