"""A decision about an actor whom a newer parser calls otherwise is not dropped: a person is told."""

from dataclasses import replace

import pytest

from app.review.changes import Change, EditActor, MergeActors, SplitActor
from app.review.deciding import decide, undo
from app.store.database import Store
from app.store.idle import fetch_idle
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse, make_quote, make_summit

TEXT = "“No,” Minister Lund said. “Never,” Eda Lund said."


def make_lunds(key: str):
    document = make_document(TEXT, "lunds")
    lund = make_actor("Minister Lund", key=key, names=("Minister Lund", "Eda Lund"))
    quotes = [make_quote(document, "No,", speaker=key, source="Minister Lund")]
    return make_parse(document, actors=[lund], quotes=quotes, parser_version=key)


@pytest.mark.parametrize(
    "change",
    [
        MergeActors("lund", "ada-lund"),
        EditActor("lund", {"role": "minister"}),
        SplitActor("lund", ("Eda Lund",), "Eda Lund"),
    ],
)
def test_a_decision_that_does_nothing_any_more_is_told(store: Store, change: Change) -> None:
    save_parse(store, make_summit())
    save_parse(store, make_lunds("lund"))
    event = decide(store, "ada", change)
    with store.connect() as connection:
        assert fetch_idle(connection) == ()
    save_parse(store, make_lunds("minister-lund"))
    with store.connect() as connection:
        assert fetch_idle(connection) == (event.id,)
    undo(store, "ada", event.id)
    with store.connect() as connection:
        assert fetch_idle(connection) == ()


def test_merges_upon_merges_and_splits_are_at_work(store: Store) -> None:
    save_parse(store, make_summit())
    save_parse(store, make_lunds("lund"))
    decide(store, "ada", SplitActor("lund", ("Eda Lund",), "Eda Lund"))
    decide(store, "ada", MergeActors("eda-lund", "ada-lund"))
    decide(store, "ada", EditActor("ada-lund", {"role": "minister"}))
    decide(store, "ada", MergeActors("ada-lund", "norrland"))
    save_parse(store, replace(make_lunds("lund"), parser_version="newer"))
    with store.connect() as connection:
        assert fetch_idle(connection) == ()
