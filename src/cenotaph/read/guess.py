"""Which encoding bytes are in when nothing says so: scored by how the non-ASCII letters lie among their neighbours."""

import re
from collections.abc import Callable

SAMPLE = 1 << 16
_PLAUSIBLE = -6.0
_CYRILLIC = ("windows-1251", "koi8-r", "koi8-u", "cp866", "iso-8859-5")
# Russian and Ukrainian letters from the most to the least frequent.
_LETTERS = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґъё"
_TYPOGRAPHY = frozenset("‘’“”–—…•«»„‚€£©®°·\xa0§™‹›")
_ACCENTED = frozenset("éèàçêñöüäßåøæâîôûíóáúïëãõìòùœšžëÉÖÜÄ")
_VALID_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CYRILLIC_WORD = re.compile(r"[Ѐ-ӿ]{3}")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def guess_encoding(data: bytes) -> str:
    """The likeliest of UTF-8 (with broken bytes), windows-1252 and the Cyrillic encodings; UTF-8 if none is likely."""
    sample = data[:SAMPLE] if _HIGH.search(data[:SAMPLE]) else _from_first_high(data)
    high = len(_HIGH.findall(sample))
    if high == 0 or 2 * sum(map(len, _VALID_UTF8.findall(sample))) >= high:
        return "utf-8"
    scores = {"windows-1252": _score(sample.decode("windows-1252", "replace"), _western)}
    for name in _CYRILLIC:
        text = sample.decode(name, "replace")
        if _CYRILLIC_WORD.search(text):
            scores[name] = _score(text, _cyrillic)
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > _PLAUSIBLE else "utf-8"


def _from_first_high(data: bytes) -> bytes:
    found = _HIGH.search(data)
    return data[max(found.start() - 100, 0) :][:SAMPLE] if found else b""


def _score(text: str, weigh: Callable[[str, bool], float]) -> float:
    """The mean weight of the non-ASCII characters, each stretch weighed with whether it touches ASCII letters."""
    total = count = 0.0
    for stretch in _FOREIGN.finditer(text):
        start, end = stretch.span()
        touches = text[start - 1 : start].isalpha() or text[end : end + 1].isalpha()
        total += weigh(stretch[0], touches)
        count += end - start
    return total / count


def _western(stretch: str, touches: bool) -> float:
    """Accented letters stand alone among ASCII letters; a stretch of them is no Western word."""
    letters = sum(map(str.isalpha, stretch))
    crowd = 4.0 * letters if letters > 2 else 3.0 * letters * (letters == 2 or not touches)
    return sum(_western_letter(letter) for letter in stretch) - crowd


def _western_letter(letter: str) -> float:
    if letter in _TYPOGRAPHY:
        return -2.0
    return -3.0 if letter in _ACCENTED else -7.0


def _cyrillic(stretch: str, touches: bool) -> float:
    """Cyrillic letters come in words of their own, mostly small."""
    letters = sum(map(str.isalpha, stretch))
    lone = 5.0 * letters if touches or letters < 3 else 0.0
    return sum(_cyrillic_letter(letter) for letter in stretch) - lone


def _cyrillic_letter(letter: str) -> float:
    if letter in _TYPOGRAPHY or letter == "№":
        return -2.0
    rank = _LETTERS.find(letter)
    if rank >= 0:
        return -1.5 - rank / 8
    return -4.5 if letter.lower() in _LETTERS else -9.0
