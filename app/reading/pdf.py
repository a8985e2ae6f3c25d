"""A PDF -> its text, through pypdf. Nothing in the file is run, no picture is opened, and no address is fetched."""

import logging
from collections import Counter
from io import BytesIO
from itertools import pairwise

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

from app.reading.extract import Extract, ExtractError, unwrap_pages

MOST_PAGES = 300
MOST_CHARACTERS = 5_000_000
FEWEST_LETTERS = 40  # in all pages: with fewer, they are pictures
WIDE = 1.3  # of the usual step from line to line: a paragraph begins
ENCRYPTED = "an encrypted PDF; save it without its password, or paste the article's text"
DAMAGED = "a damaged PDF; save it anew, or paste the article's text"


def read_pdf(raw: bytes) -> Extract:
    """The paragraphs of all pages. Raises ExtractError where it is encrypted, damaged, too long or without text."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every slip that it puts right
    try:
        reader = PdfReader(BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ExtractError(ENCRYPTED)
        if len(reader.pages) > MOST_PAGES:
            raise ExtractError(f"a PDF of {len(reader.pages)} pages; one file holds one article: save its pages alone")
        pages = read_pages(reader)
    except (FileNotDecryptedError, DependencyError):
        raise ExtractError(ENCRYPTED) from None
    except ExtractError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, OSError) as error:
        raise ExtractError(DAMAGED) from error  # what it raises on a broken file is not all of its own kind
    except (RecursionError, NotImplementedError, ArithmeticError) as error:
        raise ExtractError(DAMAGED) from error
    text = unwrap_pages(pages)
    if sum(letter.isalpha() for letter in text[:10_000]) < FEWEST_LETTERS:
        raise ExtractError("a PDF of pictures, without text; have its text recognised, or type it in")
    return Extract(text)


def read_pages(reader: PdfReader) -> list[str]:
    pages, length = [], 0
    for page in reader.pages:
        pages.append(read_page(page))
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            raise ExtractError("a PDF with over 5 million letters; one file holds one article")
    return pages


def read_page(page: PageObject) -> str:
    """The lines of a page, with a blank one where there is more space between two than usual."""
    lines: list[tuple[str, float]] = []

    def see(text: str, user: list[float], at: list[float], font: object, size: float) -> None:
        if text.strip():
            lines.append((text, user[1] * at[4] + user[3] * at[5] + user[5]))

    page.extract_text(visitor_text=see)
    steps = [round(above - below) for (_, above), (_, below) in pairwise(lines) if round(above - below) > 0]
    usual = Counter(steps).most_common(1)[0][0] if steps else 0
    if not lines:
        return ""
    wide = [False, *(round(above - below) > WIDE * usual > 0 for (_, above), (_, below) in pairwise(lines))]
    return "".join(f"\n{text}" if gap else text for (text, _), gap in zip(lines, wide, strict=True))
