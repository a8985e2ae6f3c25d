"""What a store with nothing in it says: not that a choice was wrong, but what to do next."""

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.database import Store

LISTS = ["/actors", "/quotes", "/demands", "/outcomes", "/documents", "/compare", "/network", "/timeline"]


@pytest.mark.parametrize("path", LISTS)
def test_an_empty_store_says_where_to_begin(empty_client: TestClient, path: str) -> None:
    page = empty_client.get(path).text

    assert '<a href="/">begin with an article</a>' in page
    assert "Take back a choice" not in page
    assert 'id="filters"' not in page


def test_a_search_that_finds_nothing_leads_on(empty_client: TestClient) -> None:
    assert 'look through <a href="/documents">all articles</a>' in empty_client.get("/search?q=nowhere").text


def test_the_front_page_begins_with_adding_an_article(empty_client: TestClient, store: Store) -> None:
    app = create_app(Settings(host="127.0.0.1"), store)
    at_the_machine = TestClient(app, base_url="http://127.0.0.1:8000").get("/").text

    assert '<a class="begin" href="/documents/new">Add an article</a>' in at_the_machine
    assert '<a class="begin" href="/sign-in?next=/documents/new">' in empty_client.get("/").text


def test_a_choice_that_leaves_nothing_can_be_taken_back(client: TestClient) -> None:
    page = client.get("/quotes?q=nowhere").text

    assert "No quote fits. Take back a choice above" in page
    assert 'id="filters"' in page
