"""The process in which the parser is loaded: given the key of an addition, it takes the article into the store."""

import signal
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path


class ParserProcess:
    """A process that loads the language model once and takes in article after article; ends with the one who made it."""

    def __init__(self, store: Path) -> None:
        context = get_context("spawn")
        self.pipe, there = context.Pipe()
        self.process = context.Process(target=take_in_each, args=(there, store), name="parser", daemon=True)
        self.process.start()
        there.close()
        self.alive = True

    def begin(self, key: str) -> None:
        try:
            self.pipe.send(key)
        except OSError:
            self.alive = False

    def has_ended(self, seconds: float) -> bool:
        """Whether the article that was begun has ended, one way or another, or ends within the time."""
        try:
            if self.alive and self.pipe.poll(seconds):
                self.pipe.recv()
                return True
        except (EOFError, OSError):
            self.alive = False
        return not self.alive

    def stop(self) -> None:
        self.alive = False
        self.pipe.close()
        self.process.kill()
        self.process.join()


def take_in_each(there: Connection, path: Path) -> None:
    """The other process. Ends where nobody is left to ask it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches every process of a terminal: the server answers it

    from app.adding.taking_in import take_in
    from app.parsing.model import load_model
    from app.parsing.pipeline import parse_document
    from app.store.additions import fail_addition, fetch_addition, tell_stage
    from app.store.database import open_store
    from app.store.directory import fetch_directory
    from app.store.errors import StoreError

    store = open_store(path, bulk=True)
    load_model()
    try:
        while True:
            key = there.recv()
            tell_stage(store, key, "The article is being parsed.")
            with store.connect() as connection:
                addition = fetch_addition(connection, key)
            try:
                if addition is not None:
                    take_in(store, addition, partial(parse_document, directory=fetch_directory(store)))
            except StoreError as error:
                fail_addition(store, key, f"It could not be saved: {error}")
            there.send(key)
    except (EOFError, OSError):
        pass
    finally:
        store.dispose()
