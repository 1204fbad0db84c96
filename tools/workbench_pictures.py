"""Take the screenshots of docs/workbench.md from a workbench on the sample.

usage: workbench_pictures.py ADDRESS OUT_FOLDER   (`cenotaph serve --ledger sample.sqlite` first; needs Chromium)
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

CLAIM = "95cc92e31343a289"
PICTURES = {
    "overview": ("/", 1280, "light"),
    "reading": (f"/report/homel-trains?claim={CLAIM}", 1280, "light"),
    "claim": (f"/claim/{CLAIM}", 1280, "light"),
    "figures": ("/tally", 1280, "light"),
    "series": ("/series", 1280, "light"),
    "disputes": ("/disputes", 1280, "light"),
    "map": ("/map", 1280, "light"),
    "flow": ("/flow", 1280, "light"),
    "origins": ("/origins", 1280, "light"),
    "review": ("/review", 1280, "light"),
    "incident": ("/incidents/58770762bda515bb", 1280, "light"),
    "dark": (f"/report/homel-trains?claim={CLAIM}", 1280, "dark"),
    "telephone": (f"/report/homel-trains?claim={CLAIM}", 390, "light"),
}


def main(address: str, out: Path) -> None:
    """One picture a page."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (page, width, scheme) in PICTURES.items():
            tab = browser.new_page(viewport={"width": width, "height": 820}, color_scheme=scheme)  # type: ignore[arg-type]
            tab.goto(f"{address}{page}")
            _wait(tab)
            tab.screenshot(path=out / f"workbench-{name}.png")
            tab.close()
        browser.close()


def _wait(tab: Page) -> None:
    tab.wait_for_load_state("networkidle")
    tab.evaluate("document.fonts.ready")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"), Path(sys.argv[2]))
