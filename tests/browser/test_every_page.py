"""Every kind of page over forty documents, wide and narrow, light and dark, zoomed, and over an empty store: axe finds
nothing, nothing is wider than the screen, cut off or laid over something else, and nothing moves while it loads."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.pages.test_forty import FIVE, TWO

OpenPage = Callable[..., Page]
PAGES = [
    "/",
    "/actors",
    "/actors/ines-calloway",
    "/actors/maria-theodora-konstantinopoulou-featherstonehaugh",
    "/actors/donald-trump/dossier",
    "/quotes",
    "/quotes?speaker=donald-trump&kind=direct",
    "/quotes?kind=nonsense",
    "/demands",
    "/demands?sort=name&more=topic&from=2025-08-01",
    "/compare",
    TWO,
    FIVE,
    "/outcomes",
    "/outcomes?view=ledger",
    "/outcomes?view=conditions&sort=date",
    "/documents",
    "/documents/new",
    "/sign-in",
    "/documents/08-lights-out",
    "/documents/36-order-of-the-heron?unused=on",
    "/help",
    "/history",
    "/review",
    "/network",
    "/timeline",
    "/search",
    "/search?q=tariff",
    "/nowhere",
]
RECORDS = [("/quotes", ".excerpt a[href^='/quotes/']"), ("/demands", ".excerpt a[href^='/demands/']")]
RECORDS += [("/outcomes", ".excerpt a[href^='/outcomes/']")]
EMPTY = ["/", "/actors", "/quotes", "/demands", "/compare", "/outcomes", "/documents", "/network", "/timeline"]
LOOKS = [(1280, False), (390, True)]

# What is cut off on the right, or by a box that hides what does not fit, and is not meant to be read by ear alone.
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter((each) => {
  const box = each.getBoundingClientRect(), style = getComputedStyle(each);
  if (!box.width || !box.height || style.visibility === "hidden") return false;
  if (each.closest(".unseen, .skip, .skip-picture, svg, thead")) return false;
  if (each.closest("details:not([open]) > :not(summary)")) return false;
  const hides = style.overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1;
  return hides || box.right > innerWidth + 1 || box.left < -1;
}).map((each) => each.outerHTML.slice(0, 120))"""

# Pairs of links, buttons and fields of which one lies over the other.
OVERLAPPING = """() => {
  const shown = [...document.querySelectorAll("main :is(a, button, input, select, summary), header :is(a, input)")]
    .filter((each) => each.checkVisibility() && !each.closest("svg, thead, .unseen, .skip, .skip-picture, .scrolled"));
  const boxes = shown.flatMap((each) => [...each.getClientRects()].map((box) => [each, box]));
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  return boxes.flatMap(([one, a], nth) => boxes.slice(nth + 1)
    .filter(([other, b]) => one !== other && !one.contains(other) && !other.contains(one) && over(a, b))
    .map(([other]) => one.outerHTML.slice(0, 90) + " | " + other.outerHTML.slice(0, 90)));
}"""

# Parts of a line under a record, told apart by a dot that stands in the gap between them, where there is none.
CROWDED = """() => [...document.querySelectorAll(".about > span + span")].filter((each) => {
  const dot = getComputedStyle(each, "::before"), ends = [...each.previousElementSibling.getClientRects()].at(-1);
  const begins = each.getClientRects()[0];
  if (dot.content === "none" || !each.checkVisibility() || begins.left < ends.right) return false;
  return begins.left + parseFloat(dot.left) < ends.right;
}).map((each) => each.parentElement.outerHTML.slice(0, 120))"""

# Of the layout-shift score, a twentieth of what counts as good. A processor eight times as slow makes 0.0017, for which
# the browser names no element.
MOST_SHIFTED = 0.005
SHIFT = """() => new Promise((resolve) => {
  let moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) moved += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => resolve(moved), 50));
})"""


def judge(page: Page) -> None:
    broken = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
    told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in broken]
    assert told == []
    fits(page)


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it scrolls sideways"
    assert page.evaluate(CUT) == []
    assert page.evaluate(CROWDED) == []


def open_record(open_at: OpenPage, path: str, link: str, **look: object) -> Page:
    page = open_at(path, **look)
    address = page.locator(link).first.get_attribute("href")
    assert address
    page.goto(address)
    return page


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize("path", PAGES)
def test_page(open_forty: OpenPage, path: str, width: int, dark: bool) -> None:
    page = open_forty(path, width=width, dark=dark)
    assert page.evaluate(SHIFT) < MOST_SHIFTED, "something moved while the page was loading"
    judge(page)


@pytest.mark.parametrize(("width", "dark"), LOOKS)
@pytest.mark.parametrize(("path", "link"), RECORDS)
def test_page_of_one_record(open_forty: OpenPage, path: str, link: str, width: int, dark: bool) -> None:
    judge(open_record(open_forty, path, link, width=width, dark=dark))


@pytest.mark.parametrize("path", PAGES)
def test_page_at_two_hundred_per_cent(open_forty: OpenPage, path: str) -> None:
    page = open_forty(path, zoom=2)
    fits(page)
    assert page.evaluate(OVERLAPPING) == []


@pytest.mark.parametrize(("path", "link"), RECORDS)
def test_record_at_two_hundred_per_cent(open_forty: OpenPage, path: str, link: str) -> None:
    page = open_record(open_forty, path, link, zoom=2)
    fits(page)
    assert page.evaluate(OVERLAPPING) == []


@pytest.mark.parametrize("path", EMPTY)
def test_page_of_an_empty_store(open_empty: OpenPage, path: str) -> None:
    judge(open_empty(path, width=390))


def test_the_keyboard_reaches_the_content_first(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"
