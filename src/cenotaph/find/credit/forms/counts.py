"""Counts that somebody keeps: "Moscow's own count of its dead was 498", "by figures that the port compiled"."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.scopes import FINITE, clause_end
from cenotaph.find.credit.naming.nouns import noun_kinds
from cenotaph.find.credit.naming.phrases import MADE_BY
from cenotaph.find.credit.naming.speakers import Speaker, pointed_at, right_of, speaker
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import nations

# "The port's", "the Diocese of Ayr's", "Physicians for Human Rights'", "the mayor of Ayr's".
_WHOSE = r"(?:D?[CxNL]{0,4}[CNL](?:[oP]D?[CxN]{0,3})?|D)?[D#]*(?:[CxN]+s)?[CxNL]*s"
OWNER = re.compile(rf"(?P<by>{_WHOSE})[CxKNRL]*$")
_OWN = re.compile(r"(?P<by>D)x{0,2}$")
_SUFFERED = frozenset(("toll", "total", "balance", "number", "numbers"))  # "Its tragic toll of 60".
_POINTERS = {"their": "they", "his": "he", "her": "she", "its": "it"}  # "Their estimate was 300 dead".
_BY_COUNT_OF = re.compile(r"yD?x{0,2}do")
_BY_DOCUMENT = re.compile(r"yD?x{0,2}d")
_BY_COUNT = re.compile(rf"y(?P<by>{_WHOSE})[xNRL]{{0,2}}[dN]")
# "(In) the port's latest count, ...", "..., based on the port's figures".
_LED = re.compile(rf"(?P<lead>[PK]?P)(?P<by>{_WHOSE})[CxNRL]{{0,3}}$")
_LEADS = frozenset(("on", "in", "from"))
_ENDS = re.compile(r"(?:[PS]?#?R|P[D#]?[xCR#]{1,3})*(?:$|[,.;|])")
_ISSUED_BEHIND = re.compile(
    r"[Tw]?H?(?P<by>D?[xCNLs]{0,6}?[xCNL](?:[oP]D?[CxN]{1,3}?)?(?:&D?[xCNL]{1,5}?)?)(?:H?(?P<verb>[VKt])P?)"
)
_A_FIGURE = re.compile(r",D[xKR]{0,2}(?P<figure>[dx])T?(?P<by>D?[xCNLs]{0,6}[CNLd](?:[oP]D?[CxNd]{1,4})?)H?$")
_ISSUED_BY = re.compile(rf",(?:[wT][Hb]+R*)?(?={MADE_BY})(?P<verb>[KVt]).*?y")
_FIGURE = re.compile(
    r"d(?:[oP][DxCsNLRK]{1,6})?(?:,w[^,;|]{1,14},)?[HMR]*[bKxV]??[<\"]?(?P<figure>[KPRxDS]*[<\"]?#)"
)
_FIGURE_OF = re.compile(r"do(?P<figure>[PDRKSx]{0,3}#)")  # "The UN's estimate of 300 dead".
# "The port's register | now lists the names of 40 dead", "... holds 40 civilians killed".
_LISTS = re.compile(r"dR*(?:[xKdtVH]|Hx)R?(?:D?[tx]o)?(?P<figure>[PDKSxR]{0,4}#)(?P<who>[CxKN&]{1,4})")
# "Is that nine died", "on the war was that".
_IS_THAT = re.compile(r"d(?:[oP][DxCsNLRK#]{1,6})?[HMR]*bR*(?P<figure>T)")


def count_of(words: Words, text: str, at: int) -> Anchor | None:
    """ "Moscow's own count of its dead was 498": whoever's count it is vouches for the figure behind it."""
    owner = OWNER.search(words.tags[:at]) or _OWN.search(words.tags[:at])
    counts = words.lower[at] in word_sets()["toll_objects"]
    figure = ((_FIGURE.match(words.tags, at) or _FIGURE_OF.match(words.tags, at)) if counts else None) or (
        _IS_THAT.match(words.tags, at) or _listed(words, at)
    )
    if owner is None or figure is None:
        return None
    start, end = owner.span("by")
    low = at + 1
    if words.tags[end - 1] == "D":
        whose = _POINTERS.get(words.lower[start]) if words.lower[at] not in _SUFFERED else None
        who = pointed_at(words, start, whose) if whose is not None else None
        return Anchor("count of", who, start, at + 1, low, clause_end(words.tags, low)) if who else None
    if not _keeps(words, text, end - 1):
        return None  # "Bringing the attack's death toll to 18", "the day's overall toll".
    if _counts_own(words, end, at) and fold(words.lower[end - 1][:-2]) in nations():
        return None
    return Anchor(
        "count of", speaker(words, text, start, end), start, at + 1, low, clause_end(words.tags, low)
    )


def _listed(words: Words, at: int) -> re.Match[str] | None:
    """The people that a list holds, by the harm done to them: "the port's register lists the names of 40 dead"."""
    holds = _LISTS.match(words.tags, at) if words.lower[at] in word_sets()["kept"] else None
    harmed = word_sets()["harmed"] | word_sets()["toll_objects"]
    who = words.lower[slice(*holds.span("who"))] if holds is not None else ()
    return holds if not harmed.isdisjoint(who) else None


def _keeps(words: Words, text: str, at: int) -> bool:
    """Whether word `at` names somebody who may keep a count: a name, or a noun for those who speak."""
    owner = fold(re.sub("['’]s?$", "", words.lower[at]))
    named = not words.upper and text[words.spans[at][0]].isupper()
    if owner in word_sets()["mute"] and not (named and at and words.tags[at - 1] in "CPo"):
        return False  # "The attack's", but "Action on Armed Violence's".
    return named or noun_kinds().get(owner) is not None or noun_kinds().get(f"{owner}s") is not None


def _counts_own(words: Words, start: int, at: int) -> bool:
    """Whether "Russia's casualty count" is that of its losses, and no more its own than anybody's."""
    between = words.lower[start:at]
    return "own" not in between and not {"casualty", "death", "combat", "war"}.isdisjoint(between)


def led_by_count(words: Words, text: str, at: int) -> Anchor | None:
    """ "In the port's latest count, ...", "..., based on the port's figures": whose count it is."""
    led = _LED.search(words.tags, 0, at)
    if led is None or words.lower[at] not in _counts() or _ENDS.match(words.tags, at + 1) is None:
        return None
    start, end = led.span("by")
    if words.lower[start - 1] not in _LEADS or words.tags[end - 1] == "D" or not _keeps(words, text, end - 1):
        return None
    if led.start() and words.tags[led.start() - 1] in "tdVx":
        return None  # "A drop in the port's figures".
    return _whose_count(words, speaker(words, text, start, end), led.start(), at + 1)


def _counts() -> frozenset[str]:
    return word_sets()["toll_objects"] | word_sets()["kept"]


def reckoned(words: Words, text: str, at: int) -> Anchor | None:
    """ "By the paper's count", "by the count of the paper", "by figures that the paper compiled": whose count it is."""
    return _by_ones_count(words, text, at) or _by_count_of(words, text, at) or _by_document(words, text, at)


def _by_ones_count(words: Words, text: str, at: int) -> Anchor | None:
    """ "By the paper's count, ...": whose count it is."""
    count = _BY_COUNT.match(words.tags, at)
    if count is None or words.lower[count.end() - 1] not in _counts():
        return None
    return _whose_count(words, speaker(words, text, *count.span("by")), at, count.end())


def _by_count_of(words: Words, text: str, at: int) -> Anchor | None:
    """ "By the count of the port, ...": whose count it is."""
    count = _BY_COUNT_OF.match(words.tags, at)
    if count is None or words.lower[count.end() - 2] not in _counts():
        return None
    found = right_of(words, count.end(), text)
    if found is None or found[0].head in word_sets()["mute"] | word_sets()["toll_objects"]:
        return None
    return _whose_count(words, found[0], at, found[1])


def _by_document(words: Words, text: str, at: int) -> Anchor | None:
    """ "By figures that the port and its clerks compiled": whose figures they are."""
    made = _BY_DOCUMENT.match(words.tags, at)
    told = issuer_behind(words, text, made.end()) if made is not None else None
    if told is None:
        return None
    return _whose_count(words, told[0], at, told[1])


def _whose_count(words: Words, who: Speaker, at: int, end: int) -> Anchor:
    """The credit of a count in `at:end`: for what stands before it if that tells anything, else for what follows."""
    opens = at == 1 and words.lower[0] in ("going", "judging")  # "Going by the port's tally".
    if not opens and FINITE.search(words.tags[:at]):
        return Anchor("count of", who, at, end, 0, at, forward=False)
    return Anchor("count of", who, at, end, end, len(words.tags))


def figure_given(words: Words, text: str, at: int) -> Anchor | None:
    """ "Nine died, a figure that the port released on Friday": whose figure is the one told before."""
    if words.lower[at] not in word_sets()["issuing"] | word_sets()["compiling"] | {
        "gave",
        "reported",
        "announced",
    }:
        return None
    told = _A_FIGURE.search(words.tags, 0, at)
    if told is None or words.lower[told.start("figure")] not in word_sets()["toll_objects"]:
        return None
    who = speaker(words, text, *told.span("by"))
    return Anchor("count of", who, told.start(), at + 1, 0, told.start(), forward=False)


def issuer_behind(words: Words, text: str, at: int) -> tuple[Speaker, int] | None:
    """Who "released" the document just named, and the word behind: "according to a report that the ombudsman released", "the report, put
    out on Friday by the ombudsman"."""
    by = _ISSUED_BY.match(words.tags, at)
    if by is not None and words.lower[by.start("verb")] in word_sets()["compiling"]:
        return right_of(words, by.end(), text)
    issued = _ISSUED_BEHIND.match(words.tags, at)
    making = word_sets()["issuing"] | word_sets()["compiling"]
    if issued is None or words.lower[issued.start("verb")] not in making:
        return None
    return speaker(words, text, *issued.span("by")), issued.end()
