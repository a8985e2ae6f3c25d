"""List pages: filters, counts beside the choices, fragments for htmx, and where the list goes on."""

import re

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.store.database import Store
from tests.pages.conftest import HTMX
from tests.store.queries.stored import fill

COUNTED = re.compile(r'id="count"[^>]*>([^<]+)<')

FOUND = [
    ("/quotes", "3 quotes"),
    ("/quotes?speaker=vladimir-putin", "1 quote"),
    ("/quotes?speaker=vladimir-putin&speaker=kurt-weiss", "2 quotes"),
    ("/quotes?kind=mixed", "1 quote"),
    ("/quotes?topic=territory", "1 quote"),
    ("/quotes?document=bridge-talks", "2 quotes"),
    ("/quotes?q=booth", "1 quote"),
    ("/quotes?q=toll+nothing", "0 quotes"),
    ("/quotes?from=2031-08-14&to=2031-08-14", "1 quote"),
    ("/quotes?from=2031-08-15", "1 quote"),
    ("/demands?holder=donald-trump", "1 stated position"),
    ("/demands?addressee=russia", "1 stated position"),
    ("/demands?kind=refusal", "3 stated positions"),
    ("/outcomes?status=threatened&actor=donald-trump&affected=russia", "1 outcome"),
    ("/actors?kind=country", "4 actors"),
    ("/actors?side=russia", "1 actor"),
    ("/actors?q=putin", "1 actor"),
    ("/documents?q=paint", "1 document"),
    ("/documents?actor=norrland", "1 document"),
]


@pytest.mark.parametrize(("path", "counted"), FOUND)
def test_filter_leaves(client: TestClient, path: str, counted: str) -> None:
    assert COUNTED.findall(client.get(path).text) == [counted]


def test_counts_stand_beside_every_choice_and_ignore_their_own_filter(client: TestClient) -> None:
    page = client.get("/quotes?speaker=vladimir-putin").text

    assert choice_counts(page, "speaker") == {"vladimir-putin": "1", "ada-lund": "1", "kurt-weiss": "1"}
    assert choice_counts(page, "kind") == {"direct": "1"}


def choice_counts(page: str, name: str) -> dict[str, str]:
    pattern = rf'name="{name}" value="([^"]+)".*?class="count">(\d+)'
    return dict(re.findall(pattern, page, re.DOTALL))


def test_htmx_gets_the_list_with_counts_and_the_canonical_address(client: TestClient) -> None:
    answer = client.get("/quotes?q=&speaker=vladimir-putin&speaker=vladimir-putin", headers=HTMX)

    assert "<html" not in answer.text
    assert 'id="choices" hx-swap-oob="true"' in answer.text
    assert COUNTED.findall(answer.text) == ["1 quote"]
    assert answer.headers["hx-push-url"] == "/quotes?speaker=vladimir-putin"


def test_back_gets_the_whole_page(client: TestClient) -> None:
    answer = client.get("/quotes", headers={**HTMX, "HX-History-Restore-Request": "true"})

    assert "<html" in answer.text
    assert "hx-push-url" not in answer.headers


@pytest.mark.parametrize("path", ["/quotes", "/demands", "/outcomes", "/actors", "/documents", "/compare"])
def test_every_list_has_a_fragment(client: TestClient, path: str) -> None:
    assert "<html" not in client.get(path, headers=HTMX).text


def test_a_choice_can_be_taken_back(client: TestClient) -> None:
    page = client.get("/quotes?kind=direct&speaker=ada-lund").text

    assert 'href="/quotes?kind=direct"' in page
    assert 'href="/quotes?speaker=ada-lund"' in page


@pytest.mark.parametrize(("folder", "total"), [("quotes", 63), ("demands", 66), ("outcomes", 64)])
def test_the_pages_of_a_list_hold_every_record_once(store: Store, folder: str, total: int) -> None:
    client = TestClient(create_app(store=fill(store, copies=60)))
    path = f"/{folder}"
    keys: list[str] = []
    while path:
        page = client.get(path).text
        entries = page.split('class="entry')[1:]
        keys += [re.findall(rf'href="/{folder}/([a-z2-7]{{10}})">About', entry)[0] for entry in entries]
        more = re.search(r'rel="next" href="([^"]+)"', page)
        path = more[1].replace("&amp;", "&") if more else ""

    assert len(keys) == len(set(keys)) == total
