"""What sources are reported to have said: words in marks, reported clauses, and the actors who said them.

Three passes over each paragraph. First the attributions of each sentence claim what they introduce (`contents`); then
words in marks that no attribution claimed are given to a verb that governs them, or to the speaker of the passage; at last
each content becomes a quote, if it has a speaker.
"""

from __future__ import annotations

from app.parsing.actors.cast import Cast
from app.parsing.article import Article
from app.parsing.quotes.attribution import find_attributions
from app.parsing.quotes.contents import Content, find_contents, kind_of
from app.parsing.quotes.cue import Attribution
from app.parsing.quotes.governed import find_governed
from app.parsing.quotes.noun_phrases import source_span
from app.parsing.quotes.said_on import date_quotes
from app.parsing.quotes.unattributed import find_standing
from app.parsing.topics import find_topics
from app.records import Passage, Quote


def find_quotes(article: Article, cast: Cast) -> tuple[Quote, ...]:
    """The quotes of the article, in text order; tells the cast who speaks in which quotation marks."""
    contents: list[Content] = []
    by_sentence: dict[int, list[Attribution]] = {}
    for nth, sentence in enumerate(article.sentences):
        if sentence.end_char <= article.document.body_start:
            continue
        attributions = find_attributions(article, cast, sentence)
        by_sentence[nth] = attributions
        contents.extend(find_contents(article, cast, sentence, attributions))
    contents.extend(find_governed(article, cast, contents, by_sentence))
    contents.extend(find_standing(article, cast, contents, by_sentence))
    return _build_quotes(article, cast, _keep_outermost(contents))


def _keep_outermost(contents: list[Content]) -> list[Content]:
    """In text order, without those inside another or overlapping an earlier, longer one."""
    kept: list[Content] = []
    for content in sorted(contents, key=lambda one: (one.start, -one.end)):
        if kept and content.start < kept[-1].end:
            continue
        kept.append(content)
    return kept


def _build_quotes(article: Article, cast: Cast, contents: list[Content]) -> tuple[Quote, ...]:
    quotes = []
    for content in contents:
        kind = kind_of(article, content.start, content.end, content.fragment)
        for nth in article.marks_within(content.start, content.end):
            cast.speakers.setdefault(nth, content.key)
        start, end = source_span(cast, content.source)
        source = Passage.cut(article.text, article.doc[start].idx, article.doc[end - 1].idx + len(article.doc[end - 1]))
        passage = Passage.cut(article.text, content.start, content.end)
        addressees = cast.use(key for key in content.addressees if key != content.key)
        cast.use([content.key])
        quotes.append(
            Quote(
                passage,
                kind,
                content.key,
                source,
                content.rule,
                content.cue,
                addressees,
                None,
                find_topics(passage.text),
            )
        )
    return date_quotes(article, cast, contents, quotes)
