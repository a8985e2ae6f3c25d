"""The queue of articles to parse: a thread that hands them, one by one, to one process in which the parser is loaded.

Whichever server process takes an article starts it; a lock beside the store sees to it that one alone works, however many
serve. What was given is in the store before anybody works on it, so a crash at any moment costs time, and nothing else.
docs/adr/0012 tells why.
"""

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.adding.parser_process import ParserProcess
from app.adding.taking_in import settle
from app.store.adding_tables import AdditionState
from app.store.additions import (
    any_on_the_way,
    fail_addition,
    fetch_state,
    give_back,
    put_back,
    take_next,
    tell_stage,
)
from app.store.database import Store
from app.store.errors import StoreError

IDLE_SECONDS = 300.0  # the parser stays loaded so long after the last article
LOOK_SECONDS = 0.25
MOST_SECONDS = 900.0  # for one article
LOADING = "The language model is being loaded, which takes some seconds. The next article need not wait for it."
TOO_LONG = "Parsing took over 15 minutes and was stopped. Make the article shorter: one holds a few pages."
log = logging.getLogger(__name__)


class Queue:
    """The queue of one server process over the store at `path`; without a path nothing is worked on."""

    def __init__(self, store: Store, path: Path | None, idle_seconds: float = IDLE_SECONDS) -> None:
        self.store, self.path, self.idle_seconds = store, path, idle_seconds
        self.starting = threading.Lock()
        self.thread: threading.Thread | None = None
        self.closing = threading.Event()
        self.parser: ParserProcess | None = None

    def wake(self) -> None:
        """See to it that somebody works, where something waits: this process, or another that does already."""
        if self.path is None or self.closing.is_set():
            return
        with self.store.connect() as connection:
            if not any_on_the_way(connection):
                return
        with self.starting:
            if self.thread is None or not self.thread.is_alive():
                self.thread = threading.Thread(target=self.work, name="queue", daemon=True)
                self.thread.start()

    def close(self) -> None:
        """Stop working; what is being parsed waits for the next start."""
        self.closing.set()
        if self.thread is not None:
            self.thread.join(timeout=10)

    def work(self) -> None:
        """Work until nothing has come for a while. Looks once more after giving up the lock: what came in between was left
        to this process."""
        try:
            while not self.closing.is_set():
                with hold_lock(self.path) as held:
                    if not held:
                        return
                    give_back(self.store)
                    self.work_off()
                with self.store.connect() as connection:
                    if not any_on_the_way(connection):
                        return
        except StoreError as error:
            log.error("the queue stopped: %s", error)
        finally:
            self.stop_parser()

    def work_off(self) -> None:
        last = time.monotonic()
        while not self.closing.is_set() and time.monotonic() - last < self.idle_seconds:
            addition = take_next(self.store)
            if addition is None:
                self.closing.wait(LOOK_SECONDS)
            else:
                self.parse(addition.key)
                last = time.monotonic()

    def parse(self, key: str) -> None:
        """Have one article parsed; ends early where it is cancelled, takes too long, or its process dies."""
        assert self.path is not None
        if self.parser is None:
            tell_stage(self.store, key, LOADING)
            self.parser = ParserProcess(self.path)
        self.parser.begin(key)
        began = time.monotonic()
        while not self.parser.has_ended(LOOK_SECONDS):
            cancelled = self.state_of(key) is AdditionState.CANCELLED
            late = time.monotonic() - began > MOST_SECONDS
            if late:
                fail_addition(self.store, key, TOO_LONG)
            if late or cancelled or self.closing.is_set():
                break
        else:
            if self.parser.alive:
                return
        self.stop_parser()
        if not settle(self.store, key):
            (put_back if self.closing.is_set() else give_back)(self.store, key)

    def state_of(self, key: str) -> AdditionState | None:
        with self.store.connect() as connection:
            return fetch_state(connection, key)

    def stop_parser(self) -> None:
        if self.parser is not None:
            self.parser.stop()
            self.parser = None


@contextmanager
def hold_lock(path: Path | None) -> Iterator[bool]:
    """Whether the lock of the queue of this store was free; held until the end then. It is an exclusive transaction in an
    empty database beside the store, which every system gives free when the process that holds it ends, however that is.
    """
    assert path is not None
    lock = sqlite3.connect(
        path.with_name(f"{path.name}.queue"), timeout=0, isolation_level=None, check_same_thread=False
    )
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        yield False
    else:
        yield True
    finally:
        lock.close()
