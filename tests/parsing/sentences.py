"""Short texts through the whole parser, and what it finds in them in the form that the tables of these tests have.

The model is loaded once for all tests; each text is an article of its own.
"""

from functools import cache

from app.parsing.pipeline import parse_document
from app.records import Actor, Parse
from tests.factories import make_document

# kind, speaker, words
QuoteRow = tuple[str, str, str]


@cache
def parse_text(text: str, published_on: str | None = None, place: str | None = None) -> Parse:
    return parse_document(make_document(text, published_on=published_on, place=place))


def quotes_of(text: str) -> list[QuoteRow]:
    return [(one.kind.value, one.speaker, one.passage.text) for one in parse_text(text).quotes]


def actors_of(text: str, place: str | None = None) -> dict[str, Actor]:
    return {one.key: one for one in parse_text(text, place=place).actors}
