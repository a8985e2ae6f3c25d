"""The command line as a person or a program meets it: what it prints where, and its exit status."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.records import hash_text

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_86219e909b20c783.txt"
KEYS = ["document", "actors", "quotes", "demands", "outcomes"]
ENGLISH = "The minister of Norland, Ada Lund, met the press on Friday. “We will never sign that treaty,” she said.\n"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """`run("parse", "a.txt", given="…", DEMARCHE_PORT="1")`: one command in an empty folder with its own store."""

    def run_command(*arguments: str, given: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PYTHONPATH": str(ROOT), "DEMARCHE_STORE": "store.db"} | settings
        command = [sys.executable, "-m", "app", *arguments]
        return subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            input=given,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run_command


def test_help_goes_to_standard_output_and_shows_examples(run: Run) -> None:
    done = run("parse", "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "python -m app parse article.txt > article.jsonl" in done.stdout


def test_a_file_that_is_not_there_costs_one_line_and_the_exit_status(run: Run, tmp_path: Path) -> None:
    done = run("parse", "missing.txt", "also missing.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["missing.txt", "also missing.txt"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["ingest", "backup"])
def test_an_empty_path_is_not_the_folder_here(run: Run, tmp_path: Path, command: str) -> None:
    done = run(command, "")
    assert done.returncode == 2
    assert "an empty name; name a file or a folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_lines_that_are_no_documents_are_named_by_their_number(run: Run) -> None:
    done = run("parse", "-", given='{"id": "a"}\n\nnonsense\n{"id": "b", "text": " "}\n')
    assert (done.returncode, done.stdout) == (1, "")
    first, second, third = done.stderr.splitlines()
    assert first == 'standard input, line 1 has no "text"'
    assert second.startswith("standard input, line 3 is not JSON")
    assert third.startswith("standard input, line 4: b")


@pytest.mark.model
def test_what_can_be_parsed_is_parsed_beside_what_cannot(run: Run, tmp_path: Path) -> None:
    """In the order given, JSON Lines alone on standard output; no store is made."""
    (tmp_path / "lund.txt").write_text(ENGLISH)
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    given = json.dumps({"id": "given", "text": ENGLISH, "publisher": "The Norland Times", "published_on": "2025-08-15"})
    done = run("parse", "lund.txt", "binary.txt", "-", given=given + "\n")
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["binary.txt"]
    first, second = map(json.loads, done.stdout.splitlines())
    assert list(first) == list(second) == KEYS
    assert first["document"] | {"sha256": hash_text(ENGLISH), "id": "lund"} == first["document"]
    assert second["document"]["id"] == "given"
    assert second["document"]["published_on"] == "2025-08-15"
    assert not (tmp_path / "store.db").exists()


@pytest.mark.model
def test_the_seed_parses_to_slices_of_itself_and_to_the_same_bytes_again(run: Run) -> None:
    done, again = run("parse", str(SEED)), run("parse", str(SEED))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == again.stdout
    text, parsed = SEED.read_bytes().decode(), json.loads(done.stdout)
    keys = {actor["key"] for actor in parsed["actors"]}
    for kind in KEYS[2:]:
        assert parsed[kind], f"no {kind} found in the seed"
        for record in parsed[kind]:
            assert text[record["start"] : record["end"]] == record["text"]
            assert {record.get("speaker"), record.get("holder"), *record.get("addressees", [])} - {None} <= keys


@pytest.mark.model
def test_ingest_then_check_and_nothing_to_do_the_second_time(run: Run, tmp_path: Path) -> None:
    (tmp_path / "lund.txt").write_text(ENGLISH)
    (tmp_path / "empty.txt").write_text("")
    first = run("ingest", "lund.txt", "empty.txt")
    assert (first.returncode, first.stdout) == (1, "")
    assert sum(line.startswith("empty.txt: ") for line in first.stderr.splitlines()) == 1
    assert "1 added" in first.stderr
    second = run("ingest", "lund.txt")
    assert second.returncode == 0, second.stderr
    assert "1 unchanged" in second.stderr
    checked = run("check")
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "store.db: all is well\n")


def test_an_empty_store_is_made_and_well(run: Run, tmp_path: Path) -> None:
    done = run("migrate")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "store.db").exists()
    assert run("check").returncode == 0


def test_a_file_that_is_no_store_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "store.db").write_text("not a store, whatever its name says" * 100)
    for command in ("migrate", "check", "ingest", "serve"):
        done = run(command)
        assert (done.returncode, done.stdout) == (1, ""), command
        assert done.stderr.startswith("store.db: "), command
        assert done.stderr.count("\n") == 1, command


def test_a_port_in_use_is_one_line(run: Run) -> None:
    run("migrate")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"port {port} is in use by another program; choose another: --port {port + 1}\n"


@pytest.mark.parametrize(("name", "value"), [("PORT", "eighty"), ("PORT", "99999"), ("PORT", "-5"), ("HOST", "")])
def test_a_setting_that_cannot_be_used_is_named(run: Run, name: str, value: str) -> None:
    done = run("serve", **{f"DEMARCHE_{name}": value})
    assert done.returncode == 1
    assert done.stderr.startswith(f"DEMARCHE_{name}: '{value}' cannot be used (")
    assert done.stderr.count("\n") == 1
