"""The two servers: started on addresses of this machine alone, measured from outside, stopped."""

import os
import re
import socket
import subprocess
import sys
import time
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.bench.web.stores import Stores

HERE = Path(__file__).parent
HOST = "127.0.0.1"
LONGEST_START = 60.0  # seconds
# As good as it gets: counts taken beforehand, no suggestions, time for every count that is asked for.
TUNED = {
    "suggest_facets": "off",
    "facet_time_limit_ms": "60000",
    "sql_time_limit_ms": "60000",
    "max_csv_mb": "0",
}


@dataclass(slots=True)
class Server:
    """A running server. `first_answer` is the time in milliseconds from the start of its process to its first answer."""

    name: str
    port: int
    pid: int
    first_answer: float

    def connect(self) -> HTTPConnection:
        return HTTPConnection(HOST, self.port, timeout=120)

    def memory(self) -> int:
        """Resident memory in MB of the process and of those that it started."""
        return sum(resident(pid) for pid in family(self.pid)) // 1024


def resident(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) if found else 0


def family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from family(int(child))


def find_port() -> int:
    """A port that is free."""
    with socket.create_server((HOST, 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def demarche(store: Path) -> Iterator[Server]:
    port = find_port()
    command = [sys.executable, "-m", "app", "serve", "--port", str(port)]
    # As on a second start anywhere: modules are compiled, wherever the machine's own settings would have that kept.
    compiled = {"PYTHONPYCACHEPREFIX": str(store.resolve().parent / "compiled"), "PYTHONDONTWRITEBYTECODE": ""}
    settings = {"DEMARCHE_STORE": str(store), **compiled}
    subprocess.run([sys.executable, "-c", "import app.cli, app.main"], check=True, env={**os.environ, **settings})
    with running("Demarche", command, port, "/help", settings) as server:
        yield server


@contextmanager
def datasette(stores: Stores, environment: Path) -> Iterator[Server]:
    """Datasette over its own tables, told that nobody writes to them."""
    port = find_port()
    program = environment / "bin" / "datasette"
    counts = stores.folder / "inspect.json"
    if not counts.exists():
        subprocess.run([program, "inspect", stores.theirs, "--inspect-file", counts], check=True)
    command = [str(program), "serve", "-i", str(stores.theirs), "--inspect-file", str(counts)]
    command += [
        "-m",
        str(HERE / "queries.json"),
        "-p",
        str(port),
        *(word for name, value in TUNED.items() for word in ("--setting", name, value)),
    ]
    with running("Datasette", command, port, "/", {}) as server:
        yield server


def make_environment(folder: Path) -> Path:
    """An environment with Datasette in it, as datasette.txt names it; ends the bench where it cannot be fetched."""
    wanted, marker = HERE / "datasette.txt", folder / "installed.txt"
    if not marker.exists() or marker.read_text() != wanted.read_text():
        print("Installing Datasette into an environment of its own …", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        install = [
            str(folder / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "-r",
            str(wanted),
        ]
        if subprocess.run(install, check=False).returncode:
            sys.exit("Datasette could not be fetched. Is the network there? Try again, or ALONE=1 for our pages alone.")
        marker.write_text(wanted.read_text())
    return folder


@contextmanager
def running(name: str, command: Sequence[str], port: int, path: str, settings: dict[str, str]) -> Iterator[Server]:
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not answers(port, path):
            if process.poll() is not None or time.perf_counter() - started > LONGEST_START:
                sys.exit(f"{name} did not start: {' '.join(command)}")
            time.sleep(0.005)
        yield Server(name, port, process.pid, (time.perf_counter() - started) * 1000)
    finally:
        process.terminate()
        process.wait(timeout=30)


def answers(port: int, path: str) -> bool:
    connection = HTTPConnection(HOST, port, timeout=LONGEST_START)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
