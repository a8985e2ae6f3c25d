"""Editors: who may write over the web. Each has a token, shown once when it is made; the store keeps its hash alone."""

from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import token_urlsafe

from sqlalchemy import Connection, insert, select, update

import app.store.adding_tables  # noqa: F401  (fills the metadata)
from app.records import DemarcheError, hash_text
from app.store.database import Store, writing
from app.store.insert import TABLE
from app.store.queries.statements import Statement, rows

# The name under which the one person at the machine writes while no editor is defined.
LOCAL = "local"
LONGEST_NAME = 60
EDITOR = TABLE["editor"]
ANY_EDITOR = Statement("SELECT EXISTS (SELECT 1 FROM editor) AS found", {})


class EditorError(DemarcheError):
    """A name cannot be added or revoked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Editor:
    id: int
    name: str
    added_at: datetime
    revoked_at: datetime | None


def add_editor(store: Store, name: str) -> str:
    """Add an editor and return the token with which this person signs in: kept nowhere, it can be shown only now.

    Raises EditorError where the name is unusable or an editor with it may write already.
    """
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise EditorError(f"{name[:60]!r}: no name for an editor; give one of up to {LONGEST_NAME} letters")
    if name.casefold() == LOCAL:
        raise EditorError(f"{name}: stands for the person at the machine while there are no editors; choose another")
    token = token_urlsafe(32)
    with writing(store) as connection:
        if find_by_name(connection, name) is not None:
            raise EditorError(
                f"{name}: is an editor already; for a new token, `editor revoke` the name and add it again"
            )
        row = {"name": name, "token_sha256": hash_token(token), "added_at": datetime.now(UTC)}
        connection.execute(insert(EDITOR).values(row))
    return token


def revoke_editor(store: Store, name: str) -> None:
    """From now on neither the token nor a browser that is signed in with it may write. Raises EditorError."""
    with writing(store) as connection:
        id_ = find_by_name(connection, name)
        if id_ is None:
            raise EditorError(f"{name}: no such editor; `python -m app editor list` lists them")
        connection.execute(update(EDITOR).where(EDITOR.c.id == id_).values(revoked_at=datetime.now(UTC)))


def fetch_editors(store: Store) -> list[Editor]:
    """All that were ever added, by name and time."""
    columns = select(EDITOR.c.id, EDITOR.c.name, EDITOR.c.added_at, EDITOR.c.revoked_at)
    with store.connect() as connection:
        return [Editor(*row) for row in connection.execute(columns.order_by(EDITOR.c.name, EDITOR.c.id))]


def find_by_name(connection: Connection, name: str) -> int | None:
    sql = "SELECT id FROM editor WHERE name = ? AND revoked_at IS NULL"
    return connection.exec_driver_sql(sql, (" ".join(name.split()),)).scalar()


def find_by_token(connection: Connection, token: str) -> int | None:
    """The id of the editor whose token this is; None for any other, and for one that is revoked."""
    sql = "SELECT id FROM editor WHERE token_sha256 = ? AND revoked_at IS NULL"
    return connection.exec_driver_sql(sql, (hash_token(token),)).scalar()


def fetch_editor_name(connection: Connection, id_: int) -> str | None:
    """The name of the editor with this id, unless it is revoked."""
    return connection.exec_driver_sql("SELECT name FROM editor WHERE id = ? AND revoked_at IS NULL", (id_,)).scalar()


def any_editor(connection: Connection) -> bool:
    """Whether an editor was ever added. One that is revoked counts: revoking the last opens no door."""
    return bool(rows(connection, ANY_EDITOR)[0].found)


def hash_token(token: str) -> str:
    """Plain SHA-256: a token is 256 random bits, so there is nothing that a slow hash would keep from being guessed."""
    return hash_text(token.strip())
