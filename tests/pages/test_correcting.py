"""Correcting records where they stand: forms, places, conflicts, and what readers see of it."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

from tests.pages.editors import fields_of, send

FirstKey = Callable[[str], str]


def test_a_speaker_is_corrected(editor: TestClient, first_key: FirstKey) -> None:
    key = first_key("quotes")
    before = editor.get(f"/quotes/{key}").text
    answer = send(editor, f"/quotes/{key}/edit", speaker="Radio Askar", reason="It was the station.")
    page = answer.text

    assert answer.url.path == f"/quotes/{key}"
    assert "found by the parser" in before
    assert '<span class="state corrected">' in page
    assert 'href="/actors/radio-askar">Radio Askar</a>' in page
    assert "<ins>Radio Askar</ins>" in page
    assert "It was the station." in page


def test_the_history_calls_everybody_by_name(editor: TestClient, first_key: FirstKey) -> None:
    address = f"/quotes/{first_key('quotes')}/edit"
    send(editor, address, speaker="Kurt Weiss")
    page = send(editor, address, speaker="Donald Trump").text

    assert "<del>Kurt Weiss</del>" in page
    assert "<ins>Donald Trump</ins>" in page


def test_nothing_changed_is_said(editor: TestClient, first_key: FirstKey) -> None:
    answer = send(editor, f"/quotes/{first_key('quotes')}/edit")

    assert answer.status_code == 422
    assert "othing" in answer.text


def test_words_are_found_in_the_article(editor: TestClient) -> None:
    address = f"/demands/{key_of(editor, 'the tolls')}/edit"
    several = send(editor, address, words="the bridge")
    place = re.findall(r'name="words_place" value="(\d+:\d+)"', several.text)
    none = send(editor, address, words="the ferry tolls")
    once = send(editor, address, words="wants the tolls")
    chosen = send(editor, address, words="open the bridge", words_place="21:36")

    assert (several.status_code, none.status_code) == (422, 422)
    assert "more than once" in several.text
    assert len(place) == 2
    assert "do not stand in the article" in none.text
    assert "wants the tolls" in once.text
    assert once.url.path == address.removesuffix("/edit")
    assert chosen.status_code in (200, 422)


def key_of(editor: TestClient, words: str, folder: str = "demands") -> str:
    page = editor.get(f"/{folder}").text
    entry = next(each for each in page.split("<article") if f">{words}<" in each)
    found = re.search(rf'href="/{folder}/([a-z2-7]+)"', entry)
    assert found
    return found[1]


def test_a_stranger_is_added_once_it_is_said_what_it_is(editor: TestClient, first_key: FirstKey) -> None:
    address = f"/quotes/{first_key('quotes')}/edit"
    asked = send(editor, address, speaker="Berta Ek")
    added = send(editor, address, speaker="Berta Ek", new_kind="person")

    assert asked.status_code == 422
    assert "Nobody is called “Berta Ek” yet" in unescape(asked.text)
    assert 'name="new_kind"' in asked.text
    assert 'href="/actors/berta-ek">Berta Ek</a>' in added.text


def test_a_missed_demand_is_added_by_its_words(editor: TestClient) -> None:
    start = len("Donald Trump urged ")
    address = f"/documents/bridge-talks/add?record=demand&span={start}:{start + 14}"
    form = editor.get(address).text
    sent = fields_of(form, "/documents/bridge-talks/add") | {"holder": "Kurt Weiss", "kind": "goal"}
    answer = editor.post("/documents/bridge-talks/add", data=sent)

    assert sent["words"] == ["Vladimir Putin"]
    assert answer.status_code == 200
    assert re.search(r"record=([a-z2-7]{10})", str(answer.url))
    assert "added by hand" in answer.text


def test_what_is_to_be_added_is_asked_first(editor: TestClient) -> None:
    page = editor.get("/documents/bridge-talks/add").text

    assert [kind in page for kind in ('value="quote"', 'value="demand"', 'value="outcome"')] == [True] * 3


def test_a_rejected_record_says_who_and_why(editor: TestClient, client: TestClient, first_key: FirstKey) -> None:
    key = first_key("quotes")
    unsaid = send(editor, f"/quotes/{key}/reject")
    done = send(editor, f"/quotes/{key}/reject", reason="Nobody says this.")
    seen = client.get(f"/quotes/{key}")

    assert unsaid.status_code == 422
    assert done.url.path == f"/quotes/{key}"
    assert key not in editor.get("/quotes").text
    for page in (done.text, seen.text):
        assert "<b>local</b> rejected it" in page
        assert "Nobody says this." in page
    assert "Undo" in done.text
    assert "Undo" not in seen.text


def test_a_change_is_taken_back(editor: TestClient, first_key: FirstKey) -> None:
    key = first_key("quotes")
    page = send(editor, f"/quotes/{key}/reject", reason="Wrong.").text
    action = re.search(r'action="(/history/\d+/undo)"', page)
    assert action
    answer = editor.post(action[1], data={"back": f"/quotes/{key}"})

    assert answer.url.path == f"/quotes/{key}"
    assert "found by the parser" in answer.text
    assert "took back" in answer.text


def test_accepting_keeps_one_in_the_article(editor: TestClient, first_key: FirstKey) -> None:
    key = first_key("demands")
    answer = editor.post(
        f"/demands/{key}/accept", data={"expected": "0", "back": "/documents/bridge-talks?kind=demand"}
    )

    assert answer.url.path == "/documents/bridge-talks"
    assert dict(answer.url.params) == {"kind": "demand", "record": key}
    assert "accepted" in answer.text


def test_readers_see_states_and_no_forms(editor: TestClient, client: TestClient, first_key: FirstKey) -> None:
    key = first_key("quotes")
    editor.post(f"/quotes/{key}/accept", data={"expected": "0"})
    for address in (f"/quotes/{key}", "/quotes", "/documents/bridge-talks", "/history", "/review"):
        page = client.get(address).text
        assert 'method="post"' not in page, address
        assert "/edit" not in page, address
        assert "accepted" in page, address


@pytest.mark.parametrize(
    "path", ["quotes/{}/edit", "quotes/{}/reject", "documents/bridge-talks/add", "actors/russia/edit"]
)
def test_who_may_not_write_is_asked_to_sign_in(
    editor: TestClient, client: TestClient, first_key: FirstKey, path: str
) -> None:
    assert client.get("/" + path.format(first_key("quotes"))).status_code == 401


def test_htmx_gets_the_form_alone_and_faults_in_its_place(editor: TestClient, first_key: FirstKey) -> None:
    key = first_key("quotes")
    opened = editor.get(f"/quotes/{key}/edit", headers={"HX-Request": "true", "HX-Target": f"slot-{key}"})
    sent = fields_of(opened.text, f"/quotes/{key}/edit") | {"speaker": "Nobody Known"}
    answer = editor.post(f"/quotes/{key}/edit", data=sent, headers={"HX-Request": "true", "HX-Target": "main"})

    assert "<main" not in opened.text
    assert (answer.status_code, answer.headers["hx-retarget"]) == (200, "#correction")
    assert "Nobody is called" in answer.text
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("folder", ["quotes", "demands", "outcomes"])
def test_lists_are_filtered_by_state(editor: TestClient, first_key: FirstKey, folder: str) -> None:
    key = first_key(folder)
    editor.post(f"/{folder}/{key}/accept", data={"expected": "0"})
    accepted = editor.get(f"/{folder}?state=accepted").text

    assert set(re.findall(rf'href="/{folder}/([a-z2-7]{{10}})"', accepted)) == {key}
    assert 'name="state" value="accepted" checked' in accepted
    assert key not in re.findall(rf'href="/{folder}/([a-z2-7]{{10}})"', editor.get(f"/{folder}?state=found").text)


def test_what_was_rejected_is_in_no_list(client: TestClient) -> None:
    answer = client.get("/quotes?state=rejected")

    assert answer.status_code == 400
    assert "the page Review (/review) shows these records" in answer.text


def test_the_history_can_be_cited(client: TestClient) -> None:
    page = client.get("/history?editor=Ann").text
    address = re.search(r'href="(/cite/history[^"]+)" download', page)

    assert address
    assert "Editor: Ann" in client.get(unescape(address[1])).text


def test_where_nobody_decided_anything_no_state_is_offered(editor: TestClient) -> None:
    assert 'name="state"' not in editor.get("/quotes").text
