"""A name that speaks because of where it stands beside the verb, whatever the analysis makes of it."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.article import FINITE, Article
from app.parsing.tokens import Span, Token

SUBJECT = ("nsubj", "nsubjpass", "csubj")
LONGEST_APPOSITION = 40  # words


def named_before(article: Article, cast: Cast, cue: Token) -> Token | None:
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
        or cue.tag_ not in ("VBD", "VBZ", "VBP", "VB", "NNS")
        or any(child.tag_ == "TO" for child in cue.lefts)  # "urged Norway to show": Norway shows nothing
    ):
        return None
    edge = naming.title_start - (naming.title_start > 1 and article.doc[naming.title_start - 1].lower_ == "the")
    before = article.doc[edge - 1] if edge else None
    joined = before is not None and before.pos_ == "CCONJ" and before.lower_ != "but"
    if before is not None and (joined or before.pos_ == "ADP" or before.text in ("'s", "’s")):
        return None
    return article.doc[naming.start : naming.end].root


def named_over_apposition(article: Article, cast: Cast, cue: Token, sentence: Span) -> Token | None:
    """The name before an apposition between commas, where the analysis has lost the subject: "At Oslo, Jay Deby, the club's
    president and manager, suggested that"."""
    doc = article.doc
    last = cue.i - 1
    while last > sentence.start and (doc[last].pos_ == "ADV" or doc[last].dep_ == "aux"):
        last -= 1
    if cue.tag_ not in FINITE or doc[last].text != ",":
        return None
    for index in range(last - 1, max(sentence.start, last - LONGEST_APPOSITION), -1):
        word = doc[index]
        if article.mark_of[index] >= 0 or (word.tag_ in FINITE and not _is_relative(word)):
            return None
        named = cast.naming_of.get(index - 1) if word.text == "," else None
        if named is not None and named.end == index:
            opens = named.title_start == sentence.start or doc[named.title_start - 1].text == ","
            return doc[named.start : named.end].root if opens and index < last - 1 else None
    return None


def named_behind_mark(article: Article, cast: Cast, cue: Token) -> Token | None:
    """The name right behind a closing mark, with nothing but its appositions before the verb, whatever the analysis makes
    of it: "…,” Varga, the front-runner in the north, said when he was asked"."""
    doc = article.doc
    first = cue.i
    while first and cue.i - first <= LONGEST_APPOSITION and article.mark_of[first - 1] < 0:
        first -= 1
    naming = cast.naming_of.get(first)
    if naming is None or naming.title_start != first or not first or article.mark_of[first - 1] < 0:
        return None
    if article.paragraph_of(doc[first].idx) != article.paragraph_of(doc[first - 1].idx):
        return None
    between = doc[naming.end : cue.i]
    if len(between) and not (len(between) > 2 and between[0].text == between[-1].text == ","):
        return None
    return None if any(_has_own_subject(word) for word in between) else doc[naming.start : naming.end].root


def named_before_aside(article: Article, cast: Cast, cue: Token, sentence: Span) -> Token | None:
    """The name that only an aside between commas parts from the verb, whatever the analysis makes of it: "Of Carson, Levine,
    who has given money to Rubio, said"."""
    doc = article.doc
    for index in range(sentence.start, cue.i):
        naming = cast.naming_of.get(index)
        if naming is None or naming.title_start != index or doc[naming.end].text != ",":
            continue
        opens = index == sentence.start or article.mark_of[index - 1] >= 0
        if not opens and doc[index - 1].text != "," and doc[index - 1].lower_ not in ("as", "after", "but", "and"):
            continue
        between = [word for word in doc[naming.end + 1 : cue.i] if article.mark_of[word.i] < 0 and word.tag_ != "RB"]
        while between and between[-1].dep_ in ("aux", "neg"):
            between.pop()
        closed = len(between) > 2 and (between[-1].text == "," or between[0].tag_ == "WP")
        if closed and between[0].i not in cast.naming_of and not any(_has_own_subject(word) for word in between):
            return doc[naming.start : naming.end].root
    return None


def named_behind_first_word(cast: Cast, cue: Token) -> Token | None:
    """The name behind a verb of saying that opens its sentence: "Continued Adeyemi: “…”", "Replied Adeyemi, “…”"."""
    naming = cast.naming_of.get(cue.i + 1) if cue.is_sent_start and cue.tag_ in ("VBD", "VBN", "VBZ") else None
    if naming is None or naming.title_start != cue.i + 1 or naming.end >= len(cue.doc):
        return None
    return cue.doc[naming.start : naming.end].root if cue.doc[naming.end].text in (":", ",") else None


def _has_own_subject(verb: Token) -> bool:
    """Whether the word is the finite verb of a clause of its own, and not of a relative one ("Varga, who had won, said")."""
    finite = verb.pos_ in ("VERB", "AUX") and verb.tag_ in FINITE and not _is_relative(verb)
    clause = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    return finite and any(child.dep_ in SUBJECT for child in clause.children)


def _is_relative(verb: Token) -> bool:
    """Whether a finite verb belongs to a relative clause ("Varga, who had won the vote, said")."""
    return any(word.dep_ == "relcl" for word in (verb, *verb.ancestors))
