"""The queue: one at work however many serve, nothing lost when a process dies, cancelling at any moment."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from app.adding import parser_process, queue
from app.adding.queue import Queue, hold_lock
from app.store.additions import Given, add_draft, cancel_addition, fetch_addition, finish_addition, queue_addition
from app.store.database import Store, open_store
from tests.papers import TEXT

Start = Callable[[], Queue]


def take_in_plainly(there: Connection, path: Path) -> None:
    """Stands for the process with the parser: does what the text asks of it."""
    store = open_store(path)
    while True:
        key = there.recv()
        with store.connect() as connection:
            addition = fetch_addition(connection, key)
        assert addition is not None
        words = addition.given.text
        if "die" in words or ("stumble" in words and addition.tries == 1):
            os.kill(os.getpid(), signal.SIGKILL)
        if "linger" in words:
            time.sleep(60)
        finish_addition(store, key, addition.key.ljust(64, "0"))
        there.send(key)


@pytest.fixture
def opened(store_path: Path) -> Iterator[Store]:
    store = open_store(store_path)
    yield store
    store.dispose()


@pytest.fixture
def start(opened: Store, store_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    monkeypatch.setattr(parser_process, "take_in_each", take_in_plainly)
    monkeypatch.setattr(queue, "LOOK_SECONDS", 0.02)
    started: list[Queue] = []

    def start_queue() -> Queue:
        started.append(Queue(opened, store_path, idle_seconds=0.1))
        return started[-1]

    yield start_queue
    for each in started:
        each.close()


def give(store: Store, *texts: str) -> list[str]:
    keys = [add_draft(store, "Ada Lund", Given(text)) for text in texts]
    for key in keys:
        queue_addition(store, key)
    return keys


def states(store: Store, keys: list[str]) -> list[str]:
    with store.connect() as connection:
        return [addition.state.value for key in keys if (addition := fetch_addition(connection, key))]


def wait_for(store: Store, keys: list[str], wanted: list[str]) -> None:
    deadline = time.monotonic() + 40
    while states(store, keys) != wanted and time.monotonic() < deadline:
        time.sleep(0.02)
    assert states(store, keys) == wanted


def test_several_are_taken_in_one_after_the_other(opened: Store, start: Start) -> None:
    keys = give(opened, "one", "two", "three")
    start().wake()
    wait_for(opened, keys, ["done"] * 3)


def test_a_text_that_ends_its_process_twice_fails_and_the_others_go_on(opened: Store, start: Start) -> None:
    keys = give(opened, "die", "stumble", "three")
    start().wake()
    wait_for(opened, keys, ["failed", "done", "done"])


def test_one_can_be_cancelled_while_it_is_parsed_and_while_it_waits(opened: Store, start: Start) -> None:
    keys = give(opened, "linger", "two", "three")
    working = start()
    working.wake()
    wait_for(opened, keys, ["parsing", "queued", "queued"])
    assert cancel_addition(opened, keys[1])
    assert cancel_addition(opened, keys[0])
    wait_for(opened, keys, ["cancelled", "cancelled", "done"])


def test_what_takes_too_long_is_stopped(opened: Store, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "MOST_SECONDS", 0.5)
    keys = give(opened, "linger")
    start().wake()
    wait_for(opened, keys, ["failed"])


def test_of_several_servers_one_works(opened: Store, start: Start) -> None:
    keys = give(opened, "linger", "two")
    first, second = start(), start()
    first.wake()
    wait_for(opened, keys, ["parsing", "queued"])
    second.wake()
    assert second.thread is not None
    second.thread.join(timeout=10)
    assert not second.thread.is_alive()
    assert states(opened, keys) == ["parsing", "queued"]


def test_what_a_stopped_server_left_is_taken_up_by_the_next(opened: Store, start: Start) -> None:
    keys = give(opened, "linger")
    first = start()
    first.wake()
    wait_for(opened, keys, ["parsing"])
    first.close()
    assert states(opened, keys) == ["queued"]
    first.wake()  # closed: nothing begins
    second = start()
    second.wake()
    wait_for(opened, keys, ["parsing"])


def test_what_a_killed_server_left_is_taken_up(opened: Store, start: Start) -> None:
    """Nobody holds the lock, and one is being parsed: its server is gone."""
    keys = give(opened, "one")
    with opened.begin() as connection:
        connection.exec_driver_sql("UPDATE addition SET state = 'parsing', tries = 1")
    start().wake()
    wait_for(opened, keys, ["done"])


def test_it_rests_when_nothing_is_left_and_works_again(opened: Store, start: Start) -> None:
    working = start()
    working.wake()
    assert working.thread is None
    for text in ("one", "two"):
        keys = give(opened, text)
        working.wake()
        wait_for(opened, keys, ["done"])
        assert working.thread is not None
        working.thread.join(timeout=20)
        assert not working.thread.is_alive()
        assert working.parser is None


def test_the_lock_is_one_for_all(store_path: Path) -> None:
    with hold_lock(store_path) as first, hold_lock(store_path) as second:
        assert (first, second) == (True, False)
    with hold_lock(store_path) as third:
        assert third


@pytest.mark.model
def test_a_real_article_is_parsed_and_saved(opened: Store, store_path: Path) -> None:
    keys = give(opened, TEXT, f"{TEXT} More was said on Tuesday.")
    working = Queue(opened, store_path, idle_seconds=0.1)
    working.wake()
    wait_for(opened, keys, ["done", "done"])
    working.close()
    with opened.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM quote").scalar_one() >= 2
