"""/documents/new: what is given is kept, shown, mended, recognised and refused, always in words, and never lost."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.adding.taking_in import take_in
from app.main import create_app
from app.pages import adding
from app.reading import document_from_bytes
from app.records import Document, Parse
from app.store.additions import fail_addition, take_next
from app.store.database import Store
from app.store.editors import add_editor
from tests.factories import make_parse
from tests.papers import TALKS, TEXT, encrypt, make_talks_pdf, make_word
from tests.store.queries.stored import fill
from tests.store.rows import rows

Give = Callable[..., str]


@pytest.fixture
def client(store: Store, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The person at the machine; files are read here, since reading them apart has tests of its own."""
    monkeypatch.setattr(adding, "read_apart", document_from_bytes)
    app = create_app(store=fill(store))
    headers = {"Sec-Fetch-Site": "same-origin"}
    return TestClient(app, base_url="http://127.0.0.1:8000", headers=headers, follow_redirects=False)


@pytest.fixture
def give(client: TestClient) -> Give:
    """`give(text="…", files=[("a.pdf", b"…")])`: the address of the draft that is made of it."""

    def draft(text: str = "", files: list[tuple[str, bytes]] | None = None) -> str:
        answer = client.post("/documents/new", data={"text": text}, files=[("file", each) for each in files or []])
        assert answer.status_code == 303, answer.text
        return answer.headers["location"]

    return draft


def parse_plainly(document: Document) -> Parse:
    return make_parse(document)


def work(store: Store) -> None:
    while addition := take_next(store):
        take_in(store, addition, parse_plainly)


def fields(page: str) -> dict[str, str]:
    """What stands in the fields of the form."""
    found = dict(re.findall(r'<input id="\w+" type="\w+" name="(\w+)" value="([^"]*)"', page.split("<main")[1]))
    text = re.search(r'<textarea id="text"[^>]*>\n(.*?)</textarea>', page, re.DOTALL)
    return {name: unescape(value) for name, value in (found | ({"text": text[1]} if text else {})).items()}


def test_the_whole_way_of_a_pasted_text(client: TestClient, give: Give, store: Store) -> None:
    address = give(text="Gates and Envoys\r\n\r\nASKAR, May 6, 2031 — " + TEXT.replace("\n", "\r\n"))
    shown = fields(client.get(address).text)
    assert (shown["title"], shown["published_on"]) == ("Gates and Envoys", "2031-05-06")
    assert "\r" not in shown["text"]

    mended = shown | {"title": "Gates <b>&</b> Envoys", "publisher": "The Courier", "url": "https://example.org/g"}
    assert client.post(address, data=mended | {"action": "add"}).headers["location"] == address
    waiting = client.get(address)
    assert "It waits its turn" in waiting.text
    assert waiting.headers["cache-control"] == "no-store"
    assert '<noscript><meta http-equiv="refresh"' in waiting.text
    part = client.get(address, headers={"HX-Request": "true", "HX-Target": "progress"})
    assert part.text.lstrip().startswith('<div id="progress"')
    assert 'href="' + address in client.get("/documents/new").text

    work(store)
    [(slug,)] = rows(store, "SELECT slug FROM document WHERE publisher = 'The Courier'")
    done = f"/documents/{slug}?added=new"
    assert client.get(address).headers["location"] == done
    assert client.get(address, headers={"HX-Request": "true", "HX-Target": "progress"}).headers["hx-redirect"] == done
    page = client.get(done).text
    assert "What was found" in page
    assert "Gates &lt;b&gt;&amp;&lt;/b&gt; Envoys" in page
    assert "/original" not in page


@pytest.mark.parametrize(
    ("name", "raw"), [("t.pdf", make_talks_pdf()), ("t.docx", make_word()), ("t.md", TEXT.encode())]
)
def test_a_file_is_kept_as_it_came_and_only_ever_downloaded(
    client: TestClient, give: Give, store: Store, name: str, raw: bytes
) -> None:
    address = give(files=[(f"C:\\fakepath\\“{name}", raw)])
    page = client.get(address).text
    assert fields(page)["text"] == TEXT
    assert f"“{name}" in page
    client.post(address, data=fields(page))
    work(store)
    read = client.get(client.get(address).headers["location"]).text
    [link] = re.findall(r'href="(/documents/[\w-]+/original)" download', read)
    file = client.get(link)
    assert file.content == raw
    assert file.headers["content-type"] == "application/octet-stream"
    assert file.headers["content-disposition"] == f"attachment; filename*=UTF-8''%E2%80%9C{name}"
    assert file.headers["x-content-type-options"] == "nosniff"
    assert client.get("/documents/bridge-talks/original").status_code == 404


def test_a_text_that_nobody_touched_stays_as_it_was_to_the_last_character(
    give: Give, client: TestClient, store: Store
) -> None:
    raw = ("\ufeff" + TEXT.replace("\n", "\r\n") + "\r\n").encode()
    address = give(files=[("talks.txt", raw)])
    client.post(address, data=fields(client.get(address).text))
    work(store)
    assert rows(store, "SELECT text FROM document WHERE slug = 'talks'") == [(raw.decode(),)]


def test_the_same_text_twice_leads_to_the_document_that_is_there(give: Give, client: TestClient, store: Store) -> None:
    address = give(text=TEXT)
    second = give(text=TEXT)
    client.post(address, data=fields(client.get(address).text))
    work(store)
    known = "/documents/article?added=known"
    assert give(text=TEXT) == known
    assert give(files=[("talks.pdf", make_talks_pdf())]) == known
    assert client.post(second, data=fields(client.get(second).text)).headers["location"] == known
    assert "was in the store already" in client.get(known).text
    assert rows(store, "SELECT count(*) FROM document WHERE slug LIKE 'article%'") == [(1,)]


def test_a_text_much_like_one_that_is_there_is_pointed_out_and_a_person_decides(
    give: Give, client: TestClient, store: Store
) -> None:
    address = give(text=TEXT)
    client.post(address, data=fields(client.get(address).text))
    work(store)
    again = give(text=TEXT.replace("on Monday", "on Tuesday"))
    page = client.get(again).text
    assert "Much of it is in the store already" in page
    assert re.search(r"<del>Ada Lund[^<]*on Monday[^<]*</del>", page)
    assert re.search(r"<ins>Ada Lund[^<]*on Tuesday[^<]*</ins>", page)
    client.post(again, data=fields(page))
    work(store)
    assert rows(store, "SELECT count(*) FROM document WHERE slug LIKE 'article%'") == [(2,)]


BAD_FIELDS = [
    ({"title": "x" * 301}, "Title: longer than 300 characters"),
    ({"published_on": "yesterday"}, "Date: no date; write it as 2025-08-15"),
    ({"published_on": "0001-01-01"}, "Date: no date"),
    ({"url": "javascript:alert(1)"}, "Address: no address of a page"),
    ({"url": "https://[x"}, "Address: no address of a page"),
    ({"text": " "}, "The text: empty"),
    (
        {"text": "Die Regierung hat am Donnerstag erklärt, dass sie die Meerenge wieder öffnen will. " * 9},
        "not in English",
    ),
]


@pytest.mark.parametrize(("typed", "why"), BAD_FIELDS)
def test_a_field_that_is_wrong_is_named_and_everything_typed_stands(
    client: TestClient, give: Give, typed: dict[str, str], why: str
) -> None:
    address = give(text=TEXT)
    sent = fields(client.get(address).text) | {"publisher": "The Courier"} | typed
    answer = client.post(address, data=sent)
    assert answer.status_code == 400
    assert why in unescape(answer.text)
    assert fields(answer.text) | typed == sent
    assert 'aria-invalid="true"' in answer.text


BAD_GIFTS: list[tuple[str, list[tuple[str, bytes]], str]] = [
    ("", [], "Nothing was given: paste the article’s text, or choose a file"),
    (" \r\n ", [], "Nothing was given"),
    ("“No,” dijo la ministra. " * 40, [], "The pasted text: not in English"),
    ("half \x00 of it", [], "The pasted text: binary"),
    ("x" * 5_000_001, [], "The pasted text: over 5 MB"),
    ("", [("a.pdf", encrypt(make_talks_pdf(), "x"))], "a.pdf: an encrypted PDF; save it without its password"),
    ("", [("a.txt", make_talks_pdf())], "a.txt: binary (a PDF), not plain text; if it is a PDF, name it .pdf"),
    ("", [("../../etc/a.exe", b"MZ")], "a.exe: .exe files are not read"),
    ("", [("a.txt", b"")], "a.txt: empty"),
    ("", [("a.txt", b"x" * 5_000_001)], "a.txt: over 5 MB"),
    ("", [("<b>.txt", b"\xff\xfe\x00")], "<b>.txt: not UTF-8 but UTF-16"),
]


@pytest.mark.parametrize(("text", "files", "why"), BAD_GIFTS, ids=[row[2][:24] for row in BAD_GIFTS])
def test_what_cannot_be_taken_is_told_and_the_pasted_text_stands(
    client: TestClient, store: Store, text: str, files: list[tuple[str, bytes]], why: str
) -> None:
    answer = client.post("/documents/new", data={"text": text}, files=[("file", each) for each in files])
    assert answer.status_code == 400
    assert why in unescape(answer.text)
    assert "<b>.txt" not in answer.text
    if text.strip() and "\x00" not in text:
        assert fields(answer.text)["text"] == text
    assert rows(store, "SELECT count(*) FROM addition") == [(0,)]


def test_too_many_files_are_refused_in_words_and_the_pasted_text_stands(client: TestClient, store: Store) -> None:
    files = [("file", (f"talk-{n}.txt", TEXT.encode())) for n in range(12)]
    answer = client.post("/documents/new", data={"text": TEXT}, files=files)

    assert answer.status_code == 400
    assert "12 files are too many: choose at most 10 at a time." in answer.text
    assert fields(answer.text)["text"] == TEXT
    assert rows(store, "SELECT count(*) FROM addition") == [(0,)]


def test_what_is_no_form_is_refused_in_our_words(client: TestClient) -> None:
    broken = client.post("/documents/new", content=b"x", headers={"Content-Type": "multipart/form-data"})
    many = client.post("/documents/new", data={f"field-{n}": "x" for n in range(50)}, files=[("file", ("a.txt", b"x"))])

    for answer in (broken, many):
        assert answer.status_code == 400
        assert "Go back, and send less at a time." in answer.text


def test_several_files_are_listed_and_a_bad_one_costs_itself_alone(client: TestClient, store: Store) -> None:
    files = [(f"talk-{n}.txt", f"{TALKS[n]} It went on.".encode()) for n in range(3)] + [("bad.pdf", b"%PDF-1 x")]
    answer = client.post("/documents/new", files=[("file", each) for each in files])
    assert answer.status_code == 400
    assert "bad.pdf: a damaged PDF" in answer.text
    assert [f"talk-{n}.txt" in answer.text for n in range(3)] == [True] * 3
    assert client.post("/documents/new", files=[("file", each) for each in files[:3]]).headers["location"] == (
        "/documents/new"
    )
    assert rows(store, "SELECT count(*) FROM addition") == [(6,)]


def test_cancelling_trying_again_and_discarding(client: TestClient, give: Give, store: Store) -> None:
    address = give(text=TEXT)
    sent = fields(client.get(address).text)
    client.post(address, data=sent)
    assert client.post(address, data={"action": "cancel"}).headers["location"] == address
    page = client.get(address).text
    assert "Cancelled; nothing of it is in the store" in page
    assert fields(page) == sent
    client.post(address, data=sent)
    addition = take_next(store)
    assert addition is not None
    client.post(address, data=sent | {"text": "A second tab is too late."})
    fail_addition(store, addition.key, "The <parser> stumbled.")
    assert "The &lt;parser&gt; stumbled." in client.get(address).text
    assert fields(client.get(address).text) == sent
    assert client.post(address, data={"action": "discard"}).headers["location"] == "/documents/new"
    assert client.get(address).status_code == 404
    assert client.post(address, data=sent).status_code == 404


def test_an_editor_has_a_limit_for_an_hour_and_keeps_the_text(
    client: TestClient, give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "MOST_AN_HOUR", 1)
    give(text=TEXT)
    answer = client.post("/documents/new", data={"text": "Another."})
    assert answer.status_code == 429
    assert "1 articles an hour are the limit" in answer.text
    assert fields(answer.text)["text"] == "Another."


@pytest.mark.parametrize("path", ["/documents/new", "/documents/new/abc"])
def test_strangers_are_asked_to_sign_in_and_their_text_is_kept(client: TestClient, store: Store, path: str) -> None:
    add_editor(store, "Ada Lund")
    assert client.get(path).status_code == 401
    answer = client.post(path, data={"text": "typed <words>", "action": "add"})
    assert answer.status_code == 401
    assert 'name="kept.text" value="typed &lt;words&gt;"' in answer.text
    assert rows(store, "SELECT count(*) FROM addition") == [(0,)]
