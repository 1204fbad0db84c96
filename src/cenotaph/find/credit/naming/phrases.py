"""Noun phrases of a tagged sentence: their words as a name, their head, whether they only point back."""

import re
from functools import cache

from cenotaph.find.credit.naming.nouns import noun_kinds
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack
from cenotaph.model import Span

# Whose work a document is: "(a report) | on Monday by", "| compiled and put out in Ayr late on Friday by", "| that was issued by".
_WHEN = "(?:P?R|PC{1,2})*"
MADE_BY = f"(?:o[xCN]{{0,2}}[dtV](?=[KVtwT]))?{_WHEN}(?:[wT][Hb]+R*)?(?:[KVt](?:P|x(?=P?[Ry]))?(?:&[KVt]P?)?(?:PDC?[Nd](?=P?[PRy]))?)?{_WHEN}y"
_BY = re.compile("(?:P?R)*y")
_POINTERS = ("the", "this", "that", "these", "those", "same", "its", "his", "her")
# "A | February 13 | Red Cross report".
_DATED = re.compile("D(?:R#|#R|#C|R)(?=[xCN]{1,5}d|d[oPy])")
# "Said the advocacy group, | Hands Across".
_BODY_NAMED = re.compile(r",(?P<name>D?[CN]{1,4}(?:PC{1,3})?)(?=$|[,;.|])")
_MAY = "may"  # A name by its capital, where no day stands beside it.
_ORDINALS = frozenset(("first", "second", "third", "next", "last", "latest"))


def span_of(words: Words, start: int, end: int) -> Span:
    return Span(words.spans[start][0], words.spans[end - 1][1])


def joined(text: str, words: Words, start: int, end: int) -> str:
    span = span_of(words, start, end)
    name = (
        " ".join(re.sub('["“”]', "", text[span.start : span.end]).split()).removeprefix("www.").split(" (")[0]
    )
    if name[-2:-1] == "." and text[span.end : span.end + 1] == ".":
        return name + "."
    return (
        name.removesuffix(name[-1] if name[-2:].lower() in ("'s", "’s") else "").rstrip("'’")
        if words.tags[end - 1] == "s"
        else name
    )


def head_of(words: Words, start: int, end: int) -> str:
    """The head noun, lower case: the last word before a prepositional phrase."""
    cut = re.search("[oPy]", words.tags[start + 1 : end])
    return words.lower[start + cut.start() if cut else end - 1]


def points_back(words: Words, text: str, start: int, end: int, head: str) -> bool:
    """Whether a phrase only points at a source named before: "the (same, Lebanese) group", nothing behind it."""
    end = _short_of_wherever(words, start, end)
    if words.lower[start] not in _POINTERS or re.search("[oPs&]", words.tags[start:end]):
        return (
            head in noun_kinds()
            and words.tags[start:end].strip("xCN") in ("L", "LL")
            and words.tags[end - 1] not in "CN"  # "Official sources".
        )
    if head not in load_pack("reporting")["nouns"]["anaphors"]:
        return False
    if words.lower[start + 1] in _ORDINALS:
        return False  # "The next report" is none told before.
    if not _initials().isdisjoint(words.lower[start : end - 1]):
        return False  # "The UN mission".
    if not words.upper and text[words.spans[end - 1][0]].isupper():
        inner = range(start + 1, end - 1)
        if any(words.tags[at] == "C" or text[words.spans[at][0]].isupper() for at in inner):
            return False  # "The Syrian Observatory", "the Port Intelligence Group".
    return all(
        tag != "C" or words.lower[at] in demonyms() or words.lower[at].endswith("-based")
        for at, tag in enumerate(words.tags[start : end - 1], start)
    )


def behind_date(words: Words, start: int, end: int) -> int:
    """Where a document's name starts behind its day: "a February 13 | Red Cross report", "a 2 May | navy count"."""
    dated = _DATED.match(words.tags, start, end)
    told = dated is not None and (dated.group() != "D#C" or words.lower[start + 2] == _MAY)
    return dated.end() if dated is not None and told else start


def _short_of_wherever(words: Words, start: int, end: int) -> int:
    """Where an office ends before words that tell no bearer apart: "the commander | of the area"."""
    bare = end - start > 4 and words.lower[end - 3 : end - 1] == ["of", "the"]
    wherever = load_pack("reporting")["nouns"]["wherever"]
    return end - 3 if bare and words.lower[end - 1] in wherever else end


def is_acronym(words: Words, text: str, at: int) -> bool:
    word = text[slice(*words.spans[at])]
    return word.isupper() and word.isalpha() and 3 <= len(word) <= 8


def proper(words: Words, text: str, at: int) -> bool:
    """Whether a name, not a common noun, stands at word `at`."""
    return words.tags[at] in "Cs" or (not words.upper and text[words.spans[at][0]].isupper())


@cache
def _initials() -> frozenset[str]:
    return frozenset(load_pack("reporting")["bodies"]["initials"])


@cache
def demonyms() -> frozenset[str]:
    """Adjectives of nations, lower case: "the Lebanese group" still points back."""
    return frozenset(
        word.lower() for nation in load_pack("nations")["nations"] for word in nation.get("demonyms", ())
    )


def body_behind(words: Words, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name in apposition to what a body is: "the advocacy group, | Hands Across"."""
    body = _BODY_NAMED.match(words.tags, end)
    return body.span("name") if body is not None and _watches(words, text, start, end) else None


def _watches(words: Words, text: str, start: int, end: int) -> bool:
    """Whether a phrase only says what a body is that watches or helps: "the war monitor", "the advocacy group"."""
    bare = not re.search("[Pos]", words.tags[start:end]) and text[words.spans[end - 1][0]].islower()
    kind = load_pack("reporting")["bodies"]["peaceful"]
    return (
        bare
        and words.lower[start] == "the"
        and noun_kinds().get(words.lower[end - 1]) == "body"
        and not set(kind).union(word_sets()["watching"]).isdisjoint(words.lower[start:end])
    )


def handed_on(words: Words, at: int) -> int:
    """The word behind "by" if word `at` says that a document was seen or brought out by whoever follows, else 0."""
    by = _BY.match(words.tags, at + 1) if at < len(words.tags) else None
    if by is None or words.lower[at] not in word_sets()["seeing"] | word_sets()["carrying"]:
        return 0
    return by.end()
