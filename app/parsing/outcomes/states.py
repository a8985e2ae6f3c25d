"""What is no act, though a verb tells it: a being, a thinking, a wish; and a demand that is given up."""

from __future__ import annotations

from app.parsing.outcomes.frames import is_event, outcome_words
from app.parsing.predicates import Predicate, lemma_of
from app.parsing.tokens import Token

NONE = frozenset({"none", "nothing", "nobody", "further"})
PLACED = frozenset({"back", "in", "there", "home", "away", "out", "on", "at", "gone"})


def is_stative(predicate: Predicate) -> bool:
    """A being, a thinking or a wish, or a verb that only introduces the act ("could decide to withdraw")."""
    lemma = lemma_of(predicate.verb)
    if lemma in outcome_words("introducing") and any(child.dep_ == "xcomp" for child in predicate.verb.children):
        return True
    if lemma == "have" and any(
        child.lower_ in ("choice", "option", "alternative") for child in predicate.verb.children
    ):
        return True
    if lemma == "settle" and any(child.lower_ == "for" for child in predicate.verb.children):
        return True
    if any(child.lower_ in ("sooner", "rather") and child.i < predicate.verb.i for child in predicate.verb.children):
        return True  # "would sooner swap the ministers"
    if lemma == "read" and not any(one.lower_ in ("out", "aloud") for one in predicate.verb.children):
        return True
    if lemma in ("stay", "remain") and not any(child.dep_ in ("acomp", "attr") for child in predicate.verb.children):
        return not any(
            child.dep_ in ("prep", "advmod", "advcl") and child.i > predicate.verb.i
            for child in predicate.verb.children
        )
    if lemma in ("agree", "accept", "consent"):
        return any(child.dep_ in ("ccomp", "xcomp") for child in predicate.verb.children)
    if lemma == "look" and any(child.lower_ == "at" for child in predicate.verb.children):
        return False
    return lemma in outcome_words("no_act") and not is_event(predicate.verb)


def is_mere_being(verb: Token) -> bool:
    """A "be" that nobody brings about; "be in place", "be back" is none."""
    return lemma_of(verb) == "be" and not any(
        child.dep_ in ("advmod", "prep", "acomp") and child.lower_ in PLACED and child.i > verb.i
        for child in verb.children
    )


def takes_none(verb: Token) -> bool:
    """ "would let none through": a refusal; "might go further": says nothing."""
    return any(
        one.lower_ in NONE and one.i > verb.i and one.doc[min(one.i + 1, len(one.doc) - 1)].lower_ != "but"
        for child in verb.children
        for one in ([child, *child.children] if child.dep_ == "ccomp" else [child])
    )


def gives_up(verb: Token) -> bool:
    """ "would no longer insist": a demand given up."""
    return lemma_of(verb) in outcome_words("insisting") and any(child.lower_ == "longer" for child in verb.children)
