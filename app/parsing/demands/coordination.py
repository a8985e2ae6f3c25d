"""With what a noun behind “and” or a comma is coordinated: with the whole thing wanted, or with a part of it."""

from __future__ import annotations

from app.parsing.demands.shapes import JOINING, NOUN_STARTS, Shape, is_bare_verb, noun_head
from app.parsing.predicates import shares_object
from app.parsing.tokens import Doc, Token

PLACES = frozenset({"behind", "out", "off", "across", "beyond", "outside", "away", "inside", "into", "under"})


def is_nested(doc: Doc, begin: int, at: int, limit: int) -> bool:
    """“deals in grain, steel and gas”: a list of bare nouns inside a thing that has a preposition."""
    last = next((index for index in range(at, limit - 1) if doc[index].lower_ in JOINING), at)
    if doc[last + 1 if last + 1 < limit else at].tag_ in NOUN_STARTS:
        return False
    return doc[at].tag_ not in NOUN_STARTS and any(
        doc[index].tag_ == "IN" and doc[index + 1].tag_ in ("NN", "NNS", "NNP", "JJ") for index in range(begin, at - 1)
    )


def joins_top(doc: Doc, begin: int, at: int, limit: int, shape: Shape, governor: Token) -> bool:
    """Whether the noun phrase at `at` is coordinated with the whole thing and not with something inside it."""
    head = noun_head(doc, at, limit)
    if head.dep_ not in ("conj", "appos"):
        return doc[at].tag_ in NOUN_STARTS and not any(doc[index].tag_ == "IN" for index in range(begin, at))
    top = noun_head(doc, begin, limit)
    above = head.head
    if shape is Shape.GONE and is_small_clause(doc, begin, limit) and is_small_clause(doc, at, limit):
        return True
    if shape is Shape.GONE and above.tag_[:2] == "VB" and above.head.i == governor.i:
        return True  # "wants the envoy recalled and the fund closed"
    return above.i == top.i or above.i <= begin or is_parallel(doc, begin, at, head, above)


def is_small_clause(doc: Doc, at: int, limit: int) -> bool:
    """“[the men home] by June and [the guns behind] the river”: a noun with what is to become of it."""
    head = noun_head(doc, at, limit)
    after = doc[head.i + 1] if head.i + 1 < limit else head
    return doc[at].tag_ in NOUN_STARTS and (
        after.tag_ in ("RB", "VBN", "RP") or (after.tag_ == "IN" and after.lower_ in PLACES)
    )


def doers_go_on(doc: Doc, begin: int, at: int, limit: int) -> bool:
    """Whether two who are to act stand before one infinitive: "for Chad and [Norway] to send monitors"."""
    if doc[begin - 1].lower_ != "for" or any(word.tag_ == "TO" for word in doc[begin:at]):
        return False
    head = noun_head(doc, at, limit)
    after = head.i + 1
    return (
        head.pos_ in ("NOUN", "PROPN") and after + 1 < limit and doc[after].tag_ == "TO" and doc[after + 1].tag_ == "VB"
    )


def is_parallel(doc: Doc, begin: int, at: int, head: Token, above: Token) -> bool:
    """Against the tree: "the release of two men and [a guarantee]", "the end of the siege and [the return of] the men"."""
    if above.dep_ != "pobj" or doc[begin].tag_ not in NOUN_STARTS:
        return False
    inner = above.left_edge.lower_
    if doc[at].lower_ in ("a", "an") and inner not in ("a", "an"):
        return True
    return (
        doc[at].tag_ in NOUN_STARTS
        and any(child.lower_ == "of" for child in head.children)
        and above.head.lower_ == "of"
    )


def next_infinitive(doc: Doc, begin: int, at: int, limit: int, joined: bool) -> int | None:
    """Where, at `at` behind a comma or an "and", the next infinitive of a list begins; None where none does."""
    token = doc[at]
    if token.lower_ == "to" and not joined and not is_infinitive_ahead(doc, at, limit):
        return None  # "to sign, to show good will": what for
    if token.lower_ == "not" and at + 1 < limit and doc[at + 1].lower_ == "to":
        return at
    if token.lower_ == "to" and at + 1 < limit and doc[at + 1].tag_ == "VB":
        return at + 1
    if joined and at == begin + 2 and shares_object(doc[begin]):
        return None  # "find and return the ship"
    if is_in_relative(token, begin):
        return None
    return at if is_bare_verb(token, begin) else None


def is_in_relative(token: Token, begin: int) -> bool:
    """“a law that continues to watch and [report] the rise”: coordinated inside a relative clause of the thing."""
    head = token.head if token.dep_ == "conj" else token
    while head.dep_ in ("conj", "xcomp") and head.head.i > begin:
        head = head.head
    return head.dep_ == "relcl" and head.i > begin and head.head.i > begin


def is_infinitive_ahead(doc: Doc, at: int, limit: int) -> bool:
    """Whether an "and" with another infinitive follows: "to leave, to pay and to apologise"."""
    pairs = zip(doc[at : limit - 1], doc[at + 1 : limit], strict=True)
    return any(one.lower_ in JOINING and (two.lower_ == "to" or two.tag_ == "VB") for one, two in pairs)
