"""One key for the ways in which a name of another script is spelt: "Oleg Sinegubov", "Oleh Syniehubov"; "Vladimir Roe", "Volodymyr Roe"."""

import re
from functools import cache, lru_cache

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, common_words, folded_tokens

_FEW = 2
_ARTICLES = frozenset(("al", "el"))
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "'": None, "’": None, "ʼ": None})
# In this order: digraphs before what they are made of.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^m[uo]h?amm?[ae]d$", "muhamad"),
        ("shch|sch|tch|ch|sh", "c"),
        ("kh|gh|g", "h"),
        ("ph", "f"),
        ("w", "v"),
        ("q|ck", "k"),
        ("x", "ks"),
        ("ou|oo", "u"),
        ("ee", "i"),
        ("ai|ay|ei|ey", "i"),
        ("[iyj]e", "e"),
        ("[yj]", "i"),
        (r"(.)\1+", r"\1"),
    )
)


def spelt_alike(name: str) -> str:
    """The folded name; of two words or more that are no English ones, by their sound."""
    return " ".join(sounded(folded_tokens(name)))


@lru_cache(20_000)
def sounded(tokens: Tokens) -> Tokens:
    """The words of a name by their sound, without articles; as they are where it is one word, or has an English one."""
    words = tuple(word for word in tokens if word not in _ARTICLES)
    is_english = len(words) < _FEW or any(word in common_words() for word in words)
    if is_english:
        return tokens
    given, *rest = map(sound, words)
    return (_given_names().get(given, given), *rest)


@cache
def _given_names() -> dict[str, str]:
    """The sound of a given name in one language by its sound in another."""
    names = load_pack("sources")["words"]["one_given_name"]
    return {sound(name): sound(group[0]) for group in names for name in group}


@lru_cache(20_000)
def sound(word: str) -> str:
    """How a word sounds, roughly: "sinehubov" for "Syniehubov" and "Sinegubov"."""
    word = word.lower().translate(_LETTERS)
    for pattern, heard in _SOUNDS:
        word = pattern.sub(heard, word)
    return word
