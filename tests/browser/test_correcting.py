"""An editor in a real browser: forms in place, words selected in the article, the queue of review by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_every_page import judge

OpenPage = Callable[..., Page]
SELECT = """([words, nth]) => {
    const walker = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node, met = 0; node = walker.nextNode();) {
        const at = node.data.indexOf(words);
        if (at < 0 || met++ < nth) continue;
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        return;
    }
    throw new Error(`nothing says ${words}`);
}"""


@pytest.fixture
def open_article(open_page: OpenPage, own_address: str) -> Callable[..., Page]:
    def open_it(**look: object) -> Page:
        page = open_page(f"{own_address}/documents", **look)
        page.locator(".headline a").first.click()
        page.wait_for_url(re.compile("/documents/."))
        return page

    return open_it


def select(page: Page, words: str, nth: int = 0) -> None:
    page.evaluate(SELECT, [words, nth])


def entry(page: Page, words: str) -> Locator:
    """The entry in the list beside the article that has these words."""
    return page.locator(".notes li", has=page.get_by_text(words, exact=True)).first


def go_to(page: Page, words: str) -> None:
    """By keyboard to the record with these words."""
    for _ in range(100):
        page.keyboard.press("j")
        if words == page.locator(".notes li.now .words").inner_text().strip("“”"):
            return
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("width", "words"), [(1280, "a breakdown in relations"), (390, "jump-start long-stalled negotiations")]
)
def test_a_record_is_corrected_beside_the_article_by_keyboard(open_article: OpenPage, width: int, words: str) -> None:
    page = open_article(width=width)
    page.evaluate("window.stayed = true")
    go_to(page, words)
    page.keyboard.press("c")
    expect(page.locator("#c-holder")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Kurt Volker")
    page.keyboard.press("Enter")

    expect(page.locator(".notes li.lit[data-landing]")).to_contain_text("Kurt Volker")
    expect(page.locator(".notes li.lit[data-landing] .state")).to_have_text("corrected")
    expect(page.locator(".notes li.lit[data-landing]")).to_be_focused()
    expect(page.locator(".notes li.lit[data-landing]")).to_be_in_viewport()
    assert page.evaluate("window.stayed"), "the page was loaded anew instead of being changed"


def test_a_form_is_closed_and_the_focus_goes_back(open_article: OpenPage) -> None:
    page = open_article()
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#c-holder")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator(".correction")).to_have_count(0)
    expect(page.locator(".notes li.now").get_by_role("link", name="Correct")).to_be_focused()


def test_a_fault_is_told_in_place(open_article: OpenPage) -> None:
    page = open_article()
    address = page.url
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.locator("#c-words").fill("words that stand nowhere")
    page.get_by_role("button", name="Save").click()

    expect(page.locator(".notes .correction .fault")).to_contain_text("do not stand in the article")
    expect(page.locator("#c-words")).to_have_value("words that stand nowhere")
    assert page.url.split("#")[0] == address


def test_other_words_are_selected(open_article: OpenPage) -> None:
    page = open_article()
    go_to(page, "stop bombarding Ukrainian cities")
    page.keyboard.press("c")
    expect(page.locator("#c-words")).to_be_visible()
    select(page, "bombarding Ukrainian")
    page.locator("[data-take=c-words]").click()
    expect(page.locator("#c-words")).to_have_value("bombarding Ukrainian")
    page.get_by_role("button", name="Save").click()

    expect(page.locator(".notes li.lit[data-landing] .words")).to_have_text("bombarding Ukrainian")
    assert "".join(page.locator(".text .marked.lit").all_inner_texts()) == "bombarding Ukrainian"


@pytest.mark.parametrize(
    ("width", "words"), [(1280, "keep watch on the Soviet Union"), (390, "monitor Russian military patrols")]
)
def test_what_was_missed_is_added_by_selecting_its_words(open_article: OpenPage, width: int, words: str) -> None:
    page = open_article(width=width)
    select(page, words)
    expect(page.locator(".adding.ready output")).to_have_text(f"“{words}”")
    page.locator(".adding").get_by_role("button", name="a stated position").click()
    expect(page.locator("#c-holder")).to_be_focused()
    expect(page.locator("#c-words")).to_have_value(words)
    page.keyboard.type("United States")
    page.get_by_role("button", name="Add", exact=True).click()

    lit = page.locator(".notes li.lit[data-landing]")
    expect(lit).to_contain_text(words)
    expect(lit.locator(".state")).to_have_text("added by hand")
    assert "".join(page.locator(".text .marked.lit").all_inner_texts()) == words


def test_review_goes_on_by_keyboard(open_page: OpenPage, own_address: str) -> None:
    page = open_page(f"{own_address}/review")
    words = page.locator(".next .words")
    first = words.inner_text()
    page.keyboard.press("n")
    expect(words).not_to_have_text(first)
    second = words.inner_text()
    page.keyboard.press("r")
    expect(page.locator("#c-reason")).to_be_focused()
    page.keyboard.type("Nobody wants this.")
    page.keyboard.press("Enter")
    expect(page.locator("#rejected")).to_contain_text("Nobody wants this.")
    expect(page.locator("#rejected")).to_contain_text(second)
    expect(page.locator("#next-title")).to_be_focused()
    third = words.inner_text()
    assert third not in (first, second)
    page.keyboard.press("a")
    expect(words).not_to_have_text(third)
    page.locator("#rejected").get_by_role("button", name="Undo").first.click()

    expect(page.locator("#rejected")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_the_focus_is_on_what_is_wrong(open_article: OpenPage, javascript: bool) -> None:
    page = open_article(javascript=javascript)
    page.locator(".text .note").first.click()
    address = page.locator(".notes li").first.get_by_role("link", name="Correct").get_attribute("href") or ""
    page.goto(address)
    page.locator("#c-words").fill("words that stand nowhere in it")
    page.get_by_role("button", name="Save").click()

    expect(page.locator("#c-words[aria-invalid]")).to_be_focused()


def test_on_a_narrow_screen_the_form_stands_over_the_article(open_article: OpenPage) -> None:
    page = open_article(width=390, javascript=False)
    page.locator(".text .note").first.click()
    address = page.locator(".notes li:target").get_by_role("link", name="Correct").get_attribute("href") or ""
    page.goto(address)

    form, text = page.locator(".correction").bounding_box(), page.locator("article.text").bounding_box()
    assert form
    assert text
    assert form["y"] + form["height"] <= text["y"]
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


def test_the_whole_of_it_without_javascript(open_article: OpenPage) -> None:
    page = open_article(javascript=False)
    page.locator(".text .note").nth(10).click()
    page.locator(".notes li:target").get_by_role("link", name="Correct").click()
    page.locator("#c-reason").fill("Read again.")
    page.locator("details summary").first.click()
    page.locator("input[name=topics][value=sanctions]").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".notes li.lit[data-landing] .state")).to_have_text("corrected")
    page.locator(".adding").get_by_role("button", name="an outcome").click()
    page.locator("#c-words").fill("airspace")
    page.locator("input[name=status][value=expected]").check()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".notes li.lit[data-landing] .state")).to_have_text("added by hand")
    page.locator(".notes li.lit[data-landing]").get_by_role("link", name="Reject").click()
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".fault")).to_contain_text("why")
    page.locator("#c-reason").fill("It is none.")
    page.get_by_role("button", name="Reject").click()
    expect(page.locator(".gone")).to_contain_text("It is none.")
    page.locator(".gone").get_by_role("button", name="Undo").click()

    expect(page.locator(".standing, .notes li.lit")).to_contain_text("added by hand")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)])
def test_every_page_of_an_editor(open_article: OpenPage, width: int, dark: bool) -> None:
    page = open_article(width=width, dark=dark)
    article = page.url
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#c-holder")).to_be_focused()
    judge(page)
    place = page.locator(".notes li.now").get_by_role("link", name="Correct").get_attribute("href") or ""
    about = place.partition("/edit")[0]
    for address in (
        place,
        about,
        f"{about}/reject",
        f"{article}/add",
        f"{article}/add?record=quote",
        "/history",
        "/review",
    ):
        page.goto(address if address.startswith("http") else article.split("/documents")[0] + address)
        judge(page)
    page.goto(article.split("/documents")[0] + "/actors/donald-trump/edit")
    judge(page)


def test_the_form_stands_beside_the_article(open_article: OpenPage) -> None:
    page = open_article()
    page.goto(f"{page.url}/add?record=quote")
    form, text = page.locator("#correction").bounding_box(), page.locator(".text").bounding_box()

    assert form
    assert text
    assert form["x"] > text["x"] + text["width"]
    assert form["y"] < 500


def test_paper_shows_no_controls(open_article: OpenPage) -> None:
    page = open_article()
    page.keyboard.press("j")
    page.emulate_media(media="print")

    for control in (".adding", ".controls", ".visitor"):
        expect(page.locator(control).first).to_be_hidden()
