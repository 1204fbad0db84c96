"""What the words around a name say of it: whether it is a place, whose reporter it is, whether it only denies."""

import re
from functools import cache, lru_cache

from cenotaph.language import load_pack
from cenotaph.model import Citation, Report, Span
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.offices import office_words
from cenotaph.trace.shipped import shipped
from cenotaph.trace.source import SourceRef
from cenotaph.trace.source_kinds import has_role

_NEAR = 40
_FAR = 120
_COMPARED = re.compile(r"\bthan (?:what )?(?:the )?$")
_PERSON = r"([A-Z][\w'’-]+(?: (?:al-|bin )?[A-Z][\w'’-]+){1,2})"
_BEFORE = re.compile(rf"(?:^|[\s“\"]){_PERSON}, (?:the |an? )?$")
# "Ann Roe | reported on Monday for the Valley Post".
_REPORTS_FOR = re.compile(
    r" (?:reported|reports|wrote|writes|writing)(?: (?:on )?[A-Z][a-z]+day)? (?:for|in) (?:the )?([A-Z][\w&.’'-]*(?: [A-Z][\w&.’'-]*){0,4})"
)
_OWN_MAN = re.compile(r"(?:[Tt]he )?([A-Z].*?)(?:['’]s|s['’]) [A-Z][\w’'-]+ [A-Z]")
_BEHIND = re.compile(
    rf"(?: [“\"‘]\w+[”\"’])?,? {_PERSON}(?=,|\.|\n|$| (?:said|says|told|reported|reports|wrote|confirmed|announced|stated))"
)


def is_place(text: str, citation: Citation) -> bool:
    """Whether a name only says where: "two doctors in the regional capital, Mekele, told ..."."""
    start, end = citation.span.start, citation.span.end
    return (
        text[end : end + 1] == "," and _place_before().search(text[max(0, start - _NEAR) : start]) is not None
    )


def is_compared(text: str, citation: Citation) -> bool:
    """Whether somebody is named only because others say more or less: "far more than | Chad | said"."""
    return _COMPARED.search(text, max(0, citation.span.start - _NEAR), citation.span.start) is not None


def is_own_address(report: Report, citation: Citation) -> bool:
    """Whether a name is the end of the outlet's own address: "News.Az reports"."""
    own = report.outlet or ""
    before = own[: -len(citation.name)]
    return before.endswith(".") and report.text[: citation.span.start].endswith(before)


def only_signs(text: str, headline: Span, citation: Citation) -> bool:
    """Whether a headline names an office or a kind of people and no more: "Nine killed - Military"."""
    opens = citation.sentence == 0 and text[headline.end : headline.end + 1] == "\n"
    return opens and citation.span.end >= headline.end - 1 and office_words(folded_tokens(citation.name))


def outlet_of_reporter(text: str, citation: Citation) -> SourceRef | None:
    """The listed outlet that the words around a credited name say it reports for, or that it begins with ("Reuters' Ann Roe"); the name may begin with
    what he is ("correspondent Ann")."""
    behind = _REPORTS_FOR.match(text, citation.span.end) or _OWN_MAN.match(citation.name)
    outlet = shipped(folded_tokens(behind[1])) if behind is not None else None
    if outlet is not None and outlet.carries:
        return outlet
    noun = _reporter().match(citation.name)
    start = citation.span.start + (noun.end() if noun is not None else 0)
    found = _reporter_of().search(text[max(0, start - _NEAR) : start])
    words = found[1].split() if found is not None else []
    stretches = (" ".join(words[at:end]) for at in range(len(words)) for end in range(len(words), at, -1))
    outlets = map(shipped, map(folded_tokens, stretches))
    return next((outlet for outlet in outlets if outlet is not None and outlet.carries), None)


def bearer(text: str, citation: Citation) -> str | None:
    """The name that stands beside an office or role: "Ann Roe, the | head of the port |", "| the mayor of Ayr |, Ann Roe,"."""
    if not has_role(citation.name):
        return None
    start, end = citation.span.start, citation.span.end
    beside = _BEFORE.search(text[max(0, start - _NEAR) : start]) or _BEHIND.match(text[end : end + _NEAR])
    if beside is None or beside[1].split()[0].lower() in load_pack("sources")["words"]["prepositions"]:
        return None  # "On Monday, the mayor".
    titled = beside.re is _BEFORE and _title_before(text[: max(0, start - _NEAR) + beside.start(1)])
    return None if titled else beside[1]  # "They hold the rebels' leader Ann Roe, the mayor said."


def _title_before(text: str) -> bool:
    """Whether what a name follows says already what he is: "the leader | Ann Roe"."""
    words = text[-_NEAR:].split()
    return bool(words) and words[-1].lower() in load_pack("sources")["words"]["heads_of_anything"]


def denies(text: str, citation: Citation) -> bool:
    """Whether what stands beside a name says that he denies something: "Chad | denied it", "denied by | Chad"."""
    start, end = citation.span.start, citation.span.end
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _FAR]
    return _does("denials").match(behind) is not None or _denied_by().search(before) is not None


def only_reacts(text: str, citation: Citation) -> bool:
    """Whether what stands beside a name only denies, condemns or asks for something."""
    end = citation.span.end
    return _does("reactions").match(text[end : end + _FAR]) is not None or denies(text, citation)


def told_before(text: str, citation: Citation) -> bool:
    """Whether what stands beside a name says that its words are told in another sentence: "Ann Roe | said this on Monday",
    "This was reported by | Ann Roe"."""
    start, end = citation.span.start, citation.span.end
    behind, before = text[end : end + _FAR], text[max(0, start - _FAR) : start]
    return _told_before().match(behind) is not None or _told_by().search(before) is not None


def credits_own_people(sentence: str, outlet: str) -> bool:
    """Whether a sentence says that it is from the outlet's own people: "according to a Valley Post reporter", "a clerk told our correspondent"."""
    return _own_people(outlet).search(sentence) is not None


@lru_cache(1_000)
def _own_people(outlet: str) -> re.Pattern[str]:
    nouns = "|".join(load_pack("sources")["words"]["reporters"])
    name = "[ -]".join(map(re.escape, re.split("[ -]", outlet)))
    return re.compile(
        rf"\b(?:told|according to) (?:the )?{name}(?![\w-])|\b(?:{name}(?:['’]?s)?|[Oo]ur)(?: own)? (?:[\w-]+ )?(?:{nouns})s?\b"
    )


@cache
def _denied_by() -> re.Pattern[str]:
    """ "Which was denied by | the port"."""
    return re.compile(
        rf"\b(?:{'|'.join(load_pack('sources')['denials'])}) by (?:the )?(?:[A-Z][\w.]* ){{0,2}}$"
    )


@cache
def _told_by() -> re.Pattern[str]:
    """ "This was reported by the governor, | Ann Roe"."""
    return re.compile(rf"(?:{'|'.join(load_pack('sources')['told_by'])})(?: the)?(?: [\w.’'-]+,?){{0,9}} $")


@cache
def _told_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:, [^.\n]{{3,60}},)?[^.\n]{{0,12}}?\b(?:{'|'.join(load_pack('sources')['told_before'])})"
    )


@cache
def _does(what: str) -> re.Pattern[str]:
    verbs = "|".join(load_pack("sources")[what])
    return re.compile(
        rf"(?:, [^.,\n]{{3,60}},)?[^.,\n]{{0,12}}?(?:\b(?:has|have|had|also|previously|earlier)\b ?){{0,3}}\b(?:{verbs})\b"
    )


@cache
def _reporter() -> re.Pattern[str]:
    nouns = "|".join(load_pack("sources")["words"]["reporters"])
    return re.compile(rf"(?:{nouns}) ")


@cache
def _reporter_of() -> re.Pattern[str]:
    """ "Haaretz reporter", "the BBC's Cairo correspondent" before the name of whoever speaks for the outlet."""
    nouns = "|".join(load_pack("sources")["words"]["reporters"])
    return re.compile(rf"([A-Z][\w&/.'’-]*(?: [A-Z][\w&/.'’-]*){{0,4}}) (?:[\w-]+ ){{0,3}}(?:{nouns}),? $")


@cache
def _place_before() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, load_pack("sources")["words"]["places"]))
    return re.compile(rf"\b(?:{nouns})(?: of)?,? $")
