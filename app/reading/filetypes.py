"""What a file is: by what it holds, and by what its name says; where the two disagree the file is not read."""

import re
from enum import StrEnum

TEXT_BYTES = 5_000_000
PACKED_BYTES = 20_000_000  # of a file whose pictures are most of it


class FileType(StrEnum):
    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "an HTML page"
    PDF = "a PDF"
    WORD = "a Word document (.docx)"


BY_ENDING = {
    "": FileType.TEXT,
    ".txt": FileType.TEXT,
    ".text": FileType.TEXT,
    ".md": FileType.MARKDOWN,
    ".markdown": FileType.MARKDOWN,
    ".html": FileType.HTML,
    ".htm": FileType.HTML,
    ".xhtml": FileType.HTML,
    ".pdf": FileType.PDF,
    ".docx": FileType.WORD,
}
MEDIA_TYPES = {
    FileType.TEXT: "text/plain",
    FileType.MARKDOWN: "text/markdown",
    FileType.HTML: "text/html",
    FileType.PDF: "application/pdf",
    FileType.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
OPENS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL
)
ZIPPED = b"PK\x03\x04"
# Files that are none of ours, by how they begin.
FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Office document, or one with a password"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x05\x06", "an empty zipped file"),
)


def most_bytes(ending: str) -> int:
    """How large a file with this ending may be."""
    return PACKED_BYTES if BY_ENDING.get(ending) in (FileType.PDF, FileType.WORD) else TEXT_BYTES


def why_not(raw: bytes, ending: str) -> str | None:
    """Why a file with this content and ending is not read, and what to do; None where the two agree."""
    said = BY_ENDING.get(ending)
    if said is None:
        return f"{ending} files are not read; save the article as .txt (UTF-8), .html, .md, .pdf or .docx"
    if said in (FileType.TEXT, FileType.MARKDOWN, FileType.HTML):
        held = next((name for signature, name in FOREIGN if raw.startswith(signature)), None) or packed(raw)
        if held:
            return f"binary ({held}), not {said}; {advice(raw)}"
        if said is not FileType.HTML and OPENS_HTML.match(raw[:4096]):
            return "its name says text, but it holds an HTML page; name it .html"
        return None
    held = packed(raw)
    if held != said:
        foreign = next((name for signature, name in FOREIGN if raw.startswith(signature)), None)
        return f"its name says {ending}, but it holds {foreign or held or 'something else'}; {advice(raw)}"
    return None


def packed(raw: bytes) -> FileType | None:
    """The type of a packed file that is one of ours. A PDF may have a few bytes before its mark."""
    if raw.startswith(ZIPPED):
        return FileType.WORD
    return FileType.PDF if b"%PDF-" in raw[:1024] else None


def advice(raw: bytes) -> str:
    held = packed(raw)
    if held:
        return f"if it is {held}, name it {'.pdf' if held is FileType.PDF else '.docx'}, else save the article as .txt (UTF-8)"
    return "save the article as .txt (UTF-8) or .html"
