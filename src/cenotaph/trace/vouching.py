"""Who may vouch for a figure: whoever speaks right behind it, and whose claim it is that somebody denies."""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import groupby

from cenotaph.language import load_pack
from cenotaph.model import Citation, Span
from cenotaph.trace import source_words
from cenotaph.trace.around_names import denies
from cenotaph.trace.naming import folded_name

_NEAR = 40
_FAR = 80
_WORDS = re.compile(r"[\w’'-]+")
# "It was dawn", and no "This must stop".
_TAKES_UP = re.compile(
    r"\W*(?:It|That|This|They|These|Those)\b(?! (?:must|should|ha(?:s|ve) to|needs?|cannot|can|will|would)\b)"
)
_POST_BEHIND = re.compile(r",[^.,;\n\"”]{3,80}")


def claimants(
    text: str, citations: Sequence[Citation], figured: Collection[int]
) -> dict[int, frozenset[str]]:
    """Whose claim it is, by the number of a sentence with figures, that somebody else denies there: "the army denied a claim by the port that
    nine died"."""
    found = {
        number: frozenset(one.name for one in group if _claims_what_is_denied(text, one))
        for number, group in groupby(citations, key=lambda one: one.sentence)
        if number in figured
    }
    deniers = {one.sentence for one in citations if denies(text, one)}
    return {number: names for number, names in found.items() if names and number in deniers}


def may_vouch(text: str, sentence: Span, citations: Sequence[Citation], *, of_world: bool) -> bool:
    """Whether those who speak right behind a figure may have it: who hold a post, none of the UN (`of_world`), or speak of the dead and what
    befell them; no bystander."""
    people = [one for one in citations if not one.outlet] or citations
    if all(_is_bystander(text, one) for one in people):
        return False
    holds = not of_world and any(_holds_post(text, one) for one in people)
    return holds or _is_of_matter(text[sentence.start : sentence.end])


def _is_bystander(text: str, citation: Citation) -> bool:
    """Whether what stands beside a name says that he counts nobody: "| Ann Roe |, a shopkeeper", "analyst | Ann Roe |", "| Ann Roe |, whose
    brother died"."""
    start, end = citation.span.start, citation.span.end
    behind, before = text[end : end + _NEAR * 2], text[max(0, start - _NEAR) : start]
    return _bystands("behind").match(behind) is not None or _bystands("before").search(before) is not None


def _holds_post(text: str, citation: Citation) -> bool:
    """Whether a name has a post beside it or is one: "Mayor | Ann Roe |", "| Ann Roe |, the head of the port"."""
    start, end = citation.span.start, citation.span.end
    before = text[max(0, start - _NEAR) : start].rpartition(".")[2].rpartition("\n")[2]
    behind = _POST_BEHIND.match(text, end, end + _FAR)
    words = _WORDS.findall(f"{before}{citation.name}{behind[0] if behind else ''}")
    return any(
        folded_name(word) in source_words.roles() or folded_name(word) in source_words.ranks()
        for word in words
    )


def _is_of_matter(sentence: str) -> bool:
    """Whether a sentence is about the dead told of before it, or what befell them, and not about what may come of it."""
    if _TAKES_UP.match(sentence) is not None:
        return True
    return any(word.startswith(_matter()) for word in _WORDS.findall(sentence.lower()))


def _claims_what_is_denied(text: str, citation: Citation) -> bool:
    """Whether it is a name's claim that somebody else denies: "denied a claim by | Chad", "rejected | Chad |'s claim"."""
    start, end = citation.span.start, citation.span.end
    before, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _claims("before").search(before) is not None or _claims("behind").match(behind) is not None


@cache
def _matter() -> tuple[str, ...]:
    return tuple(load_pack("sources")["words"]["matter"])


@cache
def _bystands(where: str) -> re.Pattern[str]:
    nouns = "|".join(load_pack("sources")["words"]["bystanders"])
    if where == "before":
        return re.compile(rf"(?:^|[\s“\"])(?:{nouns}) $")
    return re.compile(rf", (?:whose\b|\d\d\b|(?:(?:a|an|the|his|her) )?(?:[\w’'-]+ ){{0,3}}(?:{nouns})\b)")


@cache
def _claims(where: str) -> re.Pattern[str]:
    nouns = "|".join(load_pack("sources")["words"]["claims"])
    if where == "before":
        return re.compile(
            rf"\b(?:{nouns}) (?:made |put out |published |issued )?(?:by|of|from) (?:the )?(?:[\w’'-]+ ){{0,3}}$"
        )
    return re.compile(rf"['’]s? (?:\w+ )?(?:{nouns})\b")
