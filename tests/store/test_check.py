import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.records import record_key
from app.review.changes import Correct, MergeActors, Reject
from app.review.deciding import decide
from app.review.rebuilding import rebuild
from app.store import database
from app.store.check import check_store, recount_store
from app.store.database import open_store
from app.store.errors import LockedStoreError, MissingStoreError, NotAStoreError
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_parse, make_summit


@pytest.fixture
def filled(store_path: Path) -> Path:
    store = open_store(store_path)
    save_parse(store, make_summit())
    document = make_document("Sundia and Norrland want the valley 🕊.")
    wants = [make_demand(document, "the valley 🕊", holder=holder) for holder in ("sundia", "norrland")]
    actors = [make_actor("Sundia", "country"), make_actor("Norrland", "country", role="a kingdom")]
    save_parse(store, make_parse(document, actors=actors, demands=wants))
    store.dispose()
    return store_path


def test_a_store_that_was_only_saved_to_is_well(filled: Path) -> None:
    assert check_store(filled) == []


def test_an_empty_store_is_well(store_path: Path) -> None:
    assert check_store(store_path) == []


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        (
            "UPDATE quote SET text = 'Shut the gates!'",
            "document summit: the wording of the quote, from 71 to 86, is not what the text says there",
        ),
        (
            "UPDATE quote SET source_text = 'Eda Lund'",
            "document summit: the source of the quote, from 0 to 8, is not what the text says there",
        ),
        (
            "UPDATE outcome SET condition_text = 'if' || substr(condition_text, 3)",
            "document summit: the condition of the outcome, from 123 to 145, is not what the text says there",
        ),
        (
            "UPDATE mention SET text = 'Bda Lund' WHERE start = 0",
            "document summit: the wording of the mention, from 0 to 8, is not what the text says there",
        ),
        (
            "UPDATE demand SET start = start + 1, text = substr(text, 2) WHERE key = (SELECT min(key) FROM demand)",
            "has the wrong key",
        ),
        (
            "UPDATE demand SET key = 'mine' WHERE start = 71",
            "document summit: the demand from 71 to 85 has the wrong key, mine",
        ),
        ("UPDATE document SET text = text || ' '", "document summit: the text does not have its hash"),
        (
            "UPDATE sentence SET start = start - 5 WHERE start = 88",
            "document summit: the sentence from 83 to 122 overlaps another or leaves the text",
        ),
        (
            "UPDATE actor SET name = 'Nordland' WHERE key = 'norrland'",
            "actor norrland: its name, kind, role or side is not",
        ),
        ("UPDATE actor SET side_id = NULL", "actor ada-lund: its name, kind, role or side is not"),
        ("INSERT INTO actor (key, name, kind, role) VALUES ('x', 'X', 'group', '')", "actor x: no document names it"),
        ("DELETE FROM actor WHERE key = 'radio-askar'", "quote_addressee : refers to a row of actor that is not there"),
        (
            "UPDATE document SET published_on = '2000-01-01'",
            "document summit: what it says of actors does not have its date",
        ),
        (
            "UPDATE outcome_stem SET stem = 'peace' WHERE stem = 'envoy'",
            "the words by which later ones find it are not",
        ),
        ("UPDATE tally SET number = 9 WHERE list = 'quote kind'", "counters: 1 of the list “quote kind” are wrong"),
        ("DELETE FROM tally WHERE list LIKE 'demand topic=%'", "counters: 1 of the list “demand topic="),
        ("INSERT INTO tally VALUES ('quote kind', 'loud', 1)", "counters: 1 of the list “quote kind” are wrong"),
        ("UPDATE quote SET day = NULL", "it does not have its day"),
        ("UPDATE quote SET id = 7", "its id is not one of its document"),
        ("UPDATE document SET id = 7 WHERE published_on IS NOT NULL", "document summit: its id is not one of its date"),
        ("DELETE FROM quote_text", "quote_text: the full-text index does not agree with the records"),
        ("UPDATE document SET title = 'Peace'", "document_text: the full-text index does not agree with the records"),
        ("UPDATE alembic_version SET version_num = '0000'", "the schema is at 0000, the newest is"),
    ],
)
def test_what_does_not_hold_is_named(filled: Path, damage: str, finding: str) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(damage)
    findings = check_store(filled)
    assert any(finding in each for each in findings), findings


def test_a_damaged_file_is_named(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as raw:
        [(page,)] = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_quote_day'")
        [(size,)] = raw.execute("PRAGMA page_size")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with filled.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    assert any(finding.startswith("SQLite: ") for finding in check_store(filled))


def test_a_recount_puts_counters_right(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as raw:
        raw.execute("UPDATE tally SET number = number + 1 WHERE list LIKE 'quote %'")
    assert check_store(filled) != []
    recount_store(filled)
    assert check_store(filled) == []


def test_checking_changes_nothing(filled: Path) -> None:
    before = filled.read_bytes()
    check_store(filled)
    assert filled.read_bytes() == before


def test_what_is_no_store_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(MissingStoreError):
        check_store(tmp_path / "none.db")
    (tmp_path / "notes.txt").write_text("notes " * 200)
    with pytest.raises(NotAStoreError):
        check_store(tmp_path / "notes.txt")


def test_a_store_in_use_is_not_checked_halfway(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.05)
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedStoreError):
            check_store(filled)


@pytest.fixture
def decided(filled: Path) -> Path:
    store = open_store(filled)
    key = record_key(make_summit().document.sha256, "demand", 71, 85)
    decide(store, "ada", Correct("demand", key, {"start": "76", "end": "85", "holder": "norrland"}))
    decide(store, "ada", Reject("quote", record_key(make_summit().document.sha256, "quote", 71, 86)))
    decide(store, "ada", MergeActors("radio-askar", "sundia"))
    store.dispose()
    return filled


def test_a_store_in_which_people_decided_is_well(decided: Path) -> None:
    assert check_store(decided) == []


@pytest.mark.parametrize(
    ("damage", "finding"),
    [
        ("UPDATE demand SET state = 'accepted' WHERE state = 'corrected'", "document summit: its records are not"),
        (
            "UPDATE demand SET state = 'accepted' WHERE text = 'the valley 🕊'",
            "document bridge-talks: its records are not",
        ),
        ("UPDATE demand SET key = 'mine' WHERE state = 'corrected'", "document summit: its records are not"),
        ("DELETE FROM set_aside", "document summit: what is set aside is not what people decided"),
        ("UPDATE found SET line = substr(line, 2)", "document summit: what was decided about it cannot be read"),
        ("DROP TRIGGER event_is_not_changed; UPDATE event SET after = 'x'", "cannot be read"),
    ],
)
def test_what_is_not_what_people_decided_is_found_and_made_anew(decided: Path, damage: str, finding: str) -> None:
    with closing(sqlite3.connect(decided)) as raw:
        raw.executescript(damage)
    findings = check_store(decided)
    assert any(finding in one for one in findings)
    if "rebuild" in findings[0]:
        store = open_store(decided)
        rebuild(store)
        store.dispose()
        assert check_store(decided) == []


def test_events_are_never_changed_or_deleted(decided: Path) -> None:
    for statement in ("UPDATE event SET editor = 'eve'", "DELETE FROM event"):
        with closing(sqlite3.connect(decided)) as raw, pytest.raises(sqlite3.IntegrityError, match="never changed"):
            raw.execute(statement)
