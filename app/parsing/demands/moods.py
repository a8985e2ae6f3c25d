"""Whether a clause asks for something: its verb, and the mood of the verb."""

from __future__ import annotations

from app.parsing.demands.scene import Scene
from app.parsing.demands.shapes import ENDING
from app.parsing.tokens import Token

ASKING = frozenset({"should", "must", "shall", "ought"})


def find_clause_verb(scene: Scene, begin: int, limit: int) -> Token | None:
    """The verb of the clause that begins there: the head of its subject, else its first verb."""
    doc = scene.article.doc
    for index in range(begin, limit):
        token = doc[index]
        if token.dep_ in ("nsubj", "nsubjpass", "expl") and token.tag_ not in ("WDT", "WP") and token.head.i > index:
            return token.head
        if token.text in ENDING:
            return None
    return next(
        (doc[index] for index in range(begin, limit) if doc[index].tag_[:2] == "VB" and doc[index].dep_ != "relcl"),
        None,
    )


def asks(verb: Token, claims: bool) -> bool:
    """Whether a clause is in the mood of asking: its verb bare, or with should or must.

    `claims` where the cue also introduces what is held true ("insists that sanctions work"): a plural then asks not.
    """
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
    if any(helper.lower_ in ASKING for helper in helpers):
        return True
    if verb.lemma_ in ("need", "have") and verb.tag_ in ("VBZ", "VBP", "VBD"):
        return any(child.dep_ == "xcomp" for child in verb.children)
    if helpers:
        return helpers[0].lower_ == "be" or helpers[0].tag_ == "TO"
    if verb.tag_ == "VB" or verb.lower_ == "be" or (not claims and verb.tag_ in ("VBZ", "VBP")):
        return True
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if claims and subject is not None and subject.tag_ in ("NNS", "NNPS") and _is_told_of_the_past(verb):
        return verb.lower_ == verb.lemma_.lower()  # "insisted that women stay away"
    if verb.tag_ in ("VBP", "VBD", "NN") and subject is not None and verb.lower_ == verb.lemma_.lower():
        return (
            (subject.tag_ in ("NN", "NNP", "PRP", "CD", "DT") or not claims)
            and subject.lower_ not in ("i", "you", "we", "they")
            and not (claims and subject.conjuncts)
        )
    return False


def _is_told_of_the_past(verb: Token) -> bool:
    """Whether the verb that reports the clause stands in the past, so that a plain present can only ask: "insisted that they
    stay"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and verb.tag_ == "VBP"
