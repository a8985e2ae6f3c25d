"""Several real servers over one store: one queue, and nothing lost when the server at work is killed."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.papers import TEXT

ROOT = Path(__file__).parents[2]


@contextmanager
def serving(store: Path, log: Path, *options: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    environment = os.environ | {"DEMARCHE_STORE": str(store)}
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "app", "serve", "--port", "0", *options], cwd=ROOT, env=environment, stderr=output
        )
    try:
        yield server, told_address(log)
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def told_address(log: Path) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if match := re.search(r"http://\S+(?=/)", log.read_text()):
            return match[0]
        time.sleep(0.05)
    raise AssertionError(log.read_text())


def send(address: str, **fields: str) -> str:
    """The address to which the server leads, after the form was sent as a page of its own would send it."""
    request = Request(address, urlencode(fields).encode(), {"Sec-Fetch-Site": "same-origin"})
    with urlopen(request, timeout=120) as answer:
        return str(answer.url)


def states(store: Path) -> list[str]:
    with closing(sqlite3.connect(store)) as raw:
        return [state for (state,) in raw.execute("SELECT state FROM addition ORDER BY id")]


def wait_for(store: Path, *wanted: set[str]) -> None:
    deadline = time.monotonic() + 240
    while set(states(store)) not in wanted and time.monotonic() < deadline:
        time.sleep(0.1)
    assert set(states(store)) in wanted


@pytest.mark.model
def test_what_the_killed_server_was_doing_is_done_by_the_other(store_path: Path, tmp_path: Path) -> None:
    with ExitStack() as running:
        servers = [running.enter_context(serving(store_path, tmp_path / f"{name}.log")) for name in "ab"]
        for number, (_, address) in enumerate(servers * 2):
            draft = send(f"{address}/documents/new", text=f"{TEXT} The talks of day {number} were the longest so far.")
            send(draft, text=f"{TEXT} The talks of day {number} were the longest so far.", action="add")
        assert len(states(store_path)) == 4
        servers[0][0].send_signal(signal.SIGKILL)
        servers[0][0].wait(timeout=20)
        with urlopen(Request(f"{servers[1][1]}/documents/new"), timeout=60):
            pass
        follow = f"{servers[1][1]}{urlsplit(draft).path}"
        with urlopen(follow, timeout=60):  # whoever looks wakes the queue
            pass
        wait_for(store_path, {"done"})
    with closing(sqlite3.connect(store_path)) as raw:
        assert raw.execute("SELECT count(*) FROM document").fetchone() == (4,)


@pytest.mark.model
def test_several_workers_have_one_queue(store_path: Path, tmp_path: Path) -> None:
    with serving(store_path, tmp_path / "log", "--workers", "2") as (_, address):
        for number in range(6):
            text = f"{TEXT} The talks of day {number} were the longest so far."
            send(send(f"{address}/documents/new", text=text), text=text, action="add")
        wait_for(store_path, {"done"})
    with closing(sqlite3.connect(store_path)) as raw:
        assert raw.execute("SELECT count(*), max(tries) FROM addition").fetchone() == (6, 1)


def test_a_host_by_another_name_may_not_write(store_path: Path, tmp_path: Path) -> None:
    """DNS rebinding: a page of another site has its own name lead to this machine."""
    with serving(store_path, tmp_path / "log") as (_, address):
        place = urlsplit(address)
        for host, status in ((place.netloc, b"200"), (f"rebound.example:{place.port}", b"401")):
            with socket.create_connection((place.hostname, place.port), timeout=30) as raw:
                raw.sendall(f"GET /documents/new HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
                assert raw.recv(100).split()[1] == status


def test_a_body_that_is_too_large_is_refused_in_words(store_path: Path, tmp_path: Path) -> None:
    with serving(store_path, tmp_path / "log") as (_, address):
        place = urlsplit(address)
        with socket.create_connection((place.hostname, place.port), timeout=60) as raw:
            head = f"POST /documents/new HTTP/1.1\r\nHost: {place.netloc}\r\nSec-Fetch-Site: same-origin\r\n"
            raw.sendall(f"{head}Content-Length: 26000000\r\nConnection: close\r\n\r\n".encode())
            raw.sendall(b"x" * 26_000_000)
            answer = b"".join(iter(lambda: raw.recv(65536), b""))
        assert answer.split()[1] == b"413"
        assert b"This is over 25 MB" in answer
