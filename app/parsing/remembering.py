"""Parts of the language model that say what spaCy's own say, in a fraction of the time: what depends on a word alone, or on
its tag too, is worked out once and remembered.

`tests/parsing/test_model.py` holds every answer against spaCy's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy
from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

KNOWN_VECTORS = 20_000  # words whose vectors are kept: 8 MB
ANSWERS = (TAG, DEP, LEMMA, POS, MORPH)
Key = tuple[int, ...]


class RememberingRuler(AttributeRuler):
    """spaCy's rules that turn tags into parts of speech, with the same result.

    Matched one by one, the 180 rules cost as much as the parser does. Nearly all look at one token, and at little of it:
    so what they say of a tag, a dependency and a word (where any rule names that word) is matched once and remembered. The
    few that look at two tokens are matched where a token may be the first of them.
    """

    _seen: tuple[str, ...] = ()  # what the rules look at
    _words: re.Pattern[str]  # the words that they name
    _named: dict[int, bool]  # whether they name a word
    _pairs: Matcher  # the rules for two tokens
    _firsts: Matcher  # what these want of the first
    _known: dict[Key, tuple[list[int], tuple[int, ...], bool]]  # the rules that fit, their answers, may it begin a pair

    def __call__(self, doc: Doc) -> Doc:
        if not self._seen:
            self._part_rules()
        found = [self._look_up(doc, at, seen) for at, seen in enumerate(doc.to_array(list(self._seen)).tolist())]
        answers = [answer for _, answer, _ in found]
        for first in [at for at, (_, _, begins) in enumerate(found) if begins]:
            for match in self._pairs(doc[first : first + 2], allow_missing=True):
                number = self._number(match)
                at = first + self.indices[number]
                found[at] = (sorted([*found[at][0], number]), *found[at][1:])
                answers[at] = self._answer(doc, at, found[at][0])
        return write_columns(doc, ANSWERS, answers)

    def _look_up(self, doc: Doc, at: int, seen: list[int]) -> tuple[list[int], tuple[int, ...], bool]:
        word = seen[0]
        named = self._named.get(word)
        if named is None:
            named = self._named[word] = bool(self._words.search(self.vocab.strings[word]))
        if not named:
            seen[0] = 0
        key = tuple(seen)
        if key not in self._known:
            token = doc[at : at + 1]
            fitting = sorted(self._number(match) for match in self.matcher(token, allow_missing=True))
            begins = bool(self._firsts(token, allow_missing=True))
            self._known[key] = fitting, self._answer(doc, at, fitting), begins
        return self._known[key]

    def _number(self, match: tuple[int, int, int]) -> int:
        return int(self.vocab.strings[match[0]])

    def _answer(self, doc: Doc, at: int, numbers: list[int]) -> tuple[int, ...]:
        """What the rules say, of which the later win."""
        said = {TAG: doc[at].tag, DEP: doc[at].dep}
        for number in numbers:
            said |= self.attrs[number]
        return tuple(said.get(name, 0) for name in ANSWERS)

    def _part_rules(self) -> None:
        """Note what the rules look at, and those for two tokens."""
        self._pairs, self._firsts = Matcher(self.vocab), Matcher(self.vocab)
        names, words = set[str](), set[str]()
        rules: list[Any] = self.patterns
        for nth, rule in enumerate(rules):
            for pattern in rule["patterns"]:
                if len(pattern) > 1:
                    self._pairs.add(str(nth), [pattern])
                    self._firsts.add(str(nth), [pattern[:1]])
                names |= set(pattern[0])
                words |= set(words_named(pattern[0].get("LOWER", {})))
        self._seen = ("LOWER", *sorted(names - {"LOWER", "TAG", "DEP"}), "TAG", "DEP")
        self._words = re.compile("|".join(sorted(words)))
        self._named, self._known = {}, {}


def words_named(wanted: Any) -> Iterator[str]:
    """The words that a condition asks for ("ai", {"IN": [...]} or {"REGEX": "..."}), as regular expressions."""
    if isinstance(wanted, str):
        yield f"^{re.escape(wanted)}$"
    for operator, words in wanted.items() if isinstance(wanted, dict) else ():
        yield from [words] if operator == "REGEX" else (f"^{re.escape(word)}$" for word in words)


class RememberingLemmatizer(EnglishLemmatizer):
    """spaCy's base forms, with the same result; its lists of words are looked up as sets."""

    _known: dict[Key, int] | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self._known is None:
            self._known = {}
            index = self.lookups.get_table("lemma_index")
            for part in index:
                index[part] = frozenset(index[part])  # a list of 57,000 nouns is slow to search
        lemmas: list[tuple[int, ...]] = []
        for at, (*key, lemma) in enumerate(doc.to_array(["ORTH", "POS", "MORPH", "LEMMA"]).tolist()):
            if not lemma:
                lemma = self._known.get(tuple(key))
                if lemma is None:
                    lemma = self._known[tuple(key)] = self.vocab.strings.add(self.lemmatize(doc[at])[0])
            lemmas.append((lemma,))
        return write_columns(doc, (LEMMA,), lemmas)


def write_columns(doc: Doc, names: tuple[int, ...], rows: list[tuple[int, ...]]) -> Doc:
    columns: Any = numpy.array(rows, dtype="uint64").reshape(len(doc), len(names))
    return doc.from_array(list(names), columns)


def remember_vectors(model: Model[Any, Any]) -> None:
    """Let a tok2vec work out the vector of a word by itself, before its neighbours are looked at, once only."""
    layers = model.get_ref("embed").layers
    mixing = layers[2:4]  # of what is read of each word: hashed tables, and what makes one vector of theirs
    layers[2:4] = [Model("remembered", VectorTable(mixing), layers=mixing)]


class VectorTable:
    """The work of layers that make one vector of what is read of one word: asked for a batch of words, they are run on those
    not known yet."""

    def __init__(self, layers: Sequence[Model[Any, Any]]) -> None:
        self.layers = layers
        self.places: dict[bytes, int] = {}
        self.vectors: Any = numpy.empty((KNOWN_VECTORS, layers[-1].get_dim("nO")), dtype="f")

    def __call__(self, model: Model[Any, Any], batch: Ragged, is_train: bool) -> tuple[Ragged, Callable[[Any], Any]]:
        words: Any = numpy.ascontiguousarray(batch.data)
        keys = words.view(f"V{words.itemsize * words.shape[1]}").ravel().tolist()
        unknown = {key: at for at, key in enumerate(keys) if key not in self.places}
        if len(self.places) + len(unknown) > KNOWN_VECTORS:
            self.places = {}
            unknown = {key: at for at, key in enumerate(keys)}
        if len(unknown) > KNOWN_VECTORS:
            return self._run(batch), refuse_to_learn
        if unknown:
            rows = words[list(unknown.values())]
            lengths: Any = numpy.array([len(rows)], dtype="i")
            first, behind = len(self.places), len(self.places) + len(rows)
            self.vectors[first:behind] = self._run(Ragged(rows, lengths)).data
            self.places.update(zip(unknown, range(first, behind), strict=True))
        return Ragged(self.vectors[[self.places[key] for key in keys]], batch.lengths), refuse_to_learn

    def _run(self, batch: Ragged) -> Ragged:
        for layer in self.layers:
            batch = layer.predict(batch)
        return batch


def refuse_to_learn(gradient: Any) -> Any:
    raise NotImplementedError("the vectors are remembered, so the model cannot be trained")
