"""Sentences that credit what stands before them: "This was reported by the governor", "The mayor wrote this on Telegram"."""

import re

_PASSIVE = re.compile(
    r"(?:(?:This|That|The|These|Those)(?: relevant| corresponding| respective)? (?:information|news|incident|attack|strike|data|figures?|numbers?|tolls?|statement|announcement|message|post|report)|This|That|It)"
    r"\s+(?:was|is|has been|have been|were)\s+(?:\w+\s+)?"
    r"(?:reported|announced|stated|confirmed|said|disclosed|revealed|told|posted|published|shared|provided|given|released|issued|made|written)\b"
)
_SO = re.compile(r"(?:This|That|It)(?:['’]s| is| was) according to\b")
_ACTIVE = re.compile(
    r"\b(?:announced|reported|reports|said|wrote|writes|stated|states|confirmed|told|gave|provided|released|shared)\s+"
    r"(?:about\s+)?(?:(?:reporters|journalists)\s+)?"
    r"(?:(?:this|the|these|those) (?:information|news|data|figures?|numbers?|toll)|this|it)\b"
    r"(?=\s*$|\s+(?:on|in|to|at|during|via|after)\b)"
)
_LINE = re.compile(r"\n[ \t\r]*\n\s*|\n")


def points_back(sentence: str) -> bool:
    """Whether a sentence credits the one before it."""
    return (
        _SO.match(sentence) is not None
        or _PASSIVE.match(sentence) is not None
        or _ACTIVE.search(sentence.rstrip(" .")) is not None
    )


def is_near(between: str) -> bool:
    """Whether no more than one paragraph's end stands between two sentences, of which this is the text between."""
    return len(_LINE.findall(between)) <= 1
