"""What keeps saving quick in a large store: the day of what is said of an actor, and the words by which outcomes meet."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString as Text

from app.store.stems import content_stems

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TOPICS = """
    ceasefire territory security-guarantees alliances military-aid sanctions trade arms-control
    negotiations military-action humanitarian justice recognition elections other
"""
GIVEN = {"role": "role <> ''", "side_id": "side_id IS NOT NULL", "wikidata": "wikidata IS NOT NULL"}
STEMS = """
    INSERT OR IGNORE INTO outcome_stem (actor_id, topic, stem, outcome_id)
    SELECT actor_id, topic, ?, ? FROM outcome_actor JOIN outcome_topic USING (outcome_id) WHERE outcome_id = ?
"""


def upgrade() -> None:
    op.add_column("document_actor", sa.Column("published_on", sa.Date(), nullable=True))
    op.execute("UPDATE document_actor SET published_on = (SELECT published_on FROM document WHERE id = document_id)")
    op.drop_index("ix_document_actor_actor_id", "document_actor")
    op.create_index("ix_document_actor_actor_id_kind_name", "document_actor", ["actor_id", "kind", "name"])
    for column, given in GIVEN.items():
        name, columns = f"ix_document_actor_actor_id_published_on_{column}", ["actor_id", "published_on"]
        op.create_index(name, "document_actor", columns, sqlite_where=sa.text(given))
    op.create_table(
        "outcome_stem",
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column(
            "topic",
            sa.Enum(*TOPICS.split(), name="topic", native_enum=False, create_constraint=True),
            nullable=False,
        ),
        sa.Column("stem", Text(), nullable=False),
        sa.Column("outcome_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name="fk_outcome_stem_actor_id"),
        sa.ForeignKeyConstraint(["outcome_id"], ["outcome.id"], name="fk_outcome_stem_outcome_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("actor_id", "topic", "stem", "outcome_id", name="pk_outcome_stem"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outcome_stem_outcome_id", "outcome_stem", ["outcome_id"])
    connection = op.get_bind()
    for id_, words in connection.exec_driver_sql("SELECT id, text FROM outcome").all():
        for stem in content_stems(words):
            connection.exec_driver_sql(STEMS, (stem, id_, id_))


def downgrade() -> None:
    op.drop_table("outcome_stem")
    for column in GIVEN:
        op.drop_index(f"ix_document_actor_actor_id_published_on_{column}", "document_actor")
    op.drop_index("ix_document_actor_actor_id_kind_name", "document_actor")
    op.create_index("ix_document_actor_actor_id", "document_actor", ["actor_id"])
    op.execute("ALTER TABLE document_actor DROP COLUMN published_on")
