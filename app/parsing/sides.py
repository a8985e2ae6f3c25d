"""The two sides of an article: the states or bodies of which it tells most."""

from __future__ import annotations

from collections import Counter

from app.parsing.actors.cast import Cast
from app.records import ActorKind


def two_sides(cast: Cast) -> tuple[str, ...]:
    """Their keys in the order in which they are first named; () where there are not two. A person counts for his side."""
    counts: Counter[str] = Counter()
    for naming in cast.namings:
        person = cast.figures[naming.key].kind is ActorKind.PERSON
        side = (cast.side_of(naming.key) if person else None) or naming.key
        if cast.figures[side].kind in (ActorKind.COUNTRY, ActorKind.ORGANIZATION):
            counts[side] += 1
    most = [key for key, _ in counts.most_common(2)]
    first = {naming.key: naming.start for naming in reversed(cast.namings)}
    return tuple(sorted(most, key=lambda key: first.get(key, 0))) if len(most) == 2 else ()
