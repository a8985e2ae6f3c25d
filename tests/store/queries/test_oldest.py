"""The oldest first: dated documents, then undated ones, each document from its beginning; page by page, there and back."""

from dataclasses import replace

import pytest

from app.records import Parse
from app.store.database import Store
from app.store.queries.documents import DOCUMENTS
from app.store.queries.family import Family
from app.store.queries.filters import DocumentFilter, Filter, QuoteFilter
from app.store.queries.listing import select_ids
from app.store.queries.quotes import QUOTES
from app.store.queries.statements import rows as ask
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse, make_quote
from tests.store.rows import rows

DAYS = ["2031-08-15", None, "2030-01-02", "2031-08-15", None, "2032-12-31"]
EXPECTED = "SELECT r.key FROM {record} AS r JOIN document AS d ON d.id = {document} ORDER BY published_on IS NULL, d.id, r.id DESC"
FILTERS = [
    (QUOTES, QuoteFilter(sort="oldest"), "quote", "r.document_id"),
    (QUOTES, QuoteFilter(sort="oldest", speaker=("ada-lund",)), "quote", "r.document_id"),
    (DOCUMENTS, DocumentFilter(sort="oldest"), "(SELECT id, slug AS key FROM document)", "r.id"),
]


def write(nth: int, day: str | None) -> Parse:
    document = make_document(
        f"“One,” “two” and “three,” Ada Lund said for the time {nth}.", f"talks-{nth}", published_on=day
    )
    quotes = [make_quote(document, words, speaker="ada-lund", source="Ada Lund") for words in ("One,", "two", "three,")]
    return make_parse(document, actors=[make_actor("Ada Lund")], quotes=quotes)


@pytest.mark.parametrize(("family", "filter", "record", "document"), FILTERS)
def test_pages_lead_there_and_back(store: Store, family: Family, filter: Filter, record: str, document: str) -> None:
    for nth, day in enumerate(DAYS):
        save_parse(store, write(nth, day))
    expected = [key for (key,) in rows(store, EXPECTED.format(record=record, document=document))]
    assert len(expected) == len(DAYS) * (1 if family is DOCUMENTS else 3)
    for length in (1, 2, 5, 100):
        pages = replace(family, length=length)
        assert keys(store, pages, filter) == expected[: length + 1]
        for place, key in enumerate(expected):
            assert keys(store, pages, replace(filter, after=key)) == expected[place + 1 :][: length + 1]
            assert keys(store, pages, replace(filter, before=key)) == expected[:place][::-1][: length + 1]
    assert keys(store, family, replace(filter, after="gone")) == []


def keys(store: Store, family: Family, filter: Filter) -> list[str]:
    with store.connect() as connection:
        ids = [row.id for row in ask(connection, select_ids(family, filter))]
    found = dict(rows(store, f"SELECT id, {family.key} FROM {family.table}"))
    return [found[id_] for id_ in ids]


def test_no_record_is_sorted_but_those_of_the_page(store: Store) -> None:
    save_parse(store, write(0, None))
    with store.connect() as connection:
        sql = select_ids(QUOTES, QuoteFilter(sort="oldest", speaker=("ada-lund",)))
        plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql.sql}", sql.values)]
    bounded = "SEARCH quote USING COVERING INDEX ix_quote_speaker_id (speaker_id=? AND rowid>? AND rowid<?)"
    assert plan.count(bounded) == 4
