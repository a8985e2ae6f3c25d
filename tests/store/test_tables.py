import pytest
from alembic import command
from sqlalchemy import StaticPool, create_engine, inspect
from sqlalchemy.exc import IntegrityError

from app.store.database import Store, alembic_config, writing
from app.store.save import save_parse
from app.store.tables import FULL_TEXT, SQLModel
from tests.factories import make_summit
from tests.store.rows import rows


def described(store: Store) -> dict[str, list[str]]:
    """Everything that SQLAlchemy can tell of the tables, in an order that does not depend on how they were made."""
    schema = inspect(store)
    parts = ("columns", "pk_constraint", "foreign_keys", "unique_constraints", "check_constraints", "indexes")
    found = {}
    for table in schema.get_table_names():
        if table == "alembic_version" or table.startswith(tuple(FULL_TEXT)):
            continue
        for part in parts:
            told = getattr(schema, f"get_{part}")(table)
            for index in told if part == "indexes" else []:  # a condition is an object without words of its own
                index["dialect_options"] = {name: str(value) for name, value in index["dialect_options"].items()}
            found[f"{table} {part}"] = sorted(map(str, told)) if isinstance(told, list) else [str(told)]
    return found


def test_migrations_and_tables_agree(store: Store) -> None:
    declared = create_engine("sqlite://", poolclass=StaticPool)
    SQLModel.metadata.create_all(declared)
    assert described(store) == described(declared)


def test_a_difference_between_migrations_and_tables_is_seen(store: Store) -> None:
    before = described(store)
    with writing(store) as connection:
        connection.exec_driver_sql("DROP INDEX ix_quote_day")
    assert described(store) != before


def test_full_text_indexes_have_the_declared_columns(store: Store) -> None:
    virtual = "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    found = dict(rows(store, virtual))
    assert found.keys() == FULL_TEXT.keys()
    for index, (content_table, columns) in FULL_TEXT.items():
        assert f"fts5({columns}, content='{content_table}', content_rowid='id'" in found[index]


def test_the_migrations_can_be_undone(store: Store) -> None:
    with writing(store) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert rows(store, "SELECT name FROM sqlite_master WHERE type = 'table'") == [("alembic_version",)]


def test_foreign_keys_hold(store: Store) -> None:
    save_parse(store, make_summit())
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), writing(store) as connection:
        connection.exec_driver_sql("UPDATE quote SET speaker_id = 999")
    with writing(store) as connection:
        connection.exec_driver_sql("DELETE FROM document")
    assert rows(store, "SELECT count(*) FROM quote_addressee") == [(0,)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE quote SET kind = 'DIRECT'",
        "UPDATE quote SET text = NULL",
        "UPDATE quote SET text = text || '!'",
        'UPDATE demand SET start = "end"',
        "UPDATE outcome SET condition_text = NULL",
        "UPDATE outcome SET condition_start = condition_start + 1",
        "UPDATE demand_topic SET topic = 'weather'",
        "UPDATE actor SET kind = 'alien'",
        "UPDATE actor SET side_id = id",
        "UPDATE actor SET key = ''",
        "UPDATE document SET sha256 = 'abc'",
        "UPDATE outcome SET key = 'same'",
    ],
)
def test_the_schema_refuses(store: Store, statement: str) -> None:
    save_parse(store, make_summit())
    with pytest.raises(IntegrityError), writing(store) as connection:
        connection.exec_driver_sql(statement)
