"""Bodies of two countries that share a name: "Norway's Defense Ministry" and "Chad's Defense Ministry"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app.parsing.actors.names import POSSESSIVES
from app.parsing.actors.places import Gazetteer
from app.parsing.actors.titles import Name
from app.parsing.article import Article
from app.records import ActorKind

LONGEST_OWNER = 3  # tokens of a country's name


def owned_name(article: Article, name: Name, gazetteer: Gazetteer) -> str:
    """The name with the country that owns the body ("Norway's Defense Ministry"); "" where none stands before it."""
    doc = article.doc
    start = name.start - 2
    if start < 0 or doc[name.start - 1].text not in POSSESSIVES:
        return ""
    owners = (doc[at : start + 1].text for at in range(start, max(-1, start - LONGEST_OWNER), -1))
    owner = next((one for one in owners if gazetteer.country(one)), "")
    return f"{owner}'s {name.text}" if owner else ""


def owned_by_several(
    article: Article, names: Sequence[Name], kinds: dict[str, ActorKind], gazetteer: Gazetteer
) -> frozenset[str]:
    """The names that bodies of two countries share: "Norway's Defense Ministry", "Chad's Defense Ministry"."""
    owned: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if kinds.get(name.text) is ActorKind.ORGANIZATION and (whole := owned_name(article, name, gazetteer)):
            owned[name.text].add(whole)
    return frozenset(text for text, wholes in owned.items() if len(wholes) > 1)
