"""Ids keep the order in which lists show documents and records: the newest have the greatest."""

from datetime import date

import pytest

from app.records import Parse
from app.store import ids
from app.store.database import Store
from app.store.errors import FullDayError
from app.store.ids import first_id, of_day, record_id
from app.store.save import Saved, save_parse, save_verified
from tests.factories import make_actor, make_document, make_parse, make_quote
from tests.store.rows import rows

DAYS = [date(2030, 3, 2), None, date(2031, 1, 1), date(2030, 3, 2), date(1, 1, 1), date(9999, 12, 31)]
NEWEST_FIRST = ["article-5", "article-2", "article-3", "article-0", "article-4", "article-1"]


def write(name: str, day: date | None, words: str = "") -> Parse:
    text = f"“Yes,” Ada Lund said of {name}. “No,” Ada Lund said.{words}"
    document = make_document(text, id=name, published_on=day.isoformat() if day else None)
    quotes = [make_quote(document, said, speaker="ada-lund", source="Ada Lund") for said in ("Yes,", "No,")]
    return make_parse(document, actors=[make_actor("Ada Lund")], quotes=quotes)


def test_the_newest_have_the_greatest_ids(store: Store) -> None:
    save_verified(store, [write(f"article-{nth}", day) for nth, day in enumerate(DAYS)])
    assert [slug for (slug,) in rows(store, "SELECT slug FROM document ORDER BY id DESC")] == NEWEST_FIRST
    found = rows(
        store, "SELECT slug, q.text FROM quote AS q JOIN document AS d ON d.id = document_id ORDER BY q.id DESC"
    )
    assert found == [(slug, words) for slug in NEWEST_FIRST for words in ("Yes,", "No,")]
    full_text = "SELECT rowid FROM quote_text WHERE quote_text MATCH 'no' ORDER BY rowid DESC"
    by_id = "SELECT id FROM quote WHERE text = 'No,' ORDER BY id DESC"
    assert rows(store, full_text) == rows(store, by_id)


def test_documents_of_one_day_come_in_the_order_of_their_saving(store: Store) -> None:
    for name in "abc":
        save_parse(store, write(name, DAYS[0]))
    assert rows(store, "SELECT slug, id FROM document ORDER BY id") == [
        (name, first_id(DAYS[0]) + nth) for nth, name in enumerate("abc")
    ]


def test_a_document_keeps_its_id_until_its_date_changes(store: Store) -> None:
    save_parse(store, write("a", DAYS[0]))
    save_parse(store, write("b", DAYS[0]))
    before = rows(store, "SELECT slug, id FROM document ORDER BY slug")
    assert save_parse(store, write("a", DAYS[0], " She left.")) is Saved.REPLACED
    assert rows(store, "SELECT slug, id FROM document ORDER BY slug") == before
    assert save_parse(store, write("a", DAYS[2])) is Saved.REPLACED
    [(slug, moved)] = rows(store, "SELECT slug, id FROM document ORDER BY id DESC LIMIT 1")
    assert (slug, of_day(moved, DAYS[2])) == ("a", True)
    assert rows(store, "SELECT DISTINCT document_id FROM quote ORDER BY 1 DESC") == [(moved,), before[1][1:]]


def test_ids_fit_into_sqlite() -> None:
    largest = record_id(first_id(date.max) + ids.DOCUMENTS - 1, 0)
    assert 0 <= record_id(first_id(None), ids.RECORDS - 1) < largest < 2**63


def test_a_day_that_is_full_is_told(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "DOCUMENTS", 1)
    save_parse(store, write("a", None))
    with pytest.raises(FullDayError, match="documents without a date"):
        save_parse(store, write("b", None))
