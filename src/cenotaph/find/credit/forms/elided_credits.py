"""Credits of verbs whose subject stands further off: "he said, adding that", "the source denied it but said"."""

import re

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.given import claims_deed
from cenotaph.find.credit.forms.reporting_verbs import THAT
from cenotaph.find.credit.forms.scopes import FINITE, clause_end
from cenotaph.find.credit.naming.hearers import hearer
from cenotaph.find.credit.naming.speakers import ANYONE, Speaker, right_of, speaker
from cenotaph.find.credit.naming.subjects import plain_head, subject_before
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_NAMED_BEHIND = re.compile(r",L*C{2,4},")
_ON_A_SITE = re.compile("PC{1,2}[IDTW#]")  # "Claiming on Telegram it had".
# "Put the toll at 12, and | the clinic | at 15".
_GAPPED = re.compile(rf"(?:,?&|,S?|S)(?P<np>{ANYONE})P(?=[K#])")
_DOCUMENT = re.compile("D[xCN]{0,2}d")
_DOCUMENT_SENT = re.compile("D?R?[xCNK]{0,4}d(?:$|[oPR])")  # "A communique to the press".
_COUNTED = re.compile(
    "(?:DxNo|Dxo|D)?#"
)  # "Played down the raid and admitted | nine dead", "the death of nine".
_OF_THINGS = ("suggesting", "indicating", "revealing")
# "Addressing the council, | the mayor | condemned".
_OPENING_SUBJECT = re.compile(
    rf"(?:[KP][^,;V]{{1,20}},)?(?:R|#R)*,?(?P<np>I|{ANYONE}(?:&{ANYONE})?)(?=,|P?R|[HVKQPbu])"
)


def participle(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "Officials estimating that", "he said, adding that", "..., confirming that": subject near, or the clause's own."""
    if claims_deed(words, at) or (at and words.tags[at - 1] in "So"):
        return None
    if words.lower[at - 1 : at] in (["are"], ["is"], ["were"], ["was"]):
        return _progressive(words, text, at)
    if not at:
        return _opening(words, text)
    subject = subject_before(words, at) if words.tags[at - 1 : at] not in (",", "&", "") else None
    subject = _caller(words, subject) or subject
    if subject is not None and not (before and _goes_on(words, at, subject)):
        return _own_subject(words, text, at, subject)
    if before:
        nearest = before[-1]
        return Anchor("adding", nearest.who, at, at + 1, at + 1, len(words.tags), nearest.via)
    who = _opening_subject(words, text, at)
    if who is None or not _has_content(words, at):
        return None
    if words.lower[at] in _OF_THINGS and who.kind not in ("document", "body"):
        return None  # "Two others are missing, suggesting the toll may rise".
    return Anchor("adding", who, at, at + 1, at + 1, len(words.tags))


def _opening(words: Words, text: str) -> Anchor | None:
    """ "Confirming the deaths of nine cooks, the port closed": the subject behind the comma."""
    comma = clause_end(words.tags, 1)
    found = right_of(words, comma + 1, text)
    if found is None or words.tags[found[1] : found[1] + 1] in ("", ",", ";"):
        return None
    return Anchor("saying", found[0], 0, 1, 1, comma)


def _progressive(words: Words, text: str, at: int) -> Anchor | None:
    """ "Rebels posted a video and are claiming that": the verb's subject, or that of the clause it is joined to."""
    for verb in range(at - 1, -1, -1):
        if words.tags[verb] not in "HVKb" or words.tags[verb - 1 : verb] == "&":
            continue
        subject = subject_before(words, verb)
        if subject is None or subject[0] not in ("clause", "pronoun"):
            continue
        who = speaker(words, text, subject[1], subject[2])
        if who.head in word_sets()["mute"]:
            return None
        via, after = hearer(words, text, at)
        if _DOCUMENT.match(words.tags, after) is not None:
            return None  # "She was writing an article on the raid".
        return Anchor("saying", who, subject[1], after, after, len(words.tags), via)
    return None


def _own_subject(words: Words, text: str, at: int, subject: tuple[str, int, int]) -> Anchor | None:
    """ "With officials estimating that": the noun phrase right before the participle speaks."""
    kind, start, end = subject
    if _DOCUMENT_SENT.match(words.tags, start, end) and (issuer := _issued(words, start)) is not None:
        kind, start, end = issuer
    if "with" in words.lower[start : end - 1]:
        start = words.lower.index("with", start) + 1  # "Reported by television with | the agency confirming".
    who = speaker(words, text, start, end)
    if kind not in ("clause", "phrase", "pronoun") or who.head in word_sets()["mute"]:
        return None
    via, after = hearer(words, text, at)
    return Anchor("saying", who, start, after, after, len(words.tags), via)


def _issued(words: Words, start: int) -> tuple[str, int, int] | None:
    """The subject of "the port issued | a statement confirming"."""
    verb = start - 1 - (words.lower[start - 1] in ("out", "public"))
    issues = words.tags[verb : verb + 1] in ("V", "K", "t") and words.lower[verb] in word_sets()["issues"]
    return subject_before(words, verb) if issues else None


def _caller(words: Words, called: tuple[str, int, int] | None) -> tuple[str, int, int] | None:
    """The subject of "the rebels | called a radio station claiming that", where the noun before the participle is called."""
    verb = called[1] - 1 if called is not None else 0
    return subject_before(words, verb) if verb > 0 and words.lower[verb] in word_sets()["calling"] else None


def _goes_on(words: Words, at: int, subject: tuple[str, int, int]) -> bool:
    """Whether "adding" takes up the last credit though no comma parts it from a noun ("targets members adding that")."""
    kind, start, _ = subject
    return (
        kind == "phrase" and words.lower[at] in word_sets()["going_on"] and words.lower[start - 1] != "with"
    )


def _has_content(words: Words, at: int) -> bool:
    """Whether a clause hangs on the participle at word `at`: "that ...", or words with a verb or figure behind a comma."""
    rest = words.tags[at + 1 :]
    if re.match(THAT, rest) is not None:
        return True
    clause = re.split("[,;]", rest, maxsplit=1)[0]
    return (
        words.tags[:at].rstrip('"<>').endswith(",")
        and (rest[:1] != "P" or _ON_A_SITE.match(rest) is not None)
        and words.lower[at] not in word_sets()["hearers"]
        and FINITE.search(clause) is not None
    )


def elided(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "The source denied it, but did say that", "she wept and said": the subject is that of the clause before."""
    front = words.tags[:at].rstrip("RH")
    joint = len(front) - 1
    if joint < 1 or (front[-1] != "&" and words.lower[joint] != "but") or words.tags[at] != "V":
        return None
    plain = words.lower[at] in ("said", "says") and words.lower[at + 1 : at + 2] != ["to"]
    that = words.tags[at + 1 : at + 2] == "T" and words.lower[at] not in word_sets()["hearers"]
    counts = words.lower[at] in word_sets()["of_things"] and _COUNTED.match(words.tags, at + 1) is not None
    if not (plain or that or counts) or claims_deed(words, at):
        return None
    who = _told_last(before) or _opening_subject(words, text, at)
    return None if who is None else Anchor("adding", who, at, at + 1, at + 1, len(words.tags))


def _told_last(before: list[Anchor]) -> Speaker | None:
    """Who spoke last as the subject of a clause: in "he knew of the raids announced by the port and said" not the port."""
    return next((anchor.who for anchor in reversed(before) if anchor.rule != "named by"), None)


def gapped(words: Words, text: str, put: Anchor) -> Anchor | None:
    """ "Police put the toll at 12, and the clinic at 15": a second subject that shares the verb of the first."""
    for match in _GAPPED.finditer(words.tags, put.end):
        start, end = match.span("np")
        counted = not word_sets()["toll_objects"].isdisjoint(words.lower[start:end])
        if words.lower[end] == "at" and not counted:
            return Anchor(
                "put at", speaker(words, text, start, end), start, end + 1, end + 1, len(words.tags)
            )
    return None


def joined(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "The rebels claimed the attack and put the toll at nine": the subject is that of the clause before."""
    near = words.lower[at + 1 : at + 8]
    if (
        words.tags[at] != "t"
        or words.tags[at - 1 : at] != "&"
        or word_sets()["toll_objects"].isdisjoint(near)
    ):
        return None
    who = _told_last(before) or _opening_subject(words, text, at)
    return None if who is None else Anchor("adding", who, at, at + 1, at + 1, len(words.tags))


def _opening_subject(words: Words, text: str, at: int) -> Speaker | None:
    """The subject that a sentence opens with, behind a break where sentences run together; None where it cannot speak."""
    first = _OPENING_SUBJECT.match(words.tags, words.tags.rfind("|", 0, at) + 1)
    if first is None or first.end("np") >= at:
        return None
    start, end = first.span("np")
    if words.tags[start] == "D" and (name := _NAMED_BEHIND.match(words.tags, end)) is not None:
        end = name.end() - 1  # "A Taliban spokesman, | Ann Roe, | claimed the attack and put".
    return None if plain_head(words, start, end) in word_sets()["mute"] else speaker(words, text, start, end)
