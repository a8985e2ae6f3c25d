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
    ("/documents?q=paint", "1 article"),
    ("/documents?actor=norrland", "1 article"),
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


def keys_of(page: str, folder: str) -> list[str]:
    entries = page.split('class="entry')[1:]
    return [re.findall(rf'href="/{folder}/([a-z2-7]{{10}})">About', entry)[0] for entry in entries]


def linked(page: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    return found[1].replace("&amp;", "&") if found else ""


PAGED = [
    ("quotes", "", 63),
    ("quotes", "?sort=oldest", 63),
    ("quotes", "?sort=name", 63),
    ("demands", "", 66),
    ("demands", "?sort=name", 66),
    ("outcomes", "", 64),
    ("outcomes", "?sort=status", 64),
    ("outcomes", "?sort=name", 64),
]


@pytest.mark.parametrize(("folder", "query", "total"), PAGED)
def test_the_pages_of_a_list_hold_every_record_once_there_and_back(
    store: Store, folder: str, query: str, total: int
) -> None:
    client = TestClient(create_app(store=fill(store, copies=60)))
    there: list[list[str]] = []
    path = f"/{folder}{query}"
    while path:
        assert len(there) < 9, "the list goes round in circles"
        page = client.get(path).text
        there.append(keys_of(page, folder))
        path = linked(page, "next")
    back = [there[-1]]
    while path := linked(page, "prev"):
        page = client.get(path).text
        back.insert(0, keys_of(page, folder))

    keys = [key for part in there for key in part]
    assert len(keys) == len(set(keys)) == total
    assert back == there


def test_orders_say_which_is_in_force_and_keep_what_is_chosen(client: TestClient) -> None:
    page = client.get("/quotes?kind=direct&kind=mixed&sort=name").text
    names = re.findall(r'<p class="who"><a class="actor" href="/actors/([^"]+)">', page)

    assert names == sorted(names) != []
    assert re.search(r'id="order-name"[^>]*aria-current="true"', page)
    assert 'id="order-newest" href="/quotes?kind=direct&amp;kind=mixed"' in page
    assert '<input type="hidden" name="sort" value="name">' in page


def test_bars_count_by_date_and_keep_their_dates(client: TestClient) -> None:
    page = client.get("/quotes").text
    bars = re.findall(r'aria-label="([^"]+: \d+ quotes?)" href="([^"]+)"', page)

    assert sum(int(name.split(": ")[1].split()[0]) for name, _ in bars) == 3
    narrowed = client.get(bars[0][1].replace("&amp;", "&")).text
    assert COUNTED.findall(narrowed) == [bars[0][0].split(": ")[1]]
    assert [name for name, _ in re.findall(r'aria-label="([^"]+: \d+ quotes?)"( aria-current="true")?', narrowed)] == [
        name for name, _ in bars
    ]


def test_all_choices_of_a_parameter_can_be_listed(store: Store) -> None:
    client = TestClient(create_app(store=fill(store, copies=20)))
    few = client.get("/quotes").text

    assert len(choice_counts(few, "document")) == 12
    assert 'id="more-document" href="/quotes?more=document"' in few
    assert len(choice_counts(client.get("/quotes?more=document").text, "document")) == 22


def test_a_link_that_changes_form_and_list_together_gets_the_whole_page(client: TestClient) -> None:
    assert "<html" in client.get("/quotes?sort=name", headers={**HTMX, "HX-Target": "desk"}).text
