"""Titles in quotation marks: shows, books, songs and ads are named by them, and nobody says them."""

from __future__ import annotations

from app.parsing.article import WORD, Article
from app.parsing.marks import Marked
from app.parsing.tokens import Token

JOINTS = frozenset(
    {"a", "an", "the", "of", "and", "in", "on", "to", "for", "with", "from", "at", "by", "or", "is", "vs."}
)
# Where a title stands: "on “Good Morning Oslo”", "hosts “This Week”", "told “Oslo Today”".
PLACES = frozenset(
    {"on", "of", "to", "for", "at", "in", "with", "from", "leads", "hosts", "told", "titled", "entitled"}
)
WORKS = frozenset(
    {
        "ad",
        "album",
        "anthology",
        "autobiography",
        "ballet",
        "bestseller",
        "biography",
        "blog",
        "book",
        "broadcast",
        "column",
        "comedy",
        "documentary",
        "drama",
        "episode",
        "film",
        "magazine",
        "memoir",
        "movie",
        "musical",
        "newsletter",
        "novel",
        "opera",
        "play",
        "podcast",
        "program",
        "programme",
        "series",
        "show",
        "sitcom",
        "song",
        "thriller",
        "video",
    }
)
# Who belongs to a show: "“Oslo Today” host Ilse Brandt".
PEOPLE_BEHIND = frozenset(
    {"actor", "actress", "anchor", "author", "co-host", "creator", "host", "moderator", "producer", "star"}
)


def is_title(article: Article, mark: Marked) -> bool:
    """Whether the marked words are the title of a work: capitals throughout, behind a preposition, an owner or a noun for a
    work ("ABC’s “This Week”", "her book, “A Road to Oslo”"), or before one who belongs to it."""
    words = [token for token in article.tokens(mark.start, mark.end) if WORD.search(token.text)]
    if not words or not words[0].text[0].isupper():
        return False
    if not all(word.text[0].isupper() or word.lower_ in JOINTS or word.text[0] in "'’0123456789" for word in words):
        return False
    doc = article.doc
    after = words[-1].i + 1
    while after < len(doc) and doc[after].idx < mark.outer_end:
        after += 1
    followed = after < len(doc) and doc[after].lower_ in PEOPLE_BEHIND
    return followed or _introduces(_before(article, mark))


def in_title(article: Article, index: int) -> bool:
    """Whether the token at `index` stands in marks around a title."""
    mark = article.mark(index)
    return mark is not None and is_title(article, mark)


def _before(article: Article, mark: Marked) -> Token | None:
    """The word before the marks, a comma and an article left out."""
    index = article.tokens(mark.outer_start, mark.outer_end)[0].i - 1
    if index >= 0 and article.doc[index].text == ",":
        return article.doc[index - 1] if article.doc[index - 1].lower_ in WORKS else None
    while index > 0 and article.doc[index].dep_ == "det":
        index -= 1
    return article.doc[index] if index >= 0 else None


def _introduces(word: Token | None) -> bool:
    return word is not None and (word.lower_ in PLACES or word.lower_ in WORKS or word.tag_ == "POS")
