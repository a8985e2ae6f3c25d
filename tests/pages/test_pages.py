"""Every page answers, with its headers, and without script or style of its own."""

import re
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.pages.headers import SECURITY_HEADERS
from app.pages.render import VARY

PAGES = [
    "/",
    "/actors",
    "/actors/vladimir-putin",
    "/actors/vladimir-putin/dossier",
    "/quotes",
    "/demands",
    "/compare",
    "/outcomes",
    "/documents",
    "/documents/bridge-talks",
    "/help",
    "/network",
    "/timeline",
    "/history",
    "/review",
    "/search",
    "/search?q=bridge",
]
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)


@pytest.mark.parametrize("path", PAGES)
def test_page_answers(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer.headers["vary"].startswith(VARY)
    assert not INLINE.search(answer.text)
    assert answer.text.count("<h1") == 1
    assert answer.text.count("<main") == 1


@pytest.mark.parametrize("path", PAGES)
def test_page_of_an_empty_store_answers(empty_client: TestClient, path: str) -> None:
    status = 404 if "vladimir-putin" in path or path == "/documents/bridge-talks" else 200

    assert empty_client.get(path).status_code == status


def test_empty_store_says_what_to_do(empty_client: TestClient) -> None:
    assert "python -m app ingest" in empty_client.get("/").text


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/nowhere", "/quotes?kind=nonsense", "/static/nothing.css", "/favicon.ico"]
)
def test_every_answer_has_the_security_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert {name: headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_a_fault_of_ours_has_a_page_and_the_security_headers(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("app.pages.quotes.fetch_quotes", fail)
    answer = TestClient(client.app, raise_server_exceptions=False).get("/quotes")

    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_head_is_answered_like_get(client: TestClient) -> None:
    assert client.head("/quotes").status_code == 200


def test_health_tells_how_many_documents(client: TestClient) -> None:
    assert client.get("/healthz").text == "ok: 2 documents\n"


def test_static_files_may_be_kept_for_ever(client: TestClient) -> None:
    page = client.get("/").text
    for address in re.findall(r'(?:href|src)="(/static/[^"]+)"', page):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("folder", ["quotes", "demands", "outcomes"])
def test_record_page_shows_words_place_rule_and_citation(
    client: TestClient, first_key: Callable[[str], str], folder: str
) -> None:
    key = first_key(folder)
    page = client.get(f"/{folder}/{key}").text

    assert "<mark>" in page
    assert f"?record={key}#{folder[0]}-{key}" in page
    assert "by hand" in page
    assert f"http://testserver/{folder}/{key}" in page


def test_words_of_an_article_are_shown_and_never_run(client: TestClient) -> None:
    for path in ("/quotes", "/documents/bridge-talks", "/search?q=bridge"):
        page = client.get(path).text
        assert "&lt;b&gt;ours&lt;/b&gt;" in page
        assert "<b>ours" not in page


def test_an_unknown_actor_leads_to_those_of_a_similar_name(client: TestClient) -> None:
    answer = client.get("/actors/president-putin")

    assert answer.status_code == 404
    assert 'href="/actors/vladimir-putin"' in answer.text


MOST_BYTES = 40_000


@pytest.mark.parametrize("path", ["/", "/compare", "/quotes", "/outcomes", "/documents/bridge-talks"])
def test_a_first_page_is_small_with_all_it_needs(client: TestClient, path: str) -> None:
    page = client.get(path).text
    parts = [path, *sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page)))]
    sizes = {part: wire_bytes(client, part) for part in parts}

    assert sum(sizes.values()) < MOST_BYTES, sizes


def wire_bytes(client: TestClient, path: str) -> int:
    with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
        return sum(len(piece) for piece in answer.iter_raw())


def test_static_files_come_unpacked_to_who_cannot_unpack(client: TestClient) -> None:
    style = re.findall(r'href="(/static/[^"]+css)"', client.get("/").text)[0]
    plain, packed = (client.get(style, headers={"Accept-Encoding": how}) for how in ("identity", "gzip"))

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.content == packed.content
