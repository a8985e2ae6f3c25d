"""`export` and `rebuild` as a person meets them."""

import os
import subprocess
import sys
from pathlib import Path

from app.review.changes import Accept
from app.review.deciding import decide
from app.store.database import open_store
from app.store.save import save_parse
from tests.factories import make_summit
from tests.store.rows import rows

ROOT = Path(__file__).parents[1]


def run(store: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DEMARCHE_STORE": str(store)}
    command = [sys.executable, "-m", "app", *arguments]
    return subprocess.run(
        command, cwd=store.parent, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_what_was_reviewed_is_exported_and_a_store_made_anew(store_path: Path) -> None:
    store = open_store(store_path)
    save_parse(store, make_summit())
    [(quote,)] = rows(store, "SELECT key FROM quote")
    decide(store, "ada", Accept("quote", quote))
    store.dispose()
    folder = store_path.parent / "ours"

    left_out = run(store_path, "export", "gold", "ours")
    assert (left_out.returncode, left_out.stdout) == (0, "")
    assert left_out.stderr == "ours: 0 articles; 1 left out, in which records wait for review\n"
    assert not folder.exists()

    exported = run(store_path, "export", "gold", "--unfinished", "ours")
    assert (exported.returncode, exported.stderr) == (0, "ours: 1 article\n")
    assert sorted(path.name for path in folder.iterdir()) == ["summit.json", "summit.txt"]

    rebuilt = run(store_path, "rebuild")
    assert (rebuilt.returncode, rebuilt.stderr) == (0, f"{store_path}: 1 document made anew\n")
    assert run(store_path, "check").returncode == 0


def test_where_there_is_no_store_nothing_is_exported(tmp_path: Path) -> None:
    missing = run(tmp_path / "none.db", "export", "gold", "ours")
    assert missing.returncode == 1
    assert "there is no store here" in missing.stderr
    assert not (tmp_path / "ours").exists()
