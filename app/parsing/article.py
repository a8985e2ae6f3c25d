"""The article as the rules see it: one `Doc` over the whole text, its paragraphs, sentences and quotation marks.

The text is analysed paragraph by paragraph, in batches, and joined again without a character changed, so `token.idx` is an
offset in `Document.text`. Sentences are begun by rule (`find_sentence_starts`); where the rule cannot tell, the model decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc as Analysis

from app.parsing.lexicon import read_words
from app.parsing.marks import Marked, find_marked
from app.parsing.sentences import CLOSERS, find_sentence_starts
from app.parsing.tokens import Doc, Span, Token
from app.parsing.topics import Profile, profile_topics, topics_of
from app.records import Document, Passage, Topic

PARAGRAPH_BREAK = re.compile(r"\n\s*\n|\n(?=\s*[•·*–—-]\s)|\n")
WORD = re.compile(r"\w")
BULLET = re.compile(r"\s*(?:[•·▪‣*–—-]|\(?(?:\d{1,2}|[a-z])[.)])\s")
SURROGATE = re.compile("[\ud800-\udfff]")
LONGEST_BLOCK = 4000  # characters analysed at once: the parser's time grows faster than the length of what it reads
LONGEST_BATCH = 60_000  # characters, about: a batch of the longest blocks would take a gigabyte
LONGEST_WORD = 500  # the tokenizer's grows with the square of a word
CONTEXT = 2000  # characters before and after a record in which its topics may show; few paragraphs are longer
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Marks that open and close a quotation inside one in single marks, and inside one in double marks.
INNER = (
    (re.compile(r"(?<=[\s,(—])[\"“](?=\w)"), re.compile(r"(?<=[\w.,?!…])[\"”](?!\w)")),
    (re.compile(r"(?<=[\s,(—])['‘](?=\w)"), re.compile(r"(?<=[\w.,?!…])['’](?!\w)")),
)
CRY_ENDS = frozenset("?!…’'”")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the body, as offsets in the text; `bullet` where it is a point of a list."""

    start: int
    end: int
    bullet: bool = False


@dataclass(slots=True)
class Article:
    """A document under analysis. Offsets are characters of `document.text`, indexes are tokens of `doc`."""

    document: Document
    doc: Doc
    paragraphs: tuple[Paragraph, ...]
    marked: tuple[Marked, ...]
    sentences: tuple[Span, ...] = ()
    sentence_of: list[int] = field(default_factory=list)
    mark_of: list[int] = field(default_factory=list)
    paragraph_starts: list[int] = field(default_factory=list)
    profile: Profile | None = None

    @property
    def text(self) -> str:
        return self.document.text

    def sentence(self, token: Token | int) -> Span:
        return self.sentences[self.sentence_of[token if isinstance(token, int) else token.i]]

    def mark(self, token: Token | int) -> Marked | None:
        """The outermost quotation that the token stands in, or None."""
        nth = self.mark_of[token if isinstance(token, int) else token.i]
        return self.marked[nth] if nth >= 0 else None

    def quoted_within(self, token: Token) -> bool:
        """Whether the token stands in a quotation inside another, whose "I" is not the speaker's."""
        mark = self.mark(token)
        if mark is None:
            return False
        opener, closer = INNER["'‘".find(self.text[mark.outer_start]) < 0]
        before = self.text[mark.start : token.idx]
        opened = max((found.end() for found in opener.finditer(before)), default=0)
        return bool(opened) and closer.search(before, opened) is None

    def marks_within(self, start: int, end: int) -> range:
        """The indexes in `marked` of the quotations that share a character with what stands from `start` to `end`."""
        first = bisect_right(self.marked, start, key=lambda mark: mark.end)
        return range(first, bisect_left(self.marked, end, key=lambda mark: mark.start))

    def point_mark(self, point: Paragraph) -> int:
        """Where the words of a point of a list begin, behind its dot or number."""
        found = BULLET.match(self.text, point.start)
        return found.end() if found else point.start

    def paragraph_of(self, offset: int) -> int:
        """The index of the paragraph that holds the offset."""
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def is_wholly_marked(self, left: int, right: int) -> bool:
        """Whether every word between two offsets stands in quotation marks."""
        words = [token for token in self.tokens(left, right) if WORD.search(token.text) and left <= token.idx < right]
        return bool(words) and all(self.mark_of[token.i] >= 0 for token in words)

    def topics(self, passage: Passage) -> tuple[Topic, ...]:
        """The topics of a thing wanted or done: by its own words, then those around it, then the whole article."""
        if self.profile is None:
            self.profile = profile_topics(self.text[one.start : one.end] for one in self.paragraphs)
        nth = self.sentence_of[self.tokens(passage.start, passage.end)[0].i]
        sentence, before = self.sentences[nth].text, self.sentences[max(0, nth - 1) : nth]
        paragraph = self.paragraphs[self.paragraph_of(passage.start)]
        start, end = paragraph.start, paragraph.end
        if end - start > 2 * CONTEXT:
            start, end = max(start, passage.start - CONTEXT), min(end, passage.end + CONTEXT)
        around = (sentence, self.text[start:end], *(one.text for one in before))
        return topics_of(passage.text, around, self.profile)

    def tokens(self, start: int, end: int) -> Span:
        """The tokens that lie in part or whole between two offsets (never empty in the body)."""
        return self.doc.covering(start, end)


def find_paragraphs(text: str, start: int) -> list[Paragraph]:
    """The paragraphs of the text from offset `start` on, in order, without the white space around them."""
    cuts = [start]
    for found in PARAGRAPH_BREAK.finditer(text, start):
        cuts.append(found.end())
    cuts.append(len(text))
    paragraphs = []
    for left, right in pairwise(cuts):
        words = text[left:right]
        if stripped := words.strip():
            at = left + len(words) - len(words.lstrip())
            paragraphs.append(Paragraph(at, at + len(stripped), bool(BULLET.match(words))))
    return paragraphs


def cut_blocks(text: str, paragraphs: list[Paragraph]) -> list[int]:
    """Offsets that part the whole text into blocks for analysis: each paragraph with the space after it, and long ones cut
    at the space after a sentence (else at any space, else within a word), so that none is longer than LONGEST_BLOCK.
    """
    edges = {0, len(text)}
    for paragraph in paragraphs:
        edges.add(paragraph.start)
        at = paragraph.start
        while paragraph.end - at > LONGEST_BLOCK:
            window = text[at : at + LONGEST_BLOCK]
            cut = max(window.rfind(". "), window.rfind("? "), window.rfind("! ")) + 1 or window.rfind(" ")
            at += cut + 1 if cut > LONGEST_BLOCK // 4 else LONGEST_WORD
            edges.add(at)
    return sorted(edges)


def tokenise(nlp: Language, text: str) -> Analysis:
    """A block cut into tokens, with its sentences begun where the words tell."""
    block = nlp.make_doc(text)
    starts = find_sentence_starts([token.text for token in block], block.to_array("SPACY").tolist())
    column: Any = numpy.array([starts], dtype="int64").T
    return block.from_array(["SENT_START"], column.astype("uint64"))


def read_articles(nlp: Language, documents: Iterable[Document], *, batch: int = 64) -> Iterator[Article]:
    """Analyse documents one after another, in order, each as a whole `Article`."""
    for document in documents:
        yield _read_article(nlp, document, batch)


def _read_article(nlp: Language, document: Document, batch: int) -> Article:
    text = document.text
    readable = SURROGATE.sub("\ufffd", text)  # half a character, which JSON can carry and spaCy cannot
    paragraphs = find_paragraphs(text, document.body_start)
    edges = list(pairwise(cut_blocks(text, paragraphs)))
    blocks = (tokenise(nlp, readable[left:right]) for left, right in edges)
    size = min(batch, 1 + LONGEST_BATCH * len(edges) // max(1, len(text)))
    doc = Doc(readable, nlp.pipe(blocks, batch_size=size))
    article = Article(document, doc, tuple(paragraphs), tuple(find_marked(text, paragraphs)))
    article.paragraph_starts = [paragraph.start for paragraph in paragraphs]
    article.mark_of = _marks_by_token(doc, article.marked)
    article.sentences = _join_asides(article, doc.sentences())
    article.sentence_of = [0] * len(doc)
    for nth, sentence in enumerate(article.sentences):
        for index in range(sentence.start, sentence.end):
            article.sentence_of[index] = nth
    return article


def _join_asides(article: Article, sentences: list[Span]) -> tuple[Span, ...]:
    """The sentences, those that only say who asked or cried what stands before them joined to it: "“Why?” Brandt asked."."""
    joined: list[Span] = []
    for sentence in sentences:
        ends = CRY_ENDS | {"."} if _is_short(sentence) else CRY_ENDS
        if joined and _closes_cry(article, joined[-1], ends) and _is_aside(article, sentence):
            joined[-1] = article.doc[joined[-1].start : sentence.end]
        else:
            joined.append(sentence)
    return tuple(joined)


def _is_short(sentence: Span) -> bool:
    """Whether the sentence is a name and a verb and nothing more: "“It is shut.” Brandt said."."""
    return sum(token.is_alpha for token in sentence) <= 3


def _closes_cry(article: Article, sentence: Span, ends: frozenset[str]) -> bool:
    """Whether the sentence ends with a closing mark behind one of `ends`, in the midst of a paragraph."""
    words = sentence.text_with_ws
    last = article.doc[sentence.start + len(sentence) - 1]
    before = article.doc[max(0, last.i - 1)].text
    closes = last.text in CLOSERS and before[-1] in ends and article.mark_of[last.i] >= 0
    return closes and "\n" not in words[len(words.rstrip()) :]


def _is_aside(article: Article, sentence: Span) -> bool:
    """Whether the sentence is a source and a verb of saying alone, with a day, a place or a hearer at most."""
    verb = sentence.root
    lemma = verb.lemma_
    saying = lemma in read_words("speech", "saying") or lemma in read_words("speech", "beside_marks")
    saying = saying and (lemma != "go" or article.doc[verb.i + 1].lower_ == "on")
    if not saying or verb.tag_ not in ("VBD", "VBZ") or verb.pos_ != "VERB" or article.mark_of[sentence.start] >= 0:
        return False
    plain = [token for token in sentence if article.mark_of[token.i] < 0]
    others = any(token.tag_ in FINITE and token.head.i != verb.i and not _is_added(token, verb) for token in plain)
    tells = lemma in read_words("speech", "listeners")
    thing = any(child.dep_ in ("dobj", "ccomp") and article.mark_of[child.i] < 0 for child in verb.rights)
    return any(child.dep_ == "nsubj" for child in verb.children) and not others and (tells or not thing)


def _is_added(token: Token, verb: Token) -> bool:
    """Whether a finite verb belongs to a relative clause, or to one that tells how it was said ("as if she had not heard")."""
    clause = token.head if token.dep_ == "aux" else token
    return token.dep_ == "relcl" or (clause.dep_ == "advcl" and clause.head.i == verb.i and clause.i > verb.i)


def _marks_by_token(doc: Doc, marked: tuple[Marked, ...]) -> list[int]:
    """For each token the index of the quotation that it stands in (its marks included), or -1."""
    found = [-1] * len(doc)
    nth = 0
    for token in doc:
        while nth < len(marked) and token.idx >= marked[nth].outer_end:
            nth += 1
        if nth < len(marked) and token.idx >= marked[nth].outer_start:
            found[token.i] = nth
    return found
