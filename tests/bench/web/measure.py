"""Asking a server for pages: how long each takes, and whether it holds what it must."""

import gzip
import html
import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import quantiles

from tests.bench.web.scenarios import Asked
from tests.bench.web.servers import Server

CONNECTIONS = 8
TAG = re.compile(r"<[^>]*>")
NUMBER = re.compile(r"\d+(?:,\d{3})*")


class WrongPageError(Exception):
    """An answer lacks what it must hold: a page that is fast because it is empty is no page."""


@dataclass(slots=True)
class Times:
    """Milliseconds of answers, alone and under load; bytes of one answer as it is and as gzip makes it."""

    alone: list[float] = field(default_factory=list)
    loaded: list[float] = field(default_factory=list)
    raw: int = 0
    gzipped: int = 0

    @property
    def p50(self) -> float:
        return percentile(self.alone, 50)

    @property
    def p95(self) -> float:
        return percentile(self.alone, 95)


def percentile(values: Sequence[float], percent: int) -> float:
    if not values:
        return float("nan")
    return quantiles(values, n=100, method="inclusive")[percent - 1] if len(values) > 1 else values[0]


class Client:
    """One connection that is kept open between the pages of a turn."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.connection = server.connect()

    def wake(self) -> None:
        """Connect anew: a server closes what was not used for some seconds."""
        self.connection.close()
        self.connection.connect()

    def ask(self, asked: Asked, **headers: str) -> tuple[float, bytes]:
        """Milliseconds until the last byte, and the body. Raises WrongPageError."""
        before = time.perf_counter()
        self.connection.request("GET", asked.path, headers={"Accept-Encoding": "identity", **headers})
        answer = self.connection.getresponse()
        body = answer.read()
        spent = (time.perf_counter() - before) * 1000
        if answer.status != 200:
            raise WrongPageError(f"{self.server.name} {asked.path}: status {answer.status}")
        return spent, body

    def check(self, asked: Asked, body: bytes) -> None:
        lacking = find_lacking(asked, body.decode())
        if lacking:
            raise WrongPageError(f"{self.server.name} {asked.path} lacks {len(lacking)} things, first {lacking[0]!r}")


def find_lacking(asked: Asked, body: str) -> list[str]:
    text = html.unescape(TAG.sub("", body))
    numbers = {int(found.replace(",", "")) for found in NUMBER.findall(text)}
    return [words for words in asked.words if words not in text] + [
        f"{number:,}" for number in asked.numbers if number not in numbers
    ]


def measure_alone(client: Client, pages: Sequence[Asked], times: Times) -> None:
    """One after the other on one connection."""
    client.wake()
    for asked in pages:
        spent, body = client.ask(asked)
        client.check(asked, body)
        times.alone.append(spent)
        if not times.raw:
            times.raw, times.gzipped = len(body), len(gzip.compress(body, 6))


def measure_loaded(server: Server, pages: Sequence[Asked], times: Times, seconds: float) -> None:
    """CONNECTIONS at once, each with its own share of the pages, until they are through or the time is up."""
    until = time.perf_counter() + seconds

    def work(share: Sequence[Asked]) -> Iterator[float]:
        client = Client(server)
        for number, asked in enumerate(share):
            if number and time.perf_counter() > until:
                break
            yield client.ask(asked)[0]

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        shares = [pages[nth::CONNECTIONS] for nth in range(CONNECTIONS)]
        for spent in pool.map(lambda share: list(work(share)), shares):
            times.loaded.extend(spent)
