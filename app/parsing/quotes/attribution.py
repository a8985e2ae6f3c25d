"""Attributions: the words that say who spoke ("Lindqvist said", "according to two diplomats"), found before what was said.

A cue is a verb of saying or thinking, or a phrase such as "according to"; its source is the noun phrase of the speaker.
Words in quotation marks are never read as attributions: a quote inside a quote belongs to the outer one.
"""

from __future__ import annotations

from functools import cache

from app.parsing.actors.cast import Cast
from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.parsing.quotes.cue import Attribution, is_finite_cue
from app.parsing.quotes.idioms import idiom_words, read_idiom
from app.parsing.quotes.named_sources import named_before_aside, named_behind_mark
from app.parsing.quotes.noun_phrases import noun_head, phrase_end, phrase_start
from app.parsing.quotes.sources import find_source
from app.parsing.tokens import Span, Token

# Participles that set a condition and report nothing ("assuming the road is open").
CONDITIONS = frozenset({"assuming", "supposing", "considering"})


@cache
def cue_lemmas() -> frozenset[str]:
    return read_words("speech", "saying") | read_words("speech", "thinking") | read_words("speech", "beside_marks")


@cache
def _openers() -> frozenset[str]:
    """The lemmas of all words that can make an attribution: most words are none and need no closer look."""
    verbs = cue_lemmas() | read_words("speech", "believing") | read_words("speech", "with_that")
    return verbs | idiom_words() | {"according", "accord", "per"}


def find_attributions(article: Article, cast: Cast, sentence: Span) -> list[Attribution]:
    """The attributions of a sentence that stand outside quotation marks, in text order."""
    found = []
    openers = _openers()
    for token in sentence:
        if token.lemma_ not in openers or article.mark_of[token.i] >= 0:
            continue
        verb = (token.tag_[:2] == "VB" and token.dep_ not in ("aux", "auxpass")) or _is_taken_for_noun(
            article, cast, token
        )
        if verb and _may_cue(article, token):
            if attribution := _read_cue(article, cast, token, sentence):
                found.append(attribution)
        elif (
            ((token.lower_ in ("according", "per") and token.i not in cast.naming_of) or _in_the_words(token))
            and (attribution := _read_phrase(article, cast, token))
        ) or (attribution := read_idiom(article, cast, token, sentence)):
            found.append(attribution)
    return found


def _may_cue(article: Article, token: Token) -> bool:
    """Verbs of saying and believing; others only beside words in marks ("…,” she laughed")."""
    lemma = token.lemma_
    if lemma in read_words("speech", "saying") or lemma in read_words("speech", "believing"):
        return True
    if lemma in read_words("speech", "with_that") and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "that":
        return token.nbor(1).tag_ == "IN"
    return lemma in cue_lemmas() and (beside_mark(article, token) or goes_on(token))


def _is_taken_for_noun(article: Article, cast: Cast, token: Token) -> bool:
    """Whether a verb behind a name, and behind a closing mark or before "that", was analysed as a noun: "…,” Tozell answers.",
    "Tozell claims that"."""
    if token.tag_ != "NNS" or token.lemma_ not in cue_lemmas():
        return False
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    named = cast.naming_of.get(token.i - 1)
    if follows is not None and follows.lower_ == "that" and follows.tag_ == "IN":
        return named is not None and named.start < named.end == token.i
    ended = follows is None or follows.pos_ in ("PUNCT", "ADP", "ADV", "SPACE")
    return ended and named_behind_mark(article, cast, token) is not None


def _read_cue(article: Article, cast: Cast, cue: Token, sentence: Span) -> Attribution | None:
    lemma = cue.lemma_
    if lemma in ("be", "do", "have", "go") and not beside_mark(article, cue) and not goes_on(cue):
        return None
    if (
        (cue.tag_ == "VB" and not is_finite_cue(cue))
        or cue.lower_ in CONDITIONS
        or (lemma == "be" and cue.dep_ == "pcomp")
    ):
        return None
    source, inverted = find_source(article, cast, cue, sentence)
    key = cast.resolve_source(source) if source is not None else None
    beside = named_behind_mark(article, cast, cue)
    if key is None and cue.tag_ in ("VBD", "VBZ", "VBP", "VBN") and lemma not in read_words("speech", "believing"):
        source = beside = named_before_aside(article, cast, cue, sentence)
        key, inverted = (cast.resolve_source(source) if source is not None else None), False
    if source is None or key is None:
        return None
    start, end = phrase_start(cast, source), phrase_end(cast, source)
    participle = cue.tag_ == "VBG" and not any(child.dep_ == "aux" for child in cue.children)
    if beside is not None and beside.i == source.i:
        start, end = cast.naming_of[source.i].title_start, cue.i + 1
    elif participle or not (start <= cue.i + 12 and end >= cue.i - 12) or _far(source, cue):
        start = end = cue.i
    helpers = [child.i for child in cue.children if child.dep_ in ("aux", "neg", "auxpass", "prt")]
    start, end = min([start, cue.i, *helpers]), max([end, cue.i + 1, *(index + 1 for index in helpers)])
    thinking = lemma in read_words("speech", "thinking") and lemma not in read_words("speech", "saying")
    return Attribution(cue, source, key, start, end, participle=participle, inverted=inverted, thinking=thinking)


def goes_on(cue: Token) -> bool:
    """ "…, the statement went on": what was said stands before it."""
    following = cue.doc[cue.i + 1].lower_ if cue.i + 1 < len(cue.doc) else ""
    return cue.lemma_ == "go" and following == "on"


def _far(source: Token, cue: Token) -> bool:
    """Whether the source belongs to another verb ("laughed and said"): then it is no part of the attribution's words."""
    return source.head.i != cue.i and not abs(source.i - cue.i) <= 4


def beside_mark(article: Article, cue: Token) -> bool:
    """Whether words in marks stand right behind the cue, or before it with nothing but its source between."""
    if any(article.mark_of[index] >= 0 for index in range(cue.i + 1, min(cue.i + 6, len(article.doc)))):
        return True
    at = cue.i - 1
    while (
        at > max(0, cue.i - 8)
        and article.mark_of[at] < 0
        and (article.doc[at].pos_ in ("DET", "ADJ", "NOUN", "PROPN") or article.doc[at].lower_ == "as")
    ):
        at -= 1
    return at >= 0 and article.mark_of[at] >= 0


def _in_the_words(token: Token) -> bool:
    """ "in the words of", "in the view of"."""
    if token.lower_ != "in":
        return False
    words = [following.lower_ for following in token.doc[token.i : token.i + 4]]
    return words[1:2] == ["the"] and words[3:] == ["of"] and words[2] in ("words", "view", "opinion", "eyes", "telling")


def _read_phrase(article: Article, cast: Cast, token: Token) -> Attribution | None:
    """ "according to two diplomats": the source behind the preposition."""
    doc = token.doc
    at = token.i + 1
    if token.lower_ == "in":
        at += 3
    elif token.lower_ == "according":
        if at >= len(doc) or doc[at].lower_ != "to":
            return None
        at += 1
    elif token.i and doc[token.i - 1].pos_ in ("NOUN", "NUM", "SYM"):
        return None
    source = noun_head(doc, at, min(len(doc), at + 14)) if at < len(doc) else None
    if source is None or article.mark_of[source.i] >= 0:
        return None
    while source.dep_ in ("compound", "poss", "nmod") and source.head.i > source.i and source.head.i < at + 14:
        source = source.head
    key = cast.resolve_source(source)
    if key is None:
        return None
    return Attribution(token, source, key, token.i, phrase_end(cast, source), phrase=True)
