"""JSON lines, arrays and single objects."""

import json
from io import BytesIO

import pytest

from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.read import Document, read_bytes, read_paths

FULL = {
    "id": "wire-7",
    "text": "Two dead.\r\n Five hurt.\u00a0",
    "published": "2022-03-13",
    "outlet": "Wire",
    "title": "Two dead",
    "url": "https://wire.example/7",
}


def lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def read(data: bytes, name: str = "news.jsonl") -> tuple[list[Document], list[Problem]]:
    found = list(read_bytes(data, name))
    return [one for one in found if isinstance(one, Document)], [
        one for one in found if isinstance(one, Problem)
    ]


def test_every_field_is_read_and_the_text_left_alone() -> None:
    documents, problems = read(lines(FULL))
    assert problems == []
    assert documents[0].report == Report(**FULL)
    assert documents[0].raw.source == "news.jsonl:1"
    assert json.loads(documents[0].raw.data) == FULL


def test_records_without_id_are_named_by_file_and_line() -> None:
    documents, _ = read(
        b"\n" + lines({"text": "One."}, {"text": "Two.", "id": ""}, {"text": "Three.", "id": 9})
    )
    assert [document.report.id for document in documents] == ["news:2", "news:3", "9"]


def test_a_single_object_is_named_by_its_file() -> None:
    documents, _ = read(json.dumps(FULL | {"id": None}, indent=2).encode(), "kyiv/march.json")
    assert documents[0].report.id == "march"


@pytest.mark.parametrize("name", ["news.json", "news"])
def test_an_array_gives_a_report_a_record(name: str) -> None:
    documents, _ = read(json.dumps([FULL, {"text": "One."}], indent=1).encode(), name)
    assert [document.report.id for document in documents] == ["wire-7", "news:2"]
    assert documents[1].raw.source == f"{name}[2]"
    assert json.loads(documents[1].raw.data) == {"text": "One."}


def test_one_broken_line_among_a_thousand_is_named_and_the_rest_read() -> None:
    good = [json.dumps({"id": str(number), "text": "Two dead."}) for number in range(1000)]
    good[616] = '{"id": "616", "text": "Two de'
    documents, problems = read("\n".join(good).encode())
    assert len(documents) == 999
    assert [problem.where for problem in problems] == ["news.jsonl:617"]
    assert problems[0].code == "read.json"
    assert problems[0].message.startswith("news.jsonl:617 is not valid JSON (")


@pytest.mark.parametrize(
    ("record", "code", "message"),
    [
        ({"id": "a"}, "read.no-text", "news.jsonl:1 has no text"),
        ({"id": "a", "text": None}, "read.no-text", "has no text"),
        ({"id": "a", "text": " \n"}, "read.no-text", "has no text"),
        ({"id": "a", "text": 5}, "read.no-text", "has no text"),
        ([1, 2], "read.record", "news.jsonl:1 is a list, not a report"),
        ("Two dead", "read.record", "is a string, not a report"),
        (None, "read.record", "is null, not a report"),
    ],
)
def test_what_is_no_report_is_a_problem(record: object, code: str, message: str) -> None:
    documents, problems = read(lines(record, FULL))
    assert [document.report.id for document in documents] == ["wire-7"]
    assert [problem.code for problem in problems] == [code]
    assert message in problems[0].message


def test_a_field_of_a_wrong_type_is_ignored_and_named() -> None:
    documents, problems = read(lines(FULL | {"outlet": {"name": "Wire"}, "published": 20220313}))
    assert documents[0].report.outlet is None
    assert documents[0].report.published is None
    assert documents[0].report.title == "Two dead"
    assert [problem.message for problem in problems] == [
        "news.jsonl:1 has a number as its published, which was ignored; give a string or null.",
        "news.jsonl:1 has an object as its outlet, which was ignored; give a string or null.",
    ]
    assert {problem.report for problem in problems} == {"wire-7"}


def test_a_report_without_a_date_is_no_problem() -> None:
    documents, problems = read(lines({"id": "a", "text": "Two dead."}))
    assert documents[0].report.published is None
    assert problems == []


def test_a_date_that_could_be_two_is_a_problem() -> None:
    documents, problems = read(lines(FULL | {"published": "03/04/2022"}))
    assert documents[0].report.published is None
    assert problems[0].code == "read.date"
    assert "'03/04/2022'" in problems[0].message


def test_broken_utf8_inside_a_line_is_replaced() -> None:
    documents, problems = read(b'{"id": "a", "text": "five \xff dead"}\n' + lines(FULL))
    assert [document.report.text for document in documents] == ["five \ufffd dead", FULL["text"]]
    assert [problem.code for problem in problems] == ["read.encoding-broken"]
    assert "byte 26" in problems[0].message


def test_lines_in_windows_1251_are_read_with_a_doubt() -> None:
    line = json.dumps({"id": "a", "text": "Двое убитых, пятеро раненых"}, ensure_ascii=False).encode(
        "windows-1251"
    )
    documents, problems = read(line)
    assert documents[0].report.text == "Двое убитых, пятеро раненых"
    assert [problem.code for problem in problems] == ["read.encoding-guessed"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_a_marked_encoding_of_a_file_of_lines(encoding: str) -> None:
    documents, problems = read((lines(FULL) + lines(FULL)).decode().encode(encoding))
    assert [document.report.text for document in documents] == [FULL["text"]] * 2
    assert problems == []


def test_carriage_returns_end_lines_and_no_newline_ends_the_last() -> None:
    documents, _ = read(lines(FULL).replace(b"\n", b"\r\n") + lines(FULL).rstrip())
    assert len(documents) == 2
    assert documents[0].raw.data == documents[1].raw.data


def test_records_nested_too_deep_are_a_problem() -> None:
    documents, problems = read(b'{"text": "Two dead.", "x": ' + b"[" * 200_000 + b"\n" + lines(FULL))
    assert len(documents) == 1
    assert [problem.code for problem in problems] == ["read.json"]


def test_standard_input_is_sniffed() -> None:
    (document,) = read_paths(["-"], BytesIO(lines(FULL)))
    assert isinstance(document, Document)
    assert document.raw.source == "standard input:1"
    (text,) = read_paths(["-"], BytesIO(b"Two dead."))
    assert isinstance(text, Document)
    assert (text.report.id, text.raw.source) == ("stdin", "standard input")


def test_no_standard_input_is_a_problem() -> None:
    (problem,) = read_paths(["-"])
    assert isinstance(problem, Problem)
    assert (
        problem.message == "- could not be opened (no standard input was given); check that you may read it."
    )
