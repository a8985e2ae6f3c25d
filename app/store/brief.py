"""Reading within a time: what takes longer is broken off, so that it can be begun anew where it holds up nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from sqlalchemy import Connection, Engine

from app.store.errors import LongReadError

__all__ = ["LongReadError", "connect_briefly"]

# Steps of SQLite's machine between two looks at the clock: some 0.1 ms.
STEPS = 4000


@contextmanager
def connect_briefly(engine: Engine, seconds: float) -> Iterator[Connection]:
    """A connection whose statements raise LongReadError once so many seconds have gone by since it was given."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        deadline = perf_counter() + seconds
        raw.set_progress_handler(lambda: perf_counter() > deadline, STEPS)
        try:
            yield connection
        finally:
            raw.set_progress_handler(None, 0)
