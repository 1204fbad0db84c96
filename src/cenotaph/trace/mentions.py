"""Listed outlets and bodies that a text names in its prose, whether it credits them or not."""

import re
from collections.abc import Iterator
from functools import cache

from cenotaph.language import load_pack
from cenotaph.trace.naming import common_words, folded_tokens
from cenotaph.trace.shipped import house_of, shipped
from cenotaph.trace.source import SourceKind, SourceRef

_WORD = re.compile(r"[^\W_]+(?:[.'’/&+-][^\W_]+)*")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?=\S)[^\n.!?]*)*")
_FIRST_WORDS = 60
_POSSESSIVE = re.compile(r"['’]s$")


def mentioned(text: str, kind: SourceKind | None = None) -> SourceRef | None:
    """The one source that a text names outside of captions, notes and links: a listed outlet or agency, or one of `kind`;
    its house. None where there is none, or more than one."""
    found = {
        house_of(source)
        for source in _named(text)
        if (source.carries if kind is None else source.kind == kind)
    }
    return found.pop() if len(found) == 1 else None


def opens_with(text: str) -> SourceRef | None:
    """The listed outlet or agency that a text names first, in its first words."""
    sources = (source for source in _in_sentence(text.lstrip()[:_FIRST_WORDS]) if source.carries)
    return next(sources, None)


def _named(text: str) -> Iterator[SourceRef]:
    for sentence in _SENTENCE.finditer(text):
        if _aside().search(sentence[0]) is None:
            yield from _in_sentence(sentence[0])


def _in_sentence(sentence: str) -> Iterator[SourceRef]:
    words = _WORD.findall(sentence)
    at = 0
    while at < len(words):
        taken = _at(words, at)
        if taken is not None:
            source, count = taken
            yield source
            at += count
        else:
            at += 1


def _at(words: list[str], at: int) -> tuple[SourceRef, int] | None:
    """The source whose name stands at word `at`, the longest first, with how many words it takes."""
    if words[at][0].islower():
        return None
    longest = _most().get(_unowned(words[at]).lower(), 0)
    for count in range(min(longest, len(words) - at), 0, -1):
        name = " ".join((*words[at : at + count - 1], _unowned(words[at + count - 1])))
        source = _names().get(name.lower())
        titled = (
            at > 0
            and words[at - 1].lower() == "the"
            and source is not None
            and source.name.startswith("The ")
        )
        if source is not None and not (count == 1 and _is_word(name) and not titled):
            return source, count
    return None


def _unowned(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _is_word(name: str) -> bool:
    """Whether a name of one word is a common word too ("Time"), and so may be none."""
    return not name.isupper() and name.lower() in common_words()


@cache
def _aside() -> re.Pattern[str]:
    """What marks a line or sentence that names an outlet and has nothing from it: a photo's credit, a link, a note."""
    return re.compile("|".join(load_pack("sources")["asides"]), re.IGNORECASE)


@cache
def _names() -> dict[str, SourceRef]:
    pack = load_pack("sources")
    rows = [row for kind in ("agency", "outlet", "NGO", "UN") for row in pack[kind]]
    names = [name for row in rows for name in (row["name"], *row.get("names", ()))]
    listed = {_spaced(name): shipped(folded_tokens(name)) for name in names}
    return {name: source for name, source in listed.items() if source is not None}


def _spaced(name: str) -> str:
    return " ".join(_WORD.findall(name)).lower().removeprefix("the ")


@cache
def _most() -> dict[str, int]:
    """How many words the longest name has that begins with a word."""
    found: dict[str, int] = {}
    for name in _names():
        words = name.split()
        if words:
            found[words[0]] = max(found.get(words[0], 0), len(words))
    return found
