"""Files and given texts -> Document: the text frozen as it was given, hashed, its front matter recognised."""

import re
from datetime import date
from pathlib import Path

from charset_normalizer import from_bytes

from app.headers import recognise_header
from app.language import is_english
from app.records import DemarcheError, Document, hash_text

MOST_BYTES = 5_000_000
FEWEST_WORDS = 8  # of an HTML page: with fewer, only its menu was found
TEXT_ENDINGS = ("", ".txt", ".text", ".md")
HTML_ENDINGS = (".html", ".htm", ".xhtml")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
DECLARED_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE
)
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zipped file (such as a Word document)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich-text file"),
)
WIDE_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class ReadingError(DemarcheError):
    """A file or a given text is no news text that can be read; one line that names it, says why and what to do."""


def read_document(path: Path) -> Document:
    """The document in a plain-text (UTF-8) or HTML file.

    A plain text is kept to the last character, a byte order mark too, so that offsets count the file's own characters.
    A text of one line or without a quotation is legitimate (a short press release) and is read. Raises ReadingError.
    """
    name = printable(path)
    raw = read_bytes(path, name)
    ending = path.suffix.lower()
    if ending in HTML_ENDINGS:
        from app.html import read_html  # trafilatura takes long to load; most documents are plain text

        page = read_html(decode_html(raw, name))
        if len(page.text.split()) < FEWEST_WORDS:
            raise ReadingError(f"{name}: no article text found in this page; save the article's words as a .txt file")
        return document_from_text(
            path.stem,
            page.text,
            title=page.title,
            publisher=page.publisher,
            published_on=page.published_on,
            url=page.url,
            file_name=path.name,
        )
    if ending not in TEXT_ENDINGS:
        raise ReadingError(f"{name}: {ending} files are not read; save the article as .txt (UTF-8) or .html")
    return document_from_text(path.stem, decode(raw, name), file_name=path.name)


def document_from_text(
    id: str,
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    published_on: date | None = None,
    url: str | None = None,
    file_name: str | None = None,
) -> Document:
    """The document of a text that is at hand. What is given stands; what is not is taken from the text's header lines.

    Raises ReadingError where the text is empty, too long, binary or not English.
    """
    check_text(text, file_name or id)
    header = recognise_header(text, title)
    return Document(
        id=id,
        text=text,
        sha256=hash_text(text),
        title=title or header.title,
        publisher=publisher or header.publisher,
        published_on=published_on or header.published_on,
        place=header.place,
        url=url,
        file_name=file_name,
        body_start=header.body_start,
    )


def check_text(text: str, name: str) -> None:
    if not text.strip().strip("\ufeff\x00").strip():
        raise ReadingError(f"{name}: empty; put the article's text in it")
    if HALF_CHARACTER.search(text):
        raise ReadingError(f"{name}: holds half a character (a lone surrogate); save it as UTF-8")
    if len(text.encode()) > MOST_BYTES:
        raise ReadingError(f"{name}: over 5 MB; one file holds one article")
    if len(CONTROL.findall(text)) > len(text) / 200 or "\x00" in text:
        raise ReadingError(f"{name}: binary, not text; save the article as .txt (UTF-8) or .html")
    if not is_english(text):
        raise ReadingError(f"{name}: not in English; Demarche reads English alone: use a translation")


def printable(path: Path) -> str:
    """The path on one line, whatever its name holds."""
    return "".join(letter if letter.isprintable() else "�" for letter in str(path))


def read_bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise ReadingError(f"{name}: a folder, not a file; name the files in it")
        if not path.exists():
            raise ReadingError(f"{name}: no such file; check the name")
        if not path.is_file():
            raise ReadingError(f"{name}: not an ordinary file; save the article as a file")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except PermissionError:
        raise ReadingError(f"{name}: may not be read; change its permissions") from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "no possible file name"
        raise ReadingError(f"{name}: cannot be read ({reason}); check the name and the disk") from None
    if len(raw) > MOST_BYTES:
        raise ReadingError(f"{name}: over 5 MB; one file holds one article")
    return raw


def decode(raw: bytes, name: str) -> str:
    """The bytes as UTF-8, nothing left out or replaced. Another encoding is named, not tried: a guess changes words."""
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise ReadingError(f"{name}: binary ({what}), not text; save the article as .txt (UTF-8) or .html")
    for mark, encoding in WIDE_MARKS:
        if raw.startswith(mark):
            raise ReadingError(f"{name}: not UTF-8 but {encoding}; save it as UTF-8")
    if b"\x00" in raw:
        raise ReadingError(f"{name}: binary, not text; save the article as .txt (UTF-8) or .html")
    try:
        return raw.decode()
    except UnicodeDecodeError as problem:
        best = from_bytes(raw[:200_000]).best()
        if best is None or CONTROL.search(str(best)):
            raise ReadingError(f"{name}: binary, not text; save the article as .txt (UTF-8) or .html") from None
        likely = f"it looks like {best.encoding}, and byte {problem.start} is the first that does not fit"
        raise ReadingError(f"{name}: not UTF-8 ({likely}); save it as UTF-8") from None


def decode_html(raw: bytes, name: str) -> str:
    """As `decode`, unless the page itself declares another encoding and keeps to it."""
    declared = DECLARED_CHARSET.search(raw[:4096])
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        try:
            return raw.decode(declared[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(raw, name)
