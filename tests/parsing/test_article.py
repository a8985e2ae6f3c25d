"""Paragraphs, blocks and sentences: the text cut for analysis without a character changed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsing.article import LONGEST_BLOCK, Article, cut_blocks, find_paragraphs, read_articles
from app.parsing.model import load_model
from tests.factories import make_document

PARAGRAPHS = [
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\nTwo.", ["One.", "Two."]),
    ("  One.  \n \n\t Two.\n\n", ["One.", "Two."]),
    ("Chad asked for:\n\n• a road;\n\n• a bridge.", ["Chad asked for:", "• a road;", "• a bridge."]),
    ("Chad asked for:\n- a road\n- a bridge", ["Chad asked for:", "- a road", "- a bridge"]),
    ("A well-known road\r\n\r\nB", ["A well-known road", "B"]),
    ("\n\n\n", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "paragraphs"), PARAGRAPHS)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_paragraphs(text, 0)] == paragraphs


def test_bullets_are_known() -> None:
    found = find_paragraphs("Chad asked for:\n\n• a road;\n– a bridge.\n\nIt got neither.", 0)
    assert [one.bullet for one in found] == [False, True, True, False]


def test_what_stands_before_the_body_is_no_paragraph() -> None:
    text = "Title: A road\n\nThe road is open."
    assert [text[one.start : one.end] for one in find_paragraphs(text, 15)] == ["The road is open."]


@given(st.lists(st.sampled_from(["word ", "It ended. ", "\n\n", "x" * 300, "é", "“No.” ", "? "]), max_size=120))
def test_blocks_are_the_whole_text_in_short_pieces(pieces: list[str]) -> None:
    text = "".join(pieces)
    edges = cut_blocks(text, find_paragraphs(text, 0))
    assert edges[0] == 0
    assert edges[-1] == len(text)
    assert edges == sorted(set(edges))
    for paragraph in find_paragraphs(text, 0):
        inside = [paragraph.start, *(edge for edge in edges if paragraph.start < edge < paragraph.end), paragraph.end]
        assert all(right - left <= LONGEST_BLOCK for left, right in pairwise(inside))


def read(text: str) -> Article:
    (article,) = read_articles(load_model(), [make_document(text)])
    return article


SENTENCES = [
    ("It is over. She left.", ["It is over.", "She left."]),
    ("“It is over.” She left.", ["“It is over.”", "She left."]),
    ("“It is over,” she said. “Go.”", ["“It is over,” she said.", "“Go.”"]),
    ("“Is it over?” she asked. He nodded.", ["“Is it over?” she asked.", "He nodded."]),
    (
        "“Is it over?” Senator Grace Oyelaran asked. He nodded.",
        ["“Is it over?” Senator Grace Oyelaran asked.", "He nodded."],
    ),
    (
        "“Enough!” Ambassador Kofi Mensah shouted at the guard.",
        ["“Enough!” Ambassador Kofi Mensah shouted at the guard."],
    ),
    ("“Is it over?” The guard opened the gate.", ["“Is it over?”", "The guard opened the gate."]),
    ("“Is it over?” Ambassador Kofi Mensah said it was.", ["“Is it over?”", "Ambassador Kofi Mensah said it was."]),
    (
        "The U.S. envoy met Gen. Falk at 2 p.m. on Nov. 3. They spoke.",
        ["The U.S. envoy met Gen. Falk at 2 p.m. on Nov. 3.", "They spoke."],
    ),
    ("Prices rose 3.5 percent. Nobody minded.", ["Prices rose 3.5 percent.", "Nobody minded."]),
    ("He paused … then went on. It rained.", ["He paused … then went on.", "It rained."]),
    ("One paragraph\n\nAnother one", ["One paragraph", "Another one"]),
    ("“Why?”\n\nAmbassador Kofi Mensah asked.", ["“Why?”", "Ambassador Kofi Mensah asked."]),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [one.text.strip() for one in read(text).sentences] == sentences


ODD = [
    "",
    " \n\n ",
    "x",
    "No full stop",
    "“Left open",
    "\ufeffA mark at the beginning.",
    "Tabs\tand\u00a0spaces\u2028and lines.",
    "🕊️ Peace, said the envoy. 🕊️",
    "A lone surrogate \ud800 in the midst.",
    "a" * 5000,
    "word " * 2000,
]


@pytest.mark.model
@pytest.mark.parametrize("text", ODD)
def test_no_character_is_moved(text: str) -> None:
    article = read(text)
    assert len(article.doc.text) == len(text)
    assert all(len(text[token.idx : token.idx + len(token)]) == len(token) for token in article.doc)
    covered = [token.i for sentence in article.sentences for token in sentence]
    assert covered == list(range(len(article.doc)))


@pytest.mark.model
def test_every_token_knows_its_sentence_and_its_marks() -> None:
    article = read("“Is it over?” Senator Grace Oyelaran asked. “No.”")
    assert [article.mark_of[token.i] for token in article.doc if token.is_alpha] == [0, 0, 0, -1, -1, -1, -1, 1]
    assert all(token in article.sentence(token) for token in article.doc)
    assert article.is_wholly_marked(1, 12)
    assert not article.is_wholly_marked(1, 30)
