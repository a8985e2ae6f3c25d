"""The comparison in a real browser."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]


def test_the_front_page_leads_to_the_comparison(open_page: OpenPage) -> None:
    page = open_page("/")
    page.get_by_role("button", name="Compare what they want").click()

    expect(page.locator("h1")).to_have_text("What Donald Trump and Vladimir Putin want")
    expect(page.locator("table.compare thead")).to_contain_text("Vladimir Putin")


def test_the_sentence_opens_in_place(open_page: OpenPage) -> None:
    page = open_page("/compare")
    record = page.locator("table.compare .excerpt").first
    expect(record.locator(".sentence")).to_be_hidden()
    record.locator("summary").click()

    expect(record.locator(".sentence mark")).to_be_visible()
    words = record.locator("summary").inner_text()
    assert record.locator(".sentence mark").inner_text() in words


def test_kinds_and_actors_are_changed_in_place(open_page: OpenPage) -> None:
    page = open_page("/compare")
    page.locator("#f-kind-goal").click()
    expect(page).to_have_url(re.compile("kind=demand&kind=refusal"))
    expect(page.locator("table.compare .kind.goal")).to_have_count(0)

    page.locator("#f-add").select_option(index=1)
    expect(page.locator("table.compare thead th")).to_have_count(4)
    page.locator("#f-actor-donald-trump").click()
    expect(page.locator("table.compare thead th")).to_have_count(3)
    page.go_back()
    expect(page.locator("table.compare thead th")).to_have_count(4)


def test_actors_are_added_without_javascript(open_page: OpenPage) -> None:
    page = open_page("/compare", javascript=False)
    page.locator("#f-add").select_option(index=1)
    page.get_by_role("button", name="Compare").click()

    expect(page.locator("table.compare thead th")).to_have_count(4)


def test_the_words_are_printed(open_page: OpenPage) -> None:
    page = open_page("/compare", width=800)
    page.emulate_media(media="print")

    expect(page.locator("table.compare thead th").last).to_be_visible()
    expect(page.locator("table.compare summary").first).to_be_visible()
    expect(page.locator("#filters")).to_be_hidden()
