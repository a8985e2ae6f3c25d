"""The day on which something was said, where the article gives one for the quote's own occasion."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.parsing.actors.cast import Cast
from app.parsing.article import Article
from app.parsing.dates import find_dates
from app.parsing.quotes.contents import Content
from app.parsing.tokens import Span
from app.records import ActorKind, Quote

BACK = 30  # sentences before a quote that may tell of its scene: no paragraph of an article has more


def date_quotes(
    article: Article, cast: Cast, contents: Sequence[Content], quotes: Sequence[Quote]
) -> tuple[Quote, ...]:
    """Give each quote its day: the one that its sentence names outside the quote; else the day of the same speaker's quote
    before it in the paragraph; else the day of the scene that the paragraph tells of.
    """
    dated: list[Quote] = []
    carried: tuple[int, str, date] | None = None  # paragraph, speaker, day
    for content, quote in zip(contents, quotes, strict=True):
        paragraph = article.paragraph_of(quote.passage.start)
        day = _day_named(article, contents, content)
        if day is None and carried is not None and carried[:2] == (paragraph, quote.speaker):
            day = carried[2]
        if day is None:
            day = _day_of_passage(article, cast, contents, content)
        if day is not None:
            carried = (article.paragraph_of(quote.passage.end - 1), quote.speaker, day)
        dated.append(replace(quote, said_on=day) if day else quote)
    return tuple(dated)


def _day_named(article: Article, contents: Sequence[Content], content: Content) -> date | None:
    sentence = article.sentences[content.sentence]
    days = _days_outside(article, contents, sentence.start_char, sentence.end_char)
    return days[0] if days else None


def _day_of_passage(article: Article, cast: Cast, contents: Sequence[Content], content: Content) -> date | None:
    """The day of the scene: the last one that the paragraph told of before, in the past, of the speaker or of nobody."""
    nth = content.sentence - 1
    paragraph = article.paragraph_of(article.sentences[content.sentence].start_char)
    first = max(0, content.sentence - BACK)
    while nth >= first and article.paragraph_of(article.sentences[nth].start_char) == paragraph:
        sentence = article.sentences[nth]
        if days := _days_outside(article, contents, sentence.start_char, sentence.end_char):
            return days[-1] if _is_scene(cast, sentence, content.key) else None
        nth -= 1
    return None


def _is_scene(cast: Cast, sentence: Span, speaker: str) -> bool:
    """Whether a sentence tells of the past and names nobody but the speaker."""
    past = any(token.tag_ == "VBD" for token in sentence) and not any(token.tag_ == "MD" for token in sentence)
    doc = cast.article.doc
    owners = {token.i for token in sentence if token.dep_ == "poss"}  # "Brandt's justice minister, Per Holm"
    namings = [cast.naming_of[token.i] for token in sentence if token.i in cast.naming_of]
    named = {naming.key for naming in namings if doc[naming.start : naming.end].root.i not in owners}
    named |= {one.key for one in cast.sightings_in(sentence.start, sentence.end) if one.token not in owners}
    people = {key for key in named if cast.figures[key].kind is ActorKind.PERSON}
    return past and (speaker in named or not named) and people <= {speaker}


def _days_outside(article: Article, contents: Sequence[Content], start: int, end: int) -> list[date]:
    if start >= end:
        return []
    found = find_dates(article.text, start, end, article.document.published_on)
    if not found:
        return []
    first = max(0, bisect_right(contents, start, key=lambda one: one.start) - 1)  # contents never overlap
    last = bisect_right(contents, end, key=lambda one: one.start)
    inside = contents[first:last]
    return [
        mention.day
        for mention in found
        if not any(mention.passage.start < one.end and one.start < mention.passage.end for one in inside)
    ]
