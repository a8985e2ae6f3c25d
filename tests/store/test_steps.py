"""Threads: what links an outcome to an earlier one, and what must keep the two apart."""

import pytest

from app.records import Parse
from app.store.database import Store
from app.store.save import save_parse
from app.store.stems import content_stems
from tests.factories import make_actor, make_document, make_outcome, make_parse
from tests.store.rows import rows

STEPS = """
    SELECT earlier.text, outcome.text, step, words FROM outcome_step
    JOIN outcome ON outcome.id = outcome_id JOIN outcome AS earlier ON earlier.id = follows_id ORDER BY outcome.text
"""
THREAT = "close the strait to grain ships"


def telling(
    day: str,
    words: str,
    status: str,
    *,
    actor: str = "sundia",
    affected: tuple[str, ...] = (),
    topic: str = "trade",
    id: str = "",
) -> Parse:
    """One article of that day whose only outcome is these words."""
    document = make_document(f"Sundia and Ada Lund and Kaldova: {words}.", id or f"{day}-{status}", published_on=day)
    actors = [make_actor(name, "country") for name in ("Sundia", "Ada Lund", "Kaldova")]
    outcome = make_outcome(document, words, status=status, actors=[actor], affected=affected, topics=[topic])
    return make_parse(document, actors=actors, outcomes=[outcome])


def test_a_threat_is_followed_until_it_is_carried_out(store: Store) -> None:
    save_parse(store, telling("2031-01-01", THREAT, "threatened"))
    save_parse(store, telling("2031-02-01", "close the strait to all grain ships again", "threatened"))
    save_parse(store, telling("2031-03-01", "closed the strait to grain", "occurred"))

    assert [row[1:] for row in rows(store, STEPS)] == [
        ("close the strait to all grain ships again", "repeated", "close strait grain ships"),
        ("closed the strait to grain", "carried-out", "closed strait grain"),
    ]
    assert rows(store, STEPS)[1][0] == "close the strait to all grain ships again"


@pytest.mark.parametrize(
    ("announced", "status", "later", "step"),
    [
        ("grant the valley a loan of five years", "promised", "granted the valley the loan", "carried-out"),
        ("grant the valley a loan of five years", "promised", "suspended the loan to the valley", "lapsed"),
        ("grant the valley a loan of five years", "expected", "called off the loan to the valley", "lapsed"),
        ("withdraw its guards from the pass", "promised", "halted the withdrawal of guards from the pass", "lapsed"),
        ("withdraw its guards from the pass", "promised", "began to withdraw guards from the pass", "carried-out"),
        (
            "lift the ban on grain from the coast",
            "promised",
            "The ban on grain from the coast was lifted",
            "carried-out",
        ),
        ("suspend the loan to the valley", "threatened", "suspended the loan to the valley", "carried-out"),
        ("suspend the loan to the valley", "threatened", "paid the valley the loan", None),
        ("row the ferry across the lake", "promised", "rowed the ferry across the lake", "carried-out"),
    ],
)
def test_what_undoes_a_promise_does_not_carry_it_out(
    store: Store, announced: str, status: str, later: str, step: str | None
) -> None:
    save_parse(store, telling("2031-01-01", announced, status))
    save_parse(store, telling("2031-02-01", later, "occurred"))

    assert [row[2] for row in rows(store, STEPS)] == ([step] if step else [])


def test_a_promise_of_the_opposite_repeats_nothing(store: Store) -> None:
    save_parse(store, telling("2031-01-01", "open the crossing to the ferry", "promised"))
    save_parse(store, telling("2031-02-01", "close the crossing to the ferry", "promised"))

    assert rows(store, STEPS) == []


def test_the_order_of_saving_does_not_matter(store: Store) -> None:
    save_parse(store, telling("2031-03-01", "never closed the strait to grain ships", "lapsed", id="late"))
    save_parse(store, telling("2031-01-01", "never close the strait to grain ships", "promised", id="early"))

    assert [row[2] for row in rows(store, STEPS)] == ["lapsed"]


@pytest.mark.parametrize(
    ("later", "why"),
    [
        (telling("2031-03-01", "closed the strait to grain", "occurred", actor="kaldova"), "another actor"),
        (telling("2031-03-01", "closed the strait to grain", "occurred", topic="justice"), "another topic"),
        (telling("2031-03-01", "closed the strait to grain", "occurred", affected=("ada-lund",)), "others affected"),
        (telling("2031-03-01", "closed its embassy", "occurred"), "one word in common is too few"),
        (telling("2031-03-01", "did not close the strait to grain", "occurred"), "the opposite"),
        (telling("2030-12-01", "closed the strait to grain", "occurred"), "it came before"),
        (telling("2031-03-01", "close the strait to grain ships", "expected"), "a plan is no step of a threat"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_without_evidence_outcomes_stay_apart(store: Store, later: Parse, why: str) -> None:
    save_parse(store, telling("2031-01-01", THREAT, "threatened", affected=("kaldova",)))
    save_parse(store, later)

    assert rows(store, STEPS) == [], why


def test_a_document_that_is_replaced_leaves_no_link_behind(store: Store) -> None:
    save_parse(store, telling("2031-01-01", THREAT, "threatened", id="first"))
    save_parse(store, telling("2031-03-01", "closed the strait to grain", "occurred", id="second"))
    assert len(rows(store, STEPS)) == 1

    save_parse(store, telling("2031-01-01", "open an embassy in the autumn", "promised", id="first"))

    assert rows(store, STEPS) == []


def test_names_figures_and_small_words_are_no_content() -> None:
    assert list(content_stems("expel 40 diplomats of Kaldova within a week")) == ["expel", "diplomat", "week"]
