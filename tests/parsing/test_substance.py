"""What a record's words must say by themselves."""

import pytest

from app.parsing.article import read_articles
from app.parsing.model import load_model
from app.parsing.substance import says_something
from app.records import Passage
from tests.factories import make_document

WORDS: list[tuple[str, str, bool]] = [
    ("They want to leave.", "leave", True),
    ("They want to step down.", "step down", True),
    ("They want it done, and they want a year.", "a year", True),
    ("It’s what they will do.", "’s", False),
    ("They said that they should.", "should", False),
    ("They want whomever.", "whomever", False),
    ("It is a fact that they deal with.", "deal with", False),
    ("They refuse accepting any of it.", "accepting any", False),
    ("They reject the party’s plan.", "the party’s", False),
    ("They want to end the talks that they are in.", "end the talks that they are in", True),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "something"), WORDS)
def test_words_that_say_something(text: str, words: str, something: bool) -> None:
    (article,) = read_articles(load_model(), [make_document(text)])
    start = text.index(words)
    assert says_something(article, Passage.cut(text, start, start + len(words))) is something
