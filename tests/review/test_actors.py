"""Decisions about actors: carried out in every document that names them, now and later."""

import pytest

from app.review.changes import ChangeError, Correct, EditActor, MergeActors, SplitActor
from app.review.deciding import decide, undo
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_mention, make_parse, make_quote, make_summit
from tests.store.rows import content, rows

TEXT = "“No,” Minister Lund said. “Never,” Eda Lund said. Lund wants the bridge back."


def make_talks(id: str = "talks"):
    document = make_document(TEXT, id, published_on="2031-05-07")
    lund = make_actor("Minister Lund", key="lund", names=("Minister Lund", "Eda Lund", "Lund"), side="norrland")
    return make_parse(
        document,
        actors=[lund, make_actor("Norrland", "country", names=())],
        mentions=[make_mention(document, "Minister Lund", "lund"), make_mention(document, "Eda Lund", "lund")],
        quotes=[
            make_quote(document, "No,", speaker="lund", source="Minister Lund"),
            make_quote(document, "Never,", speaker="lund", source="Eda Lund"),
        ],
        demands=[make_demand(document, "the bridge back", holder="lund")],
    )


@pytest.fixture
def both(store: Store) -> Store:
    save_parse(store, make_summit())
    save_parse(store, make_talks())
    return store


def actors(store: Store) -> dict[str, tuple[object, ...]]:
    sql = """SELECT actor.key, actor.name, actor.kind, actor.role, side.key FROM actor
        LEFT JOIN actor AS side ON side.id = actor.side_id"""
    return {key: rest for key, *rest in rows(store, sql)}


def speakers(store: Store) -> list[tuple[object, ...]]:
    return rows(store, "SELECT text, actor.key FROM quote JOIN actor ON actor.id = speaker_id ORDER BY text")


def test_merged_actors_are_one_in_every_document(both: Store) -> None:
    before = content(both)
    event = decide(both, "ada", MergeActors("lund", "ada-lund"), reason="the same")
    assert "lund" not in actors(both)
    assert actors(both)["ada-lund"] == ["Ada Lund", "person", "the water minister of Norrland", "norrland"]
    assert speakers(both) == [("Never,", "ada-lund"), ("No,", "ada-lund"), ("Open the gates.", "ada-lund")]
    undo(both, "ben", event.id)
    assert content(both) == before


def test_a_merge_holds_for_documents_to_come(store: Store) -> None:
    save_parse(store, make_summit())
    save_parse(store, make_talks("first"))
    decide(store, "ada", MergeActors("lund", "ada-lund"))
    later = make_document("“Later,” Minister Lund said.", "later")
    lund = make_actor("Minister Lund", key="lund")
    save_parse(
        store, make_parse(later, actors=[lund], quotes=[make_quote(later, "Later,", speaker="lund", source="Lund")])
    )
    assert ("Later,", "ada-lund") in speakers(store)
    assert "lund" not in actors(store)


def test_some_names_of_an_actor_can_be_somebody_else(both: Store) -> None:
    before = content(both)
    event = decide(both, "ada", SplitActor("lund", ("Eda Lund",), "Eda Lund"))
    assert speakers(both)[:2] == [("Never,", "eda-lund"), ("No,", "lund")]
    assert rows(
        both, "SELECT actor.key FROM demand JOIN actor ON actor.id = holder_id WHERE text LIKE 'the bridge%'"
    ) == [("lund",)]
    undo(both, "ada", event.id)
    assert content(both) == before


def test_all_of_an_actor_in_one_document_can_be_somebody_else(both: Store) -> None:
    save_parse(
        both, make_parse(make_document("Minister Lund left.", "left"), actors=[make_actor("Minister Lund", key="lund")])
    )
    decide(both, "ada", SplitActor("lund", (), "Eda Lund", ("talks",)))
    assert {key for _, key in speakers(both)[:2]} == {"eda-lund"}
    assert actors(both)["eda-lund"] == ["Eda Lund", "person", "", "norrland"]
    assert "lund" in actors(both)


def test_what_an_editor_says_of_an_actor_goes_before_what_documents_say(both: Store) -> None:
    before = content(both)
    values = {"name": "Ada Lund-Ek", "kind": "group", "role": "", "side": "sundia"}
    event = decide(both, "ada", EditActor("ada-lund", values))
    assert actors(both)["ada-lund"] == ["Ada Lund-Ek", "group", "", "sundia"]
    assert event.before == {
        "name": "Ada Lund",
        "kind": "person",
        "role": "the water minister of Norrland",
        "side": "norrland",
    }
    undo(both, "ada", event.id)
    assert content(both) == before


def test_a_speaker_nobody_knows_yet_becomes_an_actor(both: Store) -> None:
    key = rows(both, "SELECT key FROM quote WHERE text = 'No,'")[0][0]
    event = decide(both, "ada", Correct("quote", key, {"speaker": "Governor Ek", "new_kind": "person"}))
    assert ("No,", "governor-ek") in speakers(both)
    undo(both, "ada", event.id)
    assert "governor-ek" not in actors(both)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (MergeActors("lund", "lund"), "into"),
        (MergeActors("lund", "nobody"), "into"),
        (MergeActors("nobody", "lund"), "actor"),
        (EditActor("lund", {"side": "lund"}), "side"),
        (EditActor("lund", {"name": " "}), "name"),
        (EditActor("lund", {"kind": "animal"}), "kind"),
        (EditActor("lund", {"age": "9"}), "age"),
        (EditActor("lund", {"name": "Minister Lund"}), ""),
        (SplitActor("lund", ("Ida Lund",), "Ida Lund"), "names"),
        (SplitActor("lund", (), "Ida Lund"), "names"),
        (SplitActor("lund", ("Minister Lund", "Eda Lund", "Lund"), "Ida Lund"), "names"),
        (SplitActor("lund", ("Eda Lund",), "lund"), "name"),
        (SplitActor("lund", ("Eda Lund",), "Eda Lund", ("nowhere",)), "documents"),
    ],
)
def test_what_cannot_be_done_is_refused(both: Store, change: MergeActors, field: str) -> None:
    with pytest.raises(ChangeError) as caught:
        decide(both, "ada", change)
    assert caught.value.field == field
    assert rows(both, "SELECT count(*) FROM event") == [(0,)]
