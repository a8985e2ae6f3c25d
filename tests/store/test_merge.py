from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest

from app.records import Parse
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse, make_summit
from tests.store.rows import content, rows


def test_the_order_of_saving_does_not_matter(make_store: Callable[[], Store]) -> None:
    days = {"old": "2030-01-01", "new": "2032-01-01", "undated": None}
    roles = {"old": "envoy", "new": "minister", "undated": "cook"}
    parses = [with_role(make_summit(id, day), roles[id]) for id, day in days.items()]
    seen = []
    for order in permutations(parses):
        store = make_store()
        for parse in order:
            save_parse(store, parse)
        seen.append({table: found for table, found in content(store).items() if table != "document"})
    assert all(each == seen[0] for each in seen)
    assert [row[3] for row in seen[0]["actor"] if row[0] == "ada-lund"] == ["minister"]


def with_role(parse: Parse, role: str) -> Parse:
    """The parse of a text of its own, in which Ada Lund has this role."""
    document = make_document(
        parse.document.text + f" {role}.",
        parse.document.id,
        published_on=str(parse.document.published_on or "") or None,
    )
    actors = tuple(replace(actor, role=role) if actor.key == "ada-lund" else actor for actor in parse.actors)
    return replace(parse, document=document, actors=actors)


@pytest.mark.parametrize(
    ("said", "merged"),
    [
        # What each document says (published_on, name, kind, role, side), and what comes of it (name, kind, role, side).
        pytest.param(
            [("2031-01-01", "Lund", "person", "", None), ("2030-01-01", "Ada Lund", "person", "", None)],
            ("Ada Lund", "person", "", None),
            id="the fullest name, whichever is newer",
        ),
        pytest.param(
            [
                ("2030-01-01", "Lund", "person", "envoy", "norrland"),
                ("2031-01-01", "Lund", "person", "minister", "sundia"),
            ],
            ("Lund", "person", "minister", "sundia"),
            id="role and side of the newest",
        ),
        pytest.param(
            [("2030-01-01", "Lund", "person", "envoy", "norrland"), ("2031-01-01", "Lund", "person", "", None)],
            ("Lund", "person", "envoy", "norrland"),
            id="a newer document that gives none does not take it away",
        ),
        pytest.param(
            [("2030-01-01", "Lund", "person", "envoy", None), (None, "Lund", "person", "cook", None)],
            ("Lund", "person", "envoy", None),
            id="a document without a date counts as the oldest",
        ),
        pytest.param(
            [
                ("2030-01-01", "Lund", "group", "", None),
                ("2030-01-02", "Lund", "group", "", None),
                ("2031-01-01", "Lund", "person", "", None),
            ],
            ("Lund", "group", "", None),
            id="the kind that most documents give",
        ),
    ],
)
def test_an_actor_is_merged_from_its_documents(
    store: Store, said: list[tuple[str | None, str, str, str, str | None]], merged: tuple[str, str, str, str | None]
) -> None:
    for nth, (day, name, kind, role, side) in enumerate(said):
        actors = [make_actor(name, kind, key="lund", role=role, side=side)]
        actors += [make_actor("Norrland", "country"), make_actor("Sundia", "country")]
        save_parse(store, make_parse(make_document(f"Text {nth}.", f"d{nth}", published_on=day), actors=actors))
    sql = """SELECT lund.name, lund.kind, lund.role, side.key FROM actor AS lund
        LEFT JOIN actor AS side ON side.id = lund.side_id WHERE lund.key = 'lund'"""
    assert rows(store, sql) == [merged]


def test_a_reparse_does_not_erase_what_other_documents_say(store: Store) -> None:
    envoy = make_actor("Ada Lund", role="envoy")
    save_parse(store, make_parse(make_document("One.", "one", published_on="2030-01-01"), actors=[envoy]))
    newer = make_parse(
        make_document("Two.", "two", published_on="2031-01-01"), actors=[make_actor("Ada Lund", role="minister")]
    )
    save_parse(store, newer)
    save_parse(store, replace(newer, actors=()))
    assert rows(store, "SELECT key, role FROM actor") == [("ada-lund", "envoy")]
