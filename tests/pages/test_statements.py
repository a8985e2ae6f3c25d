"""A page asks the store a fixed number of questions, however much is in it."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.store.database import Store
from tests.pages.conftest import watch_statements
from tests.store.queries.stored import fill

# Every number here is a promise to whoever has a million quotes: raise one only with a reason.
MOST = {
    "/": 10,
    "/quotes": 10,
    "/quotes?speaker=ada-lund&kind=direct&q=bridge": 9,
    "/quotes?state=found": 10,
    "/demands": 11,
    "/outcomes": 16,
    "/compare": 7,
    "/actors": 6,
    "/actors/ada-lund": 15,
    "/actors/ada-lund/dossier": 10,
    "/documents": 7,
    "/documents/summit": 3,
    "/network": 8,
    "/timeline": 7,
    "/search?q=bridge": 12,
    "/history": 10,
    "/review": 12,
}


def count_statements(store: Store, path: str) -> int:
    with watch_statements(store) as asked:
        assert TestClient(create_app(store=store)).get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("path", MOST)
def test_statements_do_not_grow_with_the_store(make_store: Callable[[], Store], path: str) -> None:
    small, large = fill(make_store()), fill(make_store(), copies=40)

    assert count_statements(small, path) == count_statements(large, path) <= MOST[path]
