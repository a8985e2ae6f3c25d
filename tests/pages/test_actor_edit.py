"""Actors renamed, made one, and split on their own pages; the history of changes and what takes them back."""

import re
from html import unescape

from starlette.testclient import TestClient

from app.review.changes import EditActor
from app.review.deciding import decide
from app.store.database import Store
from app.store.save import save_parse
from tests.pages.editors import fields_of, send
from tests.store.queries.stored import repeat

WEISS = "/actors/kurt-weiss"


def post(editor: TestClient, what: str, **typed: str | list[str]) -> str:
    page = editor.get(f"{WEISS}/edit").text
    sent = fields_of(page, f"{WEISS}/{what}") | typed
    return unescape(editor.post(f"{WEISS}/{what}", data=sent).text)


def test_an_actor_is_called_and_is_something_else(editor: TestClient, client: TestClient) -> None:
    page = post(editor, "edit", name="Kurt von Weiss", role="Envoy", side="Russia", reason="As he signs.")

    assert "<h1>Kurt von Weiss</h1>" in page
    assert "Envoy" in page
    assert '<a class="actor" href="/actors/russia">Russia</a>' in page
    assert "<del>Kurt Weiss</del>" in page
    assert "As he signs." in page
    assert "Kurt von Weiss" in client.get("/quotes").text


def test_what_was_left_alone_stays(editor: TestClient) -> None:
    assert "othing was changed" in post(editor, "edit")


def test_one_actor_becomes_another(editor: TestClient, client: TestClient) -> None:
    page = post(editor, "merge", into="Vladimir Putin")

    assert "<h1>Vladimir Putin</h1>" in page
    assert client.get(WEISS, follow_redirects=False).headers["location"] == "/actors/vladimir-putin"
    assert "Kurt Weiss" not in client.get("/actors?q=weiss").text.split('id="results"')[1].split("roll")[-1]
    assert "a toll booth" in client.get("/quotes?speaker=vladimir-putin").text


def test_a_merge_is_taken_back(editor: TestClient) -> None:
    page = post(editor, "merge", into="vladimir-putin")
    action = re.search(r'action="(/history/\d+/undo)"', page)
    assert action
    editor.post(action[1], data={"back": "/actors/kurt-weiss"})

    assert "<h1>Kurt Weiss</h1>" in editor.get(WEISS).text
    assert "a toll booth" in editor.get("/quotes?speaker=kurt-weiss").text


def test_who_is_meant_must_be_clear(editor: TestClient) -> None:
    assert "Write whom you mean" in post(editor, "merge")
    assert "Nobody in the store is called “The Baron”" in post(editor, "merge", into="The Baron")
    assert "itself" in post(editor, "merge", into="Kurt Weiss")


def test_one_actor_is_split_in_two(editor: TestClient, store: Store) -> None:
    save_parse(store, repeat(1))
    page = editor.get("/actors/ada-lund/edit").text
    sent = fields_of(page, "/actors/ada-lund/split") | {"documents": ["bridge-1"], "new_name": "Ada Lund the younger"}
    answer = editor.post("/actors/ada-lund/split", data=sent)

    assert "<h1>Ada Lund the younger</h1>" in answer.text
    assert "Bridge 1" in editor.get("/quotes?speaker=ada-lund-the-younger").text
    assert "Bridge 1" not in editor.get("/quotes?speaker=ada-lund").text


def test_nobody_is_split_off_without_a_name(editor: TestClient) -> None:
    page = post(editor, "split", names=["Kurt Weiss"])

    assert 'class="fault"' in page
    assert 'value="Kurt Weiss" checked' in page


def test_of_two_editors_the_second_sees_the_first(editor: TestClient, store: Store) -> None:
    sent = fields_of(editor.get(f"{WEISS}/edit").text, f"{WEISS}/edit") | {"name": "K. Weiss"}
    decide(store, "Ann", EditActor("kurt-weiss", {"role": "Envoy"}))
    answer = editor.post(f"{WEISS}/edit", data=sent)

    assert answer.status_code == 409
    assert "<b>Ann</b>" in answer.text
    assert 'name="name" value="K. Weiss"' in answer.text


def test_names_are_offered_as_one_types(editor: TestClient) -> None:
    offered = editor.get(f"{WEISS}/offered?into=put").text

    assert re.findall(r'<option value="([^"]+)"', offered) == ["Vladimir Putin"]
    assert "<option" not in editor.get(f"{WEISS}/offered?into=p").text


def test_the_history_tells_every_change_and_is_filtered(editor: TestClient, client: TestClient, store: Store) -> None:
    post(editor, "edit", role="Envoy")
    decide(store, "Ann", EditActor("russia", {"role": "host"}), reason="It hosts.")
    everything, anns = client.get("/history"), client.get("/history?editor=Ann")

    assert everything.text.count('<li id="event-') == 2
    assert anns.text.count('<li id="event-') == 1
    assert "It hosts." in anns.text
    assert anns.status_code == 200
    assert client.get("/history?action=merge").text.count('<li id="event-') == 0
    assert "2 changes" in everything.text


def test_a_change_that_others_stand_on_is_not_taken_back(editor: TestClient, store: Store) -> None:
    first = decide(store, "Ann", EditActor("kurt-weiss", {"role": "Envoy"}))
    decide(store, "Bo", EditActor("kurt-weiss", {"role": "Herald"}))
    answer = editor.post(f"/history/{first.id}/undo", data={"reason": ""})

    assert answer.status_code == 409
    assert 'role="alert"' in answer.text


def test_an_undo_is_undone(editor: TestClient, store: Store) -> None:
    first = decide(store, "Ann", EditActor("kurt-weiss", {"role": "Envoy"}))
    undone = editor.post(f"/history/{first.id}/undo", data={"reason": "No envoy."})
    second = first.id + 1
    again = editor.post(f"/history/{second}/undo", data={})

    assert f'href="/history/{second}">change {second}</a>' in undone.text
    assert "taken back by" in again.text
    assert "Envoy" in editor.get(WEISS).text.split("Names")[0]


def test_the_history_goes_on_behind_a_page(editor: TestClient, store: Store) -> None:
    for number in range(45):
        decide(store, "Ann", EditActor("kurt-weiss", {"role": f"Envoy {number}"}))
    first = editor.get("/history").text
    further = re.search(r'rel="next" href="(/history\?after=\d+)"', first)
    assert further
    second = editor.get(further[1]).text

    assert (first.count('<li id="event-'), second.count('<li id="event-')) == (40, 5)


def test_review_leads_through_what_nobody_has_looked_at(editor: TestClient) -> None:
    page, seen = editor.get("/review").text, set()
    assert "13 of 13 records have not been looked at yet" in page or "have not been looked at yet" in page
    for _ in range(3):
        action = re.search(r'action="(/(?:quote|demand|outcome)s/[a-z2-7]+/accept)"', page)
        assert action
        assert action[1] not in seen
        seen.add(action[1])
        page = editor.post(action[1], data=fields_of(page, action[1])).text
    assert "Next to review" in page


def test_review_goes_past_what_is_left(editor: TestClient) -> None:
    seen, page = [], editor.get("/review").text
    while True:
        key = re.search(r'href="(/review\?after=([a-z2-7]+))"[^>]*>Leave it', unescape(page))
        assert key
        if key[2] in seen:
            break
        seen.append(key[2])
        page = editor.get(key[1]).text

    total = re.search(r"(\d+) of \d+ records have", page)
    assert total
    assert len(seen) == int(total[1])


def test_what_was_rejected_stands_on_review(editor: TestClient, client: TestClient) -> None:
    key = re.findall(r'href="/quotes/([a-z2-7]{10})"', client.get("/quotes").text)[0]
    send(editor, f"/quotes/{key}/reject", reason="Nobody says this.")
    page = client.get("/review").text

    assert f'href="/quotes/{key}"' in page.split('id="rejected"')[1]
    assert "Nobody says this." in page
    assert client.get("/review?document=nothing").status_code == 404
