"""The lines of a PDF as pdfium gives them; the only file that touches the library."""

import ctypes

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from msgspec import Struct

_LINE_ENDS = frozenset("\r\n")
# pdfium's own limits stop at 2^31; a report has no more pages than this.
MAX_PAGES = 5000


class Line(Struct, frozen=True):
    """A line of a page: its characters, the index of the first on the page, and its box in points from below left."""

    text: str
    first: int
    left: float
    right: float
    bottom: float
    top: float


class Page(Struct, frozen=True):
    """A page's lines in pdfium's reading order, and how many characters pdfium counts on it."""

    lines: tuple[Line, ...]
    glyphs: int


class Sheets(Struct, frozen=True):
    """What could be read of a PDF. `failed` are the pages, from 1, that could not."""

    pages: tuple[Page, ...]
    failed: tuple[int, ...]
    title: str | None


class Unreadable(Struct, frozen=True):
    """Why a PDF could not be opened at all."""

    encrypted: bool


def read_sheets(data: bytes) -> Sheets | Unreadable:
    """All pages of a PDF. No error of the library leaves this function."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return _sheets(document)
    except pypdfium2.PdfiumError as error:
        return Unreadable(error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY))


def _sheets(document: pypdfium2.PdfDocument) -> Sheets:
    pages, failed = [], []
    for number in range(min(len(document), MAX_PAGES)):
        try:
            pages.append(_page(document, number))
        except pypdfium2.PdfiumError:
            pages.append(Page((), 0))
            failed.append(number + 1)
    return Sheets(tuple(pages), tuple(failed), document.get_metadata_value("Title").strip() or None)


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    page = document[number]
    sheet = page.get_textpage()
    try:
        count = sheet.count_chars()
        codes = [pdfium.FPDFText_GetUnicode(sheet.raw, index) for index in range(count)]
        return Page(tuple(_lines(sheet, codes)), count)
    finally:
        sheet.close()
        page.close()


def _lines(sheet: pypdfium2.PdfTextPage, codes: list[int]) -> list[Line]:
    """Split at the line ends that pdfium puts in. Surrogates, which it gives one by one, stay one character each."""
    text = "".join(map(_character, codes))
    lines, start = [], 0
    for end in range(len(text) + 1):
        if end < len(text) and text[end] not in _LINE_ENDS:
            continue
        if text[start:end].strip():
            lines.append(_line(sheet, text, start, end))
        start = end + 1
    return lines


def _character(code: int) -> str:
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _line(sheet: pypdfium2.PdfTextPage, text: str, start: int, end: int) -> Line:
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip()) - 1
    left, _, bottom, top = _box(sheet, first)
    _, right, *_ = _box(sheet, last if text[last] not in "\ufffe\x02" or last == first else last - 1)
    return Line(text[first : last + 1], first, left, right, bottom, top)


def _box(sheet: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of the place a character takes; zeros where it has none."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(sheet.raw, index, ctypes.byref(box)):
        return 0.0, 0.0, 0.0, 0.0
    return box.left, box.right, box.bottom, box.top
