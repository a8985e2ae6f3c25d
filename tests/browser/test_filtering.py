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


def test_further_choices_are_opened_without_losing_the_place(open_forty: OpenPage) -> None:
    page = open_forty("/quotes")
    link = page.locator("#more-speaker")
    link.focus()
    page.keyboard.press("Enter")

    expect(link).to_contain_text("Fewer")
    expect(link).to_be_focused()


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
    counted = page.locator("#count").inner_text()
    button = page.locator(".fold > button")
    expect(button).to_have_text(f"Show {counted}")
    expect(button).to_be_in_viewport()
    button.click()

    expect(choice).to_be_hidden()
    expect(page.locator("#count")).to_be_focused()
    expect(page.locator("#count")).to_be_in_viewport()


def test_the_order_changes_in_place_and_the_focus_stays(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.evaluate("window.stayed = true")
    page.locator("#order-name").focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"\?sort=name$"))
    expect(page.locator("#order-name")).to_have_attribute("aria-current", "true")
    assert page.evaluate("window.stayed"), "the page was loaded anew instead of being changed"
    assert page.evaluate("document.activeElement.id") == "order-name", "the focus moved away"
    page.locator(f"#f-speaker-{SPEAKER}").check()
    expect(page).to_have_url(re.compile(rf"speaker={SPEAKER}&sort=name$"))


def test_a_choice_taken_back_leaves_the_focus_at_the_count(open_page: OpenPage) -> None:
    page = open_page(f"/quotes?speaker={SPEAKER}")
    page.get_by_role("link", name=re.compile("Take back: Speaker")).press("Enter")

    expect(page).to_have_url(re.compile(r"/quotes$"))
    expect(page.locator("#count")).to_be_focused()
    expect(page.locator(f"#f-speaker-{SPEAKER}")).not_to_be_checked()


def test_the_next_page_begins_where_the_list_does_and_leads_back(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    first = page.locator("#results .entry").first.inner_text()
    page.get_by_role("link", name="Next").click()

    expect(page).to_have_url(re.compile("after="))
    expect(page.locator("#count")).to_be_in_viewport()
    page.get_by_role("link", name="Previous").click()
    expect(page).to_have_url(re.compile("before="))
    assert page.locator("#results .entry").first.inner_text() == first


def test_bars_narrow_the_list_without_javascript(open_page: OpenPage) -> None:
    page = open_page("/quotes", javascript=False)
    counted = page.locator("#count").inner_text()
    bars = page.locator(".histogram a")
    words = bars.first.get_attribute("aria-label") or ""
    bars.first.click()

    assert page.locator("#count").inner_text() == words.split(": ")[1] != counted
    page.locator(".histogram [aria-current]").click()
    assert page.locator("#count").inner_text() == counted
