"""What can be wrong with a store, a class each, and the translation of SQLite's own errors into them.

DemarcheError
    StoreError
        MissingStoreError       there is no file
        StoreFolderError        its folder is missing or cannot be used
        NotAStoreError          the file is something else
          FolderAsStoreError    it is a folder
        OlderStoreError         it waits for a migration
        NewerStoreError         a newer version of Demarche made it
        LockedStoreError        somebody else is writing
        ReadOnlyStoreError      it cannot be written to
        FullDiskError           no room is left
        DiskError               the disk does not do what it is told
        DamagedStoreError       SQLite cannot make sense of it
        MissingMigrationsError  Demarche runs from somewhere else than its checkout
        RefusedParseError       a parse contradicts itself
        FullDayError            one day has more documents than it can hold
        BackupError             a copy cannot be made
        LongReadError           a statement was broken off because it took too long
"""

import os
import sqlite3
from pathlib import Path

from app.records import DemarcheError

SMALLEST_ROOM = 100_000  # bytes: the log's index has 32 KB, and a first page must follow


class StoreError(DemarcheError):
    """Root of the errors of the store; the message is one line that names the file and says what to do."""


class MissingStoreError(StoreError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(
            f"{path}: there is no store here; `python -m app ingest` makes one (DEMARCHE_STORE names another place)"
        )


class StoreFolderError(StoreError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(
            f"{path}: the store's folder does not exist or cannot be used; make it, or let DEMARCHE_STORE name another"
        )


class NotAStoreError(StoreError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(
            f"{path}: this file is not a store of Demarche; move it away, or let DEMARCHE_STORE name another"
        )


class FolderAsStoreError(NotAStoreError):
    def __init__(self, path: Path | str) -> None:
        StoreError.__init__(
            self,
            f"{path}: a folder, not a store; let DEMARCHE_STORE name a file in it, such as {Path(path) / 'demarche.db'}",
        )


class OlderStoreError(StoreError):
    def __init__(self, path: Path | str, found: str) -> None:
        super().__init__(
            f"{path}: the store is of an older version ({found}); `python -m app migrate` brings it up to date"
        )


class NewerStoreError(StoreError):
    def __init__(self, path: Path | str, found: str) -> None:
        super().__init__(
            f"{path}: the store was made by a newer version ({found}); use that version of Demarche, or another store"
        )


class LockedStoreError(StoreError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path}: another program is writing to the store; try again when it has finished")


class ReadOnlyStoreError(StoreError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path}: the store cannot be written to; check the rights of the file and of its folder")


class FullDiskError(StoreError):
    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path}: no room is left on the disk; what was saved before is safe, make room and run again")


class DiskError(StoreError):
    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(
            f"{path}: the disk does not read or write ({reason}); what was saved before is safe unless the disk is broken: "
            "look after it and its quota, then run `check`"
        )


class DamagedStoreError(StoreError):
    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(
            f"{path}: the store cannot be read ({reason}); move it away and ingest again, or put a backup in its place"
        )


class MissingMigrationsError(StoreError):
    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: the migrations are not here; run Demarche from its checkout, which holds them")


class RefusedParseError(StoreError):
    """A parse does not agree with its own text, hash or actors; nothing of it was saved."""


class FullDayError(StoreError):
    def __init__(self, day: object) -> None:
        super().__init__(
            f"the store holds as many documents {'without a date' if day is None else f'of {day}'} as it can"
        )


class BackupError(StoreError):
    """A copy of the store was not made; nothing was left behind."""


class LongReadError(StoreError):
    """Reading was given a time, and it is over."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path}: reading the store took longer than it was given; try again")


def translate_error(path: Path | str, error: sqlite3.Error) -> StoreError | None:
    """The store's error for one of SQLite's, or None where it is a fault of ours (a broken statement or constraint)."""
    match (
        getattr(error, "sqlite_errorcode", 0) & 0xFF
    ):  # the low byte is the primary code, what is above only refines it
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LockedStoreError(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return ReadOnlyStoreError(path)
        case sqlite3.SQLITE_INTERRUPT:
            return LongReadError(path)
        case sqlite3.SQLITE_FULL:
            return FullDiskError(path)
        case sqlite3.SQLITE_NOTADB:
            return NotAStoreError(path)
        case sqlite3.SQLITE_CANTOPEN:
            return StoreFolderError(path)
        case sqlite3.SQLITE_IOERR:
            # A full disk, too: where no room is left for the log's index, SQLite knows no better word.
            return FullDiskError(path) if is_full(Path(path)) else DiskError(path, str(error))
        case sqlite3.SQLITE_CORRUPT:
            return DamagedStoreError(path, str(error))
    return None


def is_full(path: Path) -> bool:
    """Whether the disk has no room for what SQLite keeps beside the store while it is used."""
    try:
        disk = os.statvfs(path.parent)
    except OSError:
        return False
    return disk.f_bavail * disk.f_frsize < SMALLEST_ROOM
