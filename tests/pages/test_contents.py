"""What single pages tell of the small store: the front page, an actor's dossier, outcomes as questions, the search."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.store.errors import LockedStoreError


def section(page: str, title_id: str) -> str:
    """The section whose heading has the id, its words alone."""
    part = page.split(f'aria-labelledby="{title_id}"')[1].split("</section>\n<section")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def test_front_page_says_who_asks_what_of_whom(client: TestClient) -> None:
    page = client.get("/").text

    assert "Donald Trump → asks of Russia 1 open the bridge" in section(page, "asking-title")
    assert (
        re.findall(r'aria-label="([^"]+: \d+ demands?, [^"]+)"', page)[0]
        == "2 of Vladimir Putin: 0 demands, 1 goal, 1 refusal"
    )
    assert re.findall(r'<h3><a class="actor" href="/actors/([^"]+)">[^<]+</a> wants</h3>', page) == [
        "donald-trump",
        "vladimir-putin",
    ]


def test_front_page_shows_an_open_question(client: TestClient) -> None:
    told = client.get("/").text.split('id="hinges-title"')[1]

    assert told.index("If Putin agrees") < told.index("pay for the paint") < told.index("Should Putin balk")


def test_ways_on_from_the_open_questions_lead_where_they_say(client: TestClient) -> None:
    page = client.get("/").text

    assert '<a href="/outcomes?view=conditions">All conditions</a>' in page
    assert '<a href="/outcomes?view=ledger">Promises and threats' in page


def test_conditions_have_one_name_wherever_they_stand(client: TestClient) -> None:
    assert ">What hangs on what</h2>" in client.get("/").text
    page = client.get("/outcomes?view=conditions").text
    assert ">What hangs on what</h2>" in page
    assert ">What hangs on what <span" in page


def test_orders_stand_over_the_list_that_they_order(client: TestClient) -> None:
    page = client.get("/outcomes").text

    assert page.index(">One by one</h2>") < page.index('<p class="orders">')
    assert '<p class="orders">' not in client.get("/outcomes?view=ledger").text


def test_a_record_leads_to_the_others_of_whom_it_is(client: TestClient, first_key: Callable[[str], str]) -> None:
    for path, link in [("quotes", "/quotes?speaker="), ("demands", "/demands?holder="), ("outcomes", "/outcomes?")]:
        crumb = client.get(f"/{path}/{first_key(path)}").text.split('<p class="crumb">')[1].split("</p>")[0]
        assert f'<a href="{link}' in crumb
        assert client.get(crumb.rsplit('href="', 1)[1].split('"')[0]).status_code == 200


def test_opposite_conditions_stand_in_one_question(client: TestClient) -> None:
    page = client.get("/outcomes").text
    questions = re.findall(r'<article class="question.*?</article>', page, re.DOTALL)

    assert [re.findall(r'class="condition">([^<]+)</h3>', question) for question in questions] == [
        ["If Putin agrees", "Should Putin balk"]
    ]


def test_a_lone_condition_stands_with_its_outcome(client: TestClient) -> None:
    assert '<p class="condition">If the gates stay shut</p>' in client.get("/outcomes").text


def test_dossier(client: TestClient) -> None:
    page = client.get("/actors/vladimir-putin").text

    assert re.findall(r"<b>(\d+)</b>", page) == ["2", "0", "1", "0"]
    assert "the tolls" in section(page, "wants-title")
    assert "&lt;b&gt;ours&lt;/b&gt;" in page.split('id="said"')[1]
    assert 'href="/actors/russia"' in page


def test_search_groups_what_it_finds_and_marks_the_hits(client: TestClient) -> None:
    page = client.get("/search?q=bridg*").text

    assert {
        name: int(count) for name, count in re.findall(r'<h2 id="s-+(\w+)">\w[\w ]* <span class="count">(\d+)', page)
    } == {
        "demands": 3,
        "quotes": 1,
        "documents": 1,
    }
    assert "<mark>bridge</mark>" in page


def test_a_store_that_is_busy_has_a_page(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise LockedStoreError("secret/store.db")

    monkeypatch.setattr("app.pages.quotes.fetch_quotes", fail)
    answer = client.get("/quotes")

    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_names_lead_to_the_articles_that_have_them(client: TestClient) -> None:
    page = client.get("/actors/donald-trump").text
    address, number = re.findall(r'class="count" href="(/documents[^"]+)">(\d+) article', page)[0]

    assert f">{number} article" in client.get(address.replace("&amp;", "&")).text


def test_a_demand_received_names_others_of_whom_it_is_asked_alone(client: TestClient) -> None:
    asked = section(client.get("/actors/russia").text, "asked-title")

    assert "by Donald Trump 1 demand open the bridge" in asked
