"""Reports in labelled parts: "Source: X on Telegram", then "Quote: ..." with X's words."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.naming.speakers import Speaker, right_of
from cenotaph.find.credit.tagging.speech_tags import tag_words
from cenotaph.find.credit.tagging.words import Words
from cenotaph.model import Span

_SOURCE = re.compile(r"\W*Source:\s+(?=\S)")
_QUOTE = re.compile(r"\bQuote:\s*$")
_QUOTE_FROM = re.compile(r"\bQuote from ([^:\n]{2,80}):\s*$")
_QUOTE_OF = re.compile(r"(?:^|\n)\W*([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) quote:\s*$")
# Behind a quotation, or alone on a line: "- Ann Roe, the mayor", "Ann Roe (a cook who fled)", "Ann Roe Head of the port".
_NAME = r"(?P<name>(?:(?:Dr|Gen|Col|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w'’-]+(?: (?:al-|bin |de |van |von )?[A-Z][\w'’-]+){1,3}?)"
_ROLE = r"(?:, (?P<role>[^.\n]{3,90})|[ \t]\([^)\n]{3,90}\)|[ \t](?=(?:Head|Mayor|Governor|Minister|President|Director|Chief|Chairman|Commander)\b)(?P<post>[^.\n]{3,90}))"
_SIGNED_BEHIND = re.compile(
    rf"[ \t]*(?:\n\s*[-–—~]*|[-–—~]+)[ \t]*{_NAME}(?:{_ROLE}|(?=\s*\n))\.?(?=\s*(?:\n|$|[A-Z]))"
)
_SIGNED_LINE = re.compile(rf"\s*\n\s*[-–—~]*[ \t]*{_NAME}{_ROLE}[ \t]*(?=\n|$)")
_OURSELVES = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Mm]y|I)\b")
_LABEL_LENGTH = 100
_LABELS = frozenset(
    ("source", "quote", "details", "background", "photo", "photos", "update", "updated", "video", "note")
)


def is_label(word: str) -> bool:
    """Whether a word before a colon names a part of the report and no speaker."""
    return word in _LABELS


def opens_quote(before: str) -> bool:
    """Whether the text before a quotation ends on the label of the source's own words."""
    return _QUOTE.search(before) is not None


def quoted_from(text: str, start: int) -> Span | None:
    """Whom the label before a quotation names: "Quote from Roe:", "Roe quote:"."""
    before = text[max(0, start - _LABEL_LENGTH) : start]
    match = _QUOTE_FROM.search(before) or _QUOTE_OF.search(before)
    first = start - len(before)
    return Span(first + match.start(1), first + match.end(1)) if match is not None else None


def signed_behind(text: str, end: int) -> Span | None:
    """Who signs the quotation that ends at `end`: '"... nine died." - Ann Roe, the mayor'."""
    return _signer(text, _SIGNED_BEHIND.match(text, end))


def signed_below(text: str, start: int) -> Span | None:
    """Who signs the words of his own that a line is, without marks: "We counted nine.", and below it "Ann Roe (a cook)"."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    if high < 0 or _OURSELVES.search(text, low, high) is None:
        return None
    return _signer(text, _SIGNED_LINE.match(text, high))


def _signer(text: str, signed: re.Match[str] | None) -> Span | None:
    """The name of a signature, if what stands beside it is who that is and no sentence."""
    if signed is None:
        return None
    beside = Span(*signed.span("role")) if signed["role"] else Span(*signed.span("post"))
    told = beside.start >= 0 and not {"V", "b", "H", "G", "Q"}.isdisjoint(tag_words(text, beside).tags)
    return None if told else Span(*signed.span("name"))


def names_source(text: str, span: Span) -> bool:
    """Whether a sentence is the line that says whose word the report goes by: "Source: Ann Roe on Telegram"."""
    return text.startswith("Source:", span.start)


def label(words: Words, text: str, span: Span) -> list[Anchor]:
    """The credit of a line "Source: X", which covers nothing of its own; an outlet there is the report's own maker."""
    who = source_named(words, text) if names_source(text, span) else None
    if who is None or is_outlet(who.name):
        return []
    return [Anchor("label", who, 0, len(words.tags), 0, 0)]


def source_named(words: Words, text: str) -> Speaker | None:
    """Whom a line "Source: X" names."""
    if not words.spans or not _SOURCE.match(text, max(0, words.spans[0][0] - 1)):
        return None
    at = words.tags.find(":")
    found = right_of(words, at + 1, text) if at >= 0 else None
    return found[0] if found is not None else None
