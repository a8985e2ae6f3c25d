"""Which country cannot, or must, be the one that an office holder serves: a country has one president, and papers do not say
whose president is meant at home."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from app.parsing.actors.cast import Cast
from app.parsing.actors.figures import Figure
from app.parsing.actors.posts import offices_of
from app.parsing.actors.sightings import SUBJECTS
from app.parsing.lexicon import read_lexicon, read_words

HELD_IN_BLOCS = re.compile(
    r"(?i)\b(commissioner|chair|chairman|chairwoman|representative|envoy|spokes\w+|official|secretary[ -]general"
    r"|director|mediator|diplomat|head|negotiator|observer|delegate|lawmaker|legislator)\b"
)
PARTY = 0.6  # of the mentions of the country named most: fewer has a host
TOLD = 0.25  # of them, where the article begins with a leader of whom it does not say whose


def taken_countries(cast: Cast, figure: Figure) -> frozenset[str]:
    """The countries whose same office another person of the article holds: none is the person's own."""
    offices = offices_of(figure)
    return frozenset(
        other.side
        for other in cast.figures.values()
        if other.key != figure.key and other.side and offices & offices_of(other)
    )


def possible_countries(cast: Cast, figure: Figure, names: frozenset[str]) -> frozenset[str]:
    """Those of the countries and blocs that the person can serve: no bloc where only states have such an office, and of the
    states that a list knows none but the few that have it."""
    few = who_have(figure.role)
    possible = (
        names if few is None else frozenset(name for name in names if name in few or name not in listed_countries())
    )
    possible -= who_lack(figure.role)
    return frozenset(name for name in possible if HELD_IN_BLOCS.search(figure.role) or cast.gazetteer.country(name))


@cache
def listed_countries() -> frozenset[str]:
    """The countries of the lexicon, beside those that an article alone shows to be such."""
    return frozenset(country["name"] for country in read_lexicon("countries")["country"])


def who_have(title: str) -> frozenset[str] | None:
    """The countries and blocs that alone have the office ("foreign secretary"); None where many do."""
    title = title.casefold()
    shared = read_lexicon("countries")["shared_offices"]
    held = (few for office, few in shared.items() if office in title and re.search(rf"\b{office}\b", title))
    return next((frozenset(few) for few in held), None)


def who_lack(title: str) -> frozenset[str]:
    """The countries that have no such office: Norway has no president."""
    title = title.casefold()
    lacking = read_lexicon("countries")["lacking_offices"]
    return frozenset(country for office in lacking if re.search(rf"\b{office}\b", title) for country in lacking[office])


def home_country(cast: Cast, counts: Mapping[str, int]) -> str:
    """The country in the article's dateline, or whose seat of government stands there, if the article names it about as often
    as any, or begins with it or with a leader; of a town that no list knows the country with which it begins. "" where it has
    none."""
    place = cast.article.document.place or ""
    known = (cast.gazetteer.country(part) or cast.gazetteer.seat(part) for part in reversed(place.split(", ")))
    country = next((name for name in known if name), "")
    party = counts.get(country, 0) >= PARTY * max(counts.values(), default=0)
    alone = all(count == 1 or not cast.gazetteer.country(name) for name, count in counts.items() if name != country)
    told = counts.get(country, 0) >= TOLD * max(counts.values(), default=1)
    if country and (party or alone or (told and _begins_with_leader(cast))):
        return country
    if not place or place.split(", ")[0] in read_words("countries", "venues"):
        return ""
    first = _first_subject(cast)
    return first if country in ("", first) else ""


def _begins_with_leader(cast: Cast) -> bool:
    """Whether the first whom the article names holds an office that a country has once, and nobody says of which: "SEOUL —
    President Han Seo-jin offered rice to North Korea"."""
    first = cast.figures[cast.namings[0].key] if cast.namings else None
    return first is not None and not first.side and bool(offices_of(first))


def _first_subject(cast: Cast) -> str:
    """The country of the first actor that the article names, where that is the subject of its sentence."""
    doc = cast.article.doc
    for naming in cast.namings:
        if cast.article.sentence_of[naming.start] > cast.article.sentence_of[cast.namings[0].start]:
            break
        if side := cast.side_of(naming.key):
            return cast.figures[side].name if doc[naming.start : naming.end].root.dep_ in SUBJECTS else ""
    return ""
