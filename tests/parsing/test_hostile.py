"""Nothing that an article can hold stops a parse, and what is found is in the text, whatever the text is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.contract import format_line
from app.parsing.pipeline import parse_document
from app.records import Document, Parse, Passage, hash_text
from tests.bench.texts import CONTROLS, DIRECTIONS, EMOJI, HOSTILE, MARKS, OTHERS, SENTENCES, SURROGATES

pytestmark = pytest.mark.model

PIECES = [
    *SENTENCES,
    *OTHERS,
    *MARKS,
    *CONTROLS,
    *DIRECTIONS,
    *EMOJI,
    *SURROGATES,
    *"\n\t\r .,;:!?-–—…()[]•*",
    *("\n\n", "\r\n", "\n• ", "Ada Lund", "he said", "that", "according to", "Russia", "U.S.", "if", "to", "’s", "not"),
    *(word for sentence in SENTENCES for word in sentence.split()),
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=60).map(" ".join) | st.lists(
    st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=40
).map("".join)


def check(document: Document, parse: Parse) -> None:
    """Every promise that a parse makes about its places and its actors."""
    text, start = document.text, document.body_start
    keys = [actor.key for actor in parse.actors]
    assert len(keys) == len(set(keys))
    assert parse.sentences == tuple(sorted(parse.sentences))
    assert all(left < right <= len(text) for left, right in parse.sentences)
    assert all(end <= begin for (_, end), (begin, _) in zip(parse.sentences, parse.sentences[1:], strict=False))
    named = {actor.side for actor in parse.actors} | {mention.actor for mention in parse.mentions}
    passages: list[Passage] = []
    for records in (parse.quotes, parse.demands, parse.outcomes):
        spans = [record.passage for record in records]
        assert spans == sorted(spans, key=lambda span: span.start)
        assert all(span.start >= start for span in spans), "a record before the article proper"
        passages += spans
    for quote in parse.quotes:
        passages.append(quote.source)
        named |= {quote.speaker, *quote.addressees}
    for demand in parse.demands:
        named |= {demand.holder, *demand.addressees}
    for outcome in parse.outcomes:
        passages += [outcome.condition] if outcome.condition else []
        named |= {*outcome.actors, *outcome.affected}
    passages += [mention.passage for mention in parse.mentions]
    assert all(text[span.start : span.end] == span.text for span in passages)
    assert named - {None} <= set(keys)


@pytest.mark.parametrize("size", [400, 3000])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_that_no_editor_would_print_is_parsed(name: str, size: int) -> None:
    text = HOSTILE[name](size)
    document = Document("hostile", text, hash_text(text))
    check(document, parse_document(document))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(TEXTS)
def test_whatever_the_text_is_each_record_is_in_it(text: str) -> None:
    document = Document("any", text, hash_text(text))  # as `read_document` makes it, without what that refuses
    parse = parse_document(document)
    check(document, parse)
    assert format_line(parse) == format_line(parse_document(document)), "parsed twice, found two things"


def test_empty_text_has_no_records() -> None:
    document = Document("empty", "", hash_text(""))
    assert parse_document(document).sentences == ()
