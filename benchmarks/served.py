"""A workbench in a process of its own, asked over HTTP, with the time that each answer takes."""

import json
import re
import socket
import subprocess
import sys
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from msgspec import Struct


class Time(Struct, frozen=True):
    """How long an answer took, in seconds: by the clock, and of the processors."""

    clock: float
    processor: float


class Served:
    """The workbench on a ledger; `worked` is the processor time of the last working out of figures, in seconds."""

    def __init__(self, ledger: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "cenotaph",
            "serve",
            "--ledger",
            str(ledger),
            "--port",
            str(self._port),
        ]
        self.address = f"http://127.0.0.1:{self._port}"
        self._server = subprocess.Popen(command)
        self._line = HTTPConnection("127.0.0.1", self._port, timeout=600)
        self.worked = 0.0

    def __enter__(self) -> Self:
        """Wait until it answers."""
        while True:
            with suppress(OSError):
                self._get("/login")
                return self
            self._line.close()
            sleep(0.2)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._server.terminate()
        self._server.wait()

    def ask(self, page: str) -> Time:
        """Ask for a page, which must be there."""
        began, used = perf_counter(), self._used()
        status, _ = self._get(page)
        assert status == 200, (page, status)
        return Time(perf_counter() - began, self._used() - used)

    def judge(self, claim: str) -> Time:
        """Accept a claim."""
        panel = self.text(f"/claim/{claim}/panel")
        form = {
            name: re.findall(rf'name="{name}" value="([^"]*)"', panel)[0] for name in ("token", "id", "seen")
        }
        headers = {"content-type": "application/x-www-form-urlencoded"}
        began, used = perf_counter(), self._used()
        self._line.request("POST", "/judge/accept", urlencode(form), headers)
        answer = self._line.getresponse()
        answer.read()
        assert answer.status == 303, answer.status
        return Time(perf_counter() - began, self._used() - used)

    def text(self, page: str) -> str:
        """What a page says."""
        return self._get(page)[1].decode()

    def json(self, address: str) -> Any:
        """What an address for programs says."""
        return json.loads(self._get(address)[1])

    def has_current_figures(self) -> bool:
        """Whether the figures are of the ledger as it is now."""
        status, body = self._get("/api/tally?page=1000")
        return status == 200 and json.loads(body)["is_now"]

    def until_figures_are_current(self) -> None:
        """Wait for them."""
        while not self.has_current_figures():
            sleep(1)
        self.worked = self._used()

    def _get(self, address: str) -> tuple[int, bytes]:
        self._line.request("GET", address)
        answer = self._line.getresponse()
        return answer.status, answer.read()

    def _used(self) -> float:
        """Processor time, in seconds, of the server and of the process that answers for it: of its children the oldest that
        is no helper of Python's own."""
        server = self._server.pid
        threads = Path(f"/proc/{server}/task").glob("*/children")
        children = sorted((one for thread in threads for one in thread.read_text().split()), key=int)
        makers = [one for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
        return sum(map(_nanoseconds, [str(server), *makers[:1]])) / 1e9


def _nanoseconds(process: str) -> int:
    tasks = Path(f"/proc/{process}/task")
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir())
