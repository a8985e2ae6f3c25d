"""Which country cannot, or must, be the one that an office holder serves: a country has one president, and papers do not say
whose president is meant at home."""

from __future__ import annotations

import re

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Figure

HELD_BY_ONE = re.compile(
    r"\b(president|prime minister|premier|chancellor|king|queen|emir|sultan"
    r"|(?:foreign|defen[cs]e|finance|interior|justice|trade) minister)\b"
)
NOT_THE_ONE = re.compile(r"\b(former|deputy|vice|ex|opposition|candidate)\b")


def offices_of(figure: Figure) -> frozenset[str]:
    """The offices of a person that one alone holds in a country: `{"foreign minister"}`."""
    role = figure.role.casefold()
    return frozenset() if NOT_THE_ONE.search(role) else frozenset(HELD_BY_ONE.findall(role))


def possible_countries(cast: Cast, figure: Figure, names: frozenset[str]) -> frozenset[str]:
    """Those of the countries and blocs that the person can serve: not one whose same office another person of the article
    holds, and no bloc where only states have such an office."""
    offices = offices_of(figure)
    taken = {
        other.side
        for other in cast.figures.values()
        if other.key != figure.key and other.side and offices & offices_of(other)
    }
    states = {name for name in names if not offices - {"president"} or cast.gazetteer.country(name)}
    return frozenset(states - taken)


def home_country(cast: Cast) -> str:
    """The country in the article's dateline, or whose seat of government stands there; "" where it has none."""
    for part in reversed((cast.article.document.place or "").split(", ")):
        if country := cast.gazetteer.country(part) or cast.gazetteer.seat(part):
            return country
    return ""
