"""Fetching pages: whom it says it is, where it may go, how much it takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from time import monotonic
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpcore
import httpx
from msgspec import Struct

from cenotaph import __version__
from cenotaph.capture.addresses import GuardedBackend, PrivateAddress
from cenotaph.capture.codes import refusal
from cenotaph.problems import Problem

AGENT = f"cenotaph/{__version__} (casualty recording; fetches single pages)"
MIB = 1 << 20
_MAX_ROBOTS = MIB // 2
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Limits(Struct, frozen=True):
    """The most that one page may cost: bytes as sent, seconds in all, and times that it may lead on elsewhere."""

    size: int = 32 * MIB
    seconds: float = 60.0
    redirects: int = 5


class Capture(Struct, frozen=True):
    """One answer as it came: the body with its content encoding, transfer encoding undone."""

    url: str
    fetched: datetime
    status: int
    reason: str
    request_headers: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    body: bytes
    address: str | None


class _Stopped(Exception):
    """A page that goes over a limit."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Fetcher:
    """Fetches pages one after another, asking each site's robots.txt once (RFC 9309)."""

    def __init__(self, limits: Limits | None = None, *, allow_private: bool = False) -> None:
        self._limits = limits or Limits()
        pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            network_backend=GuardedBackend(allow_private=allow_private),
        )
        self._client = httpx.Client(
            transport=_Transport(pool), headers={"User-Agent": AGENT}, timeout=min(20.0, self._limits.seconds)
        )
        self._robots: dict[str, RobotFileParser | str] = {}

    def close(self) -> None:
        """Let go of all connections."""
        self._client.close()

    def fetch(self, url: str) -> Iterator[Capture | Problem]:
        """Every answer on the way from an address to its page; a problem if there is no page at its end."""
        until, at = monotonic() + self._limits.seconds, url
        for _ in range(self._limits.redirects + 1):
            answer = self._one(at, url, until)
            yield answer
            if isinstance(answer, Problem):
                return
            onward = _onward(answer)
            if onward is None:
                if not 200 <= answer.status < 300:
                    yield refusal("capture.status", url, status=answer.status)
                return
            at = onward
        yield refusal("capture.redirects", url, limit=self._limits.redirects)

    def _one(self, url: str, asked: str, until: float) -> Capture | Problem:
        if not _is_web(url):
            return refusal("capture.address", url if url == asked else asked)
        try:
            return self._refused(url) or self._get(url, until, self._limits.size)
        except _Stopped as stopped:
            return stopped.problem
        except PrivateAddress as error:
            return refusal("capture.private", asked, address=error.address)
        except (
            httpx.HTTPError,
            httpx.InvalidURL,
            httpcore.NetworkError,
            httpcore.TimeoutException,
            httpcore.ProtocolError,
        ) as error:
            return refusal(
                "capture.unreachable", asked, reason=str(error).rstrip(".") or type(error).__name__
            )

    def _get(self, url: str, until: float, most: int) -> Capture:
        fetched, body = datetime.now(UTC), bytearray()
        with self._client.stream("GET", url) as response:
            # Asked before the body is read, since the connection may be gone after it.
            server = response.extensions["network_stream"].get_extra_info("server_addr")
            for piece in response.iter_raw():
                body += piece
                if len(body) > most:
                    raise _Stopped(refusal("capture.too-large", url, limit=most // MIB))
                if monotonic() > until:
                    raise _Stopped(refusal("capture.too-slow", url, limit=f"{self._limits.seconds:g}"))
        return Capture(
            str(response.url),
            fetched,
            response.status_code,
            response.reason_phrase,
            tuple(response.request.headers.multi_items()),
            tuple(
                (name, value) for name, value in response.headers.multi_items() if name != "transfer-encoding"
            ),
            bytes(body),
            server[0] if server else None,
        )

    def _refused(self, url: str) -> Problem | None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(site)
        rules = self._robots[site]
        if isinstance(rules, str):
            return refusal("capture.robots-silent", url, reason=rules)
        return None if rules.can_fetch(AGENT, url) else refusal("capture.robots", url)

    def _rules(self, site: str) -> RobotFileParser | str:
        """The site's rules; why they could not be had. No file means no rules; a server in trouble means none may pass
        (RFC 9309, 2.3.1)."""
        rules = RobotFileParser()
        at = f"{site}/robots.txt"
        try:
            for _ in range(self._limits.redirects + 1):
                answer = self._get(at, monotonic() + self._limits.seconds, _MAX_ROBOTS)
                onward = _onward(answer)
                if onward is None:
                    break
                at = onward
        except (httpx.HTTPError, _Stopped) as error:
            return str(error).rstrip(".") or type(error).__name__
        if answer.status >= 500:
            return f"HTTP {answer.status}"
        rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
        return rules


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _onward(answer: Capture) -> str | None:
    """Where a redirection leads."""
    place = next((value for name, value in answer.headers if name.lower() == "location"), None)
    if answer.status not in _REDIRECTS or place is None:
        return None
    return str(httpx.URL(answer.url).join(place))


class _Transport(httpx.BaseTransport):
    """httpx over a pool of ours, whose connections are guarded."""

    def __init__(self, pool: httpcore.ConnectionPool) -> None:
        self._pool = pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        asked = httpcore.Request(
            request.method,
            httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
            headers=request.headers.raw,
            extensions=request.extensions,
        )
        with _as_httpx():
            answer = self._pool.handle_request(asked)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Stream(answer), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx():
            yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


@contextmanager
def _as_httpx() -> Iterator[None]:
    """The pool's errors as the client's."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException("the site did not answer in time") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.TransportError(str(error) or type(error).__name__) from error
