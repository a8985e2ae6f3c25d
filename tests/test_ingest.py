import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from app.ingest import ingest_paths
from app.parsing.streams import ParseError, parse_in_order
from app.parsing.version import PARSER_VERSION
from app.records import Actor, DemarcheError, Document, Parse
from app.settings import Settings
from app.store.check import check_store
from app.store.database import open_store
from app.store.errors import FolderAsStoreError, NotAStoreError
from tests.factories import make_actor, make_mention, make_parse
from tests.store.rows import rows


def parse_plainly(document: Document) -> Parse:
    """Stands for the parser: finds Ada Lund, and fails on the words on which a test wants it to."""
    if "stumble" in document.text:
        raise ValueError("no root\nin sentence 3")
    if "refuse" in document.text:
        raise DemarcheError("a rule refused it")
    actors = [make_actor("Ada Lund")] if "Ada Lund" in document.text else []
    mentions = [make_mention(document, "Ada Lund", "ada-lund")] if actors else []
    if "contradict" in document.text:
        mentions[0] = make_mention(document, "Ada Lund", "nobody")
    return make_parse(document, actors=actors, mentions=mentions, parser_version=PARSER_VERSION)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Puts a small parser in the place of the real one; the list tells which documents it was given.

    Like the real one it asks for documents ahead of those that it gives back.
    """
    given: list[str] = []

    def ask_ahead(documents: Iterable[Document]) -> Iterator[Document]:
        ahead: list[Document] = []
        for document in documents:
            given.append(document.id)
            ahead.append(document)
            if len(ahead) == 3:
                yield ahead.pop(0)
        yield from ahead

    def parse_each(
        documents: Iterable[Document], workers: int, directory: tuple[Actor, ...]
    ) -> Iterator[tuple[Document, Parse | ParseError]]:
        return parse_in_order(parse_plainly, ask_ahead(documents), workers)

    pipeline = ModuleType("app.parsing.pipeline")
    pipeline.parse_each = parse_each  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "app.parsing.pipeline", pipeline)
    return given


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store=tmp_path / "store.db")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def write(folder: Path, **texts: str) -> list[Path]:
    """A file for each text, with enough words around them to be an article."""
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(f"The talks about the old bridge went on in the city for a second day. {text}\n")
    return paths


def slugs(settings: Settings) -> list[str]:
    return [slug for (slug,) in rows(open_store(settings.store), "SELECT slug FROM document ORDER BY slug")]


def counts(settings: Settings, *paths: Path) -> tuple[int, int, int, list[str]]:
    report = ingest_paths(paths, settings, progress=False)
    return report.added, report.replaced, report.unchanged, report.failed


def test_a_folder_is_read_in_the_order_of_names(folder: Path, settings: Settings, parsed: list[str]) -> None:
    (folder / "deeper").mkdir()
    (folder / ".hidden").mkdir()
    write(folder, b="two", a="one", README="none")
    (folder / "README.txt").rename(folder / "README.md")
    write(folder / "deeper", c="three")
    write(folder / ".hidden", d="no")
    write(folder, **{".draft": "no"})
    assert counts(settings, folder, folder / "b.txt") == (3, 0, 0, [])
    assert parsed == ["a", "b", "c"]
    assert check_store(settings.store) == []


def test_a_second_ingest_changes_nothing_and_parses_nothing(
    folder: Path, settings: Settings, parsed: list[str]
) -> None:
    write(folder, a="Ada Lund waits.", b="Nobody does.")
    assert counts(settings, folder) == (2, 0, 0, [])
    parsed.clear()
    assert counts(settings, folder) == (0, 0, 2, [])
    assert parsed == []


def test_no_parser_is_loaded_where_nothing_changed(
    folder: Path, settings: Settings, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, a="Ada Lund waits.")
    ingest_paths([folder], settings, progress=False)
    monkeypatch.setitem(sys.modules, "app.parsing.pipeline", None)  # importing it now would fail
    assert counts(settings, folder) == (0, 0, 1, [])


def test_a_changed_text_is_replaced(folder: Path, settings: Settings, parsed: list[str]) -> None:
    write(folder, a="Ada Lund waits.", b="Nobody does.")
    ingest_paths([folder], settings, progress=False)
    parsed.clear()
    write(folder, a="She waits no longer.")
    assert counts(settings, folder) == (0, 1, 1, [])
    assert parsed == ["a"]
    assert slugs(settings) == ["a", "b"]
    assert rows(open_store(settings.store), "SELECT count(*) FROM actor") == [(0,)]


def test_a_newer_parser_parses_again(
    folder: Path, settings: Settings, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, a="Ada Lund waits.")
    ingest_paths([folder], settings, progress=False)
    monkeypatch.setattr("app.ingest.PARSER_VERSION", "next")
    assert counts(settings, folder) == (0, 1, 0, [])


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder: Path, settings: Settings, parsed: list[str]) -> None:
    write(folder, a="one", c="two")
    (folder / "b.txt").write_bytes(b"")
    missing = folder / "missing.txt"
    added, _, _, failed = counts(settings, folder, missing)
    assert added == 2
    empty, not_there = failed
    assert "b.txt: empty" in empty
    assert not_there.startswith(f"{missing}: no such file")
    assert slugs(settings) == ["a", "c"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("stumble", "the parser failed on it, which is a fault of Demarche (ValueError: no root in sentence 3)"),
        ("refuse", "a rule refused it"),
        (
            "Ada Lund may contradict",
            "d: a record names the actor 'nobody', which the parse does not list; nothing was saved",
        ),
    ],
)
def test_what_cannot_be_parsed_is_named_and_the_rest_goes_on(
    folder: Path, settings: Settings, parsed: list[str], words: str, line: str
) -> None:
    texts = {name: f"Text {name}." for name in "abcdefgh"} | {"d": words}
    write(folder, **texts)
    assert counts(settings, folder) == (7, 0, 0, [f"{folder / 'd.txt'}: {line}"])
    assert slugs(settings) == list("abcefgh")
    assert check_store(settings.store) == []


def test_a_parser_that_cannot_be_loaded_stops_the_ingest(
    folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, a="one")
    monkeypatch.setitem(sys.modules, "app.parsing.pipeline", None)
    with pytest.raises(ImportError):
        ingest_paths([folder], settings, progress=False)


def test_two_files_with_one_name_do_not_overwrite_each_other(
    folder: Path, settings: Settings, parsed: list[str]
) -> None:
    (folder / "b").mkdir()
    [first] = write(folder, talks="one")
    [second] = write(folder / "b", talks="two")
    line = f"{second}: has the same name as {first}, and so the same address in the pages; rename one of them"
    assert counts(settings, folder) == (1, 0, 0, [line])
    assert counts(settings, folder) == (0, 0, 1, [line])


def test_one_text_in_two_files_is_one_document(folder: Path, settings: Settings, parsed: list[str]) -> None:
    write(folder, a="The same.", b="The same.")
    assert counts(settings, folder) == (1, 0, 1, [])
    assert parsed == ["a"]
    assert slugs(settings) == ["a"]


def test_one_bad_text_in_two_files_fails_twice(folder: Path, settings: Settings, parsed: list[str]) -> None:
    write(folder, a="refuse", b="refuse")
    *_, unchanged, failed = counts(settings, folder)
    assert (unchanged, len(failed)) == (0, 2)


def test_an_empty_folder_is_no_failure(folder: Path, settings: Settings) -> None:
    assert counts(settings, folder) == (0, 0, 0, [])
    assert check_store(settings.store) == []


@pytest.mark.parametrize("progress", [True, False])
def test_progress_goes_to_standard_error_alone(
    folder: Path, settings: Settings, parsed: list[str], capsys: pytest.CaptureFixture[str], progress: bool
) -> None:
    write(folder, a="one", b="two")
    ingest_paths([folder], settings, progress=progress)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert ("2/2" in shown.err) == progress


def test_documents_saved_before_an_interruption_stay(
    folder: Path, settings: Settings, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, **{name: f"Text {name}." for name in "abcde"})
    monkeypatch.setattr("app.ingest.save_parse", interrupted_after(2))
    with pytest.raises(KeyboardInterrupt):
        ingest_paths([folder], settings, progress=False)
    monkeypatch.undo()
    assert slugs(settings) == ["a", "b"]


def interrupted_after(saved: int) -> Callable[..., object]:
    from app.store.save import save_parse

    left = [None] * saved

    def save(*parts: object) -> object:
        if not left:
            raise KeyboardInterrupt
        left.pop()
        return save_parse(*parts)  # type: ignore[arg-type]

    return save


def test_a_folder_without_articles_is_named(folder: Path, settings: Settings) -> None:
    (folder / "notes.rtf").write_text("{}")
    (folder / "README.md").write_text("Articles go here.")
    report = ingest_paths([folder], settings, progress=False)
    assert report.failed == []
    assert report.barren == [f"{folder}: no article in this folder; files .txt, .html, .htm, .md, .pdf, .docx are read"]


def test_a_folder_is_no_store(folder: Path, settings: Settings) -> None:
    settings.store.mkdir()
    with pytest.raises(FolderAsStoreError, match="a folder, not a store; let DEMARCHE_STORE name a file in it"):
        ingest_paths([folder], settings, progress=False)


def test_a_store_that_is_none_stops_the_ingest(folder: Path, settings: Settings) -> None:
    settings.store.write_text("notes " * 200)
    with pytest.raises(NotAStoreError):
        ingest_paths([folder], settings, progress=False)


@pytest.mark.model
def test_the_real_parser_takes_in_an_article(folder: Path, settings: Settings) -> None:
    write(folder, a="“The bridge must open again,” Ada Lund, the minister, said on Monday.")
    assert counts(settings, folder) == (1, 0, 0, [])
    assert check_store(settings.store) == []
