"""The reader's words as a full-text query that cannot be misread."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.queries.listing import full_text

QUERIES = [
    ("peace deal", '"peace" AND "deal"'),
    ("“peace deal” now", '"peace deal" AND "now"'),
    ("negotiat*", '"negotiat"*'),
    ("NOT peace OR", '"NOT" AND "peace" AND "OR"'),
    ("ceasefire", '("ceasefire" OR "cease-fire")'),
    ("cease-fire talks", '("cease-fire" OR "ceasefire") AND "talks"'),
    ("“ceasefire now”", '"ceasefire now"'),
    ("Organisation", '("Organisation" OR "organization")'),
    ("program*", '("program"* OR "programme"*)'),
    ("Kiev", '("Kiev" OR "kyiv")'),
    ("neighbours", '("neighbours" OR "neighbors")'),
    ("four crisis -", '"four" AND "crisis"'),
    ("text:peace ^a", '"text:peace" AND "^a"'),
    ('* " -- ()', ""),
    ("", ""),
]


@pytest.mark.parametrize(("words", "query"), QUERIES)
def test_words_become_a_query(words: str, query: str) -> None:
    assert full_text(words) == query


@given(st.text(alphabet=st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60))
def test_no_words_are_a_syntax_error(words: str) -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
        raw.execute("SELECT count(*) FROM words WHERE words MATCH ?", (full_text(words) or '""',)).fetchall()
