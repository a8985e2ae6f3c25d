"""The noun phrase that speaks: before the verb, behind it, or inherited from the verb to which a participle belongs."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.article import FINITE, Article
from app.parsing.lexicon import read_words
from app.parsing.quotes.named_sources import (
    SUBJECT,
    named_before,
    named_behind_first_word,
    named_behind_mark,
    named_over_apposition,
)
from app.parsing.quotes.noun_phrases import STOPS, noun_head, phrase_start
from app.parsing.sentences import CLOSERS
from app.parsing.tokens import Span, Token

RECITING = frozenset({"read", "quote", "cite", "recite"})


def find_source(article: Article, cast: Cast, cue: Token, sentence: Span) -> tuple[Token | None, bool]:
    """The head of the noun phrase that speaks, and whether it stands behind the verb ("said Pavel Adeyemi")."""
    if _recites(cast, cue):
        return None, False
    if (named := named_behind_mark(article, cast, cue)) is not None:
        return named, False
    if (named := named_behind_first_word(cast, cue)) is not None:
        return named, True
    subjects = [child for child in cue.children if _is_subject(cast, child) and article.mark_of[child.i] < 0]
    passive = any(child.dep_ == "auxpass" and article.mark_of[child.i] < 0 for child in cue.children)
    if passive and not (
        cue.lemma_ in ("quote", "report", "cite") and any(child.lower_ == "as" for child in cue.children)
    ):
        return _agent(cue), False
    reduced = cue.tag_ == "VBN" and cue.dep_ in ("advcl", "acl")
    if reduced and not subjects and not any(child.dep_ == "aux" for child in cue.children):
        return _agent(cue), False  # "Told by Norway that the road was shut, Brandt left"
    left = [child for child in subjects if child.i < cue.i]
    if (beside := named_before(article, cast, cue)) is not None and beside not in left:
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
    if (described := named_over_apposition(article, cast, cue, sentence)) is not None:
        return described, False
    return _without_subject(article, cast, cue, sentence), False


def _without_subject(article: Article, cast: Cast, cue: Token, sentence: Span) -> Token | None:
    """Who speaks where the verb has no subject of its own: the noun right before it, or another verb's subject."""
    nearest = cue.nbor(-1) if cue.i > sentence.start else None
    if (
        nearest is not None
        and nearest.pos_ in ("PROPN", "PRON", "NOUN")
        and _after_content(article, phrase_start(cast, nearest), sentence)
    ):
        return nearest
    head = cue.head
    if cue.i <= sentence.start + 1 and cue.tag_ == "VBG" and sentence.start and _stands_as_sentence(article, cue):
        return _subject_before(article, sentence)
    behind_relative = cue.tag_ == "VBD" and cue.dep_ == "acl" and nearest is not None and nearest.text == ","
    if behind_relative and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") and article.mark_of[head.i] < 0:
        return head  # "An official, who spoke on Monday, signaled that": no verb of its own for the model
    if cue.tag_ == "VBG" and cue.dep_ in SUBJECT and nearest is not None and nearest.text == ",":
        return _subject_left(article, sentence, cue)
    if cue.dep_ in ("conj", "advcl", "xcomp", "acl", "ccomp", "prep", "pcomp", "dep", "parataxis") and head.i != cue.i:
        return _inherit(article, cast, cue, 4)
    return None


def _is_subject(cast: Cast, noun: Token) -> bool:
    """Whether the noun is its verb's subject; the analysis takes a name before "for its part" for an adverbial."""
    return noun.dep_ in SUBJECT or (noun.dep_ == "npadvmod" and noun.i in cast.naming_of)


def is_text(word: Token) -> bool:
    """Whether the word is a noun for something that is read: a letter, a memorandum, a caption."""
    return word.pos_ == "NOUN" and word.lemma_ in read_words("speech", "texts")


def owner_of_text(cast: Cast, text: Token) -> str | None:
    """The country whose text it is ("a leaked Broz memorandum"); None where the words do not say."""
    return cast.country_of(text) if any(child.dep_ == "det" for child in text.children) else None


def _recites(cast: Cast, cue: Token) -> bool:
    """Whether the words are read from another's text: "read aloud from a leaked Broz memorandum: “…”"."""
    behind = cue.doc[cue.i + 1 : cue.right_edge.i + 1]
    return cue.lemma_ in RECITING and any(is_text(word) and owner_of_text(cast, word) for word in behind)


def _agent(cue: Token) -> Token | None:
    """Who stands behind the "by" of a passive verb."""
    agent = next((child for child in cue.children if child.dep_ == "agent"), None)
    return next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None


def _subject_left(article: Article, sentence: Span, cue: Token) -> Token | None:
    """The subject of the nearest verb to the left, for a participle that the analysis took for a subject of what is said:
    "shared the news, writing “Feels great …”"."""
    for index in range(cue.i - 1, sentence.start, -1):
        if article.doc[index].tag_ in FINITE and article.mark_of[index] < 0:
            return next((child for child in article.doc[index].children if child.dep_ in SUBJECT), None)
    return None


def _stands_as_sentence(article: Article, participle: Token) -> bool:
    """Whether nothing behind a participle says who speaks: "Adding, “…”", not "Citing “…,” a spokesman said"."""
    head = participle.head
    return head is participle or head.tag_ not in FINITE or article.mark_of[head.i] >= 0


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
        depth -= head.pos_ in ("VERB", "AUX")
        if noun and cue.tag_ == "VBG" and cue.i == head.i + 1 and not _receives(head):
            return head
        if head.pos_ not in ("VERB", "AUX") or article.mark_of[head.i] >= 0:
            continue  # a verb in marks is said, and says nothing itself
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


def _receives(noun: Token) -> bool:
    """Whether a text goes to the one whom the noun names, who does not say it: "sent a message to supporters saying"."""
    text = noun.head.head
    return (
        noun.dep_ == "pobj" and noun.head.lower_ == "to" and (is_text(text) or text.lemma_ in ("send", "write", "mail"))
    )


def _belongs_higher(cast: Cast, cue: Token, verb: Token, subject: Token) -> bool:
    """Whether a second verb of saying that the analysis took into a clause belongs to the verb above it: "she said the road was
    open and warned that" (a road cannot warn), "she said the army would wait and warned that" (no helper verb goes with
    "warned"), "she wants her country to join and has argued that", "he
    met people to whom his country owes money and told them" (another tense).
    """
    if cue.tag_ == "VBG" and cue.dep_ == "conj" and cue.head is verb and verb.dep_ == "ccomp" and verb.tag_ in FINITE:
        return True  # "tweeting that it was a shame and asking": the analysis joins it to "was"
    if _is_finite(cue) and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp", "advcl"):
        return not any(child.tag_ == "MD" for child in cue.children)
    if verb.dep_ == "relcl" and verb.tag_ in FINITE and cue.tag_ in FINITE and verb.tag_ != cue.tag_:
        return True
    reported = verb.dep_ == "ccomp" and verb.head.tag_ == cue.tag_ and cue.tag_ != "VBG"
    return reported and cast.resolve_source(subject) is None


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.children if child.dep_ == "aux")


def _behind(article: Article, cue: Token, sentence: Span) -> Token | None:
    """The speaker behind the verb, where what was said stands before it: "…,” said Pavel Adeyemi, the minister"."""
    if not _after_content(article, cue.i, sentence) or cue.i + 1 >= sentence.end:
        return None
    first = cue.nbor(1)
    if article.mark_of[cue.i - 1] < 0 and (cue.tag_ == "VBG" or cue.lemma_ not in read_words("speech", "inverting")):
        return None  # "…, saying lobbyists have paid for it": they do not say so
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
