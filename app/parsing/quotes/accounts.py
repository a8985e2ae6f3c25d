"""The clause to which "according to two diplomats", "by their count" and "in Brandt's view" belong."""

from __future__ import annotations

from app.parsing.article import FINITE, Article
from app.parsing.lexicon import read_words
from app.parsing.quotes.clause_ends import has_verb
from app.parsing.quotes.clauses import is_finite_clause
from app.parsing.quotes.cue import ACCOUNTS, Attribution
from app.parsing.tokens import Span


def around_phrase(
    article: Article, sentence: Span, attribution: Attribution, attributions: list[Attribution]
) -> list[tuple[int, int, str]]:
    """The clause that "according to …" belongs to. What somebody else is quoted as saying there stays his own."""
    others = [other for other in attributions if not other.phrase and not other.thinking]
    start, end = attribution.start, attribution.end
    regions = []
    if attribution.cue.lower_ in ACCOUNTS and (start <= sentence.start + 1 or article.doc[start - 1].pos_ == "CCONJ"):
        return [(end, sentence.end, "quote.account")] if has_verb(article, end, sentence.end) else []
    if any(other.cue.i < start and _has_clause_or_mark(article, sentence, other) for other in others):
        return []
    if any(other.cue.i > end and _opens_mark(article, sentence, other) for other in others):
        return []  # "According to two aides, Brandt told Lund: “Wait.”": the words are Brandt's
    before = skip_back(article, start, sentence)
    first = max((at + 1 for at in range(sentence.start, before) if _parts(article, at)), default=sentence.start)
    if joins_on(article, before) and _substantial(article, end + 1, sentence.end) and article.doc[end].text == ",":
        return [(end + 1, sentence.end, "quote.according-to")]
    fragment = article.doc[before - 1].pos_ == "AUX" and end + 1 < sentence.end and article.mark_of[end + 1] >= 0
    if before > first and has_verb(article, first, before) and not fragment:
        regions.append((first, before, "quote.according-to"))
    after = end
    if regions and _goes_on_alone(article, end + 1, sentence):
        return regions
    if (
        after < sentence.end
        and article.doc[after].text in (",", ";")
        and (not regions or _substantial(article, after + 1, sentence.end))
    ):
        if not regions and before > first and article.doc[after + 1].tag_ in FINITE:
            regions.append((first, before, "quote.according-to"))
        regions.append((after + 1, sentence.end, "quote.fragment" if fragment else "quote.according-to"))
    return regions


def _goes_on_alone(article: Article, start: int, sentence: Span) -> bool:
    """Whether "and" or "but" begins a clause with its own subject there, which is the reporter's: "…, according to the bank, and
    he hopes for more"."""
    behind = article.doc[start : min(start + 2, sentence.end)]
    return (
        len(behind) == 2
        and behind[0].lower_ in ("and", "but")
        and behind[1].dep_ in ("nsubj", "nsubjpass")
        and article.mark_of[start] < 0
    )


def joins_on(article: Article, before: int) -> bool:
    """Whether what stands before ends with the word that opens the clause behind: "It fell because, she said, it was old"."""
    return article.doc[before - 1].dep_ in ("mark", "cc") and article.mark_of[before - 1] < 0


def _parts(article: Article, index: int) -> bool:
    """Whether a semicolon outside marks parts two clauses there."""
    return article.doc[index].text == ";" and article.mark_of[index] < 0


def _substantial(article: Article, start: int, end: int) -> bool:
    words = [token for token in article.doc[start:end] if token.is_alpha]
    return (
        len(words) >= 4
        and any(token.pos_ in ("VERB", "AUX") for token in words)
        and words[0].lower_ not in ("who", "which", "whose")
    )


def _opens_mark(article: Article, sentence: Span, other: Attribution) -> bool:
    """Whether a quotation stands behind the cue and a colon or a comma."""
    doc = article.doc
    opened = next((at for at in range(other.cue.i + 1, sentence.end) if article.mark_of[at] >= 0), 0)
    return opened > 0 and doc[opened - 1].text in (":", ",") and other.cue.tag_ in FINITE


def _has_clause_or_mark(article: Article, sentence: Span, other: Attribution) -> bool:
    if any(article.mark_of[index] >= 0 for index in range(sentence.start, sentence.end)):
        return True
    clause = any(child.dep_ == "ccomp" and is_finite_clause(child) for child in other.cue.children)
    return clause and other.cue.lemma_ not in read_words("speech", "wanting")


def skip_back(article: Article, index: int, sentence: Span) -> int:
    """The index behind the last token of what stands before, commas and dashes left out."""
    while index > sentence.start and article.doc[index - 1].text in (",", "—", "–"):
        index -= 1
    return index
