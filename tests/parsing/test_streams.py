"""Many documents through the parser: in order, few at a time, and none spoils another."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from app.parsing.streams import AHEAD, ParseError, WorkerError, parse_in_order
from app.records import DemarcheError, Document, Parse
from tests.factories import make_document, make_parse

WORKERS = [1, 2]


def parse_plainly(document: Document) -> Parse:
    """Stands for the parser, in worker processes too: slow, or at fault, where the text says so."""
    match document.text:
        case "slow":
            time.sleep(0.3)
        case "stumble":
            raise ValueError("no root")
        case "refuse":
            raise DemarcheError("a rule refused it")
        case "too deep":
            raise RecursionError("maximum recursion depth exceeded")
        case "die":
            os.kill(os.getpid(), signal.SIGKILL)
    return make_parse(document)


def told(texts: list[str], workers: int) -> list[str]:
    documents = [make_document(text, f"{nth}") for nth, text in enumerate(texts)]
    made = list(parse_in_order(parse_plainly, documents, workers))
    assert [document for document, _ in made] == documents
    return [str(parsed) if isinstance(parsed, ParseError) else parsed.document.text for _, parsed in made]


@pytest.mark.parametrize("workers", WORKERS)
def test_what_fails_is_told_and_the_rest_goes_on_in_order(workers: int) -> None:
    texts = ["slow", "a", "stumble", "b", "refuse", "too deep", "c"]
    fault = "the parser failed on it, which is a fault of Demarche"
    assert told(texts, workers) == [
        "slow",
        "a",
        f"{fault} (ValueError: no root)",
        "b",
        "a rule refused it",
        f"{fault} (RecursionError: maximum recursion depth exceeded)",
        "c",
    ]


@pytest.mark.parametrize("workers", WORKERS)
def test_no_documents_give_nothing(workers: int) -> None:
    assert told([], workers) == []


@pytest.mark.parametrize("workers", WORKERS)
def test_documents_are_asked_for_as_they_are_needed(workers: int) -> None:
    asked = 0

    def documents() -> Iterator[Document]:
        nonlocal asked
        for nth in range(50):
            asked += 1
            yield make_document("text", f"{nth}")

    stream = parse_in_order(parse_plainly, documents(), workers)
    for taken in range(1, 4):
        next(stream)
        assert asked <= taken + AHEAD * workers
    stream.close()
    assert asked < 50


def test_a_killed_worker_ends_the_stream_with_what_to_do() -> None:
    with pytest.raises(WorkerError, match="fewer workers"):
        told(["a", "die", "b"], workers=2)
