"""Who may write: signing in and out, what other sites and strangers try, and that nothing typed is lost."""

import re
from collections.abc import Callable
from html import unescape
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from app.main import create_app
from app.pages.editing import COOKIE, Sessions, Typed, require_editor
from app.pages.signing import MOST_TRIES, local_address
from app.settings import Settings
from app.store.adding_tables import Refused
from app.store.database import Store
from app.store.editors import add_editor, revoke_editor
from app.store.refusals import fetch_refusals

SAME_SITE = {"Sec-Fetch-Site": "same-origin"}
Ask = Callable[..., TestClient]


def write_note(request: Request, typed: Typed, editor: Annotated[str, Depends(require_editor)]) -> Response:
    return PlainTextResponse(f"{editor} wrote {typed.getlist('word')}")


@pytest.fixture
def ask(store: Store) -> Ask:
    """`ask("http://127.0.0.1:8000", host="0.0.0.0")`: a browser that asks a server by this address, bound to that host."""

    def client(address: str = "http://127.0.0.1:8000", host: str = "127.0.0.1", **headers: str) -> TestClient:
        app: FastAPI = create_app(Settings(host=host), store)
        app.add_api_route("/note", write_note, methods=["POST"])
        return TestClient(app, base_url=address, headers=SAME_SITE | headers, follow_redirects=False)

    return client


def test_the_person_at_the_machine_may_write_while_there_are_no_editors(ask: Ask, store: Store) -> None:
    client = ask()
    assert client.post("/note", data={"word": "a"}).text == "local wrote ['a']"
    assert "At this machine you may write, as “local”." in client.get("/").text
    add_editor(store, "Ada Lund")
    assert client.post("/note", data={"word": "a"}).status_code == 401
    assert 'href="/sign-in?next=/"' in client.get("/").text


@pytest.mark.parametrize(
    ("address", "host", "headers"),
    [
        ("http://127.0.0.1:8000", "0.0.0.0", {}),
        ("http://192.0.2.7:8000", "127.0.0.1", {}),
        ("http://rebound.example:8000", "127.0.0.1", {}),
        ("http://127.0.0.1.example:8000", "127.0.0.1", {}),
        ("http://127.0.0.1:8000", "127.0.0.1", {"X-Forwarded-For": "192.0.2.9"}),
        ("http://127.0.0.1:8000", "127.0.0.1", {"Forwarded": "for=192.0.2.9"}),
        ("http://127.0.0.1:8000", "127.0.0.1", {"Origin": "https://demarche.example"}),
    ],
)
def test_nobody_else_may(ask: Ask, address: str, host: str, headers: dict[str, str]) -> None:
    answer = ask(address, host, **headers).post("/note", data={"word": "a"})
    assert answer.status_code == 401
    assert "python -m app editor add" in answer.text


@pytest.mark.parametrize("address", ["http://localhost:8000", "http://[::1]:8000", "http://127.0.0.1"])
def test_names_of_this_machine(ask: Ask, address: str) -> None:
    client = ask(address, Origin=address)
    assert client.post("/note", data={"word": "a"}).status_code == 200


def test_signing_in_writing_and_signing_out(ask: Ask, store: Store) -> None:
    token = add_editor(store, "Ada Lund")
    client = ask()
    page = client.get("/sign-in?next=/quotes").text
    assert 'name="next" value="/quotes"' in page

    answer = client.post("/sign-in", data={"token": token, "next": "/quotes"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/quotes")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert token not in cookie
    assert client.post("/note", data={"word": "a"}).text == "Ada Lund wrote ['a']"
    assert "Signed in as <b>Ada Lund</b>" in client.get("/nowhere").text

    assert client.post("/sign-out", data={"next": "/quotes"}).headers["location"] == "/quotes"
    assert client.post("/note", data={"word": "a"}).status_code == 401


def test_over_https_the_cookie_is_sent_over_https_alone(ask: Ask, store: Store) -> None:
    token = add_editor(store, "Ada Lund")
    answer = ask("https://demarche.example").post("/sign-in", data={"token": token})
    assert "Secure" in answer.headers["set-cookie"]


def test_a_revoked_editor_is_out_at_once(ask: Ask, store: Store) -> None:
    client = ask()
    client.post("/sign-in", data={"token": add_editor(store, "Ada Lund")})
    revoke_editor(store, "Ada Lund")
    answer = client.post("/note", data={"word": "a"})
    assert answer.status_code == 401
    assert "Your sign-in has ended, or was revoked" in answer.text


@pytest.mark.parametrize("cookie", ["", "1", "1.aaaaaa.bbbbbbb", "é", Sessions(None).seal(1), "x" * 4000])
def test_a_cookie_that_is_not_ours(ask: Ask, store: Store, cookie: str) -> None:
    add_editor(store, "Ada Lund")
    headers = {"Cookie": f"{COOKIE}={cookie}".encode()}
    assert ask().post("/note", data={"word": "a"}, headers=headers).status_code == 401


def test_a_cookie_that_is_too_old(ask: Ask, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    client = ask()
    client.post("/sign-in", data={"token": add_editor(store, "Ada Lund")})
    monkeypatch.setattr("app.pages.editing.SESSION_SECONDS", -1)
    assert client.post("/note", data={"word": "a"}).status_code == 401


def test_what_was_typed_when_the_session_ended_is_kept_and_goes_on(ask: Ask, store: Store) -> None:
    token = add_editor(store, "Ada Lund")
    client = ask()
    words = 'She said: “No”\n<b>"never"</b> & left'
    asked = client.post("/note", data={"word": ["one", words]})
    assert asked.status_code == 401
    assert "<b>&#34;never" not in asked.text
    fields = hidden(asked.text)
    assert fields == [("next", "/note"), ("kept.word", "one"), ("kept.word", words)]

    refused = client.post("/sign-in", data=as_form(fields) | {"token": "wrong"})
    assert refused.status_code == 401
    assert hidden(refused.text) == fields

    signed = client.post("/sign-in", data=as_form(hidden(refused.text)) | {"token": token})
    assert 'action="/note"' in signed.text
    sent = client.post("/note", data=as_form(hidden(signed.text)))
    assert sent.text == f"Ada Lund wrote {['one', words]}"


def test_where_htmx_sent_it_the_sign_in_takes_the_place_of_the_page(ask: Ask, store: Store) -> None:
    add_editor(store, "Ada Lund")
    answer = ask().post("/note", data={"word": "a"}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-retarget"], answer.headers["hx-reselect"]) == (200, "#main", "#main")


def test_wrong_tokens_are_limited_for_each_address(ask: Ask, store: Store) -> None:
    token = add_editor(store, "Ada Lund")
    for _ in range(MOST_TRIES):
        assert ask().post("/sign-in", data={"token": "guess"}).status_code == 401
    answer = ask().post("/sign-in", data={"token": token, "next": "/note", "kept.word": "a"})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "300")
    assert ("kept.word", "a") in hidden(answer.text)
    assert [each.kind for each in fetch_refusals(store, 2)] == [Refused.TOO_MANY, Refused.WRONG_TOKEN]
    assert "guess" not in str(fetch_refusals(store))


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1:8000"},
        {"Origin": "http://127.0.0.1:8001"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Referer": "http://127.0.0.1:8000/"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "BREW"])
def test_another_site_can_change_nothing(ask: Ask, store: Store, headers: dict[str, str], method: str) -> None:
    client = ask()
    del client.headers["Sec-Fetch-Site"]
    answer = client.request(method, "/note", headers=headers)
    assert answer.status_code == 403
    assert "came from another site" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    [refusal] = fetch_refusals(store)
    assert (refusal.kind, refusal.request) == (Refused.OTHER_SITE, f"{method} /note")


def test_a_browser_without_fetch_metadata_names_its_origin(ask: Ask) -> None:
    client = ask()
    del client.headers["Sec-Fetch-Site"]
    assert client.post("/note", data={"word": "a"}, headers={"Origin": "http://127.0.0.1:8000"}).status_code == 200


def test_what_is_too_large_or_of_no_stated_length_is_refused(ask: Ask, store: Store) -> None:
    assert ask().post("/note", content=b"a", headers={"Content-Length": "25000001"}).status_code == 413
    assert ask().post("/note", content=iter([b"a"])).status_code == 411
    assert [each.kind for each in fetch_refusals(store)] == [Refused.TOO_LARGE] * 2


def test_too_many_fields_or_too_long_a_field(ask: Ask) -> None:
    many = ask().post("/note", data={f"f{number}": "" for number in range(600)})
    long = ask().post("/note", data={"word": "a" * 6_000_001})
    assert (many.status_code, long.status_code) == (400, 400)


@pytest.mark.parametrize(
    ("address", "led"),
    [
        ("/quotes?kind=direct", "/quotes?kind=direct"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("/a\r\nSet-Cookie: b=c", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_sign_in_leads_to_no_other_site(address: str, led: str) -> None:
    assert local_address(address) == led


def test_a_store_that_cannot_be_written_to_refuses_all_the_same(ask: Ask, store: Store) -> None:
    client = ask()
    with store.connect().execution_options(begin=None) as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    assert client.post("/note", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def hidden(page: str) -> list[tuple[str, str]]:
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', page.split("<main")[1])
    return [(unescape(name), unescape(value)) for name, value in found]


def as_form(fields: list[tuple[str, str]]) -> dict[str, list[str] | str]:
    form: dict[str, list[str] | str] = {}
    for name, value in fields:
        form[name] = [*form.get(name, []), value]
    return form


def test_pages_that_are_kept_are_kept_apart_by_who_asks(ask: Ask, store: Store) -> None:
    """One application, one address: the person at the machine, a stranger through a proxy, an editor, and one revoked."""
    client = ask()
    proxied = {"X-Forwarded-For": "192.0.2.9"}
    assert "as “local”" in client.get("/help").text
    assert "Sign in to write" in client.get("/help", headers=proxied).text
    assert "as “local”" in client.get("/help").text

    client.post("/sign-in", data={"token": add_editor(store, "Ada Lund")})
    assert "Signed in as <b>Ada Lund</b>" in client.get("/help").text
    revoke_editor(store, "Ada Lund")
    assert "Your sign-in has ended" in client.get("/help").text
    client.cookies.clear()
    assert "Your sign-in has ended" not in client.get("/help").text
