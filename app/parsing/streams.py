"""Many documents one after another, in one process or in several: in order, few at a time, and none spoils another."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context

from app.records import DemarcheError, Document, Parse

Parser = Callable[[Document], Parse]
AHEAD = 2  # documents handed to each worker before the oldest must be done: enough to keep it busy, little to hold


class ParseError(DemarcheError):
    """One document could not be parsed; the message says why, without naming the document."""


class WorkerError(DemarcheError):
    """A worker process ended before its document was parsed."""


def parse_in_order(
    parse: Parser, documents: Iterable[Document], workers: int = 1
) -> Iterator[tuple[Document, Parse | ParseError]]:
    """Each document with its parse, or with the reason why it has none, in the order given.

    Documents are asked for as they are needed: one at a time, or AHEAD for each worker. `parse` is a function of a
    module, since worker processes find it by its name. Raises WorkerError where a worker is killed.
    """
    if workers == 1:
        for document in documents:
            yield document, parse_alone(parse, document)
        return
    # Never by fork: a thread of the caller's (a progress bar) would leave its locks held in the copy.
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(workers, get_context(method), initializer=ignore_interrupts)
    waiting: deque[tuple[Document, Future[Parse | ParseError]]] = deque()
    try:
        for document in documents:
            waiting.append((document, pool.submit(parse_alone, parse, document)))
            if len(waiting) >= AHEAD * workers:
                yield take_oldest(waiting)
        while waiting:
            yield take_oldest(waiting)
    finally:
        pool.shutdown(cancel_futures=True)


def parse_alone(parse: Parser, document: Document) -> Parse | ParseError:
    """The parse, or an error as a value: whatever one document does to the rules must not cost the others."""
    try:
        return parse(document)
    except DemarcheError as error:
        return ParseError(str(error))
    except Exception as error:
        fault = f"{type(error).__name__}: {error}"
        return ParseError(f"the parser failed on it, which is a fault of Demarche ({fault})")


def take_oldest(
    waiting: deque[tuple[Document, Future[Parse | ParseError]]],
) -> tuple[Document, Parse | ParseError]:
    document, coming = waiting.popleft()
    try:
        return document, coming.result()
    except BrokenProcessPool as error:
        raise WorkerError(
            f"a worker process was ended while it parsed {document.id} or one of the documents after it, perhaps for"
            " want of memory; try again with fewer workers"
        ) from error


def ignore_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal: the main one alone answers it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
