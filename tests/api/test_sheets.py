"""Records as CSV: what csv readers make of it, what a spreadsheet does not run, and how much is held at a time."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from app.api.forms import FORMS
from app.api.sheets import PIECE, ChangedError, write_line, write_sheet
from app.store.database import Store
from app.store.queries.batches import QUOTE, fetch_ids
from app.store.queries.filters import QuoteFilter
from tests.store.queries.stored import fill


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize("name", FORMS)
def test_a_file_holds_every_record_under_its_header(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/{name}.csv?verbatim=on")
    found = read(answer.text)

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="demarche-{name}.csv"'
    assert tuple(found[0]) == FORMS[name].header
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


@pytest.mark.parametrize("words", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_words_that_a_spreadsheet_would_run_get_an_apostrophe(words: str) -> None:
    assert next(csv.reader([write_line([words], [True], False)])) == ["'" + words]
    assert next(csv.reader(StringIO(write_line([words], [True], True), newline=""))) == [words]


@given(
    st.lists(
        st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))), min_size=2
    )
)
def test_any_words_come_back_as_they_were(cells: list[str | None]) -> None:
    line = write_line(cells, [True] * len(cells), True)

    assert next(csv.reader(StringIO(line, newline=""))) == [cell or "" for cell in cells]


def test_numbers_and_what_is_absent_stay_bare() -> None:
    assert write_line([0, 7, None, "direct", ""], [False] * 5, False) == "0,7,,direct,\r\n"


def test_columns_that_are_written_bare_need_no_quotation_marks(client: TestClient) -> None:
    for name, form in FORMS.items():
        for row in read(client.get(f"/api/v1/{name}.csv?verbatim=on").text):
            assert None not in row.values(), form.header


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
