"""Plain text stays as it is."""

import gzip

import pytest

from cenotaph.read import Document, read_bytes

TEXT = "HOMEL, March 13\r\n\r\n  Two men died.\n\n\tFive were hurt.\r\n\n"


def test_no_character_is_changed() -> None:
    (document,) = read_bytes(TEXT.encode(), "notes/march 13.txt")
    assert isinstance(document, Document)
    assert document.report.text == TEXT
    assert document.report.id == "march 13"
    assert document.report.published is None


def test_a_byte_order_mark_is_no_text() -> None:
    (document,) = read_bytes(b"\xef\xbb\xbfTwo dead", "a.txt")
    assert isinstance(document, Document)
    assert document.report.text == "Two dead"
    assert document.offsets.to_raw(0) == 3


def test_the_raw_bytes_are_kept_and_hashed() -> None:
    (document,) = read_bytes(b"Two dead", "a.txt")
    assert isinstance(document, Document)
    assert document.raw.data == b"Two dead"
    assert document.raw.size == 8
    assert document.raw.sha256 == "7017cfeca0999024c79b2c64b18db6cd301567715aa987dcd3ff998433f61de5"


@pytest.mark.parametrize("layers", [1, 2])
def test_gzip_is_seen_through(layers: int) -> None:
    data = TEXT.encode()
    for _ in range(layers):
        data = gzip.compress(data)
    (document,) = read_bytes(data, "march.txt.gz")
    assert isinstance(document, Document)
    assert (document.report.id, document.report.text) == ("march", TEXT)


def test_markdown_is_text() -> None:
    (document,) = read_bytes(b"# Toll\n\n* Two dead\n", "a.md")
    assert isinstance(document, Document)
    assert document.report.text == "# Toll\n\n* Two dead\n"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<!doctype html><p>The mayor said that two men had died in the night.</p>", "text/html"),
        (b'{"text": "Two dead"}', "application/json"),
        (b"Two dead", "text/plain"),
    ],
)
def test_content_counts_more_than_the_name(data: bytes, media_type: str) -> None:
    (document,) = read_bytes(data, "whatever.txt")
    assert isinstance(document, Document)
    assert document.raw.media_type == media_type


def test_prose_about_tags_is_no_page() -> None:
    (document,) = read_bytes(b"The <p> tag stands in the text; [5] dead {sic}.", "a.txt")
    assert isinstance(document, Document)
    assert document.raw.media_type == "text/plain"
