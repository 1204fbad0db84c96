"""Which encoding bytes are in."""

import pytest

from cenotaph.problems import Problem
from cenotaph.read import Document, read_bytes
from cenotaph.read.decode import decode

RUSSIAN = "В больницу Гомеля ночью привезли раненых, сказал врач."
UKRAINIAN = "Унаслідок обстрілу загинуло п'ятеро людей, серед них двоє дітей."


@pytest.mark.parametrize(
    "encoding", ["windows-1251", "koi8-r", "cp866", "iso-8859-5", "utf-8", "utf-16", "utf-16-le"]
)
def test_russian_is_read_without_a_declaration(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)).text == RUSSIAN


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-u", "utf-8"])
def test_ukrainian_is_read_without_a_declaration(encoding: str) -> None:
    assert decode(UKRAINIAN.encode(encoding)).text == UKRAINIAN


@pytest.mark.parametrize(
    "text",
    [
        "The mayor’s office put the toll at 14 — five of them children.",
        "“Nine,” he said… it cost £2 million.",
        "A café near the station was hit",
        "Señor Núñez saw it",
        "Les blessés ont été transférés à l’hôpital, où l’on opère.",
        "Fünf Männer wurden getötet, die Särge überführt.",
    ],
)
def test_western_text_is_read_as_windows_1252(text: str) -> None:
    decoded = decode(text.encode("windows-1252"))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, "windows-1252", True)


@pytest.mark.parametrize(
    ("data", "text", "count", "first"),
    [
        (b"five dead \xff\xfe in town", "five dead \ufffd\ufffd in town", 2, 10),
        ("двое раненых".encode() + b" \xd0 here", "двое раненых \ufffd here", 1, 24),
        ("morgue “full".encode()[:-1] + b"\xe2\x80", "morgue “ful\ufffd\ufffd", 2, 13),
    ],
)
def test_broken_utf8_is_read_with_the_bad_bytes_replaced(
    data: bytes, text: str, count: int, first: int
) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.bad, decoded.bad_at) == (text, "utf-8", count, first)


def test_the_problem_names_the_first_bad_byte() -> None:
    document, problem = read_bytes(b"five dead \xff in town", "a.txt")
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert problem.code == "read.encoding-broken"
    assert "the first at byte 10" in problem.message


def test_a_declaration_is_believed_and_no_problem() -> None:
    page = f"<html><head><meta charset='windows-1251'></head><body><p>{RUSSIAN}</p></body></html>"
    (document,) = read_bytes(page.encode("windows-1251"), "a.html")
    assert isinstance(document, Document)
    assert document.report.text == RUSSIAN
    assert document.raw.encoding == "cp1251"


def test_a_media_type_may_declare_the_encoding() -> None:
    (document,) = read_bytes("Été à Kyïv".encode("latin-1"), "page", "text/plain; charset=ISO-8859-1")
    assert isinstance(document, Document)
    assert document.report.text == "Été à Kyïv"


def test_an_xml_declaration_counts_too() -> None:
    page = f"<?xml version='1.0' encoding='koi8-r'?><html><body><p>{RUSSIAN}</p></body></html>"
    (document,) = read_bytes(page.encode("koi8-r"), "a.xhtml")
    assert isinstance(document, Document)
    assert document.report.text == RUSSIAN


def test_windows_1251_without_a_declaration_is_read_with_a_doubt() -> None:
    document, problem = read_bytes(RUSSIAN.encode("windows-1251"), "a.txt")
    assert isinstance(document, Document)
    assert document.report.text == RUSSIAN
    assert isinstance(problem, Problem)
    assert problem.message == (
        "a.txt does not declare its encoding and was read as windows-1251; check that its letters look right."
    )


def test_valid_utf8_beats_a_wrong_declaration() -> None:
    page = f"<html><head><meta charset='iso-8859-1'></head><body><p>{RUSSIAN}</p></body></html>"
    (document,) = read_bytes(page.encode(), "a.html")
    assert isinstance(document, Document)
    assert document.report.text == RUSSIAN


@pytest.mark.parametrize("label", ["no-such-code", "base64", "rot13", "utf-16", "", "\ud800"])
def test_a_nonsensical_declaration_is_ignored(label: str) -> None:
    assert decode("Пять убитых".encode(), label).text == "Пять убитых"
    assert decode(RUSSIAN.encode("windows-1251"), label).text
