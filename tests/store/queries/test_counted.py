"""What counters say is what counting says: every choice's number is the total of the list that it leads to."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.store.database import Store
from app.store.queries import counted, days, listing
from app.store.queries.demands import DEMANDS, fetch_demands
from app.store.queries.documents import DOCUMENTS, fetch_documents
from app.store.queries.filters import DemandFilter, DocumentFilter, Filter, OutcomeFilter, QuoteFilter
from app.store.queries.histogram import Histogram, lay_bars
from app.store.queries.outcome_page import fetch_outcomes
from app.store.queries.quotes import fetch_quotes
from app.store.queries.values import Listing
from app.store.save import save_parse
from tests.factories import make_actor, make_demand, make_document, make_parse
from tests.store.queries.stored import fill

FETCH: dict[type[Filter], Any] = {
    QuoteFilter: fetch_quotes,
    DemandFilter: fetch_demands,
    OutcomeFilter: fetch_outcomes,
    DocumentFilter: fetch_documents,
}
FILTERS: list[Filter] = [
    QuoteFilter(),
    QuoteFilter(speaker=("vladimir-putin",)),
    QuoteFilter(speaker=("vladimir-putin", "kurt-weiss", "nobody")),
    QuoteFilter(speaker=("nobody",)),
    QuoteFilter.parse([("kind", "direct")])[0],
    QuoteFilter.parse([("topic", "territory")])[0],
    QuoteFilter.parse([("topic", "territory"), ("topic", "trade")])[0],
    QuoteFilter.parse([("topic", "territory"), ("kind", "direct")])[0],
    QuoteFilter.parse([("speaker", "vladimir-putin"), ("kind", "direct"), ("kind", "mixed")])[0],
    QuoteFilter.parse([("speaker", "vladimir-putin"), ("kind", "direct"), ("topic", "territory")])[0],
    QuoteFilter.parse([("speaker", "vladimir-putin"), ("document", "bridge-talks")])[0],
    QuoteFilter.parse([("q", "bridge"), ("kind", "direct")])[0],
    QuoteFilter.parse([("from", "2031-08-14"), ("kind", "direct")])[0],
    QuoteFilter.parse([("from", "2031-08-01"), ("kind", "direct")])[0],
    QuoteFilter.parse([("from", "2031-05-01"), ("to", "2031-05-31"), ("speaker", "ada-lund")])[0],
    QuoteFilter.parse([("to", "2031-07-31")])[0],
    OutcomeFilter.parse([("to", "2031-07-31"), ("status", "expected")])[0],
    DemandFilter(),
    DemandFilter.parse([("holder", "donald-trump")])[0],
    DemandFilter.parse([("addressee", "russia"), ("addressee", "sundia")])[0],
    DemandFilter.parse([("holder", "donald-trump"), ("addressee", "russia")])[0],
    OutcomeFilter(),
    OutcomeFilter.parse([("actor", "donald-trump"), ("status", "promised")])[0],
    OutcomeFilter.parse([("affected", "russia"), ("topic", "trade")])[0],
    DemandFilter.parse([("holder", "ada-lund"), ("from", "2031-05-07")])[0],
    DemandFilter.parse([("to", "2031-08-14")])[0],
    DocumentFilter.parse([("from", "2031-05-06"), ("to", "2031-05-06")])[0],
    DocumentFilter(),
    DocumentFilter.parse([("actor", "russia")])[0],
    DocumentFilter.parse([("actor", "russia"), ("publisher", "The Norrland Courier")])[0],
    DocumentFilter.parse([("publisher", "The Norrland Courier")])[0],
    QuoteFilter.parse([("topic", "territory"), ("speaker", "vladimir-putin")])[0],
]


def ask(store: Store, filter: Filter) -> Listing:
    with store.connect() as connection:
        found: Listing = FETCH[type(filter)](connection, filter).listing
    return found


@pytest.mark.parametrize("filter", FILTERS, ids=lambda filter: f"{type(filter).__name__}{filter.query}")
def test_a_choice_leads_to_as_many_as_it_says(store: Store, filter: Filter) -> None:
    fill(store, copies=3)
    for choices in ask(store, filter).choices:
        listed = [choice for choice in choices.listed if choice.count]
        assert len(listed) == len(choices.listed) or any(choice.chosen for choice in choices.listed)
        for choice in listed:
            chosen = type(filter).parse([*replace(filter, **{choices.name: ()}).pairs(), (choices.name, choice.value)])
            assert ask(store, chosen[0]).total == choice.count, (choices.name, choice)


@pytest.mark.parametrize("filter", FILTERS, ids=lambda filter: f"{type(filter).__name__}{filter.query}")
def test_counters_and_counting_agree(store: Store, filter: Filter, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, copies=3)
    kept = ask(store, filter)
    monkeypatch.setattr(counted, "find_lists", lambda *_: None)
    monkeypatch.setattr(listing, "find_lists", lambda *_: None)
    counted_anew = ask(store, filter)
    assert comparable(kept) == comparable(counted_anew)


def comparable(found: Listing) -> Any:
    """Those of equal number may come in another order where there are more than are listed."""
    choices = [(each.name, each.hidden, sorted(choice.count for choice in each.listed)) for each in found.choices]
    return found.total, choices, found.histogram


def test_which_lists_the_counters_know() -> None:
    putin = {"vladimir-putin": counted.Known(7, "Vladimir Putin")}
    one, two = QuoteFilter(speaker=("vladimir-putin",)), QuoteFilter(speaker=("vladimir-putin",), q="bridge")
    assert counted.find_lists("quote", QuoteFilter(sort="name", after="abc"), "kind", {}) == ["quote kind"]
    assert counted.find_lists("quote", one, "kind", putin) == ["quote speaker=7 kind"]
    assert counted.find_lists("quote", one, "speaker", putin, "speaker") == ["quote speaker"]
    assert counted.find_lists("quote", two, "kind", putin) is None


def test_much_is_counted_by_months(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, copies=3)
    filters = [QuoteFilter(), DemandFilter(holder=("ada-lund",)), DemandFilter(), DocumentFilter(actor=("ada-lund",))]
    by_day = [ask(store, filter).histogram for filter in filters]
    assert None not in by_day
    monkeypatch.setattr(days, "FEW", 0)
    assert [ask(store, filter).histogram for filter in filters] == by_day


def test_bars_of_months_are_those_of_days() -> None:
    days = {"2030-01-31": 2, "2031-08-01": 1, "2030-09-30": 4, None: 3}
    months = {"2030-01-01": 2, "2031-08-01": 1, "2030-09-01": 4, None: 3}
    assert lay_bars(days) == lay_bars(months) != Histogram((), 0, 0)


def test_of_many_hits_the_newest_are_counted_and_the_page_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, copies=3)
    monkeypatch.setattr(listing, "MOST_COUNTED", 2)
    some = ask(store, QuoteFilter(q="bridge"))
    assert (some.total, some.counted) == (4, 2)
    assert [choice.count for choice in some.choices[1].listed] == [2]
    exact = ask(store, QuoteFilter(q="bridge", more=("counts",)))
    assert (exact.total, exact.counted) == (4, 4)
    two = ask(store, QuoteFilter.parse([("speaker", "ada-lund"), ("kind", "direct")])[0])
    assert (two.total, two.counted, two.choices[-1].hidden) == (4, 2, 0)
    assert [choice.count for choice in exact.choices[1].listed] == [4]


def test_months_lie_close_together() -> None:
    first, last = date(9998, 11, 30), date(9999, 12, 31)
    months = days.list_months(first.toordinal(), last.toordinal())
    assert (len(months), months[0], months[2], months[-1]) == (
        14,
        date(9998, 11, 1),
        date(9999, 1, 1),
        date(9999, 12, 1),
    )


@pytest.mark.parametrize("undated", [True, False])
def test_months_told_by_ids_are_those_of_the_days(store: Store, undated: bool) -> None:
    for nth, day in enumerate(["2029-12-31", "2031-08-15", "2031-08-01", "2030-02-28", *([None] if undated else [])]):
        document = make_document(f"Ada Lund wants bridge {nth}.", f"bridge-{nth}", published_on=day)
        demand = make_demand(document, f"bridge {nth}", holder="ada-lund", kind="goal")
        save_parse(store, make_parse(document, actors=[make_actor("Ada Lund")], demands=[demand]))
    expected = {"2029-12": 1, "2031-08": 2, "2030-02": 1} | ({None: 1} if undated else {})
    with store.connect() as connection:
        assert days.fetch_months_of_ids(connection, DEMANDS, DemandFilter(holder=("ada-lund",))) == expected
        assert days.fetch_months_of_ids(connection, DOCUMENTS, DocumentFilter(actor=("ada-lund",))) == expected
