"""Any address whatever gets a helpful page with the right status, and nothing of it comes back as markup."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

BAD = [
    ("/quotes?kind=nonsense", 400, "is none of: direct, mixed, indirect"),
    ("/quotes?from=yesterday", 400, "is not a date"),
    ("/quotes?from=2031-02-30", 400, "is not a date"),
    ("/quotes?speaker=nobody-here", 404, "nobody-here"),
    ("/quotes?speaker=%3Cscript%3E", 400, "is not a key"),
    ("/quotes?after=gone", 200, "Nothing stands at this place of the list"),
    ("/quotes?from=2025-09-01&to=2025-08-01", 200, "“From” is a later day than “Until”"),
    ("/quotes?" + "speaker=ada-lund&" * 3, 200, "1 quote"),
    ("/quotes?" + "&".join(f"speaker=actor-{number}" for number in range(30)), 400, "at most 20"),
    ("/quotes?q=" + "a" * 10_000, 400, "is longer than 200 characters"),
    ("/quotes?q=%22%22+AND+NOT+%28*", 200, ""),
    ("/quotes?q=%00%01%ff", 200, ""),
    ("/actors?q=%5Bada", 200, "No actor fits"),
    ("/quotes?utm_source=letter", 200, "is not a parameter of this page"),
    ("/demands?topic=ceasefire&topic=peace", 400, "peace"),
    ("/compare?actor=nobody", 404, "nobody"),
    ("/compare?actor=vladimir-putin&actor=vladimir-putin", 200, "What Vladimir Putin wants"),
    ("/compare?" + "&".join(f"actor=actor-{number}" for number in range(6)), 400, "at most 5"),
    ("/documents/nothing", 404, "no article"),
    ("/documents/bridge-talks?kind=poem", 400, "is none of"),
    ("/documents/bridge-talks?record=gone", 200, ""),
    ("/quotes/aaaaaaaaaa", 404, "no quote"),
    ("/actors/" + "x" * 5_000, 404, "No actor"),
    ("/search?q=" + "%22" * 60, 200, "Type one or more words"),
    ("/network?actor=nobody-here", 404, "nobody-here"),
    ("/network?kind=nonsense&after=x", 400, "is none of"),
    ("/timeline?clock=tower", 400, "is none of: said, published, happened, due"),
    ("/timeline?from=2031-13-01", 400, "is not a date"),
    ("/timeline?from=2032-01-01&to=2031-01-01", 200, "Nothing with a date fits"),
    ("/nowhere", 404, "It may have been mistyped"),
    ("/static/../app/main.py", 404, ""),
]


@pytest.mark.parametrize(("path", "status", "words"), BAD, ids=[path[:40] for path, _, _ in BAD])
def test_bad_address(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path)

    assert answer.status_code == status
    assert words in answer.text
    assert "<main" in answer.text


def test_a_method_that_a_page_does_not_take(client: TestClient) -> None:
    assert client.post("/quotes", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 405


PATHS = [
    "/",
    "/quotes",
    "/demands",
    "/compare",
    "/outcomes",
    "/actors",
    "/documents",
    "/documents/bridge-talks",
    "/search",
    "/network",
    "/timeline",
]
NAMES = [
    "q",
    "speaker",
    "holder",
    "actor",
    "kind",
    "status",
    "topic",
    "document",
    "clock",
    "from",
    "to",
    "after",
    "record",
    "x",
]
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x>',
    "' OR 1=1 --",
    "\x00",
    "*",
    '"',
    "NEAR(a b)",
    "9999-99-99",
    "2031-02-30",
    "a" * 10_000,
    "OR",
    "-1",
]
VALUES = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))


@pytest.mark.parametrize("path", PATHS)
def test_no_hostile_value_breaks_a_page(client: TestClient, path: str) -> None:
    for name in NAMES:
        for value in HOSTILE:
            answer = client.get(f"{path}?{urlencode([(name, value)])}")
            assert answer.status_code in (200, 400, 404), (name, value)
            assert "<script>alert" not in answer.text


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS), pairs=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=6))
def test_no_query_string_breaks_a_page_or_comes_back_as_markup(
    client: TestClient, path: str, pairs: list[tuple[str, str]]
) -> None:
    query = urlencode(pairs, errors="surrogatepass")
    answer = client.get(f"{path}?{query}")

    assert answer.status_code in (200, 400, 404)
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text


@pytest.mark.parametrize(
    "path", ["actors/{}", "quotes/{}", "documents/{}", "actors/{}/dossier", "actors/{}.md", "demands/{}/cite"]
)
@pytest.mark.parametrize("key", HOSTILE)
def test_no_key_breaks_a_page(client: TestClient, path: str, key: str) -> None:
    answer = client.get(f"/{path.format(quote(key, safe=''))}")

    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
