"""The scope of a count: one incident, a total over more than a day, people or bodies held, bodies moved."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cenotaph.find.counts.numerals import lowered
from cenotaph.find.text.small import small
from cenotaph.find.text.turns import Turn
from cenotaph.find.time.context import is_week
from cenotaph.find.time.named_times import NamedTime, ReportTimes
from cenotaph.find.time.nearness import times_by_distance
from cenotaph.language import load_pack
from cenotaph.model import Harm, Scope, Span

_OF_THESE = re.compile(
    r"(?:these|those|of (?:them|these|those|the (?:dead|killed|victims|wounded|total))|among (?:them|these|those|the (?:dead|killed|victims|wounded|casualties|fatalities|martyrs))|the (?:dead|victims|toll) (?:also )?includ\w+)\b"
)
_WORST_SINCE = re.compile(
    r"\b(?:worst|heaviest|deadliest|biggest|bloodiest|largest|first|highest|blow|most (?:\w+ly )?(?:serious|violent|significant|important|severe|lethal|brutal|deadly))\b[^.;]{0,80}\bsince\b"
)
_COMPARED = re.compile(  # "The deadliest in recent years" counts nothing over years.
    r"\b(?:worst|heaviest|deadliest|biggest|bloodiest|largest|most (?:\w+ly )?(?:serious|violent|significant|severe|lethal|brutal|deadly))\b[^.;,]{0,60}?\b(?:years|months|weeks|decades?|so far|since (?:[\w’'-]+ ){1,3}?(?:began|started|broke|erupted))\b"
)
_SINCE_DOING = re.compile(
    r"\bsince (?:being|arriving|coming|leaving|returning)\b"
)  # "Three died since being brought in".
# "Talks held since March broke off because two were killed": the day of the deed is another.
_SINCE_THEN = re.compile(r"\bsince\b[^.;]{0,160}\bbecause (?:[\w-]+ ){0,3}$")
# The day on which somebody spoke: "announced today that the offensive has left".
_TOLD_ON = re.compile(
    r"\b(?:said|stated|reported|announced|told|confirmed|declared|indicated|admitted|proposed)(?: \w+){0,2} (?:today|yesterday)\b"
    r"|\b(?:today|yesterday) (?:said|stated|reported|announced|told|confirmed|declared|indicated|admitted|proposed)\b"
)
_SINCE_HARM = re.compile(
    r"\bsince (?:an?|the|two|three|four|several|gunmen|militants|rebels)\b[^,.;]{0,80}\b(?:kill\w*|deaths? of|murder\w*|shot|wound\w*|assassinat\w+|left)\b[^,.;]{0,40}$"
)
_THAT_KILLED = re.compile(
    r"\bthe (?:[\w’'-]+ ){0,3}?(?:attacks?|bombings?|blasts?|explosions?|raids?|shootings?|massacres?|strikes?|assaults?|ambush)\b[^,.;]{0,50}? (?:that|which) (?:killed|wounded|injured|left)\W+(?:[\w-]+\W+){0,3}$"
)
_INCLUDING = re.compile(r"\b(?:including|among them|of (?:them|whom))\W+$")
_WHEN = re.compile(r",? when\b")
_BEHIND = 40  # Characters.
_OPENING = 24  # Characters before people who open a sentence.
_WERE = re.compile(
    r"^[^.;]{0,50}?\b(?:were|was) (?:killed|wounded|injured|hurt|shot|abducted|kidnapped|taken|seized|captured)\b|^[^.;]{0,40}? died\b"
)
_ATTACKED = re.compile(
    r"\b(?:attack(?:ed)?|assault|incursion|massacre|stormed|raid(?:ed)?|bombing|blast|explosion)\b"
)
_GLUED = re.compile(r"(?<=[a-z])[.!?][\"”]?(?=[A-Z][a-z]*[ ,’'])")
_UNKNOWN_WHOLE = (
    10  # "These include ..." speaks of a whole of which this sentence does not say how many it is.
)

_REMEMBERED = 1 << 8


class Cues(NamedTuple):
    """The pack's phrases, compiled."""

    holding: dict[str, Turn]
    flow: dict[str, Turn]
    always: Turn
    wars: Turn
    operations: Turn
    so_far: Turn
    remains: Turn
    at_once: Turn
    single: Turn
    between: Turn
    turn: Turn
    incident: Turn
    attack: Turn
    one_attack: Turn
    attacks: Turn
    local: Turn
    many: int
    large: int
    war: int
    widespread: int
    confirmed: int


def scope_of(named: ReportTimes, index: int, quantity: Span, low: int | None, harm: Harm) -> Scope:
    """The scope of the claim of `low` victims whose quantity stands in sentence `index`."""
    span, cues = _clause(named.text, named.sentences[index], quantity), _cues()
    sentence = _plain(named.text[span.start : span.end])
    standing = cues.holding.get(harm)
    if harm == "bodies" and any(_stands(cue, sentence) for cue in (cues.always, cues.so_far, cues.remains)):
        return "cumulative"
    taken_out = harm == "bodies" and _stands(cues.holding["unearthed"], sentence)
    if standing is not None and _stands(standing, sentence) and not taken_out:
        return "holding"
    moving = cues.flow.get(harm)
    if moving is not None and _stands(moving, sentence):
        return "flow"
    times = [one for one in named.of(index) if not one.told and span.start <= one.time.start < span.end]
    nearest = times_by_distance(named.text, times, quantity)
    if harm == "bodies":
        return "cumulative" if _is_summed(named.text, sentence, nearest, low) else "incident"
    if (low or 0) < _cues().large and _counts_attack(small(named.text), span, quantity):
        return "incident"  # "Nine were held since Monday over the attacks that killed 31".
    text = small(named.text)
    if _SINCE_HARM.search(text, span.start, quantity.start) or _SINCE_THEN.search(
        " ".join(text[span.start : quantity.start].split()) + " "
    ):
        return "incident"  # "On alert since a gunman killed nine".
    if _is_part_of_a_day(named.text, quantity, nearest) or _is_when(named.text, quantity, nearest):
        return "incident"
    if (harm == "captured" and _surrender(sentence)) or _goes_on(named, index, quantity, sentence, low):
        return "incident"
    if _is_total(named.text, sentence, nearest, low, quantity):
        return "cumulative"
    if index and _OF_THESE.match(sentence):
        before = named.sentences[index - 1]
        return scope_of(named, index - 1, Span(before.end - 1, before.end), _UNKNOWN_WHOLE, harm)
    return "incident"


def _goes_on(named: ReportTimes, index: int, quantity: Span, sentence: str, low: int | None) -> bool:
    """ "They attacked the port on May 7. At least 1,200 people were killed": so many may die in one attack told of right before."""
    own, cues = named.sentences[index], _cues()
    last = named.sentences[index - 1] if index else None
    if last is None or (low or 0) >= cues.war or quantity.start - own.start > _OPENING or named.of(index):
        return False
    if "\n\n" in named.text[last.start : own.start] or _WERE.search(sentence) is None:
        return False
    if any(_stands(cue, sentence) for cue in (cues.always, cues.wars, cues.so_far)):
        return False
    days = [one for one in named.of(index - 1) if one.time.kind == "day" and not one.told]
    return bool(days) and _ATTACKED.search(small(named.text), last.start, last.end) is not None


def _surrender(sentence: str) -> bool:
    """ "1,026 marines have surrendered": on one day, unless it says otherwise."""
    return (
        _stands(_cues().at_once, sentence)
        and not _stands(_cues().always, sentence)
        and " since " not in sentence
    )


def _counts_attack(text: str, clause: Span, quantity: Span) -> bool:
    """Whether the count is that of "the attacks that killed", however long the clause around runs."""
    told = _THAT_KILLED.search(text, clause.start, quantity.start) is not None
    return told and " since " not in text[quantity.end : clause.end]


@lru_cache(maxsize=_REMEMBERED)
def _plain(clause: str) -> str:
    """A clause in lower case on one line, less what it is compared to."""
    plain = " ".join(lowered(clause).split())
    if "today" in plain or "yesterday" in plain:
        plain = _TOLD_ON.sub(" ", plain)
    return _COMPARED.sub(" ", plain) if "est" in plain or "worst" in plain or "most" in plain else plain


def _clause(text: str, sentence: Span, quantity: Span) -> Span:
    """The part of the sentence that holds the quantity, where a lost space glued two sentences together."""
    start, end = sentence.start, sentence.end
    if any(text.find(sign, start, end - 1) >= 0 for sign in ".!?"):
        cuts = [match.end() for match in _GLUED.finditer(text, start, end)]
        start = max((cut for cut in cuts if cut <= quantity.start), default=start)
        end = min((cut for cut in cuts if cut > start), default=end)
    turn = _cues().turn.search(lowered(text[quantity.end : end]))
    return Span(start, quantity.end + turn.start() if turn is not None else end)


def _is_part_of_a_day(text: str, quantity: Span, times: list[NamedTime]) -> bool:
    """ "At least 73 in two days, including 27 people on Monday": the part is that day's."""
    day = times[0].time if times and times[0].time.kind == "day" else None
    if day is None or not 0 <= day.start - quantity.end <= _BEHIND:
        return False
    return _INCLUDING.search(text, max(0, quantity.start - 24), quantity.start) is not None


def _is_when(text: str, quantity: Span, times: list[NamedTime]) -> bool:
    """ "Unrest since 2011, when its leader was killed": what was done on the day itself."""
    time = times[0].time if times and times[0].time.kind == "since" else None
    near = time is not None and 0 <= quantity.start - time.end <= _BEHIND
    return near and time is not None and _WHEN.match(text, time.end, quantity.start) is not None


def _is_total(text: str, sentence: str, times: list[NamedTime], low: int | None, quantity: Span) -> bool:
    """Whether a count is a total; `times` are those of its clause, the nearest first."""
    cues, count = _cues(), low or 0
    if _has_since(sentence, times):
        return True
    always = _stands(cues.always, sentence) or (count >= cues.confirmed and _is_so_far(sentence))
    if count == 1 or (not always and _stands(cues.incident, sentence)):
        return False
    if always:
        return True
    for one in times:
        if one.time.kind == "day":
            return count >= cues.large and _is_of_telling(text, sentence, one, quantity)
        if _is_stretch(text, sentence, one, count):
            return True
    if _stands(cues.wars, sentence):
        return True
    if _is_many(sentence, count) or count >= cues.large:
        return count >= cues.war or not _stands(cues.single, sentence)
    return count >= cues.widespread and _stands(cues.operations, sentence)


def _is_so_far(sentence: str) -> bool:
    """ "412 dead so far", and not so far in one attack."""
    return _stands(_cues().so_far, sentence) and not _stands(_cues().one_attack, sentence)


def _is_of_telling(text: str, sentence: str, one: NamedTime, quantity: Span) -> bool:
    """ "On Monday a paper carried a report in which the army counted 9,861 dead": no day has thousands of dead but by an attack."""
    if _stands(_cues().attack, sentence) or one.time.end > quantity.start:
        return False
    return _stands(_cues().between, _plain(text[one.time.end : quantity.start]))


def _is_summed(text: str, sentence: str, times: list[NamedTime], low: int | None) -> bool:
    """Whether remains are counted as they were found over time."""
    if _has_since(sentence, times):
        return True
    return any(_is_stretch(text, sentence, one, low or 0) for one in times[:1])


@lru_cache(maxsize=_REMEMBERED)
def _stands(cue: Turn, sentence: str) -> bool:
    """Whether a cue stands in a sentence, remembered for the other claims of the sentence."""
    return cue.search(sentence) is not None


def _has_since(sentence: str, times: list[NamedTime]) -> bool:
    """Whether "since" opens a stretch of time, and not a reason nor a comparison ("the worst since")."""
    if not times or " since " not in f" {sentence}" or _WORST_SINCE.search(sentence):
        return False
    return _SINCE_DOING.search(sentence) is None


def _is_stretch(text: str, sentence: str, one: NamedTime, count: int) -> bool:
    """Whether a time spans more than a day: "the past two weeks"; "last year", where that does not date one attack."""
    time = one.time
    if time.kind == "month" and text.startswith(("'s ", "’s "), time.end):
        return False  # "November's attacks".
    week = time.kind == "span" and is_week(text, time)
    if time.kind == "span" and time.from_ and time.until and not week:
        return _is_long(time.from_, time.until)
    return (
        (
            time.kind in ("month", "year")
            or (week and (count >= _cues().many or _stands(_cues().attacks, sentence)))
        )
        and count > 9
        and not _stands(_cues().one_attack, sentence)
    )


def _is_many(sentence: str, count: int) -> bool:
    cues = _cues()
    return count >= cues.many and not _stands(cues.attack, sentence) and not _stands(cues.local, sentence)


def _is_long(first: str, last: str) -> bool:
    """Whether more than a night lies between two dates."""
    return first[:7] != last[:7] or (len(first) == 10 == len(last) and int(last[8:]) - int(first[8:]) > 1)


@cache
def _cues() -> Cues:
    pack = load_pack("scopes")
    totals = pack["cumulative"]
    return Cues(
        {harm: _any(phrases) for harm, phrases in pack["holding"].items()},
        {harm: _any(phrases) for harm, phrases in pack["flow"].items()},
        _any(totals["always"]),
        _any(totals["wars"]),
        _any(totals["operations"]),
        _any(totals["so-far"]),
        _any(totals["remains"], whole=False),
        _any(totals["at-once"]),
        _any(totals["single"]),
        _any(totals["between"]),
        _any(totals["turn"], whole=False, opening=""),
        _any(totals["incident"]),
        _any(totals["attack"], whole=False),
        Turn(_any(totals["attack"], whole=False).source + r"(?!s\b)"),
        Turn(_any(totals["attack"], whole=False).source + r"s\b"),
        _any(totals["local"]),
        totals["many"],
        totals["large"],
        totals["war"],
        totals["widespread"],
        totals["confirmed"],
    )


def _any(phrases: list[str], *, whole: bool = True, opening: str = r"\b") -> Turn:
    end = r"\b" if whole else ""
    return Turn(rf"{opening}(?:{'|'.join(phrases)}){end}")
