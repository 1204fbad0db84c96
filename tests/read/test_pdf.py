"""PDF files, written here by hand: paragraphs, hyphens, columns, running heads, places, and what can be wrong."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cenotaph.problems import Problem
from cenotaph.read import CODES, Document, read_bytes

PlacedLine = tuple[float, float, str]
LEADING = 14


def make_pdf(*pages: list[PlacedLine], title: str = "", password: bytes = b"", size: int = 11) -> bytes:
    """A PDF with lines of Helvetica at (x, y), encrypted with RC4 (40 bits) if there is a password."""
    key, trailer = _lock(password) if password else (b"", b"")
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%s) >>" % title.encode(),
    ]
    for number, lines in enumerate(pages):
        shown = b"".join(
            b"BT /F1 %d Tf %g %g Td (%s) Tj ET\n" % (size, x, y, _escaped(text)) for x, y, text in lines
        )
        stream = _rc4(_object_key(key, 6 + 2 * number), shown) if key else shown
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (6 + 2 * number)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects, trailer)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, trailer, len(data))
    )


PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _lock(password: bytes) -> tuple[bytes, bytes]:
    """The key of the standard security handler, revision 2, and the trailer's entries (PDF 1.7, 7.6.3)."""
    padded = (password + PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    ident = bytes(16)
    key = hashlib.md5(padded + owner + b"\xfc\xff\xff\xff" + ident).digest()[:5]
    entries = b"/ID [<%s> <%s>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        ident.hex().encode(),
        ident.hex().encode(),
        owner.hex().encode(),
        _rc4(key, PAD).hex().encode(),
    )
    return key, entries


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, other = list(range(256)), 0
    for index in range(256):
        other = (other + state[index] + key[index % len(key)]) % 256
        state[index], state[other] = state[other], state[index]
    out, index, other = bytearray(), 0, 0
    for byte in data:
        index = (index + 1) % 256
        other = (other + state[index]) % 256
        state[index], state[other] = state[other], state[index]
        out.append(byte ^ state[(state[index] + state[other]) % 256])
    return bytes(out)


def column(*lines: str, x: float = 72, top: float = 720) -> list[PlacedLine]:
    return [(x, top - LEADING * number, line) for number, line in enumerate(lines)]


FIRST = (
    "Nine civilians were killed on Sunday when a shell hit a queue for",
    "water in the east of the town, two medics who were there told the",
    "mission. Fourteen others were wounded.",
)
SECOND = (
    "The mission visited the place on Tuesday and counted twelve holes",
    "in the wall of the pump house. A guard said that the shell had",
    "come from the north.",
)


def document_of(data: bytes) -> Document:
    (found,) = read_bytes(data, "mission.pdf")
    assert isinstance(found, Document)
    return found


def test_lines_are_joined_to_paragraphs() -> None:
    page = column(*FIRST) + column(*SECOND, top=720 - 3 * LEADING)
    assert document_of(make_pdf(page)).report.text == " ".join(FIRST) + "\n\n" + " ".join(SECOND)


def test_a_gap_begins_a_paragraph_and_a_heading_stands_alone() -> None:
    page = column("Findings") + column(*SECOND, top=690) + column(*FIRST, top=630)
    assert document_of(make_pdf(page)).report.text == "\n\n".join(
        ("Findings", " ".join(SECOND), " ".join(FIRST))
    )


def test_words_cut_at_a_line_end_are_whole_again() -> None:
    page = column(
        "The shelling of the town went on for nine days, and the hospital re-",
        "ported 47 dead, among them a 24-",
        "year-old nurse who worked in the morgue of the hospital in the old",
        "town, said the director, who had known her since she was at school.",
    )
    text = document_of(make_pdf(page)).report.text
    assert "the hospital reported 47 dead" in text
    assert "a 24-year-old nurse" in text


def test_columns_are_read_one_after_the_other() -> None:
    left = ("Three of the dead were", "brothers, and the fourth", "was the driver who had")
    right = ("taken them from the field", "to the morgue, said their", "mother on Friday.")
    page = column(*left, x=72) + column(*right, x=320)
    assert document_of(make_pdf(page)).report.text == " ".join(left + right)


def test_running_heads_and_page_numbers_are_left_out_and_sentences_go_on() -> None:
    bodies = (FIRST[:1], FIRST[1:], SECOND[:2], SECOND[2:])
    pages = []
    for number, body in enumerate(bodies, 1):
        head = column(f"Monitoring mission, weekly note {number}", top=760)
        pages.append(head + column("", "", *body) + column(str(number), x=300, top=40))
    assert document_of(make_pdf(*pages)).report.text == " ".join(FIRST) + "\n\n" + " ".join(SECOND)


def test_counts_at_the_foot_of_pages_are_no_page_numbers() -> None:
    bodies = (FIRST, SECOND, FIRST[::-1], SECOND[::-1])
    pages = [column(*body, f"Dead: {count}") for body, count in zip(bodies, (5, 12, 7, 31), strict=True)]
    text = document_of(make_pdf(*pages)).report.text
    assert [f"Dead: {count}" in text for count in (5, 12, 7, 31)] == [True] * 4


def test_every_character_has_a_page_and_a_place() -> None:
    document = document_of(make_pdf(column(*FIRST), column(*SECOND)))
    text = document.report.text
    page, place = document.offsets.page(text.index("Nine"))
    assert (page, place) == (0, 0)
    page, place = document.offsets.page(text.index("twelve holes"))
    assert (page, place) == (1, SECOND[0].index("twelve holes"))
    assert document.offsets.unit == "glyph"


def test_the_title_is_the_files_and_the_date_is_not() -> None:
    report = document_of(make_pdf(column(*FIRST), title="Weekly note")).report
    assert (report.id, report.title, report.published) == ("mission", "Weekly note", None)


def test_an_encrypted_pdf() -> None:
    (problem,) = read_bytes(make_pdf(column(*FIRST), password=b"secret"), "a.pdf")
    assert isinstance(problem, Problem)
    assert problem.message == "a.pdf is a PDF locked with a password; save an unlocked copy of it."


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6])
def test_a_truncated_pdf(share: float) -> None:
    whole = make_pdf(*[column(*FIRST, *SECOND) for _ in range(3)])
    found = list(read_bytes(whole[: int(len(whole) * share)], "a.pdf"))
    assert isinstance(found[-1], Problem)
    assert found[-1].code in {"read.pdf-broken", "read.pdf-cut-off"}
    assert "get a whole copy of it" in found[-1].message


def test_a_pdf_that_lacks_only_its_end_is_read_with_a_doubt() -> None:
    whole = make_pdf(column(*FIRST), column(*SECOND))
    document, problem = read_bytes(whole[: whole.index(b"startxref")], "a.pdf")
    assert isinstance(document, Document)
    assert "Nine civilians" in document.report.text
    assert isinstance(problem, Problem)
    assert problem.code == "read.pdf-cut-off"


def test_a_pdf_of_pictures() -> None:
    (problem,) = read_bytes(make_pdf([]), "a.pdf")
    assert isinstance(problem, Problem)
    assert problem.code == "read.pdf-no-text"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2000), st.binary(max_size=20), st.integers(0, 40))
def test_a_damaged_pdf_is_a_document_or_a_problem(place: int, junk: bytes, cut: int) -> None:
    whole = make_pdf(column(*FIRST), column(*SECOND))
    for found in read_bytes(whole[:place] + junk + whole[place + cut :], "a.pdf"):
        if isinstance(found, Document):
            assert found.offsets.length == len(found.report.text)
        else:
            assert found.code in CODES
            assert found.code != "read.failed"
