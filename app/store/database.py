"""Opening the store: one SQLite file, its pragmas, and the version of its schema."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, ExceptionContext, Pool, QueuePool, create_engine, event

from app.store.errors import (
    DamagedStoreError,
    FolderAsStoreError,
    MissingMigrationsError,
    MissingStoreError,
    NewerStoreError,
    NotAStoreError,
    OlderStoreError,
    StoreError,
    StoreFolderError,
    translate_error,
)
from app.store.tally import renew_tallies

if TYPE_CHECKING:
    from alembic.config import Config

ROOT = Path(__file__).resolve().parents[2]
# The newest migration, written down so that opening a store need not load Alembic; a test compares it with migrations/.
SCHEMA = "0011"
Store = Engine  # the name by which the floors above hold it: SQLAlchemy stays down here
WAIT_SECONDS = 5.0
WAIT_SECONDS_BULK = 60.0  # several that load at once take turns, a batch each
LARGEST_LOG = 64_000_000  # bytes that the log keeps when it is used from its start again


def open_store(path: Path, *, read_only: bool = False, bulk: bool = False) -> Engine:
    """The store at `path`, migrated and ready: `with engine.connect()` reads, `with writing(engine)` writes.

    Makes and changes nothing. `bulk` is for much writing: it takes more memory. Raises StoreError in its kinds.
    """
    check_place(path)
    with closing(connect(path, read_only=True)) as raw:
        found = stored_schema(raw, path)
    if found != SCHEMA:
        raise (
            OlderStoreError(path, found or "empty")
            if found is None or found in known_schemas()
            else NewerStoreError(path, found)
        )
    return make_engine(partial(connect_bulk if bulk else partial(connect, read_only=read_only), path), path)


def migrate(path: Path) -> None:
    """Make the store at `path`, or bring it up to the newest schema, in one transaction; quick where nothing is to do.

    The store's own folder is made, folders above it are not (a slip in the setting should not leave a trail of them).
    Raises StoreError in its kinds.
    """
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreFolderError(path) from error
    if path.is_dir():
        raise FolderAsStoreError(path)
    if path.is_file() and path.stat().st_size > 0:
        with closing(connect(path, read_only=True)) as raw:
            found = stored_schema(raw, path)
        if found == SCHEMA:
            return
        if found is not None and found not in known_schemas():
            raise NewerStoreError(path, found)
    engine = make_engine(partial(connect, path, foreign_keys=False), path)
    try:
        with engine.connect() as connection:
            # Readers go on while one writes. A property of the file: set once, outside of any transaction.
            connection.execution_options(begin=None).exec_driver_sql("PRAGMA journal_mode = WAL")
        migrate_engine(engine, path)
    finally:
        engine.dispose()


def migrate_engine(engine: Engine, path: Path | str) -> None:
    """Run the migrations on an engine whose foreign keys are off.

    A batch migration makes a table anew and drops the old one; with foreign keys on, that would delete every row that
    refers to it.
    """
    from alembic import command  # here, because a store that is up to date never needs it

    with writing(engine) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        renew_tallies(connection.exec_driver_sql, connection.exec_driver_sql)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise DamagedStoreError(path, f"after migrating, a row of {broken[0]} refers to a missing {broken[2]}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that takes the right to write at its start: waiting for it after reading could never succeed."""
    with engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
        yield connection


def make_engine(creator: Callable[[], sqlite3.Connection], path: Path | str, pool: type[Pool] = QueuePool) -> Engine:
    """An engine whose connections come from `creator`; errors of SQLite arrive as StoreError and name `path`."""
    # The connection used last comes first: its statements are prepared and its pages at hand, and the others rest.
    order = {"pool_use_lifo": True} if pool is QueuePool else {}
    engine = create_engine("sqlite://", creator=creator, poolclass=pool, execution_options={"store": path}, **order)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # sqlite3 itself would begin only before the first write, and so read and write in different transactions.
        mode = connection.get_execution_options().get("begin", "DEFERRED")
        if mode == "DEFERRED":  # by SQLite's own hand, since every page does it and it cannot fail: a tenth of the time
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("BEGIN DEFERRED")
        elif mode is not None:
            connection.exec_driver_sql(f"BEGIN {mode}")

    @event.listens_for(engine, "handle_error")
    def handle_error(context: ExceptionContext) -> None:
        error = context.original_exception
        if isinstance(error, sqlite3.Error) and (plain := translate_error(path, error)) is not None:
            raise plain from error

    return engine


def connect(path: Path, *, read_only: bool = False, foreign_keys: bool = True) -> sqlite3.Connection:
    """A connection with the pragmas that hold for it alone. Raises StoreError."""
    try:
        raw = sqlite3.connect(
            f"{path.resolve().as_uri()}?{connect_mode(path, read_only)}",
            uri=True,
            timeout=WAIT_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=500,  # more than all pages have
        )
        set_pragmas(raw, foreign_keys=foreign_keys)
    except sqlite3.Error as error:
        raise translate_error(path, error) or StoreError(f"{path}: {error}") from error
    return raw


def connect_bulk(path: Path) -> sqlite3.Connection:
    """A connection for much writing: keys come in no order, so the pages of their indexes are kept at hand."""
    raw = connect(path)
    raw.execute(f"PRAGMA busy_timeout = {int(WAIT_SECONDS_BULK * 1000)}")
    raw.execute("PRAGMA cache_size = -128000")  # in KiB where negative
    # In pages, 64 MB: a page that changes often is copied home less often.
    raw.execute("PRAGMA wal_autocheckpoint = 16000")
    return raw


def set_pragmas(raw: sqlite3.Connection, *, foreign_keys: bool = True) -> None:
    raw.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    raw.execute("PRAGMA synchronous = NORMAL")  # with WAL: a power cut may lose the last document, never half of one
    raw.execute(f"PRAGMA journal_size_limit = {LARGEST_LOG}")


def shrink_log(engine: Engine) -> bool:
    """Copy the log home into the store's file and empty it; False where one who still reads an old state keeps it."""
    with engine.connect().execution_options(begin=None) as connection:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(WAIT_SECONDS * 1000)}")
        busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    return not busy


def connect_mode(path: Path, read_only: bool) -> str:
    """On a medium that cannot be written to, SQLite reads a WAL store only if told that nobody else writes either."""
    if not read_only:
        return "mode=rwc"
    frozen = not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()
    return "mode=ro&immutable=1" if frozen else "mode=ro"


def check_place(path: Path) -> None:
    if not path.parent.is_dir():
        raise StoreFolderError(path)
    if path.is_dir():
        raise FolderAsStoreError(path)
    if not path.exists():
        raise MissingStoreError(path)


def stored_schema(raw: sqlite3.Connection, path: Path) -> str | None:
    """The revision that the file is at; None if it holds nothing yet. Raises NotAStoreError for any other database."""
    try:
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if "alembic_version" not in tables or "document" not in tables:
            raise NotAStoreError(path)
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        raise translate_error(path, error) or StoreError(f"{path}: {error}") from error
    return str(row[0]) if row else None


def known_schemas() -> set[str]:
    """Every revision in migrations/."""
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}


def alembic_config() -> "Config":
    from alembic.config import Config

    if not (ROOT / "migrations" / "env.py").is_file():
        raise MissingMigrationsError(ROOT / "migrations")
    return Config(toml_file=ROOT / "pyproject.toml")
