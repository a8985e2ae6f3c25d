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
from app.parsing.tokens import Span, Token
from app.records import ActorKind, Quote

PLANNED = frozenset({"due", "set", "schedule", "expect", "plan", "likely"})
NEAR = 5  # words between a verb of saying and its day
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
    days = _days_outside(article, contents, content, sentence)
    return days[0] if days else None


def _day_of_passage(article: Article, cast: Cast, contents: Sequence[Content], content: Content) -> date | None:
    """The day of the scene: the last one that the paragraph told of before, in the past, of the speaker or of nobody."""
    nth = content.sentence - 1
    paragraph = article.paragraph_of(article.sentences[content.sentence].start_char)
    first = max(0, content.sentence - BACK)
    while nth >= first and article.paragraph_of(article.sentences[nth].start_char) == paragraph:
        sentence = article.sentences[nth]
        if days := _days_outside(article, contents, content, sentence):
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
    seen = [one for one in cast.sightings_in(sentence.start, sentence.end) if one.token not in owners]
    known = cast.figures[speaker].named  # "On Monday workers painted the hall. “It is wet,” said a manager."
    named |= {one.key for one in seen if known or one.key == speaker or cast.figures[one.key].named}
    people = {key for key in named if cast.figures[key].kind is ActorKind.PERSON}
    return past and (speaker in named or not named) and people <= {speaker}


def _days_outside(article: Article, contents: Sequence[Content], content: Content, sentence: Span) -> list[date]:
    start, end = sentence.start_char, sentence.end_char
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
        and _is_day_of(article.tokens(mention.passage.start, mention.passage.end).root, content)
    ]


def _is_day_of(day: Token, content: Content) -> bool:
    """Whether the day can be that of the saying: not that of a thing ("the truce of 28 June"), of what is still to come ("and is
    due on Saturday"), or of a deed before what somebody says now or has said since."""
    if day.head.lower_ == "of":
        return False
    verb, said = day, content.source.head
    if 0 < day.i - said.i <= NEAR and not any(word.pos_ == "VERB" for word in said.doc[said.i + 1 : day.i]):
        return True  # "he said last Friday, the bank will pay", whatever the analysis makes of it
    while verb.pos_ not in ("VERB", "AUX") and verb.head is not verb:
        verb = verb.head
    if verb is said or said.pos_ != "VERB":
        return True
    now = said.tag_ in ("VBZ", "VBP") or any(child.lower_ in ("has", "have") for child in said.lefts)
    ahead = any(child.tag_ == "MD" for child in verb.lefts) or (verb.tag_ == "VB" and verb.head.lemma_ in PLANNED)
    return not now and not ahead and verb.tag_ not in ("VBZ", "VBP")
