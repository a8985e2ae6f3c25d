from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from app.records import Parse, Passage, hash_text, record_key
from app.store.database import Store, writing
from app.store.errors import RefusedParseError
from app.store.save import Saved, document_slug, fetch_parser_versions, save_parse
from tests.factories import (
    make_actor,
    make_demand,
    make_document,
    make_mention,
    make_outcome,
    make_parse,
    make_quote,
    make_summit,
)
from tests.store.rows import content, rows


def test_every_kind_of_record_is_stored_as_it_was_parsed(store: Store) -> None:
    parse = make_summit()
    sha256 = parse.document.sha256

    assert save_parse(store, parse) is Saved.ADDED

    stored = content(store)
    assert stored["quote"] == [
        (
            *("summit", record_key(sha256, "quote", 71, 86), 71, 86, "Open the gates.", "direct", "ada-lund"),
            *(0, 8, "Ada Lund", "told", "2031-05-05", "by-hand", "radio-askar", "trade"),
        )
    ]
    assert {row[2:] for row in stored["demand"]} == {
        (71, 85, "Open the gates", "demand", "ada-lund", None, "by-hand", "sundia", "trade other"),
        (104, 121, "a dam on the Tolm", "refusal", "sundia", None, "by-hand", None, "territory"),
    }
    assert {row[4:] for row in stored["outcome"]} == {
        (
            *("recall its envoy", "threatened", 123, 145, "If the gates stay shut", None, None, "by-hand"),
            *("norrland", "sundia", "recognition"),
        ),
        (
            *("The talks collapsed on May 5", "occurred", None, None, None, "2031-05-05", None, "by-hand"),
            *("norrland sundia", None, "negotiations"),
        ),
    }


def test_the_document_and_its_actors_are_stored_as_they_were_parsed(store: Store) -> None:
    parse = make_summit()
    sha256, text = parse.document.sha256, parse.document.text
    save_parse(store, parse)
    stored = content(store)
    assert [row[:6] for row in stored["actor"]] == [
        ("ada-lund", "Ada Lund", "person", "the water minister of Norrland", "norrland", None),
        ("norrland", "Norrland", "country", "", None, None),
        ("radio-askar", "Radio Askar", "organization", "", None, None),
        ("sundia", "Sundia", "country", "", None, None),
    ]
    assert stored["mention"] == [
        ("summit", "ada-lund", 0, 8, "Ada Lund"),
        ("summit", "sundia", text.index("Sundia"), text.index("Sundia") + 6, "Sundia"),
    ]
    assert sorted(row[1:] for row in stored["sentence"]) == [*parse.sentences]
    assert [row[:8] for row in stored["document"]] == [
        ("summit", sha256, text, "Water and fire", "The Norrland Courier", "2031-05-06", "Askar", None)
    ]


def test_saving_twice_changes_nothing(store: Store) -> None:
    save_parse(store, make_summit())
    before = content(store)
    assert save_parse(store, make_summit()) is Saved.REPLACED
    assert content(store) == before


def test_a_reparse_forgets_what_it_no_longer_finds(store: Store) -> None:
    parse = make_summit()
    save_parse(store, parse)
    save_parse(store, make_parse(make_document("Sundia waits.", "other"), actors=[make_actor("Sundia", "country")]))
    bare = replace(parse, actors=parse.actors[1:2], mentions=(), quotes=(), demands=(), outcomes=())

    assert save_parse(store, bare) is Saved.REPLACED

    assert rows(store, "SELECT key FROM actor ORDER BY key") == [("norrland",), ("sundia",)]
    for table in ("quote", "demand", "outcome", "mention", "quote_addressee", "demand_topic", "outcome_affected"):
        assert rows(store, f"SELECT count(*) FROM {table}") == [(0,)], table


def test_a_changed_text_replaces_the_document_of_the_same_name(store: Store) -> None:
    save_parse(store, make_summit("talks"))
    [(added_at,)] = rows(store, "SELECT added_at FROM document")
    changed = make_parse(make_document("All is well.", "Talks"))

    assert save_parse(store, changed) is Saved.REPLACED

    assert rows(store, "SELECT slug, text, added_at FROM document") == [("talks", "All is well.", added_at)]
    assert rows(store, "SELECT count(*) FROM actor") == [(0,)]


def test_the_same_text_under_another_name_stays_one_document(store: Store) -> None:
    save_parse(store, make_summit("first"))
    assert save_parse(store, make_summit("second")) is Saved.REPLACED
    assert rows(store, "SELECT slug FROM document") == [("first",)]


@pytest.mark.parametrize(
    ("id", "slug"),
    [("Bridge Talks, May 5", "bridge-talks-may-5"), ("…", "document-{}"), ("new", "new-{}"), ("NEW", "new-{}")],
)
def test_every_document_has_an_address_of_its_own(id: str, slug: str) -> None:
    document = make_document("Words.", id)
    assert document_slug(document) == slug.format(document.sha256[:8])


def test_records_with_one_span_have_keys_of_their_own(store: Store) -> None:
    document = make_document("Sundia and Norrland want the valley.")
    demands = [make_demand(document, "the valley", holder=holder, kind="goal") for holder in ("sundia", "norrland")]
    actors = [make_actor("Sundia", "country"), make_actor("Norrland", "country")]
    save_parse(store, make_parse(document, actors=actors, demands=demands))
    found = rows(store, "SELECT d.key, a.key FROM demand d JOIN actor a ON a.id = d.holder_id ORDER BY d.id DESC")
    start, end = demands[0].passage.start, demands[0].passage.end
    assert found == [
        (record_key(document.sha256, "demand", start, end, 0), "sundia"),
        (record_key(document.sha256, "demand", start, end, 1), "norrland"),
    ]


def test_what_is_named_twice_is_linked_once(store: Store) -> None:
    document = make_document("Sundia wants Norrland to wait.")
    actors = [make_actor("Sundia", "country"), make_actor("Norrland", "country", names=["Norrland", "Norrland"])]
    demand = make_demand(
        document, "Norrland to wait", holder="sundia", addressees=["norrland", "norrland"], topics=["trade", "trade"]
    )
    mention = make_mention(document, "Norrland", "norrland")
    save_parse(store, make_parse(document, actors=actors, demands=[demand], mentions=[mention, mention]))
    for table in ("demand_addressee", "demand_topic", "mention"):
        assert rows(store, f"SELECT count(*) FROM {table}") == [(1,)], table


DOCUMENT = make_document("“No,” Ada Lund said.")
LUND = make_actor("Ada Lund")
NO = make_quote(DOCUMENT, "No,", speaker="ada-lund", source="Ada Lund")


@pytest.mark.parametrize(
    ("parse", "message"),
    [
        (make_parse(replace(DOCUMENT, sha256=hash_text("else"))), "the hash is not that of the text"),
        (make_parse(DOCUMENT, quotes=[NO]), "names the actor 'ada-lund', which the parse does not list"),
        (make_parse(DOCUMENT, actors=[make_actor("Ada Lund", side="norrland")]), "names the actor 'norrland'"),
        (make_parse(DOCUMENT, actors=[LUND, LUND]), "two actors share a key"),
        (make_parse(DOCUMENT, actors=[LUND], quotes=[replace(NO, passage=Passage(1, 4, "Yes"))]), "reads 'No,'"),
        (
            make_parse(DOCUMENT, actors=[LUND], quotes=[replace(NO, source=Passage(0, 99, "x"))]),
            "no words from 0 to 99",
        ),
        (
            make_parse(DOCUMENT, outcomes=[replace(make_outcome(DOCUMENT, "No"), condition=Passage(1, 3, "If"))]),
            "reads 'No', not 'If'",
        ),
    ],
)
def test_a_parse_that_contradicts_itself_is_refused_whole(store: Store, parse: Parse, message: str) -> None:
    with pytest.raises(RefusedParseError, match=message):
        save_parse(store, parse)
    assert rows(store, "SELECT count(*) FROM document") == [(0,)]


def test_a_failure_midway_leaves_the_old_document_whole(store: Store) -> None:
    """The last rows of all fail, as if the disk were full or the process killed."""
    save_parse(store, make_summit())
    before = content(store)
    with writing(store) as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER break BEFORE INSERT ON outcome_stem BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END"
        )
    with pytest.raises(IntegrityError, match="broken on purpose"):
        save_parse(store, replace(make_summit(), quotes=(), parser_version="next"))
    assert content(store) == before


def test_stored_texts_are_known_by_their_hash(store: Store) -> None:
    parse = make_summit()
    assert fetch_parser_versions(store) == {}
    save_parse(store, parse)
    assert fetch_parser_versions(store) == {parse.document.sha256: "test"}


@pytest.mark.parametrize(
    ("words", "quotes", "documents"), [("gate", 1, 1), ("courier", 0, 0), ("fire", 0, 1), ('"open the gates"', 1, 1)]
)
def test_words_are_found(store: Store, words: str, quotes: int, documents: int) -> None:
    save_parse(store, make_summit())
    save_parse(store, make_summit())
    for table, count in (("quote", quotes), ("document", documents)):
        sql = (
            f"SELECT count(*) FROM {table} WHERE id IN (SELECT rowid FROM {table}_text WHERE {table}_text MATCH :words)"
        )
        assert rows(store, sql, words=words) == [(count,)], table


def test_words_of_a_replaced_text_are_found_no_more(store: Store) -> None:
    save_parse(store, make_summit())
    save_parse(store, make_parse(make_document("All is well.", "summit")))
    assert rows(store, "SELECT count(*) FROM quote_text WHERE quote_text MATCH 'gates'") == [(0,)]
    assert rows(store, "SELECT count(*) FROM document_text WHERE document_text MATCH 'gates'") == [(0,)]


def test_dates_come_back_as_dates(store: Store) -> None:
    from sqlmodel import select

    from app.store.tables import DocumentRow, QuoteRow

    save_parse(store, make_summit())
    with store.connect() as connection:
        assert connection.execute(select(QuoteRow.said_on)).scalar_one() == date(2031, 5, 5)
        assert connection.execute(select(DocumentRow.published_on)).scalar_one() == date(2031, 5, 6)
