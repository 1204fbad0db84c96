"""A mail (RFC 5322, MIME) to reports: its text, and the documents attached to it."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from pathlib import PurePath

from msgspec.structs import replace

from cenotaph.problems import Problem
from cenotaph.read.codes import trouble
from cenotaph.read.dates import iso_date
from cenotaph.read.document import Document, raw_of
from cenotaph.read.pages import PAGES, Inner, read_inner
from cenotaph.read.source import MIB, Source

MAX_MAIL = 64 * MIB
_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}")
_TELLING = re.compile(
    rb"^(?:from|date|subject|mime-version|message-id|received):", re.IGNORECASE | re.MULTILINE
)
_ATTACHED = frozenset(extension for reader in PAGES for extension in reader.extensions)
# What the library raises for headers and bodies that are not as the standard has them.
_BROKEN = (MessageError, LookupError, ValueError, OverflowError, AttributeError, TypeError, AssertionError)


def looks_like_mail(head: bytes, name: str) -> bool:
    """By its name, or by two header lines of which one is a mail's."""
    header = _HEADER.match(head[:8192])
    if header is None:
        return False
    return PurePath(name.lower()).suffix == ".eml" or len(_TELLING.findall(header[0])) >= 2


def read_mail(source: Source) -> Iterator[Document | Problem]:
    """A report of the mail's own text, with its subject, date and sender, and one of each document attached."""
    data = source.take(MAX_MAIL)
    if isinstance(data, Problem):
        yield data
        return
    message = message_from_bytes(data, policy=policy.default)
    try:
        inner = list(_parts(message, source))
    except _BROKEN as error:
        yield trouble("read.mail-broken", source.where, reason=str(error) or type(error).__name__)
        return
    if not inner:
        yield trouble("read.no-words", source.where)
    for at, part in enumerate(inner):
        for found in read_inner(part):
            yield (
                _of_mail(found, data)
                if at == 0 and isinstance(found, Document) and part.where == source.where
                else found
            )


def _of_mail(document: Document, data: bytes) -> Document:
    """The raw bytes of a mail's own text are the whole mail; its offsets count the bytes of the decoded part."""
    raw = raw_of(
        data,
        media_type="message/rfc822",
        source=document.raw.source,
        encoding=document.raw.encoding,
        reader=f"mail/1+{document.raw.reader}",
    )
    return replace(document, raw=raw, offsets=replace(document.offsets, unit="part"))


def _parts(message: EmailMessage, source: Source) -> Iterator[Inner]:
    body = message.get_body(("plain", "html"))
    published, title = _date(message), _header(message, "subject")
    if body is not None and (content := _bytes(body)).strip():
        charset = body.get_content_charset() or "utf-8"
        kind = f"{body.get_content_type()}; charset={charset}"
        yield Inner(content, kind, source.where, source.ident, published, _sender(message), title)
    for number, part in enumerate(message.iter_attachments(), start=1):
        name = part.get_filename() or ""
        if PurePath(name.lower()).suffix in _ATTACHED:
            where, ident = f"{source.where}[{number}]", f"{source.ident}:{PurePath(name).stem}"
            yield Inner(
                _bytes(part), part.get_content_type(), where, ident, published, _sender(message), name
            )


def _bytes(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(_field(message, name) or "").split()) or None


def _field(message: EmailMessage, name: str) -> object:
    """A header as the library reads it; None where it breaks on it, since a mail is more than one of its headers."""
    try:
        return message.get(name)
    except _BROKEN:
        return None


def _date(message: EmailMessage) -> str | None:
    given = _header(message, "date")
    return iso_date(given) if given else None


def _sender(message: EmailMessage) -> str | None:
    """The sender's name, or the domain of an address without one: an address of a person stays out of the ledger."""
    addresses = getattr(_field(message, "from"), "addresses", ())
    return (addresses[0].display_name or addresses[0].domain or None) if addresses else None
