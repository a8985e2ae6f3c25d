"""Marks in text: every character stays, in order and escaped, whatever overlaps."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.pages.marking import Mark, mark_passage, mark_records, mark_terms
from app.store.queries.values import Excerpt

TEXT = "He said <b> & wants peace now."


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


def words_of(markup: str) -> str:
    parser = Words()
    parser.feed(str(markup))
    parser.close()
    return parser.words


def mark(start: int, end: int, record: str, number: int, lit: bool = False) -> Mark:
    return Mark(start, end, record, lit, f"{record[0]}-{number}", number, "Demand")


def test_a_passage_is_marked_in_its_excerpt() -> None:
    assert mark_passage(Excerpt("a <b> c", 10, 12, 15)) == "a <mark>&lt;b&gt;</mark> c"


def test_hits_of_a_search_are_marked() -> None:
    assert mark_terms("a \x02<b>\x03 c") == "a <mark>&lt;b&gt;</mark> c"
    assert mark_terms("a \x02b") + mark_terms("c\x03 d") == "a bc d"


def test_overlapping_records_share_their_pieces() -> None:
    marked = mark_records("abcdef", 100, [mark(101, 104, "quote", 1), mark(103, 106, "demand", 2, lit=True)])

    pieces = ['<span class="marked quote">bc</span>', '<span class="marked demand quote lit">d</span>']
    assert all(piece in marked for piece in pieces)
    assert marked.index('id="q-1"') < marked.index("bc") < marked.index('id="d-2"') < marked.index(">d<")


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["quote", "demand", "outcome"]))


@given(start=st.integers(0, 20), spans=st.lists(SPANS, max_size=8))
def test_no_mark_changes_the_words(start: int, spans: list[tuple[int, int, str]]) -> None:
    marks = [mark(min(a, b), max(a, b) + 1, record, number) for number, (a, b, record) in enumerate(spans)]

    assert words_of(mark_records(TEXT, start, marks)) == TEXT
