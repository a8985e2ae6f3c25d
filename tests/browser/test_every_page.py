"""Every kind of page, wide and narrow, light and dark: axe finds nothing, nothing is wider than the screen."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OpenPage = Callable[..., Page]
PAGES = [
    "/",
    "/actors",
    "/actors/donald-trump",
    "/actors/donald-trump/dossier",
    "/quotes",
    "/quotes?speaker=donald-trump&kind=direct",
    "/quotes?kind=nonsense",
    "/demands",
    "/demands?sort=name&more=topic&from=2025-08-01",
    "/compare",
    "/compare?actor=donald-trump&actor=vladimir-putin&actor=united-states&governments=on&topic=negotiations",
    "/outcomes",
    "/outcomes?view=ledger",
    "/outcomes?view=conditions&sort=date",
    "/documents",
    "/documents/new",
    "/sign-in",
    "/help",
    "/history",
    "/review",
    "/network",
    "/timeline",
    "/search",
    "/search?q=putin",
    "/nowhere",
]
FIRST = [("/quotes", ".excerpt a[href^='/quotes/']"), ("/demands", ".excerpt a[href^='/demands/']")]
FIRST += [("/outcomes", ".excerpt a[href^='/outcomes/']"), ("/documents", ".headline a")]
LOOKS = [(1280, False), (390, True)]


def judge(page: Page) -> None:
    broken = Axe().run(page).response["violations"]
    told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in broken]
    assert told == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("path", PAGES)
def test_page(open_page: OpenPage, path: str, width: int, dark: bool) -> None:
    judge(open_page(path, width=width, dark=dark))


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize(("path", "link"), FIRST)
def test_page_of_one_thing(open_page: OpenPage, path: str, link: str, width: int, dark: bool) -> None:
    page = open_page(path, width=width, dark=dark)
    address = page.locator(link).first.get_attribute("href")
    assert address
    page.goto(address)
    judge(page)


def test_the_keyboard_reaches_the_content_first(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"
