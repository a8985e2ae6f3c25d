"""What an attribution introduces: the words before it, behind it, or on both sides of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span, Token

from app.parsing.article import CLOSERS, OPENERS, Article
from app.parsing.attribution import Attribution
from app.parsing.cast import Cast
from app.parsing.lexicon import read_words
from app.parsing.marks import Marked
from app.records import QuoteKind

EDGE = " \t\r\n\u00a0,;:—–-…"
MARKS = "“”„«»\"‘’'`"
ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.){2,}$|\b(?:Inc|Corp|Jr|Sr|Co|Ltd|etc)\.$")
WORD = re.compile(r"\w")
LISTENERS = frozenset(
    {
        "tell",
        "inform",
        "assure",
        "remind",
        "warn",
        "notify",
        "advise",
        "brief",
        "reassure",
        "caution",
        "promise",
        "write",
        "ask",
    }
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


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
        if attribution.phrase:
            regions = _around_phrase(article, sentence, attribution, attributions)
        else:
            regions = _around_cue(article, sentence, attribution, others)
        for start, end, rule in regions:
            if content := _make(article, cast, sentence, attribution, start, end, rule):
                found.append(content)
    return found


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
    left, right = trim(article.text, left, right, direct=_wholly_marked(article, left, right))
    if left >= right:
        return None
    marked = any(mark.start < right and left < mark.end for mark in article.marked)
    if not marked and (not _may_report(attribution) or sentence.text.rstrip().endswith("?")):
        return None
    cue = "according to" if attribution.phrase else attribution.cue.text
    addressees = () if attribution.phrase else find_addressees(cast, attribution.cue, left, right)
    return Content(
        left, right, attribution.key, attribution.source, cue, rule, article.sentence_of[attribution.cue.i], addressees
    )


def _may_report(attribution: Attribution) -> bool:
    """Whether the cue may introduce words without marks: verbs of saying, and of believing, that take a clause."""
    lemma = attribution.cue.lemma_
    if attribution.phrase:
        return True
    if lemma in read_words("speech", "wanting"):
        return False
    return lemma in read_words("speech", "saying") or lemma in read_words("speech", "believing")


def find_addressees(cast: Cast, cue: Token, left: int, right: int) -> tuple[str, ...]:
    """To whom it was said: the object of a verb of telling, or "to" somebody; the press and crowds are nobody."""
    if cue.lemma_ not in read_words("speech", "telling"):
        return ()
    for child in cue.children:
        if left <= child.idx < right:
            continue
        if child.dep_ in ("dobj", "dative", "iobj") and child.i > cue.i and cue.lemma_ in LISTENERS:
            target = (
                next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
                if child.pos_ == "ADP"
                else child
            )
        elif child.dep_ in ("prep", "dative") and child.lower_ == "to":
            target = next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
        elif (
            child.dep_ in ("nsubj", "ccomp")
            and child.i == cue.i + 1
            and cue.lemma_ in LISTENERS
            and child.pos_ in ("PROPN", "PRON")
        ):
            target = child
        else:
            continue
        if target is None or target.lemma_.casefold() in read_words("names", "nobody"):
            continue
        keys = cast.resolve_all(target)
        if not keys and (key := cast.claim(target)):
            keys = (key,)
        if keys:
            return keys
    return ()


def _around_phrase(
    article: Article, sentence: Span, attribution: Attribution, attributions: list[Attribution]
) -> list[tuple[int, int, str]]:
    """The clause that "according to …" belongs to. What somebody else is quoted as saying there stays his own."""
    others = [other for other in attributions if not other.phrase and not other.thinking]
    start, end = attribution.start, attribution.end
    regions = []
    if any(other.cue.i < start and _has_clause_or_mark(article, sentence, other) for other in others):
        return []
    before = _skip_back(article, start, sentence)
    if before > sentence.start and _has_verb(article, sentence.start, before):
        regions.append((sentence.start, before, "quote.according-to"))
    after = end
    if (
        after < sentence.end
        and article.doc[after].text in (",", ";")
        and (not regions or _substantial(article, after + 1, sentence.end))
    ):
        regions.append((after + 1, sentence.end, "quote.according-to"))
    return regions


def _substantial(article: Article, start: int, end: int) -> bool:
    words = [token for token in article.doc[start:end] if token.is_alpha]
    return (
        len(words) >= 4
        and any(token.pos_ in ("VERB", "AUX") for token in words)
        and words[0].lower_ not in ("who", "which", "whose")
    )


def _has_clause_or_mark(article: Article, sentence: Span, other: Attribution) -> bool:
    if any(article.mark_of[index] >= 0 for index in range(sentence.start, sentence.end)):
        return True
    clause = any(child.dep_ == "ccomp" and _is_finite_clause(child) for child in other.cue.children)
    return clause and other.cue.lemma_ not in read_words("speech", "wanting")


def _around_cue(
    article: Article, sentence: Span, attribution: Attribution, others: list[Attribution]
) -> list[tuple[int, int, str]]:
    doc = article.doc
    before = _skip_back(article, attribution.start, sentence)
    left = (
        before > sentence.start
        and not attribution.participle
        and _is_content_before(article, sentence, before, attribution)
    )
    right = _find_right(article, sentence, attribution, others)
    if not left:
        return _set_off(article, sentence, attribution, before, others) or (
            [(*right, _rule_right(attribution))] if right else []
        )
    cut = _left_start(article, sentence, before)
    regions = [(cut, before, "quote.cue-after")]
    resumed = _resumption(article, sentence, attribution, right, others)
    if resumed is not None:
        return [(cut, before, "quote.interrupted"), (*resumed, "quote.interrupted")]
    if (
        right
        and not _wholly_marked(article, doc[cut].idx, doc[before - 1].idx + 1)
        and not _clause_is_ccomp(article, attribution, cut, before)
    ):
        return [(*right, _rule_right(attribution))]
    if right and article.mark_of[right[0]] >= 0 and right[0] > attribution.end:
        regions.append((*right, _rule_right(attribution)))
    return regions


def _set_off(
    article: Article, sentence: Span, attribution: Attribution, before: int, others: list[Attribution]
) -> list[tuple[int, int, str]]:
    """An attribution between commas in the midst of a clause: "The delegations, he said, “have paused”"."""
    doc = article.doc
    if before <= sentence.start or before == attribution.start or attribution.participle or attribution.inverted:
        return []
    if _comma_behind(article, attribution, sentence) is None:
        return []
    resumed = _resumption(article, sentence, attribution, None, others)
    if resumed is None or not _takes_clause(attribution.cue) or attribution.source.i < before:
        return []
    return [(sentence.start, before, "quote.interrupted"), (*resumed, "quote.interrupted")]


def _rule_right(attribution: Attribution) -> str:
    return "quote.participle" if attribution.participle else "quote.cue-before"


def _skip_back(article: Article, index: int, sentence: Span) -> int:
    """The index behind the last token of what stands before, commas and dashes left out."""
    while index > sentence.start and article.doc[index - 1].text in (",", "—", "–"):
        index -= 1
    return index


def _left_start(article: Article, sentence: Span, before: int) -> int:
    """Where what was said before the attribution begins: at the sentence, or behind the last semicolon outside marks."""
    for index in range(before - 1, sentence.start, -1):
        if article.doc[index].text in (";", ":") and article.mark_of[index] < 0:
            return index + 1
        if (
            article.doc[index].text in OPENERS
            and article.mark_of[index] >= 0
            and article.marked[article.mark_of[index]].outer_start == article.doc[index].idx
        ):
            mark = article.marked[article.mark_of[index]]
            before_mark = article.doc[index - 1]
            if before_mark.text in (":",) or (
                before_mark.text in (",",)
                and _wholly_marked(article, mark.outer_start, article.doc[before - 1].idx + 1)
                and _introduced(article, sentence.start, index)
            ):
                return index
    return sentence.start


def _introduced(article: Article, start: int, end: int) -> bool:
    """Whether the words before an opening mark are no part of what was said (no verb of their own: "Still, “…”")."""
    return not any(token.tag_ in FINITE for token in article.doc[start:end])


def _is_content_before(article: Article, sentence: Span, before: int, attribution: Attribution) -> bool:
    doc = article.doc
    last = doc[before - 1]
    if article.mark_of[last.i] >= 0:
        return True
    if doc[attribution.start - 1].text not in (",", "—", "–"):
        return False
    if not _takes_clause(attribution.cue) or attribution.cue.tag_ == "VBG" or attribution.source.i < before:
        return False
    set_off = _comma_behind(article, attribution, sentence) is not None
    return _has_verb(article, sentence.start, before) and not _subordinate(doc[sentence.start : before], set_off)


def _comma_behind(article: Article, attribution: Attribution, sentence: Span) -> int | None:
    """The comma that closes an attribution in the midst of a sentence, behind the day it may name ("said last week,")."""
    doc = article.doc
    for index in range(max(attribution.end, attribution.cue.i + 1), min(sentence.end, attribution.end + 5)):
        if doc[index].text == ",":
            return index
        if doc[index].pos_ in ("VERB", "AUX", "PRON", "SCONJ") or doc[index].lower_ == "that":
            return None
    return None


def _takes_clause(cue: Token) -> bool:
    """Whether the cue can stand behind or inside the clause that it reports: "…, she said", "…, mediators believe"."""
    goes_on = cue.lemma_ == "go"
    return goes_on or cue.lemma_ in read_words("speech", "saying") or cue.lemma_ in read_words("speech", "believing")


def _subordinate(words: Span, set_off: bool) -> bool:
    """Whether the words before hang on the cue as a condition or a circumstance ("If Putin agrees, Trump says he will")."""
    root = words.root
    if root.dep_ in ("ccomp", "ROOT", "parataxis", "dep", "nsubj", "nsubjpass", "csubj", "conj"):
        return False
    if root.dep_ in ("advcl", "prep", "npadvmod", "advmod", "pcomp", "acl"):
        return not set_off
    return False


def _clause_is_ccomp(article: Article, attribution: Attribution, start: int, end: int) -> bool:
    return any(child.dep_ == "ccomp" and start <= child.i < end for child in attribution.cue.children)


def _has_verb(article: Article, start: int, end: int) -> bool:
    return any(token.tag_ in FINITE for token in article.doc[start:end])


def _resumption(
    article: Article, sentence: Span, attribution: Attribution, right: tuple[int, int] | None, others: list[Attribution]
) -> tuple[int, int] | None:
    """What goes on behind an attribution set off on both sides: "That chapter," he added, "is closed."."""
    doc = article.doc
    at = attribution.end
    limit = min(sentence.end, at + 14)
    while at < limit and doc[at].text not in (",", ";") and article.mark_of[at] < 0:
        if doc[at].tag_ in FINITE and doc[at].i != attribution.cue.i:
            return None
        at += 1
    if at >= limit or (doc[at].text not in (",", ";") and article.mark_of[at] < 0):
        return None
    start = at if article.mark_of[at] >= 0 else at + 1
    if start >= sentence.end:
        return None
    if article.mark_of[start] >= 0:
        return start, _right_end(article, sentence, attribution, start, others)
    if not _takes_clause(attribution.cue):
        return None
    first = doc[start]
    if (
        first.lower_
        in (
            "who",
            "which",
            "whose",
            "where",
            "when",
            "while",
            "as",
            "adding",
            "referring",
            "citing",
            "and",
            "but",
            "after",
            "before",
            "in",
            "on",
            "at",
            "with",
            "during",
        )
        and doc[at].text == ","
    ):
        return None
    if first.tag_ in ("VBG", "VBN") and doc[at].text == ",":
        return None
    if not _has_verb(article, start, sentence.end):
        return None
    return start, _right_end(article, sentence, attribution, start, others)


def _find_right(
    article: Article, sentence: Span, attribution: Attribution, others: list[Attribution]
) -> tuple[int, int] | None:
    """The tokens of what stands behind the cue: words in marks at once, or a clause, from its first word to its end."""
    doc = article.doc
    cue = attribution.cue
    limit = sentence.end
    start = _clause_start(article, attribution, limit)
    mark = _mark_behind(article, attribution, limit)
    if mark is not None and (start is None or mark[0] <= start):
        return mark
    if start is None:
        return None
    if cue.lemma_ in ("ask", "wonder", "inquire", "question", "know", "see") and doc[start].lower_ in (
        "if",
        "whether",
        "who",
        "what",
        "why",
        "how",
        "when",
        "where",
    ):
        return None
    return start, _right_end(article, sentence, attribution, start, others)


def _mark_behind(article: Article, attribution: Attribution, limit: int) -> tuple[int, int] | None:
    """Words in marks that the cue introduces directly: “…” behind a comma, a colon, or at once."""
    doc = article.doc
    index = max(attribution.end, attribution.cue.i + 1)
    stop = min(limit, index + 30)
    while index < stop and article.mark_of[index] < 0:
        if doc[index].tag_ in FINITE and doc[index].dep_ != "relcl" and not attribution.inverted:
            return None
        index += 1
    if index >= stop:
        return None
    before = doc[index - 1]
    mark: Marked | None = article.mark(index)
    if mark is None or (
        before.text not in (",", ":", "—", "–") and index > attribution.end and before.i != attribution.cue.i
    ):
        return None
    if before.text not in (",", ":", "—", "–") and not _is_clause(article, mark):
        return None
    end = index
    while end < len(doc) and doc[end].idx < mark.outer_end:
        end += 1
    return index, end


def _is_clause(article: Article, mark: Marked) -> bool:
    words = article.tokens(mark.start, mark.end)
    return any(token.tag_ in FINITE for token in words) and (
        any(token.dep_ in ("nsubj", "nsubjpass", "expl") for token in words) or words.text.rstrip()[-1:] in ".?!,"
    )


def _clause_start(article: Article, attribution: Attribution, limit: int) -> int | None:
    """The first token of the clause that the cue takes, "that" left out; None where it takes none."""
    doc = article.doc
    cue = attribution.cue
    floor = cue.i + 1 if not attribution.inverted else attribution.end
    for child in cue.rights:
        if child.dep_ == "ccomp" and child.i > cue.i and child.i < limit and (child.i >= floor):
            start = max(child.left_edge.i, floor)
            if not _is_finite_clause(child) or (
                _is_subjunctive(child) and cue.lemma_ in read_words("speech", "insisting")
            ):
                continue
            for index in range(start, child.i):
                if doc[index].lower_ == "that" and doc[index].dep_ == "mark" and doc[index].head.i == child.i:
                    start = index + 1
                    break
            return _past_that(article, start, cue, child.i)
    for index in range(cue.i + 1, min(limit, cue.i + 14)):
        if (
            doc[index].lower_ == "that"
            and doc[index].tag_ in ("IN", "WDT")
            and article.mark_of[index] < 0
            and _plain_between(article, cue.i + 1, index)
        ):
            return (
                index + 1
                if index + 1 < limit and any(token.tag_ in FINITE for token in doc[index + 1 : limit])
                else None
            )
    return None


def _is_finite_clause(verb: Token) -> bool:
    helpers = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "TO" in helpers:
        return False
    return (
        verb.tag_ in FINITE
        or bool(helpers & FINITE)
        or any(child.tag_ in FINITE for child in verb.children)
        or verb.pos_ in ("NOUN", "ADJ", "PROPN")
    )


def _is_subjunctive(verb: Token) -> bool:
    """Whether the clause says what should be done: "insisted that the army keep the heights"."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return (verb.tag_ == "VB" and not helpers & {"MD", "VBZ", "VBD", "VBP"}) or (
        verb.tag_ == "VBN" and helpers == {"VB"}
    )


def _plain_between(article: Article, start: int, end: int) -> bool:
    """Whether nothing but an addressee or a circumstance stands between the cue and its clause."""
    return not any(token.tag_ in FINITE or token.text in (",", ";", ":") for token in article.doc[start:end])


def _past_that(article: Article, start: int, cue: Token, verb: int) -> int:
    """Behind "that", and behind an addressee that the analysis took into the clause."""
    doc = article.doc
    for index in range(start, min(verb, start + 6)):
        if doc[index].lower_ == "that" and doc[index].tag_ == "IN":
            return index + 1
    while start < verb and (doc[start].text in (",", ":") or doc[start].is_space):
        start += 1
    return start


def _right_end(
    article: Article, sentence: Span, attribution: Attribution, start: int, others: list[Attribution]
) -> int:
    """Where what was said ends: with the sentence, or before a second predicate of the source, or before the next cue of it."""
    doc = article.doc
    end = sentence.end
    for other in others:
        if other.cue.i <= start:
            continue
        if (
            other.participle
            and doc[other.cue.i - 1].text == ","
            and attribution.cue.is_ancestor(other.cue)
            and other.key == attribution.key
        ):
            end = min(end, other.cue.i - 1)
        if other.phrase and article.mark_of[other.start] < 0:
            end = min(end, other.start)
    end = _before_gloss(article, start, end)
    for child in attribution.cue.children:
        if child.dep_ == "conj" and start < child.i < end and article.mark_of[child.i] < 0:
            edge = child.left_edge.i
            while edge > start and (doc[edge - 1].dep_ == "cc" or doc[edge - 1].text in (",", ";")):
                edge -= 1
            if edge > start + 1 and not _same_clause(article, child, edge):
                end = min(end, edge)
    mark = article.mark(start)
    if mark is not None and doc[start].idx <= mark.start and _ends_sentence(article, mark, sentence):
        inside = start
        while inside < len(doc) and doc[inside].idx < mark.outer_end:
            inside += 1
        return inside
    return end


def _before_gloss(article: Article, start: int, end: int) -> int:
    """Where the reporter begins to explain what was said: ", referring to the summit of 1945"."""
    doc = article.doc
    for index in range(start + 2, end - 1):
        if doc[index].tag_ == "VBG" and article.mark_of[index] < 0:
            before = index - 1
            while before > start and doc[before].pos_ == "ADV":
                before -= 1
            after_mark = article.mark_of[before] >= 0 and doc[before].text in CLOSERS
            if after_mark or (doc[before].text == "," and doc[index].lemma_ in read_words("speech", "glosses")):
                return before + after_mark
    return end


def _ends_sentence(article: Article, mark: Marked, sentence: Span) -> bool:
    inner = article.text[mark.start : mark.end].rstrip()
    return inner[-1:] in ".?!" or mark.outer_end >= sentence.end_char - 2


def _same_clause(article: Article, verb: Token, edge: int) -> bool:
    """Whether a second predicate goes on with what was said ("… and would be filled"): a helper verb, and no cue."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    that = any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.children)
    return that or (not subject and any(helper.tag_ == "MD" for helper in helpers))


def _wholly_marked(article: Article, left: int, right: int) -> bool:
    """Whether every word between two offsets stands in quotation marks."""
    words = [token for token in article.tokens(left, right) if WORD.search(token.text) and left <= token.idx < right]
    return bool(words) and all(article.mark_of[token.i] >= 0 for token in words)


def kind_of(article: Article, start: int, end: int, fragment: bool = False) -> QuoteKind:
    """Direct, mixed or indirect: all, some or none of the words in marks; a fragment of a clause is mixed at most."""
    words = [token for token in article.tokens(start, end) if WORD.search(token.text)]
    inside = sum(article.mark_of[token.i] >= 0 for token in words)
    if not inside:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if inside == len(words) and not fragment else QuoteKind.MIXED


def trim(text: str, start: int, end: int, *, direct: bool) -> tuple[int, int]:
    """Leave out the space, marks and punctuation at both ends; a direct quote keeps its final . ? ! and an abbreviation its stop."""
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
