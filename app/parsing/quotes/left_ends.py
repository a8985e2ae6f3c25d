"""Where the words before an attribution begin."""

from __future__ import annotations

from app.parsing.article import FINITE, Article
from app.parsing.sentences import OPENERS
from app.parsing.tokens import Span


def left_start(article: Article, sentence: Span, before: int) -> int:
    """Where what was said before the attribution begins: at the sentence, or behind the last semicolon outside marks."""
    for index in range(before - 1, sentence.start, -1):
        opened = article.doc[index].text == "(" and ")" not in [token.text for token in article.doc[index:before]]
        if (article.doc[index].text in (";", ":") or opened) and article.mark_of[index] < 0:
            return index + 1
        if (
            article.doc[index].text in OPENERS
            and article.mark_of[index] >= 0
            and article.marked[article.mark_of[index]].outer_start == article.doc[index].idx
        ):
            mark = article.marked[article.mark_of[index]]
            before_mark = article.doc[index - 1]
            if before_mark.text in (":",) or (
                before_mark.text in (",",)
                and article.is_wholly_marked(mark.outer_start, article.doc[before - 1].idx + 1)
                and _introduced(article, sentence.start, index)
            ):
                return index
    return sentence.start


def _introduced(article: Article, start: int, end: int) -> bool:
    """Whether the words before an opening mark are no part of what was said (no verb of their own: "Still, “…”"), unless the
    marked words begin with their verb ("The party, held every year, “draws a crowd,”").
    """
    verb = article.doc[min(end + 1, len(article.doc) - 1)].tag_ in FINITE
    return not verb and not any(token.tag_ in FINITE for token in article.doc[start:end])
