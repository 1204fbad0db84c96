"""Credits that hang on a reporting verb: which side of it the reported words stand on, and whom they were told to."""

import re
from functools import cache

from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.reporting_verbs import THAT, reports
from cenotaph.find.credit.forms.scopes import CONTRAST, FINITE, clause_end, continued, is_adverbial
from cenotaph.find.credit.naming.hearers import hearer
from cenotaph.find.credit.naming.journals import journal_behind, journal_inside, journal_of
from cenotaph.find.credit.naming.outlets import is_outlet, is_source, outlet_nouns
from cenotaph.find.credit.naming.speakers import Speaker, speaker
from cenotaph.find.credit.naming.subjects import subject_before
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words
from cenotaph.language import load_pack

# "After the court declared the group illegal": what stands before these is not the court's word.
_UNVOUCHED = frozenset(
    ("after", "before", "while", "when", "because", "although", "though", "whereas", "since", "if", "until")
)
_DOCUMENT = re.compile(r"D[xCNs]?d")
_WORD_QUOTED = re.compile(r"(?<=.)<[^<>V]{1,3}>")  # "a strike against a “terrorist base” killed".
_COUNT = re.compile(r"#o?[DxCNs]{0,4}$")
_MAIN_VERB = re.compile(r",R?[bHM]")
_HAS_NO_SUBJECT = re.compile("R*[bHM]")  # "A convoy that the army said was full of weapons".
# "Two days after the raid killed nine, cooks recalled the night": what opens the sentence is not theirs.
_OPENED = re.compile(r"(?:[xCR]?P)?[D#Rx]{0,3}S+.*,$")
_JOINED = re.compile(r",[S&]S[^,]+$")
_SUBORDINATE = re.compile(r"(?:[xCR]?P)?[D#Rx]{0,3}S+")
# "(Said) its deputy head, Ann Roe, was killed".
_APPOSED = re.compile(r"D?[xCNLds]{1,6}(?:[oP]D?[xCNLds]{1,5})*,[^,;:<>\"|VGS]{1,20},R?[bHMK]")
# "The", or what may stand before a subject: "Meanwhile", "In the north", "On Monday".
_LED_IN = re.compile("(?:R|P[D#]?[xCRN#]{1,3})?[DCNLsx]")
# "A raid in which, | the mayor says, | nine died", "a raid that, the mayor says, killed nine".
_PARTED_RELATIVE = re.compile("(?:w|(?<=[xCNLd])T),$")
_OF_SOMETHING = re.compile("D[xCNR]")
# "Chad's ombudswoman, | Ann Roe, said": no word that anybody knows for who may speak.
_PARTED_POST = re.compile("[Ds]C{0,2}s?x{1,3}(?:[oP][DxC]{1,3})?,")
_NAME_BEFORE = re.compile("(?P<np>D?C{1,4}N?)$")
_OF_PRONOUN = re.compile("I[HMbK]")
_SPOKEN_OF = re.compile("Vo(?:[bHKMVx,]|$)")
_NAME_BEHIND_NOUN = re.compile("D[xN]{1,3}(?P<np>C{1,3})")
# "Rescuers say 31 were killed, | Israel denies involvement": who has words of his own behind his verb told none before.
_SAID_BEFORE = re.compile(r"V[^V,;:<>\"|]{3,},$")
_OBJECT = re.compile(r"[xNDICLK#]")


def verb_after_subject(words: Words, text: str, at: int) -> Anchor | None:
    """ "Police said", "the ministry, which ..., has confirmed": subject before its verb."""
    subject = subject_before(words, at)
    if subject is None or not reports(words, at, subject):
        return None
    kind, start, end = subject
    if _is_held_against(words, start):
        return None
    start = _who_spoke_of(words, start, end, at)
    who = speaker(words, text, start, end)
    if (
        not who.definite
        and words.lower[at + 1 : at + 2] == ["in"]
        and (issued := _DOCUMENT.match(words.tags, at + 2)) is not None
    ):
        who = who._replace(about=who.about.union(words.lower[at + 2 : issued.end()]))
    if who.kind == "document" and (paper := journal_inside(words, text, start, end)) is not None:
        who = paper._replace(about=paper.about | who.about)
    if kind == "published" and (journal := journal_behind(words, text, end)) is not None:
        who = journal[0]._replace(about=journal[0].about | who.about)
    who = _apposed_outlet(words, text, start, who) or journal_of(words, text, at, who) or who
    via, after = hearer(words, text, at)
    anchor = _directed(words, text, kind, who, start, after, via)
    if anchor is None:
        return None
    return anchor._replace(denies=True) if words.lower[at] in word_sets()["deny"] else anchor


def _is_held_against(words: Words, start: int) -> bool:
    """Whether what others say is held against what a subject says: "far more than | the port admitted", "ten times as many as"."""
    before = words.lower[max(0, start - 5) : start]
    return before[-1:] == ["than"] or (before[-1:] == ["as"] and "as" in before[:-1])


def _who_spoke_of(words: Words, start: int, end: int, at: int) -> int:
    """Where the name begins of one who spoke of what stands before it: "the grave | Roe spoke of is"."""
    spoken = _SPOKEN_OF.match(words.tags, at)
    named = _NAME_BEHIND_NOUN.fullmatch(words.tags, start, end)
    return start if spoken is None or named is None else named.start("np")


def _apposed_outlet(words: Words, text: str, start: int, who: Speaker) -> Speaker | None:
    """The outlet that a subject only describes: "came out in The Lancet, | a weekly journal, says"."""
    if (
        who.head not in outlet_nouns()
        or words.lower[start] not in ("a", "an")
        or words.tags[start - 1 : start] != ","
    ):
        return None
    named = _NAME_BEFORE.search(words.tags, 0, start - 1)
    outlet = speaker(words, text, *named.span("np")) if named is not None else None
    return outlet if outlet is not None and is_outlet(outlet.name) else None


def _directed(
    words: Words, text: str, kind: str, who: Speaker, start: int, after: int, via: Speaker | None
) -> Anchor | None:
    """Decide which side of "X said" the reported words stand on."""
    tags = words.tags
    before, rest = _stripped(tags[:start]), tags[after:]
    clause = re.split(r"[,;:\"<>)\-]", _WORD_QUOTED.sub("x", rest), maxsplit=1)[0]
    content = (
        FINITE.search(clause) is not None
        or re.match(r"[,:]?[<\"]|:", rest) is not None
        or _APPOSED.match(rest) is not None
    )
    if kind == "relative":
        goes_on = _MAIN_VERB.search(tags, after)  # "Roe, who said he was well, | was hit".
        return Anchor("relative", who, start, after, after, goes_on.start() if goes_on else len(tags), via)
    if _PARTED_RELATIVE.search(before) is not None and tags[after : after + 1] == ",":
        return Anchor("relative clause", who, start, after, after, clause_end(tags, after + 1), via)
    if before.endswith("w") or (
        before.endswith("T") and before[-2:-1] in "xCNLd" and _HAS_NO_SUBJECT.match(clause)
    ):
        return Anchor("relative clause", who, start, after, _whom(tags, start), clause_end(tags, after), via)
    if (
        not FINITE.search(before.replace("#", ""))
        and not content
        and before
        and tags[after : after + 1] == ","
    ):
        return Anchor("parenthesis", who, start, after, 0, len(tags), via)
    if before.endswith(",") and rest.startswith(",T") and words.lower[after + 1] == "that":
        return Anchor("said", who, start, after, after, len(tags), via)  # "The truth is, Roe said, that".
    if _is_gap(words, before, clause, after):
        who = _last_speaker(words, text, who, start, after)
        return Anchor(
            "gap", who, start, after, _count_before(words, start, after), clause_end(tags, after), via
        )
    at_boundary = not before or before[-1] in "S&T;:-wG|V" or before in ("<", '"')
    at_boundary = at_boundary or _opens_story(words, text, start)
    # "While police said so, witnesses counted 20", "Following raids that killed nine, residents said they would leave".
    unparted = "," not in before and not clause.startswith("&")
    behind_clause = ((before.endswith(",") or unparted) and _opens_apart(words, before)) or _joins_apart(
        words, before
    )
    if content and (
        at_boundary
        or behind_clause
        or re.match(THAT, clause)
        or is_adverbial(before)
        or _PARTED_POST.fullmatch(before)
    ):
        return Anchor("said", who, start, after, after, len(tags), via)
    if not before or (at_boundary and content):
        return Anchor("said", who, start, after, after, len(tags), via)
    if _SAID_BEFORE.search(before) is not None and _OBJECT.match(rest) is not None:
        return Anchor("said", who, start, after, after, len(tags), via)
    if tags[:start].endswith("S") and words.lower[start - 1] in _UNVOUCHED:
        return None
    if content and not FINITE.search(before.replace("#", "")) and is_source(who.name):
        return Anchor("said", who, start, after, after, len(tags), via)  # "Three raids in Ayr Amnesty said".
    opened = _OPENED.match(before) is not None or before.endswith((":", ";"))  # "Dear listeners: the media".
    if opened and _OF_SOMETHING.match(rest) is not None:
        return Anchor("said", who, start, after, after, len(tags), via)
    return Anchor("said after", who, start, after, 0, continued(words, after, start), via, forward=False)


def _opens_apart(words: Words, before: str) -> bool:
    """Whether a sentence opens with a clause or phrase that is on nobody's word: "A day after", "Following", "While"."""
    counts = words.lower[0] == "as" and words.lower[2:3] == ["as"]  # "As many as nine died".
    opened = _SUBORDINATE.match(before) is not None and not counts
    return words.lower[0] in word_sets()["adjuncts"] or opened


def _opens_story(words: Words, text: str, start: int) -> bool:
    """Whether a subject stands at the head of what a headline runs on into, or of a sentence without a stop before it: by the
    capital of its article, or of "Meanwhile", "In the north" before it."""
    return not words.upper and any(
        words.lower[at] in _opening_words()
        and text[words.spans[at][0]].isupper()
        and words.tags[at - 1] not in "PoyDVQs"
        and _LED_IN.fullmatch(words.tags, at, start + 1) is not None
        for at in range(max(1, start - 5), start + 1)
    )


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(load_pack("reporting")["small"]["leading"])


def _joins_apart(words: Words, before: str) -> bool:
    """The same of a second clause: "The port was to open, but after nine died | the mayor said it would stay shut"."""
    joint = _JOINED.search(before)
    return joint is not None and words.lower[joint.start() + 1] in CONTRAST


def _stripped(before: str) -> str:
    """The tags before a subject, without the adverb that opens its clause and without a dateline."""
    return re.sub(r"(^|[;|])R+,$|^R*#{1,3}$|^C{1,3}:$", r"\1", before.rstrip("R"))


def _is_gap(words: Words, before: str, clause: str, after: int) -> bool:
    """ "An attack officials said was planned": the verb has no subject of its own, so what stands before is not theirs."""
    if not before or before[-1] in ';:-<>"&ST':
        return False
    harms = (
        before[-1] == "x" and words.lower[after : after + 1] and words.lower[after] in word_sets()["harmed"]
    )
    contact = (
        before[-1] in "xNd" and _OF_PRONOUN.match(clause) is not None
    )  # "The steps the army says it took".
    return (
        re.match(r"R*[bH]", clause) is not None or bool(harms) or contact
    )  # "A raid the army said killed nine".


def _count_before(words: Words, start: int, after: int) -> int:
    """Where what a gap vouches for starts: at the count before it, if those counted are the ones "said were killed"."""
    count = _COUNT.search(words.tags[:start])
    harmed = not word_sets()["harmed"].isdisjoint(words.lower[after : after + 3])
    return count.start() if count is not None and harmed else after


def _last_speaker(words: Words, text: str, who: Speaker, start: int, after: int) -> Speaker:
    """The subject without the noun it is said of: "a villa officials said had been" is said by officials."""
    verb = words.tags.find("V", start, after)
    run = re.search(r"(?<=x)[NLC]+$", words.tags[start:verb])
    return who if run is None else speaker(words, text, start + run.start(), verb)


def _whom(tags: str, start: int) -> int:
    """Where "107 of whom Israel says" starts: at the figure."""
    match = re.search(r"[D#x]+[oPy]w$", tags[:start])
    return match.start() if match else start
