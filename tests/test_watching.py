"""Folders watched: what is put into them is taken in once it is whole."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from app.ingest import IngestReport
from app.settings import Settings
from app.store.database import open_store
from app.watching import Settling, WatchError, is_wanted, watch_folders
from tests.store.rows import rows
from tests.test_ingest import parsed, settings, write  # noqa: F401  (the small parser, and where to store)

ROOT = Path(__file__).parents[1]
Reports = list[IngestReport]


def test_a_file_is_whole_when_two_looks_find_the_same(tmp_path: Path) -> None:
    settling, path, other = Settling(), tmp_path / "b.txt", tmp_path / "a.txt"
    path.write_text("The talks")
    settling.notice(path)
    assert settling.take_whole() == []
    path.write_text("The talks went on")
    assert settling.take_whole() == []
    other.touch()
    settling.notice(other)
    settling.notice(path)
    assert settling.take_whole() == [path]
    assert settling.take_whole() == []  # the other is still empty: nobody has written to it yet
    other.write_text("Words.")
    assert settling.take_whole() == []
    assert settling.take_whole() == [other]
    settling.notice(path)
    path.unlink()
    assert settling.take_whole() == []
    assert settling.seen == {}


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/a/x.txt", True),
        ("/a/b/x.PDF", True),
        ("/a/.b/x.txt", False),
        ("/a/.x.txt", False),
        ("/a/x.txt.part", False),
        ("/a/README.md", False),
        ("/a/~$x.docx", False),
    ],
)
def test_what_is_looked_at(path: str, wanted: bool) -> None:
    assert is_wanted([Path("/a")], Path(path)) == wanted


def test_what_is_no_folder_cannot_be_watched(tmp_path: Path) -> None:
    with pytest.raises(WatchError, match="none: no folder; make it"):
        watch_folders([tmp_path / "none"], Settings(store=tmp_path / "s.db"), print)


@pytest.fixture
def watched(tmp_path: Path, settings: Settings, parsed: list[str]) -> Iterator[tuple[Path, Reports]]:  # noqa: F811
    """A folder that is being watched, with one article in it, and what was reported so far."""
    folder, reports, stop = tmp_path / "watched", Reports(), Event()
    folder.mkdir()
    write(folder, first="Ada Lund waits.")
    thread = Thread(target=watch_folders, args=([folder], settings, reports.append, stop), daemon=True)
    thread.start()
    wait_until(lambda: len(reports) == 1)
    yield folder, reports
    stop.set()
    thread.join(timeout=20)
    assert not thread.is_alive()


def wait_until(met: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not met() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert met()


def test_what_is_put_into_a_watched_folder_is_taken_in(
    watched: tuple[Path, Reports],
    settings: Settings,  # noqa: F811
) -> None:
    folder, reports = watched
    assert reports[0].added == 1
    (folder / "deeper").mkdir()
    write(folder, second="It went on.")
    wait_until(lambda: sum(each.added for each in reports) == 2)
    write(folder / "deeper", third="It ended.")
    write(folder, **{".hidden": "No."})
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 x")
    wait_until(lambda: sum(each.added for each in reports) == 3 and any(each.failed for each in reports))
    write(folder, second="It went on and on.")
    wait_until(lambda: sum(each.replaced for each in reports) == 1)
    assert [fault.split(": ", 1)[1] for each in reports for fault in each.failed] == [
        "a damaged PDF; save it anew, or paste the article's text"
    ]
    store = open_store(settings.store)
    assert rows(store, "SELECT slug FROM document ORDER BY slug") == [("first",), ("second",), ("third",)]
    store.dispose()


@pytest.mark.model
def test_the_command_goes_on_until_it_is_interrupted(tmp_path: Path) -> None:
    folder, log = tmp_path / "watched", tmp_path / "log.txt"
    folder.mkdir()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DEMARCHE_STORE": str(tmp_path / "store.db")}
    command = [sys.executable, "-m", "app", "ingest", "--watch", str(folder)]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # what is started in the background ignores it
    with log.open("w") as output:
        running = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=output)
    signal.signal(signal.SIGINT, before)
    try:
        wait_until(lambda: "0 added" in log.read_text())
        (folder / "talks.txt").write_text("Ada Lund met the press on Friday. “We will never sign,” she said.\n")
        wait_until(lambda: "1 added, 0 replaced, 0 unchanged" in log.read_text())
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 0
    finally:
        running.kill()
    assert log.read_text().splitlines()[-1] == "Stopped; what was taken in is in the store."
