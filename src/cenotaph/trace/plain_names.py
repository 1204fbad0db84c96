"""A name without what ran into it: footnotes, addresses, where it was said, the end of the words before it."""

import re
from functools import cache

from cenotaph.language import load_pack
from cenotaph.trace import source_words
from cenotaph.trace.naming import common_words, folded_name

_BEGINNING = re.compile(r"(?:[.!?][”\"’]*|:) [“\"‘]?(?=[A-Z])|[“\"‘](?=[A-Z])")
_FOOTNOTE = re.compile(r"(?:\[\w{1,3}\])+ ?")
_ADDRESS = re.compile(r"[.,]?\s+(?:https?://|www\.|pic\.twitter\.com|t\.co/)\S*.*$")
_RUN_INTO = re.compile(
    r"(?:[a-z][\w'’-]* )*?(?P<last>[a-z][\w'’-]*) (?P<name>(?:[A-Z][\w.'’&-]*|al-[A-Z]\w+)(?: (?:[A-Z][\w.'’&-]*|al-[A-Z]\w+))*)"
)


def plain_name(name: str) -> str:
    """A name without the footnotes and words of a sentence before it, and without where it was said: "burned.[19] | Ayr police",
    "the mayor Ann Roe | during news briefing"."""
    parts = [part for part in _FOOTNOTE.split(name) if part]
    plain = _ADDRESS.sub("", parts[-1]) if parts else name
    said = source_words.platform().search(plain)
    return plain[: said.start()] if said is not None and " by " not in said[0] else plain


def without_words_before(name: str) -> str:
    """The proper name at the end of words that are no name and do not go with it: "the outset | Putin", "the opposition | Ayr Health
    Directorate"."""
    found = _RUN_INTO.fullmatch(name)
    if found is None or _is_of_words(found["name"]):
        return name
    if found["last"] in _no_nouns() or folded_name(found["last"]) not in common_words():
        return name  # "Von der | Roe".
    return found["name"]


def _is_of_words(name: str) -> bool:
    return all(folded_name(word) in common_words() for word in name.split()) and len(name.split()) > 1


def office_held(name: str) -> str | None:
    """The office of an armed group that words place in what the group holds: "Hamas-run health ministry" for "the health ministry in
    the Hamas-controlled Gaza Strip"."""
    found = _held().fullmatch(name)
    return f"{found['group']}-run {found['office']}" if found is not None else None


def is_platform(name: str) -> bool:
    """Whether a name is that of a network on which others speak, or of a thing that cannot: nobody's who speaks."""
    words = load_pack("sources")["words"]
    if name.removeprefix("the ").removeprefix("The ") in words["mute"]:
        return True
    bare = [word for word in name.split() if word.lower() not in words["platform_nouns"]]
    return name in words["platforms"] or " ".join(bare) in words["platforms"]


def is_word_here(name: str, text: str) -> bool:
    """Whether a name is a common word that a text writes with a capital only where any word has one: "Analysts say ..."."""
    if " " in name or name.isupper() or folded_name(name) not in common_words():
        return False
    inside = re.compile(rf"\S {re.escape(name)}\b(?! [A-Z])")
    return inside.search(_BEGINNING.sub("\n", text)) is None


@cache
def _no_nouns() -> frozenset[str]:
    return source_words.prepositions() | {
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "her",
        "de",
        "la",
        "van",
        "der",
    }


@cache
def _held() -> re.Pattern[str]:
    based = "|".join((*load_pack("sources")["around"]["based"], "held"))
    return re.compile(
        rf"(?:[Tt]he )?(?P<office>[a-z ]+?) (?:in|of) (?:the )?(?P<group>[A-Z]\w+)-(?:{based})\b.*"
    )
