"""Pages kept as bytes: asked again they come without a question to the store, and never after it has changed."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from app.main import create_app
from app.pages.page_cache import Answer, Answers, PageCache
from app.store.changes import Watch
from app.store.database import Store, open_store
from app.store.save import save_parse
from tests.pages.conftest import HTMX, watch_statements
from tests.store.queries.stored import fill, repeat

PLAIN, PACKED = {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip"}


@pytest.fixture
def asked(store: Store) -> Iterator[list[str]]:
    """The statements that the store has been asked so far."""
    with watch_statements(store) as statements:
        yield statements


@pytest.mark.parametrize("path", ["/", "/quotes?speaker=vladimir-putin", "/documents/bridge-talks", "/help"])
@pytest.mark.parametrize("headers", [PLAIN, PACKED])
def test_a_page_asked_again_is_the_same_and_asks_the_store_nothing(
    client: TestClient, asked: list[str], path: str, headers: dict[str, str]
) -> None:
    first = client.get(path, headers=headers)
    before = len(asked)
    again = client.get(path, headers=headers)

    assert len(asked) == before
    assert (again.status_code, again.content, again.headers) == (200, first.content, first.headers)
    assert again.headers["cache-control"] == "no-cache"


def test_a_page_that_the_reader_has_is_not_sent_again(client: TestClient) -> None:
    page = client.get("/quotes")
    answer = client.get("/quotes", headers={"If-None-Match": page.headers["etag"]})

    assert (answer.status_code, answer.content) == (304, b"")
    assert {name: answer.headers[name] for name in ("etag", "cache-control", "vary")} == {
        name: page.headers[name] for name in ("etag", "cache-control", "vary")
    }
    assert "content-encoding" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_reader_with_an_older_page_gets_the_new_one(client: TestClient, store: Store) -> None:
    page = client.get("/quotes")
    save_parse(store, repeat(1))
    answer = client.get("/quotes", headers={"If-None-Match": page.headers["etag"]})

    assert answer.status_code == 200
    assert "Bridge 1" in answer.text


def test_each_form_of_a_page_has_its_own_tag(client: TestClient) -> None:
    forms = [PLAIN, PACKED, PLAIN | HTMX, PACKED | HTMX]
    answers = [client.get("/quotes", headers=headers) for headers in forms * 2]

    assert len({answer.headers["etag"] for answer in answers}) == len(forms)
    assert [answer.headers.get("content-encoding") for answer in answers] == [None, "gzip", None, "gzip"] * 2
    assert answers[0].content == answers[1].content == answers[4].content == answers[5].content
    assert answers[2].content == answers[3].content == answers[6].content
    assert all("Accept-Encoding" in answer.headers["vary"] for answer in answers)


def test_the_other_address_of_a_server_has_pages_of_its_own(client: TestClient) -> None:
    for host in ("one.example", "two.example") * 2:
        assert f"http://{host}/quotes" in client.get("/quotes", headers={"Host": host}).text


def test_head_has_the_headers_of_get(client: TestClient) -> None:
    page, head = client.get("/quotes"), client.head("/quotes")

    assert {name: head.headers[name] for name in ("etag", "content-length")} == {
        name: page.headers[name] for name in ("etag", "content-length")
    }


@pytest.mark.parametrize("path", ["/nowhere", "/quotes?kind=nonsense", "/quotes/aaaaaaaaaa", "/healthz"])
def test_errors_and_what_does_not_say_so_are_not_kept(client: TestClient, asked: list[str], path: str) -> None:
    assert "etag" not in client.get(path).headers
    before = len(asked)
    client.get(path)

    assert len(asked) > before or path == "/nowhere"


def test_another_method_is_passed_on(client: TestClient) -> None:
    client.get("/quotes")

    assert client.post("/quotes", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 405


def test_the_next_answer_shows_what_another_process_has_written(store_path: Path) -> None:
    store = fill(open_store(store_path))
    program = f"""
from pathlib import Path
from app.store.database import open_store
from app.store.save import save_parse
from tests.store.queries.stored import repeat
save_parse(open_store(Path({str(store_path)!r})), repeat(7))
"""
    with TestClient(create_app(store=store)) as client:
        assert "Bridge 7" not in client.get("/quotes").text
        subprocess.run([sys.executable, "-c", program], check=True, timeout=60, cwd=Path(__file__).parents[2])
        assert "Bridge 7" in client.get("/quotes").text


def test_the_next_answer_shows_what_this_process_has_written(store_path: Path) -> None:
    store = fill(open_store(store_path))
    with TestClient(create_app(store=store)) as client:
        assert "Bridge 7" not in client.get("/quotes").text
        save_parse(store, repeat(7))
        assert "Bridge 7" in client.get("/quotes").text


def test_a_page_is_not_kept_over_midnight(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/quotes")
    monkeypatch.setattr("app.pages.citing.today", lambda: date(2040, 1, 2))
    assert "2 January 2040" not in client.get("/quotes").text
    monkeypatch.setattr("app.pages.page_cache.localtime", lambda: (2040, 1, 2))
    assert "2 January 2040" in client.get("/quotes").text


def test_editors_have_pages_of_their_own(store: Store) -> None:
    async def greet(request: Request) -> Response:
        return Response(request.cookies.get("editor", "nobody"), headers={"Cache-Control": "no-cache"})

    client = TestClient(PageCache(Starlette(routes=[Route("/", greet)]), Watch(store), who_asks))
    answers = {name: client.get("/", headers={"Cookie": f"editor={name}"}) for name in ("ada", "kurt")}
    reader = client.get("/")

    assert {name: each.text for name, each in answers.items()} == {"ada": "ada", "kurt": "kurt"}
    assert {each.headers["cache-control"] for each in answers.values()} == {"private, no-cache"}
    assert (reader.text, reader.headers["cache-control"]) == ("nobody", "no-cache")


def who_asks(request: Request) -> str | None:
    return request.cookies.get("editor")


@pytest.mark.parametrize(
    "headers", [{"Cache-Control": "no-store"}, {}, {"Cache-Control": "no-cache", "Set-Cookie": "a=b"}]
)
def test_an_answer_that_does_not_allow_it_is_not_kept(store: Store, headers: dict[str, str]) -> None:
    asked: list[str] = []

    async def greet(request: Request) -> Response:
        asked.append(request.url.path)
        return Response("hello", headers=headers)

    client = TestClient(PageCache(Starlette(routes=[Route("/", greet)]), Watch(store)))
    answers = [client.get("/"), client.get("/")]

    assert (len(asked), [each.text for each in answers]) == (2, ["hello", "hello"])


def answer(size: int) -> Answer:
    return Answer((), b"x" * size, b'"x"')


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    answers = Answers(most_bytes=3 * answer(1000).size)
    answers.find(1, "nothing")
    for name in "abc":
        answers.keep(1, (name,), answer(1000))
    answers.find(1, ("a",))
    answers.keep(1, ("d",), answer(1000))

    assert list(answers.kept) == [("c",), ("a",), ("d",)]
    assert answers.bytes == sum(each.size for each in answers.kept.values())


def test_what_is_larger_than_all_is_not_kept() -> None:
    answers = Answers(most_bytes=5000)
    answers.find(1, "nothing")
    answers.keep(1, ("a",), answer(1000))
    answers.keep(1, ("b",), answer(5000))

    assert list(answers.kept) == [("a",)]


def test_an_answer_from_before_a_change_is_not_kept() -> None:
    answers = Answers()
    answers.find(1, ("a",))
    answers.find(2, ("b",))
    answers.keep(1, ("a",), answer(10))

    assert answers.find(2, ("a",)) is None
    assert answers.bytes == 0


def test_an_answer_kept_twice_counts_once() -> None:
    answers = Answers()
    answers.find(1, ("a",))
    answers.keep(1, ("a",), answer(10))
    answers.keep(1, ("a",), answer(20))

    assert answers.bytes == answer(20).size
