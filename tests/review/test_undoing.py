"""Any change can be undone, unless a newer one rests on it; then the editor is told which."""

import pytest

from app.records import record_key
from app.review.changes import Add, Change, ChangeError, Correct, EditActor, MergeActors, Reject, SplitActor
from app.review.deciding import decide, undo
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse, make_quote, make_summit
from tests.store.rows import rows

SHA = make_summit().document.sha256
QUOTE = record_key(SHA, "quote", 71, 86)
ADDED = record_key(SHA, "demand", 179, 182)


@pytest.fixture
def summit(store: Store) -> Store:
    save_parse(store, make_summit())
    document = make_document("“No,” Eda Lund said. “Never,” Minister Lund said.", "lunds")
    lund = make_actor("Minister Lund", key="lund", names=("Minister Lund", "Eda Lund"))
    quotes = [make_quote(document, "No,", speaker="lund", source="Eda Lund")]
    save_parse(store, make_parse(document, actors=[lund], quotes=quotes))
    return store


def the_quote(store: Store) -> tuple[object, ...]:
    sql = """SELECT quote.kind, actor.key, (SELECT group_concat(topic) FROM quote_topic WHERE quote_id = quote.id), state
        FROM quote JOIN actor ON actor.id = speaker_id WHERE quote.key = :key"""
    found = rows(store, sql, key=QUOTE)
    return found[0] if found else ()


def test_an_older_change_is_undone_beneath_a_newer_one(summit: Store) -> None:
    first = decide(summit, "ada", Correct("quote", QUOTE, {"kind": "mixed"}))
    second = decide(summit, "ben", Correct("quote", QUOTE, {"topics": ("sanctions",), "speaker": "sundia"}))
    undo(summit, "ada", first.id)
    assert the_quote(summit) == ("direct", "sundia", "sanctions", "corrected")
    undo(summit, "ada", second.id)
    assert the_quote(summit) == ("direct", "ada-lund", "trade", "found")


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (Correct("quote", QUOTE, {"kind": "mixed"}), Correct("quote", QUOTE, {"kind": "indirect"})),
        (Add("summit", "demand", 179, 182, {"holder": "sundia"}), Correct("demand", ADDED, {"holder": "norrland"})),
        (Add("summit", "demand", 179, 182, {"holder": "sundia"}), Reject("demand", ADDED)),
        (EditActor("sundia", {"name": "Sund"}), EditActor("sundia", {"name": "Sundland"})),
        (SplitActor("lund", ("Eda Lund",), "Eda Lund"), EditActor("eda-lund", {"role": "minister"})),
        (SplitActor("lund", ("Eda Lund",), "Eda Lund"), MergeActors("eda-lund", "sundia")),
    ],
)
def test_a_change_on_which_a_newer_one_rests_is_undone_after_it(summit: Store, older: Change, newer: Change) -> None:
    first = decide(summit, "ada", older)
    second = decide(summit, "ben", newer)
    with pytest.raises(ChangeError, match=r"A newer change rests on this one: ben .* Undo that first"):
        undo(summit, "ada", first.id)
    undo(summit, "ada", second.id)
    undo(summit, "ada", first.id)


def test_a_rejection_is_not_brought_back_over_what_was_decided_since(summit: Store) -> None:
    rejected = decide(summit, "ada", Reject("quote", QUOTE))
    undone = undo(summit, "ben", rejected.id)
    decide(summit, "ben", Correct("quote", QUOTE, {"kind": "mixed"}))
    with pytest.raises(ChangeError, match="ben corrected it"):
        undo(summit, "ada", undone.id)


def test_what_is_undone_is_not_undone_again(summit: Store) -> None:
    event = decide(summit, "ada", Reject("quote", QUOTE))
    undone = undo(summit, "ben", event.id)
    with pytest.raises(ChangeError, match="undone already, ben undid a change"):
        undo(summit, "ada", event.id)
    again = undo(summit, "ada", undone.id)
    assert the_quote(summit) == ()
    undo(summit, "ada", again.id)
    assert the_quote(summit)[-1] == "found"
    assert rows(summit, "SELECT count(*) FROM event") == [(4,)]


def test_a_rejected_record_is_not_changed_before_it_is_brought_back(summit: Store) -> None:
    decide(summit, "ada", Reject("quote", QUOTE))
    for change in (Correct("quote", QUOTE, {"kind": "mixed"}), Reject("quote", QUOTE)):
        with pytest.raises(ChangeError, match="was rejected: undo that first"):
            decide(summit, "ben", change)


@pytest.mark.parametrize("number", [0, 7, -1])
def test_there_is_nothing_to_undo(summit: Store, number: int) -> None:
    with pytest.raises(ChangeError, match="no change with this number"):
        undo(summit, "ada", number)


def test_a_merge_is_undone_beneath_a_later_one(summit: Store) -> None:
    first = decide(summit, "ada", MergeActors("radio-askar", "norrland"))
    decide(summit, "ada", MergeActors("norrland", "sundia"))
    undo(summit, "ada", first.id)
    assert {key for (key,) in rows(summit, "SELECT key FROM actor")} == {"ada-lund", "lund", "radio-askar", "sundia"}
