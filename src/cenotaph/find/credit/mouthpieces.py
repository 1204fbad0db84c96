"""Stretches of a report that one speaker has to himself: statements behind "said:", communiques, transcripts."""

import re
from typing import NamedTuple

from cenotaph.model import Span

_BRACKET = re.compile(r"\[([^\[\]]{2,90})\]")
_NOTES = re.compile(
    r"(?:TEXT|EXCERPTS?|CONTINUED|PASSAGE|WORDS?|LAUGHTER|APPLAUSE|VIDEO|INTERVIEW|SENTENCE|INDISTINCT|CHANGES|NAME|SIGNED|DATED)\b"
    r"|(?:THE|AN?|AND|OR|OF|TO|IN|ON|BY)$"  # "[THE] TROOPS", a word put in.
)
_REPORTERS = re.compile(
    r"\b(?:REPORTER|CORRESPONDENT|ANNOUNCER|MODERATOR|INTERVIEWER|QUESTION|NEWSMAN|NARRATOR)"
)
_FILED = re.compile(r"(?:REPORT|COMMENTARY|EDITORIAL|DISPATCH|ARTICLE|COLUMN|FEATURE)\b")
# "[COMMUNIQUE] [THE FRONT]", "[SPEECH BY PRESIDENT ROE]".
_ISSUED = re.compile(
    r"\[(?:COMMUNIQUE|STATEMENT|SPEECH|ADDRESS|LETTER)[^\[\]]*\]\s*\[(?!TEXT|EXCERPT|CONTINUED|PASSAGE|SUMMARY)([^\[\]]+)\]"
    r"|\[(?:COMMUNIQUE|STATEMENT|SPEECH|ADDRESS|LETTER|MESSAGE|REMARKS)\b(?:(?!\bWITH\b)[^\[\]])*\bBY\s([^\[\]]+)\]"
)
# "[TEXT] PDC [DEMOCRATIC PARTY] COMMUNIQUE:", "[TEXT] COMMUNIQUE ISSUED BY THE FRONT:".
_HEADED = re.compile(
    r"\[TEXT\]\s+(?:(?:THE\s|A\s)?(?:COMMUNIQUE|STATEMENT|DECLARATION)\s(?:ISSUED\s)?(?:BY|FROM)\s([^:\[\]]{2,90})"
    r"|([A-Z][A-Z .,'-]{1,60}?)\s(?:\[[^\[\]]+\]\s)?(?:COMMUNIQUE|STATEMENT|DECLARATION)):"
)
# "[SIGNED] THE FRONT'S GENERAL COMMAND, 17 NOVEMBER 1989".
_SIGNED = re.compile(r"\[SIGNED\]\s+\[?([A-Z][A-Z.'-]*(?:[ \t][A-Z.'-]+)*)")
_TEXT = re.compile(r"\[(?:TEXT|EXCERPTS?)\]")
# "[REPORT BY ROE]", "[INTERVIEW WITH DR LEE BY OUR CORRESPONDENT ANN ROE]"; who gave an interview does not ask.
_INTERVIEWER = re.compile(
    r"\bBY ([A-Z]+)\]|\[[^\[\]]{0,60}\b(?:INTERVIEW|CONFERENCE|CONVERSATION)\sWITH\b(?!\sUNIDENTIFIED\sREPORTER)[^\[\]]{1,400}?(?<!GIVEN)(?<!GRANTED)\sBY\s([^\[\]]{2,90})\]"
)
# "OUR CORRESPONDENT ANN ROE", "ANN ROE REPORTS:": whoever has the surname speaks for the outlet.
_OWN_REPORTER = re.compile(
    r"\bOUR\s(?:[A-Z]+\s){0,3}(?:REPORTER|CORRESPONDENT|NEWSMAN|ENVOY|COLLEAGUE),?\s((?:[A-Z]+[\s,]){1,4})"
    r"|\b((?:[A-Z.]+\s+){2,7})(?:REPORTS?|FILED THIS REPORT|HAS THE (?:STORY|REPORT|DETAILS))[:.]"
)
_STATEMENT = re.compile(
    r"(?:\b(?:said|says|stated|states|added|adds|wrote|writes|reads|reported|reports|announced|informs)|\bfollowing(?:\s+statement)?[^.:\n]{0,120}"
    r"|\bstatement[^.:\n]{0,60})\s*:\s*\n\s*(?=[^\s\"“”'‘])",
    re.IGNORECASE,
)


_LEAD_IN = re.compile(r":[ \t]*\r?\n")


class Mouthpiece(NamedTuple):
    """One stretch: where it begins, and where its speaker stands, as a name (`named`) or in the sentence that leads to it.

    It runs to where the next begins. `speaker` is None where the stretch is the report's own voice again.
    """

    start: int
    speaker: Span | None
    named: bool


def mouthpieces(text: str) -> list[Mouthpiece]:
    """The stretches of a text in order; later ones end earlier ones."""
    return sorted([*_transcribed(text), *_stated(text)], key=lambda piece: piece.start)


def _stated(text: str) -> list[Mouthpiece]:
    """Paragraphs behind a lead-in that ends in a colon, without quotation marks."""
    if _LEAD_IN.search(text) is None:
        return []
    return [
        Mouthpiece(match.end(), Span(match.start(), match.start() + 1), named=False)
        for match in _STATEMENT.finditer(text)
    ]


def _transcribed(text: str) -> list[Mouthpiece]:
    """Transcripts: "[BEGIN RECORDING] [CRISTIANI] ... [END RECORDING]", "[COMMUNIQUE] [THE FRONT] [TEXT] ..."."""
    if "[" not in text:
        return []
    found = [_named(match) for match in _ISSUED.finditer(text)] or _headed(text) or _signed(text)
    header = max((piece.start for piece in found), default=0)
    askers = set[str]()
    for match in _INTERVIEWER.finditer(text[:600]):
        askers.update((match[1] or match[2]).replace(",", " ").split())
    for match in _OWN_REPORTER.finditer(text):
        askers.update((match[1] or match[2]).replace(",", " ").split())
    bylined, last = False, ""
    for match in _BRACKET.finditer(text, header):
        name, before = match.group(1), text[max(0, match.start() - 6) : match.start()].replace(" ", "")
        opens = before.endswith(("\n\n", "]", "]\n", ".", "?")) and name.isupper() and not _NOTES.match(name)
        if opens and last and name.startswith(f"{last} ") and len(name.split()) > len(last.split()) + 1:
            continue  # What he does: "[ROE POINTS TO A MAP]".
        if opens:
            last = name
            askers.update(name.split() if bylined else ())  # "[REPORT] [ANN ROE] [TEXT] [ROE]".
            speaker = None if bylined else _transcript_speaker(match, askers)
            found.append(Mouthpiece(match.end(), speaker, named=True))
        bylined = _FILED.match(name) is not None
    return found


def _named(match: re.Match[str]) -> Mouthpiece:
    """The stretch behind a match, of whoever its first group that took part names."""
    group = next(number for number, name in enumerate(match.groups(), 1) if name)
    return Mouthpiece(match.end(), Span(*match.span(group)), named=True)


def _headed(text: str) -> list[Mouthpiece]:
    """A communique that its first words call so, and whose it is."""
    match = _HEADED.search(text)
    return [_named(match)] if match is not None else []


def _signed(text: str) -> list[Mouthpiece]:
    """A statement of which its end tells who signed it, down to that end."""
    signed, opening = _SIGNED.search(text), _TEXT.search(text)
    if signed is None or opening is None or opening.end() > signed.start():
        return []
    return [
        Mouthpiece(opening.end(), Span(*signed.span(1)), named=True),
        Mouthpiece(signed.start(), None, named=True),
    ]


def _transcript_speaker(bracket: re.Match[str], askers: set[str]) -> Span | None:
    """The name in a bracket; None for whoever asks or reports for the outlet, and at a recording's start and end."""
    name = bracket.group(1)
    if name.endswith("RECORDING") or askers.issuperset(name.split()) or _REPORTERS.search(name) is not None:
        return None
    return Span(*bracket.span(1)) if re.fullmatch(r"(?:[A-Z .,'\-\n]|\d+(?:ST|N?D|RD|TH)\b)+", name) else None
