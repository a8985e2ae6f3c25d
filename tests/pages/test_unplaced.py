"""Decisions that a new version of an article leaves without a place: shown, placed anew, or let go."""

from dataclasses import replace
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.records import hash_text
from app.review.changes import Correct
from app.review.deciding import decide
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse
from tests.pages.editors import fields_of, send
from tests.store.queries.stored import TALKS


@pytest.fixture
def key(editor: TestClient, store: Store) -> str:
    """A goal that an editor corrected, in an article whose new version no longer has its words."""
    listed = editor.get("/demands").text
    entry = next(each for each in listed.split("<article") if ">the tolls<" in each)
    found = entry.split('href="/demands/')[1].split('"')[0]
    decide(store, "Ann", Correct("demand", found, {"kind": "refusal"}), reason="She refuses them.")
    text = TALKS.replace("the tolls", "all the fares")
    document = replace(
        make_document(TALKS, "bridge-talks", published_on="2031-08-15"), text=text, sha256=hash_text(text)
    )
    save_parse(
        store,
        make_parse(document, actors=[make_actor("Vladimir Putin", side="russia"), make_actor("Russia", "country")]),
    )
    return found


def test_what_lost_its_place_waits_for_a_person(editor: TestClient, client: TestClient, key: str) -> None:
    page = editor.get("/review").text.split('id="unplaced"')[1]
    about = client.get(f"/demands/{key}")

    assert f'href="/demands/{key}/edit"' in page
    assert f'href="/demands/{key}/reject"' in page
    assert "the tolls" in page
    assert about.status_code == 200
    assert "could not be carried over" in about.text
    assert "She refuses them." in about.text
    assert "/edit" not in about.text


def test_it_is_given_another_place(editor: TestClient, key: str) -> None:
    form = fields_of(editor.get(f"/demands/{key}/edit").text, f"/demands/{key}/edit")
    still = send(editor, f"/demands/{key}/edit")
    placed = send(editor, f"/demands/{key}/edit", words="all the fares")

    assert form["words"] == ["the tolls"]
    assert form["kind"] == ["refusal"]
    assert form["holder"] == ["Vladimir Putin"]
    assert still.status_code == 422
    assert placed.status_code == 200
    assert "<mark>all the fares</mark>" in placed.text
    assert 'id="unplaced"' not in editor.get("/review").text


def test_it_is_let_go(editor: TestClient, key: str) -> None:
    page = unescape(send(editor, f"/demands/{key}/reject", reason="Gone from the article.").text)

    assert "<b>local</b> rejected it" in page
    assert 'id="unplaced"' not in editor.get("/review").text
