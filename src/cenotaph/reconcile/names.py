"""Names of persons across scripts and romanisations: how they are folded, and how well two of them agree.

Cyrillic and Arabic letters are written in Latin ones, then the ways of spelling one sound are brought to one sign.
Nothing here decides that two people are one; it says how their names agree, and why.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import permutations
from typing import NamedTuple

from msgspec import Struct
from rapidfuzz.distance import DamerauLevenshtein

from cenotaph.language import load_pack

_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюяў",
        ("a", "b", "v", "h", "g", "d", "e", "ie", "e", "zh", "z", "y", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
         "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "iu", "ia", "u"),
        strict=True,
    )
)  # fmt: skip
_ARABIC = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ة": "a", "و": "w", "ي": "y", "ى": "a", "ئ": "", "ؤ": "", "ء": "", "پ": "p", "چ": "ch", "گ": "g", "ک": "k", "ی": "y",
}  # fmt: skip
_SOUNDS = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"shch|sch|shh", "s"), (r"sh|ch|tch|cz|sz", "s"), (r"zh|j|dj|dzh", "z"), (r"kh|gh|h|g|x(?!$)", "h"), (r"ts|tz|c(?=[ei])|z", "z"),
        (r"ph|ff|f|w|v", "v"), (r"dh|d", "d"), (r"th|t", "t"), (r"ck|q|k|c", "k"), (r"ia|ja|ya", "a"), (r"iu|ju|yu|ou|oo|u", "u"),
        (r"ie|je|ye|e|yo|io|jo|o", "o"), (r"iy|ij|yi|yy|ii|ee|ey|ei|ay|ai|y|i", "i"), (r"(.)\1", r"\1"),
    )
)  # fmt: skip
_MOST_TOKENS = 5


class Token(NamedTuple):
    """One part of a name: as folded, by its sounds, and by its consonants alone."""

    folded: str
    sounds: str
    bones: str


class Agreement(Struct, frozen=True):
    """How well two names agree: points from 0 to 1, and each reason as a sentence."""

    points: float
    reasons: tuple[str, ...]


@lru_cache(50_000)
def tokens_of(name: str) -> tuple[Token, ...]:
    """The parts of a name that are compared; particles ("al", "bin") and dots are left out."""
    written = re.sub(r"(?<!\w)ال(?=\w{2})", "", unicodedata.normalize("NFC", name.casefold()))
    latin = "".join(map(_letter, written))
    plain = unicodedata.normalize("NFKD", latin).translate(_LETTERS)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[a-z]+", re.sub(r"['’ʼ`ʻ]", "", plain))
    kept = [word for word in words if word not in _particles()] or words
    return tuple(map(_token, kept))


def keys_of_name(name: str) -> frozenset[str]:
    """What two names must share for a comparison to be worth it: a part by its consonants."""
    return frozenset(token.bones or token.sounds for token in tokens_of(name) if len(token.folded) > 1)


@lru_cache(100_000)
def agreement(one: str, other: str) -> Agreement:
    """How two names agree, whatever the order of their parts; 0 points where some part of the shorter one fits none."""
    few, many = sorted((tokens_of(one), tokens_of(other)), key=len)
    if not few:
        return Agreement(0.0, ())
    found = max((_paired(few, chosen) for chosen in permutations(many[:_MOST_TOKENS], min(len(few), len(many[:_MOST_TOKENS])))),
                key=lambda pairs: sum(points for points, _ in pairs), default=[])  # fmt: skip
    if len(found) < len(few) or any(points == 0 for points, _ in found):
        return Agreement(0.0, ())
    share = sum(points for points, _ in found) / len(found)
    reasons = [why for points, why in found if why]
    if one.casefold() == other.casefold():
        reasons = [f"Both are written “{one}”."]
    elif not reasons:
        reasons = [f"“{one}” and “{other}” have the same parts."]
    return Agreement(
        round(share * _weight(len(few), len(many)), 3), (*reasons, *_left_out(few, many, one, other))
    )


def _weight(few: int, many: int) -> float:
    """Two parts that agree say much, a single one little; a part that the other name lacks takes a little away."""
    return {1: 0.4, 2: 0.75}.get(few, 0.85) - 0.04 * (many - few)


def _left_out(few: tuple[Token, ...], many: tuple[Token, ...], one: str, other: str) -> tuple[str, ...]:
    shorter, longer = (one, other) if tokens_of(one) == few else (other, one)
    if len(few) == 1 and len(many) == 1:
        return ("Only one part of the name is known of both.",)
    return (f"“{shorter}” leaves out a part of “{longer}”.",) if len(few) < len(many) else ()


def _paired(few: tuple[Token, ...], chosen: tuple[Token, ...]) -> list[tuple[float, str]]:
    return [_parts(a, b) for a, b in zip(few, chosen, strict=True)]


@lru_cache(200_000)
def _parts(a: Token, b: Token) -> tuple[float, str]:
    """Points for two parts of names, and why, where they are not written alike."""
    if a.folded == b.folded:
        return 1.0, ""
    if _same_name().get(a.folded, a.folded) == _same_name().get(b.folded, b.folded):
        return 0.95, f"{a.folded.title()} and {b.folded.title()} are one name in two languages or spellings."
    if len(a.folded) == 1 or len(b.folded) == 1:
        initial, full = sorted((a.folded, b.folded), key=len)
        if full[0] == initial or tokens_of(full)[0].sounds[:1] == tokens_of(initial)[0].sounds[:1]:
            return 0.55, f"{initial.upper()}. may stand for {full.title()}."
        return 0.0, ""
    if a.sounds == b.sounds:
        return 0.9, f"{a.folded.title()} and {b.folded.title()} are two romanisations of the same sounds."
    if a.bones == b.bones and len(a.bones) > 2:
        return 0.75, f"{a.folded.title()} and {b.folded.title()} have the same consonants."
    if _is_slip(a.folded, b.folded):
        return 0.7, f"{a.folded.title()} and {b.folded.title()} differ in a letter or two."
    return 0.0, ""


def _is_slip(one: str, other: str) -> bool:
    """Whether they differ by a letter, or by two where they are long; "Petrov" is not a slip for "Petr"."""
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) or len(shorter) < 4:
        return False
    return DamerauLevenshtein.distance(one, other) <= (1 if len(shorter) < 8 else 2)


def _token(word: str) -> Token:
    sounds = word
    for pattern, sign in _SOUNDS:
        sounds = pattern.sub(sign, sounds)
    bones = re.sub(r"[aiou]", "", sounds) if len(sounds) > 1 else sounds
    return Token(word, sounds, re.sub(r"(.)\1+", r"\1", bones))


def _letter(letter: str) -> str:
    return _CYRILLIC.get(letter, _ARABIC.get(letter, letter))


@cache
def _particles() -> frozenset[str]:
    return frozenset(load_pack("persons")["particles"])


@cache
def _same_name() -> dict[str, str]:
    return {name: row[0] for row in load_pack("persons")["same_names"] for name in row}


_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"})
