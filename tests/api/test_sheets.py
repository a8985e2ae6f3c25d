"""Records as CSV: what csv readers make of it, what a spreadsheet does not run, and how much is held at a time."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.api.sheets import PIECE, ChangedError, write_sheet
from app.main import create_app
from app.store.database import Store
from app.store.queries import Connection
from app.store.queries.batches import fetch_ids, fetch_lines
from app.store.queries.filters import QuoteFilter
from app.store.queries.forms import FORMS, QUOTE, words
from app.store.save import save_parse
from tests.factories import make_actor, make_document, make_parse, make_quote
from tests.store.queries.stored import fill


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize("name", FORMS)
def test_a_file_holds_every_record_under_its_header(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/{name}.csv?verbatim=on")
    found = read(answer.text)

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="demarche-{name}.csv"'
    assert list(found[0]) == list(FORMS[name].cells)
    assert [row["key"] for row in found] == [each["key"] for each in client.get(f"/api/v1/{name}").json()[name]]


def test_a_line_says_what_the_record_says(client: TestClient) -> None:
    (row,) = read(client.get("/api/v1/quotes.csv?verbatim=on&speaker=vladimir-putin").text)
    (quote,) = client.get("/api/v1/quotes?speaker=vladimir-putin").json()["quotes"]

    assert (row["text"], row["start"], row["end"]) == (quote["text"], str(quote["start"]), str(quote["end"]))
    assert (row["speaker_key"], row["speaker"]) == ("vladimir-putin", "Vladimir Putin")
    assert (row["addressee_keys"], row["addressees"]) == ("radio-askar", "Radio Askar")
    assert (row["url"], row["document_key"]) == (quote["url"], "bridge-talks")
    assert (row["cue"], row["said_on"], row["topics"]) == ("said", "2031-08-14", "territory")


def test_a_spreadsheet_is_told_the_encoding_and_a_program_is_not(client: TestClient) -> None:
    assert client.get("/api/v1/quotes.csv").content.startswith(b"\xef\xbb\xbfkey,url,")
    assert client.get("/api/v1/quotes.csv?verbatim=on").content.startswith(b"key,url,")


def write_line(connection: Connection, cells: list[str | None], *, verbatim: bool) -> str:
    """A line of these words, as SQLite writes it."""
    literals = ["NULL" if cell is None else f"CAST(x'{cell.encode().hex()}' AS TEXT)" for cell in cells]
    written = words(**{str(nth): sql for nth, sql in enumerate(literals)})
    form = replace(QUOTE, source="(SELECT 1)", cells=written)
    lines, number = fetch_lines(connection, form, [1], "", verbatim=verbatim)
    assert number == 1
    return lines.decode()


def read_line(line: str) -> list[str]:
    (cells,) = csv.reader(StringIO(line, newline=""))
    return cells


@pytest.mark.parametrize("formula", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_a_spreadsheet_would_run_get_an_apostrophe(store: Store, formula: str) -> None:
    with store.connect() as connection:
        assert read_line(write_line(connection, [formula], verbatim=False)) == ["'" + formula]
        assert read_line(write_line(connection, [formula], verbatim=True)) == [formula]


def test_any_words_come_back_as_they_were(store: Store) -> None:
    some = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
    with store.connect() as connection:

        @given(st.lists(st.one_of(st.none(), some), min_size=1))
        def check(cells: list[str | None]) -> None:
            assert read_line(write_line(connection, cells, verbatim=True)) == [cell or "" for cell in cells]

        check()


@pytest.mark.parametrize("kept", ["1+1", "A=1", "'=1", "—", "“No", " =1", ""])
def test_other_words_do_not(store: Store, kept: str) -> None:
    with store.connect() as connection:
        assert read_line(write_line(connection, [kept], verbatim=False)) == [kept]


def test_the_first_of_several_names_is_guarded_too(store: Store) -> None:
    document = make_document("Ada Lund told =Ben and Ann Arp: “Open the gate.”")
    actors = [make_actor("Ada Lund"), make_actor("=Ben", key="ben"), make_actor("Ann Arp")]
    quote = make_quote(document, "Open the gate", speaker="ada-lund", source="Ada Lund", addressees=["ben", "ann-arp"])
    save_parse(store, make_parse(document, actors=actors, quotes=[quote]))
    client = TestClient(create_app(store=store))

    assert read(client.get("/api/v1/quotes.csv").text)[0]["addressees"] == "'=Ben; Ann Arp"
    assert read(client.get("/api/v1/quotes.csv?verbatim=on").text)[0]["addressees"] == "=Ben; Ann Arp"


def test_columns_that_are_written_bare_need_no_quotation_marks(client: TestClient) -> None:
    for name, form in FORMS.items():
        for row in read(client.get(f"/api/v1/{name}.csv?verbatim=on").text):
            assert None not in row.values(), form.cells


@pytest.mark.parametrize("name", FORMS)
def test_a_file_has_the_columns_that_were_asked_for_in_their_order(client: TestClient, name: str) -> None:
    whole = read(client.get(f"/api/v1/{name}.csv?verbatim=on").text)
    for cell in FORMS[name].cells:
        fields = [cell, "key"] if cell != "key" else ["key"]
        some = read(client.get(f"/api/v1/{name}.csv?verbatim=on&fields={','.join(fields)}").text)
        assert [list(row.items()) for row in some] == [[(field, row[field]) for field in fields] for row in whole]


def test_a_file_is_read_a_piece_at_a_time(store: Store) -> None:
    fill(store, copies=5)
    with store.connect() as connection:
        ids = fetch_ids(connection, QUOTE, QuoteFilter())
    many = list(ids) * 600
    pieces = list(write_sheet(store, FORMS["quotes"], many, "http://testserver", verbatim=True))

    assert len(pieces) == 1 + -(-len(many) // PIECE)
    assert sum(piece.count(b"\r\n") for piece in pieces) == 1 + len(many)


def test_a_file_whose_records_went_is_broken_off(store: Store) -> None:
    fill(store)
    pieces = write_sheet(store, FORMS["quotes"], [1, 10**9], "http://testserver", verbatim=True)

    assert next(pieces).startswith(b"key,")
    with pytest.raises(ChangedError, match="ask for it again"):
        next(pieces)
