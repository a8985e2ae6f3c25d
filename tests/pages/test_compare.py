"""The comparison."""

import re

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.store.database import Store
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_parse
from tests.pages.conftest import HTMX


def rows(page: str) -> dict[str, list[list[str]]]:
    """Words by topic and column."""
    found = {}
    for topic, row in re.findall(r'id="topic-([a-z-]+)">(.*?)</tr>', page, re.DOTALL):
        cells = re.findall(r"<td.*?</td>", row, re.DOTALL)
        found[topic] = [re.findall(r'<span class="reported">(.*?)</span></summary>', cell) for cell in cells]
    return found


def test_the_default_pair_stands_side_by_side(client: TestClient) -> None:
    page = client.get("/compare").text

    assert "What Donald Trump and Vladimir Putin want" in page
    assert rows(page) == {
        "territory": [["open the bridge"], ["open the bridge at night"]],
        "trade": [[], ["the tolls"]],
    }
    assert "Both speak to it" in page
    assert "Only Vladimir Putin" in page


def test_what_one_asks_and_the_other_refuses_is_marked_where_it_stands(client: TestClient) -> None:
    page = client.get("/compare").text

    assert "Donald Trump asks, Vladimir Putin refuses the same words" in page
    assert page.count('class="tie clash"') == 2


SILENCES = [
    ("/compare?actor=vladimir-putin&actor=kurt-weiss", "Nothing on this topic in these articles."),
    ("/compare?actor=vladimir-putin&actor=donald-trump", "States nothing on this topic, but acts:"),
    ("/compare?actor=russia&actor=united-states&kind=goal", "Nothing that Russia or the United States wants was found"),
    ("/compare?actor=vladimir-putin&actor=kurt-weiss&kind=refusal", "Nothing on this topic among these kinds"),
]


@pytest.mark.parametrize(("path", "words"), SILENCES)
def test_an_empty_cell_says_why(client: TestClient, path: str, words: str) -> None:
    assert words in client.get(path).text


def test_what_only_others_report_is_named(store: Store) -> None:
    document = make_document("Ada asks Bo to sign. Bo, asked whether he would, declined to say. Cy wants a seat.")
    actors = [make_actor(name) for name in ("Ada", "Bo", "Cy")]
    demands = [
        make_demand(document, "sign", holder="ada", addressees=["bo"], topics=["trade"]),
        make_demand(document, "a seat", holder="cy", kind="goal", topics=["elections"]),
    ]
    save_parse(store, make_parse(document, actors=actors, demands=demands))
    page = TestClient(create_app(store=store)).get("/compare?actor=bo&actor=ada").text

    assert "only reported by others" in page
    assert '1 demand received</a>, from <a class="actor" href="/actors/ada">Ada</a>' in page
    assert page.count("Bo, asked whether he would, declined to say.") == 1


@pytest.mark.parametrize(("asked", "pair"), [("bo", "Ada and Bo"), ("dee", "Cy and Ada")])
def test_two_who_face_each_other_are_compared_where_nobody_is_named(store: Store, asked: str, pair: str) -> None:
    document = make_document("Ada asks Bo and Dee to sign. Bo wants out. Cy wants a seat, a vote and a road.")
    actors = [make_actor(name) for name in ("Ada", "Bo", "Cy", "Dee")]
    goals = [make_demand(document, words, holder="cy", kind="goal") for words in ("a seat", "a vote", "a road")]
    demands = [
        make_demand(document, "sign", holder="ada", addressees=[asked]),
        make_demand(document, "Bo wants", holder="ada", kind="goal"),
        make_demand(document, "out", holder="bo", kind="goal"),
        *goals,
    ]
    save_parse(store, make_parse(document, actors=actors, demands=demands))
    page = TestClient(create_app(store=store))

    assert f"What {pair} want" in page.get("/compare").text
    assert [f">{name}</a> wants" in page.get("/").text for name in pair.split(" and ")] == [True, True]


def test_what_is_older_than_the_newest_shown_is_not_called_silence(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.queries.comparison.MOST_DEMANDS", 1)
    page = client.get("/compare").text

    assert "Nothing on this topic among the newest positions" in page
    assert 'href="/demands?holder=vladimir-putin&amp;topic=territory">Older ones' in page
    assert "The newest of Donald Trump" in page
    assert "only reported by others" not in page


def test_a_position_on_two_topics_counts_once(store: Store) -> None:
    document = make_document("Ada asks Bo to sign. Bo waits.")
    actors = [make_actor(name) for name in ("Ada", "Bo")]
    demands = [make_demand(document, "sign", holder="ada", addressees=["bo"], topics=["trade", "negotiations"])]
    save_parse(store, make_parse(document, actors=actors, demands=demands))
    page = TestClient(create_app(store=store)).get("/compare?actor=ada&actor=bo").text

    assert "1 stated position in 1 article" in page
    assert [topic for topic, cells in rows(page).items() if cells[0] == ["sign"]] == ["trade", "negotiations"]


def test_topics_are_chosen_and_counted(client: TestClient) -> None:
    page = client.get("/compare?actor=vladimir-putin&topic=trade").text

    assert list(rows(page)) == ["trade"]
    assert re.findall(r'name="topic" value="([a-z-]+)"( checked)?', page) == [("territory", ""), ("trade", " checked")]


def test_governments_speak_beside_their_leaders(client: TestClient) -> None:
    page = client.get("/compare?actor=vladimir-putin&actor=donald-trump&governments=on").text

    assert rows(page)["territory"][0] == ["open the bridge at night", "open the bridge"]


def test_kinds_are_filtered(client: TestClient) -> None:
    page = client.get("/compare?actor=donald-trump&actor=vladimir-putin&kind=goal", headers=HTMX)

    assert rows(page.text) == {"trade": [[], ["the tolls"]]}
    assert page.headers["hx-push-url"] == "/compare?actor=donald-trump&actor=vladimir-putin&kind=goal"


def test_up_to_five_actors(client: TestClient) -> None:
    keys = ["donald-trump", "vladimir-putin", "russia", "sundia", "ada-lund"]
    page = client.get("/compare?" + "&".join(f"actor={key}" for key in keys)).text

    assert [len(cells) for cells in rows(page).values()] == [5, 5, 5]
    assert "Add an actor" not in page


def test_an_actor_without_positions_gets_an_honest_page(client: TestClient) -> None:
    assert "Nothing that Kurt Weiss wants was found" in client.get("/compare?actor=kurt-weiss").text


def test_one_actor_alone_is_told_to_be_no_comparison(client: TestClient) -> None:
    page = client.get("/compare?actor=donald-trump&actor=donald-trump").text

    assert "<title>What Donald Trump wants · Demarche</title>" in page
    assert "One actor alone: add another above to compare." in page
    assert "add another" not in client.get("/compare?actor=donald-trump&actor=vladimir-putin").text
