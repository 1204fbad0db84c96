"""How smoothly the reading room scrolls over a report of 5,000 claims, in Chromium.

usage: scrolling.py [--claims N]

The wheel turns through the whole report. Told are the times between frames, the longest tasks of the page's own thread
(above 50 ms it stalls), and how long the page takes until it can be scrolled. Needs Playwright and Chromium.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from large_ledger import crowded
from playwright.sync_api import sync_playwright
from served import Served

_WATCH = """() => {
  window.frames_ = []; window.tasks_ = [];
  new PerformanceObserver((list) => window.tasks_.push(...list.getEntries().map((one) => one.duration))).observe({ type: "longtask" });
  let last = performance.now();
  const tick = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}"""


def main() -> int:
    """Scroll and print; 1 if a task stalls the page for more than 50 ms."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=5000)
    claims = parser.parse_args().claims
    ledger = Path(tempfile.mkdtemp()) / "crowded.sqlite"
    crowded(ledger, claims)
    with Served(ledger) as server, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": 1280, "height": 850})
        tab.goto(f"{server.address}/report/crowded")
        loaded = tab.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
        tab.wait_for_timeout(1000)
        tab.evaluate(_WATCH)
        tab.mouse.move(500, 400)
        # Its height is known for sure only when all of it has been in view.
        while tab.evaluate("scrollY + innerHeight < document.documentElement.scrollHeight - 5"):
            tab.mouse.wheel(0, 2000)
            tab.wait_for_timeout(30)
        height = tab.evaluate("document.documentElement.scrollHeight")
        frames, tasks = tab.evaluate("window.frames_"), tab.evaluate("window.tasks_")
        browser.close()
    late = sorted(frames)[int(len(frames) * 0.95)]
    print(f"{claims} claims, {height:,} pixels: to be scrolled after {loaded:.0f} ms; {len(frames)} frames, median {median(frames):.0f} ms, "
          f"p95 {late:.0f} ms, longest {max(frames):.0f} ms; {len(tasks)} tasks over 50 ms, longest {max(tasks, default=0):.0f} ms")  # fmt: skip
    return int(max(tasks, default=0) > 50)


if __name__ == "__main__":
    sys.exit(main())
