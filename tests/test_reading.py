"""Reading: front matter in its forms, texts kept as they were given, one line for each file that cannot be read."""

import os
from datetime import date
from pathlib import Path

import pytest

from app.headers import Header, recognise_header
from app.reading import ReadingError, document_from_text, read_document
from app.records import hash_text

BODY = "Dravonia said on Thursday that it would reopen the strait in Brussels."
DAY = date(2026, 3, 12)

HEADERS = [
    # text before BODY, title, publisher, published_on, place
    (" date 2025-08-15 ANCHORAGE, Alaska—", None, None, date(2025, 8, 15), "Anchorage, Alaska"),
    ("date 2026-03-12 ", None, None, DAY, None),
    ("Date: 2026-03-12 OSLO—", None, None, DAY, "Oslo"),
    (
        "Title: What to Watch\nPublisher: The Halden Courier\nDate: 2026-03-12\n\n",
        "What to Watch",
        "The Halden Courier",
        DAY,
        None,
    ),
    (
        "TITLE: “What to Watch”\nSource: Reuters\nPublished: 12 March 2026\nBy: Marit Esposito\n\n",
        "What to Watch",
        "Reuters",
        DAY,
        None,
    ),
    ("---\ntitle: What to Watch\ndate: 2026-03-12T08:30:00Z\nplace: Oslo\n---\n\n", "What to Watch", None, DAY, "Oslo"),
    (
        "Truce Edges Closer\n\nBy Marit Esposito and Kwame Lindgren\nOSLO, March 12, 2026 — ",
        "Truce Edges Closer",
        None,
        DAY,
        "Oslo",
    ),
    (
        "Truce Edges Closer\nPublished: Mar. 12, 2026\n\nGENEVA (Meridian Press) — ",
        "Truce Edges Closer",
        "Meridian Press",
        DAY,
        "Geneva",
    ),
    (
        "Truce Edges Closer\n\nBy Oluwaseun Petrov\n\nADDIS ABABA, Ethiopia—",
        "Truce Edges Closer",
        None,
        None,
        "Addis Ababa, Ethiopia",
    ),
    (
        "Truce Edges Closer\nThe Northern Ledger | 12 March 2026 | Brussels\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        DAY,
        "Brussels",
    ),
    (
        "Truce Edges Closer\nBrussels | The Northern Ledger | 12 March 2026\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        DAY,
        "Brussels",
    ),
    ("Truce Edges Closer\n12 March 2026 | Brussels\n\n", "Truce Edges Closer", None, DAY, "Brussels"),
    (
        "Truce Edges Closer\nBy Marit Esposito | The Northern Ledger | March 12, 2026\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        DAY,
        None,
    ),
    ("By Marit Esposito\n\n", None, None, None, None),
    ("BY MARIT ESPOSITO\nMarch 12, 2026\n\n", None, None, DAY, None),
    ("Reporting by Marit Esposito in Oslo; Editing by J. M. van der Berg\n\n", None, None, None, None),
    (
        "Truce Edges Closer\n\nOffer still stands, but “not for long,” minister warns.\n\nBy Marit Esposito\n\n",
        "Truce Edges Closer",
        None,
        None,
        None,
    ),
    (
        "Truce Edges Closer\n\nMinister warns that the offer will not stand for long\n\n",
        "Truce Edges Closer",
        None,
        None,
        None,
    ),
    ("ANALYSIS\n\nTruce Edges Closer\n\n", "Truce Edges Closer", None, None, None),
    (
        "The Northern Ledger\n\nTruce Edges Closer\n\nBy Marit Esposito\n\n",
        "Truce Edges Closer",
        "The Northern Ledger",
        None,
        None,
    ),
    ("# Will the truce hold?\n\n", "Will the truce hold?", None, None, None),
    ("Truce Edges Closer in the U.S.\n\n", "Truce Edges Closer in the U.S.", None, None, None),
    (
        "Truce Edges Closer\nPublished March 12, 2026 at 10:30 a.m. ET\nUpdated March 14, 2026\n\n",
        "Truce Edges Closer",
        None,
        DAY,
        None,
    ),
    ("Truce Edges Closer\nThursday, 12 March 2026, 10:30 GMT\n\n", "Truce Edges Closer", None, DAY, None),
    ("Truce Edges Closer\nOslo, 12 March 2026\n\n", "Truce Edges Closer", None, DAY, "Oslo"),
    ("LONDON, 12 March 2026 (Meridian) – ", None, "Meridian", DAY, "London"),
    (
        "GENEVA, Switzerland, March 12, 2026 (MERIDIAN NEWSWIRE) -- ",
        None,
        "MERIDIAN NEWSWIRE",
        DAY,
        "Geneva, Switzerland",
    ),
    ("WASHINGTON/MOSCOW, March 12 (Reuters) - ", None, "Reuters", None, "Washington/Moscow"),
    ("MOSCOW, March 12. /TASS/. ", None, "TASS", None, "Moscow"),
    ("PARIS (March 12, 2026) — ", None, None, DAY, "Paris"),
    ("Geneva (Meridian Press) - ", None, "Meridian Press", None, "Geneva"),
    ("Oslo, March 12, 2026 — ", None, None, DAY, "Oslo"),
    ("WASHINGTON, D.C. — ", None, None, None, "Washington, D.C."),
    ("PORT-AU-PRINCE, Haiti — ", None, None, None, "Port-au-Prince, Haiti"),
    ("RIO DE JANEIRO – ", None, None, None, "Rio de Janeiro"),
    ("THE HAGUE, Netherlands — ", None, None, None, "The Hague, Netherlands"),
    ("N’DJAMENA, Chad—", None, None, None, "N’Djamena, Chad"),
    ("UNITED NATIONS — ", None, None, None, "United Nations"),
    ("ISLAMABAD: ", None, None, None, "Islamabad"),
    ("OSLO, Thursday — ", None, None, None, "Oslo"),
    ("12/03/2026\n\n", None, None, None, None),  # March or December: no telling
    ("13/03/2026\n\n", None, None, date(2026, 3, 13), None),
    ("\ufeffOSLO — ", None, None, None, "Oslo"),
    ("Truce Edges\nBy Marit Esposito, Meridian Press\n\n", "Truce Edges", "Meridian Press", None, None),
    ("Truce Edges\nMarit Esposito | Meridian Press | March 12, 2026\n\n", "Truce Edges", "Meridian Press", DAY, None),
    ("Truce Edges\nThe Northern Ledger, 12 March 2026\n\n", "Truce Edges", "The Northern Ledger", DAY, None),
    ("Truce Edges\nMeridian Press, Geneva, March 12, 2026\n\n", "Truce Edges", "Meridian Press", DAY, "Geneva"),
    ("Truce Edges\nNairobi, Kenya | March 12, 2026\n\n", "Truce Edges", None, DAY, "Nairobi, Kenya"),
    ("Truce Edges\nThe Hague, 12 March 2026\n\n", "Truce Edges", None, DAY, "The Hague"),
    ("Truce Edges\nFrom Our Correspondent\n\n", "Truce Edges", None, None, None),
    ("Truce Edges\nSpecial to The Halden Courier\n\n", "Truce Edges", "The Halden Courier", None, None),
    ("Truce Edges\nStory by Marit Esposito\nPhotographs by Kwame Lindgren\n\n", "Truce Edges", None, None, None),
    ("Truce Edges\n5 min read\n\n", "Truce Edges", None, None, None),
    ("Truce Edges\nMeridian Press\n12 March 2026\n\n", "Truce Edges", "Meridian Press", DAY, None),
    ("Truce Edges\nPublished 14:30, 12 March 2026\n\n", "Truce Edges", None, DAY, None),
    ("Date: March 12, 2026\nDateline: OSLO\n\n", None, None, DAY, "Oslo"),
    ("FOR IMMEDIATE RELEASE\n\nTruce Edges\n\n", "Truce Edges", None, None, None),
    ("OSLO (Thursday) — ", None, None, None, "Oslo"),
    ("Washington, March 12. ", None, None, None, "Washington"),
    ("(Reuters) - ", None, "Reuters", None, None),
    ("\r\nTruce Edges Closer\r\n\r\n", "Truce Edges Closer", None, None, None),
]


@pytest.mark.parametrize(
    ("front", "title", "publisher", "published_on", "place"), HEADERS, ids=[row[0][:40] for row in HEADERS]
)
def test_front_matter(
    front: str, title: str | None, publisher: str | None, published_on: date | None, place: str | None
) -> None:
    found = recognise_header(front + BODY + "\n\nThe second paragraph.\n")
    assert found == Header(title, publisher, published_on, place, len(front))


NO_FRONT_MATTER = [
    BODY,
    BODY + "\n\nMore of it.",
    "By meeting Putin on Friday, Trump hopes to forge a deal.\n\nMore of it.",
    "NATO — which met on Friday — said no.\n\nMore of it.",
    "NATO — The alliance said no.\n\nMore of it.",
    "Dravonia — The state that closed the strait — said no.",
    "The government called on Castrova to:\n\n• halt the filling;",
    "“No map exists.”\n\nMore of it.",
    "A welcome step\nthat goes on in the next line without a gap.",
    "Dravonia welcomes the accord",
    "WIRTH: We have nothing to add.\n\nBRANDT: Nor have we.\n\nWIRTH: Then we agree.",
    "Nov. 7 was a bad day for Dravonia.\n\nMore of it.",
    "The minister said one thing: No.\n\nMore of it.",
]


@pytest.mark.parametrize("text", NO_FRONT_MATTER)
def test_no_header_is_guessed(text: str) -> None:
    assert recognise_header(text) == Header()


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
    ("paper.pdf", b"%PDF-1.7\n% words", ".pdf files are not read"),
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
