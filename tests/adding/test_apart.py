"""A file read in a process of its own: the same answers, and an end where it takes too long or too much."""

import sys
from multiprocessing.connection import Connection

import pytest

from app.adding import apart
from app.adding.apart import read_apart
from app.reading import ReadingError
from tests.papers import TEXT, make_talks_pdf


def hang(there: Connection, file_name: str) -> None:
    while True:
        pass


def eat(there: Connection, file_name: str) -> None:
    apart.set_limits()
    eaten = [bytes(100_000_000) for _ in range(100)]
    there.send(len(eaten))


def vanish(there: Connection, file_name: str) -> None:
    sys.exit(3)


def test_the_document_comes_back_whole() -> None:
    document = read_apart(make_talks_pdf(), "talks.pdf")
    assert (document.text, document.file_name) == (TEXT, "talks.pdf")


def test_what_cannot_be_read_is_told_as_everywhere() -> None:
    with pytest.raises(ReadingError, match=r"talks\.pdf: a damaged PDF; save it anew"):
        read_apart(b"%PDF-1.4 broken", "talks.pdf")


@pytest.mark.parametrize("fault", [hang, eat, vanish])
def test_what_goes_astray_costs_its_process_alone(monkeypatch: pytest.MonkeyPatch, fault: object) -> None:
    monkeypatch.setattr(apart, "answer", fault)
    with pytest.raises(ReadingError, match=r"talks\.txt: takes too long or too much memory to read; paste"):
        read_apart(b"words", "talks.txt", seconds=5)


def test_only_so_many_are_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WAIT_SECONDS", 0.01)
    for _ in range(apart.AT_ONCE):
        apart.reading.acquire()
    try:
        with pytest.raises(ReadingError, match="other files are still being read; try again"):
            read_apart(b"words", "talks.txt")
    finally:
        for _ in range(apart.AT_ONCE):
            apart.reading.release()
