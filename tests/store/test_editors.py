import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from app.store import refusals
from app.store.adding_tables import Refused
from app.store.database import Store, writing
from app.store.editors import (
    EditorError,
    add_editor,
    any_editor,
    fetch_editor_name,
    fetch_editors,
    find_by_token,
    revoke_editor,
)
from app.store.errors import StoreError
from app.store.refusals import count_refusals, fetch_refusals, record_refusal
from app.store.signing_key import key_path, make_key, read_key
from tests.store.rows import rows


def test_an_editor_is_found_by_the_token_and_the_store_does_not_hold_it(store: Store) -> None:
    token = add_editor(store, "Ada  Lund ")
    with store.connect() as connection:
        id_ = find_by_token(connection, f" {token}\n")
        assert id_ is not None
        assert fetch_editor_name(connection, id_) == "Ada Lund"
        assert find_by_token(connection, token[:-1]) is None
    assert token not in str(rows(store, "SELECT * FROM editor"))


def test_a_revoked_editor_is_out_by_token_and_by_session_and_a_new_token_brings_neither_back(store: Store) -> None:
    first = add_editor(store, "Ada Lund")
    with store.connect() as connection:
        session = find_by_token(connection, first)
    assert session is not None
    revoke_editor(store, "Ada Lund")
    second = add_editor(store, "Ada Lund")
    with store.connect() as connection:
        assert find_by_token(connection, first) is None
        assert fetch_editor_name(connection, session) is None
        assert find_by_token(connection, second) not in (None, session)
    assert [(each.name, each.revoked_at is None) for each in fetch_editors(store)] == [
        ("Ada Lund", False),
        ("Ada Lund", True),
    ]


def test_revoking_the_last_editor_does_not_make_the_person_at_the_machine_one(store: Store) -> None:
    with store.connect() as connection:
        assert not any_editor(connection)
    add_editor(store, "Ada Lund")
    revoke_editor(store, "Ada Lund")
    with store.connect() as connection:
        assert any_editor(connection)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("  ", "no name for an editor"),
        ("x" * 61, "no name for an editor"),
        ("Ada\x07", "no name for an editor"),
        ("Local", "the person at the machine"),
        ("Kurt Weiss", "is an editor already; for a new token"),
    ],
)
def test_names_that_cannot_be_added(store: Store, name: str, words: str) -> None:
    add_editor(store, "Kurt Weiss")
    with pytest.raises(EditorError, match=words):
        add_editor(store, name)


def test_revoking_somebody_unknown(store: Store) -> None:
    with pytest.raises(EditorError, match="no such editor; `python -m app editor list`"):
        revoke_editor(store, "Nobody")


def test_the_schema_allows_a_name_one_token_at_a_time(store: Store) -> None:
    add_editor(store, "Ada Lund")
    with pytest.raises(IntegrityError), writing(store) as connection:
        connection.exec_driver_sql(
            "INSERT INTO editor (name, token_sha256, added_at) SELECT name, upper(token_sha256), added_at FROM editor"
        )


def test_refusals_are_counted_by_client_and_reason_and_listed_newest_first(store: Store) -> None:
    record_refusal(store, Refused.WRONG_TOKEN, "10.0.0.1", "POST /sign-in")
    record_refusal(store, Refused.OTHER_SITE, "10.0.0.1", "POST /" + "x" * 9_000, "Ada Lund")
    record_refusal(store, Refused.WRONG_TOKEN, "10.0.0.2", "POST /sign-in")
    with store.connect() as connection:
        assert count_refusals(connection, "10.0.0.1", Refused.WRONG_TOKEN) == 1
        assert count_refusals(connection, "10.0.0.1") == 2
    listed = fetch_refusals(store, 2)
    assert [(each.kind, each.client, each.editor) for each in listed] == [
        (Refused.WRONG_TOKEN, "10.0.0.2", None),
        (Refused.OTHER_SITE, "10.0.0.1", "Ada Lund"),
    ]
    assert len(listed[1].request) == 200


def test_old_refusals_no_longer_count(store: Store) -> None:
    record_refusal(store, Refused.WRONG_TOKEN, "10.0.0.1", "POST /sign-in")
    with writing(store) as connection:
        old = (datetime.now(UTC) - timedelta(minutes=6)).strftime("%Y-%m-%d %H:%M:%S.%f")
        connection.exec_driver_sql("UPDATE refusal SET at = ?", (old,))
    with store.connect() as connection:
        assert count_refusals(connection, "10.0.0.1") == 0


def test_a_flood_is_not_written_down_and_old_refusals_go(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MOST_FROM_ONE", 3)
    monkeypatch.setattr(refusals, "KEPT", 4)
    for client in ["10.0.0.1"] * 5 + ["10.0.0.2"] * 5:
        record_refusal(store, Refused.OTHER_SITE, client, "POST /")
    assert [each.client[-1] for each in fetch_refusals(store)] == ["2", "2", "2", "1"]


def test_the_key_is_made_once_for_this_user_alone(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    assert read_key(store) is None
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(make_key, [store] * 8))) == 1
    assert read_key(store) == make_key(store)
    assert stat.S_IMODE(key_path(store).stat().st_mode) == 0o600


def test_a_key_file_that_holds_no_key(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    key_path(store).write_text("short")
    assert read_key(store) is None
    with pytest.raises(StoreError, match="holds no key; delete it"):
        make_key(store)
