"""A real server of several processes: each sees what others write at once, one that dies is replaced, all stop together."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.store.database import open_store
from app.store.save import save_parse
from tests.store.queries.stored import fill, repeat

ROOT = Path(__file__).parents[1]
Start = Callable[..., tuple[subprocess.Popen[str], int]]


@pytest.fixture
def start(store_path: Path) -> Iterator[Start]:
    """Starts a server over the store with these options; returns its process and its port."""
    started: list[subprocess.Popen[str]] = []

    def run(*options: str) -> tuple[subprocess.Popen[str], int]:
        command = [sys.executable, "-m", "app", "serve", "--port", "0", *options]
        settings = os.environ | {"DEMARCHE_STORE": str(store_path)}
        server = subprocess.Popen(
            command, cwd=ROOT, env=settings, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        started.append(server)
        assert server.stderr is not None
        told = re.search(r":(\d+)/", server.stderr.readline())
        assert told, server.stderr.read()
        return server, int(told[1])

    yield run
    for server in started:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.communicate(timeout=20)


def get(port: int, path: str, tries: int = 100) -> str:
    """The page, asked for on a connection of its own; tried anew while a worker is on its way."""
    for _ in range(tries):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            if answer.status == 200:
                return answer.read().decode()
        except OSError:
            pass
        finally:
            connection.close()
        time.sleep(0.1)
    raise AssertionError(f"no answer from {path}")


def children(process: subprocess.Popen[str]) -> set[int]:
    """The processes that serve: those that the first one started, save the one that Python itself keeps for it."""
    found = subprocess.run(
        ["pgrep", "-P", str(process.pid), "-f", "spawn_main"], capture_output=True, text=True, check=False
    )
    return {int(pid) for pid in found.stdout.split()}


def wait_for(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize("options", [(), ("--workers", "2")])
def test_every_process_shows_at_once_what_another_has_written(
    start: Start, store_path: Path, options: tuple[str]
) -> None:
    store = fill(open_store(store_path))
    _, port = start(*options)
    for number in range(4):
        assert not any(f"Bridge {number}" in get(port, "/quotes") for _ in range(6))
        save_parse(store, repeat(number))
        assert all(f"Bridge {number}" in get(port, "/quotes") for _ in range(6))
    store.dispose()


def test_a_worker_that_dies_is_replaced(start: Start) -> None:
    server, port = start("--workers", "2")
    get(port, "/healthz")
    wait_for(lambda: len(children(server)) == 2)
    before = children(server)
    os.kill(min(before), signal.SIGKILL)
    wait_for(lambda: len(children(server) - before) == 1 and len(children(server)) == 2)

    assert get(port, "/healthz").startswith("ok")


@pytest.mark.parametrize("interrupt", [signal.SIGINT, signal.SIGTERM])
def test_all_stop_together(start: Start, interrupt: signal.Signals) -> None:
    server, port = start("--workers", "2")
    get(port, "/healthz")
    os.killpg(server.pid, interrupt)

    assert server.wait(timeout=20) == 0
    wait_for(lambda: not children(server))


def test_workers_over_no_store_are_one_line(tmp_path: Path) -> None:
    settings = os.environ | {"DEMARCHE_STORE": str(tmp_path / "none.db")}
    command = [sys.executable, "-m", "app", "serve", "--port", "0", "--workers", "2"]
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, done.stdout) == (1, "")
    assert "there is no store here" in done.stderr
    assert done.stderr.count("\n") == 1
