"""What is taken out of a file that is more than plain text, and where a text's lines are its paragraphs again."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.records import DemarcheError

SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
BROKEN_WORD = re.compile(r"(\w+)[-\u00ad\u2010]$")
FIRST_PART = re.compile(r"[a-z]\w*")
SHORT_LINE = 0.75  # of the usual length: a line that ends here with its sentence ends a paragraph
FEWEST_PAGES = 3  # on which a line must stand first or last to be a running head


class ExtractError(DemarcheError):
    """No text can be taken out of a file; the message says why and what to do, without naming the file."""


@dataclass(frozen=True, slots=True)
class Extract:
    """`text` is the article's paragraphs, parted by blank lines; "" where the file holds no article. What else the file
    says of it stands in the other fields."""

    text: str = ""
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    url: str | None = None


def join_paragraphs(paragraphs: Iterable[str]) -> str:
    """Paragraphs with a blank line between them, and inside them no breaks and no runs of spaces."""
    return "\n\n".join(plain for each in paragraphs if (plain := " ".join(each.split())))


def unwrap_pages(pages: Sequence[str]) -> str:
    """The text of printed pages as paragraphs: without page numbers and running heads, lines joined, words that were
    broken at a line's end made whole.

        unwrap_pages(["The talks on the\\nagree-\\nment ended.\\n1"]) == "The talks on the agreement ended."
    """
    lines = [[" ".join(line.split()) for line in page.splitlines()] for page in pages]
    kept = drop_running_heads([trim(page) for page in lines])
    flat = [line for page in kept for line in page]
    usual = sorted(len(line) for line in flat if line)[len([line for line in flat if line]) * 3 // 4 :][:1]
    paragraphs: list[str] = [""]
    for line in flat:
        if not line:
            if SENTENCE_END.search(paragraphs[-1]) or not paragraphs[-1]:
                paragraphs.append("")
            else:
                paragraphs[-1] += "\n"  # an open sentence: a page or a column ended, perhaps not the paragraph
            continue
        paragraphs = join_line(paragraphs, line)
        if SENTENCE_END.search(line) and len(line) < SHORT_LINE * usual[0]:
            paragraphs.append("")
    return join_paragraphs(part for each in paragraphs for part in split_open(each))


def join_line(paragraphs: list[str], line: str) -> list[str]:
    """The paragraphs with this line at their end."""
    last = paragraphs[-1]
    broken, rest = BROKEN_WORD.search(last), FIRST_PART.match(line)
    if broken and rest:
        hyphenated = f"{broken[1]}-{rest[0]}"
        whole = " ".join(paragraphs)
        keep = "-" if hyphenated in whole else ""
        return [*paragraphs[:-1], last[: broken.end(1)] + keep + line]
    return [*paragraphs[:-1], f"{last} {line}" if last and not last.endswith("\n") else last + line]


def split_open(paragraph: str) -> list[str]:
    """Where a blank line followed an open sentence, what goes on in small letters belongs to it; else it ends there."""
    parts: list[str] = []
    for part in paragraph.split("\n"):
        if not part:
            continue
        if parts and FIRST_PART.match(part):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return parts


def trim(page: list[str]) -> list[str]:
    """The page without blank lines and page numbers at its ends, with one blank line after it."""
    start, end = 0, len(page)
    while start < end and (not page[start] or PAGE_NUMBER.fullmatch(page[start])):
        start += 1
    while end > start and (not page[end - 1] or PAGE_NUMBER.fullmatch(page[end - 1])):
        end -= 1
    return page[start:end]


def drop_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without a first or last line that most of them share; on the first page it stays, as the headline."""
    for place in (0, -1):
        lines = Counter(page[place] for page in pages if page)
        shared = {line for line, count in lines.items() if count >= max(FEWEST_PAGES, len(pages) / 2)}
        for number, page in enumerate(pages):
            if page and page[place] in shared and (number or place):
                del page[place]
    return pages
