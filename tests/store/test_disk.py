"""What the disk does to a store: no room, no writing, a file put together from two moments."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.store.check import check_store
from app.store.database import open_store, shrink_log
from app.store.errors import DamagedStoreError, DiskError, FullDiskError, StoreError, translate_error
from app.store.save import save_parse
from tests.factories import make_summit

ROOT = Path(__file__).parents[2]


def run_without_room(store: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The command in a process that may write no byte into any file, as where a quota is used up."""
    return subprocess.run(
        [sys.executable, "-m", "app", *command],
        cwd=ROOT,
        env={**os.environ, "DEMARCHE_STORE": str(store)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )


@pytest.mark.parametrize("command", [("check",), ("migrate",), ("recount",), ("serve", "--port", "0")])
def test_a_disk_that_takes_nothing_is_not_called_a_damaged_store(store_path: Path, command: tuple[str, ...]) -> None:
    done = run_without_room(store_path, *command)

    assert done.returncode == 1
    assert done.stderr.startswith(f"{store_path}: the disk does not read or write (")
    assert done.stderr.count("\n") == 1
    assert "move it away" not in done.stderr
    assert check_store(store_path) == []


def error_with(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


def test_where_no_room_is_left_the_disk_is_called_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = os.statvfs(tmp_path)
    full = os.statvfs_result((*room[:4], 0, *room[5:]))

    assert isinstance(translate_error(tmp_path / "x.db", error_with(sqlite3.SQLITE_IOERR_SHMSIZE)), DiskError)
    monkeypatch.setattr(os, "statvfs", lambda _: full)
    assert isinstance(translate_error(tmp_path / "x.db", error_with(sqlite3.SQLITE_IOERR_SHMSIZE)), FullDiskError)
    assert isinstance(translate_error(tmp_path / "x.db", error_with(sqlite3.SQLITE_CORRUPT)), DamagedStoreError)


@pytest.mark.parametrize("kept", [lambda size: size // 4096 // 2 * 4096, lambda size: size // 3, lambda size: 4096 * 2])
def test_a_copy_of_two_moments_is_told(store_path: Path, tmp_path: Path, kept: Callable[[int], int]) -> None:
    """What `cp` can make of a store that is in use: its start as it was before, the rest as it was after."""
    early, torn = tmp_path / "early.db", tmp_path / "torn.db"
    shutil.copy(store_path, early)
    store = open_store(store_path)
    save_parse(store, make_summit())
    assert shrink_log(store)
    store.dispose()
    start = early.read_bytes()[: kept(early.stat().st_size)]
    torn.write_bytes(start + store_path.read_bytes()[len(start) :])

    try:
        findings = check_store(torn)
    except StoreError as error:
        findings = [str(error)]
    assert findings
    assert check_store(store_path) == []
