"""Filtering in a real browser: the list is swapped, the address pushed, Back works; the same without JavaScript."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]
SPEAKER = "donald-trump"


def names_of_speakers(page: Page) -> set[str]:
    return set(page.locator("#results .entry .who > .actor").all_inner_texts())


def test_a_speaker_is_chosen_and_back_undoes_it(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    everybody, counted = names_of_speakers(page), page.locator("#count").inner_text()
    page.evaluate("window.stayed = true")
    choice = page.locator(f"#f-speaker-{SPEAKER}")
    choice.focus()
    page.keyboard.press("Space")

    expect(page).to_have_url(re.compile(rf"/quotes\?speaker={SPEAKER}$"))
    expect(page.locator("#count")).not_to_have_text(counted)
    assert names_of_speakers(page) == {"Donald Trump"} != everybody
    assert page.evaluate("window.stayed"), "the page was loaded anew instead of being changed"
    expect(page.locator(f"#f-speaker-{SPEAKER}")).to_be_checked()
    assert page.evaluate("document.activeElement.id") == f"f-speaker-{SPEAKER}", "the focus moved away"

    page.go_back()
    expect(page).to_have_url(re.compile(r"/quotes$"))
    expect(page.locator("#count")).to_have_text(counted)
    expect(page.locator(f"#f-speaker-{SPEAKER}")).not_to_be_checked()
    assert names_of_speakers(page) == everybody

    page.go_forward()
    expect(page.locator(f"#f-speaker-{SPEAKER}")).to_be_checked()


def test_an_address_with_a_filter_can_be_loaded_again(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.locator(f"#f-speaker-{SPEAKER}").check()
    expect(page).to_have_url(re.compile("speaker="))
    filtered = page.locator("#results").inner_text()
    page.reload()

    assert page.locator("#results").inner_text() == filtered


def test_words_are_typed_without_losing_the_place(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.locator("#f-q").press_sequentially("putin", delay=20)

    expect(page).to_have_url(re.compile(r"\?q=putin$"))
    expect(page.locator("#f-q")).to_be_focused()
    expect(page.locator("#f-q")).to_have_value("putin")


def test_a_speaker_is_chosen_without_javascript(open_page: OpenPage) -> None:
    page = open_page("/quotes", javascript=False)
    page.locator(f"#f-speaker-{SPEAKER}").check()
    page.get_by_role("button", name="Show").click()

    expect(page).to_have_url(re.compile(rf"speaker={SPEAKER}"))
    assert names_of_speakers(page) == {"Donald Trump"}
    page.get_by_role("link", name=re.compile("Take back: Speaker")).click()
    expect(page).to_have_url(re.compile(r"/quotes$"))


def test_the_filter_opens_on_a_narrow_screen(open_page: OpenPage) -> None:
    page = open_page("/quotes", width=390)
    choice = page.locator(f"#f-speaker-{SPEAKER}")
    expect(choice).to_be_hidden()
    page.locator(".fold > summary").click()
    choice.check()

    expect(page).to_have_url(re.compile("speaker="))
    expect(choice).to_be_visible()
