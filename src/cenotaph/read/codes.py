"""Every sentence with which reading says what it could not read, and whether a report was lost by it."""

from msgspec import Struct

from cenotaph.problems import Problem


class Code(Struct, frozen=True):
    """A kind of problem: the sentence about it, and whether the report was lost (or read with a doubt)."""

    lost: bool
    sentence: str


CODES: dict[str, Code] = {
    "read.missing": Code(True, "{where} does not exist; check the path."),
    "read.unreadable": Code(True, "{where} could not be opened ({reason}); check that you may read it."),
    "read.broken-stream": Code(
        True, "{where} broke off while being read ({reason}); get a whole copy of it."
    ),
    "read.empty": Code(True, "{where} is empty, so there is nothing to read in it."),
    "read.empty-folder": Code(
        True,
        "{where} holds no reports; name a folder with files such as .txt, .html, .pdf, .jsonl or .warc.gz.",
    ),
    "read.skipped": Code(
        False,
        "{where} also holds files of other kinds ({count}: {names}), left unread; name them to have them read.",
    ),
    "read.binary": Code(
        True,
        "{where} is {kind}, not a report; give text, HTML, PDF, JSON lines, WARC or another format that can be read.",
    ),
    "read.too-large": Code(
        True, "{where} is larger than {limit} for one report and was left out; split it into its reports."
    ),
    "read.encoding-broken": Code(
        False,
        "{where} is not wholly valid {encoding}; bad bytes ({count}, the first at byte {offset}) were replaced.",
    ),
    "read.encoding-guessed": Code(
        False,
        "{where} does not declare its encoding and was read as {encoding}; check that its letters look right.",
    ),
    "read.json": Code(
        True, "{where} is not valid JSON ({reason}) and was left out; the other records were read."
    ),
    "read.record": Code(True, "{where} is {kind}, not a report; give an object with at least a text."),
    "read.no-text": Code(True, '{where} has no text and was left out; a report needs its words in "text".'),
    "read.field": Code(False, "{where} has {kind} as its {field}, which was ignored; give a string or null."),
    "read.date": Code(
        False,
        "{where} gives {value} as its date, which was ignored; write it as an ISO 8601 date such as 2022-03-13.",
    ),
    "read.html-no-text": Code(
        True, "{where} is an HTML page without an article's text; save the page after it loads."
    ),
    "read.pdf-broken": Code(True, "{where} is a PDF that is cut off or damaged; get a whole copy of it."),
    "read.pdf-encrypted": Code(True, "{where} is a PDF locked with a password; save an unlocked copy of it."),
    "read.pdf-no-text": Code(
        True, "{where} is a PDF of pictures without text; run text recognition on it first."
    ),
    "read.pdf-cut-off": Code(
        False, "{where} is a PDF without its end, so pages may be missing; get a whole copy of it."
    ),
    "read.pdf-page": Code(
        False,
        "{where} has pages that could not be read ({count}, the first being page {page}); get a whole copy of it.",
    ),
    "read.archive-cut-off": Code(
        True,
        "{where} breaks off after record {count}; what stands before was read, so get a whole copy of it.",
    ),
    "read.archive-broken": Code(
        True,
        "{where} is no sound web archive after record {count} ({reason}); what stands before was read, so get a whole copy of it.",
    ),
    "read.archive-record": Code(
        True, "{where} could not be taken apart ({reason}) and was left out; the other records were read."
    ),
    "read.archive-digest": Code(
        False,
        "{where} does not have the digest that its archive gives for it; it was read, so check where the archive comes from.",
    ),
    "read.archive-others": Code(
        False, "{where} holds {count} records, {pages} of them pages; left unread were {kinds}."
    ),
    "read.wacz-missing": Code(True, "{where} names {path} and does not hold it; get a whole copy of it."),
    "read.wacz-digest": Code(
        False,
        "{where} holds {path} with other bytes than it was closed with; it was read, so check where it comes from.",
    ),
    "read.zip-broken": Code(
        True,
        "{where} is cut off, damaged, locked or too large unpacked; get a whole copy of it, or save it as plain text.",
    ),
    "read.no-words": Code(True, "{where} holds no text to read; open it and check what is in it."),
    "read.mail-broken": Code(
        True, "{where} is a mail whose parts could not be told apart ({reason}); save its text as plain text."
    ),
    "read.feed-empty": Code(True, "{where} is a feed without items; fetch it again, or check its address."),
    "read.parquet-needs": Code(
        True,
        "{where} is a Parquet file, which pyarrow reads; install it with pip install 'cenotaph[parquet]'.",
    ),
    "read.parquet-broken": Code(
        True,
        "{where} is a Parquet file that is cut off or damaged ({reason}); what stands before was read, so get a whole copy of it.",
    ),
    "read.columns": Code(
        True,
        "{where} has no column of texts or links that is known (its columns: {names}); name them with --columns text=NAME.",
    ),
    "read.link-only": Code(
        True,
        "{where} has a link and no text ({url}); fetch it with cenotaph capture and read what that writes.",
    ),
    "read.failed": Code(
        True, "{where} could not be read ({reason}); please report this, with the file if you can."
    ),
}


def trouble(code: str, where: str, *, report: str | None = None, **facts: object) -> Problem:
    """The problem of that code, its sentence filled with the facts it asks for."""
    return Problem(code, CODES[code].sentence.format(where=where, **facts), where, report)


def shortened(value: str) -> str:
    """A value from a report in quotes, cut to a length that fits into a sentence."""
    return repr(value if len(value) <= 40 else value[:39] + "…")
