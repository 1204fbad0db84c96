"""What a time named in a sentence dates: the event, the telling of it, an earlier event, or nothing at all."""

import re

from cenotaph.find.counts.numerals import lowered
from cenotaph.find.text.small import small
from cenotaph.find.time.phrases import cues
from cenotaph.find.time.spoken_deeds import is_of_reaction
from cenotaph.find.time.times import TimeExpression
from cenotaph.model import Span

_NAME_AFTER = re.compile(
    r"\s*(?:movement|avenues?|street|square|brigade|agreement|revolution|district)\b", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"\b(?:easter|palm|bloody|black|good|super|holy|ash|ago) $")  # "Bloody Sunday".
_PICTURED = re.compile(  # "The gunman (seen with his lawyer in May 2019)".
    r"\b(?:pictured|photographed|(?<!last )seen (?:here|left|right|above|below|in court|with|on the)|file photo|in a photo|in an image)\b[^.;)]{0,70}$"
)
_NAMED_DAY = re.compile(r"\b(?:bloody|black) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_OCCASION = re.compile(  # "Ahead of elections on Sunday".
    r"\b(?:ahead of|before|until|for) (?:[\w’'-]+ ){0,4}(?:elections?|polls|votes?|referendum|summit|talks|meeting|match|funerals?|burial|inauguration) (?:(?:scheduled|due|set|planned) )?(?:on|for) $"
)
_SAME_DAY = re.compile(
    r"hours (?<![0-9] hours )(?<!ty-four hours )(?<!\whours )(?:after|before|earlier)\b"
)  # From a word's letters on, which `re` finds quickly.
_OVERNIGHT = re.compile(
    r"\W*(?:in|on|early|late|last)\b[^,]{3,30}, an "
)  # "In early June, an overnight siege".
_SUPERLATIVE = re.compile(  # "One of the deadliest by the group in the past decade".
    r"\b(?:deadliest|worst|bloodiest|biggest|largest|heaviest|highest|fiercest)\b(?:(?!\b(?:since|(?:was|were|came|fell|happened|struck|occurred) on)\b)[^.;,]){0,70}?(?:\b(?:in|of|for)\s+)?$"
)
_ADJECTIVE = re.compile(r"\b(?:a|an|the|its)\s$", re.IGNORECASE)
_DATED_NOUN = re.compile(
    r"\s(?:referendum|elections?|vote|deadline|summit|meeting|agreement|ceasefire|truce|deal|talks)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\s*\([^)]*\b(?:Agenc\w+|AP|AFP|Reuters|Getty|EPA)\b[^)]*\)")  # Of a photograph.
_TOLD_ON = re.compile(r"[^.;]{0,50}\b(?:said|say|reported|announced) (?:on )?[A-Z][a-z]+day\b")
_GLUED = re.compile(r"(?<=[a-z])[.!?][\"”]?[A-Z][a-z]")
_OTHER_EVENT = re.compile(
    r"\b(?:since|before(?! (?:midnight|noon|midday|dawn|sunrise|daybreak|sunset|dusk|nightfall|\d))|following|(?:comes?|came|hours?|days?|weeks?|months?|years?)\s+after|linked\s+(?:with|to)"
    r"|(?:which|that)\s+(?:surpass|exceed|eclips|top|recall|echo|rival|mirror)\w*|(?:surpassing|exceeding|eclipsing|topping|echoing|recalling)|than\s+the\s+\S+\s+\w+\s+(?:killed|who\s+died)|similar\s+to|compared\s+(?:with|to)"
    r"|charged\s+with|accused\s+of|in\s+connection\s+with|suspected\s+of|and\s+that)\b"
    r"|,\s+(?:bringing|raising|taking|pushing)\b"
)
_COUNTED = frozenset(("toll", "deaths", "casualties", "losses", "fatalities"))
_ARE_LIVES = re.compile(r"(?:\d|(?:hundreds|thousands|dozens|scores|tens)\b|.*\blives\b)")
_CLAUSE_WORDS = frozenset(("after", "when", "that", "as", "who", "which", "while"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their", "its", "in", "of"))
_AS_REPORTED = re.compile(
    r"\bas (?:(?:previously|already|earlier) )?(?:reported|informed)(?: (?:earlier|before|previously))?\b"
)
_OPERATION = re.compile(r"(?:['’]s|s) (?:[\w-]+ ){0,2}?(?:operation|incursion|crackdown|offensive)\b")
_DAYS_OPERATION = re.compile(r"day['’]?s (?:[\w-]+ ){0,2}?(?:operation|incursion|crackdown|offensive)\b")
_TO_COME = re.compile(  # "A truce due to take effect on Monday".
    r"\b(?:(?:due|set|scheduled|expected|planned|slated) (?:to|for)|(?:will|would) (?:be |not )?(?:begin|start|resume|meet|hold|take|visit|vote|travel|arrive|open|return|attend|go|come|convene|continue)\w*)\b"
    r"(?:(?!\b(?:after|since|when|who|which|killed|died)\b)[^.;,]){0,40}$"
)
_SAYS_WHO = re.compile(  # "According to villagers and the head of a local group on Thursday".
    r"\baccording to (?:(?!\b(?:kill|attack|shot|bomb|blast|raid|shell|clash|that|who|which|after|when)\w*)[^.;,]){0,90}\bon $"
)
_CLOCK = re.compile(
    r"\bat (?:about |around |approximately )?\d{3,4}(?: [(\[]\d{4} gmt[)\]])? (?=on\b)"
)  # "Began at 1100 on".
_CAME = re.compile(r"\b(?:came|comes|happened|occurred|took place) (?:just |only |barely )?$")
_TODAY = ("today", "yesterday", "tonight", "this morning")


def is_of_unknown_day(text: str, sentence: Span) -> bool:
    """Whether a sentence opens with what was done "before the attack", or tells of "Bloody Sunday", and no more of the day."""
    if _NAMED_DAY.search(small(text), sentence.start, sentence.end):
        return True
    return cues().before_attack.match(small(text), sentence.start, sentence.end) is not None


def is_no_time(text: str, sentence: Span, time: TimeExpression) -> bool:
    """Whether the words name something else, or a day that the report does not give.

    "The 19 April Movement", "a June 23 referendum", "0050 GMT 18 October", "today" in a quotation, "last week".
    """
    if _ADJECTIVE.search(text, max(0, time.start - 5), time.start) and _DATED_NOUN.match(text, time.end):
        return True
    if time.kind != "since" and _SUPERLATIVE.search(
        small(text), max(sentence.start, time.start - 90), time.start
    ):
        return True
    if _NAME_BEFORE.search(small(text), max(0, time.start - 8), time.start):
        return True
    if _NAME_AFTER.match(text, time.end) or text[max(0, time.start - 4) : time.start] == "GMT ":
        return True
    if _OCCASION.search(small(text), max(sentence.start, time.start - 80), time.start):
        return True
    if _PICTURED.search(small(text), max(sentence.start, time.start - 90), time.start):
        return True
    if _CREDIT.match(text, time.end) or _TO_COME.search(
        small(text), max(sentence.start, time.start - 60), time.start
    ):
        return True
    if _OVERNIGHT.fullmatch(small(text), sentence.start, time.start):
        return True
    return time.kind != "relative" and (
        not (time.until or time.from_) or _is_quoted_today(text, sentence, time)
    )


def _is_quoted_today(text: str, sentence: Span, time: TimeExpression) -> bool:
    if text[time.start : time.end].lower() not in _TODAY:
        return False
    before = text[max(0, sentence.start - 1) : time.start]
    return "“" in before or before.count('"') % 2 == 1


def is_week(text: str, time: TimeExpression) -> bool:
    """Whether the time is no closer than a week ("last week")."""
    return time.kind == "span" and text[time.start : time.end].lower().endswith("week")


def is_loose(text: str, time: TimeExpression) -> bool:
    """Whether a sentence says no more of one attack than "this week" or "a weekend attack"."""
    return is_week(text, time) or text[time.start : time.end].lower() in ("a weekend", "the weekend")


def names_attack(text: str, time: TimeExpression) -> bool:
    """Whether the time is that of an attack by its name: "Tuesday's suicide bombings"."""
    if not text.startswith(("'s ", "’s ", "s "), time.end):
        return False
    if _OPERATION.match(text, time.end):
        return True
    return cues().violence.search(small(text), time.end, time.end + 36) is not None


def is_told(text: str, sentence: Span, time: TimeExpression) -> bool:
    """Whether a verb of telling takes the time: "said on Thursday", "On Monday, officials confirmed"."""
    if time.kind == "day" and _SAME_DAY.search(small(text), sentence.start, sentence.end):
        return False  # "Said on Sunday that aid came too late for the nine killed hours earlier".
    if time.kind == "relative" and text[time.start : time.end].lower().endswith(("after", "before")):
        return False  # "Officials said, a day after a bomb killed nine".
    if is_of_reaction(text, sentence, time):
        return True
    ahead = _AS_REPORTED.sub(" ", lowered(text[max(sentence.start, time.start - 60) : time.start]))
    before = ahead.replace(",", " ").split()
    after = lowered(text[time.end : min(sentence.end, time.end + 70)])
    following = after.split()
    if after.startswith(("'s ", "’s ", "s ")):
        return _names_telling(following[1:3])
    if cues().counting.intersection(following[:1]) and _tell_of_attack(before[-5:]):
        return False  # "The toll from a bombing on Wednesday rose to nine".
    if not after.startswith(",") and (
        _names_telling(following[:2]) or _is_telling(following[:2], _tellings(time))
    ):
        return True
    if after[:1] == "," and _TOLD_ON.match(text, time.end, sentence.end):
        return False
    opens = after[:1] in (",", " ") and not cues().violence.search(small(text), sentence.start, time.start)
    if opens and _first_is_telling(after.replace(",", " ").split()[:8], _tellings(time)):
        return True
    if _SAYS_WHO.search(small(text), max(sentence.start, time.start - 110), time.start):
        return True
    return _first_is_telling(before[-6:][::-1], _tellings(time)) or _is_in_statement(before)


def _tell_of_attack(words: list[str]) -> bool:
    """Whether some words name an attack and not only its toll."""
    return any(word not in _COUNTED and cues().violence.match(word) is not None for word in words)


def _is_in_statement(before: list[str]) -> bool:
    """ "Disclosed the attack in a statement on Thursday", "according to an army statement on Thursday"."""
    at = len(before) - (before[-1:] == ["on"])
    if at > 2 and before[at - 1] in cues().told_in and "according" in before[max(0, at - 8) : at - 1]:
        return True
    return (
        at > 2
        and before[at - 1] in cues().told_in
        and before[at - 3 : at - 1] in (["in", "a"], ["in", "the"])
    )


def is_undated_telling(text: str, sentence: Span) -> bool:
    """Whether somebody "has claimed" or "has been accused" on a day that nobody names."""
    return cues().undated.search(small(text), sentence.start, sentence.end) is not None


def is_earlier_than_told(text: str, sentence: Span) -> bool:
    """Whether what is told was over when it was told ("said on Friday that they had refused")."""
    return cues().pluperfect.search(small(text), sentence.start, sentence.end) is not None


def _names_telling(words: list[str]) -> bool:
    """ "In the Sunday report", "his Saturday video address"."""
    told_in, bare = cues().told_in, [word.strip(".,") for word in words]
    if not bare or bare[0] in told_in:
        return bool(bare)
    return bare[-1] in told_in and bare[0].isalpha() and bare[0] not in _ARTICLES


def _is_telling(words: list[str], telling: frozenset[str]) -> bool:
    """Whether a verb of telling opens some words, and no participle ("attacks last year blamed on rebels")."""
    return not telling.isdisjoint(words[:1]) and words[1:] != ["by"] and words != ["blamed", "on"]


def _tellings(time: TimeExpression) -> frozenset[str]:
    """The verbs beside which a time dates no harm; a year or month beside a verdict may be that of the crime."""
    return cues().not_harm if time.kind == "day" else cues().telling


def _first_is_telling(words: list[str], telling: frozenset[str]) -> bool:
    """Whether a verb of telling comes before any word of violence or of another clause."""
    for at, word in enumerate(words):
        if word == "claimed" and _ARE_LIVES.match(" ".join(words[at + 1 :])):
            return False  # "A revolt that has claimed 900 lives".
        if word in telling:
            return True
        if (word not in _COUNTED and cues().violence.match(word)) or word in _CLAUSE_WORDS:
            return False
    return False


def is_start(text: str, time: TimeExpression) -> bool:
    """Whether something "began" at the time."""
    ahead = _CLOCK.sub("", text[max(0, time.start - 48) : time.start].lower())
    before = ahead[-24:].split()
    return before[-1:] == ["from"] or not cues().began.isdisjoint(before)


def names_operation(text: str, sentence: Span) -> bool:
    """ "Thursday's operation in the camp saw troops come by car": the news by its name, with no word of violence."""
    return _DAYS_OPERATION.search(small(text), sentence.start, sentence.end) is not None


def comes_after(text: str, time: TimeExpression) -> bool:
    """ "The attack came a day after": what follows was done before what the report told of last."""
    return _CAME.search(small(text), max(0, time.start - 24), time.start) is not None


def is_aside(text: str, sentence: Span, time: TimeExpression) -> bool:
    """Whether the time stands in a clause on an earlier event ("the worst since the attack of 5 May")."""
    return time.kind == "since" or tells_other_event(text, sentence.start, time.start)


def tells_other_event(text: str, start: int, end: int) -> bool:
    """Whether words between two offsets tell of another event, or a lost space glued two sentences there."""
    return is_cut(text, start, end, _OTHER_EVENT)


def is_cut(text: str, start: int, end: int, words: re.Pattern[str]) -> bool:
    """Whether such words stand between two offsets, or two sentences that a lost space has glued."""
    return words.search(small(text), start, end) is not None or _GLUED.search(text, start, end) is not None
