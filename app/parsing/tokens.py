"""A text under analysis as the rules read it: its tokens with what spaCy says of each, as plain objects.

`Doc`, `Span` and `Token` answer by the names and with the meanings of spaCy's own, of which the rules need a part. Ours
look each answer up once, when the text has been analysed; spaCy's look it up anew at every question, and the rules ask a
few hundred about each word.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from sys import intern
from typing import overload

import spacy.tokens
from spacy.vocab import Vocab

KNOWN_WORDS = 20_000  # words whose form is remembered
ANSWERS = ("HEAD", "SENT_START", "ORTH", "SPACY", "LEMMA", "TAG", "DEP", "POS")
NAMES: dict[int, str] = {}  # what spaCy's numbers for words, tags and dependencies stand for, as far as met

Form = tuple[str, str, bool, bool, bool, bool, bool]


@lru_cache(maxsize=KNOWN_WORDS)
def read_form(vocab: Vocab, orth: int) -> Form:
    """What a word says by its letters alone, in the order in which `Token` keeps it."""
    word = vocab[orth]
    return word.text, word.lower_, word.is_punct, word.is_space, word.is_alpha, word.is_quote, word.like_num


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A word or a mark. `i` is its place in the doc, `idx` its first character in the text; the head of a root is itself.

    `children` are in the order of the text.
    """

    doc: Doc
    i: int
    idx: int
    lemma_: str
    tag_: str
    dep_: str
    pos_: str
    whitespace_: str
    is_sent_start: bool
    text: str
    lower_: str
    is_punct: bool
    is_space: bool
    is_alpha: bool
    is_quote: bool
    like_num: bool
    children: Sequence[Token] = ()
    head: Token = field(init=False)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, step: int = 1) -> Token:
        """The token so many places behind this one. Raises IndexError beyond the ends of the doc."""
        at = self.i + step
        if at < 0:
            raise IndexError(f"no token stands {-step} places before token {self.i}")
        return self.doc.tokens[at]

    @property
    def lefts(self) -> list[Token]:
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        return [child for child in self.children if child.i > self.i]

    def _below(self) -> list[Token]:
        """The token and all that hangs on it, directly or not, in no order."""
        found = [self]
        for token in found:
            found += token.children
        return found

    @property
    def subtree(self) -> list[Token]:
        """The token and all that hangs on it, directly or not, in the order of the text."""
        return sorted(self._below(), key=attrgetter("i")) if self.children else [self]

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self._below(), key=attrgetter("i")) if self.children else self

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self._below(), key=attrgetter("i")) if self.children else self

    @property
    def ancestors(self) -> Iterator[Token]:
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        return any(token is self for token in other.ancestors)

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The other tokens coordinated with this one, the first of them before those that hang on it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    @property
    def sent(self) -> Span:
        """The sentence in which the token stands, as the model sees it."""
        tokens = self.doc.tokens
        start, end = self.i, self.i + 1
        while start and not tokens[start].is_sent_start:
            start -= 1
        while end < len(tokens) and not tokens[end].is_sent_start:
            end += 1
        return Span(self.doc, start, end)


class Span:
    """The tokens from `start` to `end` (exclusive) of a doc."""

    __slots__ = ("doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc = doc
        self.start = start
        self.end = end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __reversed__(self) -> Iterator[Token]:
        return reversed(self.doc.tokens[self.start : self.end])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and (self.doc, self.start, self.end) == (other.doc, other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, int):
            return self.doc.tokens[range(self.start, self.end)[at]]
        within = range(self.start, self.end)[at]
        return Span(self.doc, within.start, max(within.start, within.stop))

    @property
    def start_char(self) -> int:
        """The first character. Raises IndexError where the span begins behind the last token."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """The character behind the last, the white space after it left out."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        if self.end <= self.start:
            return ""
        first, last = self.doc.tokens[self.start], self.doc.tokens[self.end - 1]
        return self.doc.text[first.idx : last.idx + len(last.text)]

    @property
    def text_with_ws(self) -> str:
        return self.text + (self.doc.tokens[self.end - 1].whitespace_ if self.end > self.start else "")

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence; of several the first, and a mark only where all are marks."""
        tokens = self.doc.tokens[self.start : self.end]
        if root := next((token for token in tokens if token.head is token), None):
            return root
        tops = [token for token in tokens if not self.start <= token.head.i < self.end]
        return min(tops, key=_depth) if tops else tokens[0]


def _depth(token: Token) -> float:
    """How many steps the token stands below the root of its sentence; a mark that stands by itself, below all words."""
    if not token.children and (token.is_punct or token.is_space):
        return math.inf
    return sum(1 for _ in token.ancestors)


class Doc:
    """A whole text, and its tokens in order: `doc[3]` is the fourth of them, `doc[3:5]` a span of two."""

    __slots__ = ("_end", "text", "tokens")

    def __init__(self, text: str, blocks: Iterable[spacy.tokens.Doc]) -> None:
        """From the analysed blocks that make up the text; of each nothing is kept but its answers."""
        self.text = text
        self.tokens: list[Token] = []
        self._end = 0
        for block in blocks:
            self._append(block)

    def _append(self, block: spacy.tokens.Doc) -> None:
        columns = block.to_array(list(ANSWERS)).T
        heads, starts = columns[:2].astype("int64").tolist()
        orths, spaces, *named = columns[2:].tolist()
        names = NAMES
        names.update((key, intern(block.vocab.strings[key])) for key in set().union(*named) - names.keys())
        first, idx = len(self.tokens), self._end
        for nth, (orth, space, lemma, tag, dep, pos) in enumerate(zip(orths, spaces, *named, strict=True), first):
            form = read_form(block.vocab, orth)
            after = " " if space else ""
            starts_here = starts[nth - first] == 1
            self.tokens.append(
                Token(self, nth, idx, names[lemma], names[tag], names[dep], names[pos], after, starts_here, *form)
            )
            idx += len(form[0]) + len(after)
        self._end = idx
        self._hang(first, heads)

    def _hang(self, first: int, heads: list[int]) -> None:
        """Give each token from `first` on its head, so many places away, and its children."""
        hanging: dict[int, list[Token]] = {}
        for token, away in zip(self.tokens[first:], heads, strict=True):
            token.head = self.tokens[token.i + away]
            if away:
                hanging.setdefault(token.i + away, []).append(token)
        for at, children in hanging.items():
            self.tokens[at].children = children

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, end if end > start else start)
        return self.tokens[at]

    def sentences(self) -> list[Span]:
        """As the model parts them, where the words did not tell it."""
        starts = [token.i for token in self.tokens if token.is_sent_start]
        return [Span(self, start, end) for start, end in pairwise([*starts, len(self.tokens)])]

    def covering(self, start: int, end: int) -> Span:
        """The tokens that lie in part or whole between two offsets of the text; none where one lies beyond its tokens."""
        tokens = self.tokens
        if start < 0 or end > self._end or end <= 0:
            return Span(self, 0, 0)
        first = bisect_right(tokens, start, key=attrgetter("idx")) - 1
        last = bisect_right(tokens, end - 1, key=attrgetter("idx")) - 1
        if start == tokens[first].idx + len(tokens[first].text):  # the space behind it is not of it
            first += 1
        return Span(self, first, last + 1)
