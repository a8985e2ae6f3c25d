"""Whether the store has changed since one looked last, whoever changed it."""

import sqlite3
from dataclasses import dataclass, field

from sqlalchemy import Engine

# What SQLite counts up with every commit of another connection, and the rows that this connection changed itself.
State = tuple[int, int]


@dataclass(slots=True)
class Watch:
    """A connection kept for nothing but asking whether the store has changed: some microseconds a time.

    Asked and closed on one thread. Because it never writes itself, each commit of any other connection, in this
    process or in another, gives another state.
    """

    engine: Engine
    connection: sqlite3.Connection | None = field(default=None, init=False)

    def state(self) -> State | None:
        """Equal to an earlier answer only if the store holds the same; None where it cannot be read."""
        try:
            if self.connection is None:
                self.connection = self.open()
            (commits,) = self.connection.execute("PRAGMA data_version").fetchone()
        except sqlite3.Error:
            return None
        return commits, self.connection.total_changes

    def open(self) -> sqlite3.Connection:
        """A connection taken out of the engine's pool for good."""
        taken = self.engine.raw_connection()
        raw = taken.driver_connection
        taken.detach()
        assert isinstance(raw, sqlite3.Connection)
        return raw

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None
