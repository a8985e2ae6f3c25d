import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.store import backup
from app.store.backup import back_up_store
from app.store.check import check_store
from app.store.database import connect, open_store
from app.store.errors import BackupError, FullDiskError, MissingStoreError, NotAStoreError
from app.store.save import save_parse
from tests.factories import make_document, make_parse, make_summit
from tests.store.rows import content, rows


def test_a_copy_holds_what_the_store_holds(store_path: Path, tmp_path: Path) -> None:
    store, copy = open_store(store_path), tmp_path / "copy.db"
    save_parse(store, make_summit())
    back_up_store(store_path, copy)
    assert [path.name for path in tmp_path.glob("copy.db*")] == ["copy.db"]
    assert content(open_store(copy)) == content(store)
    assert check_store(copy) == []


def test_a_copy_made_while_others_write_is_whole(store_path: Path, tmp_path: Path) -> None:
    store, stop = open_store(store_path), threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            save_parse(store, make_parse(make_document(f"Text {number}. " * 50, f"text-{number}")))
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for nth in range(5):
            back_up_store(store_path, tmp_path / f"{nth}.db")
    finally:
        stop.set()
        writer.join()
    counts = [rows(open_store(tmp_path / f"{nth}.db"), "SELECT count(*) FROM document")[0][0] for nth in range(5)]
    assert counts == sorted(counts)
    assert counts[-1] > 0


def test_nothing_is_overwritten(store_path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("mine")
    for copy in (tmp_path / "copy.db", store_path):
        before = copy.read_bytes()
        with pytest.raises(BackupError, match="there is a file already"):
            back_up_store(store_path, copy)
        assert copy.read_bytes() == before


def test_a_copy_that_cannot_be_made_leaves_nothing(store_path: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="cannot be written here"):
        back_up_store(store_path, tmp_path / "none" / "copy.db")
    with pytest.raises(MissingStoreError):
        back_up_store(tmp_path / "other.db", tmp_path / "copy.db")
    (tmp_path / "notes.db").write_text("notes " * 200)
    with pytest.raises(NotAStoreError):
        back_up_store(tmp_path / "notes.db", tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_store_that_does_not_hold_together_is_not_copied(store_path: Path, tmp_path: Path) -> None:
    save_parse(open_store(store_path), make_summit())
    with closing(sqlite3.connect(store_path, isolation_level=None)) as raw:
        raw.execute("UPDATE quote SET text = 'Shut the gates!'")
    with pytest.raises(BackupError, match="does not hold together: document summit: the wording of the quote"):
        back_up_store(store_path, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()


def test_a_store_of_an_older_version_is_copied_before_it_is_migrated(store_path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(store_path, isolation_level=None)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
    back_up_store(store_path, tmp_path / "copy.db")
    assert check_store(tmp_path / "copy.db")[0].startswith("the schema is at 0001")


def test_a_full_disk_leaves_no_half_copy(store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy may take so few pages that it is as if the disk were full."""

    def connect_small(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
        raw = connect(path, read_only=read_only)
        raw.execute(f"PRAGMA max_page_count = {2**30 if read_only else 5}")
        return raw

    monkeypatch.setattr(backup, "connect", connect_small)
    with pytest.raises(FullDiskError, match=r"copy\.db: no room is left on the disk"):
        back_up_store(store_path, tmp_path / "copy.db")
    assert list(tmp_path.glob("copy*")) == []
