"""The application over a small store, and a client that asks it."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.store.database import Store
from tests.store.queries.stored import fill

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, no page of a test is begun anew in a thread unless the test wants it."""
    monkeypatch.setattr("app.pages.answering.BRIEF_SECONDS", 60)


@pytest.fixture
def client(store: Store) -> TestClient:
    return TestClient(create_app(store=fill(store)))


@pytest.fixture
def empty_client(store: Store) -> TestClient:
    return TestClient(create_app(store=store))


@pytest.fixture
def first_key(client: TestClient) -> Callable[[str], str]:
    """The key of the first record on a list page: `first_key("quotes")`."""

    def find(folder: str) -> str:
        return client.get(f"/{folder}").text.split(f'href="/{folder}/')[1].split('"')[0]

    return find
