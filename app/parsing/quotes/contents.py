"""What an attribution introduces, as offsets with its speaker, its cue and those to whom it was said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.parsing.actors.cast import Cast
from app.parsing.article import WORD, Article
from app.parsing.lexicon import read_words
from app.parsing.quotes.accounts import around_phrase
from app.parsing.quotes.addressees import find_addressees
from app.parsing.quotes.attribution import goes_on
from app.parsing.quotes.clause_ends import is_second_cue, right_end
from app.parsing.quotes.cue import Attribution
from app.parsing.quotes.regions import around_cue
from app.parsing.tokens import Span, Token
from app.records import QuoteKind

EDGE = " \t\r\n\u00a0,;:—–-…"
MARKS = "“”„«»\"‘’'`"
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| GMT| BST| CET| ET)?[:—–-]? +(?=[A-Z“‘\"])")
ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Inc|Corp|Jr|Sr|Co|Ltd|etc)\.$")


@dataclass(frozen=True, slots=True)
class Content:
    """Words that a source is reported to have said, as offsets, with what introduces them."""

    start: int
    end: int
    key: str
    source: Token
    cue: str
    rule: str
    sentence: int
    addressees: tuple[str, ...] = ()
    fragment: bool = False


def find_contents(article: Article, cast: Cast, sentence: Span, attributions: list[Attribution]) -> list[Content]:
    """What the attributions of a sentence introduce, in text order."""
    found: list[Content] = []
    for nth, attribution in enumerate(attributions):
        if any(content.start <= attribution.cue.idx < content.end for content in found):
            continue
        others = attributions[nth + 1 :]
        if nth and is_second_cue(attributions[nth - 1], attribution) and attribution.start == attribution.cue.i:
            attribution = replace(attribution, source=attributions[nth - 1].source, key=attributions[nth - 1].key)
        if attribution.phrase:
            regions = around_phrase(article, sentence, attribution, attributions)
        elif attribution.clause is not None:
            end = right_end(article, sentence, attribution, attribution.end, others)
            regions = [(attribution.end, min(attribution.clause, end), "quote.noun")]
        else:
            regions = around_cue(article, sentence, attribution, others)
        for start, end, rule in regions:
            if not attribution.phrase and _holds(article, found, start, end):
                continue  # "Putin said that Moscow was ready, the agency reported": the words are Putin's
            while found and start < end and article.doc[start].idx < found[-1].end < article.doc[end - 1].idx:
                start += 1  # what an attribution before this one introduced is not said again
            if content := _make(article, cast, sentence, attribution, start, end, rule):
                found.append(content)
    return found


def _holds(article: Article, found: list[Content], start: int, end: int) -> bool:
    """Whether words already given to a speaker of this sentence lie between two tokens, the end not included."""
    span = article.doc[start:end]
    return len(span) > 0 and any(span.start_char <= one.start and one.end <= span.end_char for one in found)


def _make(
    article: Article, cast: Cast, sentence: Span, attribution: Attribution, start: int, end: int, rule: str
) -> Content | None:
    """The content of tokens `start` to `end`, grown to the whole of a quotation that it is the end or the beginning of."""
    doc = article.doc
    if start >= end:
        return None
    left, right = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    first = article.mark(start)
    if first is not None and (first.outer_start < left or doc[start].idx <= first.start):
        left = first.outer_start
    last = article.mark(end - 1)
    if last is not None and last.outer_end > right:
        right = last.outer_end
    if clock := CLOCK.match(article.text, left):
        left = clock.end() if article.paragraph_starts[article.paragraph_of(left)] == left else left
    fragment = rule == "quote.fragment"
    left, right = trim(article.text, left, right, direct=article.is_wholly_marked(left, right) and not fragment)
    if left >= right:
        return None
    marked = bool(article.marks_within(left, right))
    if not marked and (
        not _may_report(attribution) or sentence.text.rstrip().endswith("?") or _is_passive(attribution)
    ):
        return None
    if not marked and doc[start:end].root.dep_ == "appos":
        return None  # "told parliament in Oslo, the Norwegian capital, adding that …"
    cue = "according to" if attribution.phrase else attribution.cue.text
    addressees = () if attribution.phrase else find_addressees(cast, attribution.cue, left, right)
    return Content(
        left,
        right,
        attribution.key,
        attribution.source,
        cue,
        rule,
        article.sentence_of[attribution.cue.i],
        addressees,
        fragment,
    )


def _may_report(attribution: Attribution) -> bool:
    """Whether the cue may introduce words without marks: verbs of saying, and of believing, that take a clause."""
    lemma = attribution.cue.lemma_
    if attribution.phrase or attribution.clause is not None or goes_on(attribution.cue):
        return True
    if lemma in read_words("speech", "wanting"):
        return False
    if lemma in read_words("speech", "with_that"):
        return True
    return lemma in read_words("speech", "saying") or lemma in read_words("speech", "believing")


def _is_passive(attribution: Attribution) -> bool:
    """Whether a passive verb tells of its subject alone: "China, which makes steel, was mentioned by both sides"."""
    children = attribution.cue.children
    passive = any(child.dep_ == "auxpass" for child in children) and not attribution.phrase
    return passive and not any(child.dep_ in ("ccomp", "advcl") for child in children)


def kind_of(article: Article, start: int, end: int, fragment: bool = False) -> QuoteKind:
    """Direct, mixed or indirect: all, some or none of the words in marks; a fragment of a clause is mixed at most."""
    words = [token for token in article.tokens(start, end) if WORD.search(token.text)]
    inside = sum(article.mark_of[token.i] >= 0 for token in words)
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside == len(words) and not fragment else QuoteKind.MIXED


def trim(text: str, start: int, end: int, *, direct: bool) -> tuple[int, int]:
    """Leave out space, marks and punctuation at both ends; a direct quote keeps its final . ? ! and "a.m." its stop."""
    while start < end and text[start] in EDGE + MARKS + ".!?)]":
        start += 1
    while end > start:
        last = text[end - 1]
        if last in EDGE or last in MARKS or (last in "(["):
            if last in "'’" and text[end - 2 : end - 1] == "s" and False:
                break
            end -= 1
        elif last == "." and not direct and not ABBREVIATION.search(text[start:end]):
            end -= 1
        else:
            break
    return start, end
