"""The annotated articles hold together, and the parser does not fall behind what it has reached on them."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.contract import format_parse
from app.parsing.pipeline import parse_document
from app.reading import read_document
from app.records import ActorKind, DemandKind, OutcomeStatus, QuoteKind, Topic
from tests.gold.score import KINDS, Gold, add_scores, read_gold, score_article

FOLDER = Path(__file__).parents[1] / "gold"
SETS = [gold for name in "abcdefghij" for gold in read_gold(FOLDER, f"{name}-")]
VALUES = {"quotes": set(QuoteKind), "demands": set(DemandKind), "outcomes": set(OutcomeStatus)}

# A little below what was reached on 2026-11-22. Raise a floor when the parser has risen; lower one only with a reason.
FLOORS = {
    "a": {
        "actors": {"f1": 0.93, "right_f1": 0.93, "side": 0.74, "role": 0.95},
        "quotes": {"f1": 0.94, "right_f1": 0.94},
        "demands": {"f1": 0.94, "right_f1": 0.86, "precision": 0.95, "addressee": 0.80, "topic": 0.76},
        "outcomes": {"f1": 0.88, "right_f1": 0.66, "precision": 0.93, "condition": 0.83, "topic": 0.76},
    },
    "c": {
        "actors": {"f1": 0.91, "right_f1": 0.89, "side": 0.82, "role": 0.95},
        "quotes": {"f1": 0.95, "right_f1": 0.93},
        "demands": {"f1": 0.90, "right_f1": 0.84, "precision": 0.90, "addressee": 0.81, "topic": 0.80},
        "outcomes": {"f1": 0.78, "right_f1": 0.62, "precision": 0.87, "condition": 0.86, "topic": 0.80},
    },
}


@pytest.mark.parametrize("gold", SETS, ids=lambda gold: gold.path.stem)
def test_an_annotated_article_holds_together(gold: Gold) -> None:
    """Each span is a slice of its article, each actor is listed, each kind and topic is one that we know."""
    records = gold.records
    assert records["id"] == gold.path.stem
    ids = [actor["id"] for actor in records["actors"]]
    assert len(ids) == len(set(ids))
    assert {actor["kind"] for actor in records["actors"]} <= set(ActorKind)
    for kind in KINDS[1:]:
        assert records[kind] == sorted(records[kind], key=lambda one: one["start"])
        for one in records[kind]:
            assert wrong_spans(gold.text, one) == []
            assert named(one) <= set(ids), one
            assert {one.get("status") or one["kind"]} <= VALUES[kind]
            assert kind == "quotes" or one["topic"] in set(Topic)


def wrong_spans(text: str, record: dict[str, Any]) -> list[dict[str, Any]]:
    spans = [record, *filter(None, [record.get("condition")])]
    return [span for span in spans if text[span["start"] : span["end"]] != span["text"]]


def named(record: dict[str, Any]) -> set[str]:
    one = {record[name] for name in ("speaker", "holder") if name in record}
    return one.union(*(record.get(name, []) for name in ("addressees", "actors", "affected")))


@cache
def figures(name: str) -> dict[str, dict[str, float]]:
    scored = []
    for gold in read_gold(FOLDER, f"{name}-"):
        parse = format_parse(parse_document(read_document(gold.path.with_suffix(".txt"))))
        scored.append(score_article(gold, parse)[0])
    assert scored, f"there is no set {name}"
    return {kind: tally.figures() for kind, tally in add_scores(scored).items()}


@pytest.mark.model
@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_figure_falls_below_its_floor(name: str, kind: str) -> None:
    reached = figures(name)[kind]
    assert {figure: reached[figure] for figure, floor in FLOORS[name][kind].items() if reached[figure] < floor} == {}
