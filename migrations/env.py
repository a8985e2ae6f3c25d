"""Alembic's environment. The application hands over its connection; the `alembic` command has the settings' store."""

import sqlmodel.sql.sqltypes  # noqa: F401  (revisions name its types)
from alembic import context
from sqlalchemy import Connection

from app.settings import get_settings
from app.store.database import connect, make_engine, writing
from app.store.tables import FULL_TEXT, SQLModel


def include_name(name: str | None, type_: str, parent_names: object) -> bool:
    """Full-text indexes and the tables in which SQLite keeps them are made by hand: not for --autogenerate."""
    return type_ != "table" or name is None or not name.startswith(tuple(FULL_TEXT))


def run_migrations(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,  # SQLite alters a table only by making it anew
        transactional_ddl=True,
        include_name=include_name,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run_migrations(given)
else:
    path = get_settings().store
    engine = make_engine(lambda: connect(path, foreign_keys=False), path)
    with writing(engine) as connection:
        run_migrations(connection)
    engine.dispose()
