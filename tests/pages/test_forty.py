"""Every kind of page over forty documents: what it weighs, and how many questions it asks the store."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.store.database import open_store
from tests.pages.test_pages import MOST_BYTES, wire_bytes
from tests.pages.test_statements import count_statements

pytestmark = pytest.mark.model

TWO = "/compare?actor=ines-calloway&actor=anton-velichar"
FIVE = f"{TWO}&actor=liudmila-bray&actor=sigrid-aune&actor=european-union&governments=on"
HEAVY = [
    "/",
    "/actors",
    "/actors/donald-trump",
    "/actors/donald-trump/dossier",
    "/quotes",
    "/quotes?speaker=ines-calloway&kind=direct",
    "/demands",
    "/compare",
    TWO,
    FIVE,
    "/outcomes",
    "/outcomes?view=conditions",
    "/outcomes?view=ledger",
    "/documents",
    "/documents/000-86219e909b20c783",
    "/documents/36-order-of-the-heron",
    "/network",
    "/timeline",
    "/search?q=tariff",
    "/search",
    "/help",
]
# What each asks the store, at most: one number whatever is in it.
MOST = {
    "/quotes/{quotes}": 4,
    "/demands/{demands}": 4,
    "/outcomes/{outcomes}": 4,
    "/outcomes?view=conditions": 15,
    "/outcomes?view=ledger": 15,
    "/compare?actor=donald-trump&actor=vladimir-putin&actor=united-states&actor=russia&governments=on": 7,
    "/actors/donald-trump.md": 10,
    "/documents?q=talks&sort=records": 7,
    "/timeline?clock=said&from=2025-08-01": 7,
    "/network?actor=donald-trump": 8,
    "/search?q=talks": 12,
    "/help": 1,
    "/quotes/{quotes}/cite?format=bibtex": 1,
    "/cite/quotes?speaker=donald-trump&format=csl-json": 1,
}


@pytest.fixture(scope="module")
def clients(one_document: Path, forty_documents: Path) -> Iterator[tuple[TestClient, TestClient]]:
    stores = [open_store(one_document), open_store(forty_documents)]
    yield tuple(TestClient(create_app(store=store)) for store in stores)
    for store in stores:
        store.dispose()


@pytest.mark.parametrize("path", HEAVY)
def test_a_first_page_of_every_kind_is_small(clients: tuple[TestClient, TestClient], path: str) -> None:
    client = clients[1]
    answer = client.get(path)
    parts = [path, *sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', answer.text)))]
    sizes = {part: wire_bytes(client, part) for part in parts}

    assert answer.status_code == 200
    assert sum(sizes.values()) < MOST_BYTES, sizes


@pytest.mark.parametrize("path", MOST)
def test_forty_documents_cost_no_more_statements_than_one(one_document: Path, forty_documents: Path, path: str) -> None:
    counts = []
    for place in (one_document, forty_documents):
        store = open_store(place)
        try:
            keys = {folder: first_key(TestClient(create_app(store=store)), folder) for folder in RECORDS}
            counts.append(count_statements(store, path.format(**keys)))
        finally:
            store.dispose()

    assert counts[0] == counts[1] <= MOST[path]


RECORDS = ("quotes", "demands", "outcomes")


def first_key(client: TestClient, folder: str) -> str:
    """Of a record that both stores have: the seed's."""
    page = client.get(f"/{folder}?document=000-86219e909b20c783").text
    return re.findall(rf'href="/{folder}/([a-z2-7]{{10}})"', page)[0]
