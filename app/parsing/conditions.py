"""The words that make an outcome depend on something: if, unless, should he …, once, in exchange for, otherwise.

A condition is found as a stretch of tokens; `condition_of` says which one a predicate depends on, also where the condition
stands before its clause, is parted from it by "he said", or stands in the sentence before and the next one plainly goes on.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.parsing.article import Article
from app.parsing.condition_ends import clause_end, clause_verb, has_clause, opens_clause, phrase_end
from app.parsing.lexicon import read_words
from app.parsing.predicates import own_subject
from app.parsing.tokens import Span, Token
from app.records import Passage

CLAUSE_MARKS = frozenset({"if", "unless", "once", "provided", "providing", "lest"})
PHRASES = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("as", "soon", "as"),
    ("as", "fast", "as"),
    ("on", "condition", "that"),
    ("on", "the", "condition", "that"),
    ("in", "exchange", "for"),
    ("in", "return", "for"),
    ("on", "condition", "of"),
    ("on", "the", "condition", "of"),
    ("pending",),
    ("subject", "to"),
    ("only", "under"),
    ("only", "with"),
    ("only", "after"),
    ("contingent", "on"),
    ("contingent", "upon"),
    ("conditional", "on"),
    ("conditional", "upon"),
    ("in", "the", "event", "of"),
    ("in", "the", "event", "that"),
    ("the", "moment"),
    ("the", "day", "after"),
    ("the", "morning", "after"),
    ("the", "next", "time"),
    ("the", "minute"),
    ("on", "the", "day", "that"),
    ("the", "day", "that"),
    ("short", "of"),
    ("barring",),
    ("absent",),
    ("failing",),
)
BY_FIRST = {phrase[0]: tuple(one for one in PHRASES if one[0] == phrase[0]) for phrase in PHRASES}
STARTS = (
    frozenset(phrase[0] for phrase in PHRASES)
    | CLAUSE_MARKS
    | {"without", "otherwise", "when", "should", "were", "had", "or"}
)
INVERTED = frozenset(
    {"PRP", "DT", "NNP", "NN", "NNS", "PRP$", "NNPS", "JJ"}
)  # what follows "should" in "should it refuse"
HARSH_MARKS = frozenset({"unless", "without", "otherwise", "failing", "absent", "barring", "short"})


@dataclass(frozen=True, slots=True)
class Condition:
    """Tokens from `start` to `end` (exclusive). `harsh` where it names a refusal, a failure or an "unless"."""

    start: int
    end: int
    harsh: bool
    leading: bool
    head: int

    def holds(self, token: Token) -> bool:
        return self.start <= token.i < self.end

    def passage(self, article: Article) -> Passage:
        doc = article.doc
        last = doc[self.end - 1]
        return Passage.cut(article.text, doc[self.start].idx, last.idx + len(last))


def find_conditions(sentence: Span) -> list[Condition]:
    """The conditions that a sentence states, in order; none inside another."""
    found: list[Condition] = []
    for token in sentence:
        if token.tag_ == "VB" and (not found or token.i >= found[-1].end) and (ordered := _order(token, sentence)):
            found.append(ordered)
        if token.lower_ not in STARTS or (found and token.i < found[-1].end):
            continue
        if condition := _condition_at(token, sentence):
            found.append(condition)
    return found


def _condition_at(token: Token, sentence: Span) -> Condition | None:
    word = token.lower_
    if word in CLAUSE_MARKS:
        return _clause(token, sentence)
    if word == "otherwise":
        inside = token.i > sentence.start and token.nbor(-1).tag_ == "MD"  # "would otherwise recall him"
        return _words(token, token.i + 1, sentence) if inside or opens_clause(token, sentence) else None
    if word == "or":
        return (
            _words(token, token.i + 1, sentence)
            if token.nbor(1).lower_ == "else" and token.i + 2 < sentence.end
            else None
        )
    if word in ("should", "were", "had"):
        return _inverted(token, sentence)
    if word == "when":
        return _when(token, sentence)
    if word == "without":
        return _without(token, sentence)
    for phrase in BY_FIRST.get(word, ()):
        if _reads(token, phrase, sentence):
            return _phrase(token, phrase, sentence)
    return None


def _order(verb: Token, sentence: Span) -> Condition | None:
    """ "Let the inspectors in and we can talk", "Pull back or we will fire": what an imperative asks for is the condition."""
    if not opens_clause(verb, sentence) or verb.i + 2 >= sentence.end:
        return None
    for token in sentence.doc[verb.i + 1 : sentence.end - 2]:
        if token.text in ".;:?":
            return None
        follows = token.nbor(1).tag_ == "PRP" and (
            token.nbor(2).tag_ == "MD" or (token.lower_ == "or" and token.nbor(2).tag_ in ("VBP", "VBZ"))
        )
        if token.lower_ in ("and", "or") and follows:
            end = token.i - 1 if token.nbor(-1).is_punct else token.i
            return Condition(verb.i, end, token.lower_ == "or", True, verb.i)
    return None


def _reads(token: Token, phrase: tuple[str, ...], sentence: Span) -> bool:
    after = token.i + len(phrase)
    if after >= sentence.end or (len(phrase) > 1 and token.nbor().lower_ != phrase[1]):
        return False
    return all(one.lower_ == word for one, word in zip(token.doc[token.i : after], phrase, strict=True))


def _clause(mark: Token, sentence: Span) -> Condition | None:
    """If, unless, once, provided (that) with a clause of their own; not "asked if", "as if", "if only temporarily"."""
    before = mark.nbor(-1).lower_ if mark.i > sentence.start else ""
    if before in (
        "as",
        "even",
        "wonder",
        "asked",
        "ask",
        "know",
        "see",
        "doubt",
        "wondered",
        "unclear",
        "sure",
        "at",
        "what",
        "tell",
    ):
        return None
    if mark.lower_ == "once" and not has_clause(mark, sentence, ".;:,"):
        return None
    if mark.lower_ in ("provided", "providing") and not (mark.i + 1 < sentence.end and has_clause(mark, sentence)):
        return None
    if mark.lower_ in ("provided", "providing") and any(
        child.dep_ in ("aux", "auxpass", "nsubj", "dobj") for child in mark.children
    ):
        return None
    verb = clause_verb(mark)
    if mark.lower_ == "once" and verb is not None and _is_past(verb):
        return None
    if (
        verb is not None
        and verb.dep_ == "ccomp"
        and verb.head.lemma_ in ("ask", "wonder", "know", "see", "say", "decide", "doubt")
        and mark.lower_ == "if"
        and verb.head.i < mark.i
    ):
        return None
    if not has_clause(mark, sentence):
        return None
    return _span(mark, verb, sentence)


def _is_past(verb: Token) -> bool:
    """ "and, once Chad had complained, shut its consulate": told of what was, beside no "would"."""
    had = any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.children)
    return had and not _modal(verb.head)


def _span(mark: Token, verb: Token | None, sentence: Span) -> Condition:
    """From the mark to the end of its clause: where the analysis sees the clause whole, that; else to the next comma."""
    start = mark.i
    while start > sentence.start and mark.doc[start - 1].lower_ == "only":
        start -= 1
    leading = opens_clause(mark.doc[start], sentence)
    end = clause_end(mark, verb, sentence, leading)
    harsh = mark.lower_ in HARSH_MARKS or any(
        token.lower_ in read_words("outcomes", "harsh") for token in mark.doc[mark.i + 1 : end]
    )
    return Condition(start, end, harsh, leading, (verb or mark).i)


def _words(token: Token, end: int, sentence: Span) -> Condition:
    if token.lower_ == "or":
        end += 1
    return Condition(token.i, end, True, True, token.head.i)


def _inverted(token: Token, sentence: Span) -> Condition | None:
    """Should Tehran refuse, …: the modal opens the sentence or closes it after a comma, its subject follows, no question."""
    if sentence.text.rstrip('”"’ \n').endswith("?") or token.i + 2 >= sentence.end:
        return None
    at_start = opens_clause(token, sentence)
    after_comma = token.i > sentence.start and token.lower_ == "should" and token.nbor(1).tag_ in INVERTED
    verb = token.head if token.dep_ in ("aux", "auxpass") else None
    if not (at_start or after_comma) or verb is None or verb.i < token.i:
        return None
    subject = own_subject(verb)
    if subject is None or subject.i < token.i or subject.i > verb.i:
        return None
    return _span(token, verb, sentence)


def _when(token: Token, sentence: Span) -> Condition | None:
    """When someone is there, we will talk: a present clause beside a future one. What already happened is no condition."""
    verb = clause_verb(token)
    if verb is None:
        return None
    if verb.dep_ not in ("advcl",):
        return None
    governor = verb.head
    around = {child.lower_ for child in governor.children if child.dep_ in ("aux",)}
    past = any(one.tag_ == "VBD" for one in (verb, *verb.children)) and not any(
        one.tag_ == "MD" for one in verb.children
    )
    if past and "would" in around and "have" not in around and verb.i > governor.i:
        return _span(token, verb, sentence)  # "would reopen the border when the bloc reopened its banks"
    if not any(one.tag_ in ("VBZ", "VBP") for one in (verb, *verb.children)):
        return None
    if not around & {"will", "would", "’ll", "'ll", "shall", "can"}:
        return None
    return _span(token, verb, sentence)


def _without(token: Token, sentence: Span) -> Condition | None:
    """Without an agreement by Friday … would: only a thing that one can fail to have, beside a future clause."""
    noun = next((child for child in token.children if child.dep_ == "pobj"), None)
    leading = opens_clause(token, sentence)
    if noun is None or not (leading or noun.lemma_.lower() in read_words("outcomes", "lacked")):
        return None
    if not any(one.tag_ == "MD" or one.lower_ in ("threatened", "vowed") for one in sentence):
        return None
    end = max(one.i for one in noun.subtree) + 1
    comma = next((one.i for one in sentence.doc[token.i : end] if one.text == ","), end)
    for one in sentence.doc[noun.i + 1 : comma]:
        if one.tag_ == "MD" or one.dep_ in ("nsubj", "nsubjpass"):
            comma = one.left_edge.i
            break
    return Condition(token.i, comma, True, opens_clause(token, sentence), token.head.i)


def _modal(verb: Token) -> bool:
    return any(child.tag_ == "MD" for child in verb.children)


def _phrase(token: Token, phrase: tuple[str, ...], sentence: Span) -> Condition | None:
    doc = token.doc
    last = doc[token.i + len(phrase) - 1]
    if phrase[0] in ("barring", "absent", "failing") and not (
        opens_clause(token, sentence) or token.nbor(-1).text == ","
    ):
        return None
    if phrase[0] == "pending" and (
        token.nbor(1).tag_ not in INVERTED
        or (token.i > sentence.start and token.nbor(-1).tag_ in ("DT", "JJ", "VBZ", "VBP"))
    ):
        return None
    if phrase[0] in ("the", "on", "pending", "only") and not any(
        one.tag_ == "MD" or one.tag_ == "TO" for one in sentence
    ):
        return None
    start = token.i
    while start > sentence.start and doc[start - 1].lower_ == "only":
        start -= 1
    end = phrase_end(last, sentence)
    if phrase[0] in HARSH_MARKS:  # "failing a signature by March 1 Egypt would …": up to the subject of the main clause
        own = (one for one in doc[last.i + 1 : end] if one.dep_ in ("nsubj", "nsubjpass") and _modal(one.head))
        end = next((one.left_edge.i for one in own if one.left_edge.i > last.i + 1), end)
    harsh = phrase[0] in HARSH_MARKS
    return Condition(start, end, harsh, opens_clause(doc[start], sentence), token.head.i) if end > last.i + 1 else None
