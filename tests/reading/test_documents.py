"""Reading: texts kept as they were given, one line for each file that cannot be read."""

import os
from datetime import date
from pathlib import Path

import pytest

from app.reading.documents import ReadingError, document_from_text, read_document
from app.records import hash_text

BODY = "Dravonia said on Thursday that it would reopen the strait in Brussels."
DAY = date(2026, 3, 12)


def test_text_is_kept_to_the_last_character(tmp_path: Path) -> None:
    raw = "\ufeff  OSLO — <script>alert(1)</script> “Nø,”\r\nhe said.\x0c 🕊 \n\n".encode()
    path = tmp_path / "a.b.txt"
    path.write_bytes(raw)
    document = read_document(path)
    assert document.text.encode() == raw
    assert (document.id, document.file_name, document.sha256) == ("a.b", "a.b.txt", hash_text(raw.decode()))
    assert document.text[document.body_start :].startswith("<script>")


def test_given_metadata_stands() -> None:
    document = document_from_text(
        "x", "Truce Edges Closer\n\nOSLO, March 12, 2026 — " + BODY, title="Mine", published_on=date(2026, 3, 13)
    )
    assert (document.title, document.published_on, document.place) == ("Mine", date(2026, 3, 13), "Oslo")


HTML = """<html><head><title>Truce Edges Closer - The Halden Courier</title>
<meta property="og:title" content="Truce Edges Closer"><meta property="og:site_name" content="The Halden Courier">
<meta property="article:published_time" content="2026-03-12T08:00:00Z"><link rel="canonical" href="https://example.org/truce">
</head><body><nav><a href="/">Home</a></nav><article><h1>Truce Edges Closer</h1>
<p>OSLO — Dravonia said on Thursday that it would reopen the strait to grain ships within two days
if its neighbor agrees.</p>
<p>“We are asking for our ships,” the prime minister told reporters in the capital, and he said that
the talks would go on.</p>
<p>The delegations, which have been in the city for a week, are expected to meet again on Friday.</p>
</article><footer>Copyright</footer></body></html>"""


def test_html(tmp_path: Path) -> None:
    path = tmp_path / "truce.html"
    path.write_text(HTML, encoding="utf-8")
    document = read_document(path)
    assert (document.title, document.publisher, document.published_on) == (
        "Truce Edges Closer",
        "The Halden Courier",
        DAY,
    )
    assert (document.url, document.place) == ("https://example.org/truce", "Oslo")
    assert document.text[document.body_start :].startswith("Dravonia said")
    assert "\n\n“We are asking for our ships,” the prime minister" in document.text
    assert "Copyright" not in document.text


def test_html_in_its_declared_encoding(tmp_path: Path) -> None:
    path = tmp_path / "truce.htm"
    path.write_bytes(HTML.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252"))
    assert "“We are asking" in read_document(path).text


GERMAN = """Die Regierung hat am Donnerstag erklärt, dass sie die Meerenge wieder öffnen will, wenn der Nachbar seine
Boote in den Hafen zurückzieht. Der Minister sagte vor der Presse, man habe lange gewartet und werde nun nicht mehr
warten, denn der Winter sei nah und das Getreide liege noch immer in den Schiffen vor der Küste des Landes."""
DUTCH = """De regering heeft donderdag gezegd dat de zeestraat weer open is voor schepen met graan, als het buurland de
boten terug in de haven brengt. De minister was niet bereid om nog langer te wachten en had dat al in een brief aan
de leden van het parlement gezegd, want de winter is dichtbij en het water in de haven is koud."""
RUSSIAN = "Правительство заявило в четверг, что откроет пролив для судов с зерном в течение двух дней."
BAD_FILES = [
    ("empty.txt", b"", "empty"),
    ("space.txt", b" \n\t \r\n", "empty"),
    ("mark.txt", b"\xef\xbb\xbf\n", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
    ("control.txt", b"abc\x01\x02\x03\x04 def", "binary"),
    ("paper.txt", b"%PDF-1.7\n% words", "a PDF"),
    ("paper.pdf", b"%PDF-1.7\n% words", "a damaged PDF"),
    (
        "windows.txt",
        "“We are asking for our ships,” she said – at last. ".encode("cp1252") * 9,
        "not UTF-8 (it looks like cp125",
    ),
    ("wide.txt", "We are asking.".encode("utf-16"), "not UTF-8 but UTF-16"),
    ("huge.txt", b"The ship sank. " * 400_000, "over 5 MB"),
    ("german.txt", GERMAN.encode(), "not in English"),
    ("dutch.txt", DUTCH.encode(), "not in English"),
    ("russian.txt", RUSSIAN.encode(), "not in English"),
    ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article text"),
    ("empty.html", b"", "no article text"),
]


@pytest.mark.parametrize(("name", "raw", "why"), BAD_FILES, ids=[row[0] for row in BAD_FILES])
def test_unreadable_files(tmp_path: Path, name: str, raw: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(ReadingError) as caught:
        read_document(path)
    message = str(caught.value)
    assert why in message
    assert name in message
    assert "; " in message  # what to do
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none.txt", "no such file"),
        ("", "a folder"),
        ("a\nb.txt", "no such file"),
        ("x" * 300 + ".txt", "cannot be read"),
        ("\0.txt", "no such file"),
    ],
)
def test_what_is_no_file(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why) as caught:
        read_document(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadingError, match="not an ordinary file"):
        read_document(tmp_path / "pipe.txt")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "locked.txt"
    path.write_text(BODY)
    monkeypatch.setattr(Path, "open", refuse)  # the superuser may read every file, so permissions alone prove nothing
    with pytest.raises(ReadingError, match=r"locked\.txt: may not be read; change its permissions"):
        read_document(path)


@pytest.mark.parametrize("text", ["a \x00 b", "half \ud800 of it"])
def test_texts_that_cannot_be_stored(text: str) -> None:
    with pytest.raises(ReadingError, match="stdin:3"):
        document_from_text("stdin:3", text)


@pytest.mark.parametrize("text", ["Dravonia welcomes the accord", BODY, "Bonjour.", BODY * 30])
def test_short_and_quote_free_texts_are_read(text: str) -> None:
    assert document_from_text("x", text).text == text
