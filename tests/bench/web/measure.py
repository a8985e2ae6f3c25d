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
    """Milliseconds of answers, one after the other and with CONNECTIONS at once; bytes of one answer, plain and as a
    browser gets it that takes gzip (where the server does not compress, what gzip would make of it)."""

    alone: list[float] = field(default_factory=list)
    loaded: list[float] = field(default_factory=list)
    raw: int = 0
    gzipped: int = 0

    @property
    def p50(self) -> float:
        return percentile(self.alone, 50)


@dataclass(frozen=True, slots=True)
class Answer:
    milliseconds: float
    status: int
    body: bytes
    tag: str
    coding: str


def percentile(values: Sequence[float], percent: int) -> float:
    if len(values) < 2:
        return values[0] if values else float("nan")
    return quantiles(values, n=100, method="inclusive")[percent - 1]


class Client:
    """One connection that is kept open between the pages of a turn."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.connection = server.connect()

    def wake(self) -> None:
        """Connect anew: a server closes what was not used for some seconds."""
        self.connection.close()
        self.connection.connect()

    def ask(self, path: str, status: int = 200, **headers: str) -> Answer:
        """The answer, and the time until its last byte. Raises WrongPageError for another status."""
        sent = {"Accept-Encoding": "identity"} | {name.replace("_", "-"): value for name, value in headers.items()}
        before = time.perf_counter()
        self.connection.request("GET", path, headers=sent)
        got = self.connection.getresponse()
        body = got.read()
        spent = (time.perf_counter() - before) * 1000
        if got.status != status:
            raise WrongPageError(f"{self.server.name} {path}: status {got.status}")
        return Answer(spent, got.status, body, got.getheader("ETag", ""), got.getheader("Content-Encoding", ""))

    def check(self, asked: Asked, body: bytes) -> None:
        lacking = find_lacking(asked, body.decode())
        if lacking:
            raise WrongPageError(f"{self.server.name} {asked.path} lacks {len(lacking)} things, first {lacking[0]!r}")


def find_lacking(asked: Asked, body: str) -> list[str]:
    """The words and numbers that the body must hold and does not."""
    text = html.unescape(TAG.sub("", body))
    numbers = {int(found.replace(",", "")) for found in NUMBER.findall(text)} if asked.numbers else set()
    return [words for words in asked.words if words not in text] + [
        f"{number:,}" for number in asked.numbers if number not in numbers
    ]


def measure_alone(client: Client, pages: Sequence[Asked], times: Times) -> None:
    """One after the other on one connection; every body is looked through."""
    client.wake()
    for asked in pages:
        answer = client.ask(asked.path)
        client.check(asked, answer.body)
        times.alone.append(answer.milliseconds)


def measure_bytes(client: Client, asked: Asked, times: Times) -> None:
    client.wake()
    times.raw = len(client.ask(asked.path).body)
    answer = client.ask(asked.path, Accept_Encoding="gzip")
    times.gzipped = len(answer.body if answer.coding == "gzip" else gzip.compress(answer.body, 6))


def measure_loaded(server: Server, pages: Sequence[Asked], times: Times, seconds: float) -> None:
    """CONNECTIONS at once, each with its own share of the pages, until they are through or the time is up."""
    until = time.perf_counter() + seconds

    def work(share: Sequence[Asked]) -> Iterator[float]:
        client = Client(server)
        for number, asked in enumerate(share):
            if number and time.perf_counter() > until:
                break
            yield client.ask(asked.path).milliseconds

    with ThreadPoolExecutor(CONNECTIONS) as pool:
        shares = [pages[nth::CONNECTIONS] for nth in range(CONNECTIONS)]
        for spent in pool.map(lambda share: list(work(share)), shares):
            times.loaded.extend(spent)


def measure_again(client: Client, asked: Asked, times: int) -> tuple[list[float], list[float]]:
    """The same page asked for again and again: milliseconds of whole answers, and of those that say it has not changed."""
    client.wake()
    first = client.ask(asked.path)
    whole = [client.ask(asked.path).milliseconds for _ in range(times)]
    if not first.tag:
        return whole, []
    return whole, [client.ask(asked.path, 304, If_None_Match=first.tag).milliseconds for _ in range(times)]
