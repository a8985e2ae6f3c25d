"""The analyst's loop from a pasted article to a newer parse of it, with and without scripts, wide and narrow."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT

OpenPage = Callable[..., Page]
ARTICLE = """Talks on the northern bridge

ASKAR, May 5, 2031 — Foreign Minister Ada Lund of Sweden urged Norway on Monday to open the northern bridge. “We will \
not pay for the paint,” Lund told reporters. Norwegian President Kurt {name} said the bridge was old. {name} demanded \
that Sweden withdraw its guards.

If Sweden pays, Norway will open the gates. “The tolls are fair,” said Kurt {name} Jr., a spokesman for the Norwegian \
government. The tolls should be halved, as most drivers would have it."""
LOOKS = [(True, 1280, "Weiss"), (True, 390, "Braun"), (False, 1280, "Vogel"), (False, 390, "Lang")]


@pytest.mark.parametrize(("javascript", "width", "name"), LOOKS)
def test_the_whole_loop(
    open_page: OpenPage, own_address: str, own_folder: Path, javascript: bool, width: int, name: str
) -> None:
    page = open_page(f"{own_address}/documents/new", javascript=javascript, width=width)
    add_article(page, ARTICLE.format(name=name))
    article = page.url.partition("?")[0]
    open_form(page, "the bridge was old", "Correct", javascript)
    page.locator("#c-speaker").fill("Ada Lund")
    page.locator("#c-speaker").press("Enter")
    expect(lit(page)).to_contain_text("corrected")
    add_demand(page, "The tolls should be halved", f"Kurt {name}", javascript)
    open_form(page, "We will not pay for the paint", "Reject", javascript)
    page.locator("#c-reason").fill("She never said it.")
    page.locator("#c-reason").press("Enter")
    expect(page.locator(".gone")).to_contain_text("She never said it.")
    merge(page, own_address, f"kurt-{name}-jr".lower(), f"Kurt {name}")
    page.goto(article)
    accept_and_undo(page, "open the gates", javascript)
    check_decisions(page, article, name)

    parse_anew(own_folder, article)
    check_decisions(page, article, name)
    page.goto(f"{own_address}/review")
    expect(page.locator("#unplaced")).to_have_count(0)


def add_article(page: Page, text: str) -> None:
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Go on").press("Enter")
    page.get_by_role("button", name=re.compile("Parse it")).press("Enter")
    page.wait_for_url(re.compile(r"/documents/[^/]+\?added=new$"), timeout=120_000)


def lit(page: Page) -> Locator:
    # htmx lets new entries bear the old ones’ classes for a moment, so that styles can glide.
    return page.locator(".notes li.lit[data-landing]")


def open_form(page: Page, words: str, what: str, javascript: bool) -> None:
    """To the record with these words and into its form: by its key, or by its links where no script listens."""
    entry = page.locator(".notes li", has_text=words).first
    if javascript:
        place = entry.locator(".note").get_attribute("href") or ""
        while page.evaluate("location.hash") != place:
            page.keyboard.press("j")
        page.keyboard.press(what[0].lower())
    else:
        page.locator(f'.text .note[href="#{entry.get_attribute("id")}"]').press("Enter")
        entry.get_by_role("link", name=what).press("Enter")
    expect(page.locator("#correction")).to_be_visible()


def add_demand(page: Page, words: str, holder: str, javascript: bool) -> None:
    page.locator(".adding").get_by_role("button", name="a stated position").press("Enter")
    expect(page.locator("#c-words")).to_be_visible()
    page.locator("#c-holder").fill(holder)
    page.locator("#c-words").fill(words)
    page.locator("#c-holder").press("Enter")
    expect(lit(page)).to_contain_text(words)
    expect(lit(page)).to_contain_text("added by hand")


def merge(page: Page, address: str, key: str, into: str) -> None:
    page.goto(f"{address}/actors/{key}")
    page.get_by_role("link", name="Correct this actor").press("Enter")
    page.locator("#a-into").fill(into)
    page.locator("#a-into").press("Enter")
    expect(page.locator("h1")).to_have_text(into)


def accept_and_undo(page: Page, words: str, javascript: bool) -> None:
    entry = page.locator(".notes li", has_text=words).first
    about = entry.locator(".words a").get_attribute("href") or ""
    page.goto(page.url.split("/documents")[0] + about)
    if javascript:
        page.keyboard.press("a")
    else:
        page.get_by_role("button", name="Accept").press("Enter")
    expect(page.locator(".standing")).to_contain_text("accepted")
    page.get_by_role("button", name=re.compile("Undo")).first.press("Enter")
    expect(page.locator(".standing")).to_contain_text("found by the parser")


def check_decisions(page: Page, article: str, name: str) -> None:
    """Each decision is seen in the article, and on the pages of those whom it is about."""
    page.goto(article)
    notes = page.locator(".notes")
    old = notes.locator("li", has_text="the bridge was old")
    expect(old).to_contain_text("Ada Lund")
    expect(old.locator(".state")).to_have_text("corrected")
    halved = notes.locator("li", has_text="The tolls should be halved")
    expect(halved).to_contain_text(f"Kurt {name}")
    expect(halved.locator(".state")).to_have_text("added by hand")
    expect(notes).not_to_contain_text("We will not pay for the paint")
    fair = notes.locator("li", has_text="The tolls are fair")
    expect(fair.locator(".who .actor")).to_have_text(f"Kurt {name}")
    gates = notes.locator("li", has_text="open the gates")
    expect(gates.locator(".state")).to_have_count(0)


def parse_anew(folder: Path, article: str) -> None:
    """What happens when a newer parser meets the article's file: here the one that parsed it is made out to be older."""
    slug, store = article.rpartition("/")[2], folder / "store.db"
    with closing(sqlite3.connect(store)) as raw, raw:
        text = raw.execute("SELECT text FROM document WHERE slug = ?", (slug,)).fetchone()[0]
        raw.execute("UPDATE document SET parser_version = 'older' WHERE slug = ?", (slug,))
    file = folder / f"{slug}.txt"
    file.write_text(text, encoding="utf-8", newline="")
    command = [sys.executable, "-m", "app", "ingest", str(file)]
    settings = os.environ | {"DEMARCHE_STORE": str(store)}
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=300, check=True)
    assert "1 replaced" in done.stdout + done.stderr
