"""Parses made elsewhere into the store: files of lines that `parse --with-text` wrote.

Lines are read, verified and saved a batch at a time, so memory does not grow with the file, and a batch is one
transaction: a load that is stopped or killed leaves whole documents behind, and the next one goes on from there.
"""

import gc
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from app.contract import LineError
from app.parsing.version import PARSER_VERSION
from app.records import DemarcheError, Parse
from app.store.database import Store
from app.store.errors import RefusedParseError, StoreError
from app.store.save import Known, Saved, document_slug, fetch_known, save_verified
from app.store.verify import verify_parse
from app.transfer import read_day, read_stamp, read_whole_line

ENDING = ".jsonl"
BATCH_LINES, BATCH_BYTES = 1000, 16_000_000
LONGEST_LINE = 64_000_000  # a text of 5 MB, escaped, with all its records, is shorter


class LoadError(DemarcheError):
    """A file of parses cannot be read."""


class Report(Protocol):
    """What `ingest.IngestReport` counts."""

    added: int
    replaced: int
    unchanged: int
    failed: list[str]


class NumberedLine(NamedTuple):
    number: int
    line: bytes
    whole: bool


@dataclass(slots=True)
class Load:
    """One file on its way into the store. `slugs` are the hashes of the addresses that it has taken: 100 bytes a line."""

    store: Store
    report: Report
    slugs: set[int] = field(default_factory=set)
    failed: list[tuple[int, str]] = field(default_factory=list)  # each with its line's number

    def fail(self, number: int, message: object) -> None:
        self.failed.append((number, str(message)))

    def load_batch(self, lines: list[NumberedLine]) -> None:
        stamped = [(one, read_stamp(one.line)) for one in lines]
        read = {one.number: self.read(one) for one, stamp in stamped if stamp is None}
        known = fetch_known(
            self.store,
            [stamp.sha256 for _, stamp in stamped if stamp]
            + [parse.document.sha256 for parse in read.values() if parse],
        )
        batch: dict[str, tuple[int, Parse]] = {}  # by hash
        for one, stamp in stamped:
            if stamp and one.whole and self.is_unchanged(known.get(stamp.sha256), stamp.parser_version):
                continue
            parse = self.read(one) if stamp else read[one.number]
            if parse and not self.is_unchanged(known.get(parse.document.sha256), parse.parser_version):
                self.add(batch, one.number, parse)
        self.save(list(batch.values()))

    def is_unchanged(self, known: Known | None, version: str) -> bool:
        """What this program's own parser found is not replaced by what another version found."""
        if known is None or known.parser_version not in (version, PARSER_VERSION):
            return False
        self.slugs.add(hash(known.slug))
        self.report.unchanged += 1
        return True

    def read(self, one: NumberedLine) -> Parse | None:
        try:
            if not one.whole:
                raise LineError("is cut off; the file was not written to its end")
            parse = read_whole_line(one.line)
            verify_parse(parse)
            return parse
        except (LineError, RefusedParseError) as error:
            self.fail(one.number, error)
            return None

    def add(self, batch: dict[str, tuple[int, Parse]], number: int, parse: Parse) -> None:
        """Take the parse into the batch, unless the batch has its text or the file its address already."""
        place = hash(document_slug(parse.document))
        if parse.document.sha256 in batch:
            self.report.unchanged += 1
        elif place in self.slugs:
            self.fail(number, f"{parse.document.id}: another line has the same id and another text; rename one of them")
        else:
            self.slugs.add(place)
            batch[parse.document.sha256] = number, parse

    def save(self, batch: list[tuple[int, Parse]]) -> None:
        """Save the batch; where SQLite refuses it for one of its parses, each by itself, so that the others go in."""
        if not batch:
            return
        try:
            saved = save_verified(self.store, [parse for _, parse in batch])
        except StoreError:
            raise
        except Exception as error:  # a fault of ours in one parse must not cost the others
            if len(batch) > 1:
                for one in batch:
                    self.save([one])
                return
            [(number, parse)] = batch
            self.fail(
                number, f"{parse.document.id}: saving it failed, a fault of Demarche ({type(error).__name__}: {error})"
            )
            return
        self.report.added += saved.count(Saved.ADDED)
        self.report.replaced += saved.count(Saved.REPLACED)


def load_file(store: Store, path: Path, report: Report) -> None:
    """Load the file's lines. What a line lacks is one entry of `report.failed`, and the other lines go in.

    Raises LoadError where the file cannot be read, and StoreError where the store itself fails; what was saved until
    then stays.
    """
    load = Load(store, report)
    for batch in batches(read_lines(path)):
        with collector_resting():
            load.load_batch(batch)
    failed = (f"{path}, line {number}: {message}" for number, message in sorted(load.failed))
    report.failed.extend(" ".join(message.split()) for message in failed)


@contextmanager
def collector_resting() -> Iterator[None]:
    """A batch makes half a million values and no cycles: looking for cycles among them takes a tenth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def batches(lines: Iterator[NumberedLine]) -> Iterator[list[NumberedLine]]:
    for first in lines:
        batch, size = [first], len(first.line)
        for one in islice(lines, BATCH_LINES - 1):
            batch.append(one)
            size += len(one.line)
            if size > BATCH_BYTES:
                break
        yield batch


def read_lines(path: Path) -> Iterator[NumberedLine]:
    """The lines with their numbers, those of one day together, empty ones left out; of a line that is too long, its
    start as one that is not whole.

    The store keeps documents in the order of their days, so a batch of near days changes fewer of its pages.
    """
    try:
        with path.open("rb") as file:
            starts, days = find_lines(file)
            for nth in sorted(range(len(days)), key=days.__getitem__):
                file.seek(starts[nth])
                line = file.readline(LONGEST_LINE)
                whole = line.rstrip().endswith(b"}") and (len(line) < LONGEST_LINE or line.endswith(b"\n"))
                if line.strip():
                    yield NumberedLine(nth + 1, line, whole)
    except OSError as error:
        raise LoadError(
            f"{path}: cannot be read ({error.strerror or error}); check the name, its rights and the disk"
        ) from error


def find_lines(file: BinaryIO) -> tuple[Sequence[int], Sequence[int]]:
    """Where each line starts, and the day of its document."""
    starts, days, place = array("Q"), array("L"), 0
    while line := file.readline(LONGEST_LINE):
        starts.append(place)
        days.append(read_day(line))
        place += len(line)
        while not line.endswith(b"\n") and (line := file.readline(LONGEST_LINE)):
            place += len(line)
    return starts, days
