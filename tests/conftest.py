"""What every test shares: settings that are the defaults whoever runs them, and the same examples on every machine."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import StaticPool

from app.settings import get_settings
from app.store.database import Store, make_engine, migrate_engine, set_pragmas
from tests.forty import ARTICLES, SEEDS, make_store_of

# A slow or busy machine is no failure, and a run that passes here passes there.
settings.register_profile("demarche", deadline=None, derandomize=True)
settings.load_profile("demarche")


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("DEMARCHE_")]:
        monkeypatch.delenv(name)
    get_settings.cache_clear()


def open_memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)


@pytest.fixture(scope="session")
def migrated() -> Iterator[sqlite3.Connection]:
    """An empty store after all migrations: made once, copied by each test that wants one."""
    raw = open_memory()
    engine = make_engine(lambda: raw, "migrated", StaticPool)
    migrate_engine(engine, "migrated")
    yield raw
    engine.dispose()


@pytest.fixture
def make_store(migrated: sqlite3.Connection) -> Iterator[Callable[[], Store]]:
    """Makes empty stores in memory, for a test that needs several."""
    with ExitStack() as made:

        def copy() -> Store:
            raw = open_memory()
            migrated.backup(raw)
            set_pragmas(raw)
            engine = make_engine(lambda: raw, "store", StaticPool)
            made.callback(engine.dispose)
            return engine

        yield copy


@pytest.fixture
def store(make_store: Callable[[], Store]) -> Store:
    """An empty store of the test's own, in memory."""
    return make_store()


@pytest.fixture(scope="session")
def one_document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the seed alone, parsed once in a session: for reading. Needs the language model."""
    return make_store_of(tmp_path_factory.mktemp("one") / "store.db", SEEDS)


@pytest.fixture(scope="session")
def forty_documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the seed and the thirty-nine articles of tests/articles: for reading. Needs the language model."""
    return make_store_of(tmp_path_factory.mktemp("forty") / "store.db", SEEDS, ARTICLES)


@pytest.fixture
def store_path(migrated: sqlite3.Connection, tmp_path: Path) -> Path:
    """A migrated, empty store in a file of the test's own, for what opens it by its path."""
    path = tmp_path / "store.db"
    with closing(sqlite3.connect(path)) as raw:
        migrated.backup(raw)
        raw.execute("PRAGMA journal_mode = WAL")
    return path
