"""Attributions: the words that say who spoke ("Lindqvist said", "according to two diplomats"), found before what was said.

A cue is a verb of saying or thinking, or a phrase such as "according to"; its source is the noun phrase of the speaker.
Words in quotation marks are never read as attributions: a quote inside a quote belongs to the outer one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from app.parsing.article import CLOSERS, Article
from app.parsing.cast import Cast
from app.parsing.lexicon import read_words

NOUN_PHRASE = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "case", "predet", "quantmod", "advmod"})
SUBJECT = ("nsubj", "nsubjpass", "csubj")
STOPS = frozenset({",", ";", ":", "—", "–", "“", "”", '"', "(", ")"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source. `start` to `end` are the tokens of the attribution itself; `keys` the actors who speak."""

    cue: Token
    source: Token
    key: str
    start: int
    end: int
    phrase: bool = False
    participle: bool = False
    inverted: bool = False
    thinking: bool = False


@cache
def cue_lemmas() -> frozenset[str]:
    return read_words("speech", "saying") | read_words("speech", "thinking") | read_words("speech", "beside_marks")


def find_attributions(article: Article, cast: Cast, sentence: Span) -> list[Attribution]:
    """The attributions of a sentence that stand outside quotation marks, in text order."""
    found = []
    for token in sentence:
        if article.mark_of[token.i] >= 0:
            continue
        if _may_cue(article, token) and token.tag_[:2] == "VB" and token.dep_ not in ("aux", "auxpass"):
            if attribution := _read_cue(article, cast, token, sentence):
                found.append(attribution)
        elif (token.lower_ in ("according", "per") or _in_the_words(token)) and (
            attribution := _read_phrase(article, cast, token)
        ):
            found.append(attribution)
    return found


def _may_cue(article: Article, token: Token) -> bool:
    """Verbs of saying and believing; others only beside words in marks ("…,” she laughed")."""
    lemma = token.lemma_
    if lemma in read_words("speech", "saying") or lemma in read_words("speech", "believing"):
        return True
    return lemma in cue_lemmas() and (_beside_mark(article, token) or _goes_on(token))


def _read_cue(article: Article, cast: Cast, cue: Token, sentence: Span) -> Attribution | None:
    lemma = cue.lemma_
    if lemma in ("be", "do", "have", "go") and not _beside_mark(article, cue) and not _goes_on(cue):
        return None
    if cue.tag_ == "VB" and not _finite(cue):
        return None
    source, inverted = find_source(article, cast, cue, sentence)
    if source is None:
        return None
    key = cast.resolve_source(source)
    if key is None:
        return None
    start, end = phrase_start(cast, source), phrase_end(cast, source)
    participle = cue.tag_ == "VBG" and not any(child.dep_ == "aux" for child in cue.children)
    if participle or not (start <= cue.i + 12 and end >= cue.i - 12) or _far(source, cue):
        start = end = cue.i
    helpers = [child.i for child in cue.children if child.dep_ in ("aux", "neg", "auxpass", "prt")]
    start, end = min([start, cue.i, *helpers]), max([end, cue.i + 1, *(index + 1 for index in helpers)])
    thinking = lemma in read_words("speech", "thinking") and lemma not in read_words("speech", "saying")
    return Attribution(cue, source, key, start, end, participle=participle, inverted=inverted, thinking=thinking)


def _goes_on(cue: Token) -> bool:
    """ "…, the statement went on": what was said stands before it."""
    following = cue.doc[cue.i + 1].lower_ if cue.i + 1 < len(cue.doc) else ""
    return cue.lemma_ == "go" and following == "on"


def _far(source: Token, cue: Token) -> bool:
    """Whether the source belongs to another verb ("laughed and said"): then it is no part of the attribution's words."""
    return source.head.i != cue.i and not abs(source.i - cue.i) <= 4


def _beside_mark(article: Article, cue: Token) -> bool:
    before = article.mark_of[cue.i - 1] if cue.i else -1
    window = range(cue.i + 1, min(cue.i + 6, len(article.doc)))
    return before >= 0 or any(article.mark_of[index] >= 0 for index in window)


def _finite(cue: Token) -> bool:
    """Whether a base form is the verb of its clause ("would say", "did say"), not an infinitive of purpose."""
    marks = {child.tag_ for child in cue.children if child.dep_ == "aux"}
    if "TO" in marks:
        return cue.dep_ == "xcomp" and cue.head.lemma_ in ("go", "continue", "come", "appear", "seem")
    return "MD" in marks or bool(marks) or cue.dep_ in ("conj", "ROOT")


def find_source(article: Article, cast: Cast, cue: Token, sentence: Span) -> tuple[Token | None, bool]:
    """The head of the noun phrase that speaks, and whether it stands behind the verb ("said Pavel Adeyemi")."""
    doc = cue.doc
    subjects = [child for child in cue.children if child.dep_ in SUBJECT and article.mark_of[child.i] < 0]
    passive = any(child.dep_ == "auxpass" for child in cue.children)
    if passive and not (
        cue.lemma_ in ("quote", "report", "cite") and any(child.lower_ == "as" for child in cue.children)
    ):
        agent = next((child for child in cue.children if child.dep_ == "agent"), None)
        return (
            (next((child for child in agent.children if child.dep_ == "pobj"), None), False) if agent else (None, False)
        )
    left = [child for child in subjects if child.i < cue.i]
    if (beside := _named_before(article, cast, cue)) is not None and beside not in left:
        return beside, False
    if left:
        subject = (
            next((child for child in left if child.pos_ != "PRON"), left[-1]) if left[-1].lower_ == "it" else left[-1]
        )
        if subject.tag_ in ("WP", "WDT") and cue.dep_ == "relcl":
            return (cue.head if article.mark_of[cue.head.i] < 0 else None), False
        return subject, False
    if inverted := _behind(article, cue, sentence):
        return inverted, True
    if subjects:
        return subjects[0], True
    nearest = doc[cue.i - 1] if cue.i > sentence.start else None
    if (
        nearest is not None
        and nearest.pos_ in ("PROPN", "PRON", "NOUN")
        and _after_content(article, phrase_start(cast, nearest), sentence)
    ):
        return nearest, False
    head = cue.head
    if cue.dep_ in ("conj", "advcl", "xcomp", "acl", "ccomp", "prep", "pcomp", "dep", "parataxis") and head.i != cue.i:
        return _inherit(article, cue, sentence, 4), False
    return None, False


def _named_before(article: Article, cast: Cast, cue: Token) -> Token | None:
    """The name right before the verb, whatever the analysis makes of it: "…, President Nakamura-Reyes told a rally"."""
    at = cue.i - 1
    while at > 0 and (article.doc[at].dep_ in ("aux", "neg") or article.doc[at].pos_ == "ADV"):
        at -= 1
    if article.doc[at].text == "," and at > 1:  # "Wirth's foreign minister, Dmitri Achterberg, said"
        inner = cast.naming_of.get(at - 1)
        if inner is not None and inner.end == at and article.doc[inner.title_start - 1].text == ",":
            return article.doc[inner.start : inner.end].root
    naming = cast.naming_of.get(at)
    if (
        naming is None
        or naming.end != at + 1
        or article.mark_of[at] >= 0
        or cue.tag_ not in ("VBD", "VBZ", "VBP", "VB")
    ):
        return None
    before = article.doc[naming.title_start - 1] if naming.title_start else None
    if before is not None and (before.pos_ in ("ADP", "CCONJ") or before.text in ("'s", "’s")):
        return None
    return article.doc[naming.start : naming.end].root


def _inherit(article: Article, cue: Token, sentence: Span, depth: int) -> Token | None:
    """The subject of the verb to which a participle or a second predicate belongs: "read it, laughed and said"."""
    head = cue
    while depth and head.head.i != head.i:
        noun = cue.dep_ == "acl" and head.i == cue.i and head.head.pos_ in ("NOUN", "PROPN")
        head = head.head
        depth -= 1
        if noun and cue.tag_ == "VBG" and cue.i == head.i + 1:
            return head
        if head.pos_ not in ("VERB", "AUX"):
            continue
        if any(child.dep_ == "auxpass" for child in head.children) and cue.tag_ != "VBD":
            return next(
                (child for child in head.children if child.dep_ == "nsubjpass" and article.mark_of[child.i] < 0), None
            )
        for child in head.children:
            if child.dep_ in SUBJECT and child.i < max(cue.i, head.i) and article.mark_of[child.i] < 0:
                if child.tag_ in ("WP", "WDT"):
                    return head.head if head.dep_ == "relcl" and article.mark_of[head.head.i] < 0 else None
                return child
    return None


def _behind(article: Article, cue: Token, sentence: Span) -> Token | None:
    """The speaker behind the verb, where what was said stands before it: "…,” said Pavel Adeyemi, the minister"."""
    if not _after_content(article, cue.i, sentence) or cue.i + 1 >= sentence.end:
        return None
    first = cue.nbor(1)
    if article.mark_of[cue.i - 1] < 0 and cue.lemma_ not in read_words("speech", "inverting"):
        return None
    if (
        first.text in STOPS
        or first.pos_ in ("ADP", "SCONJ", "ADV", "VERB", "AUX", "CCONJ", "PUNCT")
        or first.lower_ in ("that", "to")
    ):
        return None
    if first.tag_ in ("PRP",) and first.lower_ in ("him", "her", "them", "me", "us"):
        return None
    return noun_head(cue.doc, first.i, sentence.end)


def _after_content(article: Article, index: int, sentence: Span) -> bool:
    """Whether a comma or a closing mark stands right before: what was said may stand before it."""
    if index <= sentence.start:
        return False
    before = article.doc[index - 1]
    return (
        before.text in CLOSERS
        and article.mark_of[before.i] >= 0
        or before.text in (",", "—")
        or article.mark_of[before.i] >= 0
    )


def noun_head(doc: Doc, start: int, limit: int) -> Token | None:
    """The head of the noun phrase that begins at `start`, read left to right: "a spokesman for the bank" -> "spokesman"."""
    head = None
    for index in range(start, min(start + 14, limit)):
        token = doc[index]
        if head is not None and token.pos_ == "PRON":
            break
        if (
            token.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
            or token.text in ("'s", "’s", "-")
            or token.dep_ == "compound"
        ):
            head = token if token.pos_ in ("NOUN", "PROPN", "PRON") else head
        elif token.pos_ in ("DET", "ADJ", "ADV") or token.tag_ in ("VBN", "VBG", "PRP$", "POS"):
            if head is not None and token.tag_ != "POS":
                break
        else:
            break
    return head


def _in_the_words(token: Token) -> bool:
    """ "in the words of", "in the view of"."""
    words = [following.lower_ for following in token.doc[token.i : token.i + 4]]
    return (
        words[:2] == ["in", "the"]
        and words[3:] == ["of"]
        and words[2] in ("words", "view", "opinion", "eyes", "telling")
    )


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


def phrase_start(cast: Cast, source: Token) -> int:
    """Where the noun phrase of a source begins: its determiners, adjectives and possessors, back to the nearest comma."""
    naming = cast.naming_of.get(source.i)
    start = naming.title_start if naming and naming.start <= source.i else source.i
    doc = source.doc
    while start > 0 and doc[start - 1].text not in STOPS and _within(doc[start - 1], source, start):
        start -= 1
    return start


def _within(token: Token, source: Token, start: int) -> bool:
    if token.is_space:
        return False
    if token.tag_ == "POS":
        return source.is_ancestor(token)
    return (
        token.dep_ in NOUN_PHRASE
        and token.head.i >= start
        and token.head.i <= source.i
        or token.dep_ in ("pobj", "prep")
        and source.is_ancestor(token)
    )


def phrase_end(cast: Cast, source: Token) -> int:
    """Where the noun phrase of a source ends, its appositions and relative clauses included."""
    naming = cast.naming_of.get(source.i)
    last = naming.end - 1 if naming and naming.start <= source.i else source.i
    for child in source.rights:
        if (
            child.dep_
            in (
                "prep",
                "appos",
                "relcl",
                "acl",
                "amod",
                "conj",
                "cc",
                "compound",
                "flat",
                "nmod",
                "punct",
                "poss",
                "case",
            )
            and child.dep_ != "punct"
        ):
            if child.dep_ in ("relcl", "acl", "conj") and child.pos_ == "VERB" and child.dep_ == "conj":
                break
            last = max(last, child.right_edge.i)
    return last + 1


def source_span(cast: Cast, source: Token) -> tuple[int, int]:
    """The words that name the source, as tokens: the name (with its title), the pronoun, or the noun with its modifiers."""
    if naming := cast.naming_of.get(source.i):
        return (naming.title_start, naming.end) if naming.start <= source.i else (naming.title_start, naming.start)
    for child in source.children:
        if child.dep_ == "appos" and (naming := cast.naming_of.get(child.i)):
            return naming.title_start, naming.end
    if source.pos_ == "PRON":
        return source.i, source.i + 1
    return phrase_start(cast, source), source.i + 1


def clause_verbs(sentence: Span) -> Iterator[Token]:
    return (token for token in sentence if token.pos_ in ("VERB", "AUX"))
