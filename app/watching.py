"""Folders watched: what is put into them is taken in as soon as it is whole, until somebody stops it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

from app.ingest import IngestReport, ingest_paths, is_article
from app.records import DemarcheError
from app.settings import Settings

LOOK_SECONDS = 1.0
State = tuple[int, int]  # size and time of the last change


class WatchError(DemarcheError):
    """Something that is no folder cannot be watched."""


@dataclass(slots=True)
class Settling:
    """Files that have changed and may still be written to: whole when two looks, a while apart, find the same."""

    seen: dict[Path, State | None] = field(default_factory=dict)

    def notice(self, path: Path) -> None:
        self.seen.setdefault(path, None)

    def take_whole(self) -> list[Path]:
        """The files that have not changed since the last look, in the order of names; what is gone is forgotten."""
        whole = []
        for path, before in sorted(self.seen.items()):
            now = state_of(path)
            if now is None:
                del self.seen[path]
            elif now == before and now[0]:
                whole.append(path)
                del self.seen[path]
            else:
                self.seen[path] = now
        return whole


def state_of(path: Path) -> State | None:
    with suppress(OSError):
        if path.is_file():
            stat = path.stat()
            return stat.st_size, stat.st_mtime_ns
    return None


def watch_folders(
    folders: Sequence[Path], settings: Settings, report: Callable[[IngestReport], None], stop: Event | None = None
) -> None:
    """Take in what the folders hold, then what is put into them or changed, as `ingest_paths` does it; `report` hears of
    each time. Ends when `stop` is set or at Ctrl+C, which a document that is being saved need not fear. Raises WatchError
    for what is no folder, and StoreError.
    """
    for folder in folders:
        if not folder.is_dir():
            raise WatchError(f"{folder}: no folder; make it, or name the one to watch")
    settling = Settling()
    with suppress(KeyboardInterrupt):
        # Watched from before the first look, so that nothing falls between the two.
        for changed in watch_changes([folder.resolve() for folder in folders], stop):
            if changed is None:
                report(ingest_paths(folders, settings, progress=False))
                continue
            for path in changed:
                settling.notice(path)
            if whole := settling.take_whole():
                report(ingest_paths(whole, settings, progress=False))


def watch_changes(folders: Sequence[Path], stop: Event | None) -> Iterator[list[Path] | None]:
    """First None, as soon as the folders are watched; then, at least each second, the articles that have changed."""
    looks = watch(
        *folders,
        watch_filter=lambda change, path: change is not Change.deleted and is_wanted(folders, Path(path)),
        debounce=200,
        rust_timeout=int(LOOK_SECONDS * 1000),
        yield_on_timeout=True,
        stop_event=stop,
    )
    for number, changes in enumerate(looks):
        if number == 0:
            yield None
        yield [Path(path) for _, path in changes]


def is_wanted(folders: Sequence[Path], path: Path) -> bool:
    """Whether `ingest` would read it in one of these folders: hidden files and folders are left alone."""
    inside = [path.relative_to(folder).parts for folder in folders if path.is_relative_to(folder)]
    return is_article(path.name) and not any(part.startswith(".") for parts in inside for part in parts)
