"""What sources are reported to have said: words in marks, reported clauses, and the actors who said them."""

from __future__ import annotations

from app.parsing.article import Article
from app.parsing.cast import Cast
from app.records import Quote


def find_quotes(article: Article, cast: Cast) -> tuple[Quote, ...]:
    """The quotes of the article, in text order; tells the cast who speaks in which quotation marks."""
    return ()
