"""Whether a thing wanted says enough to be a record, and concerns the dispute."""

from __future__ import annotations

from app.parsing.demands.frames import read_list
from app.parsing.demands.scene import Finding, Piece, Scene
from app.parsing.lexicon import read_words
from app.records import ActorKind


def is_anonymity(scene: Scene, finding: Finding, piece: Piece) -> bool:
    """ "an official who asked not to be named": a source's own wish."""
    words = {token.lower_ for token in scene.article.doc[piece.start : piece.end]}
    if words & {"anonymity", "anonymous"} or (words & {"name", "surname"} and words & {"published", "printed", "used"}):
        return True
    named = any(scene.cast.figures[key].named for key in finding.holders)
    return not named and bool(words & {"identified", "named", "quoted"})


def is_unrelated(scene: Scene, piece: Piece) -> bool:
    """What employees ask for ("more pay")."""
    for token in scene.article.doc[piece.start : piece.end]:
        if token.tag_ in ("IN", "TO", "VB", "VBG"):
            return False
        if token.pos_ == "NOUN" and token.lemma_.lower() in read_list("unrelated"):
            return True
    return False


def is_empty(scene: Scene, piece: Piece) -> bool:
    """A pronoun or a vague word alone says nothing ("something", "it")."""
    words = [token for token in scene.article.doc[piece.start : piece.end] if not token.is_punct]
    if all(token.text in read_words("names", "calendar") or token.tag_ == "CD" for token in words):
        return True  # "called an election for [November]"
    if len(words) == 2 and (words[0].lower_.endswith("thing") or (words[0].tag_ == "PRP" and words[1].tag_ == "RB")):
        return True
    if len(words) == 2 and (words[1].lower_ == "own" or words[1].lower_ == "other"):
        return True
    if (
        len(words) == 2
        and words[0].lower_ == "do"
        and words[1].lower_
        in (
            "so",
            "it",
            "that",
            "this",
            "likewise",
            "either",
            "neither",
            "both",
        )
    ):
        return True
    told = len(words) > 1 and (words[1].tag_[:2] in ("VB", "MD") or words[1].lower_ in ("less", "short", "but"))
    if words and words[0].lower_ == "nothing" and not told:
        return True
    if (
        "no such thing" in scene.article.doc[piece.start : piece.end].text
        or "nothing of the" in scene.article.doc[piece.start : piece.end].text
    ):
        return True
    return not words or (len(words) == 1 and words[0].lower_ in read_list("vague"))


def is_person(scene: Scene, piece: Piece) -> bool:
    """Whether a thing is no more than somebody's name, as where a list runs on into the next clause."""
    naming = scene.cast.naming_of.get(piece.start)
    if naming is None or scene.cast.figures[naming.key].kind is not ActorKind.PERSON:
        return False
    return all(word.is_punct for word in scene.article.doc[naming.end : piece.end])
