"""Credits that hang on a reporting verb: which side of it the reported words stand on, and whom they were told to."""

import re

from cenotaph.find.credits import Anchor
from cenotaph.find.scopes import FINITE, clause_end, continued, is_adverbial
from cenotaph.find.speakers import ANYONE, Speaker, is_outlet, right_of, speaker
from cenotaph.find.speech_tags import Words, word_sets
from cenotaph.find.subjects import plain_head, subject_before

_THAT = re.compile(r"(?:R|P[D#]?[xCRNLds#]{0,4}+|[DN])*+(?:T|[:,]?[<\"]|:)")
_OCCASION = re.compile(r"(?:R|PR)*P[D#]?x*[xdNL]P")
_OPENING_SUBJECT = re.compile(rf"R*,?(?P<np>{ANYONE}(?:&{ANYONE})?)")
_HEARER = re.compile(r"D?(?:[xCNsLd]{1,6}|I|W)")
_DENIED = re.compile(r"[DxCsNLR]{0,5}(?:d|T)|K")
# What may stand behind the subject in "..., said X".
_BEHIND_INVERTED = frozenset(("", ",", "P", "w", "R", "<", '"', "-", "A", "&", "S", "|"))


def verb_after_subject(words: Words, text: str, at: int) -> Anchor | None:
    """ "Police said", "the ministry, which ..., has confirmed": subject before its verb."""
    subject = subject_before(words, at)
    if subject is None or not _reports(words, at, subject):
        return None
    kind, start, end = subject
    who = speaker(words, text, start, end)
    via, after = _hearer(words, text, at)
    anchor = _directed(words, text, kind, who, start, after, via)
    return anchor._replace(denies=True) if words.lower[at] in word_sets()["deny"] else anchor


def _directed(
    words: Words, text: str, kind: str, who: Speaker, start: int, after: int, via: Speaker | None
) -> Anchor:
    """Decide which side of "X said" the reported words stand on."""
    tags = words.tags
    before, rest = _stripped(tags[:start]), tags[after:]
    clause = re.split(r"[,;:\"<>)\-]", rest, maxsplit=1)[0]
    content = FINITE.search(clause) is not None or re.match(r"[,:]?[<\"]|:", rest) is not None
    if kind == "relative":
        return Anchor("relative", who, start, after, after, len(tags), via)
    if before.endswith("w"):
        return Anchor("relative clause", who, start, after, _whom(tags, start), clause_end(tags, after), via)
    if (
        not FINITE.search(before.replace("#", ""))
        and not content
        and before
        and tags[after : after + 1] == ","
    ):
        return Anchor("parenthesis", who, start, after, 0, len(tags), via)
    if _is_gap(tags, before, clause):
        who = _last_speaker(words, text, who, start, after)
        return Anchor("gap", who, start, after, after, clause_end(tags, after), via)
    at_boundary = not before or before[-1] in "S&T;:-wG|V"
    if content and (at_boundary or re.match(_THAT, clause) or is_adverbial(before)):
        return Anchor("said", who, start, after, after, len(tags), via)
    if not before or (at_boundary and content):
        return Anchor("said", who, start, after, after, len(tags), via)
    return Anchor("said after", who, start, after, 0, continued(words, after, start), via, forward=False)


def _stripped(before: str) -> str:
    """The tags before a subject, without the adverb that opens its clause and without a dateline."""
    return re.sub(r"(^|[;|])R+,$", r"\1", before.rstrip("R"))


def _is_gap(tags: str, before: str, clause: str) -> bool:
    """ "An attack officials said was planned": the verb has no subject of its own, so what stands before is not theirs."""
    return bool(before) and before[-1] not in ';:-<>"&ST' and re.match(r"R*[bH]", clause) is not None


def _last_speaker(words: Words, text: str, who: Speaker, start: int, after: int) -> Speaker:
    """The subject without the noun it is said of: "a villa officials said had been" is said by officials."""
    verb = words.tags.find("V", start, after)
    run = re.search(r"(?<=x)[NLC]+$", words.tags[start:verb])
    return who if run is None else speaker(words, text, start + run.start(), verb)


def _whom(tags: str, start: int) -> int:
    """Where "107 of whom Israel says" starts: at the figure."""
    match = re.search(r"[D#x]+[oPy]w$", tags[:start])
    return match.start() if match else start


def _reports(words: Words, at: int, subject: tuple[str, int, int]) -> bool:
    """Whether the verb at word `at` reports here: its subject can speak, and its object is not "responsibility"."""
    sets, verb = word_sets(), words.lower[at]
    kind, start, end = subject
    head = plain_head(words, start, end)
    if head in sets["mute"] or words.tags[at - 1] in "bMP" or words.tags[at - 1 : at] == "D":
        return False
    if verb in sets["nounlike"] and words.tags[at + 1 : at + 2] in ("V", "o", "b", "H"):
        return False
    if verb in sets["nounlike"] and kind == "phrase" and words.tags[at + 1 : at + 2] not in ("", "|"):
        return False
    if verb in sets["deny"]:
        return _DENIED.match(words.tags, at + 1) is not None
    if verb in sets["document"] and verb not in ("said",) and "d" not in words.tags[start:end]:
        return re.match(_THAT, words.tags[at + 1 :]) is not None and verb not in sets["with_that"]
    if verb in sets["with_that"] and re.match(_THAT, words.tags[at + 1 :]) is None:
        return False
    return not _claims_deed(words, at)


def _claims_deed(words: Words, at: int) -> bool:
    """ "Claimed responsibility for", "claimed the lives of", "claimed dual attacks"."""
    if not words.lower[at].startswith(("claim", "declar")):
        return False
    for index in range(at + 1, min(at + 6, len(words.tags))):
        if words.lower[index] in word_sets()["not_before"]:
            return True
        if words.tags[index] not in 'DxCsLNR<"':
            return False
    return False


def _hearer(words: Words, text: str, at: int) -> tuple[Speaker | None, int]:
    """The outlet (or police) that the verb's words were told to, and the word behind verb and hearer."""
    if words.lower[at] in word_sets()["hearers"]:
        start = at + 1
    else:
        behind = _OCCASION.match(words.tags, at + 1)
        if behind is None or words.lower[behind.end() - 1] not in ("to", "with"):
            return _hearer_ahead(words, text, at), at + 1
        start = behind.end()
    short = _HEARER.match(words.tags, start)
    if short is None:
        return None, at + 1
    who, after = speaker(words, text, start, short.end()), short.end()
    hands_on = is_outlet(who.name) or who.head in word_sets()["hand_on"]
    return (who if hands_on and who.head not in word_sets()["audiences"] else None), after


def _hearer_ahead(words: Words, text: str, at: int) -> Speaker | None:
    """The outlet of an opening like "Speaking to Y," or "In an interview with Y,"."""
    if words.tags[0] not in "KP" or "," not in words.tags[:at]:
        return None
    opening = words.lower[: words.tags.index(",")]
    for number, word in enumerate(opening[1:], 1):
        if word in ("to", "with") and opening[number - 1] in word_sets()["talking"]:
            found = right_of(words, number + 1, text)
            return found[0] if found is not None and is_outlet(found[0].name) else None
    return None


def verb_before_subject(words: Words, text: str, at: int) -> Anchor | None:
    """ "..., said Terry Zeigler, the police chief": the subject stands behind its verb."""
    previous = words.tags[at - 1 : at]
    if not previous or words.lower[at] in word_sets()["hearers"] or words.tags[at] != "V":
        return None
    behind = re.match(r"[-,>\"K]|<$", previous)
    if behind is None or (previous == "K" and (at < 4 or words.lower[at] not in ("said", "says"))):
        return None
    verb, sets = words.lower[at], word_sets()
    if (
        verb in sets["with_that"]
        or verb in sets["document"]
        or (verb in sets["nounlike"] and previous not in "->")
    ):
        return None
    found = right_of(words, at + 1, text)
    if found is None or words.tags[found[1] : found[1] + 1] not in (
        "",
        ",",
        "P",
        "w",
        "R",
        "(",
        "<",
        '"',
        "-",
        "A",
        "&",
        "S",
    ):
        return None
    who, after = found
    if words.tags[at + 1] == "#" and words.lower[at + 1] != "one":
        return None
    return Anchor("said by", who, at, after, 0, continued(words, after, at), forward=False)


def with_object(words: Words, text: str, at: int) -> Anchor | None:
    """ "Put the toll at", "accused troops of killing"."""
    near = words.lower[at + 1 : at + 8]
    if words.tags[at] == "t" and not word_sets()["toll_objects"].intersection(near):
        return verb_after_subject(words, text, at) if words.lower[at] in word_sets()["say"] else None
    if words.tags[at] == "u" and not _of_a_deed(words, at):
        return None
    subject = subject_before(words, at)
    if subject is None or words.tags[at - 1] in "bMP":
        return None
    who = speaker(words, text, subject[1], subject[2])
    return Anchor(
        "put at" if words.tags[at] == "t" else "accused", who, subject[1], at + 1, at + 1, len(words.tags)
    )


def _of_a_deed(words: Words, at: int) -> bool:
    """Whether "accused" has an object and a deed behind "of": "accused troops of killing"."""
    near = words.lower[at + 2 : at + 14]
    if "of" not in near or words.lower[at + 1] == "of":
        return False
    of = at + 2 + near.index("of")
    return any(word.endswith("ing") for word in words.lower[of + 1 : of + 4])


def participle(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "Officials estimating that", "he said, adding that", "..., confirming that": subject near, or the clause's own."""
    if _claims_deed(words, at) or (at and words.tags[at - 1] == "S"):
        return None
    subject = subject_before(words, at) if words.tags[at - 1 : at] not in (",", "&", "") else None
    if subject is not None and subject[0] in ("clause", "phrase", "pronoun"):
        who = speaker(words, text, subject[1], subject[2])
        if who.head in word_sets()["mute"]:
            return None
        via, after = _hearer(words, text, at)
        return Anchor("saying", who, subject[1], after, after, len(words.tags), via)
    if before:
        nearest = before[-1]
        return Anchor("adding", nearest.who, at, at + 1, at + 1, len(words.tags), nearest.via)
    first = re.match(rf"R*,?(?P<np>{ANYONE}(?:&{ANYONE})?)", words.tags)
    if first is None or re.match(_THAT, words.tags[at + 1 :]) is None:
        return None
    return Anchor("adding", speaker(words, text, *first.span("np")), at, at + 1, at + 1, len(words.tags))
