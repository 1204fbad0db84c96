"""Credits of a reporting verb that stands before its subject: "..., said Terry Zeigler, the police chief"."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.given import claims_deed
from cenotaph.find.credit.forms.scopes import FINITE, continued
from cenotaph.find.credit.naming.hearers import hearer_ahead, hearer_behind
from cenotaph.find.credit.naming.journals import journal_behind
from cenotaph.find.credit.naming.nouns import is_office
from cenotaph.find.credit.naming.outlets import is_outlet, is_source
from cenotaph.find.credit.naming.speakers import Speaker, right_of
from cenotaph.find.credit.naming.subjects import PARTED
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

# A speaker's last word and nothing behind but "on Friday", "in a statement".
_LAST = re.compile(
    r"[NLCd](?:R|#|P[D#]?[xCRNLds#]{1,4})*(?:\|.*|,?w.*|GT?.*|T[KHbMxVd].*|D[xCNLd]{1,8}(?:P[DxCN]{1,4})?)?"
)
# "In the last three weeks | said the clinic".
_SPANS = ("hours", "days", "minutes")
# Behind the subject: the sentence's end, or what tells more of him, or what he added.
_CLOSES = re.compile(r"$|[w|,]|T[KHbMxVd]|GT")
_GOES_ON = re.compile(r"(?:&[DxCN]{1,4})?[VKHMb]")
_ACTS = re.compile("(?:P?R)+[bHMK]")
# "Ann Roe, the minister, revealed the estimates": the subject stands before its verb.
_APPOSED = re.compile(r"(?:R,?)*L*C{2,4},D?[^,;:<>\"VG]{1,20},$")
# Behind a subject that closes its sentence: who he is, and who reported it (", claims Ann Roe, the envoy to Ayr, reported the Post").
_CLOSING = re.compile(r"(?:,D[^,;:VGQbHM]{1,20})?(?:$|,[Vw]|\()")
_AGED = re.compile(r"(?:R,?)*L*C{2,4},#,")  # "Ann Roe, 18, said her brother".
# What may stand behind the subject in "..., said X".
_BEHIND_INVERTED = frozenset(("", "Q", ",", "P", "w", "R", "(", "<", '"', "-", "A", "&", "S", "L", "G"))


def verb_before_subject(words: Words, text: str, at: int) -> Anchor | None:
    """ "..., said Terry Zeigler, the police chief": the subject stands behind its verb."""
    previous = words.tags[at - 1 : at]
    if not previous or words.lower[at] in word_sets()["hearers"] or words.tags[at] != "V":
        return None
    behind = None if PARTED.search(words.tags[:at]) else re.match(r"[-,>\"]|<$", previous)
    unmarked = behind is None and _ends_clause(words, text, at)
    if behind is None and not unmarked:
        return None
    verb, sets = words.lower[at], word_sets()
    if (
        (verb in sets["with_that"] and not _behind_quote(words, at))
        or (verb in sets["document"] and not _document_behind(words, at))
        or _APPOSED.match(words.tags[:at]) is not None
        or _AGED.fullmatch(words.tags[:at]) is not None
        or (verb in sets["nounlike"] and previous not in "->" and not _outlet_behind(words, text, at))
        or claims_deed(words, at)
    ):
        return None
    found = right_of(words, at + 1, text)
    if found is None:
        return None
    if found[0].kind == "document" and (journal := journal_behind(words, text, found[1])) is not None:
        who, after = journal  # ", finds a study published on Monday in The Lancet".
        return Anchor("said by", who, at, after, 0, continued(words, after, at), forward=False)
    apposed = (previous in '>"' or unmarked) and words.tags[
        found[1] : found[1] + 1
    ] == "D"  # "... died" said Roe a clerk.
    which = unmarked and words.tags[found[1] : found[1] + 1] == "T"  # "Said the head of a group that counts".
    if words.tags[found[1] : found[1] + 1] not in _BEHIND_INVERTED and not apposed and not which:
        return None
    acts = _ACTS.match(words.tags, found[1])
    if acts is not None and not words.lower[acts.end() - 1].endswith("ing"):
        return None  # "According to police, alleged rebels this morning killed nine".
    if words.tags[at + 1] == "I" and _GOES_ON.match(words.tags, found[1]) is not None:
        return None  # "Ann Roe, a cook, said she and others found nine".
    if words.tags[found[1] - 1] == "x" and verb in sets["of_things"] and previous == ",":
        return None  # "Ann Roe, a medic, confirmed the attacks, and said".
    if previous == "," and words.tags[at + 1] == "D" and _is_of_deed(words, at + 2, found[1]):
        return None  # "Ann Roe, a medic, confirmed the attack to reporters".
    who, after = found
    if words.tags[at + 1] == "#" and words.lower[at + 1] != "one":
        return None
    if (
        unmarked
        and previous != "K"
        and _LAST.fullmatch(words.tags, after - 1) is None
        and "known" not in words.lower[after : after + 2]
        and not is_source(who.name)
    ):
        return None
    via = hearer_ahead(words, text, at) or hearer_behind(words, text, after)
    return Anchor("said by", who, at, after, 0, continued(words, after, at), via, forward=False)


def _is_of_deed(words: Words, start: int, end: int) -> bool:
    """Whether a noun phrase is a deed or its news, and nobody who says anything."""
    head = next((at for at in range(start, end) if words.tags[at] in "PoT"), end) - 1
    return words.lower[head] in word_sets()["mute"] | word_sets()["news"]


def _document_behind(words: Words, at: int) -> bool:
    """ "..., showed estimates by the port"."""
    return words.tags[at - 1] == "," and re.match(r"D?[xCNsKR]{0,6}d", words.tags[at + 1 :]) is not None


def _outlet_behind(words: Words, text: str, at: int) -> bool:
    """Whether the subject behind ", reports" is an outlet, or a name that closes the sentence, so that it is a verb."""
    found = right_of(words, at + 1, text) if words.tags[at - 1] == "," else None
    if found is None:
        return False
    speaks = words.tags[at + 1] in "CNL" or found[0].kind in ("body", "plural")
    ends = _CLOSING.match(words.tags, found[1]) is not None
    closes = speaks and ends and words.lower[at].endswith("s")
    return closes or is_outlet(found[0].name)


def _behind_quote(words: Words, at: int) -> bool:
    """Whether a quotation closed before the verb: '"We have 23 dead" in the area, detailed the minister'."""
    return words.tags[at - 1] in ',>"' and re.search(r"[>\"]", words.tags[:at]) is not None


def _ends_clause(words: Words, text: str, at: int) -> bool:
    """Whether "said" may close a clause with a verb of its own though no comma stands before it, as in bare wire copy."""
    ends = words.tags[at - 1] in "KNxCR#" or words.lower[at - 1] in _SPANS
    if words.lower[at] not in ("said", "says") or at < 4 or not ends:
        return False
    if words.tags[at - 1] == "K" or re.search(r"K[PD]*#", words.tags[:at]) is not None:
        return True
    behind = right_of(words, at + 1, text) if "K" in words.tags[:at] else None
    if behind is None:
        return False
    if words.tags[at + 1] == "D" and _CLOSES.match(words.tags, behind[1]) is not None:
        apposed = words.tags[behind[1] : behind[1] + 1] == ","  # "Ann Roe said the mayor, whom she knew".
        return _speaks_of_itself(behind[0], apposed=apposed) or _is_speaker(behind[0])
    if FINITE.search(words.tags, behind[1]):
        return False
    return _is_speaker(behind[0]) or "known" in words.lower[behind[1] : behind[1] + 2]


def _speaks_of_itself(who: Speaker, *, apposed: bool) -> bool:
    """Whether a noun behind a verb is one of those who speak ("in Ayr said the ministry, which"): a body, several people, and
    where no comma follows an office or "the source"."""
    return who.kind in ("body", "plural") or (not apposed and (is_office(who.head) or who.head == "source"))


def _is_speaker(who: Speaker) -> bool:
    """Whether somebody behind a verb can only be the one who speaks: a listed body, or a name behind an office."""
    titled = who.kind == "person" and who.name[:1].isupper() and " " in who.name
    return is_source(who.name) or titled
