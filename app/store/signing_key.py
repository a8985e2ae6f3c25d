"""The key with which sign-ins are signed: a file beside the store, for this user alone.

Not in the store: a backup, or a store that is given away, must not let anybody sign in to the place it came from.
"""

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_bytes
from tempfile import mkstemp

from app.store.errors import ReadOnlyStoreError, StoreError

BYTES = 32


def key_path(store: Path) -> Path:
    return store.with_name(f"{store.name}.key")


def read_key(store: Path) -> bytes | None:
    """The key of the store at this path, or None while nobody has signed in yet."""
    try:
        key = key_path(store).read_bytes()
    except OSError:
        return None
    return key if len(key) == BYTES else None


def make_key(store: Path) -> bytes:
    """The key, made where there is none; of several processes that would make it, one does. Raises StoreError."""
    path = key_path(store)
    if not path.exists():
        try:
            file, whole = mkstemp(dir=path.parent, prefix=path.name)  # for this user alone
            with os.fdopen(file, "wb") as half:
                half.write(token_bytes(BYTES))
            with suppress(FileExistsError):
                os.link(whole, path)  # whole at once, and never over one that is there
            Path(whole).unlink()
        except OSError as error:
            raise ReadOnlyStoreError(path) from error
    made = read_key(store)
    if made is None:
        raise StoreError(f"{path}: holds no key; delete it, and everybody signs in anew")
    return made
