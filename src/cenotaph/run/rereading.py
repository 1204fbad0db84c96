"""What today's readers make of the bytes that a ledger keeps."""

from cenotaph.ledger import Raw
from cenotaph.read import Document, read_bytes


def read_again(raw: Raw) -> Document | None:
    """The document in the bytes of a report; None where they give none, or more than one.

    What a reader knew from around the bytes (the head of an archive's record, a sheet's columns) is not in it.
    """
    encoding = f"; charset={raw.encoding}" if raw.encoding else ""
    found = read_bytes(raw.data, raw.source, f"{raw.media_type}{encoding}")
    documents = [one for one in found if isinstance(one, Document)]
    return documents[0] if len(documents) == 1 else None
