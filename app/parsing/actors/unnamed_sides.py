"""For whom the unnamed sources act that a record needs: told by their own words, or, where they are of a state, by the passage."""

from __future__ import annotations

import re

from app.parsing.actors.cast import Cast
from app.parsing.actors.passages import Passages
from app.parsing.lexicon import read_words
from app.parsing.tokens import Token


def complete_unnamed(cast: Cast, passages: Passages) -> None:
    """Give the unnamed sources that a record needs a side: the country that their words name, an owner in them, a place; or,
    where they are of a state ("lawmakers"), the country of the passage."""
    for figure in list(cast.figures.values()):  # to ask whose words these are may add a country
        if not figure.used or figure.named or figure.side:
            continue
        words = re.findall(r"[\w.]+", figure.name)
        at = next((one.token for one in cast.sightings if one.key == figure.key), None)
        known = [cast.gazetteer.demonym(word) for word in words] + [cast.gazetteer.country(word) for word in words]
        figure.side = next((country for country in known if country), "")
        if figure.side or at is None:
            continue
        figure.side = lent_side(cast, cast.article.doc[at])
        apart = read_words("names", "apart") & {word.casefold() for word in words}
        if not figure.side and figure.head in read_words("names", "national") and not apart:
            placed = re.search(r" (?:in|at) (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)", figure.name)
            seat = cast.gazetteer.seat(placed[1]) if placed else None
            figure.side = seat or "" if placed else passages.side_at(at, None, passages.states)


def lent_side(cast: Cast, noun: Token) -> str:
    """The side of the person or body to whom an unnamed source belongs: "one of his aides", "people close to the president"."""
    for word in noun.subtree[:12]:
        if word is not noun and (country := cast.gazetteer.nation(word)):
            return country  # "families of two Danes held in Chad"
        if word is not noun and (word.tag_ in ("PRP", "PRP$") or word.dep_ in ("poss", "pobj")):
            for key in cast.resolve(word)[:1]:
                if side := cast.side_of(key):
                    return cast.figures[side].name
    return ""
