"""Files and pasted texts into documents: what a file is, what it holds as text, and what its first lines say about it.

`documents` comes first; a module for each kind of file (`html`, `markdown`, `pdf`, `word`), and for what a text says of
itself (`headers` with `header_lines`, `datelines` and `days`).
"""

from app.reading.documents import ReadingError, check_text, document_from_bytes, document_from_text, read_document

__all__ = ["ReadingError", "check_text", "document_from_bytes", "document_from_text", "read_document"]
