"""What follows, may follow or has followed: promised, threatened, expected, occurred and lapsed."""

from __future__ import annotations

from collections.abc import Sequence

from app.parsing.article import Article
from app.parsing.cast import Cast
from app.records import Demand, Outcome, Quote


def find_outcomes(
    article: Article, cast: Cast, quotes: Sequence[Quote], demands: Sequence[Demand]
) -> tuple[Outcome, ...]:
    """The outcomes of the article, in text order."""
    return ()
