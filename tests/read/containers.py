"""Files with several reports in them, made for tests; their texts are our own."""

import io
import json
import zipfile
from email.message import EmailMessage
from hashlib import sha256

import docx
import openpyxl
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

FEED = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Wire</title>
<item><title>Five killed</title><link>https://wire.example/1</link><pubDate>Tue, 15 Mar 2022 10:00:00 +0200</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>Five people were killed &amp; nine hurt in Kharkiv.</p>]]></content:encoded></item>
<item><title>Headline alone</title></item>
<item><title>Passed on</title><source url="https://agency.example">The Agency</source>
<description>Two men died near Izyum &lt;b&gt;on Monday&lt;/b&gt;.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><title>Lyman</title><id>urn:1</id>
<updated>2022-03-15T10:00:00+02:00</updated><link href="https://desk.example/1"/>
<content type="html">&lt;p&gt;Three soldiers were killed near Lyman, 5\u202fkm from Yampil.&lt;/p&gt;</content></entry></feed>""".encode()


def page(number: int) -> bytes:
    """A page of its own number."""
    text = f"Shelling killed {number} people in Kharkiv on Monday, the governor said, and a hospital took in nine more."
    return f"<html><head><title>Day {number}</title></head><body><h1>Day {number}</h1><p>{text}</p></body></html>".encode()


def warc(pages: int = 3, *, packed: bool = True) -> bytes:
    """A web archive with so many pages, an answer of 404 and a picture."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "tests"}))
    for number in range(2, 2 + pages):
        _answer(writer, f"https://wire.example/{number}", "200 OK", "text/html; charset=utf-8", page(number))
    _answer(writer, "https://wire.example/none", "404 Not Found", "text/html", b"<p>Nothing here.</p>")
    _answer(writer, "https://wire.example/photo", "200 OK", "image/png", b"\x89PNG")
    return out.getvalue()


def _answer(writer: WARCWriter, url: str, status: str, kind: str, body: bytes) -> None:
    headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
    writer.write_record(
        writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
    )


def wacz(archive: bytes, *, digest: str | None = None, missing: bool = False) -> bytes:
    """A collection of one archive, closed with that digest, or with its own; perhaps without a file it names."""
    resources = [{"path": "archive/data.warc.gz", "hash": f"sha256:{digest or sha256(archive).hexdigest()}"}]
    resources += [{"path": "pages/pages.jsonl", "hash": "sha256:0"}] if missing else []
    return zipped(
        {"archive/data.warc.gz": archive, "datapackage.json": json.dumps({"resources": resources}).encode()}
    )


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP file of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def mail(*, html: bool = False) -> bytes:
    """A statement by mail, with a note and a picture attached."""
    message = EmailMessage()
    message["From"] = "Press Desk <someone@desk.example>"
    message["Subject"] = "Statement \u2013 update"
    message["Date"] = "Tue, 15 Mar 2022 10:00:00 +0200"
    text = "Four civilians were killed in Myko\u0142ajewo on Monday."
    if html:
        message.set_content(f"<html><body><p>{text}</p></body></html>", subtype="html")
    else:
        message.set_content(text)
    message.add_attachment(b"Two more died of wounds.", maintype="text", subtype="plain", filename="note.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="photo.png")
    message.set_boundary("boundary")
    return bytes(message)


def word() -> bytes:
    """A Word document with a paragraph, a table with joined cells, and another paragraph."""
    made = docx.Document()
    made.core_properties.title = "Izyum"
    made.add_paragraph("Seven people were killed in Izyum.")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Losses"
    table.cell(1, 0).text, table.cell(1, 1).text = "Killed", "7"
    made.add_paragraph("Nobody is missing.")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def workbook(*rows: tuple[object, ...]) -> bytes:
    """A workbook of one sheet with these rows, behind a sheet without texts."""
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    sheet = book.create_sheet("Reports")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
