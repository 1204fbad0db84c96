"""Stretches of a report that one speaker has to himself: statements behind "said:", communiques, transcripts."""

import re
from typing import NamedTuple

from cenotaph.model import Span

_BRACKET = re.compile(r"\[([^\[\]]{2,90})\]")
_NOTES = re.compile(
    r"(?:TEXT|EXCERPTS?|CONTINUED|PASSAGE|WORDS?|LAUGHTER|APPLAUSE|VIDEO|INTERVIEW|SENTENCE|INDISTINCT|CHANGES|NAME)\b"
)
_REPORTERS = re.compile(
    r"\b(?:REPORTER|CORRESPONDENT|ANNOUNCER|MODERATOR|INTERVIEWER|QUESTION|NEWSMAN|NARRATOR|UNIDENTIFIED)"
)
_FILED = re.compile(r"(?:REPORT|COMMENTARY|EDITORIAL|DISPATCH)\b")
_ISSUED = re.compile(r"\[(?:COMMUNIQUE|STATEMENT|SPEECH|ADDRESS|LETTER)[^\[\]]*\]\s*\[([^\[\]]+)\]")
_INTERVIEWER = re.compile(r"\bBY ([A-Z]+)\]")
# "OUR CORRESPONDENT ANN ROE": whoever has the surname behind it speaks for the outlet.
_OWN_REPORTER = re.compile(
    r"\bOUR\s(?:[A-Z]+\s){0,3}(?:REPORTER|CORRESPONDENT|NEWSMAN|ENVOY)\s((?:[A-Z]+\s){1,4})"
)
_STATEMENT = re.compile(
    r"(?:\b(?:said|says|stated|states|added|adds|wrote|writes|reads|reported|reports|announced|informs)|\bfollowing(?:\s+statement)?[^.:\n]{0,120}"
    r"|\bstatement[^.:\n]{0,60})\s*:\s*\n\s*(?=[^\s\"“”'‘])",
    re.IGNORECASE,
)


_LEAD_IN = re.compile(r":[ \t]*\r?\n")


class Mouthpiece(NamedTuple):
    """One stretch: where it runs, and where its speaker stands, as a name (`named`) or in the sentence that leads to it.

    `speaker` is None where the stretch is the report's own voice again.
    """

    span: Span
    speaker: Span | None
    named: bool


def mouthpieces(text: str) -> list[Mouthpiece]:
    """The stretches of a text in order; later ones end earlier ones."""
    found = [*_transcribed(text), *_stated(text)]
    found.sort(key=lambda piece: piece.span.start)
    ends = [*(piece.span.start for piece in found[1:]), len(text)][: len(found)]
    return [piece._replace(span=Span(piece.span.start, end)) for piece, end in zip(found, ends, strict=True)]


def _stated(text: str) -> list[Mouthpiece]:
    """Paragraphs behind a lead-in that ends in a colon, without quotation marks."""
    if _LEAD_IN.search(text) is None:
        return []
    return [
        Mouthpiece(Span(match.end(), match.end()), Span(match.start(), match.start() + 1), named=False)
        for match in _STATEMENT.finditer(text)
    ]


def _transcribed(text: str) -> list[Mouthpiece]:
    """Transcripts: "[BEGIN RECORDING] [CRISTIANI] ... [END RECORDING]", "[COMMUNIQUE] [THE FRONT] [TEXT] ..."."""
    if "[" not in text:
        return []
    found = [
        Mouthpiece(Span(match.end(), match.end()), Span(*match.span(1)), named=True)
        for match in _ISSUED.finditer(text)
    ]
    header = max((piece.span.end for piece in found), default=0)
    askers = {match.group(1) for match in _INTERVIEWER.finditer(text[:600])}
    askers |= {name for match in _OWN_REPORTER.finditer(text) for name in match.group(1).split()}
    bylined = False
    for match in _BRACKET.finditer(text, header):
        name, before = match.group(1), text[max(0, match.start() - 6) : match.start()].replace(" ", "")
        opens = before.endswith(("\n\n", "]", "]\n", ".", "?")) and name.isupper() and not _NOTES.match(name)
        if opens:
            speaker = None if bylined else _transcript_speaker(match, askers)
            found.append(Mouthpiece(Span(match.end(), match.end()), speaker, named=True))
        bylined = _FILED.match(name) is not None
    return found


def _transcript_speaker(bracket: re.Match[str], askers: set[str]) -> Span | None:
    """The name in a bracket; None for whoever asks or reports for the outlet, and at a recording's start and end."""
    name = bracket.group(1)
    if name.endswith("RECORDING") or name in askers or _REPORTERS.search(name) is not None:
        return None
    return Span(*bracket.span(1)) if re.fullmatch(r"[A-Z .,'\-\n]+", name) else None
