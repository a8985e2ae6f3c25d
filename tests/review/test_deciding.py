"""Decisions about records, from the change that is asked for to what a reader then sees."""

import pytest

from app.records import record_key
from app.review.changes import Accept, Add, ChangeError, ConflictError, Correct, Reject
from app.review.deciding import decide, undo
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import SUMMIT, make_summit
from tests.store.rows import content, rows

SHA = make_summit().document.sha256
QUOTE = record_key(SHA, "quote", 71, 86)
GATES = record_key(SHA, "demand", 71, 85)


@pytest.fixture
def summit(store: Store) -> Store:
    save_parse(store, make_summit())
    return store


def quotes(store: Store) -> list[tuple[object, ...]]:
    return rows(
        store, "SELECT quote.key, text, actor.key, quote.kind, state FROM quote JOIN actor ON actor.id = speaker_id"
    )


def test_an_accepted_record_says_so(summit: Store) -> None:
    event = decide(summit, "ada", Accept("quote", QUOTE), expected=0, reason="read it")
    assert (event.id, event.editor, event.action, event.reason) == (1, "ada", "accept", "read it")
    assert quotes(summit) == [(QUOTE, "Open the gates.", "ada-lund", "direct", "accepted")]


def test_a_rejected_record_leaves_the_lists_and_is_kept(summit: Store) -> None:
    decide(summit, "ada", Reject("quote", QUOTE))
    assert quotes(summit) == []
    assert rows(summit, "SELECT key, record, state, event_id FROM set_aside") == [(QUOTE, "quote", "rejected", 1)]


def test_a_corrected_record_keeps_its_key(summit: Store) -> None:
    event = decide(
        summit, "ada", Correct("quote", QUOTE, {"words": "“Open the gates.”", "kind": "mixed", "speaker": "sundia"})
    )
    assert quotes(summit) == [(QUOTE, "“Open the gates.”", "sundia", "mixed", "corrected")]
    assert event.before["speaker"] == "ada-lund"
    assert event.after == {
        "words": "“Open the gates.”",
        "start": "70",
        "end": "87",
        "kind": "mixed",
        "speaker": "sundia",
    }


@pytest.mark.parametrize(
    "change", [Accept("quote", QUOTE), Reject("quote", QUOTE), Correct("quote", QUOTE, {"kind": "mixed"})]
)
def test_an_undo_leaves_what_was_there_before(summit: Store, change: Accept | Reject | Correct) -> None:
    before = content(summit)
    event = decide(summit, "ada", change)
    changed = content(summit)
    undone = undo(summit, "ben", event.id, "a slip")
    assert content(summit) == before
    undo(summit, "ada", undone.id)
    assert content(summit) == changed


def test_an_added_record_has_the_key_of_any_record(summit: Store) -> None:
    start = SUMMIT.index("a dam")
    decide(summit, "ada", Add("summit", "quote", start, start + 5, {"speaker": "Sundia", "kind": "indirect"}))
    assert (record_key(SHA, "quote", start, start + 5), "a dam", "sundia", "indirect", "added") in quotes(summit)


def test_who_did_not_see_the_newest_change_is_shown_it(summit: Store) -> None:
    first = decide(summit, "ada", Correct("quote", QUOTE, {"kind": "mixed"}), expected=0)
    with pytest.raises(ConflictError) as caught:
        decide(summit, "ben", Correct("quote", QUOTE, {"kind": "indirect"}), expected=0)
    assert caught.value.events == (first,)
    decide(summit, "ben", Correct("quote", QUOTE, {"kind": "indirect"}), expected=first.id)
    assert quotes(summit)[0][3] == "indirect"


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        (Accept("quote", "nothing"), "key", "no such record"),
        (Accept("speech", QUOTE), "record", "quote, a demand or an outcome"),
        (Correct("quote", QUOTE, {"kind": "direct"}), "", "Nothing was changed"),
        (Correct("quote", QUOTE, {"kind": "loud"}), "kind", "Choose one of these: direct"),
        (Correct("quote", QUOTE, {"holder": "sundia"}), "holder", "no “holder”"),
        (Correct("quote", QUOTE, {"words": "Close the gates"}), "words", "does not say “Close the gates”"),
        (Correct("quote", QUOTE, {"start": "9000", "end": "9001"}), "words", "no words of the article"),
        (Correct("quote", QUOTE, {"said_on": "Monday"}), "said_on", "like 2025-08-15"),
        (Correct("quote", QUOTE, {"topics": ("weather",)}), "topics", "Choose one of these"),
        (Correct("quote", QUOTE, {"speaker": "…"}), "speaker", "Name an actor"),
        (Correct("demand", GATES, {"words": ""}), "words", "Give the words"),
        (Add("nowhere", "quote", 1, 3, {}), "document", "no such article"),
        (Add("summit", "demand", 1, 3, {}), "holder", "whose demand"),
        (Add("summit", "demand", 71, 85, {"holder": "ada-lund"}), "words", "has this record already"),
        (Add("summit", "quote", 71, 85, {"speaker": "Norrland"}), "source", "names the speaker"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(summit: Store, change: Accept, field: str, message: str) -> None:
    before = content(summit)
    with pytest.raises(ChangeError, match=message) as caught:
        decide(summit, "ada", change)
    assert caught.value.field == field
    assert content(summit) == before
    assert rows(summit, "SELECT count(*) FROM event") == [(0,)]
