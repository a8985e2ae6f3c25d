"""Who asks whom, from the counters and counted anew."""

from typing import Any

import pytest

from app.store.database import Store
from app.store.queries import counted, listing, network
from app.store.queries.network import NetworkFilter, NetworkPage, fetch_network
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_parse
from tests.store.queries.stored import fill

FILTERS = [
    "",
    "kind=demand",
    "kind=demand&kind=refusal",
    "topic=trade",
    "topic=trade&topic=justice",
    "actor=ada-lund",
    "actor=norrland",
    "actor=ada-lund&actor=norrland",
    "actor=nobody",
    "actor=ada-lund&kind=demand",
    "kind=demand&topic=trade",
    "document=asking-1",
]


def fill_asking(store: Store) -> Store:
    """Some who ask each other, one who asks several at once, one who asks itself, and one who asks nobody."""
    for nth, (holder, addressees, kind, topics) in enumerate(
        [
            ("Ada Lund", ("norrland", "ivo-brandt"), "demand", ("trade",)),
            ("Ada Lund", ("norrland",), "refusal", ("trade", "justice")),
            ("Norrland", ("ada-lund",), "demand", ()),
            ("Norrland", ("norrland", "ada-lund"), "goal", ("justice",)),
            ("Ivo Brandt", ("ivo-brandt",), "demand", ("trade",)),
            ("Ivo Brandt", (), "demand", ("trade",)),
        ]
    ):
        document = make_document(
            f"{holder} wants it, for the time {nth}. Ada Lund, Ivo Brandt, Norrland.", f"asking-{nth}"
        )
        actors = [make_actor(name) for name in ("Ada Lund", "Ivo Brandt", "Norrland")]
        key = make_actor(holder).key
        demand = make_demand(document, "wants it", holder=key, addressees=addressees, kind=kind, topics=topics)
        save_parse(store, make_parse(document, actors=actors, demands=[demand]))
    return store


def ask(store: Store, query: str) -> NetworkPage:
    pairs = [(name, value) for name, _, value in (part.partition("=") for part in query.split("&"))]
    with store.connect() as connection:
        return fetch_network(connection, NetworkFilter.parse(pairs)[0])


@pytest.mark.parametrize("query", FILTERS)
def test_counters_and_counting_agree(store: Store, query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_asking(fill(store, copies=2))
    kept = ask(store, query)
    for module in (counted, listing, network):
        monkeypatch.setattr(module, "find_lists", lambda *_: None)
    monkeypatch.setattr(network, "choose_pairs", lambda filter, _: network.count_pairs(filter))
    assert comparable(ask(store, query)) == comparable(kept)


def comparable(page: NetworkPage) -> Any:
    choices = [
        (each.name, each.hidden, sorted((one.value, one.count) for one in each.listed)) for each in page.listing.choices
    ]
    return page.listing.total, page.unaddressed, page.pairs, page.edges, page.nodes, choices


def test_the_last_of_a_pair_is_the_newest_under_the_filter(store: Store) -> None:
    fill_asking(store)
    [edge] = [each for each in ask(store, "kind=demand").edges if each.addressee.key == "norrland"]
    assert (edge.holder.key, edge.number) == ("ada-lund", 1)
    with store.connect() as connection:
        [(found,)] = connection.exec_driver_sql(
            "SELECT document.slug FROM demand JOIN document ON document.id = document_id WHERE key = ?", (edge.key,)
        )
    assert found == "asking-0"
