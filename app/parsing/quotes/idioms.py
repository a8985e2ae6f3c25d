"""Attributions without a verb of saying: "in her view", "his claim that", "expressed doubt that", "is convinced that"."""

from __future__ import annotations

from functools import cache

from app.parsing.actors.cast import Cast
from app.parsing.article import FINITE, Article
from app.parsing.lexicon import read_words
from app.parsing.quotes.clauses import is_finite_clause, is_subjunctive
from app.parsing.quotes.cue import ACCOUNTS, Attribution, is_finite_cue
from app.parsing.quotes.noun_phrases import phrase_start
from app.parsing.quotes.sources import find_source
from app.parsing.tokens import Span, Token

# What makes a verb one of saying.
NOTICES = {
    "let": (("it", "be", "known"), ("it", "be", "understood"), ("slip",)),
    "make": (("clear",), ("it", "clear"), ("plain",), ("it", "plain"), ("it", "known")),
    "give": (("notice",),),
    "serve": (("notice",),),
    "send": (("word",),),
    "leave": (("no", "doubt"), ("little", "doubt")),
}
COPULAS = frozenset({"be", "feel", "seem", "sound", "remain", "appear", "become", "grow", "stay"})
IMPERSONAL = frozenset({"it", "this", "that", "there", "what", "which"})
NOT_MARKS = frozenset({"nsubj", "dobj", "nsubjpass", "det"})
LONGEST_BETWEEN = 8  # words between a noun and its clause: "his warning in the Senate on Tuesday that"


@cache
def idiom_words() -> frozenset[str]:
    """The lemmas of the words with which one of these attributions begins."""
    return read_words("speech", "nouns") | read_words("speech", "convinced") | frozenset(NOTICES) | frozenset(ACCOUNTS)


def read_idiom(article: Article, cast: Cast, token: Token, sentence: Span) -> Attribution | None:
    """The attribution that a noun, an adjective or a set phrase makes; None where it makes none."""
    if token.pos_ == "NOUN":
        return _read_noun(article, cast, token, sentence)
    if token.lemma_ in read_words("speech", "convinced"):
        return _read_adjective(article, cast, token, sentence)
    return _read_account(cast, token) or _read_notice(article, cast, token, sentence)


def _read_account(cast: Cast, token: Token) -> Attribution | None:
    """ "by her own account the round had failed", "…, by the monitors' count", "in Brandt's view": the owner speaks."""
    nouns = ACCOUNTS.get(token.lower_, frozenset())
    if not nouns or not (token.is_sent_start or token.nbor(-1).text == "," or token.nbor(-1).pos_ == "CCONJ"):
        return None
    noun = next((word for word in token.doc[token.i + 2 : token.i + 8] if word.lower_ in nouns), None)
    if noun is None or noun.left_edge.i != token.i + 1:
        return None
    source = next((child for child in noun.children if child.dep_ == "poss"), None)
    if source is None or any(child.dep_ == "compound" for child in noun.children):
        return None
    key = cast.resolve_source(source)
    return Attribution(token, source, key, token.i, noun.i + 1, phrase=True) if key else None


def _read_noun(article: Article, cast: Cast, noun: Token, sentence: Span) -> Attribution | None:
    """ "his claim that the road was open", "voiced fears that", "his argument is that": the owner of the noun speaks, or
    the subject of the verb that gives voice to it."""
    if noun.lemma_ not in read_words("speech", "nouns"):
        return None
    that = _that_behind(article, noun, sentence)
    if that is None or _is_wanted(that):
        return None
    source = _owner(cast, noun) or _voice(article, cast, noun, sentence)
    if source is None or article.mark_of[source.i] >= 0:
        return None
    keys = cast.resolve(source)
    key = keys[0] if len(keys) == 1 else None if keys else cast.claim(source)
    if key is None:
        return None
    verb = that.head
    return Attribution(noun, source, key, noun.i, that.i + 1, clause=max(verb.right_edge.i, that.i) + 1)


def _that_behind(article: Article, noun: Token, sentence: Span) -> Token | None:
    """The "that" of the noun's clause: behind it, or behind "is" ("her argument, like his, is that")."""
    verb = noun.head
    that = _first_that(article, noun, noun.i + 1, noun.i + 1 + LONGEST_BETWEEN, sentence)
    if that is None and noun.dep_ == "nsubj" and verb.lemma_ == "be" and verb.tag_ in FINITE and verb.i > noun.i:
        behind = verb.i + 1 + (noun.doc[verb.i + 1].pos_ == "ADV")
        that = _first_that(article, noun, behind, behind + 1, sentence)
    return that


def _first_that(article: Article, noun: Token, first: int, last: int, sentence: Span) -> Token | None:
    """The "that" between two tokens which introduces a clause of the noun or its verb, with no other verb and no comma before."""
    for word in article.doc[first : min(sentence.end, last)]:
        if word.lower_ == "that":
            introduces = word.dep_ == "mark" or (word.tag_ == "IN" and word.dep_ not in NOT_MARKS)
            belongs = noun.is_ancestor(word.head) or noun.head.is_ancestor(word.head)
            return word if introduces and belongs and word.head.i > word.i and article.mark_of[word.i] < 0 else None
        if word.tag_ in FINITE or word.text in (",", ";", ":", "—", "–"):
            return None
        if word.pos_ == "NOUN" and word.lemma_ in read_words("speech", "nouns"):
            return None  # "its response to the criticism that": the clause is the criticism's
    return None


def _is_wanted(that: Token) -> bool:
    """Whether the clause says what should be done: "its insistence that Iran end all enrichment" is a demand."""
    verb = that.head
    bare = verb.tag_ == "VB" and not any(
        child.tag_ in FINITE for child in verb.children if child.dep_ in ("aux", "auxpass")
    )
    return bare or (verb.tag_ == "VBN" and is_subjunctive(verb))


def _owner(cast: Cast, noun: Token) -> Token | None:
    """Whose claim it is: "his claim", "claims by two agencies", "a warning from Brandt"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((source for source in child.children if source.dep_ == "pobj"), None)
    return None


def _voice(article: Article, cast: Cast, noun: Token, sentence: Span) -> Token | None:
    """Who gives voice to it: the subject of "expressed concern that", "made the argument that"."""
    verb = noun.head
    if noun.dep_ != "dobj" or _is_denied(verb) or (_is_denied(noun) and noun.lemma_ != "doubt"):
        return None
    if verb.lemma_ in ("give", "send", "offer", "add") and noun.lemma_ in read_words("speech", "stirred"):
        return None
    holds = verb.lemma_ in ("have", "hold", "share") and noun.lemma_ in read_words("speech", "held")
    if not holds and verb.lemma_ not in read_words("speech", "voicing"):
        return None
    if verb.tag_ == "VB" and not is_finite_cue(verb):
        return None
    return find_source(article, cast, verb, sentence)[0]


def _is_denied(word: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ == "no" for child in word.children)


def _read_adjective(article: Article, cast: Cast, word: Token, sentence: Span) -> Attribution | None:
    """ "is convinced that it makes nerve gas", "was adamant it did": the subject thinks or says so."""
    verb = word.head if word.dep_ == "acomp" else word
    helped = word.dep_ == "acomp" and verb.lemma_ in COPULAS
    helped = helped or (word.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in word.children))
    if not helped or (verb.tag_ == "VB" and not is_finite_cue(verb)):
        return None
    first = _clause_of_adjective(article, word, verb, sentence)
    if first is None or any(child.lower_ in ("so", "too", "as") for child in word.children):
        return None
    source = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i), None)
    if source is None:
        source = find_source(article, cast, verb, sentence)[0] if verb.dep_ == "conj" else None
    if source is not None and source.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        source = verb.head
    if source is None or source.lower_ in IMPERSONAL or article.mark_of[source.i] >= 0:
        return None
    key = cast.resolve_source(source)
    if key is None:
        return None
    start, clause = first
    return Attribution(word, source, key, word.i, start, clause=clause.right_edge.i + 1)


def _clause_of_adjective(article: Article, word: Token, verb: Token, sentence: Span) -> tuple[int, Token] | None:
    """Where the clause begins that "convinced" takes, with or without "that", and its verb."""
    behind = article.doc[word.i + 1 : min(sentence.end, word.i + 6)]
    that = next((token for token in behind if token.lower_ == "that" and token.dep_ == "mark"), None)
    if that is not None:
        open_ = verb.is_ancestor(that) and behind[0].lower_ != "enough" and article.mark_of[that.i] < 0
        return (that.i + 1, that.head) if open_ and not _is_wanted(that) else None
    for child in word.rights:
        if child.dep_ == "ccomp" and child.left_edge.i == word.i + 1 and is_finite_clause(child):
            subject = any(one.dep_ in ("nsubj", "nsubjpass", "expl") for one in child.children)
            question = child.left_edge.tag_ in ("WP", "WRB", "WDT") or child.left_edge.lower_ in ("if", "whether")
            return (word.i + 1, child) if subject and not question else None
    return None


def _read_notice(article: Article, cast: Cast, token: Token, sentence: Span) -> Attribution | None:
    """ "Denmark has let it be known that it could live with half", "has made clear that": whoever does so speaks."""
    if token.lemma_ not in NOTICES or (token.tag_ == "VB" and not is_finite_cue(token)):
        return None
    start = _noticed(article, token, sentence)
    source = find_source(article, cast, token, sentence)[0] if start else None
    key = cast.resolve_source(source) if source is not None else None
    if source is None or key is None or start is None:
        return None
    first = phrase_start(cast, source) if source.head.i == token.i else token.i
    return Attribution(token, source, key, first, start, clause=sentence.end)


def _noticed(article: Article, verb: Token, sentence: Span) -> int | None:
    """Where the clause begins behind a set phrase and "that"; a day or a hearer may stand before the "that"."""
    doc = article.doc
    behind = [word.lower_ for word in doc[verb.i + 1 : verb.i + 4]]
    length = next((len(words) for words in NOTICES[verb.lemma_] if behind[: len(words)] == list(words)), 0)
    first = verb.i + 1 + length
    for index in range(first, min(sentence.end, first + LONGEST_BETWEEN)) if length else ():
        if doc[index].lower_ == "that" and (doc[index].dep_ == "mark" or index == first):
            return index + 1
        if doc[index].tag_ in FINITE or doc[index].text in (",", ";", ":") or doc[index].pos_ == "SCONJ":
            return None
    return None
