import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from app.store import database
from app.store.database import Store, alembic_config, migrate, open_store, stored_schema
from app.store.errors import (
    FullDiskError,
    LockedStoreError,
    MissingMigrationsError,
    MissingStoreError,
    NewerStoreError,
    NotAStoreError,
    OlderStoreError,
    ReadOnlyStoreError,
    StoreError,
    StoreFolderError,
)
from app.store.save import save_parse
from tests.factories import make_document, make_parse, make_summit
from tests.store.rows import content, rows


def test_migrating_makes_a_store_and_its_folder_once(tmp_path: Path) -> None:
    path = tmp_path / "data" / "demarche.db"
    migrate(path)
    store = open_store(path)
    save_parse(store, make_summit())
    before = content(store)
    store.dispose()
    migrate(path)
    assert content(open_store(path)) == before
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_several_can_migrate_at_once(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    command = "import sys, pathlib; from app.store.database import migrate; migrate(pathlib.Path(sys.argv[1]))"
    started = [subprocess.Popen([sys.executable, "-c", command, str(path)], cwd=database.ROOT) for _ in range(2)]
    assert [each.wait(timeout=60) for each in started] == [0, 0]
    assert rows(open_store(path), "SELECT version_num FROM alembic_version") == [(database.SCHEMA,)]


def test_a_path_with_marks_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / "a store? 100%#1.db"
    migrate(path)
    assert path.is_file()
    assert rows(open_store(path), "SELECT count(*) FROM document") == [(0,)]


def write_text(path: Path) -> None:
    path.write_text("These are notes, and no database at all.\n" * 50)


def write_other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE recipe (name)")


def write_schema(version: str | None) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        migrate(path)
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("DELETE FROM alembic_version")
            if version:
                raw.execute("INSERT INTO alembic_version VALUES (?)", (version,))

    return write


@pytest.mark.parametrize(
    ("prepare", "opening", "migrating"),
    [
        pytest.param(lambda path: None, MissingStoreError, None, id="nothing there"),
        pytest.param(lambda path: path.parent.rmdir(), StoreFolderError, None, id="no folder"),
        pytest.param(lambda path: path.mkdir(), NotAStoreError, NotAStoreError, id="a folder"),
        pytest.param(write_text, NotAStoreError, NotAStoreError, id="a text"),
        pytest.param(write_other_database, NotAStoreError, NotAStoreError, id="another database"),
        pytest.param(Path.touch, OlderStoreError, None, id="an empty file"),
        pytest.param(write_schema("9999"), NewerStoreError, NewerStoreError, id="a newer version"),
    ],
)
def test_what_is_no_store_gets_one_plain_line(
    tmp_path: Path,
    prepare: Callable[[Path], None],
    opening: type[StoreError],
    migrating: type[StoreError] | None,
) -> None:
    path = tmp_path / "folder" / "store.db"
    path.parent.mkdir()
    prepare(path)
    with pytest.raises(opening) as raised:
        open_store(path)
    assert "\n" not in str(raised.value)
    assert str(path) in str(raised.value)
    if migrating is None:
        migrate(path)
        assert rows(open_store(path), "SELECT count(*) FROM document") == [(0,)]
    else:
        before = path.stat().st_size
        with pytest.raises(migrating):
            migrate(path)
        assert path.stat().st_size == before


def test_opening_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(MissingStoreError):
        open_store(tmp_path / "store.db")
    assert list(tmp_path.iterdir()) == []


def test_folders_above_the_store_are_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreFolderError):
        migrate(tmp_path / "no" / "such" / "store.db")
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_an_older_version_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate(tmp_path / "store.db")
    monkeypatch.setattr(database, "SCHEMA", "9999")
    with pytest.raises(OlderStoreError, match="older version"):
        open_store(tmp_path / "store.db")


def test_without_migrations_the_message_says_where_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "ROOT", tmp_path)
    with pytest.raises(MissingMigrationsError, match="checkout"):
        migrate(tmp_path / "store.db")


def test_the_written_down_schema_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [database.SCHEMA]


def test_a_store_in_use_is_named_as_such(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    store = open_store(store_path)
    with closing(sqlite3.connect(store_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedStoreError, match="another program"):
            save_parse(store, make_summit())
        assert rows(store, "SELECT count(*) FROM document") == [(0,)], "reading goes on"
        other.execute("ROLLBACK")
    save_parse(store, make_summit())


def test_a_reader_sees_one_state_while_another_writes(store_path: Path) -> None:
    writer, reader = open_store(store_path), open_store(store_path, read_only=True)
    with reader.connect() as connection:
        count = "SELECT count(*) FROM document"
        assert connection.exec_driver_sql(count).scalar() == 0
        save_parse(writer, make_summit())
        assert connection.exec_driver_sql(count).scalar() == 0
    assert rows(reader, count) == [(1,)]


def test_a_store_opened_for_reading_cannot_be_changed(store_path: Path) -> None:
    store = open_store(store_path, read_only=True)
    with pytest.raises(ReadOnlyStoreError, match="cannot be written to"):
        save_parse(store, make_summit())


def test_a_store_on_a_medium_that_cannot_be_written_to_is_read(
    store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database.os, "access", lambda path, mode: False)
    assert database.connect_mode(store_path, read_only=True) == "mode=ro&immutable=1"
    assert rows(open_store(store_path, read_only=True), "SELECT count(*) FROM document") == [(0,)]
    store_path.with_name("store.db-wal").touch()
    assert database.connect_mode(store_path, read_only=True) == "mode=ro", "somebody may be writing after all"


def test_a_full_disk_loses_nothing_that_was_saved(store: Store) -> None:
    save_parse(store, make_summit())
    before = content(store)
    with store.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(FullDiskError, match="no room"):
        save_parse(store, make_parse(make_document("Many words. " * 10_000, "long")))
    assert content(store) == before


def test_a_fault_of_ours_is_not_dressed_up(store: Store) -> None:
    with pytest.raises(OperationalError, match="no such table"):
        rows(store, "SELECT * FROM recipe")


def test_the_schema_of_an_empty_file_is_none(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "empty.db")) as raw:
        assert stored_schema(raw, tmp_path / "empty.db") is None


def test_being_killed_leaves_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    migrate(path)
    endless = """
import itertools, pathlib, sys
from dataclasses import replace
from app.records import hash_text
from app.store.database import open_store
from app.store.save import save_parse
from tests.factories import make_summit
store = open_store(pathlib.Path(sys.argv[1]))
for nth in itertools.count():
    summit = make_summit(f"s{nth}")
    text = f"{summit.document.text} {nth}"
    save_parse(store, replace(summit, document=replace(summit.document, text=text, sha256=hash_text(text))))
    print(nth, flush=True)
"""
    command = [sys.executable, "-c", endless, str(path)]
    with subprocess.Popen(command, cwd=database.ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(5):
            process.stdout.readline()
        process.kill()
    store = open_store(path)
    [(documents,)] = rows(store, "SELECT count(*) FROM document")
    assert documents >= 5
    assert rows(store, "SELECT count(*) FROM quote") == [(documents,)]
    assert rows(store, "SELECT count(*) FROM demand") == [(2 * documents,)]
