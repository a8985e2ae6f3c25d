"""A newer version of a text, and a parser that sees the same words otherwise: what was decided holds on, or is listed."""

from dataclasses import replace

import pytest

from app.records import Parse, record_key
from app.review.changes import Accept, ChangeError, Correct, Reject
from app.review.deciding import decide, undo
from app.review.rebuilding import rebuild
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_parse
from tests.store.rows import content, rows

OLD = "Norrland wants the bridge back. Sundia wants the old border and a canal."
NEW = "Snow fell. Norrland wants the bridge back. Sundia wants peace and a canal."
ACTORS = [make_actor("Norrland", "country"), make_actor("Sundia", "country")]


def make_talks(text: str, *wanted: tuple[str, str], id: str = "talks") -> Parse:
    document = make_document(text, id)
    demands = [make_demand(document, words, holder=holder) for holder, words in wanted]
    return make_parse(document, actors=ACTORS, demands=demands)


FIRST = make_talks(OLD, ("norrland", "the bridge back"), ("sundia", "the old border"), ("sundia", "a canal"))
BRIDGE, BORDER, CANAL = (
    record_key(FIRST.document.sha256, "demand", one.passage.start, one.passage.end) for one in FIRST.demands
)


@pytest.fixture
def talks(store: Store) -> Store:
    save_parse(store, FIRST)
    return store


def demands(store: Store) -> dict[str, tuple[object, ...]]:
    return {key: (text, state) for key, text, state in rows(store, "SELECT key, text, state FROM demand")}


def aside(store: Store) -> dict[str, tuple[object, ...]]:
    return {key: (state, why) for key, state, why in rows(store, "SELECT key, state, why FROM set_aside")}


def decide_all(store: Store) -> None:
    decide(store, "ada", Accept("demand", BRIDGE))
    decide(store, "ada", Correct("demand", BORDER, {"kind": "refusal"}))
    decide(store, "ada", Reject("demand", CANAL))


def test_decisions_hold_for_the_newer_version_of_a_text(talks: Store) -> None:
    decide_all(talks)
    save_parse(talks, make_talks(NEW, ("norrland", "the bridge back"), ("sundia", "peace"), ("sundia", "a canal")))
    assert demands(talks)[BRIDGE] == ("the bridge back", "accepted")
    assert sorted(demands(talks).values()) == [("peace", "found"), ("the bridge back", "accepted")]
    assert aside(talks) == {
        CANAL: ("rejected", ""),
        BORDER: ("unplaced", "the text does not say “the old border” any more"),
    }
    before = content(talks)
    rebuild(talks)
    assert content(talks) == before


def test_what_has_no_place_is_given_one_by_hand_or_dismissed(talks: Store) -> None:
    decide_all(talks)
    save_parse(talks, make_talks(NEW))
    with pytest.raises(ChangeError, match="no place in the text any more"):
        decide(talks, "ben", Accept("demand", BORDER))
    event = decide(talks, "ben", Correct("demand", BORDER, {"words": "peace"}))
    assert demands(talks)[BORDER] == ("peace", "corrected")
    undo(talks, "ben", event.id)
    decide(talks, "ben", Reject("demand", BORDER))
    assert aside(talks)[BORDER] == ("rejected", "")


def test_undo_reaches_back_to_the_older_version(talks: Store) -> None:
    event = decide(talks, "ada", Reject("demand", BRIDGE))
    save_parse(talks, make_talks(NEW, ("norrland", "the bridge back")))
    assert BRIDGE not in demands(talks)
    undo(talks, "ada", event.id)
    assert demands(talks)[BRIDGE] == ("the bridge back", "found")


def test_the_older_text_as_another_document_has_no_part_in_the_decisions(talks: Store) -> None:
    decide_all(talks)
    save_parse(talks, make_talks(NEW, ("norrland", "the bridge back"), ("sundia", "a canal")))
    again = make_talks(OLD, ("norrland", "the bridge back"), ("sundia", "a canal"), id="the-old-one")
    save_parse(talks, again)
    states = rows(talks, "SELECT slug, demand.text, state FROM demand JOIN document ON document.id = document_id")
    assert sorted(states) == [
        ("talks", "the bridge back", "accepted"),
        ("the-old-one", "a canal", "found"),
        ("the-old-one", "the bridge back", "found"),
    ]


def test_a_text_that_comes_back_has_its_decisions_again(talks: Store) -> None:
    decide_all(talks)
    before = content(talks)
    save_parse(talks, make_talks(NEW, ("norrland", "the bridge back")))
    save_parse(talks, FIRST)
    assert content(talks) == before


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the bridge", {}),  # the same demand, as a newer parser cuts it
        ("bridge back. Sundia", {"bridge back. Sundia": "found"}),  # perhaps: a person is told
        ("a canal", {"a canal": "found"}),
    ],
)
def test_what_was_rejected_is_known_again_by_its_words(store: Store, words: str, found: dict[str, str]) -> None:
    save_parse(store, make_talks(OLD, ("norrland", "the bridge back")))
    decide(store, "ada", Reject("demand", BRIDGE))
    save_parse(store, make_talks(OLD, ("norrland", words)))
    assert dict(demands(store).values()) == found
    state = "unplaced" if "Sundia" in words else "rejected"
    assert aside(store)[BRIDGE][0] == state


def test_a_doubtful_rejection_is_dismissed_by_rejecting_once_more(store: Store) -> None:
    save_parse(store, make_talks(OLD, ("norrland", "the bridge back")))
    decide(store, "ada", Reject("demand", BRIDGE))
    save_parse(store, make_talks(OLD, ("norrland", "bridge back. Sundia")))
    decide(store, "ada", Reject("demand", BRIDGE))
    assert aside(store)[BRIDGE][0] == "rejected"


def test_what_stood_beside_a_rejected_record_is_not_taken_for_it(store: Store) -> None:
    both = make_talks(OLD, ("norrland", "the bridge back"), ("norrland", "bridge back"))
    save_parse(store, both)
    decide(store, "ada", Reject("demand", BRIDGE))
    save_parse(store, replace(both, demands=both.demands[1:]))
    assert list(demands(store).values()) == [("bridge back", "found")]
    assert aside(store)[BRIDGE][0] == "rejected"


def test_of_two_who_want_one_thing_the_right_one_is_rejected(store: Store) -> None:
    both = make_talks(OLD, ("norrland", "a canal"), ("sundia", "a canal"))
    save_parse(store, both)
    [(first,)] = rows(
        store, "SELECT demand.key FROM demand JOIN actor ON actor.id = holder_id WHERE actor.key = 'norrland'"
    )
    decide(store, "ada", Reject("demand", first))
    save_parse(store, replace(both, demands=both.demands[1:]))
    assert rows(store, "SELECT actor.key, state FROM demand JOIN actor ON actor.id = holder_id") == [
        ("sundia", "found")
    ]
