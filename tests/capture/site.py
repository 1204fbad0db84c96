"""A site on this machine to capture pages from."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PAGE = (
    b"<html><head><title>Night</title></head><body><h1>Night</h1><p>Shelling killed five people in Kharkiv on Monday, "
    b"the governor said, and a hospital took in nine more.</p></body></html>"
)
_HTML = {"Content-Type": "text/html; charset=utf-8"}
Answer = tuple[int, bytes, dict[str, str]]
ANSWERS: dict[str, Answer] = {
    "/robots.txt": (200, b"User-agent: *\nDisallow: /secret\n", {}),
    "/page": (200, PAGE, _HTML),
    "/packed": (200, gzip.compress(PAGE), _HTML | {"Content-Encoding": "gzip"}),
    "/moved": (302, b"", {"Location": "/page"}),
    "/loop": (302, b"", {"Location": "/loop"}),
    "/inside": (302, b"", {"Location": "http://169.254.169.254/keys"}),
    "/large": (200, b"x" * (2 << 20), _HTML),
    "/secret": (200, PAGE, _HTML),
}


@contextmanager
def site(answers: dict[str, Answer] | None = None) -> Iterator[tuple[str, list[str]]]:
    """Its address while it is up, and the paths that were asked for."""
    asked: list[str] = []
    told = answers or ANSWERS

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, body, headers = told.get(self.path, (404, b"none", _HTML))
            self.send_response(status)
            for name, value in (headers | {"Content-Length": str(len(body))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
