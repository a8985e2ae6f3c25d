"""Files into the store: the only place where reading and parsing meet it.

Each document is saved in a transaction of its own, so an ingest that is stopped or killed at any moment leaves whole
documents behind, and the next one goes on from there.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app import loading
from app.parsing.streams import ParseError
from app.parsing.version import PARSER_VERSION
from app.reading import read_document
from app.records import Actor, DemarcheError, Document, Parse
from app.settings import Settings
from app.store.database import Store, migrate, open_store, shrink_log
from app.store.directory import fetch_directory
from app.store.errors import RefusedParseError
from app.store.save import Saved, document_slug, fetch_parser_versions, save_parse

ENDINGS = (".txt", ".html", ".htm", ".md", ".pdf", ".docx")
NOT_ARTICLES = ("readme.", "license.", "changelog.")


@dataclass(slots=True)
class IngestReport:
    """How many documents were saved or left alone; `failed` names each file that was not, and why, a line each.

    `barren` names each given folder that holds no article, a line each. `log_kept` tells that the store's log could not
    be emptied, because somebody reads an old state of the store.
    """

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: list[str] = field(default_factory=list)
    barren: list[str] = field(default_factory=list)
    log_kept: bool = False


@dataclass(slots=True)
class Ingest:
    """One run: what is stored already, what this run has read so far, and what came of it."""

    versions: dict[str, str]  # the parser's version by the hash of each stored text
    advance: Callable[[], None]
    report: IngestReport = field(default_factory=IngestReport)
    files: dict[str, Path] = field(default_factory=dict)  # by slug, the file of this run that has it
    parsed: dict[str, Path] = field(default_factory=dict)  # by hash, the file of this run that is parsed for it
    twins: list[tuple[Path, str]] = field(default_factory=list)  # files with a text that is parsed for another

    def fail(self, message: str) -> None:
        self.report.failed.append(" ".join(message.split()))
        self.advance()

    def read_changed(self, paths: Sequence[Path]) -> Iterator[Document]:
        """The documents that must be parsed, read one by one as they are asked for."""
        for path in paths:
            try:
                document = read_document(path)
            except DemarcheError as error:
                self.fail(str(error))
            except Exception as error:  # a fault of ours in one file must not cost the others
                self.fail(f"{path}: reading it failed, which is a fault of Demarche ({type(error).__name__}: {error})")
            else:
                if self.must_parse(document, path):
                    yield document

    def must_parse(self, document: Document, path: Path) -> bool:
        """False for what is stored and unchanged, and for what would take the place of another file of this run."""
        first = self.files.setdefault(document_slug(document), path)
        if document.sha256 in self.parsed:
            self.twins.append((path, document.sha256))
            return False
        if self.versions.get(document.sha256) == PARSER_VERSION:
            self.report.unchanged += 1
            self.advance()
            return False
        if first != path:
            self.fail(f"{path}: has the same name as {first}, and so the same address in the pages; rename one of them")
            return False
        self.parsed[document.sha256] = path
        return True

    def save(self, store: Store, document: Document, parsed: Parse | ParseError) -> None:
        path = self.parsed[document.sha256]
        match parsed:
            case Parse():
                try:
                    saved = save_parse(store, parsed)
                except RefusedParseError as error:
                    self.fail(f"{path}: {error}")
                    return
                self.versions[document.sha256] = PARSER_VERSION
                self.report.added += saved is Saved.ADDED
                self.report.replaced += saved is Saved.REPLACED
                self.advance()
            case ParseError():
                self.fail(f"{path}: {parsed}")

    def settle_twins(self) -> None:
        """A text that is there twice is stored once; where that failed, it failed for both files."""
        for path, sha256 in self.twins:
            if self.versions.get(sha256) == PARSER_VERSION:
                self.report.unchanged += 1
                self.advance()
            else:
                self.fail(f"{path}: has the same text as {self.parsed[sha256]}, which could not be taken in")


def ingest_paths(paths: Sequence[Path], settings: Settings, *, progress: bool = True, workers: int = 1) -> IngestReport:
    """Read, parse and save the documents at `paths`; folders are walked in the order of names.

    The store is made or migrated first. Documents that are stored with the same text and parser version are left alone,
    and where all are, no language model is loaded. What fails is reported and the rest goes on. `progress` draws a bar
    on standard error; `workers` processes parse, this one saves. Raises StoreError where the store itself fails, and
    WorkerError where a worker is killed: what was saved until then stays.
    """
    migrate(settings.store)
    store = open_store(settings.store, bulk=True)
    try:
        report = IngestReport()
        files = find_files(paths, report)
        lines = [file for file in files if file.suffix.lower() == loading.ENDING]
        files = [file for file in files if file not in lines]
        with bar(len(files), shown=progress) as advance:
            ingest = Ingest(fetch_parser_versions(store) if files else {}, advance, report)
            for document, parsed in parse_changed(ingest.read_changed(files), workers, fetch_directory(store)):
                ingest.save(store, document, parsed)
            ingest.settle_twins()
        for file in lines:
            loading.load_file(store, file, report)
        report.log_kept = not shrink_log(store)
        return report
    finally:
        store.dispose()


def parse_changed(
    documents: Iterator[Document], workers: int, directory: tuple[Actor, ...]
) -> Iterator[tuple[Document, Parse | ParseError]]:
    """Each document with its parse or why it has none. The parser is loaded for the first: often nothing has changed."""
    first = next(documents, None)
    if first is not None:
        from app.parsing.pipeline import parse_each

        yield from parse_each(chain([first], documents), workers, directory)


def find_files(paths: Sequence[Path], report: IngestReport) -> list[Path]:
    """The files to read, each once; the report gets a line for each folder that could not be looked into, or has none.

    In a folder these are the files with a known ending, at any depth, without the hidden ones.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        inside = list(walk(path, report.failed)) if path.is_dir() else [path]
        if not inside:
            report.barren.append(f"{path}: no article in this folder; files {', '.join(ENDINGS)} are read")
        for file in inside:
            found.setdefault(file.resolve(), file)
    return list(found.values())


def walk(folder: Path, unread: list[str]) -> Iterator[Path]:
    def cannot_look(error: OSError) -> None:
        unread.append(f"{error.filename}: this folder cannot be read ({error.strerror}); check its rights")

    for place, folders, names in os.walk(folder, onerror=cannot_look):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_article(name):
                yield Path(place, name)


def is_article(name: str) -> bool:
    """Whether a file found in a folder is read, by its name: hidden files, locks of Word, and
    what describes the folder are not."""
    return name.lower().endswith(ENDINGS) and not name.lower().startswith((".", "~$", *NOT_ARTICLES))


@contextmanager
def bar(total: int, *, shown: bool) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error; gives what moves it on by one file."""
    columns = (TextColumn("Articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not shown or total == 0) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
