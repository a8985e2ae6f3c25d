"""Files of every type that can be read, made by hand for the tests that read them: sound, and broken in every way."""

import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from pypdf import PdfReader, PdfWriter

TALKS = (
    "Ada Lund, the water minister of Norrland, said on Monday that the gates of the dam must open.",
    "“We will never sign that treaty,” she told reporters in the capital, where the talks went on for a third day.",
    "Sundia rejected the demand and said that it would recall its envoy if the gates stay shut.",
)
TEXT = "\n\n".join(TALKS)


def make_pdf(pages: list[list[str]], packed: bytes | None = None) -> bytes:
    """A PDF with these lines on its pages; `packed` takes the place of each page's stream."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = b" ".join(b"(" + escape(line) + b") Tj 0 -14 Td" for line in lines)
        stream = packed or zlib.compress(b"BT /F1 11 Tf 72 720 Td " + shown + b" ET")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        head = f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + stream + b"\nendstream")
    return write_objects(objects)


def escape(line: str) -> bytes:
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def write_objects(objects: list[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>"
    return made + f"{end}\nstartxref\n{len(made)}\n%%EOF\n".encode()


def wrap(paragraph: str, width: int = 60) -> list[str]:
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def make_talks_pdf() -> bytes:
    return make_pdf([[line for paragraph in TALKS for line in [*wrap(paragraph), ""]]])


def encrypt(pdf: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.encrypt(password, algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def make_word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs or TALKS:
        document.add_paragraph(paragraph)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def repack(package: bytes, **parts: bytes | None) -> bytes:
    """The zipped file with parts replaced (`word__document_xml=b"…"`), added, or left out (None)."""
    given = {name.replace("__", "/").replace("_xml", ".xml"): body for name, body in parts.items()}
    written = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            body = given.pop(part, old.read(part))
            if body is not None:
                new.writestr(part, body)
        for part, body in given.items():
            new.writestr(part, body or b"")
    return written.getvalue()
