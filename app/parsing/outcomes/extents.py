"""How far the words of an outcome reach: from its verb, or from a subject that is not its actor, to where something else
begins: a condition, an attribution, a coordinated verb, a reason, an aside."""

from __future__ import annotations

from collections.abc import Iterable

from app.parsing.article import Article
from app.parsing.outcomes.frames import event_words, is_event
from app.parsing.predicates import in_series, is_verbal, lemma_of, shares_object
from app.parsing.tokens import Span, Token
from app.records import Passage

NEW_CLAUSE_MARKS = frozenset(
    {
        "after",
        "because",
        "although",
        "though",
        "while",
        "whereas",
        "since",
        "as",
        "but",
        "so",
        "even",
        "lest",
    }
)
COMMENTS = frozenset(
    {
        "first",
        "second",
        "third",
        "last",
        "latest",
        "move",
        "step",
        "sign",
        "blow",
        "setback",
        "measure",
        "decision",
        "gesture",
    }
    | {
        "figure",
        "sum",
        "rare",
        "record",
        "day",
        "week",
        "month",
        "largest",
        "biggest",
        "highest",
        "lowest",
        "most",
        "deadliest",
    }
)
LOOSE_ENDS = frozenset({"and", "but", "or", "that", "then", "if", "for", "of", "with", "a", "the"})


def cut_extent(
    article: Article, verb: Token, sentence: Span, stops: Iterable[int], subject: Token | None = None
) -> Passage | None:
    """The words from the verb (with its negation), or from the subject, as far as they reach; None where nothing is left.

    `stops` are tokens at which something else begins, whatever the analysis says.
    """
    start = first_token(verb, sentence) if subject is None else subject.left_edge.i
    end = last_token(verb, sentence, frozenset(stops)) + 1
    return cut_tokens(article, start, end)


def first_token(verb: Token, sentence: Span) -> int:
    """The verb, or the "not", "never" or "no longer" before it."""
    doc, at = verb.doc, verb.i
    if at - 2 >= sentence.start and doc[at - 1].text == "-" and not doc[at - 1].whitespace_:
        at -= 2  # "test-fired"
    while at > sentence.start and doc[at - 1].lower_ in ("not", "never"):
        at -= 1
    if at - 2 >= sentence.start and doc[at - 1].lower_ == "longer" and doc[at - 2].lower_ == "no":
        at -= 2
    if at - 2 >= sentence.start and doc[at - 1].lower_ == "to" and doc[at - 2].lower_ == "not":
        at -= 2
    return at


def last_token(verb: Token, sentence: Span, stops: frozenset[int]) -> int:
    inside = {token.i for token in verb.subtree}
    barred = barred_tokens(verb)
    last = verb.i
    for token in sentence.doc[verb.i + 1 : sentence.end]:
        if token.i in stops or token.i in barred or token.text in (";", "?", "!"):
            break
        if token.text == "," and _comments(token, sentence):
            break
        if (token.is_punct and token.text not in "$%") or token.is_space:
            if token.text in (":",) or (token.text == "." and token.i + 1 < sentence.end and token.i not in inside):
                break
            continue
        if token.i in inside or _belongs(token, verb, inside):
            last = token.i
        else:
            break
    return _drop_aside(verb, last)


def _comments(comma: Token, sentence: Span) -> bool:
    """What stands behind the comma only says what to think of it: ", the first such visit in years", ", a move that …"."""
    if comma.i + 2 >= sentence.end or comma.nbor(1).lower_ not in ("the", "a", "an", "its", "his", "her", "their"):
        return False
    return comma.nbor(2).lower_ in COMMENTS


def _belongs(token: Token, verb: Token, inside: set[int]) -> bool:
    """A phrase behind the verb that the analysis hangs on what governs it ("agreed to pull back … from the lake")."""
    if token.i > verb.i + 1 and token.doc[token.i - 1].is_punct and token.doc[token.i - 1].text not in "-’'\"”“":
        return False
    if token.lower_ in ("and", "or", "but") or token.dep_ in ("mark", "nsubj", "nsubjpass", "aux", "auxpass"):
        return False
    step = token
    for _ in range(8):
        if step.head.i == step.i:
            return False
        if step.head.i < verb.i and step.i > verb.i:
            return step.dep_ in (
                "prep",
                "npadvmod",
                "advmod",
                "prt",
                "dobj",
                "pobj",
                "dative",
                "acomp",
                "oprd",
                "pcomp",
                "xcomp",
                "acl",
            ) and not is_verbal(step)
        if step.head.i == verb.i or step.head.i in inside:
            return True
        step = step.head
    return False


def barred_tokens(verb: Token) -> set[int]:
    """Where another record, a reason or an attribution begins among what hangs on the verb or on its objects."""
    barred: set[int] = set()
    for token in verb.subtree:
        if token.i > verb.i and _begins_other(token, verb):
            barred.add(_left_edge(token))
            barred |= {
                one.i
                for one in token.head.children
                if one.dep_ == "cc" and token.head.i < one.i < token.i and token.dep_ == "conj"
            }
    return barred


def _left_edge(token: Token) -> int:
    return min(token.left_edge.i, token.i)


def _begins_other(token: Token, verb: Token) -> bool:
    if not is_verbal(token):
        return False
    if token.dep_ == "parataxis":
        return True
    if token.dep_ == "relcl" and token.left_edge.lower_ == "under":  # "a plan under which Chad will disarm"
        return any(child.tag_ == "MD" for child in token.children)
    if token.dep_ in ("conj", "dep") and token.head.i == verb.i:
        return not _paired(token)
    if token.dep_ == "conj" and (_finite_or_bare(token) and any(child.tag_ == "MD" for child in token.children)):
        return True
    if token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ in ("VBZ", "VBP", "VBD"):
        return not any(child.tag_ in ("TO", "MD") for child in token.children)
    if token.dep_ == "advcl":
        if in_series(token):
            return True
        return _new_clause(token, verb)
    return token.dep_ == "ccomp" and token.head.i == verb.i and token.i < verb.i


def _paired(token: Token) -> bool:
    """Two verbs said in one breath ("sign, or not sign"; "come and go"), or done to one thing ("sign and ratify the treaty")."""
    if token.i == token.head.i + 2 and shares_object(token.head):
        return True
    return lemma_of(token) == lemma_of(token.head) or (lemma_of(token.head), lemma_of(token)) == ("come", "go")


def _finite_or_bare(token: Token) -> bool:
    return token.tag_ in ("VB", "VBD", "VBZ", "VBP")


def _new_clause(token: Token, verb: Token) -> bool:
    mark = next((child.lower_ for child in token.children if child.dep_ == "mark" and child.i < token.i), "")
    if mark in NEW_CLAUSE_MARKS:
        return True
    if token.doc[_left_edge(token)].lower_ == "once" and any(child.lower_ == "had" for child in token.children):
        return True
    if (
        (mark == "until" or token.doc[_left_edge(token)].lower_ == "until")
        and token.tag_ == "VBD"
        and verb.tag_ == "VBD"
        and is_event(token)
    ):
        return True  # "blocked the road until the police cleared it": an act of its own
    if token.tag_ == "VBG" and not mark and token.doc[_left_edge(token) - 1].text in (",", "—", "–"):
        return not (
            lemma_of(token) in event_words("losses", "verbs") or lemma_of(token) in event_words("losses", "causing")
        )
    return False


def _drop_aside(verb: Token, last: int) -> int:
    """Leave out a relative clause or an apposition that trails after a comma ("…, which both sides claim")."""
    doc = verb.doc
    for token in doc[verb.i + 1 : last + 1]:
        trails = token.dep_ in ("relcl", "appos", "acl") and token.right_edge.i >= last - 1
        if not trails:
            continue
        left = token.left_edge.i
        if token.dep_ == "relcl":
            left = next(
                (
                    one.i
                    for one in doc[verb.i + 1 : token.i]
                    if one.tag_ in ("WDT", "WP", "WP$", "WRB") and one.i >= token.left_edge.i - 1
                ),
                left,
            )
        if left - 1 > verb.i and doc[left - 1].text in (",", "—", "–") and not doc[left - 2].like_num:
            return left - 2
    return last


def cut_tokens(article: Article, start: int, end: int) -> Passage | None:
    """The words from token to token, without space, punctuation and marks at their edges (a mark inside may stay open)."""
    doc = article.doc
    while start < end and (doc[start].is_space or doc[start].is_punct) and doc[start].text not in ("$", "%"):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].is_punct) and doc[end - 1].text not in ("$", "%"):
        end -= 1
    while end > start + 1 and doc[end - 1].lower_ in LOOSE_ENDS:
        end -= 1
        while end > start and doc[end - 1].is_punct:
            end -= 1
    if start >= end:
        return None
    last = doc[end - 1]
    return Passage.cut(article.text, doc[start].idx, last.idx + len(last))


def listed_infinitives(verb: Token) -> tuple[int, ...]:
    """Where the next begins of what stands in one list with "to" and the verb: "to disarm, to pay and to publish"."""
    doc = verb.doc
    if verb.i == 0 or doc[verb.i - 1].tag_ != "TO":
        return ()
    found = []
    for token in doc[verb.i + 1 : len(doc) - 1]:
        if token.text in (".", ";", "?", "!") or token.lower_ in ("that", "which", "who", "if", "unless"):
            break
        if token.tag_ == "TO" and doc[token.i + 1].tag_ == "VB" and doc[token.i - 1].lower_ in (",", "and", "or"):
            found.append(token.i - 1)
    return tuple(found) if any(doc[at].lower_ != "," for at in found) else ()
