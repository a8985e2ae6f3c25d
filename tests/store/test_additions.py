"""Articles on their way: every step is taken once, from the state that it starts from."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.store.adding_tables import AdditionState
from app.store.additions import (
    Given,
    Original,
    add_draft,
    any_on_the_way,
    cancel_addition,
    count_added,
    count_ahead,
    discard_addition,
    fail_addition,
    fetch_addition,
    fetch_original,
    fetch_unfinished,
    finish_addition,
    give_back,
    mend_draft,
    put_back,
    queue_addition,
    take_next,
)
from app.store.database import Store, open_store, writing
from app.store.save import save_parse
from tests.factories import make_summit
from tests.store.rows import rows

GIVEN = Given("The talks went on.", "Talks", "The Courier", date(2031, 5, 6), "https://example.org/a", "talks.txt")


def state_of(store: Store, key: str) -> tuple[str, str | None]:
    with store.connect() as connection:
        addition = fetch_addition(connection, key)
    assert addition is not None
    return addition.state.value, addition.message


def test_a_draft_is_kept_as_it_was_given_and_mended(store: Store) -> None:
    key = add_draft(store, "Ada Lund", GIVEN, Original("talks.txt", "text/plain", b"\x00raw"))
    with store.connect() as connection:
        addition = fetch_addition(connection, key)
        assert addition is not None
        assert (addition.editor, addition.state, addition.given) == ("Ada Lund", AdditionState.DRAFT, GIVEN)
        assert [each.key for each in fetch_unfinished(connection)] == [key]
    assert mend_draft(store, key, Given("Mended."))
    with store.connect() as connection:
        mended = fetch_addition(connection, key)
        assert mended is not None
        assert mended.given == Given("Mended.")


def test_the_way_of_an_article(store: Store) -> None:
    first, second = add_draft(store, "a", GIVEN), add_draft(store, "a", GIVEN)
    assert take_next(store) is None
    assert queue_addition(store, first)
    assert queue_addition(store, second)
    assert not queue_addition(store, second)
    assert not mend_draft(store, second, Given("Too late."))
    with store.connect() as connection:
        assert (count_ahead(connection, first), count_ahead(connection, second)) == (0, 1)
    taken = take_next(store)
    assert taken is not None
    assert (taken.key, taken.state, taken.tries) == (first, AdditionState.PARSING, 1)
    assert finish_addition(store, first, "0" * 64)
    with store.connect() as connection:
        done = fetch_addition(connection, first)
        assert done is not None
        assert (done.state, done.given.text, done.document_sha256) == (AdditionState.DONE, "", "0" * 64)
        assert [each.key for each in fetch_unfinished(connection)] == [second]


def test_what_is_cancelled_or_failed_waits_for_a_person_with_its_words(store: Store) -> None:
    key = add_draft(store, "a", GIVEN)
    assert not cancel_addition(store, key)
    queue_addition(store, key)
    assert cancel_addition(store, key)
    assert take_next(store) is None
    assert state_of(store, key) == ("cancelled", "Cancelled; nothing of it is in the store.")
    assert queue_addition(store, key)
    assert state_of(store, key) == ("queued", None)
    take_next(store)
    assert not discard_addition(store, key)
    assert fail_addition(store, key, "No.")
    with store.connect() as connection:
        assert not any_on_the_way(connection)
        failed = fetch_addition(connection, key)
    assert failed is not None
    assert failed.given == GIVEN
    assert discard_addition(store, key)
    assert not discard_addition(store, key)


def test_what_a_dead_process_left_is_tried_once_more_and_then_fails(store: Store) -> None:
    key = add_draft(store, "a", GIVEN)
    other = add_draft(store, "a", GIVEN)
    queue_addition(store, key)
    take_next(store)
    give_back(store, other)
    assert state_of(store, key)[0] == "parsing"
    give_back(store)
    assert state_of(store, key) == ("queued", None)
    take_next(store)
    give_back(store, key)
    state, message = state_of(store, key)
    assert (state, "ended twice" in str(message)) == ("failed", True)


def test_a_stopped_server_is_no_fault_of_the_article(store: Store) -> None:
    key = add_draft(store, "a", GIVEN)
    queue_addition(store, key)
    for _ in range(5):
        taken = take_next(store)
        assert taken is not None
        assert taken.tries == 1
        put_back(store, key)


def test_of_several_who_take_the_next_each_gets_another(store_path: Path) -> None:
    store = open_store(store_path)
    keys = {add_draft(store, "a", GIVEN) for _ in range(6)}
    for key in keys:
        queue_addition(store, key)
    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(lambda _: take_next(store), range(8)))
    assert {each.key for each in taken if each} == keys
    assert taken.count(None) == 2
    store.dispose()


def test_what_nobody_looked_through_is_forgotten_after_a_month(store: Store) -> None:
    old = add_draft(store, "a", GIVEN, Original("a.pdf", "application/pdf", b"raw"))
    queued = add_draft(store, "a", GIVEN)
    queue_addition(store, queued)
    with writing(store) as connection:
        connection.exec_driver_sql("UPDATE addition SET added_at = '2020-01-01 00:00:00.000000'")
    new = add_draft(store, "a", GIVEN)
    assert rows(store, "SELECT key FROM addition ORDER BY id") == [(queued,), (new,)]
    assert rows(store, "SELECT count(*) FROM original") == [(0,)]
    assert old not in (queued, new)


def test_an_editor_is_counted_for_an_hour(store: Store) -> None:
    add_draft(store, "a", GIVEN)
    add_draft(store, "b", GIVEN)
    with store.connect() as connection:
        assert count_added(connection, "a", timedelta(hours=1)) == 1
        assert count_added(connection, "a", timedelta(0)) == 0


def test_the_original_is_found_by_the_document(store: Store) -> None:
    parse = make_summit()
    save_parse(store, parse)
    with store.connect() as connection:
        assert fetch_original(connection, "summit") is None
    original = Original("a.pdf", "application/pdf", bytes(range(256)))
    key = add_draft(store, "a", GIVEN, original)
    finish_addition(store, key, parse.document.sha256)
    with store.connect() as connection:
        assert fetch_original(connection, "summit") == original


@pytest.mark.parametrize("key", ["", "nothing", "' OR 1=1"])
def test_a_key_that_is_none(store: Store, key: str) -> None:
    with store.connect() as connection:
        assert fetch_addition(connection, key) is None
    assert not queue_addition(store, key)
