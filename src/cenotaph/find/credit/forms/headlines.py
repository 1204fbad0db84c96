"""Credits of headlines, which need no verb: "12 killed in Aleppo: monitor", "Nuland: 400 soldiers killed"."""

import re
from functools import cache, lru_cache

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.labels import is_label
from cenotaph.find.credit.naming.fuller_names import is_known
from cenotaph.find.credit.naming.nouns import is_body
from cenotaph.find.credit.naming.outlets import is_outlet, is_source
from cenotaph.find.credit.naming.run_ons import kinds_of_tellers
from cenotaph.find.credit.naming.speakers import speaker
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack, load_words
from cenotaph.model import Span

# What a body may be of or for: "Association | for Valley Doctors".
_TAIL = "(?:[oP&]D?[CxN]{1,4}){0,2}"
_AT_END = re.compile(rf"(?P<mark>[-:,])(?P<np>D?[CxsLN]{{1,5}}{_TAIL})(?=$|\||(?P<next>[RD]))")
_BARE_END = re.compile(r"(?<=[xCNRK#])(?P<np>C?[CNL])(?=\|)|(?<=[xCNK])(?P<last>C?[CNd])$")
_WIRED = "||||"  # The wire and the day behind a headline.
_AT_START = re.compile(rf"^(?:R?#R#)?(?P<np>[CLN][CLNs]{{0,4}}{_TAIL}|Cx{{1,2}}[CLN]{{1,2}}):(?=.{{3}})")
_JOINT = re.compile("[oP&]")
_PERSON = re.compile("L+C{1,3}|(?P<given>C)C{1,2}")
# "Monitors 15 killed in ...": who counts, then the count.
_BARE_START = re.compile(r"^(?P<np>C?N)(?=#[xCNL]{0,2}K)")
_TOP = 400


def headline(words: Words, text: str, span: Span, found: list[Anchor]) -> list[Anchor]:
    """The credits without a verb of a headline: a line near the top without a full stop, or one a story runs on behind."""
    if not may_be_headline(text, span):
        return []
    credits = []
    unended = not _ends_in_stop(text, span)
    for match in _AT_END.finditer(words.tags):
        if match["next"] and not _opens_story(words, text, match.end()):
            continue
        if match["mark"] == ":" and words.lower[match.start() - 1] in _picture_labels():
            continue  # "Photo: AFP".
        known = match["mark"] != "," and _may_sign(words, text, *match.span("np"))
        last = words.lower[match.end() - 1]
        told = unended or match.end() < len(words.tags) or (match["mark"] == ":" and last in _monitors())
        if told and (known or last in _ends()):
            credits.append(_anchor(words, text, match.span("np"), forward=False))
    bare = None if credits else _BARE_END.search(words.tags)
    if bare is not None:
        taken = bare.span("np") if bare["np"] else bare.span("last")
        if words.lower[taken[1] - 1] in _whole_names():
            taken = taken[1] - 1, taken[1]  # "25 killed in Ayr | Monitor".
        elif _is_wired(words, taken[1]) and words.lower[taken[1] - 1] not in _monitors():
            taken = taken[1] - 1, taken[1]  # "25 killed in Ayr | Governor | AFP Monday 3 Oct 2016".
        if _is_kind(words, text, taken[0] - 1):
            taken = taken[0] - 1, taken[1]  # "25 killed in Ayr State media".
        ends = _ends() if _is_wired(words, taken[1]) else _monitors()
        named = any(anchor.start <= taken[0] < anchor.end for anchor in found)
        object_ = words.lower[taken[0] - 1] == "social" or words.tags[taken[0] - 1] == "P"
        if (
            (words.lower[taken[1] - 1] in ends or _is_kind_of_group(words, *taken))
            and not named
            and not object_
        ):
            credits.append(_anchor(words, text, taken, forward=False))
    before = _BARE_START.match(words.tags)
    if before is not None and words.lower[before.end() - 1] in _monitors():
        credits.append(_anchor(words, text, before.span("np"), forward=True))
    opening = _AT_START.match(words.tags)
    if opening is not None and _may_open(words, text, opening, found):
        credits.append(_anchor(words, text, opening.span("np"), forward=True))
    return credits


def _opens_story(words: Words, text: str, at: int) -> bool:
    """Whether the story behind a headline begins at word `at`: "kills five - Ayr governor | Earlier reports told of none"."""
    return (
        text[words.spans[at][0]].isupper() and words.lower[at] in load_pack("reporting")["small"]["leading"]
    )


def _is_wired(words: Words, at: int) -> bool:
    """Whether a headline ends before word `at`, by the wire and the day behind it: "AFP Monday 3 Oct 2016"."""
    return words.tags.startswith(_WIRED, at)


def _is_kind(words: Words, text: str, at: int) -> bool:
    """Whether word `at` says what those are who tell: "state" media, or "Medical", "Monitoring" by its capital."""
    kind = words.lower[at] in kinds_of_tellers() and text[words.spans[at][0]].isupper()
    return kind or words.lower[at] == "state"


def _is_kind_of_group(words: Words, start: int, end: int) -> bool:
    """Whether a headline's last words are a group by what it does, before its wire: "Monitoring group", no "IS group"."""
    kind = words.lower[start] in kinds_of_tellers() and words.lower[end - 1] == "group"
    return kind and end - start > 1 and _is_wired(words, end)


def _may_open(words: Words, text: str, opening: re.Match[str], found: list[Anchor]) -> bool:
    """Whether what stands before a colon speaks; where the line has a credit at its end, only an outlet that hands it on."""
    if found and (found[0].forward or not is_outlet(opening_name(words, text, opening))):
        return False
    return _speaks(words, text, *opening.span("np"))


def opening_name(words: Words, text: str, opening: re.Match[str]) -> str:
    start, end = opening.span("np")
    return text[words.spans[start][0] : words.spans[end - 1][1]]


def may_be_headline(text: str, span: Span) -> bool:
    """Whether a line stands near the top, and has no full stop or a headline's story running on behind it."""
    return span.start <= _TOP and (span.start == 0 or not _ends_in_stop(text, span))


def _ends_in_stop(text: str, span: Span) -> bool:
    """Whether a line ends in a full stop or quotation mark, and not in one like that of U.N."""
    return text[span.end - 1] in '.!?"”' and text[span.end - 3] != "."


def _anchor(words: Words, text: str, taken: tuple[int, int], *, forward: bool) -> Anchor:
    start, end = taken
    low, high = (end, len(words.tags)) if forward else (0, start)
    return Anchor("headline", speaker(words, text, start, end), start, end, low, high, forward=forward)


def _may_sign(words: Words, text: str, start: int, end: int) -> bool:
    """Whether what stands behind a headline's dash or colon can speak: a party, an office, one who speaks further down."""
    head = _head_end(words, start, end)
    return (
        _is_party(words, text, start, end)
        or (words.tags[head - 1] in "NL" and words.lower[head - 1] not in word_sets()["mute"])
        or (words.tags[head - 1] == "C" and is_body(words.lower[head - 1]))
        or _speaks(words, text, start, end)
    )


def _head_end(words: Words, start: int, end: int) -> int:
    """The word behind a phrase's head: "the Association | for Valley Doctors"."""
    joint = _JOINT.search(words.tags, start, end)
    return joint.start() if joint is not None else end


def _is_party(words: Words, text: str, start: int, end: int) -> bool:
    name = text[words.spans[start][0] : words.spans[end - 1][1]]
    return is_known(name) or is_source(name)


def _is_person(words: Words, start: int, end: int) -> bool:
    """Whether a phrase is a person's full name, or one with a title: "Ann Roe", "Mayor Roe"."""
    named = _PERSON.fullmatch(words.tags, start, end)
    if named is None or words.upper:
        return False
    return named["given"] is None or words.lower[start] in load_words("given_names")


def _speaks(words: Words, text: str, start: int, end: int) -> bool:
    """Whether what opens a headline before a colon is a speaker, not a topic: a role, a person, or one who speaks further down."""
    if is_label(words.lower[start]):
        return False
    head = _head_end(words, start, end)
    if words.lower[head - 1] in _ends() or (words.tags[head - 1] == "N" and is_body(words.lower[head - 1])):
        return True
    name = text[words.spans[start][0] : words.spans[end - 1][1]]
    return is_source(name) or _is_person(words, start, end) or _said(name).search(text) is not None


@lru_cache(maxsize=100)
def _said(name: str) -> re.Pattern[str]:
    """Where a text has somebody say something: no town in which a blast "claimed the lives"."""
    verbs = r"(?:said|told|added|says|state|announce|confirm|report(?:s|ed)\b|wr[io]te|post(?:s|ed)\b|warn|spoke|gave|visited|called|claim(?!(?:s|ed)? (?:the )?(?:lives|at least|\w+ lives)))"
    return re.compile(
        rf"(?<!\b[io]n )(?<!\b[oa][ft] )(?<!\bnear ){re.escape(name)}(?:,[^.,]{{0,80}},)? {verbs}"
    )


@cache
def _whole_names() -> frozenset[str]:
    """Nouns that stand alone at a headline's end; "Cross" and "UN" go with the name before them."""
    return _monitors() - {"cross", "un", "ministry"}


@cache
def _ends() -> frozenset[str]:
    return frozenset(load_pack("reporting")["nouns"]["headline"])


@cache
def _picture_labels() -> frozenset[str]:
    return word_sets()["pictures"] | frozenset(load_pack("reporting")["small"]["picture_labels"])


@cache
def _monitors() -> frozenset[str]:
    return frozenset(load_pack("reporting")["nouns"]["headline_bare"])
