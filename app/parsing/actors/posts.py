"""Offices that one person alone holds in a country: who has the name of one is whoever has been told to hold it."""

from __future__ import annotations

import re

from app.parsing.actors.figures import Figure

HELD_BY_ONE = re.compile(
    r"\b(president|prime minister|premier|chancellor|king|queen|emir|sultan"
    r"|(?:foreign|defen[cs]e|finance|interior|justice|trade) minister)\b"
)
OF_A_BODY = re.compile(
    r"\b(?:court|tribunal|bank|party|company|club|union|league|council|group|association)['’]s? |(?<=t) of the "
)
NOT_THE_ONE = re.compile(r"\b(former|deputy|vice|ex|opposition|candidate)\b")

HOLDERS = frozenset({"president", "minister", "premier", "chancellor", "king", "queen", "emir", "sultan"})


def offices_in(words: str) -> frozenset[str]:
    """The offices that the words of a role name and that one alone holds in a country: `{"foreign minister"}`."""
    words = words.casefold()
    elsewhere = NOT_THE_ONE.search(words) or OF_A_BODY.search(words)
    return frozenset() if elsewhere else frozenset(HELD_BY_ONE.findall(words))


def offices_of(figure: Figure) -> frozenset[str]:
    """Those that a person holds."""
    return offices_in(figure.role)
