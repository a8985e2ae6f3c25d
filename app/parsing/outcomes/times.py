"""Words that tell when something is to be: a day, a month, "next week", "by the end of May"."""

from __future__ import annotations

from collections.abc import Iterator

from app.parsing.predicates import MONTHS, WEEKDAYS
from app.parsing.tokens import Token

DAYS = WEEKDAYS | {"tomorrow", "tonight", "noon", "midnight"}
SPANS = frozenset(
    {
        "week",
        "month",
        "year",
        "days",
        "weeks",
        "hours",
        "spring",
        "summer",
        "autumn",
        "winter",
        "weekend",
        "easter",
        "christmas",
        "ramadan",
        "passover",
        "noon",
        "dawn",
    }
)


def is_timed(token: Token) -> bool:
    """On a fixed day, or "next week", "later this month", "two weeks later"."""
    if token.lower_ == "later":
        return token.i > 0 and token.nbor(-1).lower_ in SPANS
    if token.lemma_.lower() in ("week", "month", "year", "weekend", "spring", "summer", "autumn", "winter"):
        before = [one.lower_ for one in token.doc[max(0, token.i - 2) : token.i]]
        season = token.lower_ in ("spring", "summer", "autumn", "winter") and bool({"in", "this"} & set(before))
        return (
            season
            or "next" in before
            or before == ["later", "this"]
            or before == ["this", "coming"]
            or (before == ["of", "the"] and token.i > 2 and token.nbor(-3).lower_ in ("end", "start", "middle", "turn"))
            or (token.lower_ == "weekend" and before[-1:] == ["this"])
        )
    return names_a_day(token)


def has_its_day(verb: Token) -> bool:
    """The verb itself is given a time, not a clause below it."""
    told = (child for child in verb.children if child.dep_ in ("prep", "npadvmod", "advmod", "agent", "dobj", "advcl"))
    return any(is_timed(token) for child in told for token in _own_words(child))


def _own_words(token: Token) -> Iterator[Token]:
    """The token and what hangs on it, without clauses that only describe."""
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "ccomp"):
            yield from _own_words(child)


def names_a_day(token: Token) -> bool:
    if token.lower_ in DAYS:
        return token.i > 0 and token.nbor(-1).lower_ not in ("last", "since", "of")
    if token.lower_ not in MONTHS or not token.text[0].isupper() or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).like_num or token.nbor(-1).lower_ in ("in", "by", "from", "until")


def ends_by_a_day(token: Token) -> bool:
    """ "by the end of May", "next week", "within days"."""
    words = {one.lower_ for one in token.subtree}
    return token.dep_ in ("prep", "agent", "npadvmod") and (
        any(names_a_day(one) or (one.lower_ in MONTHS and one.text[0].isupper()) for one in token.subtree)
        or bool(words & SPANS)
    )
