"""The comparison."""

import re

from starlette.testclient import TestClient

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
    assert "Nothing on this topic in these documents." in page


def test_what_one_asks_of_the_others_government_and_the_other_refuses_is_marked(client: TestClient) -> None:
    assert "Donald Trump asks, Vladimir Putin refuses on the same topic" in client.get("/compare").text


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
