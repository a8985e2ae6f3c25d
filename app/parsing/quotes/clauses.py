"""What stands behind a cue: words in marks, or a clause from its first word to its last."""

from __future__ import annotations

from app.parsing.article import FINITE, Article
from app.parsing.lexicon import read_words
from app.parsing.marks import Marked
from app.parsing.quotes.clause_ends import right_end
from app.parsing.quotes.cue import Attribution
from app.parsing.quotes.titles import in_title
from app.parsing.sentences import CLOSERS
from app.parsing.tokens import Span, Token

CONDITIONS = frozenset(
    {"condition", "provided", "providing", "proviso", "understanding", "assumption", "so", "now", "given"}
)
SEVERAL = frozenset({"police", "people", "majority", "half", "staff", "family", "team", "government", "crew", "public"})
QUESTIONS = frozenset({"who", "what", "why", "how", "when", "where", "which"})
# These are said themselves: "said the same thing that he had always said".
WORDS_SAID = frozenset(
    {
        "thing",
        "word",
        "something",
        "nothing",
        "same",
        "prayer",
        "grace",
        "goodbye",
        "much",
        "line",
        "name",
        "lot",
        "piece",
    }
)


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
        if not _goes_on_behind(article, cue, mark, limit):
            return mark
        return mark[0], max(mark[1], right_end(article, sentence, attribution, mark[0], others))
    if start is None or _renames(article, start):
        return None
    if _is_question(cue, doc[start]):
        return None
    return start, right_end(article, sentence, attribution, start, others)


def _goes_on_behind(article: Article, cue: Token, mark: tuple[int, int], limit: int) -> bool:
    """Whether a clause that begins in marks right behind the cue goes on outside them: "said “it gets me mad” every time"."""
    doc = article.doc
    if not 0 < mark[0] - cue.i <= 2 or doc[mark[0] - 1].text in (",", ":") or mark[1] >= limit:
        return False
    last = next(
        (doc[index] for index in range(mark[1] - 1, mark[0], -1) if doc[index].text not in CLOSERS), doc[mark[0]]
    )
    follows = doc[mark[1]]
    return (
        last.text not in (".", "?", "!", ",", "…")
        and (follows.is_alpha or follows.text == "“")
        and follows.dep_ != "cc"
    )


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
    while index < stop and (article.mark_of[index] < 0 or in_title(article, index)):
        saying = doc[index].lemma_ in read_words("speech", "saying")  # "posted it under a headline that said, “…”"
        if doc[index].tag_ in FINITE and (doc[index].dep_ != "relcl" or saying) and not attribution.inverted:
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
    if (
        before.text in ("—", "–")
        and end < limit
        and doc[end].tag_ in FINITE
        and doc[end].lemma_ in read_words("speech", "saying")
    ):
        return None  # "Oslo denies it — “why should we?” asked Brandt"
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
    that = _that_behind(article, cue, limit)
    for child in cue.rights:
        if child.dep_ == "ccomp" and child.i > cue.i and child.i < limit and (child.i >= floor):
            start = max(child.left_edge.i, floor)
            if is_subjunctive(child) and cue.lemma_ in read_words("speech", "insisting"):
                return None
            if not is_finite_clause(child) and not _is_mistagged(child, cue):
                continue
            if that is not None and that < start:
                return that + 1  # "said that accounts run from abroad had flooded it": the model begins it at "had"
            for index in range(start, child.i):
                if doc[index].lower_ == "that" and doc[index].dep_ == "mark" and doc[index].head.i == child.i:
                    start = index + 1
                    break
            return _past_that(article, start, cue, child.i)
    if that is None or not any(token.tag_ in FINITE for token in doc[that + 1 : limit]):
        return _bare_clause(cue, limit) if that is None else None
    return that + 1


def _is_mistagged(verb: Token, cue: Token) -> bool:
    """Whether a past form that looks like an infinitive is the verb of a "that": "argued that the tax hurt the party"."""
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    marked = any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.children)
    return verb.tag_ == "VB" and subject and marked and cue.lemma_ not in read_words("speech", "insisting")


def _bare_clause(cue: Token, limit: int) -> int | None:
    """The first token of a clause right behind the cue whose subject the analysis took for the cue's object: "said taxing bread
    feeds the mills", "says the rise in prices that he decries helps him"."""
    if cue.tag_ not in FINITE or cue.lemma_ not in read_words("speech", "clausal"):
        return None
    for child in cue.rights:
        if child.left_edge.i != cue.i + 1 or child.left_edge.is_quote or child.right_edge.i + 1 >= limit:
            continue
        thing = child.dep_ == "dobj" and child.pos_ in ("NOUN", "PROPN") and child.lemma_ not in WORDS_SAID
        gerund = child.dep_ == "xcomp" and child.tag_ == "VBG"
        passive = child.dep_ == "ccomp" and child.tag_ == "VBN"
        told = any(token.tag_ in FINITE for token in child.subtree) or cue.doc[child.right_edge.i + 1].tag_ in FINITE
        if (thing or gerund or passive) and told:
            return cue.i + 1
    return None


def _that_behind(article: Article, cue: Token, limit: int) -> int | None:
    """The "that" behind a cue, with nothing but an addressee or a circumstance between."""
    doc = article.doc
    for index in range(cue.i + 1, min(limit, cue.i + 14)):
        if (
            doc[index].lower_ == "that"
            and (doc[index].tag_ == "IN" and doc[index].dep_ not in ("nsubj", "dobj", "nsubjpass"))
            and doc[index - 1].lower_ not in CONDITIONS
            and article.mark_of[index] < 0
            and _plain_between(article, cue, index)
        ):
            return index
    return None


def is_finite_clause(verb: Token) -> bool:
    helpers = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "TO" in helpers:
        return False
    return (
        verb.tag_ in FINITE
        or bool(helpers & FINITE)
        or any(child.tag_ in FINITE for child in verb.children)
        or (verb.pos_ in ("NOUN", "ADJ", "PROPN") and any(token.tag_ in FINITE for token in verb.subtree))
    )


def is_subjunctive(verb: Token) -> bool:
    """Whether the clause says what should be done: "insisted that the army keep the heights", "that the road be shut"."""
    helpers = {child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBN":
        return helpers == {"VB"}
    if verb.tag_ == "NN" and any(child.dep_ == "mark" for child in verb.children):
        return True  # "that any treaty cover the north": the model takes "cover" for a noun
    one = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    alone = one is not None and one.tag_ in ("NN", "NNP") and not one.conjuncts and one.lower_ not in SEVERAL
    return (verb.tag_ == "VB" and not helpers & {"MD", "VBZ", "VBD", "VBP"}) or (
        verb.tag_ == "VBP" and alone and not helpers and verb.lower_ == verb.lemma_
    )


def _plain_between(article: Article, cue: Token, end: int) -> bool:
    """Whether nothing but an addressee or a circumstance stands between the cue and its clause; commas only around who was
    told ("told the broadcaster, IRIB, before leaving Oslo that")."""
    between = article.doc[cue.i + 1 : end]
    listens = cue.lemma_ in read_words("speech", "listeners")
    return not any(
        token.tag_ in FINITE or token.text in (";", ":") or (token.text == "," and not listens) for token in between
    )


def _past_that(article: Article, start: int, cue: Token, verb: int) -> int:
    """Behind "that", and behind an addressee that the analysis took into the clause."""
    doc = article.doc
    for index in range(start, min(verb, start + 6)):
        fronted = (
            doc[index].tag_ == "WDT" and doc[index].dep_ == "dobj"
        )  # "told them that Chad had": taken for its object
        if doc[index].lower_ == "that" and (doc[index].tag_ == "IN" or fronted):
            return index + 1
    while start < verb and (doc[start].text in (",", ":") or doc[start].is_space):
        start += 1
    return start
