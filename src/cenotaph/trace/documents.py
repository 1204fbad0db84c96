"""Who made the study, report or inquiry that a text tells from, and calls "the study" further on."""

import re
from collections.abc import Iterator
from functools import cache

from cenotaph.language import load_pack
from cenotaph.model import Span
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.shipped import shipped
from cenotaph.trace.source_kinds import is_named, kind_of
from cenotaph.trace.states import names_nation

_LEFT_OUT = re.compile(r" \([A-Z][A-Z.]{1,7}\)|[\"“”«»]")
_NAME = r"(?P<maker>(?:(?:[A-Z]\.){2,}|[A-Z][\w&/'’-]*)(?: (?:& |(?:of |for |and |the ){0,2})[A-Z][\w&/'’-]*){0,7})"
_AND = re.compile(r"(?:,| and) (?:the )?")
_POSSESSIVE = re.compile(r"['’]s\b.*")
_HEAD, _NEAR = 600, 120
_OLD = re.compile(r"\b(?:last year|(?:years?|decades?) ago|in (?:19|20)\d\d)\b")
_WHERE = re.compile(r" (?:in|from|of|at|across) (?:the )?")


def makers(text: str) -> tuple[str, ...]:
    """The names of those who made the documents that a text tells of, each once, in the order of the text."""
    plain = _LEFT_OUT.sub("", text)
    told = [(match.start("maker"), match["maker"]) for one in _patterns() for match in one.finditer(plain)]
    told = [one for one in told if not _asked_for().search(plain, max(0, one[0] - _NEAR), one[0])]
    found = (_POSSESSIVE.sub("", name) for _, name in sorted((*told, *_publishers(plain))))
    return tuple(dict.fromkeys(name for name in found if is_named(name) or name.isupper()))


def _publishers(text: str) -> Iterator[tuple[int, str]]:
    """Whoever stands before "published a study", with where."""
    behind, before = _of_publishers()
    for published in behind.finditer(text):
        start = max(0, published.start() - _NEAR)
        name = before.search(text[start : published.start()])
        if name is not None:
            yield start + name.start("maker"), name["maker"]


def maker_told_from(text: str) -> str | None:
    """Whose study or report a text tells from: the maker of the only one; of a study and the journal it is published in the one
    that the text names first; of several studies, the maker of the only one that it begins with."""
    found = makers(text)
    journals = [one for one in map(shipped, map(folded_tokens, found)) if one and one.kind == "outlet"]
    one_study = len(found) == 1 or (len(found) == 2 and len(journals) == 1)
    early = found if one_study else makers(text[:_HEAD])
    return early[0] if one_study or len(early) == 1 else None


def is_document(name: str) -> bool:
    """Whether a name only says what kind of document speaks, or that its authors do: "the study", "a new report",
    "researchers in Chad"."""
    who, _, where = _WHERE.sub("\n", name, count=1).partition("\n")
    if who == who.lower() and all(map(names_nation, _AND.split(where) if where else ())):
        tokens = folded_tokens(who)
        if tokens and tokens[-1] in load_pack("sources")["documents"]["authors"]:
            return True
    tokens = folded_tokens(name)
    ends_so = bool(tokens) and tokens[-1] in _nouns() and name[len(name) - len(tokens[-1]) :].islower()
    plain = name[1:].islower() and all(kind_of(word) == "unknown" for word in tokens[:-1])
    return ends_so and (len(tokens) <= 2 or plain)


def is_of_old(text: str, sentence: Span) -> bool:
    """Whether the sentence that names a document dates it to another time than the news: "a UN report last year"."""
    return _OLD.search(text, sentence.start, sentence.end) is not None


def tells_of_study(text: str, sentence: Span) -> bool:
    """Whether a sentence speaks of a study or of those who made it: "the study puts", "the authors estimate"."""
    words = set(re.findall(r"[a-z]+", text[sentence.start : sentence.end].lower()))
    pack = load_pack("sources")["documents"]
    return not words.isdisjoint(pack["authors"]) or not words.isdisjoint(("study", "analysis", "survey"))


@cache
def _asked_for() -> re.Pattern[str]:
    """What stands before an inquiry that there is not yet: "demand a | UN investigation"."""
    verbs = "|".join(load_pack("sources")["documents"]["asked_for"])
    return re.compile(rf"\b(?:{verbs})(?: (?:an?|the|its|full|new|independent|prompt|urgent|joint))*,? $")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    patterns: list[str] = load_pack("sources")["documents"]["makers"]
    return tuple(map(_compiled, patterns))


@cache
def _of_publishers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    pack = load_pack("sources")["documents"]["publishers"]
    return _compiled(pack["behind"]), _compiled(pack["before"])


def _compiled(pattern: str) -> re.Pattern[str]:
    nouns = "(?:" + "|".join(sorted(_nouns())) + ")"
    journals = "|".join(load_pack("sources")["documents"]["journals"])
    named = pattern.replace("{noun}", nouns).replace("{maker}", _NAME)
    return re.compile(named.replace("{journal}", journals))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(load_pack("sources")["documents"]["nouns"])
