"""Coverage: which sentences no record has words in."""

from hypothesis import given
from hypothesis import strategies as st

from app.store.queries.documents import find_unused

SENTENCES = [(0, 10), (11, 20), (21, 30), (40, 50)]
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda span: (span[0], span[0] + span[1])))


@given(SPANS)
def test_a_sentence_is_unused_where_no_record_overlaps_it(spans: list[tuple[int, int]]) -> None:
    overlapped = {
        sentence for sentence in SENTENCES for start, end in spans if start < sentence[1] and end > sentence[0]
    }

    assert list(find_unused(SENTENCES, sorted(spans))) == [each for each in SENTENCES if each not in overlapped]
