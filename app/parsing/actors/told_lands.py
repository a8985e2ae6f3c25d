"""Names that the words beside them tell to be countries: whose president somebody is, "a landlocked neighbor"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.parsing.actors.places import bare
from app.parsing.actors.titles import Name
from app.parsing.tokens import Doc

LED_BY = frozenset(
    {"president", "premier", "minister", "chancellor", "king", "queen", "emir", "sultan", "emperor", "prince"}
)
LANDS = frozenset(
    {"country", "nation", "neighbor", "neighbour", "kingdom", "republic", "emirate", "monarchy", "archipelago"}
)
LONGEST_CALLED = 7  # tokens behind a name
OPPOSITES = {"North": "South", "South": "North", "East": "West", "West": "East"}


def led_lands(doc: Doc, names: Sequence[Name]) -> list[str]:
    """Names behind who leads a state: "President Maren Vost of Drevia", "Premier Tomas Illescu of the Orsani Islands"."""
    led = []
    for leader, land in pairwise(names):
        between = [token.lower_ for token in doc[leader.end : land.start]]
        title = leader.title.casefold().split()
        if between in (["of"], ["of", "the"]) and title and title[-1] in LED_BY and not land.titled:
            led.append(land.text)
    return [text for text in led if bare(text) not in OPPOSITES]


def is_called_land(doc: Doc, name: Name) -> bool:
    """ "Ostrava, a landlocked neighbor that ships its copper": what stands behind the name says that it is a country."""
    behind = doc[name.end : name.end + LONGEST_CALLED]
    if name.titled or len(behind) < 4 or behind[0].text != "," or behind[1].lower_ not in ("a", "an", "the"):
        return False
    for token in behind[2:]:
        if token.lower_ in LANDS:
            return token.i > behind[2].i or doc[token.i + 1 : token.i + 2].text in ("of", "that", "which")
        if token.tag_ not in ("JJ", "JJR", "JJS", "NN", "HYPH", "VBN", "RB", "CD", "NNP"):
            return False
    return False
