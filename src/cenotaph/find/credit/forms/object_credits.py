"""Credits of verbs with an object: "put the toll at", "accused troops of killing", "identified the dead as"."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.verb_credits import verb_after_subject
from cenotaph.find.credit.naming.hearers import hearer_ahead
from cenotaph.find.credit.naming.speakers import speaker
from cenotaph.find.credit.naming.subjects import plain_head, subject_before
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_GIVES = ("gave", "gives")
_GROWING = ("increased", "rose", "raised")
_NAMING_REACH = 14  # Words within which "as" stands.
_DEED_REACH = 24  # Words within which "of" stands.
_BACKGROUND = re.compile(r"[^,;#]{1,8}[Tw]H?K")
# "Identified by name 4,000 (soldiers)".
_COUNTED = re.compile(r"(?:yx)?#x?[CN]")
# "(Has listed) 40 civilians killed", "(names) at least 40 dead": "the group named two suspects" counts nobody harmed.
_HARMED = re.compile(r"[PDKSxR]{0,3}#(?P<who>[CxKN&]{1,4})")
_DAY = re.compile("(?:P?D?#?R#?)+")
_PUT_AT = re.compile("I?P[PDRSKx]{0,4}#")
_DEATHS = frozenset(("deaths", "fatalities", "killings", "casualties", "victims"))
_COUNT = re.compile("[DPKR]{0,3}#")  # "Lists | at least 300".
_DEEDS = frozenset(
    ("deaths", "death", "killings", "killing", "murders", "murder", "casualties", "abductions")
)
_KILLING = frozenset(
    ("killing", "murdering", "assassinating", "executing", "kidnapping", "abducting", "wounding")
)
_RESPONSIBLE = frozenset(("responsibility", "credit"))
_DEED_BEHIND = 8  # Words within which the deed stands behind "for".
_CLAIM_REACH = 6  # Words within which "for" stands behind "claimed responsibility".


def with_object(words: Words, text: str, at: int) -> Anchor | None:
    """ "Put the toll at", "accused troops of killing"."""
    near = words.lower[at + 1 : at + 8]
    if (
        words.lower[at : at + 2] in (["put", "it"], ["puts", "it"])
        and (as_put := _as_put(words, text, at)) is not None
    ):
        return as_put
    if _counts_harmed(words, at):
        counted = verb_after_subject(words, text, at)
        return counted._replace(rule="put at") if counted is not None else None
    if words.lower[at] == "identified" and _COUNTED.match(words.tags, at + 1) is not None:
        return verb_after_subject(words, text, at)
    if words.lower[at] in word_sets()["naming"] and word_sets()["lists"].isdisjoint(near):
        given = named(words, text, at)
        counts = (
            words.lower[at] in word_sets()["listing"] and words.tags[at + 1 : at + 2] == "#"
        )  # "The group's database lists 300 men".
        if given is not None or (not counts and word_sets()["news"].isdisjoint(words.lower[at + 2 : at + 3])):
            return given
    told = not word_sets()["toll_objects"].isdisjoint(near) or _lists(words, at) or _puts_at(words, at)
    if words.tags[at] == "t" and not told:
        return verb_after_subject(words, text, at) if words.lower[at] in word_sets()["say"] else None
    if words.tags[at] == "u" and not _of_a_deed(words, at):
        return None
    subject = subject_before(words, at)
    if subject is None or words.tags[at - 1] in "bMP" or _grows(words, at):
        return None
    if plain_head(words, subject[1], subject[2]) in word_sets()["mute"]:
        return None  # "His death raises the number of dead to".
    who = speaker(words, text, subject[1], subject[2])
    rule = "put at" if words.tags[at] == "t" else "accused"
    via = hearer_ahead(words, text, at)
    return Anchor(rule, who, subject[1], at + 1, at + 1, len(words.tags), via)


def deed_claimed(words: Words, text: str, at: int) -> Anchor | None:
    """ "Claimed responsibility today for the murder of nine": whoever says that it was his deed says that it was done."""
    near = words.lower[at + 1 : at + 1 + _CLAIM_REACH]
    if not words.lower[at].startswith("claim") or "for" not in near or _RESPONSIBLE.isdisjoint(near):
        return None
    told = at + 2 + near.index("for")
    subject = subject_before(words, at)
    if subject is None or not (words.lower[told : told + 1] and _names_deed(words, told)):
        return None
    who = speaker(words, text, subject[1], subject[2])
    return Anchor("accused", who, subject[1], told, told, len(words.tags))


def _names_deed(words: Words, at: int) -> bool:
    """Whether word `at` opens the name of a deed done to somebody: "killing nine", "the kidnapping of", "Roe's murder"."""
    if words.lower[at] in _KILLING:
        return True
    return _takes_for_granted(words, at - 1)


def _takes_for_granted(words: Words, before: int) -> bool:
    """Whether behind word `before` stands a deed as known: "the murder of nine", "Minister Ann Roe's death"."""
    for at in range(before + 2, min(before + _DEED_BEHIND, len(words.tags))):
        if words.lower[at] in word_sets()["deeds"]:
            known = words.lower[at - 1] == "the" and words.tags[at + 1 : at + 2] == "o"
            return known or words.tags[at - 1] == "s"
    return False


def _grows(words: Words, at: int) -> bool:
    """Whether a verb says of a figure itself that it grew: "the toll of the raid has increased to 40"."""
    return words.lower[at] in _GROWING and words.lower[at + 1 : at + 2] == ["to"]


def _lists(words: Words, at: int) -> bool:
    """Whether a document gives a count: "the group's database lists 300 men"."""
    subject = subject_before(words, at) if words.lower[at] in word_sets()["listing"] else None
    if subject is None or "d" not in words.tags[subject[1] : at] or words.lower[at + 1 : at + 2] == ["at"]:
        return False  # "Toll of raid put at nine".
    return _COUNT.match(words.tags, at + 1) is not None


def _as_put(words: Words, text: str, at: int) -> Anchor | None:
    """ "As the mayor put it, nine died", "nine died, as the mayor put it on Monday": whose words they are."""
    subject = subject_before(words, at)
    if subject is None or words.lower[subject[1] - 1] != "as":
        return None
    start, who = subject[1], speaker(words, text, subject[1], subject[2])
    day = _DAY.match(words.tags, at + 2)
    end = day.end() if day is not None else at + 2
    if start == 1:
        return Anchor("said", who, start, end, end, len(words.tags))
    return Anchor("said after", who, start, end, 0, start, forward=False)


def _counts_harmed(words: Words, at: int) -> bool:
    """Whether a verb counts people by the harm done to them: "has listed 40 civilians killed", "names at least 40 dead"."""
    if words.lower[at] not in word_sets()["counting"]:
        return False
    counted = _HARMED.match(words.tags, at + 1)
    if counted is None:
        return False
    start, harmed = counted.start("who"), word_sets()["harmed"] | _DEATHS
    if words.lower[at].startswith("identif") and words.lower[start] not in _DEATHS:
        start += counted.end() - start > 1  # "Identified nine dead rebels".
    return not harmed.isdisjoint(words.lower[start : counted.end()])


def _puts_at(words: Words, at: int) -> bool:
    """Whether a toll told before is put at a figure: "the number of dead, which the port puts at 40", "how many died is open; the
    port puts it at 40"."""
    put = _PUT_AT.match(words.tags, at + 1)
    if put is None or "at" not in words.lower[at + 1 : at + 3]:
        return False
    toll = not word_sets()["toll_objects"].isdisjoint(words.lower[:at])
    asked = words.lower[at + 1] == "it" and "how many" in " ".join(words.lower[:at])
    return asked or (toll and ("w" in words.tags[:at] or words.lower[at + 1] == "it"))


def named(words: Words, text: str, at: int) -> Anchor | None:
    """ "The ministry identified the dead as", "he mentioned those abducted to include"."""
    if words.lower[at] not in word_sets()["naming"]:
        return None
    behind = words.lower[at + 2 : at + _NAMING_REACH]
    if words.lower[at] in _GIVES and word_sets()["lists"].isdisjoint(words.lower[at + 1 : at + 4]):
        return None
    names = ("as" in behind or "include" in behind) and words.lower[at + 1] not in (
        "by",
        "as",
        "himself",
        "herself",
    )
    subject = (
        subject_before(words, at) if names and words.tags[at - 1 : at] not in ("b", "M", "P", "") else None
    )
    if subject is None or plain_head(words, subject[1], subject[2]) in word_sets()["mute"]:
        return None
    who = speaker(words, text, subject[1], subject[2])
    return Anchor("put at", who, subject[1], at + 1, at + 1, len(words.tags))


def _of_a_deed(words: Words, at: int) -> bool:
    """Whether "accused" has an object and a deed behind "of": "accused troops of killing", "blamed rebels for 40 deaths"."""
    near = words.lower[at + 2 : at + _DEED_REACH]
    particle = "for" if words.lower[at].startswith("blam") else "of"
    relative = subject_before(words, at) if words.lower[at + 1 : at + 2] == [particle] else None
    if relative is not None and words.tags[relative[1] - 1 : relative[1]] == "w":
        return True  # "Rebels, whom the government accuses of killing 20".
    if particle not in near or words.lower[at + 1 : at + 2] == [particle]:
        return False
    of = at + 2 + near.index(particle)
    if particle == "for" and _BACKGROUND.match(words.tags, of + 1) is not None:
        return False  # "Blamed them for bombings that killed 260".
    if particle == "for" and _takes_for_granted(words, of):
        return False  # "Blamed them for the murder of nine".
    counted = not _DEEDS.isdisjoint(words.lower[of + 1 : of + 5]) or (
        "#" in words.tags[of + 1 : of + 6] and not _DEEDS.isdisjoint(words.lower[of + 1 : of + 9])
    )
    return counted or any(word.endswith("ing") for word in words.lower[of + 1 : of + 4])
