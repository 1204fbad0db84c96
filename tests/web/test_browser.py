"""The workbench in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import opened

CLAIM = "95cc92e31343a289"
PAGES = ["/", "/reports", "/claims", "/handlings", "/problems", "/add", f"/report/homel-trains?claim={CLAIM}",
         f"/claim/{CLAIM}"]  # fmt: skip


def test_keys_go_from_claim_to_claim_and_show_their_words(tab: Page, address: str) -> None:
    tab.goto(f"{address}/report/homel-trains")
    tab.keyboard.press("j")
    expect(tab.locator("#panel h2")).to_contain_text("2,500+")
    expect(tab.locator(".mark.is-chosen")).to_have_text("more than 2,500")
    assert tab.url.endswith(f"?claim={CLAIM}#{CLAIM}")
    tab.keyboard.press("e")
    tab.keyboard.press("e")
    words = tab.evaluate("[...CSS.highlights.get('evidence')][0].toString()")
    assert words in tab.locator(".evidence[aria-pressed=true]").inner_text()
    tab.keyboard.press("j")
    expect(tab.locator("#panel h2")).not_to_contain_text("2,500+")
    tab.keyboard.press("Escape")
    expect(tab.locator("#panel h2")).to_have_text("Claims of this report")


def test_keys_can_be_turned_off(tab: Page, address: str) -> None:
    tab.goto(f"{address}/report/homel-trains")
    tab.keyboard.press("?")
    tab.get_by_label("Single keys are on").uncheck()
    tab.get_by_role("button", name="Close").click()
    tab.keyboard.press("j")
    expect(tab.locator("#panel h2")).to_have_text("Claims of this report")


def test_a_click_shows_a_claim_and_its_evidence(tab: Page, address: str) -> None:
    tab.goto(f"{address}/report/homel-trains")
    tab.locator(".mark.claim").first.click()
    tab.get_by_role("button", name="Homel region").click()
    assert tab.evaluate("[...CSS.highlights.get('evidence')][0].toString()") == "Homel region"


def test_files_are_uploaded_with_progress(tab: Page, address: str) -> None:
    tab.goto(f"{address}/add")
    body = b"Three civilians were killed in Irpin on 4 March 2022, the mayor said.\n"
    tab.set_input_files("input[type=file]", {"name": "irpin.txt", "mimeType": "text/plain", "buffer": body})
    tab.get_by_role("button", name="Read the files").click()
    expect(tab.locator("#upload")).to_contain_text("1 report filed with 1 claim", timeout=15_000)
    tab.get_by_role("link", name="irpin").click()
    expect(tab.locator("#text")).to_contain_text("Three civilians")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_can_be_read_by_all(browser: Browser, address: str, width: int, scheme: str) -> None:
    with opened(browser, width=width) as tab:
        tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for page in PAGES:
            tab.goto(f"{address}{page}")
            found = Axe().run(tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
            assert [(page, one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, page
