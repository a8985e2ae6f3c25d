"""The first tables: documents, actors, quotes, demands, outcomes, their links, and full text."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# In the order in which they can be dropped.
TABLES = (
    "quote_topic",
    "quote_addressee",
    "outcome_topic",
    "outcome_affected",
    "outcome_actor",
    "demand_topic",
    "demand_addressee",
    "sentence",
    "quote",
    "outcome",
    "mention",
    "document_actor",
    "demand",
    "alias",
    "document",
    "actor",
)
TOPICS = (
    "ceasefire",
    "territory",
    "security-guarantees",
    "alliances",
    "military-aid",
    "sanctions",
    "trade",
    "arms-control",
    "negotiations",
    "military-action",
    "humanitarian",
    "justice",
    "recognition",
    "elections",
    "other",
)
FULL_TEXT = {
    "quote_text": ("quote", "text"),
    "demand_text": ("demand", "text"),
    "outcome_text": ("outcome", "text"),
    "document_text": ("document", "title, text"),
}


def upgrade() -> None:
    op.create_table(
        "actor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "person", "country", "organization", "group", name="kind", native_enum=False, create_constraint=True
            ),
            nullable=False,
        ),
        sa.Column("role", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("side_id", sa.Integer(), nullable=True),
        sa.Column("wikidata", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.CheckConstraint("key <> '' AND name <> ''", name=op.f("ck_actor_named")),
        sa.CheckConstraint("side_id <> id", name=op.f("ck_actor_side")),
        sa.ForeignKeyConstraint(["side_id"], ["actor.id"], name=op.f("fk_actor_side_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor")),
        sa.UniqueConstraint("key", name=op.f("uq_actor_key")),
    )
    op.create_index("ix_actor_kind", "actor", ["kind"])
    op.create_index("ix_actor_side_id", "actor", ["side_id"])

    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("sha256", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("publisher", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("place", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("url", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("file_name", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("body_start", sa.Integer(), nullable=False),
        sa.Column("parser_version", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("added_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint("slug <> ''", name=op.f("ck_document_slug")),
        sa.CheckConstraint("body_start >= 0", name=op.f("ck_document_body_start")),
        sa.CheckConstraint("length(sha256) = 64", name=op.f("ck_document_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("sha256", name=op.f("uq_document_sha256")),
        sa.UniqueConstraint("slug", name=op.f("uq_document_slug")),
    )
    op.create_index("ix_document_published_on", "document", ["published_on"])

    op.create_table(
        "alias",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint("name <> ''", name=op.f("ck_alias_named")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_alias_actor_id")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_alias_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "actor_id", "name", name=op.f("pk_alias")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_actor_id", "alias", ["actor_id"])

    op.create_table(
        "demand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("demand", "goal", "refusal", name="kind", native_enum=False, create_constraint=True),
            nullable=False,
        ),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("cue", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("rule", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint(
            'start >= 0 AND start < "end" AND length(text) = "end" - start', name=op.f("ck_demand_span")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_demand_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["holder_id"], ["actor.id"], name=op.f("fk_demand_holder_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demand")),
        sa.UniqueConstraint("key", name=op.f("uq_demand_key")),
    )
    op.create_index("ix_demand_document_id_start", "demand", ["document_id", "start"])
    op.create_index("ix_demand_holder_id_kind", "demand", ["holder_id", "kind"])
    op.create_index("ix_demand_kind", "demand", ["kind"])

    op.create_table(
        "document_actor",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "person", "country", "organization", "group", name="kind", native_enum=False, create_constraint=True
            ),
            nullable=False,
        ),
        sa.Column("role", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("side_id", sa.Integer(), nullable=True),
        sa.Column("wikidata", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.CheckConstraint("side_id <> actor_id", name=op.f("ck_document_actor_side")),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_document_actor_actor_id")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_actor_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["side_id"], ["actor.id"], name=op.f("fk_document_actor_side_id")),
        sa.PrimaryKeyConstraint("document_id", "actor_id", name=op.f("pk_document_actor")),
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
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint(
            'start >= 0 AND start < "end" AND length(text) = "end" - start', name=op.f("ck_mention_span")
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_mention_actor_id")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_mention_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint(
            "document_id", "start", "end", "actor_id", name=op.f("uq_mention_document_id_start_end_actor_id")
        ),
    )
    op.create_index("ix_mention_actor_id", "mention", ["actor_id"])

    op.create_table(
        "outcome",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "promised",
                "threatened",
                "expected",
                "occurred",
                "lapsed",
                name="status",
                native_enum=False,
                create_constraint=True,
            ),
            nullable=False,
        ),
        sa.Column("condition_start", sa.Integer(), nullable=True),
        sa.Column("condition_end", sa.Integer(), nullable=True),
        sa.Column("condition_text", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("occurred_on", sa.Date(), nullable=True),
        sa.Column("cue", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("rule", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint(
            "(condition_start IS NULL) = (condition_end IS NULL) AND (condition_start IS NULL) = (condition_text IS NULL)",
            name=op.f("ck_outcome_condition_whole"),
        ),
        sa.CheckConstraint(
            'condition_start >= 0 AND condition_start < "condition_end" AND length(condition_text) = "condition_end" - condition_start',
            name=op.f("ck_outcome_condition_span"),
        ),
        sa.CheckConstraint(
            'start >= 0 AND start < "end" AND length(text) = "end" - start', name=op.f("ck_outcome_span")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_outcome_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcome")),
        sa.UniqueConstraint("key", name=op.f("uq_outcome_key")),
    )
    op.create_index("ix_outcome_document_id_start", "outcome", ["document_id", "start"])
    op.create_index("ix_outcome_occurred_on", "outcome", ["occurred_on"])
    op.create_index("ix_outcome_status", "outcome", ["status"])

    op.create_table(
        "quote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("direct", "mixed", "indirect", name="kind", native_enum=False, create_constraint=True),
            nullable=False,
        ),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=False),
        sa.Column("source_end", sa.Integer(), nullable=False),
        sa.Column("source_text", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("cue", sqlmodel.sql.sqltypes.AutoString(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("rule", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.CheckConstraint(
            'source_start >= 0 AND source_start < "source_end" AND length(source_text) = "source_end" - source_start',
            name=op.f("ck_quote_source_span"),
        ),
        sa.CheckConstraint('start >= 0 AND start < "end" AND length(text) = "end" - start', name=op.f("ck_quote_span")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_quote_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["speaker_id"], ["actor.id"], name=op.f("fk_quote_speaker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quote")),
        sa.UniqueConstraint("key", name=op.f("uq_quote_key")),
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
        sa.CheckConstraint('start >= 0 AND start < "end"', name=op.f("ck_sentence_span")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_sentence_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "nth", name=op.f("pk_sentence")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "demand_addressee",
        sa.Column("demand_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_demand_addressee_actor_id")),
        sa.ForeignKeyConstraint(
            ["demand_id"], ["demand.id"], name=op.f("fk_demand_addressee_demand_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("demand_id", "actor_id", name=op.f("pk_demand_addressee")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_demand_addressee_actor_id", "demand_addressee", ["actor_id"])

    op.create_table(
        "demand_topic",
        sa.Column("demand_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Enum(*TOPICS, name="topic", native_enum=False, create_constraint=True), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["demand_id"], ["demand.id"], name=op.f("fk_demand_topic_demand_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("demand_id", "topic", name=op.f("pk_demand_topic")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_demand_topic_topic", "demand_topic", ["topic"])

    op.create_table(
        "outcome_actor",
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_outcome_actor_actor_id")),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcome.id"], name=op.f("fk_outcome_actor_outcome_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outcome_id", "actor_id", name=op.f("pk_outcome_actor")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outcome_actor_actor_id", "outcome_actor", ["actor_id"])

    op.create_table(
        "outcome_affected",
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_outcome_affected_actor_id")),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcome.id"], name=op.f("fk_outcome_affected_outcome_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outcome_id", "actor_id", name=op.f("pk_outcome_affected")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outcome_affected_actor_id", "outcome_affected", ["actor_id"])

    op.create_table(
        "outcome_topic",
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Enum(*TOPICS, name="topic", native_enum=False, create_constraint=True), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["outcome_id"], ["outcome.id"], name=op.f("fk_outcome_topic_outcome_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("outcome_id", "topic", name=op.f("pk_outcome_topic")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outcome_topic_topic", "outcome_topic", ["topic"])

    op.create_table(
        "quote_addressee",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_quote_addressee_actor_id")),
        sa.ForeignKeyConstraint(
            ["quote_id"], ["quote.id"], name=op.f("fk_quote_addressee_quote_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("quote_id", "actor_id", name=op.f("pk_quote_addressee")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quote_addressee_actor_id", "quote_addressee", ["actor_id"])

    op.create_table(
        "quote_topic",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Enum(*TOPICS, name="topic", native_enum=False, create_constraint=True), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["quote_id"], ["quote.id"], name=op.f("fk_quote_topic_quote_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("quote_id", "topic", name=op.f("pk_quote_topic")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_quote_topic_topic", "quote_topic", ["topic"])
    for index, (content, columns) in FULL_TEXT.items():
        op.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({columns}, content='{content}', content_rowid='id', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )


def downgrade() -> None:
    for table in (*FULL_TEXT, *TABLES):
        op.drop_table(table)
