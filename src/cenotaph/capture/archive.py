"""Captures as records of a WARC file (ISO 28500): what was asked, what was answered, when, from which address."""

from io import BytesIO
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cenotaph.capture.fetching import AGENT, Capture


class Archive:
    """A compressed archive that is being written; `name` is the file's own, which its first record tells."""

    def __init__(self, out: BinaryIO, name: str) -> None:
        self._writer = WARCWriter(out, gzip=True, warc_version="1.1")
        about = {"software": AGENT, "format": "WARC File Format 1.1", "robots": "obey"}
        self._writer.write_record(self._writer.create_warcinfo_record(name, about))

    def add(self, capture: Capture) -> None:
        """Write what was asked and what was answered."""
        date = capture.fetched.strftime("%Y-%m-%dT%H:%M:%SZ")
        told = {"WARC-Date": date}
        if capture.address:
            told["WARC-IP-Address"] = capture.address
        response = self._writer.create_warc_record(
            capture.url,
            "response",
            payload=BytesIO(capture.body),
            http_headers=StatusAndHeaders(
                f"{capture.status} {capture.reason}", list(capture.headers), protocol="HTTP/1.1"
            ),
            warc_headers_dict=told,
        )
        request = self._writer.create_warc_record(
            capture.url,
            "request",
            http_headers=StatusAndHeaders(
                f"GET {_path(capture.url)} HTTP/1.1", list(capture.request_headers), is_http_request=True
            ),
            warc_headers_dict={"WARC-Date": date},
        )
        self._writer.write_request_response_pair(request, response)


def _path(url: str) -> str:
    rest = url.partition("://")[2]
    path = rest[len(rest.partition("/")[0].partition("?")[0]) :]
    return (path if path.startswith("/") else f"/{path}").partition("#")[0]
