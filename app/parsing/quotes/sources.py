"""The noun phrase that speaks: before the verb, behind it, or inherited from the verb to which a participle belongs."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Naming
from app.parsing.article import CLOSERS, Article
from app.parsing.lexicon import read_words

NOUN_PHRASE = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "case", "predet", "quantmod", "advmod"})
SUBJECT = ("nsubj", "nsubjpass", "csubj")
STOPS = frozenset({",", ";", ":", "—", "–", "“", "”", '"', "(", ")"})


def find_source(article: Article, cast: Cast, cue: Token, sentence: Span) -> tuple[Token | None, bool]:
    """The head of the noun phrase that speaks, and whether it stands behind the verb ("said Pavel Adeyemi")."""
    doc = cue.doc
    subjects = [child for child in cue.children if _is_subject(cast, child) and article.mark_of[child.i] < 0]
    passive = any(child.dep_ == "auxpass" for child in cue.children)
    if passive and not (
        cue.lemma_ in ("quote", "report", "cite") and any(child.lower_ == "as" for child in cue.children)
    ):
        return _agent(cue), False
    if cue.tag_ == "VBN" and cue.dep_ in ("advcl", "acl") and not any(child.dep_ == "aux" for child in cue.children):
        return _agent(cue), False  # "Told by Norway that the road was shut, Brandt left"
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
    if cue.i <= sentence.start + 1 and cue.tag_ == "VBG" and sentence.start:
        return _subject_before(article, sentence), False
    if cue.dep_ in ("conj", "advcl", "xcomp", "acl", "ccomp", "prep", "pcomp", "dep", "parataxis") and head.i != cue.i:
        return _inherit(article, cast, cue, 4), False
    return None, False


def _is_subject(cast: Cast, noun: Token) -> bool:
    """Whether the noun is its verb's subject; the analysis takes a name before "for its part" for an adverbial."""
    return noun.dep_ in SUBJECT or (noun.dep_ == "npadvmod" and noun.i in cast.naming_of)


def _agent(cue: Token) -> Token | None:
    """Who stands behind the "by" of a passive verb."""
    agent = next((child for child in cue.children if child.dep_ == "agent"), None)
    return next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None


def _named_before(article: Article, cast: Cast, cue: Token) -> Token | None:
    """The name right before the verb, whatever the analysis makes of it: "…, President Nakamura-Reyes told a rally"."""
    at = cue.i - 1
    while at > 0 and (article.doc[at].dep_ in ("aux", "neg") or article.doc[at].pos_ == "ADV"):
        at -= 1
    if article.doc[at].text == ")":  # "Elizabeth Warren (D., Mass.) said"
        while at > 0 and article.doc[at].text != "(":
            at -= 1
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
    edge = naming.title_start - (naming.title_start > 1 and article.doc[naming.title_start - 1].lower_ == "the")
    before = article.doc[edge - 1] if edge else None
    if before is not None and (before.pos_ in ("ADP", "CCONJ") or before.text in ("'s", "’s")):
        return None
    return article.doc[naming.start : naming.end].root


def _subject_before(article: Article, sentence: Span) -> Token | None:
    """The subject of the sentence before, for a participle that stands as a sentence: "Adding, “…”"."""
    before = article.sentence(sentence.start - 1)
    subjects = [child for child in before.root.children if child.dep_ in SUBJECT and article.mark_of[child.i] < 0]
    return subjects[0] if subjects else None


def _inherit(article: Article, cast: Cast, cue: Token, depth: int) -> Token | None:
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
            if _is_subject(cast, child) and child.i < max(cue.i, head.i) and article.mark_of[child.i] < 0:
                if child.tag_ in ("WP", "WDT"):
                    return head.head if head.dep_ == "relcl" and article.mark_of[head.head.i] < 0 else None
                if _belongs_higher(cast, cue, head, child):
                    break
                return child
    return None


def _belongs_higher(cast: Cast, cue: Token, verb: Token, subject: Token) -> bool:
    """Whether a second verb of saying that the analysis took into the clause belongs to the first: "she said the road was
    open and warned that": the clause is about a thing, which cannot warn.
    """
    reported = verb.dep_ == "ccomp" and verb.head.tag_ == cue.tag_ and cue.tag_ != "VBG"
    return reported and cast.resolve_source(subject) is None


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
        (before.text in CLOSERS and article.mark_of[before.i] >= 0)
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


def phrase_start(cast: Cast, source: Token) -> int:
    """Where the noun phrase of a source begins: its determiners, adjectives and possessors, back to the nearest comma,
    and over the comma of a name in apposition ("Kenya's foreign minister, Amina Otieno, said").
    """
    naming = cast.naming_of.get(source.i)
    if naming and (described := _description_before(cast, naming)) is not None:
        source, naming = described, None
    start = naming.title_start if naming and naming.start <= source.i else source.i
    doc = source.doc
    while start > 0 and doc[start - 1].text not in STOPS and _within(doc[start - 1], source, start):
        start -= 1
    return start


def _description_before(cast: Cast, naming: Naming) -> Token | None:
    """The noun to which a name between commas stands in apposition: "minister" in "Kenya's foreign minister, Amina Otieno,"."""
    doc = cast.article.doc
    at = naming.title_start
    if at < 2 or doc[at - 1].text != "," or doc[naming.end : naming.end + 1].text != ",":
        return None
    noun = doc[at - 2]
    while noun.dep_ in ("pobj", "prep") and noun.head.i < noun.i:
        noun = noun.head
    return noun if noun.pos_ == "NOUN" and noun.lemma_.casefold() in read_words("names", "people") else None


def _within(token: Token, source: Token, start: int) -> bool:
    if token.is_space:
        return False
    if token.tag_ == "POS":
        return source.is_ancestor(token)
    return (token.dep_ in NOUN_PHRASE and token.head.i >= start and token.head.i <= source.i) or (
        token.dep_ in ("pobj", "prep") and source.is_ancestor(token)
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
