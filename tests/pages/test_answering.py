"""Where a page is made: on the loop, and anew in a thread where the store takes long."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from app.pages.answering import MOST_LONG, Page, make_threads
from app.pages.wanted import Store as ReadStore
from app.store.database import Store, open_store
from app.store.errors import StoreError

# A number of rows for which SQLite takes some hundred thousand steps.
COUNT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT count(*) FROM n"


@pytest.fixture
def made() -> list[str]:
    """The thread of each time that the handler was called."""
    return []


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """A file, for threads must not share a connection."""
    opened = open_store(store_path)
    yield opened
    opened.dispose()


@pytest.fixture
def client(store: Store, made: list[str]) -> TestClient:
    router = APIRouter(route_class=Page)

    @router.get("/count/{key}")
    def count(request: Request, connection: ReadStore, key: str) -> Response:
        made.append(threading.current_thread().name)
        rows = connection.exec_driver_sql(COUNT).scalar_one()
        return PlainTextResponse(f"{key} of {request.url.path}: {rows}")

    app = FastAPI()
    app.state.engine, app.state.threads = store, make_threads()
    app.include_router(router)
    return TestClient(app)


def test_a_short_page_is_made_once_on_the_loop(client: TestClient, made: list[str]) -> None:
    assert client.get("/count/all").text == "all of /count/all: 100000"
    assert [name.startswith("long") for name in made] == [False]


def test_a_long_page_is_begun_anew_in_a_thread(
    client: TestClient, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pages.answering.BRIEF_SECONDS", 0)

    assert client.get("/count/all").text == "all of /count/all: 100000"
    assert [name.startswith("long") for name in made] == [False, True]


def test_a_connection_that_was_hurried_is_not_hurried_for_the_next(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pages.answering.BRIEF_SECONDS", 0)
    client.get("/count/all")

    with store.connect() as connection:
        assert connection.exec_driver_sql(COUNT).scalar_one() == 100_000


def test_an_error_of_the_store_is_not_taken_for_a_long_page(store: Store, made: list[str]) -> None:
    router = APIRouter(route_class=Page)

    @router.get("/")
    def fail(request: Request, connection: ReadStore) -> Response:
        made.append("called")
        raise StoreError("gone")

    app = FastAPI()
    app.state.engine, app.state.threads = store, make_threads()
    app.include_router(router)
    with pytest.raises(StoreError, match="gone"):
        TestClient(app).get("/")
    assert made == ["called"]


def test_more_long_pages_than_threads_wait_for_their_turn(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.pages.answering.BRIEF_SECONDS", 0)
    answers: list[str] = []
    askers = [
        threading.Thread(target=lambda: answers.append(client.get("/count/all").text)) for _ in range(2 * MOST_LONG)
    ]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()

    assert answers == ["all of /count/all: 100000"] * len(askers)
