"""What stands behind a cue: words in marks, or a clause from its first word to its last."""

from __future__ import annotations

from app.parsing.article import Article
from app.parsing.lexicon import read_words
from app.parsing.marks import Marked
from app.parsing.quotes.attribution import Attribution
from app.parsing.quotes.sources import FINITE
from app.parsing.sentences import CLOSERS
from app.parsing.tokens import Span, Token

CONTRASTS = frozenset({"though", "although", "while", "whereas"})
QUESTIONS = frozenset({"who", "what", "why", "how", "when", "where", "which"})


def find_right(
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
    if start is None or _renames(article, start):
        return None
    if _is_question(cue, doc[start]):
        return None
    return start, right_end(article, sentence, attribution, start, others)


def _is_question(cue: Token, first: Token) -> bool:
    """Whether the clause is asked about rather than said: "asked who paid", "would not say whether the road was open"."""
    asks = cue.lemma_ in ("ask", "wonder", "inquire", "question", "know", "see")
    if first.lower_ == "whether":
        return cue.lemma_ not in ("doubt", "dispute")
    subject = next((child for child in cue.children if child.dep_ == "nsubj"), None)
    neither = subject is not None and any(child.lower_ in ("neither", "no") for child in subject.children)
    silent = neither or any(child.dep_ == "neg" for child in cue.children)
    return (asks and first.lower_ in QUESTIONS | {"if"}) or (silent and first.lower_ in QUESTIONS | {"if"})


def _renames(article: Article, start: int) -> bool:
    """Whether the clause only brings in a name in marks: "citing what it called “a campaign of lies”"."""
    words = article.doc[start : start + 5]
    if not len(words) or words[0].lower_ != "what":
        return False
    naming = next((token for token in words if token.lemma_ in ("call", "describe", "term", "label", "dub")), None)
    return naming is not None and any(article.mark_of[token.i] >= 0 for token in article.doc[naming.i : naming.i + 4])


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
    if before.is_space:
        before = doc[index - 2]
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
            if not is_finite_clause(child) or (
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
            and (doc[index].tag_ == "IN" and doc[index].dep_ not in ("nsubj", "dobj", "nsubjpass"))
            and article.mark_of[index] < 0
            and _plain_between(article, cue.i + 1, index)
        ):
            return (
                index + 1
                if index + 1 < limit and any(token.tag_ in FINITE for token in doc[index + 1 : limit])
                else None
            )
    return None


def is_finite_clause(verb: Token) -> bool:
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


def right_end(article: Article, sentence: Span, attribution: Attribution, start: int, others: list[Attribution]) -> int:
    """Where what was said ends: with the sentence, or before a second predicate of the source, or before the next cue of it."""
    doc = article.doc
    cuts = [_before_other(article, sentence, attribution, other, start) for other in others if other.cue.i > start]
    end = min(cuts, default=sentence.end)
    if attribution.cue.dep_ in ("advcl", "relcl") and attribution.cue.right_edge.i > start:
        end = min(end, attribution.cue.right_edge.i + 1)
    end = _before_gloss(article, start, end)
    for child in attribution.cue.children:
        if child.dep_ == "conj" and start < child.i < end and article.mark_of[child.i] < 0:
            edge = child.left_edge.i
            while edge > start and (doc[edge - 1].dep_ == "cc" or doc[edge - 1].text in (",", ";")):
                edge -= 1
            if edge > start + 1 and not _same_clause(article, child, edge):
                end = min(end, edge)
    end = _before_second_predicate(article, attribution, start, end)
    mark = article.mark(start)
    if mark is not None and doc[start].idx <= mark.start and _ends_sentence(article, mark, sentence):
        inside = start
        while inside < len(doc) and doc[inside].idx < mark.outer_end:
            inside += 1
        return inside
    return end


def _before_other(article: Article, sentence: Span, attribution: Attribution, other: Attribution, start: int) -> int:
    """Where another attribution ends what the first one introduced; the sentence's end where it does not."""
    doc = article.doc
    before = doc[other.start - 1]
    ends = [sentence.end]
    if (
        other.participle
        and doc[other.cue.i - 1].text == ","
        and attribution.cue.is_ancestor(other.cue)
        and other.key == attribution.key
    ):
        ends.append(other.cue.i - 1)
    if (other.phrase and article.mark_of[other.start] < 0) or (attribution.participle and other.cue.dep_ == "ROOT"):
        ends.append(other.start)
    if is_second_cue(attribution, other):
        ends.append(other.cue.i - 1)
    reports = any(child.dep_ == "ccomp" for child in other.cue.children)
    if before.lower_ in CONTRASTS and before.i > start + 1 and reports:
        ends.append(before.i)
    if before.text == "," and not other.participle and _closes_sentence(article, sentence, other):
        ends.append(before.i)
    named = other.start <= other.source.i < other.end and article.mark_of[other.source.i] < 0
    if named and article.mark_of[start] >= 0 and article.mark_of[before.i] >= 0 and before.i > start:
        ends.append(other.start)  # "“but we want it with dignity,” he went on, “and we will wait”"
    for index in range(other.start - 1, start, -1):
        if doc[index].tag_ in FINITE:
            break
        if doc[index].text == ";" and article.mark_of[index] < 0:
            ends.append(index)
    return min(ends)


def _closes_sentence(article: Article, sentence: Span, other: Attribution) -> bool:
    """Whether the attribution is the sentence's last words: ", the agency reported."."""
    if not other.phrase and other.cue.tag_ not in FINITE:
        return False
    return not any(token.is_alpha for token in article.doc[other.end : sentence.end])


def _before_second_predicate(article: Article, attribution: Attribution, start: int, end: int) -> int:
    """Where the source's next act begins, though the analysis took it into the clause: "said she would fight it and
    challenged Carney": a verb in the cue's own tense behind a clause in another one.
    """
    doc = article.doc
    for index in range(start + 2, end):
        verb = doc[index]
        if verb.dep_ != "conj" or verb.tag_ != attribution.cue.tag_ or article.mark_of[index] >= 0:
            continue
        head_helped = verb.head.tag_ == "VB" and any(child.tag_ == "MD" for child in verb.head.children)
        alone = not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for child in verb.children)
        if head_helped and alone and start <= verb.head.i < index and doc[index - 1].dep_ in ("cc", "advmod"):
            return index - 1
    return end


def is_second_cue(first: Attribution, second: Attribution) -> bool:
    """Whether the second verb of saying goes on with the subject of the first: "He says A and says B"."""
    before = second.cue.doc[second.cue.i - 1]
    return before.dep_ == "cc" and second.cue.tag_ == first.cue.tag_ and not first.phrase and not second.phrase


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


def has_verb(article: Article, start: int, end: int) -> bool:
    return any(token.tag_ in FINITE for token in article.doc[start:end])


def takes_clause(cue: Token) -> bool:
    """Whether the cue can stand behind or inside the clause that it reports: "…, she said", "…, mediators believe"."""
    goes_on = cue.lemma_ == "go"
    return goes_on or cue.lemma_ in read_words("speech", "saying") or cue.lemma_ in read_words("speech", "believing")
