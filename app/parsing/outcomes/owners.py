"""Whose a noun is: whose promise, whose order, whose spokesman."""

from __future__ import annotations

from app.parsing.predicates import is_verbal, own_subject
from app.parsing.tokens import Token

BY = ("by", "from", "of")
SERVING = ("for", "to", "of")


def owner_of_noun(noun: Token, prepositions: tuple[str, ...] = BY) -> Token | None:
    """A possessor, whoever stands behind one of the prepositions, or the subject of the verb that makes the promise."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in prepositions:
            return next((one for one in child.children if one.dep_ == "pobj"), None)
    return own_subject(noun.head) if noun.dep_ in ("dobj", "attr", "conj") and is_verbal(noun.head) else None
