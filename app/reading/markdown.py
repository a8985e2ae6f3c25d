"""Markdown -> the text that one reads, through markdown-it: without its marks, pictures, code and addresses."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.reading.extract import Extract, join_paragraphs

FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
STATED = re.compile(r"^(title|publisher|date|url)[ \t]*:[ \t]*(\S.*?)[ \t]*\r?$", re.MULTILINE | re.IGNORECASE)
BREAKS = {"softbreak": " ", "hardbreak": " "}


def read_markdown(markup: str) -> Extract:
    """The paragraphs, headings and points of lists. Front matter between lines of --- may state title, publisher, date
    and url; HTML is left out."""
    matter = FRONT_MATTER.match(markup)
    stated = {name.casefold(): value.strip("\"'") for name, value in STATED.findall(matter[1])} if matter else {}
    tokens = (
        MarkdownIt("commonmark").enable("table").parse(markup[matter.end() :] if matter else markup.lstrip("\ufeff"))
    )
    return Extract(
        text=join_paragraphs(find_paragraphs(tokens)),
        title=stated.get("title") or find_title(tokens),
        publisher=stated.get("publisher"),
        published_on=read_day(stated.get("date", "")),
        url=stated.get("url"),
    )


def find_title(tokens: Sequence[Token]) -> str | None:
    """The first heading of the first rank, where it opens the text."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return join_paragraphs([plain(tokens[1])]) or None
    return None


def find_paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield plain(token)


def plain(token: Token) -> str:
    """The words of a line of Markdown."""
    words = [
        BREAKS.get(inner.type, inner.content if inner.type in ("text", "code_inline") else "")
        for inner in token.children or []
    ]
    return "".join(words)


def read_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
