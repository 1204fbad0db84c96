"""The workbench in a real browser."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect
from tests.web.conftest import opened

from cenotaph import api

CLAIM = "95cc92e31343a289"
PAGES = ["/", "/tally", "/series", "/disputes", "/incidents", "/map", "/flow", "/persons", "/origins", "/sources", "/source?name=OHCHR&with=UN", "/review",
         "/review/agreement", "/judgements", "/dossier", "/downloads", "/method", "/team", "/reports", "/claims", "/handlings", "/problems", "/add", f"/report/homel-trains?claim={CLAIM}",
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


RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
IN_THE_DARK = ["/", "/disputes", f"/report/homel-trains?claim={CLAIM}", f"/claim/{CLAIM}"]


def faults(tab: Page, rules: list[str]) -> list[str]:
    """What axe finds wrong with the page that is shown."""
    found = Axe().run(tab, options={"runOnly": rules}).response["violations"]
    return [f"{tab.url} {one['id']} {one['nodes'][0]['html']}" for one in found]


def test_every_page_can_be_read_by_all(tab: Page, address: str) -> None:
    for page in PAGES:
        tab.goto(f"{address}{page}")
        assert faults(tab, RULES) == []


def test_pages_can_be_read_in_the_dark(tab: Page, address: str) -> None:
    tab.emulate_media(color_scheme="dark")
    for page in IN_THE_DARK:
        tab.goto(f"{address}{page}")
        assert faults(tab, ["color-contrast"]) == []


def test_every_page_fits_a_telephone(browser: Browser, address: str) -> None:
    with opened(browser, width=390) as tab:
        for page in PAGES:
            tab.goto(f"{address}{page}")
            assert tab.evaluate("document.documentElement.scrollWidth") <= 390, page


def select(tab: Page, words: str) -> None:
    """Select words of the report's text, as with the mouse."""
    tab.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.querySelector("#text"), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
          throw new Error("no such words");
        }""",
        words,
    )


def test_one_key_accepts_and_goes_on(tab: Page, address: str, ledger: Path) -> None:
    tab.goto(f"{address}/report/homel-trains")
    tab.keyboard.press("j")
    expect(tab.locator("#panel h2")).to_contain_text("2,500+")
    tab.keyboard.press("a")
    expect(tab.locator("#panel h2")).not_to_contain_text("2,500+")
    expect(tab.locator(f'[data-claim="{CLAIM}"]')).to_have_class(re.compile("is-accepted"))
    tab.keyboard.press("u")
    expect(tab.locator(f'[data-claim="{CLAIM}"]')).to_have_class(re.compile("is-open"))
    assert [row["verdict"] for row in api.judgements(ledger, CLAIM)] == ["accept", "undo"]


def test_a_claim_is_rejected_with_a_reason(tab: Page, address: str, ledger: Path) -> None:
    tab.goto(f"{address}/report/homel-trains?claim={CLAIM}")
    tab.keyboard.press("r")
    tab.keyboard.type("a figure of 2014")
    tab.keyboard.press("Enter")
    expect(tab.locator(f'[data-claim="{CLAIM}"]')).to_have_class(re.compile("is-rejected"))
    assert api.judgements(ledger, CLAIM)[0]["reason"] == "a figure of 2014"
    assert CLAIM not in [row["id"] for row in api.claims(ledger)]


def test_selected_words_correct_a_field(tab: Page, address: str, ledger: Path) -> None:
    tab.goto(f"{address}/report/homel-trains?claim={CLAIM}")
    select(tab, "people in Homel and Mazyr")
    tab.get_by_role("button", name="As on whose word").click()
    expect(tab.locator("[name=sources]")).to_have_value("people in Homel and Mazyr")
    tab.get_by_role("button", name="Save the correction").click()
    expect(tab.locator(".tag-corrected")).to_be_visible()
    expect(tab.locator("tr.changed")).to_contain_text("a medical worker")
    assert [row["sources"] for row in api.claims(ledger) if row["id"] == CLAIM] == [
        ["people in Homel and Mazyr"]
    ]


def test_selected_words_become_a_claim_that_was_missed(tab: Page, address: str, ledger: Path) -> None:
    tab.goto(f"{address}/report/homel-trains")
    select(tab, "nine trucks")
    tab.keyboard.press("n")
    tab.locator("select[name=harm]").select_option("bodies")
    tab.get_by_role("button", name="Add it").click()
    expect(tab.locator(".mark.is-added")).to_have_text("nine trucks")
    (added,) = api.claims(ledger, verdict="added")
    assert (added["quantity_text"], added["low"], added["high"]) == ("nine trucks", 9, 9)


def test_the_later_of_two_editors_is_told_and_loses_nothing(
    browser: Browser, address: str, ledger: Path
) -> None:
    with opened(browser) as anna, opened(browser) as boris:
        for tab in (anna, boris):
            tab.goto(f"{address}/report/homel-trains?claim={CLAIM}")
            tab.keyboard.press("c")
        anna.locator("[name=side]").fill("Belarus")
        anna.get_by_role("button", name="Save the correction").click()
        expect(anna.locator(".tag-corrected")).to_be_visible()
        boris.locator("[name=place]").fill("Mazyr")
        boris.get_by_role("button", name="Save the correction").click()
        expect(boris.get_by_role("alert")).to_contain_text("Not filed")
        expect(boris.locator("[name=place]")).to_have_value("Mazyr")
        expect(boris.locator(".differs", has=boris.locator("[name=side]"))).to_contain_text("now: Belarus")
        boris.locator("[name=side]").fill("Belarus")
        boris.get_by_role("button", name="Save the correction").click()
        expect(boris.locator(".tag-corrected")).to_be_visible()
    (row,) = [row for row in api.claims(ledger) if row["id"] == CLAIM]
    assert (row["side"], row["place"]) == ("Belarus", "Mazyr")


def test_a_claim_is_judged_without_scripts(browser: Browser, address: str, ledger: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{address}/report/homel-trains?claim={CLAIM}")
    tab.get_by_role("button", name="Accept").click()
    expect(tab.locator(".tag-accepted")).to_be_visible()
    tab.get_by_role("link", name="Correct").click()
    tab.locator("[name=low]").fill("2400")
    tab.get_by_role("button", name="Save the correction").click()
    expect(tab.locator(".claim-panel h2")).to_contain_text("2,400+")
    context.close()
    assert [row["verdict"] for row in api.judgements(ledger, CLAIM)] == ["accept", "correct"]


def test_a_newcomer_corrects_a_claim_and_sees_the_figure_change(tab: Page, address: str) -> None:
    """The tutorial's "In the browser", step by step."""
    tab.set_default_timeout(60_000)
    tab.goto(address)
    tab.get_by_role("link", name="Reports", exact=True).click()
    tab.get_by_role("link", name="Night trains carry the dead out of Belarus").click()
    tab.wait_for_url("**/report/homel-trains")
    tab.wait_for_load_state()
    tab.keyboard.press("j")
    expect(tab.locator("#panel h2")).to_contain_text("2,500+")
    tab.keyboard.press("c")
    tab.get_by_label("at least").fill("2600")
    tab.get_by_label("Why").fill("as the page says now")
    tab.get_by_role("button", name="Save the correction").click()
    expect(tab.locator("#panel h2")).to_contain_text("2,600+")
    tab.get_by_role("link", name="Page of this claim").click()
    for _ in range(60):
        if tab.get_by_role("link", name="2,600+ bodies counted").count():
            break
        tab.wait_for_timeout(500)
        tab.reload()
    tab.get_by_role("link", name="2,600+ bodies counted").last.click()
    expect(tab.locator("h1")).to_contain_text("2,600")
    expect(tab.locator("main")).to_contain_text("more than 2,500 servicemen")


def test_a_map_is_zoomed_and_moved_by_keys_by_buttons_and_by_dragging(tab: Page, address: str) -> None:
    tab.goto(f"{address}/map")
    frame, drawing = tab.locator(".map-frame"), tab.locator("svg.map")
    whole = drawing.get_attribute("viewBox")
    expect(tab.get_by_role("button", name="Farther")).to_be_disabled()
    frame.focus()
    tab.keyboard.press("+")
    near = box_of(drawing.get_attribute("viewBox"))
    assert near[2] < box_of(whole)[2]
    tab.keyboard.press("ArrowRight")
    east = box_of(drawing.get_attribute("viewBox"))
    assert east[0] > near[0]
    place = drawing.bounding_box()
    assert place is not None
    tab.mouse.move(place["x"] + 300, place["y"] + 200)
    tab.mouse.down()
    tab.mouse.move(place["x"] + 380, place["y"] + 200)
    tab.mouse.up()
    assert box_of(drawing.get_attribute("viewBox"))[0] < east[0]
    tab.get_by_role("button", name="Closer").click()
    expect(tab).to_have_url(re.compile(r"/map#map=[\d.]+,[\d.]+,2\.56$"))
    seen = box_of(drawing.get_attribute("viewBox"))
    tab.reload()
    expect(drawing).not_to_have_attribute("viewBox", str(whole))
    assert box_of(drawing.get_attribute("viewBox")) == pytest.approx(seen, abs=1)
    tab.get_by_role("button", name="The whole map").click()
    assert box_of(drawing.get_attribute("viewBox")) == box_of(whole)
    assert faults(tab, RULES) == []


def box_of(view: str | None) -> list[float]:
    """The four numbers of a drawing's box."""
    return [float(number) for number in (view or "").split()]


def test_a_field_on_the_page_of_a_claim_leads_to_its_words(tab: Page, address: str) -> None:
    tab.goto(f"{address}/claim/{CLAIM}")
    tab.get_by_role("link", name="Homel region", exact=True).click()
    tab.wait_for_url("**/report/**")
    expect(tab.locator(".evidence[aria-pressed=true]")).to_have_text("Homel region")
    assert tab.evaluate("[...CSS.highlights.get('evidence')][0].toString()") == "Homel region"


def test_a_chart_and_a_graph_lead_to_what_stands_behind_them(tab: Page, address: str) -> None:
    tab.goto(f"{address}/series?side=Russia&harm=killed")
    chart = tab.locator("svg.chart").first
    expect(chart.locator(".claimant")).not_to_have_count(0)
    point = chart.locator(".claimant a").first
    said = point.get_attribute("aria-label")
    point.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/claim/**")
    assert said is not None
    expect(tab.locator("h1 .figure")).to_have_text(re.findall(r"[~\d,–+]*\d[\d,–+]*", said)[0])
    tab.goto(f"{address}/origins")
    expect(tab.locator("svg.graph .edges path")).not_to_have_count(0)
    tab.get_by_role("group", name="Origins and the reports").get_by_role(
        "link", name="Radio Free Europe"
    ).click()
    tab.wait_for_url("**/origins?source=Radio**")
    tab.locator("svg.graph").get_by_role("link", name="Night trains").click()
    tab.wait_for_url("**/report/homel-trains")
