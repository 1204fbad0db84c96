"""Credits of a source that another hands on: "citing", "was quoted as saying", "with reference to"."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.scopes import FINITE
from cenotaph.find.credit.naming.outlets import is_outlet
from cenotaph.find.credit.naming.speakers import Speaker, right_of, speaker
from cenotaph.find.credit.naming.subjects import plain_head, subject_before
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_REPORTED = re.compile(r"I[HbR]{1,3}V(?:P?R)*,?$")  # "It was reported, with reference to".
_KNOWN = re.compile("[IW][RHb]+$")  # "It was", "we have".
_LABEL = re.compile(r"[NxL]:(?P<outlet>D?[CxN]{1,5}),$")
_DATES = re.compile("(?:P?R)*")  # "Was quoted this month by", "was quoted late on Friday by".
_BRIEFINGS = frozenset(("briefing", "briefings", "briefed"))
_SAID = ("said", "said after", "said by", "according to")
_CLOSING = re.compile(r"(?:P?R|[|,])+$")


def citing(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "Citing the ministry", "quoted a medic as saying": an inner source that the nearest credit hands on."""
    cites_now = words.lower[at] in ("citing", "quoting")
    if words.tags[at - 1 : at] == "b" and not cites_now:
        return _was_quoted(words, text, at)
    refers = words.lower[at] == "referring"
    if refers and not (before and is_outlet(before[-1].who.name)):
        return None
    start = at + 1 + (refers or words.lower[at : at + 2] == ["quoted", "from"])
    start += 2 * (words.lower[start : start + 2] == ["information", "from"])
    found = right_of(words, start, text)
    if found is None:
        return None
    who, after = found
    if plain_head(words, start, after) in word_sets()["motives"]:
        return None  # "Gave no names, citing respect for the families".
    subject = subject_before(words, len(words.tags[:at].rstrip("bHR")) if cites_now else at)
    if subject is None and plain_head(words, start, after) in word_sets()["mute"]:
        return None  # "Cites the arrest of nine".
    ends = after >= len(_CLOSING.sub("", words.tags))
    aside = subject is not None and subject[0] == "relative" and bool(before) and ends
    aside_verb = words.lower[at] in ("citing", "quoting", "referring", "referencing")
    if (aside_verb and words.tags[at - 1 : at] != "b") or subject is None or aside:
        return _cited(words, who, at, after, before)._replace(via=_labelled(words, text, at))
    outer = speaker(words, text, subject[1], subject[2])
    if not word_sets()["mute"].isdisjoint(
        (who.head, plain_head(words, start, after))
    ):  # "Officials cited figures of civilian deaths".
        return Anchor("said", outer, subject[1], at + 1, at + 1, len(words.tags))
    if words.lower[after : after + 2] == ["as", "saying"] and after + 2 >= len(_CLOSING.sub("", words.tags)):
        return Anchor("quoted", who, subject[1], after, 0, subject[1], outer, forward=False)
    return Anchor("quoted", who, subject[1], after, after, len(words.tags), outer)


def _labelled(words: Words, text: str, at: int) -> Speaker | None:
    """The outlet that a label names before the source that it cites: "Source: the Port Courier, citing"."""
    behind = _LABEL.match(words.tags[:at])
    if behind is None or words.lower[0] not in ("source", "sources"):
        return None
    outlet = speaker(words, text, *behind.span("outlet"))
    return outlet if is_outlet(outlet.name) else None


def _cited(words: Words, who: Speaker, at: int, after: int, before: list[Anchor]) -> Anchor:
    """What is cited from word `at` on, which the nearest credit hands on."""
    low = before[-1].low if before and not before[-1].forward else 0
    return Anchor("citing", who, at, after, low, len(words.tags), forward=bool(before and before[-1].forward))


def with_reference(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "TASS reports with reference to the ministry", as agencies put "citing" in translation."""
    if words.lower[at : at + 3] != ["with", "reference", "to"]:
        return None
    found = right_of(words, at + 3, text)
    hands_on = (bool(before) and is_outlet(before[-1].who.name)) or _REPORTED.search(words.tags, 0, at)
    opens = at == 0 and found is not None and found[0].kind != "name"
    return _cited(words, found[0], at, found[1], before) if found and (hands_on or opens) else None


def as_in(words: Words, text: str, at: int) -> Anchor | None:
    """ "As specified in the prosecutor's office, ...", in translated news."""
    if words.lower[at - 1] != "as" or words.lower[at + 1 : at + 2] not in (["in"], ["at"]):
        return None
    found = right_of(words, at + 2, text)
    if found is None or found[0].kind != "body":
        return None
    who, after = found
    return Anchor("named by", who, at - 1, after, after if at == 1 else 0, len(words.tags))


def _was_quoted(words: Words, text: str, at: int) -> Anchor | None:
    """ "Roe was quoted as saying by the agency (that)", "..., Roe was cited as saying"."""
    subject = subject_before(words, len(words.tags[:at].rstrip("bHR")))
    quoting = _quoting(words, text, at)
    if subject is None or quoting is None:
        return None
    via, after = quoting
    who = speaker(words, text, subject[1], subject[2])
    if FINITE.search(words.tags, after):
        return Anchor("quoted", who, subject[1], after, after, len(words.tags), via)
    return Anchor("quoted", who, subject[1], after, 0, subject[1], via, forward=False)


def _quoting(words: Words, text: str, at: int) -> tuple[Speaker | None, int] | None:
    """Who quotes behind "was quoted", before or behind "as saying", and the word behind both; None without "as saying"."""
    if words.lower[at + 1 : at + 3] == ["as", "saying"]:
        led = _behind_date(words, at + 3)
        outer = right_of(words, led + 1, text) if words.tags[led : led + 1] == "y" else None
        return outer if outer is not None else (None, at + 3)
    led = _behind_date(words, at + 1)
    if words.lower[led : led + 1] not in (["by"], ["in"]):
        return None
    outer = right_of(words, led + 1, text)
    if outer is None or words.lower[outer[1] : outer[1] + 2] != ["as", "saying"]:
        return None
    return outer[0], outer[1] + 2


def _behind_date(words: Words, at: int) -> int:
    """The first word from `at` on that is no time: "was quoted | on Monday | by"."""
    dates = _DATES.match(words.tags, at)
    return dates.end() if dates is not None else at


def was_told(words: Words, text: str, at: int) -> Anchor | None:
    """ "The paper has been told that nine died": the outlet, which names nobody."""
    if words.lower[at] not in ("told", "informed") or words.tags[at - 1 : at] != "b":
        return None
    subject = subject_before(words, len(words.tags[:at].rstrip("bHR")))
    who = speaker(words, text, *subject[1:]) if subject is not None else None
    after = at + 1
    if (
        who is None
        or subject is None
        or not is_outlet(who.name)
        or words.tags[after : after + 1] in ("y", "P")
    ):
        return None
    return Anchor("said", who, subject[1], after, after, len(words.tags))


def reported_as(words: Words, text: str, at: int) -> Anchor | None:
    """ "The station reported her family as saying that": whoever is named hands his words to the subject; "Roe was reported as
    saying by the station"."""
    if words.lower[at] == "reported" and words.tags[at - 1 : at] == "b":
        return _was_quoted(words, text, at)
    if "saying" not in words.lower[at + 3 : at + 20]:
        return None
    found = right_of(words, at + 1, text)
    if found is None or words.lower[found[1] : found[1] + 2] != ["as", "saying"]:
        return None
    subject = subject_before(words, at)
    if subject is None:
        return None
    after = found[1] + 2
    return Anchor(
        "quoted", found[0], subject[1], after, after, len(words.tags), speaker(words, text, *subject[1:])
    )


def briefed(words: Words, text: str, found: list[Anchor]) -> list[Anchor]:
    """ "Deputies said after a briefing by the spy agency", "said Roe, who was briefed by the port": whose figures they hand on."""
    if _BRIEFINGS.isdisjoint(words.lower):
        return []
    said = [anchor for anchor in found if anchor.rule in _SAID and anchor.who.kind != "document"]
    for at, word in enumerate(words.lower[:-2]):
        if said and word in _BRIEFINGS and words.lower[at + 1] in ("by", "from"):
            who = right_of(words, at + 2, text)
            main = said[-1]
            if who is None or main.start <= who[0].span.start < main.who.span.end:
                return []
            return [Anchor("citing", who[0], at, who[1], main.low, main.high, forward=main.forward)]
    return []


def learned_from(words: Words, text: str, at: int) -> Anchor | None:
    """ "It was learned today from judicial sources that", "the paper learned from a clerk that": from whom it is known."""
    behind = at + 1 + (words.tags[at + 1 : at + 2] == "R")
    if words.lower[at] not in ("learned", "learnt") or words.lower[behind : behind + 1] != ["from"]:
        return None
    found = right_of(words, behind + 1, text)
    if found is None or words.tags[found[1] : found[1] + 1] != "T":
        return None
    who, after = found
    if _KNOWN.search(words.tags[:at]) is not None:
        return Anchor("according to", who, at, after + 1, after + 1, len(words.tags))
    subject = subject_before(words, at)
    via = speaker(words, text, *subject[1:]) if subject is not None else None
    return Anchor("according to", who, at, after + 1, after + 1, len(words.tags), via) if via else None
