"""Parses made elsewhere into a store: what holds goes in, what does not is named by its line."""

import json
import multiprocessing
import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import loading
from app.ingest import ingest_paths
from app.parsing.version import PARSER_VERSION
from app.reading import read_document
from app.records import Parse
from app.settings import Settings
from app.store import database
from app.store.check import check_store
from app.store.database import Store, connect, open_store
from app.store.errors import FullDiskError
from app.store.save import save_parse
from app.transfer import format_whole_line, read_whole_line
from tests.factories import make_actor, make_document, make_parse, make_summit
from tests.store.rows import content, rows


@pytest.fixture
def settings(store_path: Path) -> Settings:
    return Settings(store=store_path)


def article(number: int, words: str = "Ada Lund waits.", version: str = PARSER_VERSION) -> Parse:
    document = make_document(f"{words} {number}", f"article-{number}")
    return make_parse(document, actors=[make_actor("Ada Lund")], parser_version=version)


def write(settings: Settings, *lines: Parse | str, name: str = "parses.jsonl") -> Path:
    path = settings.store.with_name(name)
    path.write_text("".join((line if isinstance(line, str) else format_whole_line(line)) + "\n" for line in lines))
    return path


def load(settings: Settings, *paths: Path) -> tuple[int, int, int, list[str]]:
    report = ingest_paths(paths, settings, progress=False)
    return report.added, report.replaced, report.unchanged, report.failed


def slugs(settings: Settings) -> list[str]:
    return [slug for (slug,) in rows(open_store(settings.store), "SELECT slug FROM document ORDER BY slug")]


def test_what_is_loaded_is_what_would_have_been_saved(settings: Settings, store: Store) -> None:
    parses = [make_summit(), article(1), article(2)]
    assert load(settings, write(settings, *parses)) == (3, 0, 0, [])
    for parse in parses:
        save_parse(store, parse)
    loaded, saved = content(open_store(settings.store)), content(store)
    for stored in (loaded, saved):
        stored["document"] = [row[:-1] for row in stored["document"]]  # without the time of adding
    assert loaded == saved
    assert check_store(settings.store) == []


def test_loading_again_changes_nothing(settings: Settings) -> None:
    path = write(settings, *map(article, range(5)))
    load(settings, path)
    before = content(open_store(settings.store))
    assert load(settings, path) == (0, 0, 5, [])
    # Written by somebody else's JSON, so that the hash does not stand where it is looked for first.
    spaced = [json.dumps(json.loads(line), separators=(",", ":")) for line in path.read_text().splitlines()]
    assert load(settings, write(settings, *spaced)) == (0, 0, 5, [])
    assert content(open_store(settings.store)) == before


def test_a_newer_parse_replaces_and_another_versions_does_not(settings: Settings) -> None:
    load(settings, write(settings, article(1, version="old")))
    assert load(settings, write(settings, article(1))) == (0, 1, 0, [])
    assert load(settings, write(settings, article(1, version="old"))) == (0, 0, 1, [])


def change(parse: Parse, *path: str | int, to: Any) -> str:
    """The parse's line with one value changed."""
    line = json.loads(format_whole_line(parse))
    place = line
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return json.dumps(line)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is cut off; the file was not written to its end"),
        ("[]}", "is not a parse written by `parse --with-text`"),
        (change(make_summit(), "document", "text", to="Other words."), "summit: the hash is not that of the text"),
        (change(make_summit(), "document", "body_start", to=9999), "summit: the body starts at 9999"),
        (change(make_summit(), "quotes", 0, "text", to="Shut the gates."), "summit: the text from 71 to 86 reads"),
        (change(make_summit(), "quotes", 0, "speaker", to="nobody"), "summit: a record names the actor 'nobody'"),
        (change(make_summit(), "demands", 0, "end", to=10**30), "no words from 71 to 1000"),
        (change(make_summit(), "demands", 0, "start", to=-5), "no words from -5"),
        (change(make_summit(), "outcomes", 0, "question", to=2**63), "the number of a question is too large"),
        (change(make_summit(), "outcomes", 0, "condition", "text", to="When"), "reads 'If the gates stay shut'"),
        (change(make_summit(), "mentions", 0, "end", to=5), "the text from 0 to 5 reads"),
        (change(make_summit(), "sentences", 1, to=[0, 20]), "the sentence from 0 to 20 overlaps another"),
        (change(make_summit(), "actors", 0, "side_key", to="ada-lund"), "is its own side"),
        (change(make_summit(), "actors", 0, "name", to=""), "has an empty key or name"),
        (change(make_summit(), "actors", 0, "names", to=[""]), "has an empty key or name"),
        (change(make_summit(), "actors", 1, "key", to="sundia"), "two actors share a key"),
        (change(make_summit(), "document", "id", to="article-1"), "article-1: another line has the same id"),
    ],
)
def test_a_line_that_does_not_hold_is_refused_by_its_number(settings: Settings, line: str, reason: str) -> None:
    path = write(settings, article(1), "", line, article(2))
    added, _, _, [failure] = load(settings, path)
    assert added == 2
    assert failure.startswith(f"{path}, line 3: ")
    assert reason in failure
    assert slugs(settings) == ["article-1", "article-2"]
    assert check_store(settings.store) == []
    assert load(settings, path) == (0, 0, 2, [failure])


def test_one_text_on_two_lines_is_one_document(settings: Settings) -> None:
    twin = replace(article(1), document=replace(article(1).document, id="twin"))
    assert load(settings, write(settings, article(1), twin)) == (1, 0, 1, [])


def test_what_the_schema_refuses_costs_no_other(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "verify_parse", lambda parse: None)
    bad = change(article(2), "actors", 0, "names", to=[""])
    added, _, _, [failure] = load(settings, write(settings, article(1), bad, article(3)))
    assert added == 2
    assert "line 2: article-2: saving it failed, a fault of Demarche (IntegrityError" in failure
    assert check_store(settings.store) == []


def test_a_line_that_is_too_long_is_passed_over(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "LONGEST_LINE", 3000)
    added, _, _, failed = load(settings, write(settings, article(1), article(2, "Words. " * 3000), article(3)))
    assert (added, len(failed)) == (2, 1)
    assert "line 2: is cut off" in failed[0]


@pytest.mark.parametrize("lines", [1, 2, 100])
def test_the_size_of_a_batch_changes_nothing(settings: Settings, monkeypatch: pytest.MonkeyPatch, lines: int) -> None:
    monkeypatch.setattr(loading, "BATCH_LINES", lines)
    same = [article(1), article(2), replace(article(3), document=replace(article(3).document, id="Article 1"))]
    added, _, unchanged, [failure] = load(settings, write(settings, *same, article(1)))
    assert (added, unchanged) == (2, 1)
    assert "line 3: Article 1: another line has the same id and another text" in failure


def test_lines_in_no_order_of_days_are_saved_by_day_and_failures_told_by_line(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "BATCH_LINES", 1)
    days = [date(2025, 8, 15), None, date(2024, 2, 29), date(2025, 8, 14), None]
    parses = [
        replace(one, document=replace(one.document, published_on=day))
        for one, day in zip(map(article, range(5)), days, strict=True)
    ]
    bad = [
        change(article(number), "document", "published_on", to=day)
        for number, day in ((8, "2030-02-30"), (9, "2020-02-30"))
    ]
    added, _, _, failed = load(settings, write(settings, bad[0], *parses, bad[1]))
    assert added == len(days)
    assert [failure.split(": ")[0].rsplit(maxsplit=1)[1] for failure in failed] == ["1", "7"]
    order = rows(open_store(settings.store), "SELECT slug FROM document ORDER BY added_at")
    assert [slug for (slug,) in order] == [f"article-{number}" for number in (1, 4, 2, 3, 0)]
    assert check_store(settings.store) == []


def test_a_file_that_is_not_there_is_named(settings: Settings) -> None:
    with pytest.raises(loading.LoadError, match=r"none\.jsonl: cannot be read \(No such file or directory\)"):
        load(settings, settings.store.with_name("none.jsonl"))


def load_slowly(store: Path, path: Path) -> None:
    """In a process of its own, a document a transaction."""
    loading.BATCH_LINES = 1
    ingest_paths([path], Settings(store=store), progress=False)


def start(target: Callable[..., None], *parts: object) -> multiprocessing.process.BaseProcess:
    process = multiprocessing.get_context("spawn").Process(target=target, args=parts)
    process.start()
    return process


def test_a_load_that_is_killed_leaves_whole_documents_and_goes_on(settings: Settings) -> None:
    path = write(settings, *map(article, range(3000)))
    process = start(load_slowly, settings.store, path)
    store = open_store(settings.store)
    until = time.monotonic() + 60
    while rows(store, "SELECT count(*) FROM document") == [(0,)] and time.monotonic() < until:
        time.sleep(0.01)
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    assert check_store(settings.store) == []
    [(kept,)] = rows(store, "SELECT count(*) FROM document")
    assert 0 < kept < 3000
    assert load(settings, path) == (3000 - kept, 0, kept, [])


def test_two_loads_at_once_take_turns(settings: Settings) -> None:
    numbers = range(400)
    first = write(settings, *map(article, numbers), name="first.jsonl")
    second = write(settings, *map(article, reversed(numbers)), name="second.jsonl")
    processes = [start(load_slowly, settings.store, path) for path in (first, second)]
    for process in processes:
        process.join(timeout=120)
    assert [process.exitcode for process in processes] == [0, 0]
    assert len(slugs(settings)) == 400
    assert check_store(settings.store) == []


def test_a_full_disk_ends_a_load_with_whole_documents(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store may take so few pages that it is as if the disk were full."""
    path = write(settings, *(article(number, "Many words. " * 1000) for number in range(60)))

    def connect_small(path: Path) -> sqlite3.Connection:
        raw = connect(path)
        [(pages,)] = raw.execute("PRAGMA page_count")
        raw.execute(f"PRAGMA max_page_count = {pages + 100}")
        return raw

    monkeypatch.setattr(loading, "BATCH_LINES", 5)
    with monkeypatch.context() as small:
        small.setattr(database, "connect_bulk", connect_small)
        with pytest.raises(FullDiskError, match="what was saved before is safe"):
            load(settings, path)
    kept = len(slugs(settings))
    assert 0 < kept < 60
    assert kept % 5 == 0
    assert check_store(settings.store) == []
    assert load(settings, path) == (60 - kept, 0, kept, [])


@pytest.mark.model
def test_the_real_parsers_parse_comes_back_as_it_was() -> None:
    from app.parsing.pipeline import parse_documents

    articles = [read_document(seed) for seed in sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))]
    assert articles
    for parsed in parse_documents(articles):
        assert read_whole_line(format_whole_line(parsed).encode()) == parsed


def test_a_reader_of_an_old_state_only_keeps_the_log(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    log = settings.store.with_name(settings.store.name + "-wal")
    load(settings, write(settings, article(0)))
    with closing(connect(settings.store, read_only=True)) as reader:
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM document").fetchone() == (1,)
        report = ingest_paths([write(settings, *map(article, range(50)))], settings, progress=False)
        assert (report.added, report.log_kept) == (49, True)
        assert log.stat().st_size > 0
        assert reader.execute("SELECT count(*) FROM document").fetchone() == (1,)
        reader.execute("COMMIT")
        report = ingest_paths([write(settings, article(51))], settings, progress=False)
        assert (report.added, report.log_kept, log.stat().st_size) == (1, False, 0)
    assert check_store(settings.store) == []
