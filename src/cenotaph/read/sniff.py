"""What bytes are, by their beginning; a file's name only settles what the bytes leave open."""

import re
from pathlib import PurePath

from cenotaph.read.decode import utf16_without_mark

HEAD = 1 << 16
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or EPUB file)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"{\\rtf", "an RTF file"),
)
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\0\0\xfe\xff")
_CONTROL = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?><!--.{0,4000}?-->\s*)*+<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<(?:p|div|br|meta|title|article|h1|span|a|table|script|section|main)[\s/>]", re.IGNORECASE
)
_JSON = re.compile(r"\s*(?:\{\s*(?:\"|\}|$)|\[\s*(?:\{|\]|$))")


def suffix(name: str) -> str:
    """The last extension of a file's name in lower case, leaving out .gz."""
    path = PurePath(name.lower())
    return (path.with_suffix("") if path.suffix == ".gz" else path).suffix


def binary_kind(head: bytes) -> str | None:
    """What a file is that holds no text, in words; None if it may be text."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_MARKS) or utf16_without_mark(head):
        return None
    if len(head) - len(head.translate(None, _CONTROL)) > len(head) // 500:
        return "a binary file"
    return None


def glimpse(head: bytes) -> str:
    """The beginning as text that is good enough to recognise markup in."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.decode("utf-16", "replace")
    wide = utf16_without_mark(head)
    return head.removeprefix(b"\xef\xbb\xbf").decode(wide or "latin-1", "replace")


def looks_like_html(head: bytes, name: str) -> bool:
    """An HTML page by its first tag, or by its name and any tag at all."""
    text = glimpse(head)
    return bool(_HTML.match(text)) or (
        suffix(name) in {".html", ".htm", ".xhtml"} and bool(_TAG.search(text))
    )


def looks_like_json(head: bytes, name: str) -> bool:
    """JSON by its name, or a beginning that only JSON objects have."""
    return suffix(name) in {".json", ".jsonl", ".ndjson"} or bool(_JSON.match(glimpse(head[:4096])))


def looks_like_pdf(head: bytes, name: str) -> bool:
    """A PDF by its mark, which may stand a little after the beginning."""
    return b"%PDF-" in head[:1024]
