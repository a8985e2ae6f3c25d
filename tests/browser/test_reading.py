"""From a record to its words in the article."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("folder", ["quotes", "demands", "outcomes"])
def test_a_record_leads_to_its_words_in_the_article(open_page: OpenPage, folder: str, javascript: bool) -> None:
    page = open_page(f"/{folder}", javascript=javascript)
    record = page.locator("#results .entry .excerpt").last
    record.locator("summary").click()
    words = record.locator(".sentence mark").inner_text()
    record.get_by_role("link", name="Read it in the article").click()

    expect(page).to_have_url(re.compile(rf"/documents/[^?]+\?record=([a-z2-7]+)#{folder[0]}-\1$"))
    lit = page.locator(".text .marked.lit")
    assert "".join(lit.all_inner_texts()) == words
    expect(lit.first).to_be_in_viewport()
    expect(page.locator(".notes li.lit")).to_have_count(1)


def test_the_words_of_the_article_stay_those_of_the_file(open_page: OpenPage) -> None:
    page = open_page("/documents")
    page.locator(".headline a").first.click()
    text = page.locator(".text").text_content() or ""

    assert "If Putin agrees, Trump says he will bring Ukrainian President Volodymyr Zelensky into the talks" in text


def test_records_are_walked_through_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/documents")
    page.locator(".headline a").first.click()
    places = page.locator(".text .note").evaluate_all("notes => notes.map(note => '#' + note.id)")
    for key, place in [("j", places[0]), ("j", places[1]), ("k", places[0])]:
        page.keyboard.press(key)
        page.wait_for_function("place => location.hash === place", arg=place)
        expect(page.locator(".notes li.now")).to_have_id(f"entry-{place[1:]}")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_number_pressed_shows_its_record_where_the_reader_is(open_page: OpenPage, width: int) -> None:
    page = open_page("/documents", width=width)
    page.locator(".headline a").first.click()
    note = page.locator(".text .note").nth(7)
    note.scroll_into_view_if_needed()
    place, entry = page.evaluate("scrollY"), f"entry-{note.get_attribute('id')}"
    note.click()

    expect(page.locator(".notes li.now")).to_have_id(entry)
    expect(page.locator(f"#{entry}")).to_be_in_viewport()
    assert page.evaluate("location.hash") == f"#{note.get_attribute('id')}"
    assert page.evaluate("scrollY") == place, "the article moved away"


def test_keys_pressed_faster_than_the_address_is_told_skip_no_record(open_page: OpenPage) -> None:
    page = open_page("/documents")
    page.locator(".headline a").first.click()
    page.wait_for_url(re.compile("/documents/."))
    places = page.locator(".text .note").evaluate_all("notes => notes.map(note => `entry-${note.id}`)")
    walked = page.evaluate("""count => Array.from({length: count}, () => {
        document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "j", bubbles: true}));
        return document.querySelector(".notes li.now")?.id;
    })""", 5)  # fmt: skip

    assert walked == places[:5]


def test_kinds_are_marked_as_chosen(open_page: OpenPage) -> None:
    page = open_page("/documents")
    page.locator(".headline a").first.click()
    page.locator("#f-quote").uncheck()

    expect(page).to_have_url(re.compile("kind=demand&kind=outcome"))
    expect(page.locator(".text .note.quote")).to_have_count(0)
