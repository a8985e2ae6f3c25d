"""Reviewed documents come out as articles by which the parser can be measured."""

from pathlib import Path

import pytest

from app.contract import format_parse
from app.parsing.pipeline import parse_document
from app.reading import read_document
from app.review.changes import Accept, Correct, Reject
from app.review.deciding import decide
from app.review.gold import ExportError, GoldReport, export_gold
from app.store.database import Store
from app.store.found import fetch_shown
from app.store.save import save_parse
from app.store.targets import fetch_document_ids
from tests.bench.parse import score_all
from tests.factories import make_summit
from tests.gold.score import add_scores, read_gold, score_article
from tests.store.rows import rows

SEED = Path(__file__).parents[2] / "seeds" / "000_86219e909b20c783.txt"


def review_all(store: Store) -> None:
    for record in ("quote", "demand", "outcome"):
        for (key,) in rows(store, f"SELECT key FROM {record} WHERE state = 'found'"):
            decide(store, "ada", Accept(record, key))


@pytest.fixture
def summit(store: Store) -> Store:
    save_parse(store, make_summit())
    return store


def test_a_reviewed_document_is_an_annotated_article(summit: Store, tmp_path: Path) -> None:
    [(quote,)] = rows(summit, "SELECT key FROM quote")
    decide(summit, "ada", Correct("quote", quote, {"speaker": "sundia"}))
    [(dam,)] = rows(summit, "SELECT key FROM demand WHERE text LIKE 'a dam%'")
    decide(summit, "ada", Reject("demand", dam))
    review_all(summit)
    assert export_gold(summit, tmp_path / "ours") == GoldReport(1, 0)

    [gold] = read_gold(tmp_path / "ours")
    assert gold.text == make_summit().document.text
    assert [(one["text"], one["speaker"]) for one in gold.records["quotes"]] == [("Open the gates.", "sundia")]
    assert [one["text"] for one in gold.records["demands"]] == ["Open the gates"]
    with summit.connect() as connection:
        [id_] = fetch_document_ids(connection)
        scores, misses = score_article(gold, format_parse(fetch_shown(connection, id_)))
    assert misses == []
    assert {kind: tally.figures()["f1"] for kind, tally in scores.items()} == dict.fromkeys(scores, 1.0)


def test_a_document_with_records_that_wait_is_left_out_unless_asked_for(summit: Store, tmp_path: Path) -> None:
    assert export_gold(summit, tmp_path / "none") == GoldReport(0, 0)
    [(quote,)] = rows(summit, "SELECT key FROM quote")
    decide(summit, "ada", Accept("quote", quote))
    assert export_gold(summit, tmp_path / "none") == GoldReport(0, 1)
    assert not (tmp_path / "none").exists()
    assert export_gold(summit, tmp_path / "some", unfinished=True) == GoldReport(1, 0)


def test_a_folder_that_cannot_be_written_is_named(summit: Store, tmp_path: Path) -> None:
    review_all(summit)
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match="cannot be written"):
        export_gold(summit, tmp_path / "file")


@pytest.mark.model
def test_the_parser_is_measured_on_what_was_exported(store: Store, tmp_path: Path) -> None:
    save_parse(store, parse_document(read_document(SEED)))
    review_all(store)
    export_gold(store, tmp_path)
    scored, misses = score_all(read_gold(tmp_path))
    assert misses == []
    assert add_scores(scored)["quotes"].figures()["right_f1"] == 1.0
