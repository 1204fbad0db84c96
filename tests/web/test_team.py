"""Accounts, roles and sessions: nobody reaches a page without the role that it takes."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect
from tests.web.conftest import HERE, served

from cenotaph.problems import CenotaphError
from cenotaph.web import Settings
from cenotaph.web.app import workbench
from cenotaph.web.serving import check
from cenotaph.web.team import Accounts

CLAIM = "95cc92e31343a289"
PASSWORD = "a long enough one"
OPEN = {"/login", "/static"}
"""What those who are not logged in may ask for."""
RECORDERS = {"/add", "/add/files", "/add/text", "/add/{upload_id}", "/judge/add", "/judge/pair", "/judge/pair/undo", "/judge/source", "/judge/{verdict}", "/edit/{identity}",
             "/adding"}  # fmt: skip
EDITORS = {"/team", "/dossier"}


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an account of each role, made once, since hashing is meant to be slow."""
    file = tmp_path_factory.mktemp("team") / "team.sqlite"
    accounts = Accounts(file)
    for name, role in (("rea", "reader"), ("rec", "recorder"), ("edi", "editor")):
        accounts.put(name, role, PASSWORD)  # type: ignore[arg-type]
    return file


@pytest.fixture
def settings(ledger: Path, tmp_path: Path, team: Path) -> Settings:
    """A workbench with an account of each role."""
    return Settings(ledger, accounts=Path(shutil.copy(team, tmp_path / "team.sqlite")))


@pytest.fixture
def app(settings: Settings) -> FastAPI:
    """Its application."""
    return workbench(settings)


@pytest.fixture
def stranger(app: FastAPI) -> Iterator[TestClient]:
    """A client who has not logged in."""
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client


def logged_in(client: TestClient, app: FastAPI, name: str, password: str = PASSWORD) -> TestClient:
    """The client in a session of that person; it sends the session's secret word along."""
    word = app.state.desk.tokens.of("nobody")
    form = {"name": name, "password": password, "token": word, "back": "/reports"}
    client.headers.pop("x-csrf-token", None)
    answer = client.post("/login", data=form)
    assert answer.status_code == 303
    client.headers["x-csrf-token"] = app.state.desk.tokens.of(client.cookies["cenotaph"])
    return client


def routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every page and form: method and path, with something in the place of what it asks for."""
    for path, methods in app.openapi()["paths"].items():
        yield from ((method.upper(), path) for method in methods)


def filled(path: str) -> str:
    return (
        path.replace("{claim_id}", CLAIM).replace("{identity}", CLAIM).replace("{verdict}", "accept")
        .replace("{report_id}", "homel-trains").replace("{handling_id}", "0")
    )  # fmt: skip


def test_no_page_is_reached_without_logging_in(stranger: TestClient, app: FastAPI) -> None:
    for method, path in routes(app):
        if path in OPEN:
            continue
        answer = stranger.request(method, filled(path))
        if method == "GET" and not path.startswith("/api/"):
            assert (answer.status_code, answer.headers["location"][:7]) == (303, "/login?"), path
        else:
            assert answer.status_code == 401, path
    assert stranger.get("/openapi.json").status_code == 401


@pytest.mark.parametrize(
    ("name", "refused"), [("rea", RECORDERS | EDITORS), ("rec", EDITORS), ("edi", set())]
)
def test_no_page_is_reached_without_its_role(
    stranger: TestClient, app: FastAPI, name: str, refused: set[str]
) -> None:
    client = logged_in(stranger, app, name)
    found = {
        path for method, path in routes(app)
        if path not in OPEN | {"/logout"} and client.request(method, filled(path)).status_code == 403
    }  # fmt: skip
    assert found == refused


def test_a_session_is_left_by_logging_out(stranger: TestClient, app: FastAPI) -> None:
    client = logged_in(stranger, app, "rea")
    assert client.get("/reports").status_code == 200
    secret = client.cookies["cenotaph"]
    assert client.post("/logout").status_code == 303
    client.cookies.set("cenotaph", secret)
    assert client.get("/reports").status_code == 303


def test_a_wrong_password_is_told_and_soon_has_to_wait(stranger: TestClient, app: FastAPI) -> None:
    form = {"name": "edi", "password": "guess", "token": app.state.desk.tokens.of("nobody")}
    answers = [stranger.post("/login", data=form).status_code for _ in range(6)]
    assert answers == [401] * 5 + [429]


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"]
)
def test_logging_in_leads_nowhere_else(stranger: TestClient, app: FastAPI, back: str) -> None:
    form = {"name": "rea", "password": PASSWORD, "token": app.state.desk.tokens.of("nobody"), "back": back}
    assert stranger.post("/login", data=form).headers["location"] == "/"


def test_a_form_needs_the_word_of_its_own_session(stranger: TestClient, app: FastAPI) -> None:
    client = logged_in(stranger, app, "edi")
    client.headers["x-csrf-token"] = app.state.desk.tokens.of("nobody")
    assert client.post("/judge/accept", data={"id": CLAIM}).status_code == 403


def test_who_did_what_is_kept(stranger: TestClient, app: FastAPI) -> None:
    client = logged_in(stranger, app, "rec")
    client.post("/judge/accept", data={"id": CLAIM})
    client.post("/team", data={"name": "rec", "role": "editor"})
    acts = [(act.name, act.what) for act in reversed(app.state.desk.accounts.log())]
    assert acts == [
        ("rec", "logged in"),
        ("rec", "/judge/accept"),
        ("rec", "/team, which was refused (403)"),
    ]


def test_only_an_editor_takes_back_what_others_judged(stranger: TestClient, app: FastAPI) -> None:
    client = logged_in(stranger, app, "edi")
    client.post("/judge/accept", data={"id": CLAIM})
    client = logged_in(stranger, app, "rec")
    assert client.post("/judge/undo", data={"id": CLAIM}).status_code == 403


def test_the_last_editor_stays(stranger: TestClient, app: FastAPI) -> None:
    client = logged_in(stranger, app, "edi")
    assert client.post("/team", data={"name": "edi", "role": "reader"}).status_code == 422
    assert client.post("/team", data={"name": "edi", "what": "remove"}).status_code == 422
    assert (
        client.post("/team", data={"name": "new", "role": "editor", "password": PASSWORD}).status_code == 303
    )
    assert client.post("/team", data={"name": "edi", "what": "remove"}).status_code == 303
    assert client.get("/team").status_code == 303


@pytest.mark.parametrize(
    ("name", "password"), [("", PASSWORD), ("x", "short"), ("new\n", PASSWORD), ("new", None)]
)
def test_a_name_or_password_that_cannot_be_is_refused(
    tmp_path: Path, name: str, password: str | None
) -> None:
    with pytest.raises(CenotaphError):
        Accounts(tmp_path / "team.sqlite").put(name, "reader", password)


def test_no_password_and_no_session_stands_in_the_file(settings: Settings) -> None:
    assert settings.accounts is not None
    secret = Accounts(settings.accounts).log_in("edi", PASSWORD)
    content = settings.accounts.read_bytes()
    assert secret is not None
    assert secret.encode() not in content
    assert PASSWORD.encode() not in content
    assert b"$argon2id$" in content


def test_another_address_may_be_served_with_accounts(settings: Settings) -> None:
    check(Settings(settings.ledger, host="0.0.0.0", port=0, accounts=settings.accounts))


def test_somebody_logs_in_and_sees_what_their_role_allows(tab: Page, settings: Settings) -> None:
    with served(settings) as address:
        tab.goto(f"{address}/report/homel-trains?claim={CLAIM}")
        tab.get_by_label("Name").fill("rea")
        tab.get_by_label("Password").fill(PASSWORD)
        tab.get_by_role("button", name="Log in").click()
        expect(tab.locator("#panel h2")).to_contain_text("2,500+")
        expect(tab.get_by_role("button", name="Accept")).to_have_count(0)
        expect(tab.get_by_role("link", name="Add reports")).to_have_count(0)
        tab.get_by_role("button", name="Log out").click()
        expect(tab.get_by_label("Password")).to_be_visible()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["anna", "--role", "editor"], "anna is now editor"),
        ([], "There is no account"),
        (["anna"], "Say what anna may do"),
    ],
)
def test_accounts_are_made_on_the_command_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    command = [
        sys.executable,
        "-m",
        "cenotaph",
        "accounts",
        *arguments,
        "--accounts",
        str(tmp_path / "t.sqlite"),
    ]
    done = subprocess.run(command, input=f"{PASSWORD}\n", capture_output=True, text=True, check=False)
    assert said in done.stdout + done.stderr
