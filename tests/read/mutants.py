"""Files of every format, damaged at random, and what is wrong with how one was read."""

import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.read import containers

from cenotaph.read import CODES, Document, read_bytes

ROOT = Path(__file__).parents[2]
SECONDS = 5.0
_TOKENS = (b"<p>", b"</div>", b"<table><td>", b"<!--", b"]]>", b"<![CDATA[", b"&#x110000;", b"\xff\xfe", b"\0\0\0\0", b"%%EOF", b"endobj",
           b"/Length 99999999", b"stream\r\n", b"WARC/1.0\r\n", b"Content-Length: 999999999999\r\n\r\n", b"Content-Length: -1\r\n",
           b"Content-Encoding: gzip\r\n", b"Transfer-Encoding: chunked\r\n\r\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"PK\x05\x06", b"--boundary\r\n",
           b"=?utf-8?q?=ff?=", b"charset=utf-7", b"base64\r\n\r\n", b"<item>", b"</entry>", b"<!ENTITY a \"b\">", b"{\"text\":", b"[[[[[[", b"\\ud800",
           b"1e999", b"\"\"\"", b"\r\n\r\n", b"\xe2\x80\xae", b"9" * 400)  # fmt: skip

Mutation = Callable[[random.Random, bytearray, bytes], bytearray]


class TooSlow(Exception):
    """A file that took too long."""


def seeds() -> dict[str, bytes]:
    """Whole files by the name that they are read under."""
    found = {
        "a.warc.gz": containers.warc(),
        "a.warc": containers.warc(packed=False),
        "a.wacz": containers.wacz(containers.warc()),
        "a.rss": containers.FEED,
        "a.xml": containers.ATOM,
        "a.eml": containers.mail(html=True),
        "b.eml": containers.mail(),
        "a.docx": containers.word(),
        "a.xlsx": containers.workbook(("id", "text"), (1, "Two dead.")),
        "a.csv": b'Headline;Text\r\nNight;"Two dead.\r\nFive ""hurt"""\r\n',
    }
    for path in sorted((ROOT / "sample" / "reports").iterdir()):
        if path.suffix in (".html", ".pdf", ".jsonl", ".json", ".txt"):
            found[path.name] = path.read_bytes()
    return found


def _turn(chance: random.Random, data: bytearray, other: bytes) -> bytearray:
    for _ in range(chance.randint(1, 16)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return data


def _stretch(chance: random.Random, length: int) -> slice:
    start = chance.randrange(length)
    return slice(start, start + min(chance.choice((1, 8, 64, 512, 4096)), length))


def _cut(chance: random.Random, data: bytearray, other: bytes) -> bytearray:
    del data[_stretch(chance, len(data))]
    return data


def _double(chance: random.Random, data: bytearray, other: bytes) -> bytearray:
    piece = data[_stretch(chance, len(data))] * chance.choice((1, 2, 50))
    at = chance.randrange(len(data))
    data[at:at] = piece
    return data


def _token(chance: random.Random, data: bytearray, other: bytes) -> bytearray:
    at = chance.randrange(len(data))
    data[at : at + chance.choice((0, 0, 4))] = chance.choice(_TOKENS) * chance.choice((1, 1, 1, 200))
    return data


def _splice(chance: random.Random, data: bytearray, other: bytes) -> bytearray:
    at = chance.randrange(len(data))
    data[at:at] = other[_stretch(chance, len(other))]
    return data


def _end(chance: random.Random, data: bytearray, other: bytes) -> bytearray:
    return data[: chance.randrange(len(data))]


_MUTATIONS: tuple[Mutation, ...] = (_turn, _turn, _cut, _double, _token, _token, _splice, _end)


def mutants(number: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many mutated files, each with the name that it is read under."""
    chance, whole = random.Random(seed), seeds()
    names = list(whole)
    for count in range(number):
        name = names[count % len(names)]
        data = bytearray(whole[name])
        for _ in range(chance.randint(1, 8)):
            data = chance.choice(_MUTATIONS)(chance, data, whole[chance.choice(names)]) or bytearray(b" ")
        yield name, bytes(data)


def fault(name: str, data: bytes) -> str | None:
    """What is wrong with how a file was read; None if it ended in reports and problems that can be told."""
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        for found in read_bytes(data, name):
            if isinstance(found, Document):
                if found.offsets.length != len(found.report.text) or not found.report.text.strip():
                    return "a report without words, or whose offsets do not cover it"
            elif found.code not in CODES or found.code == "read.failed":
                return found.message
    except TooSlow:
        return f"more than {SECONDS:g} seconds"
    except BaseException as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None


def too_slow(*_: object) -> None:
    """What the alarm calls."""
    raise TooSlow
