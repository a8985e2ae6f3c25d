"""What actors want, want of somebody, or will not have."""

from __future__ import annotations

from collections.abc import Sequence

from app.parsing.article import Article
from app.parsing.cast import Cast
from app.records import Demand, Quote


def find_demands(article: Article, cast: Cast, quotes: Sequence[Quote]) -> tuple[Demand, ...]:
    """The demands, goals and refusals of the article, in text order."""
    return ()
