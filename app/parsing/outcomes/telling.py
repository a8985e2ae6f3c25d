"""Who tells what in an article, and how: its predicates, its suppositions and questions, the voice at each verb."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.parsing.actors.cast import Cast
from app.parsing.article import Article
from app.parsing.conditions import Condition, find_conditions
from app.parsing.lexicon import read_words
from app.parsing.outcomes.drafts import NARRATOR, Draft, Voice
from app.parsing.outcomes.frames import outcome_words
from app.parsing.predicates import Predicate, is_verbal, lemma_of, own_subject, read_predicate
from app.parsing.tokens import Span, Token
from app.records import Quote

FARTHEST_GOVERNOR = 6
LONGEST_LIST = 20  # sentences
POINT = re.compile(r"[•·▪‣*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]")


@dataclass(slots=True)
class Telling:
    article: Article
    cast: Cast
    quotes: Sequence[Quote]
    starts: list[int] = field(default_factory=list)
    conditions: dict[int, list[Condition]] = field(default_factory=dict)
    predicates: dict[int, Predicate] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [quote.passage.start for quote in self.quotes]

    def predicate(self, verb: Token) -> Predicate:
        if verb.i not in self.predicates:
            predicate = self.predicates[verb.i] = read_predicate(verb)
            self._reanchor(predicate)
        return self.predicates[verb.i]

    def _reanchor(self, predicate: Predicate) -> None:
        """ "would resume talks provided that the shelling stopped, and would open a line": the second verb is coordinated
        with the first, not with that of the condition."""
        verb = predicate.verb
        if predicate.lead is verb or own_subject(verb) is not None or predicate.subject is None:
            return
        held = next(
            (one for one in self.conditions_at(verb) if one.holds(predicate.subject) and one.end <= verb.i), None
        )
        if held is None:
            return
        for token in reversed(verb.doc[self.sentence(verb).start : held.start]):
            if is_verbal(token) and token.dep_ not in ("aux", "auxpass") and (subject := read_predicate(token).subject):
                predicate.subject, predicate.lead = subject, verb
                return

    def sentence(self, token: Token) -> Span:
        return self.article.sentence(token)

    def conditions_at(self, token: Token) -> list[Condition]:
        nth = self.article.sentence_of[token.i]
        if nth not in self.conditions:
            self.conditions[nth] = find_conditions(self.article.sentences[nth])
        return self.conditions[nth]

    def listed_under(self, verb: Token, nouns: frozenset[str]) -> bool:
        """Its sentence is a point of a list whose opening, ended by a colon, names one of the nouns as what it tells of."""
        nth = self.article.sentence_of[verb.i]
        for before in reversed(self.article.sentences[max(0, nth - LONGEST_LIST) : nth]):
            text = before.text.rstrip()
            if text.endswith(":") and "\n" in self.article.text[before.start_char : verb.idx]:
                return any(one.lemma_.lower() in nouns for one in before if one.dep_ in ("nsubj", "pobj", "nsubjpass"))
            if not POINT.match(text) and not text.endswith(";"):
                return False
        return False

    def is_asked(self, token: Token) -> bool:
        """Its sentence is a question; one that only a quotation inside it asks does not count."""
        sentence = self.sentence(token)
        for last in reversed(sentence):
            if last.text == "?":
                return self.article.mark_of[last.i] in (-1, self.article.mark_of[token.i])
            if not (last.is_punct or last.is_space):
                return False
        return False

    def supposed(self, token: Token) -> bool:
        """It stands in the words of a condition, or of a question told: "asked whether Chad had offered a loan"."""
        if any(condition.holds(token) for condition in self.conditions_at(token)):
            return True
        clause = token.head if token.dep_ == "xcomp" else token
        return any(child.lower_ == "whether" for child in clause.lefts)

    # -- who says it -------------------------------------------------------------------------------------------------

    def quote_at(self, token: Token) -> Quote | None:
        at = bisect_right(self.starts, token.idx)
        for quote in reversed(self.quotes[max(0, at - 3) : at]):
            if quote.passage.start <= token.idx < quote.passage.end:
                return quote
        return None

    def voice(self, verb: Token) -> Voice:
        """Who says what the verb tells: the speaker of the quote it stands in, else the subject of a verb of saying above it."""
        governing = self.governing(verb)
        if quote := self.quote_at(verb):
            cue = (quote.cue or "").split(" ")[0]
            lemma = lemma_of(governing) if governing is not None else self._lemma_of_cue(quote, cue)
            return Voice(quote.speaker, lemma, self.article.mark(verb) is not None)
        nth = self.article.mark_of[verb.i]
        if nth >= 0 and nth in self.cast.speakers:
            return Voice(self.cast.speakers[nth], lemma_of(governing) if governing is not None else "say", True)
        if governing is not None:
            verb = governing if is_verbal(governing) else governing.head
            verb = verb if is_verbal(verb) else verb.head  # "put Ottawa on notice that …"
            subject = self.predicate(verb).subject if is_verbal(verb) else None
            speaker = self.cast.resolve_source(subject) if subject is not None else None
            return Voice(speaker, lemma_of(governing)) if speaker else NARRATOR
        return NARRATOR

    def _lemma_of_cue(self, quote: Quote, cue: str) -> str:
        for token in self.article.tokens(quote.source.start, quote.source.end):
            for near in (token.head, token):
                if near.text == cue:
                    return lemma_of(near)
        return cue.lower() or "say"

    def governing(self, verb: Token) -> Token | None:
        """The verb of saying or thinking above the verb, or set off beside it ("…, he said, …")."""
        saying = read_words("speech", "saying") | outcome_words("threat_to")
        thinking = read_words("speech", "thinking")
        step = verb
        for _ in range(FARTHEST_GOVERNOR):
            beside = next(
                (child for child in step.children if child.dep_ == "parataxis" and lemma_of(child) in saying), None
            )
            if beside is not None:
                return beside
            if step.head.i == step.i or step.dep_ in ("relcl",):
                return None
            relation, step = step.dep_, step.head
            if (
                relation in ("ccomp", "parataxis", "acl", "advcl", "xcomp", "dep")
                and lemma_of(step) in saying | thinking
                and is_verbal(step)
            ):
                return step if relation in ("ccomp", "dep", "parataxis", "advcl") else None
            noun = relation == "acl" and step.lemma_.lower() in outcome_words("saying_nouns")
            if noun and (is_verbal(step.head) or step.head.lower_ == "on"):
                return step
        return None
