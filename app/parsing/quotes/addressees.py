"""To whom something was said: the object of a verb of telling or urging, "to" somebody, the receiver of a letter."""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token


def find_addressees(cast: Cast, cue: Token, left: int, right: int) -> tuple[str, ...]:
    """The keys of those whom the cue's clause names as told, outside the offsets `left` to `right` of what was said.

    The press, a rally and a crowd are nobody.
    """
    for target in _find_targets(cue):
        press = target.lower_ == "media" or target.lemma_.casefold() in read_words("names", "nobody")
        if press or left <= target.idx < right:
            continue
        keys = cast.resolve_all(target)
        if not keys and (key := cast.claim(target)):
            keys = (key,)
        if keys:
            return keys
    return ()


def _find_targets(cue: Token) -> list[Token]:
    """The nouns that may name the hearers, the likeliest first."""
    listens = cue.lemma_ in read_words("speech", "listeners")
    found: list[Token] = []
    for child in cue.rights:
        if child.dep_ in ("dobj", "dative", "iobj") and listens:
            found.extend(_objects(child) if child.pos_ == "ADP" else [child])
        elif child.dep_ in ("nsubj", "ccomp") and child.i == cue.i + 1 and listens and child.pos_ in ("PROPN", "PRON"):
            found.append(child)
        elif child.dep_ in ("prep", "dative") and (
            (child.lower_ == "to" and cue.lemma_ in read_words("speech", "telling"))
            or (child.lower_ == "on" and cue.lemma_ == "call")
        ):
            found.extend(_objects(child))
    if cue.lemma_ in read_words("speech", "saying"):
        found.extend(_receivers(cue))
    return found


def _objects(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep_ == "pobj"]


def _receivers(cue: Token) -> list[Token]:
    """ "In a letter to the Security Council …, he wrote": those to whom the letter went."""
    found: list[Token] = []
    for preposition in cue.lefts:
        for text in _objects(preposition) if preposition.lower_ == "in" else []:
            if text.lemma_ in read_words("speech", "texts"):
                found.extend(target for child in text.children if child.lower_ == "to" for target in _objects(child))
    return found
