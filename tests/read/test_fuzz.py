"""Whatever bytes come, reading them gives documents and problems, quickly, and never an error."""

import json
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.model import Span
from cenotaph.read import CODES, Document, furniture_spans, read_bytes

PAGE = (Path(__file__).parent / "pages" / "portal.html").read_bytes()
RECORDS = b"\n".join(
    json.dumps({"id": str(number), "text": "Two dead.", "published": "2022-03-13"}).encode()
    for number in range(5)
)
NAMES = st.sampled_from(["a.html", "a.txt", "a.jsonl", "a.json", "a.pdf", "a.gz", "a", "-"])
PIECES = st.sampled_from(
    ["<p>", "</p>", "<div class='", "<b", ">", "<!--", "-->", "<script>", "</script", "<table><td>", "<svg/>", "&amp;",
     "&#x110000;", "&#xd800;", "<title>", "<h1>", "</div>", "<br/>", "<a href=x>", "<li>", "\u202e", "\0", "=\"", "Two men died. ",
     "They were brothers who sold bread at the station, the mayor of the town said. ", "<figcaption>", "<head>", "<body>",
     "<script type='application/ld+json'>", '{"@type":"NewsArticle","datePublished":["x"],"publisher":[{}]}', "<time datetime='9999999'>"]
)  # fmt: skip


def check(data: bytes, name: str) -> None:
    for found in read_bytes(data, name):
        if isinstance(found, Document):
            text = found.report.text
            assert text.strip()
            assert found.offsets.length == len(text)
            span = found.offsets.raw_span(Span(0, len(text)))
            assert 0 <= span.start <= span.end
            assert span.end <= len(found.raw.data) or found.offsets.unit != "byte"
            msgspec.json.encode(found)
            furniture_spans(text)
        else:
            assert found.code in CODES
            assert found.code != "read.failed", found.message
            assert found.message.endswith(".")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400), NAMES)
def test_any_bytes(data: bytes, name: str) -> None:
    check(data, name)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=5), max_size=40).map("".join))
def test_any_markup(page: str) -> None:
    check(page.encode("utf-8", "surrogatepass"), "a.html")


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(PAGE)), st.binary(max_size=12), st.integers(0, 300))
def test_a_damaged_page(place: int, junk: bytes, cut: int) -> None:
    check(PAGE[:place] + junk + PAGE[place + cut :], "a.html")


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(RECORDS)), st.binary(max_size=12), st.integers(0, 60))
def test_damaged_records(place: int, junk: bytes, cut: int) -> None:
    check(RECORDS[:place] + junk + RECORDS[place + cut :], "a.jsonl")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
FIELDS = st.dictionaries(st.sampled_from(["id", "text", "published", "outlet", "title", "url", "x"]), JSON)


@settings(max_examples=60, deadline=None)
@given(st.lists(FIELDS | JSON, max_size=5), st.booleans())
def test_records_of_any_types(records: list[object], lines: bool) -> None:
    data = "\n".join(map(json.dumps, records)) if lines else json.dumps(records)
    check(data.encode(), "a.jsonl" if lines else "a.json")
