"""A copy of the store that is whole, made while others read and write it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.store.check import check_file, check_store
from app.store.database import SCHEMA, check_place, connect, stored_schema
from app.store.errors import BackupError, NotAStoreError, StoreError, translate_error


def back_up_store(path: Path, copy: Path) -> None:
    """Write the store at `path`, as it is at one moment, to the new file `copy`, and check the copy.

    One file, without a log beside it, ready to be moved or to be served. Raises BackupError where `copy` is there
    already, cannot be written, or does not hold together, and StoreError for the store itself; no half copy stays.
    """
    check_place(path)
    with claim(copy):
        with closing(connect(path, read_only=True)) as source:
            schema = stored_schema(source, path)
            if schema is None:
                raise NotAStoreError(path)
            copy_pages(source, path, copy)
        # A store of an older version is copied before it is migrated: its pages can be checked, its records not yet.
        findings = check_store(copy) if schema == SCHEMA else check_pages(copy)
        if findings:
            raise BackupError(f"{copy}: the copy was removed, because the store does not hold together: {findings[0]}")
        settle(copy)


def copy_pages(source: sqlite3.Connection, path: Path, copy: Path) -> None:
    try:
        with closing(connect(copy)) as target:
            # In one transaction of the source: what is written meanwhile goes to its log and does not disturb the copy.
            source.execute("BEGIN")
            source.execute("SELECT 1 FROM sqlite_master").fetchone()
            source.backup(target)
    except sqlite3.Error as error:
        # SQLite gives no more than a code for a fault of either file; only the copy is written to.
        full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        raise translate_error(copy if full else path, error) or StoreError(f"{copy}: {error}") from error


def check_pages(copy: Path) -> list[str]:
    with closing(connect(copy)) as raw:
        return list(check_file(raw))


def settle(copy: Path) -> None:
    """Bring the copy's log home, so that it is one file."""
    with closing(connect(copy)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def claim(copy: Path) -> Iterator[None]:
    """The name of a new file, which nobody else can take meanwhile; what goes wrong leaves nothing there."""
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError as error:
        raise BackupError(f"{copy}: there is a file already; name a new one for the copy") from error
    except OSError as error:
        raise BackupError(f"{copy}: the copy cannot be written here ({error.strerror}); name another place") from error
    try:
        yield
    except BaseException:
        for ending in ("", "-wal", "-shm", "-journal"):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)
        raise
