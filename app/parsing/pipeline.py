"""The stages of a parse, in order, and nothing else: Document -> Article -> Cast -> quotes, demands, outcomes -> Parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from app.parsing.actors.allegiances import read_allegiances
from app.parsing.actors.cast import Cast, build_cast, resolve_pronouns
from app.parsing.actors.figures import find_figures
from app.parsing.actors.passages import read_passages
from app.parsing.actors.roles import find_roles
from app.parsing.actors.sides import complete_sides, drop_bystanders, find_sides
from app.parsing.actors.told_roles import tell_roles
from app.parsing.actors.unnamed_sides import complete_unnamed
from app.parsing.article import Article, read_articles
from app.parsing.demands import find_demands
from app.parsing.model import load_model
from app.parsing.outcomes import find_outcomes
from app.parsing.outcomes.organs import give_to_states
from app.parsing.outcomes.questions import tie_questions
from app.parsing.quotes import find_quotes
from app.parsing.streams import ParseError, parse_in_order
from app.parsing.version import PARSER_VERSION
from app.records import Actor, Document, Mention, Parse, Passage, slug


def parse_each(
    documents: Iterable[Document], workers: int = 1, directory: tuple[Actor, ...] = ()
) -> Iterator[tuple[Document, Parse | ParseError]]:
    """Each document with its parse, or with the reason why it could not be parsed; in order, in `workers` processes."""
    return parse_in_order(partial(parse_document, directory=directory), documents, workers)


def parse_documents(documents: Iterable[Document], workers: int = 1) -> Iterator[Parse]:
    """The parses of documents, in order. Raises ParseError at the first that cannot be parsed."""
    for _, parsed in parse_each(documents, workers):
        if isinstance(parsed, ParseError):
            raise parsed
        yield parsed


def parse_document(document: Document, directory: tuple[Actor, ...] = ()) -> Parse:
    """One document, parsed; the language model is loaded for the first one. `directory` are actors known beforehand."""
    (article,) = read_articles(load_model(), [document])
    return parse_article(article, directory)


def parse_article(article: Article, directory: tuple[Actor, ...] = ()) -> Parse:
    """All stages over one article."""
    figures, namings, gazetteer = find_figures(article, directory)
    cast = build_cast(article, figures, namings, gazetteer)
    roles = find_roles(cast)
    tell_roles(cast, roles)
    find_sides(cast, roles)
    passages = read_passages(cast)
    resolve_pronouns(cast, read_allegiances(cast, roles, passages).place)
    quotes = find_quotes(article, cast)
    demands = find_demands(article, cast, quotes)
    outcomes = tie_questions(article, find_outcomes(article, cast, quotes, demands))
    complete_unnamed(cast, passages)
    outcomes = give_to_states(cast, quotes, demands, outcomes)
    drop_bystanders(cast)
    complete_sides(cast)
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
