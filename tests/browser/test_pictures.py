"""The timeline and the network in a real browser: their parts are links, by mouse and by keyboard, wide and narrow."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

OpenPage = Callable[..., Page]


@pytest.mark.parametrize("javascript", [True, False])
def test_a_node_leads_to_its_actor_by_keyboard(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("/network", javascript=javascript)
    node = page.locator(".network.wide .node").first
    address = node.get_attribute("href")
    node.focus()
    page.keyboard.press("Enter")

    assert address
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))


def test_an_arrow_leads_to_as_many_positions_as_it_says(open_page: OpenPage) -> None:
    page = open_page("/network")
    arrow = page.locator(".network.wide .arrow").first
    number = re.findall(r": (\d+) ", arrow.get_attribute("aria-label") or "")[0]
    page.goto(arrow.get_attribute("href") or "")

    expect(page.locator("#count")).to_have_text(re.compile(rf"^{number} stated position"))


def test_a_mark_leads_to_its_record(open_page: OpenPage) -> None:
    page = open_page("/timeline")
    mark = page.locator(".timeline.wide .mark.said").first
    address = mark.get_attribute("href") or ""
    mark.click()

    expect(page).to_have_url(re.compile(re.escape(address) + "$"))


@pytest.mark.parametrize("path", ["/timeline", "/network"])
def test_each_screen_has_one_picture_and_the_tab_key_meets_no_other(open_page: OpenPage, path: str) -> None:
    for width, shown, hidden in ((1280, "wide", "tall"), (390, "tall", "wide")):
        page = open_page(path, width=width)
        expect(page.locator(f".picture.{shown}")).to_be_visible()
        expect(page.locator(f".picture.{hidden}")).to_be_hidden()
        assert page.locator(f".picture.{hidden} a").first.evaluate(
            "link => { link.focus(); return document.activeElement !== link }"
        )


@pytest.mark.parametrize("path", ["/timeline", "/network"])
def test_the_picture_can_be_skipped(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    skip = page.get_by_role("link", name="Skip the picture")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("#(moments|asking)-table$"))


def test_names_in_the_network_lie_over_no_other_name(open_page: OpenPage) -> None:
    for width, form in ((1280, "wide"), (390, "tall")):
        boxes = (
            open_page("/network", width=width)
            .locator(f".network.{form} .node text")
            .evaluate_all(
                "names => names.map(name => { const box = name.getBoundingClientRect(); "
                "return [box.left, box.top, box.right, box.bottom] })"
            )
        )
        over = [
            (one, other)
            for nth, one in enumerate(boxes)
            for other in boxes[nth + 1 :]
            if min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1
        ]
        assert over == []


def test_the_timeline_is_filtered_in_place(open_page: OpenPage) -> None:
    page = open_page("/timeline")
    page.evaluate("window.stayed = true")
    page.locator("#f-clock-said").check()

    expect(page).to_have_url(re.compile(r"/timeline\?clock=said$"))
    expect(page.locator(".timeline.wide .mark.published")).to_have_count(0)
    assert page.evaluate("window.stayed")


def test_a_citation_is_copied_also_after_a_filter(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#f-speaker-donald-trump").check()
    expect(page).to_have_url(re.compile("speaker="))
    page.locator(".cite > summary").click()
    page.locator('[data-copy="cite-text"]').click()

    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Quotes (Speaker: Donald Trump)”, Demarche. http://")
    assert page.url in copied


def test_a_quotation_makes_no_noise_in_the_console(open_page: OpenPage) -> None:
    page = open_page("/quotes")
    page.goto(page.locator(".excerpt a[href^='/quotes/']").first.get_attribute("href") or "")

    assert (
        page.evaluate("JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@type']")
        == "Quotation"
    )


def test_a_dossier_is_printed_without_controls(open_page: OpenPage) -> None:
    page = open_page("/actors/donald-trump/dossier")
    page.emulate_media(media="print")

    expect(page.locator(".cite")).to_be_hidden()
    expect(page.locator(".permalink").first).to_be_visible()
