"""Requests for pages over figures are passed on to the annex that has them."""

from asyncio import IncompleteReadError, open_unix_connection
from collections.abc import Callable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from cenotaph.web.annex.house import Annexes
from cenotaph.web.annex.wire import Asked, Part, put, take


class Relay:
    """Passes requests on for which `is_for_annex` holds; the application answers the others, and these too where there is
    no annex (yet)."""

    def __init__(self, app: ASGIApp, annexes: Annexes, is_for_annex: Callable[[Scope], bool]) -> None:
        self._app = app
        self._annexes = annexes
        self._is_for_annex = is_for_annex

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request."""
        if scope["type"] == "http" and scope["method"] == "GET" and self._is_for_annex(scope):
            door = await run_in_threadpool(self._annexes.door)
            if door is not None and await _passed_on(door, scope, send):
                return
        await self._app(scope, receive, send)


async def _passed_on(door: Path, scope: Scope, send: Send) -> bool:
    """Whether the annex answered; where it is gone before it said anything, nothing was sent yet."""
    try:
        reader, writer = await open_unix_connection(door)
    except OSError:
        return False
    try:
        await put(writer, _asked(scope))
        first = await take(reader, Part)
        await send({"type": "http.response.start", "status": first.status, "headers": first.headers})
        more = True
        while more:
            part = await take(reader, Part)
            more = part.more
            await send({"type": "http.response.body", "body": part.body, "more_body": more})
    except IncompleteReadError:
        return False
    finally:
        writer.close()
    return True


def _asked(scope: Scope) -> Asked:
    return Asked(
        scope["method"], scope["scheme"], scope["path"], scope.get("raw_path") or scope["path"].encode(),
        scope["query_string"], scope["headers"], scope.get("client"), scope.get("server"),
    )  # fmt: skip
