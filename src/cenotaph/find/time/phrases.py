"""The turns of phrase of the pack `times` that tell what a time beside them dates, compiled when first asked for."""

import re
from functools import cache
from typing import NamedTuple

from cenotaph.language import load_pack


class Cues(NamedTuple):
    """The words of the pack that tell what a time beside them dates."""

    telling: frozenset[str]
    counting: frozenset[str]
    told_in: frozenset[str]
    not_harm: frozenset[str]
    violence: re.Pattern[str]
    violent: tuple[str, ...]
    elsewhere: tuple[str, ...]
    began: frozenset[str]
    named: re.Pattern[str]
    before_attack: re.Pattern[str]
    took_place: re.Pattern[str]
    told_of: re.Pattern[str]
    toll: re.Pattern[str]
    same_day: re.Pattern[str]
    undated: re.Pattern[str]
    pluperfect: re.Pattern[str]
    apart: re.Pattern[str]


def tells_violence(piece: str) -> bool:
    """Whether a sentence holds a word of violence; its letters are looked at before its words."""
    low = piece.lower()
    return any(map(low.__contains__, cues().violent)) and cues().violence.search(low) is not None


@cache
def cues() -> Cues:
    """The pack's cues, compiled when first asked for."""
    words = load_pack("times")["words"]
    telling = "|".join(words["telling"])
    return Cues(
        frozenset(words["telling"]).union(words["counting"]),
        frozenset(words["counting"]),
        frozenset(words["told-in"]),
        frozenset((*words["telling"], *words["counting"], *words["aftermath"])),
        re.compile(rf"\b(?:{'|'.join(words['violence'])})"),
        tuple(words["violence"]),
        tuple(words["elsewhere"]),
        frozenset(words["began"]),
        re.compile(
            rf"\b(?:in|by|from|during) the (?:\w+ )?({'|'.join(words['attacks'])})\b"
            rf"|\bthe (?:\w+ )?({'|'.join(words['attacks'])})\b[^.;]{{0,50}}?,? (?:which|that) (?:killed|wounded|injured|left|claimed)\b"
        ),
        re.compile(
            rf"\W*(?:before|prior to|ahead of) (?:(?:the|this|that) (?:\w+ )?|\w+day['’]s )(?:{'|'.join(words['attacks'])})s?\b"
        ),
        re.compile(
            rf"\W*(?:it|(?:the|this|that) (?:\w+ ){{0,2}}(?:{'|'.join(words['attacks'])}|incident|killing)s?) (?:all )?(?:took place|occurred|happened|was carried out)\b"
        ),
        re.compile(rf"\b(?:said|says|added|that) the (?:{'|'.join(words['attacks'])})\b"),
        re.compile(rf"(?i:\bthe (?:{'|'.join(words['tolls'])})\b)(?! from\b| of \w+ the\b| in\b)"),
        re.compile(rf"\b(?:{'|'.join(words['same-day'])})\b"),
        re.compile(
            rf"\b(?:has|have) (?:also |now |since |long |repeatedly )?(?:been )?(?:{telling}|accused|alleged)\b(?!.{{0,60}}\blives\b)"
        ),
        re.compile(rf"\b(?:{telling})\b[^.;]{{0,40}}\bthat\b[^.;]{{1,60}}\bhad\b"),
        re.compile(
            rf"\b(?:(?P<hours>(?<![0-9] )hours (?:after|before))\b|(?:hours|days?|weeks?|months?|years?|decades?) (?:after|before)\b"
            rf"|(?:(?P<blamed>{'|'.join(words['blamed'])})|{'|'.join(words['apart'])})\b[^,;]{{0,160}}(?:, (?:killing|wounding|injuring|leaving) [^,;]{{0,30}})?$)"
        ),
    )
