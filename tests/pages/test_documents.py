"""The article with its marks."""

import re
from collections.abc import Callable

from starlette.testclient import TestClient

from tests.pages.conftest import HTMX


def test_every_record_has_its_place_in_the_text_and_in_the_list(client: TestClient) -> None:
    page = client.get("/documents/bridge-talks").text
    places = re.findall(r'class="note \w+" id="([qdo]-[a-z2-7]{10})"', page)

    assert len(places) == len(set(places)) == 8
    assert sorted(places) == sorted(re.findall(r'<li id="entry-([^"]+)"', page))


def test_the_record_of_the_address_is_lit(client: TestClient, first_key: Callable[[str], str]) -> None:
    key = first_key("demands")
    page = client.get(f"/documents/bridge-talks?record={key}").text

    assert f'<li id="entry-d-{key}" class="lit"' in page
    assert re.search(r'class="marked [a-z ]*lit"', page)


def test_kinds_can_be_left_out(client: TestClient) -> None:
    page = client.get("/documents/bridge-talks?kind=outcome", headers=HTMX).text

    assert set(re.findall(r'class="note (\w+)" id=', page)) == {"outcome"}


def test_the_record_of_the_address_says_which_rule_found_it_and_what_comes_next(
    client: TestClient, first_key: Callable[[str], str]
) -> None:
    key = first_key("demands")
    page = client.get(f"/documents/bridge-talks?record={key}").text
    entry = page.split(f'<li id="entry-d-{key}"')[1].split("</li>")[0]

    assert "Found by: by hand" in entry
    assert re.search(r'rel="next" href="#[qdo]-[a-z2-7]{10}"', entry)


def test_actors_are_chosen_and_counted(client: TestClient) -> None:
    page = client.get("/documents/bridge-talks?actor=vladimir-putin&actor=russia&kind=demand").text
    counted = re.findall(r'name="actor" value="([a-z-]+)"( checked)?>.*?class="count">(\d+)', page)

    assert counted == [
        ("vladimir-putin", " checked", "2"),
        ("donald-trump", "", "1"),
        ("russia", " checked", "1"),
    ]
    assert page.count("<li id=") == 3
    assert "3 records marked of 8" in page


def test_coverage_counts_sentences(client: TestClient) -> None:
    assert "7 of 8 sentences used" in client.get("/documents/bridge-talks").text


def test_an_article_without_a_title_is_called_by_its_first_words(client: TestClient) -> None:
    assert "“Donald Trump urged Vladimir Putin" in client.get("/documents").text


def test_all_kinds_are_no_choice_of_a_kind(client: TestClient) -> None:
    answer = client.get("/documents/bridge-talks?kind=quote&kind=demand&kind=outcome&unused=on", headers=HTMX)

    assert answer.headers["hx-push-url"] == "/documents/bridge-talks?unused=on"
    assert (
        answer.text.count('class="marked unused"') == 2
    )  # the sentence, and the switch that shows what the mark means
