"""Files and given texts -> Document: the text frozen as it was given, hashed, its front matter recognised."""

import re
from datetime import date
from pathlib import Path

from charset_normalizer import from_bytes

from app.reading.extract import Extract, ExtractError
from app.reading.filetypes import BY_ENDING, TEXT_BYTES, FileType, most_bytes, why_not
from app.reading.headers import recognise_header
from app.reading.language import is_english
from app.records import DemarcheError, Document, hash_text

FEWEST_WORDS = 8  # of an HTML page: with fewer, only its menu was found
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
DECLARED_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE
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
    """The document in a file: plain text (UTF-8), Markdown, HTML, PDF or Word.

    A plain text is kept to the last character, a byte order mark too, so that offsets count the file's own characters;
    of the others, the text that was taken out. A text of one line or without a quotation is legitimate (a short press
    release) and is read. Raises ReadingError.
    """
    name = printable(path)
    return document_from_bytes(read_bytes(path, name), path.name, name)


def document_from_bytes(raw: bytes, file_name: str, name: str | None = None) -> Document:
    """The document in a file with these bytes; `name` is how messages call it. Raises ReadingError."""
    path, name = Path(file_name), name or printable(Path(file_name))
    ending = path.suffix.lower()
    if wrong := why_not(raw, ending):
        raise ReadingError(f"{name}: {wrong}")
    try:
        extract = take_text(raw, BY_ENDING[ending], name)
    except ExtractError as error:
        raise ReadingError(f"{name}: {error}") from error
    return document_from_text(
        path.stem,
        extract.text,
        title=extract.title,
        publisher=extract.publisher,
        published_on=extract.published_on,
        url=extract.url,
        file_name=path.name,
    )


def take_text(raw: bytes, type: FileType, name: str) -> Extract:
    """The text of a file. What reads each type is loaded when there is one: most documents are plain text."""
    match type:
        case FileType.TEXT:
            return Extract(decode(raw, name))
        case FileType.MARKDOWN:
            from app.reading.markdown import read_markdown

            return read_markdown(decode(raw, name))
        case FileType.HTML:
            from app.reading.html import read_html

            page = read_html(decode_html(raw, name))
            if len(page.text.split()) < FEWEST_WORDS:
                raise ExtractError("no article text found in this page; save the article's words as a .txt file")
            return page
        case FileType.PDF:
            from app.reading.pdf import read_pdf

            return read_pdf(raw)
        case FileType.WORD:
            from app.reading.word import read_word

            return read_word(raw)


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
    if len(text.encode()) > TEXT_BYTES:
        raise ReadingError(f"{name}: over 5 MB; one file holds one article")
    if len(CONTROL.findall(text)) > len(text) / 200 or "\x00" in text:
        raise ReadingError(f"{name}: binary, not text; save the article as .txt (UTF-8) or .html")
    if not is_english(text):
        raise ReadingError(f"{name}: not in English; Demarche reads English alone: use a translation")


def printable(path: Path) -> str:
    """The path on one line, whatever its name holds."""
    return "".join(letter if letter.isprintable() else "�" for letter in str(path))


def read_bytes(path: Path, name: str) -> bytes:
    most = most_bytes(path.suffix.lower())
    try:
        if path.is_dir():
            raise ReadingError(f"{name}: a folder, not a file; name the files in it")
        if not path.exists():
            raise ReadingError(f"{name}: no such file; check the name")
        if not path.is_file():
            raise ReadingError(f"{name}: not an ordinary file; save the article as a file")
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except PermissionError:
        raise ReadingError(f"{name}: may not be read; change its permissions") from None
    except (OSError, ValueError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "no possible file name"
        raise ReadingError(f"{name}: cannot be read ({reason}); check the name and the disk") from None
    if len(raw) > most:
        raise ReadingError(f"{name}: over {most // 1_000_000} MB; one file holds one article")
    return raw


def decode(raw: bytes, name: str) -> str:
    """The bytes as UTF-8, nothing left out or replaced. Another encoding is named, not tried: a guess changes words."""
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
