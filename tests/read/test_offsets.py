"""Every character of a report leads back to where it stands in the raw page."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cenotaph.model import Span
from cenotaph.read import Document, OffsetMap, byte_offset, read_bytes
from cenotaph.read.decode import decode
from cenotaph.read.offsets import Runs, compose, identity


def only(data: bytes, name: str) -> Document:
    documents = [found for found in read_bytes(data, name) if isinstance(found, Document)]
    assert len(documents) == 1
    return documents[0]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "windows-1251", "koi8-r"]
)
def test_each_character_of_a_text_is_found_in_its_bytes(encoding: str) -> None:
    text = "Пять убитых: 5 dead."
    data = text.encode(encoding)
    document = only(data, "march.txt")
    assert document.report.text == text
    narrow = document.raw.encoding or ""
    for offset, letter in enumerate(text):
        where = document.offsets.raw_span(Span(offset, offset + 1))
        assert data[where.start : where.end].decode(narrow) == letter


@given(st.text(min_size=1))
def test_utf8_offsets_are_those_of_the_encoded_prefix(text: str) -> None:
    decoded = decode(text.encode("utf-8"))
    skipped = 3 * text.startswith("\ufeff")
    if decoded.encoding == "utf-8" and not skipped:
        assert decoded.text == text
        for offset in range(len(text) + 1):
            assert decoded.offsets.to_raw(offset) == len(text[:offset].encode("utf-8"))


@given(st.binary(max_size=200), st.sampled_from(["shift_jis", "gb18030", "utf-16", None, "latin-1"]))
def test_offsets_never_go_back_nor_leave_the_bytes(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    places = [decoded.offsets.to_raw(offset) for offset in range(len(decoded.text) + 1)]
    assert places == sorted(places)
    assert places[-1] <= len(data)
    assert decoded.offsets.length == len(decoded.text)


def test_multibyte_encodings_map_each_character_to_its_bytes() -> None:
    data = "死者5人".encode("shift_jis")
    decoded = decode(data, "shift_jis")
    assert decoded.text == "死者5人"
    assert [decoded.offsets.to_raw(offset) for offset in range(5)] == [0, 2, 4, 5, 7]


def test_an_html_quote_is_found_in_the_page() -> None:
    page = (
        "<html><body><article><h1>Toll in Chernihiv</h1><p>The mayor &amp; his deputy spoke of\n  “at least <b>47</b> dead”"
        "&#8212;all civilians, he said, and most of them in one queue for bread.</p></article></body></html>"
    )
    document = only(page.encode(), "a.html")
    start = document.report.text.index("at least 47 dead")
    where = document.offsets.raw_span(Span(start, start + len("at least 47 dead")))
    assert page.encode()[where.start : where.end].decode() == "at least <b>47</b> dead"
    entity = document.report.text.index("—")
    where = document.offsets.raw_span(Span(entity, entity + 1))
    assert page.encode()[where.start : where.end] == b"&#8212;"
    space = document.report.text.index(" “at")
    where = document.offsets.raw_span(Span(space, space + 1))
    assert page.encode()[where.start : where.end] == b"\n  "


def test_a_page_in_another_encoding_maps_to_its_own_bytes() -> None:
    page = "<html><head><meta charset=windows-1251></head><body><p>Врач сказал: «Двенадцать тел увезли ночью, утром — ещё пять».</p></body></html>"
    document = only(page.encode("windows-1251"), "a.html")
    start = document.report.text.index("Двенадцать тел")
    where = document.offsets.raw_span(Span(start, start + 14))
    assert page.encode("windows-1251")[where.start : where.end].decode("windows-1251") == "Двенадцать тел"


def test_a_json_record_leads_to_its_bytes_through_escapes() -> None:
    line = rb'{"id": "a", "note": {"text": "no"}, "text": "\"Two\" \u0434\u0432\u0430 \ud83d\ude80\n\u2014 dead"}'
    document = only(line, "a.jsonl")
    assert document.offsets == identity("field", len(document.report.text))
    for offset, letter in enumerate(document.report.text):
        start, end = byte_offset(document, offset), byte_offset(document, offset + 1)
        assert msgspec.json.decode(b'"' + line[start:end] + b'"') == letter


def test_maps_survive_being_stored() -> None:
    document = only("Пять убитых, five dead — “no more”.".encode(), "a.txt")
    stored = msgspec.msgpack.encode(document.offsets)
    assert msgspec.msgpack.decode(stored, type=OffsetMap) == document.offsets
    assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document


def test_places_outside_the_text_are_refused() -> None:
    with pytest.raises(IndexError):
        identity("byte", 3).to_raw(4)


def test_maps_follow_one_another() -> None:
    inner, outer = Runs(), Runs()
    inner.add(4, 10, 2)
    outer.add(2, 0, 1)
    outer.add(1, 2, 0)
    outer.add(1, 2, 2)
    through = compose(outer.done("byte"), inner.done("byte"))
    assert [through.to_raw(offset) for offset in range(5)] == [10, 12, 14, 14, 18]
    assert through.raw_span(Span(3, 4)) == Span(14, 18)


def test_a_headline_written_below_the_text_it_heads_is_inside_the_whole() -> None:
    page = b"<html><body><p>Two men died in the night, the mayor of the town said on Monday.</p><h1>Two dead</h1></body></html>"
    document = only(page, "a.html")
    where = document.offsets.raw_span(Span(0, len(document.report.text)))
    assert page[where.start : where.end].startswith(b"Two men")
    assert page[where.start : where.end].endswith(b"Two dead")


def test_an_odd_byte_at_the_end_of_utf16_is_a_character_of_its_own() -> None:
    data = "ab".encode("utf-16") + b"c"
    decoded = decode(data)
    assert decoded.text == "ab\ufffd"
    assert (decoded.offsets.raw_span(Span(2, 3)), decoded.bad_at) == (Span(6, 7), 6)
