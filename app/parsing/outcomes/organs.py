"""Organs of a state that the article leaves without a name act for their state: "a military court in Baku sentenced him"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.parsing.actors.cast import Cast
from app.parsing.outcomes.frames import outcome_words
from app.records import ActorKind, Demand, Outcome, Quote, slug


def give_to_states(
    cast: Cast, quotes: Sequence[Quote], demands: Sequence[Demand], outcomes: Sequence[Outcome]
) -> tuple[Outcome, ...]:
    """The outcomes with the states of such organs in their stead; an organ that nothing else needs is no actor then.

    Asked once the unnamed have their sides.
    """
    states = {key: slug(figure.side) for key, figure in cast.figures.items() if _is_organ(cast, key)}
    if not states:
        return tuple(outcomes)
    given = tuple(
        replace(
            one,
            actors=tuple(dict.fromkeys(states.get(key, key) for key in one.actors)),
            affected=tuple(dict.fromkeys(states.get(key, key) for key in one.affected)),
        )
        for one in outcomes
    )
    for key, state in states.items():
        cast.figures[state].used = True
        cast.figures[key].used = any(key == quote.speaker or key in quote.addressees for quote in quotes) or any(
            key == demand.holder or key in demand.addressees for demand in demands
        )
    return given


def _is_organ(cast: Cast, key: str) -> bool:
    figure = cast.figures[key]
    organ = figure.used and not figure.named and figure.kind is not ActorKind.PERSON
    return organ and figure.head in outcome_words("organs") and slug(figure.side) in cast.figures
