"""What stands before every page: whom the server speaks to, what a page may load, who may send a form."""

import hmac
from collections.abc import Callable, Iterable
from secrets import token_bytes
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cenotaph.web.serving import is_loopback

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_FAILED = 400
_SAFE = ("GET", "HEAD", "OPTIONS")
_A_YEAR = "public, max-age=31536000, immutable"


class Guard:
    """Refuses requests under other names than the server's (a page elsewhere could point its name at this machine) and
    forms that come from other pages; adds the headers that keep a page to itself. `log` notes what people send, where
    there are accounts; then any name of the server will do, since everybody has to log in."""

    def __init__(self, app: ASGIApp, log: Callable[[str, str], None] | None) -> None:
        self._app = app
        self._log = log
        self._only_loopback = log is None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer it with what is wrong."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refusal(scope["method"], headers)
        app = PlainTextResponse(refused, 403) if refused else self._app

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                _seal(MutableHeaders(scope=message), scope["path"])
                self._note(scope, message["status"])
            await send(message)

        await app(scope, receive, sealed)

    def _note(self, scope: Scope, status: int) -> None:
        """Whatever a person of a team sent goes into the log, done or refused."""
        person = scope.get("state", {}).get("person")
        if self._log is not None and person is not None and scope["method"] not in _SAFE:
            done = "" if status < _FAILED else f", which was refused ({status})"
            self._log(person.name, f"{scope['path']}{scope['state'].get('about', '')}{done}")

    def _refusal(self, method: str, headers: Headers) -> str | None:
        host = headers.get("host", "")
        if self._only_loopback and not is_loopback(urlsplit(f"//{host}").hostname or ""):
            return "This workbench answers only under the name of this machine.\n"
        if method not in _SAFE and not _is_own(headers, host):
            return "This form was sent from another site's page, so nothing was changed.\n"
        return None


def _is_own(headers: Headers, host: str) -> bool:
    """Whether a form was sent by a page of this server, as browsers tell; the token in the form is checked besides."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _seal(headers: MutableHeaders, path: str) -> None:
    for name, value in _HEADERS.items():
        headers[name] = value
    headers.setdefault("cache-control", _A_YEAR if path.startswith("/static/") else "no-store")


class Tokens:
    """The secret words in forms, by which a form is known to come from a page of this server and this session. Without a
    `key` a new one is drawn."""

    def __init__(self, key: bytes | None = None) -> None:
        self.key = key or token_bytes(32)

    def of(self, session: str) -> str:
        """The word for a session."""
        return hmac.digest(self.key, session.encode(), "sha256").hex()

    def is_one(self, session: str, given: Iterable[str]) -> bool:
        """Whether one of those given is the session's."""
        return any(hmac.compare_digest(self.of(session).encode(), one.encode()) for one in given)
