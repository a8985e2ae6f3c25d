"""Our tokens answer as spaCy's do."""

from itertools import combinations

import pytest
import spacy.tokens
from spacy.vocab import Vocab

from app.parsing.model import load_model
from app.parsing.tokens import Doc, Span

TEXTS = [
    "“We will never accept that,” Prime Minister Ada Lund told reporters on Thursday, adding that her country wanted peace.",
    "A hearing is scheduled on the issue today, which Chad, Sudan and Norway all asked for. No.",  # crossing arcs
    '  Two  spaces, 1,000 drivers\tand the U.S.—something -- of (his) "own".',
    "he said that she said that it said that they said so",
    "? !",
]
ANSWERS = ("text", "lower_", "lemma_", "tag_", "pos_", "dep_", "idx", "i", "whitespace_", "is_sent_start")
FLAGS = ("is_punct", "is_space", "is_alpha", "is_quote", "like_num")
ONE = ("head", "left_edge", "right_edge")
SEVERAL = ("children", "lefts", "rights", "ancestors", "conjuncts", "sent")


def analyse(text: str) -> tuple[spacy.tokens.Doc, Doc]:
    theirs = load_model()(text)
    return theirs, Doc(text, [theirs])


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_tokens_answer_as_spacys(text: str) -> None:
    theirs, ours = analyse(text)
    assert len(ours) == len(theirs)
    for token, own in zip(theirs, ours, strict=True):
        assert [getattr(own, name) for name in ANSWERS] == [getattr(token, name) for name in ANSWERS]
        assert [getattr(own, name) for name in FLAGS] == [getattr(token, name) for name in FLAGS]
        assert [getattr(own, name).i for name in ONE] == [getattr(token, name).i for name in ONE]
        for name in SEVERAL:
            assert [one.i for one in getattr(own, name)] == [one.i for one in getattr(token, name)], name
        assert [one.i for one in own.subtree] == sorted(one.i for one in token.subtree)  # theirs may jump to and fro
        assert [own.is_ancestor(other) for other in ours] == [token.is_ancestor(other) for other in theirs]


@pytest.mark.model
@pytest.mark.parametrize("text", TEXTS)
def test_spans_answer_as_spacys(text: str) -> None:
    theirs, ours = analyse(text)
    assert [(one.start, one.end) for one in ours.sentences()] == [(one.start, one.end) for one in theirs.sents]
    for start, end in combinations(range(len(ours) + 1), 2):
        span, own = theirs[start:end], ours[start:end]
        assert (own.text, own.start_char, own.end_char) == (span.text, span.start_char, span.end_char)
        assert (own.root.i, own[-1].i, len(own)) == (span.root.i, span[-1].i, len(span))
        assert own.text_with_ws == span.text_with_ws
    for start, end in combinations(range(len(text) + 2), 2):
        span = theirs.char_span(start, end, alignment_mode="expand") or theirs[0:0]
        assert (len(ours.covering(start, end)), ours.covering(start, end).text) == (len(span), span.text)


def test_blocks_are_joined_without_a_character_moved() -> None:
    text = "Stop, she said.\n\nThey stopped."
    words = ["Stop", ",", "she", "said", ".", "\n\n"], ["They", "stopped", "."]
    spaces = [False, True, True, False, False, False], [True, False, False]
    vocab = Vocab()
    blocks = [spacy.tokens.Doc(vocab, *pair) for pair in zip(words, spaces, strict=True)]
    doc = Doc(text, blocks)
    assert [text[token.idx : token.idx + len(token)] for token in doc] == [token.text for token in doc]
    assert [token.i for token in doc] == list(range(9))
    assert doc[6].text == "They"
    assert doc[-1].nbor(-1).text == "stopped"
    assert doc[2:4] == Span(doc, 2, 4)
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
