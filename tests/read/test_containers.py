"""Web archives, feeds, mails, tables, Word: what is in them is read, and what is not is said."""

import json
import zlib
from datetime import datetime
from hashlib import sha256

import pytest
from tests.read.containers import ATOM, FEED, mail, page, wacz, warc, word, workbook, zipped

from cenotaph.problems import Problem
from cenotaph.read import Document, byte_offset, read_bytes


def read(data: bytes, name: str) -> tuple[list[Document], list[Problem]]:
    found = list(read_bytes(data, name))
    return [one for one in found if isinstance(one, Document)], [
        one for one in found if isinstance(one, Problem)
    ]


def codes(data: bytes, name: str) -> list[str]:
    return [problem.code for problem in read(data, name)[1]]


@pytest.mark.parametrize("name", ["a.warc.gz", "a"])
@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_gives_a_report_a_page_and_counts_the_rest(name: str, *, packed: bool) -> None:
    documents, problems = read(warc(packed=packed), name)
    assert [(one.report.id, one.report.url, one.report.title) for one in documents] == [
        (f"a:{number}", f"https://wire.example/{number}", f"Day {number}") for number in (2, 3, 4)
    ]
    assert documents[0].raw.data == page(2)
    assert documents[0].raw.source == f"{name}[2]"
    assert [problem.message for problem in problems] == [
        f"{name} holds 6 records, 3 of them pages; left unread were answers of HTTP 404 (1), files of image/png (1)."
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_cut_off_within_a_record_is_never_silently_short(*, packed: bool) -> None:
    whole = warc(packed=packed)
    between = _ends_of_packed(whole) if packed else _ends_of_plain(whole)
    for cut in set(range(20, len(whole), 7)) - between:
        documents, problems = read(whole[:cut], "a.warc")
        assert {problem.code for problem in problems} & BROKEN, cut
        assert all(document.raw.data == page(at) for at, document in enumerate(documents, start=2))


BROKEN = {"read.archive-cut-off", "read.archive-broken", "read.broken-stream"}


def _ends_of_plain(archive: bytes) -> set[int]:
    """Cuts between two records, or within the four bytes that follow each: they take no word away."""
    starts = [at for at in range(len(archive)) if archive.startswith(b"WARC/1.0\r\n", at)]
    return {end - gap for end in [*starts, len(archive)] for gap in range(5)}


def _ends_of_packed(archive: bytes) -> set[int]:
    """Cuts between two members of the gzip file."""
    ends, at = set(), 0
    while at < len(archive):
        member = zlib.decompressobj(wbits=31)
        member.decompress(archive[at:])
        at = len(archive) - len(member.unused_data)
        ends.add(at)
    return ends


def test_a_changed_page_is_read_and_named() -> None:
    archive = bytearray(warc(packed=False))
    archive[archive.index(b"governor")] = ord("G")
    documents, problems = read(bytes(archive), "a.warc")
    assert "Governor" in documents[0].report.text
    assert (problems[0].code, problems[0].where) == ("read.archive-digest", "a.warc[2]")


def test_a_collection_is_checked_against_its_package() -> None:
    archive = warc()
    documents, problems = read(wacz(archive), "a.wacz")
    assert [one.report.id for one in documents] == ["a:2", "a:3", "a:4"]
    assert [problem.code for problem in problems] == ["read.archive-others"]
    assert codes(wacz(archive, digest="0" * 64), "a.wacz")[0] == "read.wacz-digest"
    assert codes(wacz(archive, missing=True), "a.wacz")[0] == "read.wacz-missing"
    assert codes(wacz(archive)[:-30], "a.wacz") == ["read.zip-broken"]


def test_a_feed_gives_a_report_an_item_with_its_zone_and_its_own_publisher() -> None:
    documents, problems = read(FEED, "a.rss")
    first, second = documents
    assert first.report.text == "Five killed\n\nFive people were killed & nine hurt in Kharkiv."
    assert first.report.published == "2022-03-15T10:00:00+02:00"
    assert (first.report.outlet, first.report.url) == ("The Wire", "https://wire.example/1")
    assert second.report.text == "Passed on\n\nTwo men died near Izyum on Monday."
    assert second.report.outlet == "The Agency"
    assert [(one.code, one.where) for one in problems] == [("read.no-words", "a.rss[2]")]


def test_an_atom_feed_is_known_without_its_name() -> None:
    (document,), problems = read(ATOM, "a")
    assert problems == []
    assert document.report.text == "Lyman\n\nThree soldiers were killed near Lyman, 5\u202fkm from Yampil."
    assert document.report.published == "2022-03-15T10:00:00+02:00"


def test_a_feed_cut_off_or_without_items_says_so() -> None:
    assert codes(FEED[: FEED.index(b"<description>Two")], "a.rss")[-1] == "read.archive-cut-off"
    assert codes(b"<rss><channel><title>Empty</title></channel></rss>", "a.rss") == ["read.feed-empty"]


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize("name", ["a.eml", "a"])
def test_a_mail_gives_its_text_and_what_is_attached(name: str, *, html: bool) -> None:
    documents, _ = read(mail(html=html), name)
    assert [one.report.text.strip() for one in documents] == [
        "Four civilians were killed in Myko\u0142ajewo on Monday.",
        "Two more died of wounds.",
    ]
    assert [one.report.id for one in documents] == ["a", "a:note"]
    assert {one.report.published for one in documents} == {"2022-03-15T10:00:00+02:00"}
    assert documents[0].report.title == "Statement \u2013 update"
    assert documents[0].raw.data == mail(html=html)


def test_the_address_of_a_sender_is_not_kept() -> None:
    documents, _ = read(mail(), "a.eml")
    assert {one.report.outlet for one in documents} == {"Press Desk"}


@pytest.mark.parametrize(
    "date", ["Tue, 15 Mar 2022 10:00:00 +99999999999999999999", "Tue, 99999999999999999999 Mar 2022 10:00:00"]
)
def test_a_mail_with_a_broken_date_is_read_without_it(date: str) -> None:
    documents, problems = read(mail().replace(b"Tue, 15 Mar 2022 10:00:00 +0200", date.encode()), "a.eml")
    assert [one.report.published for one in documents] == [None, None]
    assert problems == []


def test_a_word_document_gives_paragraphs_and_tables_in_order() -> None:
    (document,), _ = read(word(), "a.docx")
    assert (
        document.report.text
        == "Seven people were killed in Izyum.\n\nLosses\nKilled\t7\n\nNobody is missing."
    )
    assert document.report.title == "Izyum"
    assert document.report.published is None


@pytest.mark.parametrize("data", [word()[:900], zipped({"word/document.xml": b"<no"}), b"PK\x03\x04 no more"])
def test_a_broken_word_document(data: bytes) -> None:
    assert codes(data, "a.docx") == ["read.zip-broken"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_a_table_gives_a_report_a_row_named_by_its_line(encoding: str) -> None:
    table = 'Headline;Link;Body;Date\r\nNight;https://a.example;"Two dead.\r\nFive ""hurt""";2022-03-13\r\n\r\nDay;;Three dead.;soon\r\n'
    documents, problems = read(table.encode(encoding), "a.csv")
    assert [(one.report.id, one.report.text) for one in documents] == [
        ("a:2", 'Two dead.\r\nFive "hurt"'),
        ("a:5", "Three dead."),
    ]
    assert (documents[0].report.title, documents[0].report.url) == ("Night", "https://a.example")
    assert documents[1].raw.data.decode() == "Headline;Link;Body;Date\r\nDay;;Three dead.;soon\r\n"
    assert [(one.code, one.where) for one in problems] == [("read.date", "a.csv:5")]


def test_columns_may_be_named() -> None:
    data = b"Wording,Day\nTwo dead.,2022-03-13\n"
    assert codes(data, "a.csv") == ["read.columns"]
    named = {"text": "wording", "published": "Day"}
    (document,) = (one for one in read_bytes(data, "a.csv", columns=named) if isinstance(one, Document))
    assert (document.report.text, document.report.published) == ("Two dead.", "2022-03-13")


def test_a_link_without_a_text_says_what_to_do() -> None:
    (problem,) = read(b"url\nhttps://a.example\n", "a.csv")[1]
    assert problem.message == (
        "a.csv:2 has a link and no text (https://a.example); fetch it with cenotaph capture and read what that writes."
    )


def test_a_workbook_gives_a_report_a_row_of_the_sheet_that_has_texts() -> None:
    rows = (
        ("id", "Text", "Date"),
        (7.0, "Two dead.", datetime(2022, 3, 13)),
        (None, None, None),
        ("b", "Three.", None),
    )
    documents, problems = read(workbook(*rows), "a.xlsx")
    assert [(one.report.id, one.report.text, one.report.published) for one in documents] == [
        ("7", "Two dead.", "2022-03-13"),
        ("b", "Three.", None),
    ]
    assert problems == []
    assert json.loads(documents[0].raw.data) == {"id": "7", "text": "Two dead.", "published": "2022-03-13"}
    assert codes(workbook(("a", "b"), (1, 2)), "a.xlsx") == ["read.columns"]


def test_entities_of_an_investigation_platform_are_read_by_their_properties() -> None:
    entity = {"id": "e1", "schema": "Article", "properties": {"bodyText": ["Two dead.", "Five hurt."], "title": ["Night"],
              "publishedAt": ["2022-03-13"], "publisher": ["Wire"], "sourceUrl": ["https://wire.example"]}}  # fmt: skip
    person = {"id": "e2", "schema": "Person", "properties": {"name": ["A"]}}
    documents, problems = read("\n".join(map(json.dumps, (entity, person))).encode(), "a.json")
    report = documents[0].report
    assert (report.id, report.text, report.published) == ("e1", "Two dead.\n\nFive hurt.", "2022-03-13")
    assert (report.outlet, report.title, report.url) == ("Wire", "Night", "https://wire.example")
    assert [problem.code for problem in problems] == ["read.no-text"]
    with pytest.raises(ValueError, match="has no byte for each character"):
        byte_offset(documents[0], 0)


def test_a_list_of_articles_gives_links() -> None:
    answer = {
        "articles": [
            {"url": "https://a.example", "title": "Night"},
            {"url": "https://b.example", "text": "Two dead."},
        ]
    }
    documents, problems = read(json.dumps(answer).encode(), "a.json")
    assert [one.report.url for one in documents] == ["https://b.example"]
    assert [(one.code, one.where) for one in problems] == [("read.link-only", "a.json[1]")]


@pytest.mark.parametrize(
    ("data", "name"),
    [(FEED, "a.rss"), (ATOM, "a.xml"), (mail(), "a.eml"), (mail(html=True), "a.eml"), (warc(), "a.warc.gz"), (word(), "a.docx"),
     (b"text\nTwo dead.\n", "a.csv"), (workbook(("text",), ("Two dead.",)), "a.xlsx")],
)  # fmt: skip
def test_the_raw_bytes_of_a_report_give_its_text_again(data: bytes, name: str) -> None:
    documents, _ = read(data, name)
    assert documents
    for document in documents:
        raw = document.raw
        again = [one for one in read_bytes(raw.data, raw.source, f"{raw.media_type}; charset={raw.encoding}")]
        (first, *_) = (one for one in again if isinstance(one, Document))
        assert (first.report.text, first.offsets) == (document.report.text, document.offsets)
        assert raw.sha256 == sha256(raw.data).hexdigest()
