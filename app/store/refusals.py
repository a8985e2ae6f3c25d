"""The audit of attempts to write that were turned away, and the limits that are counted from it.

It stands in the store, so that limits hold however many processes serve it.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, insert, select

import app.store.adding_tables  # noqa: F401  (fills the metadata)
from app.store.adding_tables import Refused
from app.store.database import Store, writing
from app.store.insert import TABLE

KEPT = 10_000  # refusals, the newest
WINDOW = timedelta(minutes=5)
MOST_FROM_ONE = 60  # refusals that one client can have written down in a WINDOW: a flood must not keep others waiting
LONGEST = 200
REFUSAL = TABLE["refusal"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """`request` is method and path; `editor` the name, where one was known."""

    at: datetime
    kind: Refused
    client: str
    request: str
    editor: str | None


def record_refusal(store: Store, kind: Refused, client: str, request: str, editor: str | None = None) -> None:
    """Write down an attempt that was turned away; what one client does beyond MOST_FROM_ONE is not."""
    with store.connect() as connection:
        if count_refusals(connection, client) >= MOST_FROM_ONE:
            return
    row = {"at": datetime.now(UTC), "kind": kind, "client": client, "request": request[:LONGEST], "editor": editor}
    with writing(store) as connection:
        added = connection.execute(insert(REFUSAL).values(row)).inserted_primary_key
        assert added is not None
        connection.exec_driver_sql("DELETE FROM refusal WHERE id <= ?", (added[0] - KEPT,))


def count_refusals(connection: Connection, client: str, kind: Refused | None = None) -> int:
    """How many attempts of this client were refused in the last WINDOW: for this reason, or for any."""
    wanted = select(REFUSAL.c.id).where(REFUSAL.c.client == client, REFUSAL.c.at > datetime.now(UTC) - WINDOW)
    if kind is not None:
        wanted = wanted.where(REFUSAL.c.kind == kind)
    return len(connection.execute(wanted.limit(MOST_FROM_ONE)).all())


def fetch_refusals(store: Store, most: int = 100) -> list[Refusal]:
    """The newest first."""
    columns = select(REFUSAL.c.at, REFUSAL.c.kind, REFUSAL.c.client, REFUSAL.c.request, REFUSAL.c.editor)
    with store.connect() as connection:
        return [Refusal(*row) for row in connection.execute(columns.order_by(REFUSAL.c.id.desc()).limit(most))]
