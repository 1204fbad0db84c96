"""What goes on in an annex: the figures are worked out once, then pages are made of them until the line is cut."""

import asyncio
import gc
import os
import signal
from asyncio import StreamReader, StreamWriter
from multiprocessing.connection import Connection
from threading import Event, Thread
from typing import Any

from starlette.types import ASGIApp, Message

from cenotaph.problems import CenotaphError
from cenotaph.web.annex.wire import Asked, Part, put, take
from cenotaph.web.settings import Settings

_SECONDS_TO_END = 10.0
"""For answers that are under way when the line is cut."""


def work(settings: Settings, key: bytes, line: Connection, door: str) -> None:
    """The whole life of an annex; see `house.Work`."""
    from cenotaph.web.app import annexed

    # Ctrl-C is for the server, which cuts the line.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    is_cut = Event()
    is_open = Event()
    Thread(target=_watch, args=(line, is_cut, is_open), daemon=True).start()
    # Nothing that is made here goes away before the end, so that looking for what could is time lost.
    gc.disable()
    try:
        app = annexed(settings, key)
    except CenotaphError as error:
        line.send(str(error))
        return
    gc.collect()
    gc.freeze()
    gc.enable()
    asyncio.run(_serve(app, line, door, is_cut, is_open))


def _watch(line: Connection, is_cut: Event, is_open: Event) -> None:
    """The server says nothing; when it cuts the line or is gone, the annex ends, at once where nobody asks it yet."""
    try:
        line.recv()
    except (EOFError, OSError):
        if not is_open.is_set():
            os._exit(0)
    is_cut.set()


async def _serve(app: ASGIApp, line: Connection, door: str, is_cut: Event, is_open: Event) -> None:
    async def answer(reader: StreamReader, writer: StreamWriter) -> None:
        try:
            await _answer(app, await take(reader, Asked), writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_unix_server(answer, door)
    is_open.set()
    line.send("")
    await asyncio.to_thread(is_cut.wait)
    server.close()
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    if others:
        await asyncio.wait(others, timeout=_SECONDS_TO_END)
    os._exit(0)


async def _answer(app: ASGIApp, asked: Asked, writer: StreamWriter) -> None:
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": asked.method,
        "scheme": asked.scheme, "path": asked.path, "raw_path": asked.raw_path, "root_path": "",
        "query_string": asked.query_string, "headers": asked.headers, "client": asked.client, "server": asked.server,
    }  # fmt: skip

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            await put(writer, Part(status=message["status"], headers=list(message["headers"])))
        elif message["type"] == "http.response.body":
            await put(writer, Part(body=message.get("body", b""), more=message.get("more_body", False)))

    await app(scope, receive, send)
