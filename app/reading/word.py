"""A Word document (.docx) -> its text, through python-docx: what one reads with all tracked changes accepted."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from app.reading.extract import Extract, ExtractError, join_paragraphs

MOST_UNPACKED = 100_000_000  # bytes of all parts
MOST_PARTS = 5_000
MOST_RATIO = 200  # unpacked to packed, of a part above SMALL: text shrinks to a tenth, a bomb to a thousandth
SMALL = 10_000_000
BODY_PART = "word/document.xml"
DAMAGED = "a damaged Word document; save it anew, or paste the article's text"
# Left out: what was deleted or moved away, the second telling of a text box, and notes that stand elsewhere.
LEFT_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
BREAKS = {qn("w:tab"): " ", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}


def read_word(raw: bytes) -> Extract:
    """The paragraphs of the body, those in tables too. Raises ExtractError where it is damaged or would unpack to more
    than an article can hold; nothing is unpacked before that is known."""
    check_package(raw)
    try:
        body = docx.Document(BytesIO(raw)).element.body
    except (BadZipFile, PackageNotFoundError, SyntaxError, KeyError, ValueError, AttributeError, OSError) as error:
        raise ExtractError(DAMAGED) from error
    except (EOFError, NotImplementedError, RuntimeError) as error:  # cut off, packed oddly, or with a password
        raise ExtractError(DAMAGED) from error
    text = join_paragraphs(find_paragraphs(body))
    if not text:
        raise ExtractError("a Word document without text; paste the article's text")
    return Extract(text)


def check_package(raw: bytes) -> None:
    """Judged by the list of parts alone. What a part unpacks to beyond its entry there, zipfile does not read."""
    try:
        with ZipFile(BytesIO(raw)) as package:
            parts = package.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ExtractError(DAMAGED) from error
    if BODY_PART not in {part.filename for part in parts}:
        raise ExtractError("a zipped file, but no Word document; unpack it, and give the article's own file")
    bloated = any(part.file_size > SMALL and part.file_size > MOST_RATIO * max(part.compress_size, 1) for part in parts)
    if bloated or len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise ExtractError("a Word document that would unpack to far more than an article; paste the article's text")


def find_paragraphs(body: BaseOxmlElement) -> Iterator[str]:
    """The words of each paragraph, in the order of the page."""
    for paragraph in body.iter(qn("w:p")):
        if not any(above.tag in LEFT_OUT for above in paragraph.iterancestors()):
            yield "".join(find_words(paragraph))


def find_words(element: BaseOxmlElement) -> Iterator[str]:
    for inner in element:
        if inner.tag == qn("w:t"):
            yield inner.text or ""
        elif inner.tag in BREAKS:
            yield BREAKS[inner.tag]
        elif inner.tag not in LEFT_OUT and inner.tag != qn("w:p"):  # a text box has paragraphs of its own
            yield from find_words(inner)
