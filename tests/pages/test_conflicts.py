"""Two editors at one record, sessions that end, and forms that no page of ours sends."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.review.changes import Correct, Reject
from app.review.deciding import decide
from app.store.database import Store
from app.store.editors import add_editor
from tests.pages.editors import fields_of

FirstKey = Callable[[str], str]


def test_of_two_editors_the_second_sees_both_versions(editor: TestClient, store: Store, first_key: FirstKey) -> None:
    key = first_key("quotes")
    address = f"/quotes/{key}/edit"
    sent = fields_of(editor.get(address).text, address)
    decide(store, "Ann", Correct("quote", key, {"speaker": "kurt-weiss", "kind": "mixed"}), expected=0, reason="Look.")
    answer = editor.post(address, data=sent | {"speaker": "Radio Askar"})
    page = answer.text
    again = fields_of(page, address)

    assert answer.status_code == 409
    assert "<b>Ann</b>" in page
    assert "Look." in page
    assert "Now: <b>Kurt Weiss</b>" in page
    assert again["speaker"] == ["Radio Askar"]
    assert again["kind"] == ["mixed"]
    done = editor.post(address, data=again)
    assert done.url.path == f"/quotes/{key}"
    assert 'href="/actors/radio-askar">Radio Askar</a>' in done.text


def test_one_who_rejects_what_was_changed_meanwhile_is_asked_again(
    editor: TestClient, store: Store, first_key: FirstKey
) -> None:
    key = first_key("quotes")
    sent = fields_of(editor.get(f"/quotes/{key}/reject").text, f"/quotes/{key}/reject") | {"reason": "Wrong."}
    decide(store, "Ann", Correct("quote", key, {"kind": "indirect"}))
    answer = editor.post(f"/quotes/{key}/reject", data=sent)
    assert answer.status_code == 409
    assert "Reject all the same" in answer.text
    assert "<b>Ann</b>" in answer.text
    again = fields_of(answer.text, f"/quotes/{key}/reject")
    assert "rejected it" in editor.post(f"/quotes/{key}/reject", data=again).text


def test_a_record_rejected_while_it_was_corrected_says_so(
    editor: TestClient, store: Store, first_key: FirstKey
) -> None:
    key = first_key("quotes")
    sent = fields_of(editor.get(f"/quotes/{key}/edit").text, f"/quotes/{key}/edit") | {"speaker": "Radio Askar"}
    decide(store, "Ann", Reject("quote", key), reason="Nobody says this.")
    answer = editor.post(f"/quotes/{key}/edit", data=sent)

    assert answer.status_code == 409
    assert "<b>Ann</b> rejected it" in answer.text
    assert "Radio Askar" in answer.text


def test_what_was_typed_outlives_a_session(editor: TestClient, store: Store, first_key: FirstKey) -> None:
    address = f"/quotes/{first_key('quotes')}/edit"
    sent = fields_of(editor.get(address).text, address) | {"speaker": "Radio Askar"}
    token = add_editor(store, "Ann")
    page = editor.post(address, data=sent).text
    assert "Radio Askar" in page
    kept = fields_of(page, "/sign-in") | {"token": token}
    carried = editor.post("/sign-in", data=kept).text
    done = editor.post(address, data=fields_of(carried, address))

    assert 'href="/actors/radio-askar">Radio Askar</a>' in done.text
    assert "<b>Ann</b> corrected" in done.text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("path", ["/quotes/aaaaaaaaaa/edit", "/documents/nothing/add?record=quote", "/history/99"])
def test_what_is_not_there_is_said(editor: TestClient, method: str, path: str) -> None:
    if path == "/history/99" and method == "post":
        path += "/undo"
    assert editor.request(method, path, data={} if method == "post" else None).status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"was": "nonsense", "expected": "many"},
        {"speaker": "x" * 5000},
        {"words": "x" * 100_000},
        {"words_place": "9999999:1", "words": "\x00"},
        {"topics": "fish", "kind": "", "said_on": "0000-00-00"},
        {"back": "https://elsewhere.example/", "kind": "mixed"},
    ],
)
def test_no_form_can_break_it(editor: TestClient, first_key: FirstKey, sent: dict[str, str]) -> None:
    answer = editor.post(f"/quotes/{first_key('quotes')}/edit", data=sent)

    assert answer.status_code in (200, 409, 422)
    assert answer.url.host == "127.0.0.1"
