"""Text out of PDF, Word and Markdown, and what is said of files that are broken, locked, bloated, or something else."""

import zlib
from pathlib import Path

import pytest

from app.reading import word
from app.reading.documents import ReadingError, document_from_bytes, read_document
from app.reading.extract import Extract, ExtractError, unwrap_pages
from app.reading.filetypes import why_not
from app.reading.markdown import read_markdown
from app.reading.pdf import read_pdf
from app.reading.word import read_word
from tests.papers import TALKS, TEXT, encrypt, make_pdf, make_talks_pdf, make_word, repack, wrap

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_body(inner: str, before: str = "") -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document {W}><w:body>{inner}</w:body></w:document>'
    return repack(make_word(), word__document_xml=text.encode())


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("talks.pdf", make_talks_pdf()),
        ("talks.docx", make_word()),
        ("talks.md", "\n\n".join(TALKS).encode()),
        ("TALKS.PDF", make_talks_pdf()),
        ("open.pdf", encrypt(make_talks_pdf(), "")),
    ],
)
def test_every_type_gives_the_same_words(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    document = read_document(path)
    assert document.text == TEXT
    assert (document.id, document.file_name) == (name.split(".")[0], name)


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        (["The talks on the agree-\nment went on. All of\nit did."], "The talks on the agreement went on. All of it did."),
        (["A cease-fire held. The cease-\nfire held."], "A cease-fire held. The cease-fire held."),
        (["A pact with Mr. A-\nBaker held."], "A pact with Mr. A- Baker held."),
        (["One line that is as long as the usual line.\nShort end.\nAnother line that is as long as others"], None),
        (["It went on\n\nwithout an end.\n\nA new one."], "It went on without an end.\n\nA new one."),
        (["Head\nFirst page ends\n1", "Head\nhere. Second page.\n2", "Head\nThird page.\n3"],
         "Head First page ends here. Second page. Third page."),
        (["", "\n12\n"], ""),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(pages: list[str], text: str | None) -> None:
    if text is None:
        assert unwrap_pages(pages).count("\n\n") == 1
    else:
        assert unwrap_pages(pages) == text


def test_a_pdf_without_breaks_between_paragraphs_is_parted_where_a_line_ends_short() -> None:
    pages = [[line for paragraph in TALKS for line in wrap(paragraph, 50)]]
    assert read_pdf(make_pdf(pages)).text.count("\n\n") >= 1


def test_markdown_is_read_as_one_reads_it() -> None:
    markup = (
        '---\ntitle: "Truce Edges Closer"\npublisher: The Courier\ndate: 2031-05-06T10:00\nurl: https://example.org/t\n'
        "mood: good\n---\n# Truce\n\nAda **Lund** said [“No”](https://x.example)\nand *left* \\* <b>now</b>.\n\n"
        "- one point\n- another `point`\n\n```\ncode\n```\n\n![a picture](p.png)\n\n| a | b |\n|---|---|\n| c | d |\n"
    )
    assert read_markdown(markup) == Extract(
        "Truce\n\nAda Lund said “No” and left * now.\n\none point\n\nanother point\n\na\n\nb\n\nc\n\nd",
        "Truce Edges Closer",
        "The Courier",
        read_markdown(markup).published_on,
        "https://example.org/t",
    )
    assert str(read_markdown(markup).published_on) == "2031-05-06"
    assert read_markdown("# Truce\n\nText.").title == "Truce"
    assert read_markdown("Text.\n\n# Truce").title is None


def test_word_is_read_with_its_changes_accepted() -> None:
    raw = word_body(
        "<w:p><w:r><w:t>We will</w:t></w:r><w:ins><w:r><w:t xml:space='preserve'> never</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> gladly</w:delText></w:r></w:del><w:r><w:br/><w:t>sign.</w:t></w:r></w:p>"
        "<w:moveFrom><w:p><w:r><w:t>Gone.</w:t></w:r></w:p></w:moveFrom>"
        "<w:tbl><w:tr><w:tc><w:p><w:hyperlink><w:r><w:t>In a cell.</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl>"
    )
    assert read_word(raw).text == "We will never sign.\n\nIn a cell."


def test_an_entity_in_a_word_document_is_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    outside = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    laughs = '<!DOCTYPE w [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    ) + "]>"  # fmt: skip
    for before, name in ((outside, "x"), (laughs, "j")):
        try:
            text = read_word(word_body(f"<w:p><w:r><w:t>Kept &{name}; words</w:t></w:r></w:p>", before)).text
        except ExtractError as error:
            text = str(error)
        assert "secret words" not in text
        assert len(text) < 200


BOMB = repack(make_word(), word__media__bomb_xml=b"\0" * 60_000_000)
BROKEN = [
    ("locked.pdf", encrypt(make_talks_pdf(), "x"), "an encrypted PDF; save it without its password"),
    ("cut.pdf", make_talks_pdf()[:300], "a damaged PDF; save it anew"),
    ("junk.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, "a damaged PDF"),
    ("blank.pdf", make_pdf([[""]]), "a PDF of pictures, without text"),
    ("long.pdf", make_pdf([["a"]] * 301), "a PDF of 301 pages"),
    ("bomb.pdf", make_pdf([[""]], zlib.compress(b" " * 200_000_000)), "PDF"),
    ("text.pdf", TEXT.encode(), "its name says .pdf, but it holds something else"),
    ("word.pdf", make_word(), "its name says .pdf, but it holds a Word document (.docx); if it is"),
    ("pdf.docx", make_talks_pdf(), "its name says .docx, but it holds a PDF"),
    ("locked.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "an old Office document, or one with a password"),
    ("cut.docx", make_word()[:900], "a damaged Word document; save it anew"),
    ("zip.docx", repack(make_word(), word__document_xml=None), "a zipped file, but no Word document"),
    ("hollow.docx", repack(make_word(), **{"[Content_Types]_xml": None}), "a damaged Word document"),
    ("xml.docx", repack(make_word(), word__document_xml=b"<w:document"), "a damaged Word document"),
    ("empty.docx", make_word(" "), "a Word document without text"),
    ("bomb.docx", BOMB, "would unpack to far more than an article"),
    ("page.txt", b"<!DOCTYPE html><html><body>x</body></html>", "its name says text, but it holds an HTML page"),
    ("page.md", b"\xef\xbb\xbf <html><body>x</body></html>", "it holds an HTML page; name it .html"),
    ("paper.txt", make_talks_pdf(), "binary (a PDF), not plain text; if it is a PDF, name it .pdf"),
    ("word.html", make_word(), "binary (a Word document (.docx)), not an HTML page"),
    ("picture.docx", b"\x89PNG\r\n\x1a\n", "it holds a picture"),
    ("old.doc", b"\xd0\xcf\x11\xe0", ".doc files are not read; save the article as .txt"),
    ("paper.xyz", b"x", ".xyz files are not read"),
    ("empty.md", b" ", "empty; put the article's text in it"),
    ("empty.pdf", b"", "its name says .pdf, but it holds something else"),
    ("wide.md", "We are asking.".encode("utf-16"), "not UTF-8 but UTF-16"),
]


@pytest.mark.parametrize(("name", "raw", "why"), BROKEN, ids=[row[0] for row in BROKEN])
def test_files_that_cannot_be_read(name: str, raw: bytes, why: str) -> None:
    with pytest.raises(ReadingError) as caught:
        document_from_bytes(raw, name)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert why in message
    assert "; " in message  # what to do
    assert "\n" not in message


def test_a_part_that_unpacks_to_more_than_it_says_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb whose list of parts lies: what was said is all that is unpacked."""
    said = len(b"x" * 3_000_000).to_bytes(4, "little")
    lying = repack(make_word(), word__document_xml=b"x" * 3_000_000).replace(said, (100).to_bytes(4, "little"))
    with pytest.raises(ExtractError, match="damaged"):
        read_word(lying)
    monkeypatch.setattr(word, "MOST_PARTS", 2)
    with pytest.raises(ExtractError, match="far more than an article"):
        read_word(make_word())


def test_a_megabyte_without_a_line_end(tmp_path: Path) -> None:
    text = "The talks went on and the minister said that they would go on. " * 16_000
    assert document_from_bytes(text.encode(), "line.txt").text == text
    assert read_markdown(text).text == text.strip()
    assert read_word(make_word(text)).text == text.strip()


def test_sound_names_and_contents_agree() -> None:
    assert why_not(b"plain", ".txt") is None
    assert why_not(b"\n%PDF-1.4", ".pdf") is None
