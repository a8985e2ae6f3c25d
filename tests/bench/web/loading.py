"""Reading while documents come in: pages of a server whose store is being loaded."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle

from tests.bench.web.measure import Client
from tests.bench.web.scenarios import Asked
from tests.bench.web.servers import demarche
from tests.bench.web.stores import Stores


@dataclass(frozen=True, slots=True)
class WhileLoading:
    """Milliseconds of pages before and during an ingest, and how many seconds that took."""

    before: list[float]
    during: list[float]
    seconds: float


def measure_while_loading(stores: Stores, pages: Sequence[Asked]) -> WhileLoading:
    """Ask for pages on one connection while PART documents more go into a copy of the store."""
    copy = stores.folder / "loading.db"
    shutil.copyfile(stores.ours, copy)
    try:
        with demarche(copy) as server:
            client = Client(server)
            before = [client.ask(asked.path).milliseconds for asked in pages]
            command = [sys.executable, "-m", "app", "ingest", str(stores.further)]
            started = time.perf_counter()
            ingest = subprocess.Popen(
                command, env={**os.environ, "DEMARCHE_STORE": str(copy)}, stderr=subprocess.DEVNULL
            )
            during = []
            for nth, asked in enumerate(cycle(pages)):  # each under an address of its own, so that none is kept
                during.append(client.ask(f"{asked.path}&n={nth}").milliseconds)
                if ingest.poll() is not None:
                    break
            seconds = time.perf_counter() - started
            if ingest.returncode:
                sys.exit("The ingest during which pages were asked for has failed.")
            return WhileLoading(before, during, seconds)
    finally:
        for file in stores.folder.glob("loading.db*"):
            file.unlink()
