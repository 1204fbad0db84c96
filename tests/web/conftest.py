"""A workbench on a copy of the sample, asked by a client or shown in a browser."""

import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
import uvicorn
from fastapi.testclient import TestClient
from httpx2 import Response
from playwright.sync_api import Browser, Page, expect, sync_playwright

from cenotaph import api
from cenotaph.web.app import workbench
from cenotaph.web.settings import Settings

SAMPLE = Path(__file__).parents[2] / "sample" / "reports"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HERE = "http://127.0.0.1"

expect.set_options(
    timeout=30_000
)  # On a busy machine a page takes longer than five seconds, and is right all the same.


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, read once; tests work on copies."""
    ledger = tmp_path_factory.mktemp("sample") / "sample.sqlite"
    api.read(SAMPLE, ledger=ledger)
    return ledger


@pytest.fixture
def ledger(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample that a test may change."""
    return Path(shutil.copy(sample, tmp_path / "sample.sqlite"))


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    """A client of a workbench on the sample, whose forms are taken for its own."""
    with client_of(Settings(ledger)) as one:
        yield one


@contextmanager
def client_of(settings: Settings) -> Iterator[TestClient]:
    """A client of a workbench without accounts; it sends the secret word of its session along."""
    app = workbench(settings)
    word = app.state.desk.tokens.of("local")
    with TestClient(app, base_url=HERE, headers={"x-csrf-token": word}, raise_server_exceptions=True) as one:
        yield one


def settled(client: TestClient, address: str) -> Response:
    """The page once its figures are of the ledger as it is now."""
    for _ in range(200):
        answer = client.get(address)
        if (
            answer.status_code == 200
            and "being worked out" not in answer.text
            and '"is_now":false' not in answer.text
        ):
            return answer
        sleep(0.2)
    raise AssertionError(f"{address} was never up to date")


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """A workbench on a free port; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(workbench(settings), port=port, log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def address(ledger: Path) -> Iterator[str]:
    """The address of a workbench on the sample."""
    with served(Settings(ledger)) as one:
        yield one


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the test is left out where there is none."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A page of the browser at 1280 pixels; whatever its console complains of fails the test."""
    with opened(browser) as one:
        yield one


@contextmanager
def opened(browser: Browser, *, width: int = 1280) -> Iterator[Page]:
    """A tab of its own, as of another person."""
    context = browser.new_context(viewport={"width": width, "height": 850})
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    # What a test provokes is no fault of the page; neither is a server that is gone when the test is over.
    expected = ("status of 409", "status of 403", "status of 401", "status of 422", "ERR_CONNECTION_REFUSED")
    assert [one for one in complaints if not any(words in one for words in expected)] == []
