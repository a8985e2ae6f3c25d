"""The application over a small store, and a client that asks it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.database import Store
from tests.store.queries.stored import fill

HTMX = {"HX-Request": "true"}


@contextmanager
def watch_statements(store: Store) -> Iterator[list[str]]:
    """Every statement that the store in memory is asked meanwhile, save the beginnings and ends of transactions."""
    asked: list[str] = []

    def note(statement: str) -> None:
        if not statement.startswith(("BEGIN", "ROLLBACK", "COMMIT", "PRAGMA", "--")):
            asked.append(statement)

    with store.connect() as connection:
        driver = connection.connection.driver_connection
    assert driver is not None
    driver.set_trace_callback(note)
    try:
        yield asked
    finally:
        driver.set_trace_callback(None)


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, no page of a test is begun anew in a thread unless the test wants it."""
    monkeypatch.setattr("app.pages.answering.BRIEF_SECONDS", 60)


@pytest.fixture
def client(store: Store) -> TestClient:
    return TestClient(create_app(store=fill(store)))


@pytest.fixture
def editor(store: Store, client: TestClient) -> TestClient:
    """The person at the machine, who may write, over the store of `client`, who may only read."""
    app = create_app(Settings(host="127.0.0.1"), store)
    return TestClient(app, base_url="http://127.0.0.1:8000", headers={"Sec-Fetch-Site": "same-origin"})


@pytest.fixture
def empty_client(store: Store) -> TestClient:
    return TestClient(create_app(store=store))


@pytest.fixture
def first_key(client: TestClient) -> Callable[[str], str]:
    """The key of the first record on a list page: `first_key("quotes")`."""

    def find(folder: str) -> str:
        return client.get(f"/{folder}").text.split(f'href="/{folder}/')[1].split('"')[0]

    return find
