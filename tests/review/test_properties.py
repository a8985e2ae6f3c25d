"""What must hold whatever people decide, in whatever order: over made-up articles and decisions made at random."""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.decisions.events import live_events
from app.review.deciding import undo
from app.review.rebuilding import rebuild
from app.store.check import check_store
from app.store.database import Store, open_store, writing
from app.store.events import fetch_actor_events, fetch_decisions
from app.store.found import fetch_found
from app.store.save import save_verified
from app.store.targets import fetch_document_ids
from app.store.verify import verify_parse
from tests.review.corpus import decide_much, make_corpus, parse
from tests.store.rows import content, rows

SLUG = "(SELECT slug FROM document WHERE id = document_id)"
KEY = "(SELECT key FROM outcome WHERE id = {})"
BESIDE = {
    "states": "SELECT key, state FROM quote UNION ALL SELECT key, state FROM demand UNION ALL SELECT key, state FROM outcome",
    "set_aside": f"SELECT {SLUG}, key, record, state, event_id, fields, why FROM set_aside",
    "found": f"SELECT {SLUG}, line FROM found",
    "outcome_step": f"SELECT {KEY.format('outcome_id')}, {KEY.format('follows_id')}, step, words FROM outcome_step",
    "event": "SELECT * FROM event",
}


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that the store holds, in an order of its own; without the moment at which a document was added."""
    documents = [row[:-1] for row in content(store)["document"]]
    beside = {name: sorted(rows(store, select), key=repr) for name, select in BESIDE.items()}
    beside["found"] = [(slug, in_one_order(json.loads(line))) for slug, line in beside["found"]]
    return content(store) | beside | {"document": documents}


def in_one_order(line: Any) -> Any:
    """Lists whose order says nothing, sorted: the tables do not keep the order of actors and their names."""
    if isinstance(line, dict):
        return {name: in_one_order(value) for name, value in line.items()}
    return sorted(map(in_one_order, line), key=repr) if isinstance(line, list) else line


def copy_events(source: Store, target: Store) -> None:
    with writing(target) as connection:
        for row in rows(source, "SELECT * FROM event ORDER BY id"):
            marks = ", ".join("?" * len(row))
            connection.exec_driver_sql(f"INSERT INTO event VALUES ({marks})", row)


@pytest.mark.parametrize("seed", range(3))
def test_the_store_is_its_documents_and_its_events(make_store: Callable[[], Store], seed: int) -> None:
    """Decided one after the other; then all saved anew; then made anew from nothing but parses and events."""
    store = make_store()
    parses = [parse(document, 1) for document in make_corpus(seed, 4)]
    save_verified(store, parses)
    assert len(list(decide_much(store, Random(seed), 80))) > 30
    before = everything(store)

    rebuild(store)
    assert everything(store) == before

    again = make_store()
    copy_events(store, again)
    save_verified(again, parses)
    assert everything(again) == before


@given(steps=st.lists(st.integers(0, 2**16), max_size=14))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_decided_can_be_replayed_and_undone(make_store: Callable[[], Store], steps: list[int]) -> None:
    store = make_store()
    found = parse(make_corpus(7, 1, sentences=8)[0], 1)
    save_verified(store, [found])
    before = told(store)
    for step in steps:
        list(decide_much(store, Random(step), 1))

    with store.connect() as connection:
        decisions = fetch_decisions(connection, [found.document.sha256])
        [id_] = fetch_document_ids(connection)
        assert fetch_found(connection, id_).quotes == found.quotes
    review = decisions.review(found)
    verify_parse(review.parse)
    assert decisions.review(found) == review

    with store.connect() as connection:
        about = [event for each in decisions.about.values() for event in each]
        live = live_events([*fetch_actor_events(connection), *about])
    for event in sorted(live, key=lambda event: event.id, reverse=True):
        undo(store, "ada", event.id)
    assert told(store) == before


def told(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that a reader sees, without how it came about."""
    return content(store) | {"states": sorted(rows(store, BESIDE["states"]))}


def test_a_store_is_well_after_whatever_was_decided(store_path: Path) -> None:
    """Counters, order, full text, links: all that `check` knows."""
    store = open_store(store_path)
    save_verified(store, [parse(document, 1) for document in make_corpus(21, 5)])
    assert len(list(decide_much(store, Random(21), 80))) > 30
    assert check_store(store_path) == []
    save_verified(store, [parse(document, 2) for document in make_corpus(21, 5)])
    assert check_store(store_path) == []
    store.dispose()
