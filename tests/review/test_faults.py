"""A decision is whole or was never made: killed processes, two at once, a store of an older version."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command

from app.records import record_key
from app.review.changes import Accept
from app.review.deciding import decide
from app.store.check import check_store
from app.store.database import alembic_config, connect, make_engine, migrate, open_store, writing
from app.store.errors import OlderStoreError
from app.store.save import save_parse
from tests.factories import make_summit
from tests.store.rows import content, rows

ROOT = Path(__file__).parents[2]
SHA = make_summit().document.sha256
QUOTE = record_key(SHA, "quote", 71, 86)
DECIDE = """
import os, signal, sys
from pathlib import Path
from app.review import deciding
from app.review.changes import ConflictError, Correct
from app.store.database import open_store

store, key, how = open_store(Path(sys.argv[1])), sys.argv[2], sys.argv[3]
topic = "justice" if how == "killed" else how
if how == "killed":
    deciding.save_again = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
sys.stdin.readline()
try:
    deciding.decide(store, how, Correct("quote", key, {"topics": (topic,)}), expected=0)
except ConflictError as error:
    print("conflict with", error.events[0].editor)
"""


@pytest.fixture
def filled(store_path: Path) -> Path:
    store = open_store(store_path)
    save_parse(store, make_summit())
    store.dispose()
    return store_path


def begin(path: Path, how: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", DECIDE, str(path), QUOTE, how]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment, cwd=path.parent)


def test_a_decision_that_is_killed_was_never_made(filled: Path) -> None:
    store = open_store(filled)
    before = content(store)
    killed = begin(filled, "killed")
    killed.communicate("\n", timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert content(store) == before
    assert rows(store, "SELECT count(*) FROM event") == [(0,)]
    assert check_store(filled) == []
    decide(store, "ada", Accept("quote", QUOTE), expected=0)
    store.dispose()


def test_of_two_who_decide_at_once_the_second_is_shown_the_first(filled: Path) -> None:
    both = {how: begin(filled, how) for how in ("elections", "sanctions")}
    for one in both.values():  # both are loaded before either is let go
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    told = {how: one.communicate(timeout=60) for how, one in both.items()}
    assert [one.returncode for one in both.values()] == [0, 0], told
    store = open_store(filled)
    [(winner,)] = rows(store, "SELECT editor FROM event")
    [loser] = both.keys() - {winner}
    assert told[winner][0] == ""
    assert told[loser][0] == f"conflict with {winner}\n"
    assert check_store(filled) == []
    store.dispose()


def test_a_store_of_an_older_version_is_migrated_with_its_records(filled: Path) -> None:
    store = open_store(filled)
    before = content(store)
    store.dispose()
    older = make_engine(lambda: connect(filled, foreign_keys=False), filled)
    with writing(older) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
    older.dispose()
    with pytest.raises(OlderStoreError):
        open_store(filled)
    migrate(filled)
    store = open_store(filled)
    assert content(store) == before
    decide(store, "ada", Accept("quote", QUOTE))
    assert rows(store, "SELECT state FROM quote") == [("accepted",)]
    store.dispose()
    assert check_store(filled) == []
