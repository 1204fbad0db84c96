"""Bad input is one clear sentence, and the rest is read."""

import gzip
import io
import time
import tracemalloc
from collections.abc import Callable
from typing import BinaryIO, cast

import pytest

from cenotaph.problems import Problem
from cenotaph.read import CODES, Document, read_bytes, read_paths
from cenotaph.read.codes import trouble

MIB = 1 << 20


class Endless(io.RawIOBase):
    """A stream of so many bytes, made as they are read."""

    def __init__(self, size: int, head: bytes = b"", tail: bytes = b"") -> None:
        self.waiting: list[bytes | int] = [head, size, tail]

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        while self.waiting:
            first = self.waiting.pop(0)
            if isinstance(first, bytes):
                piece, rest = first[:size], first[size:]
                if rest:
                    self.waiting.insert(0, rest)
            else:
                piece = b"a" * min(first, size)
                if first > size:
                    self.waiting.insert(0, first - size)
            if piece:
                return piece
        return b""


def problem_of(data: bytes, name: str) -> Problem:
    (problem,) = read_bytes(data, name)
    assert isinstance(problem, Problem)
    return problem


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.pdf", "a.jsonl", "a.json", "a"])
def test_an_empty_file(name: str) -> None:
    assert problem_of(b"", name).message == f"{name} is empty, so there is nothing to read in it."


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_white_space(name: str) -> None:
    assert problem_of(b" \n\t\n", name).code == "read.no-text"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a PNG picture"),
        (b"PK\x03\x04" + bytes(100), "a ZIP archive (or a Word, Excel or EPUB file)"),
        (bytes(range(256)) * 20, "a binary file"),
        (b"\0" * 1000, "a binary file"),
        (b"\x7fELF" + bytes(100), "a program"),
    ],
)
def test_a_binary_file(data: bytes, kind: str) -> None:
    assert problem_of(data, "a.txt").message == (
        f"a.txt is {kind}, not a report; give text, HTML, PDF, JSON lines, WARC or another format that can be read."
    )


@pytest.mark.parametrize("name", ["a.html", "a.jsonl", "a.json", "a.pdf"])
def test_a_binary_file_by_another_name(name: str) -> None:
    found = list(read_bytes(bytes(range(256)) * 20, name))
    assert found
    assert all(isinstance(one, Problem) and CODES[one.code].lost for one in found)


def test_a_line_of_200_megabytes_is_refused_in_little_memory() -> None:
    tracemalloc.start()
    try:
        (problem,) = read_paths(["-"], cast(BinaryIO, Endless(200 * MIB)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(problem, Problem)
    assert problem.message == (
        "standard input is larger than 16 MiB for one report and was left out; split it into its reports."
    )
    assert peak < 80 * MIB


def test_a_record_of_200_megabytes_is_left_out_and_the_next_one_read() -> None:
    head, tail = b'{"text": "One."}\n{"text": "', b'"}\n{"text": "Three."}\n'
    tracemalloc.start()
    try:
        found = list(read_paths(["-"], cast(BinaryIO, Endless(200 * MIB, head, tail))))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [one.report.id if isinstance(one, Document) else one.where for one in found] == [
        "stdin:1",
        "standard input:2",
        "stdin:3",
    ]
    assert peak < 80 * MIB


def test_a_gzip_bomb_is_refused() -> None:
    assert problem_of(gzip.compress(b"a" * (20 * MIB), 1), "a.txt.gz").code == "read.too-large"


def test_gzip_that_breaks_off_keeps_what_was_whole() -> None:
    lines = b"".join(b'{"id": "%d", "text": "Two dead."}\n' % number for number in range(50_000))
    cut = gzip.compress(lines)[:-2000]
    *documents, problem = read_bytes(cut, "news.jsonl.gz")
    assert len(documents) > 100
    assert isinstance(problem, Problem)
    assert problem.code == "read.broken-stream"


def test_gzip_that_is_none() -> None:
    assert problem_of(b"\x1f\x8b\x08" + b"nonsense" * 20, "a.gz").code == "read.broken-stream"


def much(*pieces: str, size: int = MIB // 4) -> str:
    """So many bytes of the pieces, each repeated by itself."""
    return "".join(piece * (size // len(piece) // len(pieces) + 1) for piece in pieces)


@pytest.mark.parametrize(
    "markup",
    [
        much("<div>", size=MIB),
        much("<b>"),
        much("<div>", "</div>"),
        much("<a href='"),
        much("<a b=\"'<a c='\"") + ">",
        much("<!--"),
        much("<script>"),
        much("<title>x</title "),
        much("<i><div>", "<b>", "</i>"),
        much("<section>", "<b>", "<div></div>"),
        much("<table><tr><td>"),
        much("<ul><li>"),
        much("</p>"),
        much("&amp"),
        much("<article class='article-body'>"),
        much("<b>", "x<p></p>"),
        "<script type='application/ld+json'>" + "[" * (MIB // 2) + "</script>",
        "<a " + much("="),
    ],
    ids=lambda markup: markup[:12],
)
def test_hostile_markup_is_read_in_linear_time(markup: str) -> None:
    page = f"<html><body><p>Two men died in the night, the mayor of the town said on Monday.</p>{markup}</body></html>"
    began = time.process_time()
    found = list(read_bytes(page.encode(), "a.html"))
    assert time.process_time() - began < 20
    assert isinstance(found[0], Document)
    assert found[0].report.text.startswith("Two men died in the night")


@pytest.mark.parametrize("code", CODES)
def test_every_problem_is_one_sentence(code: str) -> None:
    facts = dict.fromkeys(
        (
            "reason",
            "count",
            "names",
            "kind",
            "kinds",
            "limit",
            "encoding",
            "offset",
            "field",
            "value",
            "page",
            "pages",
            "path",
            "url",
        ),
        "X",
    )
    message = trouble(code, "a.txt", **facts).message
    assert message.startswith("a.txt ")
    assert message.endswith(".")
    assert "; " in message or ", " in message


def test_an_error_nobody_foresaw_is_a_problem_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Callable[[], None]:
        raise KeyError("no such thing")

    monkeypatch.setattr("cenotaph.read.plain.decode", fail)
    problem = problem_of(b"Two dead.", "a.txt")
    assert problem.code == "read.failed"
    assert "please report this" in problem.message
