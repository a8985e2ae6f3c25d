"""Adding an article in a real browser over a real server: pasted, uploaded, by keyboard, without scripts, and with a sign-in
that ends while somebody types."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.store.database import migrate
from tests.browser.conftest import ROOT, OpenPage, served
from tests.browser.test_every_page import judge
from tests.papers import TALKS, TEXT, make_pdf, make_talks_pdf, wrap

LONG = 120_000  # milliseconds: the language model is loaded, perhaps on a busy machine
Editor = Callable[..., str]


def open_form(open_page: OpenPage, address: str, **looks: bool | int) -> Page:
    return open_page(f"{address}/documents/new", **looks)


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (390, False)])
def test_a_pasted_text_is_looked_through_parsed_and_opened(
    open_page: OpenPage, own_address: str, width: int, javascript: bool
) -> None:
    page = open_form(open_page, own_address, width=width, javascript=javascript)
    expect(page.get_by_text("At this machine you may write, as “local”.")).to_be_visible()
    text = f"The Gates of {width}\n\nASKAR, May 6, 2031 — {TEXT}\n\nThe river rose to mark {width} on the old bridge."
    page.get_by_label("The text").fill(text)
    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_label("Title")).to_have_value(f"The Gates of {width}")
    expect(page.get_by_label("Date")).to_have_value("2031-05-06")
    page.get_by_label("Publisher").fill("The Norrland Courier")
    if javascript:
        judge(page)
    page.get_by_role("button", name=re.compile("^Parse it")).click()

    expect(page.get_by_role("status").first).to_be_visible()
    page.wait_for_url(f"**/documents/the-gates-of-{width}?added=new", timeout=LONG)
    expect(page.get_by_role("heading", name="What was found")).to_be_visible()
    expect(page.locator(".found li").first).to_contain_text("quote")
    expect(page.get_by_text("The Norrland Courier").first).to_be_visible()
    expect(page.locator("h1")).to_have_text(f"The Gates of {width}")
    if javascript:
        judge(page)


def test_the_whole_way_by_keyboard(open_page: OpenPage, own_address: str) -> None:
    page = open_form(open_page, own_address)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # skip to the content
    while page.evaluate("document.activeElement.id") != "text":
        page.keyboard.press("Tab")
    page.keyboard.insert_text("Keys and Gates\n\nASKAR, May 6, 2031 — " + TALKS[0] + " Nobody touched the mouse.")
    page.keyboard.press("Tab")  # the files
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Title")).to_have_value("Keys and Gates")
    page.get_by_label("Title").focus()
    page.keyboard.press("Enter")  # a form is sent by its first button
    page.wait_for_url("**/documents/keys-and-gates?added=new", timeout=LONG)


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (390, False)])
def test_files(open_page: OpenPage, own_address: str, tmp_path: Path, width: int, javascript: bool) -> None:
    sound, broken = tmp_path / f"paper-{width}.pdf", tmp_path / "broken.pdf"
    words = [*TALKS[:2], f"The third paragraph of number {width} tells of a new bridge over the Tolm."]
    sound.write_bytes(make_pdf([[line for paragraph in words for line in [*wrap(paragraph), ""]]]))
    broken.write_bytes(make_talks_pdf()[:200])
    page = open_form(open_page, own_address, width=width, javascript=javascript)
    page.get_by_label("Or files").set_input_files([sound, broken])
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("alert")).to_contain_text("broken.pdf: a damaged PDF; save it anew")
    if javascript:
        judge(page)
    page.get_by_role("link", name=sound.name).click()
    expect(page.get_by_label("Text")).to_have_value("\n\n".join(words))
    page.get_by_role("button", name=re.compile("^Parse it")).click()
    page.wait_for_url(f"**/documents/paper-{width}?added=new", timeout=LONG)
    with page.expect_download() as coming:
        page.get_by_role("link", name="The file it came in").click()
    assert coming.value.suggested_filename == sound.name
    assert Path(coming.value.path()).read_bytes() == sound.read_bytes()


def test_a_near_duplicate_shows_what_differs_and_the_same_text_leads_to_what_is_there(
    open_page: OpenPage, own_address: str
) -> None:
    seed = next((ROOT / "seeds").glob("*.txt")).read_text()
    page = open_form(open_page, own_address)
    page.get_by_label("The text").fill(seed.replace("a military base", "a naval base"))
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Much of it is in the store already")).to_be_visible()
    expect(page.locator(".differences del")).to_contain_text("military base")
    expect(page.locator(".differences ins")).to_contain_text("naval base")
    judge(page)
    page.get_by_role("button", name="Discard it").click()

    page.get_by_label("The text").fill(seed)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("This text was in the store already.")).to_be_visible()


@pytest.fixture
def editor_server(tmp_path: Path) -> Iterator[tuple[str, Editor]]:
    """A server of its own, and `editor("add", "Ada Lund")` on the machine where it runs."""
    store = tmp_path / "store.db"
    environment = os.environ | {"DEMARCHE_STORE": str(store)}
    migrate(store)

    def editor(*arguments: str) -> str:
        command = [sys.executable, "-m", "app", "editor", *arguments]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True, timeout=60
        )
        return done.stdout.strip()

    with served(store, tmp_path) as address:
        yield address, editor


@pytest.mark.parametrize(("width", "javascript"), [(1280, True), (390, False)])
def test_a_sign_in_that_ends_while_somebody_types_loses_nothing(
    open_page: OpenPage, editor_server: tuple[str, Editor], width: int, javascript: bool
) -> None:
    address, editor = editor_server
    token = editor("add", "Ada Lund")
    page = open_form(open_page, address, width=width, javascript=javascript)
    expect(page.get_by_role("heading", name="Sign in to write")).to_be_visible()
    page.locator("#token").fill("a guess")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("This is no editor’s token")
    if javascript:
        judge(page)
    page.locator("#token").fill(token)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("Signed in as Ada Lund")).to_be_visible()
    page.get_by_label("The text").fill(TEXT)

    editor("revoke", "Ada Lund")
    token = editor("add", "Ada Lund")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Your sign-in has ended, or was revoked.")).to_be_visible()
    expect(page.get_by_text("We will never sign that treaty")).to_be_visible()
    page.locator("#token").fill(token)
    page.get_by_role("button", name="Sign in").click()
    if javascript:
        judge(page)
    page.get_by_role("button", name="Go on with what I typed").click()
    expect(page.get_by_label("Text")).to_have_value(TEXT)
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in to write")).to_be_visible()
    assert "wrong-token" in editor("audit")
