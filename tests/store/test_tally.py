"""Counters are kept with the records: whatever is saved, replaced or deleted, a recount says the same."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.records import Parse
from app.store import tally
from app.store.database import Store, writing
from app.store.save import save_parse, save_verified
from app.store.tally import name_list, renew_tallies
from tests.factories import (
    make_actor,
    make_demand,
    make_document,
    make_mention,
    make_outcome,
    make_parse,
    make_quote,
    make_summit,
)
from tests.store.queries.stored import fill
from tests.store.rows import rows

SPEAKERS = ("Ada Lund", "Ivo Brandt", "Norrland")


def tallies(store: Store) -> dict[tuple[str, str], int]:
    return {(name, value): number for name, value, number in rows(store, "SELECT list, value, number FROM tally")}


def actor_id(store: Store, key: str) -> str:
    [(id_,)] = rows(store, "SELECT id FROM actor WHERE key = :key", key=key)
    return str(id_)


def write(number: int, speaker: str, topics: tuple[str, ...], kind: str) -> Parse:
    document = make_document(f"“No,” {speaker} said to Norrland in {number}.", id=f"article-{number}")
    key = make_actor(speaker).key
    return make_parse(
        document,
        actors=[make_actor(name) for name in dict.fromkeys((speaker, "Norrland"))],
        quotes=[make_quote(document, "No,", speaker=key, source=speaker, kind=kind, topics=topics)],
        demands=[make_demand(document, "No", holder=key, addressees=["norrland"], topics=topics)],
        outcomes=[make_outcome(document, "said", status="occurred", actors=[key, "norrland"], topics=topics)],
    )


def test_what_is_saved_is_counted(store: Store) -> None:
    save_parse(store, make_summit())
    ada, sundia = actor_id(store, "ada-lund"), actor_id(store, "sundia")
    found = tallies(store)
    assert found["quote size", "records"] == found["quote size", "documents"] == 1
    assert found["quote speaker", ada] == found[name_list("quote", "topic", "speaker", ada), "trade"] == 1
    assert found[name_list("quote", "month", "kind", "direct"), "2031-05"] == 1
    assert found["demand size", "records"] == 2
    assert found[name_list("demand", "addressee", "holder", ada), sundia] == 1
    assert found[name_list("demand", "size", "topic", "trade"), "documents"] == 1
    assert (name_list("demand", "topic", "topic", "trade"), "other") not in found


def test_names_roles_and_weights_of_actors_are_counted(store: Store) -> None:
    fill(store)
    save_parse(store, write(1, "Ada Lund", (), "direct"))
    ada, putin = actor_id(store, "ada-lund"), actor_id(store, "vladimir-putin")
    found = tallies(store)
    assert found[f"alias actor={ada}", "Ada Lund"] == 2
    assert found[f"role actor={putin}", "President"] == 1
    assert found["actor weight", putin] == 2 * 2 + 1
    assert found[name_list("demand", "lacking", "holder", ada), "topic"] == 1


def test_who_asks_whom_is_counted_where_somebody_else_is_named(store: Store) -> None:
    save_parse(store, make_summit())
    ada, sundia = actor_id(store, "ada-lund"), actor_id(store, "sundia")
    found = tallies(store)
    assert found["asking pair", f"{ada} {sundia}"] == found["asking size", "records"] == 1
    assert found[name_list("asking", "pair", "topic", "trade"), f"{ada} {sundia}"] == 1
    assert found[name_list("asking", "kind", "actor", sundia), "demand"] == 1
    save_parse(store, write(1, "Norrland", ("trade",), "direct"))  # who asks itself asks nobody
    assert tallies(store)["asking size", "records"] == 1
    assert ("asking actor", actor_id(store, "norrland")) not in tallies(store)


def test_moments_of_each_clock_are_counted(store: Store) -> None:
    fill(store)
    putin = actor_id(store, "vladimir-putin")
    found = tallies(store)
    assert found["said day", "2031-08-14"] == found["said actor", putin] == found["said topic", "territory"] == 1
    assert (found["published day", "2031-08-15"], found["published topic", "territory"]) == (1, 2)
    assert "due size" not in {list_ for list_, _ in found}  # no promise or threat there has a date


def test_whom_a_quote_names_is_counted_for_its_speaker(store: Store) -> None:
    document = make_document("“Ivo Brandt and Ada Lund met Norrland,” Ada Lund said.")
    words = [("Ivo Brandt", 0), ("Ada Lund", 0), ("Norrland", 0), ("Ada Lund", 1)]
    parse = make_parse(
        document,
        actors=[make_actor(name) for name in SPEAKERS],
        mentions=[make_mention(document, name, make_actor(name).key, nth) for name, nth in words],
        quotes=[make_quote(document, "Ivo Brandt and Ada Lund met Norrland,", speaker="ada-lund", source="Ada Lund")],
    )
    save_parse(store, parse)
    ada, ivo, norrland = (actor_id(store, key) for key in ("ada-lund", "ivo-brandt", "norrland"))
    named = name_list("quote", "named", "speaker", ada)
    kept = tallies(store)
    assert {value: number for (name, value), number in kept.items() if name == named} == {ivo: 1, norrland: 1}
    with writing(store) as connection:
        renew_tallies(connection.exec_driver_sql, connection.exec_driver_sql)
    assert tallies(store) == kept


def test_a_record_with_two_topics_is_one_record(store: Store) -> None:
    save_parse(store, write(1, "Ada Lund", ("trade", "justice"), "direct"))
    found = tallies(store)
    assert (found["quote topic", "trade"], found["quote topic", "justice"], found["quote size", "records"]) == (1, 1, 1)


def test_saving_again_and_forgetting_leave_no_trace(store: Store) -> None:
    save_parse(store, write(1, "Ada Lund", ("trade",), "direct"))
    before = tallies(store)
    save_parse(store, write(1, "Ada Lund", ("trade",), "direct"))
    assert tallies(store) == before
    save_parse(store, make_parse(make_document("Nothing.", id="article-1")))
    assert {name for name, _ in tallies(store)} == {"document month", "document size"}


CHOICES: Any = st.tuples(
    st.integers(0, 3),
    st.sampled_from(SPEAKERS),
    st.lists(st.sampled_from(["trade", "justice", "other"]), unique=True, max_size=2).map(tuple),
    st.sampled_from(["direct", "indirect"]),
)


@given(st.lists(st.lists(CHOICES, min_size=1, max_size=3), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_a_recount_says_what_was_kept(make_store: Any, batches: list[list[Any]]) -> None:
    store = make_store()
    for batch in batches:
        save_verified(store, [write(*each) for each in batch])
    kept = tallies(store)
    with writing(store) as connection:
        renew_tallies(connection.exec_driver_sql, connection.exec_driver_sql)
    assert tallies(store) == kept


def test_a_recount_takes_some_documents_at_a_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    save_verified(store, [write(nth, SPEAKERS[nth % 3], ("trade",), "direct") for nth in range(7)])
    kept = tallies(store)
    monkeypatch.setattr(tally, "CHUNK", 2)
    with writing(store) as connection:
        renew_tallies(connection.exec_driver_sql, connection.exec_driver_sql)
    assert tallies(store) == kept
