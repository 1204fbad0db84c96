"""The noun phrase that is the subject of a reporting verb."""

import re

from cenotaph.find.credit.naming.nouns import noun_kinds
from cenotaph.find.credit.naming.outlets import is_source
from cenotaph.find.credit.naming.phrases import MADE_BY
from cenotaph.find.credit.naming.run_ons import behind_run_on
from cenotaph.find.credit.naming.speakers import ANYONE, SPEAKER
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

# "Rebels who struck the mill | a military source said".
_OPEN_SOURCE = re.compile(r"(?<=[CNxR])(?P<np>Dx{0,2}N?[NL])$")
# "Killed nine in the city of Homs on Tuesday | state media said", without a comma.
_RUN_ON = re.compile(r"K[^,;:<>\"|&w]+[CNx]P?R+(?P<np>N{1,2})$")
_BODY_NAME = re.compile("DC{2,4}[CN]")
_SOME_BODY = re.compile("D[CxN]{1,4}[CN]")
_LONGEST_BODY = 7  # Words.
# "Has, since May 11, reported", "has for the first time in the war confirmed".
_PARTED = (
    r"(?<=H)(?:,[PS]?(?:[DR#]|Dx|C#){1,5},|,[PS][^,;:<>\"|VGIwT]{1,8},|[PS][^,;:<>\"|VGIwTbHM]{1,8}(?=$))"
)
# What may stand between a subject and its verb: "has also", "on Monday", "for the first time", "last week".
_GAP = rf"(?:[RH]|DR|PDRx(?=$|[HR])|P[D#]?[RN#]+(?![CNLxd])|#R|{_PARTED})*"
PARTED = re.compile(rf"{_PARTED}$")
# "A monitor", "a body | that counts the dead".
_APPOSITION = (
    r"(?:,(?!w)(?:V(?=P))?(?:[^,;:<>\"VG]|(?<=d)V){1,25}){1,2}(?:(?<=[NLCd])[Tw][^,;:<>\"|G]{1,20})?,"
)
# Behind a participle: "based in Ayr", "set up by the port after the raid", "charged with counting the dead".
_MODIFIERS = r"(?:P(?:DK|[D#])?[RCN#xsLd]{1,4}(?:oD?[CxsLNd]{1,4})?|S[D#]?[RCN#xsLd]{1,4}(?=P)|PKD?[CxsLNdK]{1,5}|[PD](?=[PSy])|R|y[D#]?[CxsLN]{1,5})+"
_BOUNDARY = r"(?:^|[-,;:<>&STwG|\"])"
_SUBJECTS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("pronoun", r"(?P<np>I)(?:[RH]|D?R)*$"),
        (
            "made by",
            rf"(?P<np>[D#]*(?:R#?)?[xCK]{{0,3}}d{MADE_BY}[D#]*[CxsLN]{{1,10}}(?:(?:o|P(?=[CD]))[D#]*[CxsLN]{{1,10}}){{0,4}}(?:,?&D?[CxN]{{1,4}})?)(?:[KV]yD?C{{1,4}})?(?:,[wVK][^,;:<>\"|]{{1,24}},)?{_GAP}$",
        ),
        (
            "aside, then who that is",
            rf"(?<![PoCxLNDw])(?P<np>{SPEAKER})(?<!d),w[KHbMVx][^,;:<>\"|]{{1,24}},(?:C{{2,4}}|D[^,;:<>\"VGw]{{1,14}}),{_GAP}$",
        ),
        (
            "named apposition",
            rf"(?<=,)(?P<np>(?:L*C{{2,4}},[DR]?[xCsNdLR]{{0,6}}[LN](?:[oP][^,;:<>\"VG]{{1,18}})?|D?[xCsNdLR]{{0,6}}L(?:[oP][^,;:<>\"VG]{{1,12}})?,L*C{{2,4}}|Ds?[xCsN]{{0,4}}N,C{{1,4}}|DC{{1,4}}N{{1,2}},D[xCsNL]{{0,4}}N),){_GAP}$",
        ),
        (
            "open body",
            rf"{_BOUNDARY}(?:R,?|#R)*(?P<np>D?[xN]?C[CN]{{1,4}},(?P<a>D)[xCNL]{{0,4}}[NL](?:PC{{1,3}})?){_GAP}$",
        ),
        (
            "office, then the name",
            rf"{_BOUNDARY}(?:R,?|#R)*(?P<np>D?[xCsNd]{{0,5}}L(?:[oP][^,;:<>\"VG]{{1,18}})?,[^,;:<>\"VLN]{{1,14}},C{{2,4}}),{_GAP}$",
        ),
        ("one among", rf"(?:^|[|TS;:\">])(?:R|#R)*(?P<np>#oD[CxsLN]{{1,5}}){_GAP}$"),
        (
            "claiming to speak",
            rf"{_BOUNDARY}(?:R|#R)*(?P<np>{SPEAKER})(?:G|w[VK])P[Kx](?:P?D?[CxsLN]{{1,6}}){_GAP}$",
        ),
        (
            "described, then the name",
            rf"{_BOUNDARY}(?:R,?|#R)*(?P<np>D[xCsNdL]{{1,6}},?w[KHbM][^,;:<>\"VI]{{1,18}},C{{2,4}}),{_GAP}$",
        ),
        (
            "body, then the name",
            rf"{_BOUNDARY}(?:R,?|#R)*(?P<np>Ds?[xCsN]{{0,4}}N,C{{2,4}}),{_GAP}$",
        ),
        ("one of", rf"(?P<np>L*C{{2,4}},#o[DCxNLdsoP]{{1,10}}),?{_GAP}$"),
        (
            "apposition",
            rf"(?<![PoyCxLND])(?<!PC&)(?P<np>{SPEAKER}{_APPOSITION})(?:S[^,;:<>\"|]{{1,30}},)?{_GAP}$",
        ),
        (
            "listed",
            rf"{_BOUNDARY}(?:R|#R)*(?P<np>[D#]?[CxN]{{0,3}}N[oP]D?[CxNLd]{{1,9}}(?:o[CxNLd]{{1,7}})?)(?:,D?[CxNL]{{1,5}}){{1,5}},?&D?[CxNLd]{{1,5}}{_GAP}$",
        ),
        (
            "named aside",
            rf"{_BOUNDARY}(?P<np>(?:L*C{{2,4}}|D[CxN]{{1,5}}(?:[oP][CN]{{1,4}})?),D[xCN]{{0,4}}[NLx](?:[oP][xCN]{{1,3}})?),w[^,;:<>\"|]{{1,30}},{_GAP}$",
        ),
        (
            "three names",
            rf"{_BOUNDARY}(?P<np>D?C[CxNd]{{1,4}}(?:,D?C[CxNd]{{1,4}}){{1,3}},?&D?C[CxNd]{{1,4}}){_GAP}$",
        ),
        ("aside", rf"(?<![PoCxLND])(?P<np>{SPEAKER}),[wS][^,;:<>\"|]{{1,30}},{_GAP}$"),
        ("open aside", rf"(?<![PoCxLND])(?P<np>{SPEAKER}),w[KHbM][^,;:<>\"|VI]{{1,20}}{_GAP}$"),
        (
            "opening aside",
            rf"(?:^|\|)(?:R|#R)*(?P<np>{ANYONE}),(?:w[^,;:<>\"|]{{1,30}}|D[CxNsL]{{0,4}}N),{_GAP}$",
        ),
        (
            "published",
            rf"{_BOUNDARY}(?:R|#R)*(?P<np>[D#]*[xCKR]{{0,3}}d),?(?P<ing>[VK])(?:P?R|PC(?=P))*(?:P[D#]?x?[CN]{{1,5}})?,?{_GAP}$",
        ),
        (
            "dashes",
            rf"(?<![PoCxLN])(?P<np>{SPEAKER})-[^-;:<>\"|VG]{{1,25}}(?:(?<=[NLCd])[Tw][^-;:<>\"|G]{{1,20}})?-{_GAP}$",
        ),
        (
            "described",
            rf"(?:^|[|T>\"])(?:R|#R)*(?P<np>D?[xCNL]{{0,5}}[NL](?:o[RxCN]{{1,3}})?(?P<name>D[CxNL]{{0,3}}[CN](?:PC{{1,3}})?)){_GAP}$",
        ),
        ("seated", rf"(?:^|[|T>\"])(?:R|#R)*(?P<np>D[xC]{{0,3}}L[oP]Dx{{1,2}}),C{_GAP}$"),
        (
            "unparted office",
            rf"(?:^|[|T>\"]|(?<=[Rb]K)|(?<=R))(?:R|#R)*(?P<np>L*C{{2,4}})D[xCN]{{0,3}}[LN][oP][^,;:<>\"|VGKbHMTI]{{1,22}}{_GAP}$",
        ),
        (
            "unmarked",
            rf"(?:^|[|T>\"])(?:R|#R)*(?P<np>D?[CxN]{{0,4}}[CNd](?:PC+)?)D[xCNLdsK]{{1,6}}(?:PC{{1,2}})?{_GAP}$",
        ),
        ("relative", rf"(?P<np>{SPEAKER}),?w{_GAP}$"),
        (
            "defined",
            rf"{_BOUNDARY}(?:P?R|#R)*(?P<np>{SPEAKER})(?P<who>[wT])(?=R{{0,2}}[KHbMxNV])V?[^,;:<>\"V|I]{{2,24}}(?:{_PARTED})?$",
        ),
        (
            "modified",
            rf"{_BOUNDARY}(?:R|#R)*(?P<np>{SPEAKER})[VKt](?:{_MODIFIERS}(?:(?P<to>P)[xdNVKt]D[CxsLNdK]{{1,5}}(?:{_MODIFIERS})?)?|(?<=d[VK]))(?:&[VK]{_MODIFIERS})?{_GAP}$",
        ),
        (
            "supporting",
            rf"(?:{_BOUNDARY}(?:R|#R)*|(?<=[CNRx])(?=D))(?P<np>{SPEAKER})(?P<ing>[KG](?=D)|(?<=[NL])[KGx])D?[CxsLNKd]{{1,5}}(?:PD?[CxsLNd]{{1,4}})?{_GAP}$",
        ),
        (
            "open apposition",
            rf"(?:^|\||(?<=,)(?=[LC]C))(?:R|#R)*(?P<np>L*C{{2,4}}),[DR]?[CxNLR]{{0,4}}[LN]o[DCxNLdsoP&#]{{1,18}}{_GAP}$",
        ),
        ("clause", rf"{_BOUNDARY}(?:R|#R)*(?P<np>{ANYONE}(?:&{ANYONE})?){_GAP}$"),
        ("stray comma", rf"(?<=,)(?P<np>{SPEAKER}),$"),
        ("phrase", rf"(?P<np>{SPEAKER}(?:&{SPEAKER})?){_GAP}$"),
    )
)
# Signs without which a pattern cannot match, so that it is not tried.
_NEEDED = {
    "made by": frozenset("y"),
    "aside, then who that is": frozenset("w"),
    "named apposition": frozenset(","),
    "office, then the name": frozenset("L"),
    "described, then the name": frozenset("w"),
    "body, then the name": frozenset(","),
    "claiming to speak": frozenset("Gw"),
    "one of": frozenset("#"),
    "one among": frozenset("#"),
    "open body": frozenset(","),
    "apposition": frozenset(","),
    "open apposition": frozenset(","),
    "listed": frozenset("&"),
    "three names": frozenset("&"),
    "named aside": frozenset("w"),
    "aside": frozenset("wS"),
    "open aside": frozenset("w"),
    "opening aside": frozenset(","),
    "published": frozenset("d"),
    "dashes": frozenset("-"),
    "defined": frozenset("wT"),
    "relative": frozenset("w"),
}
_TIMES = re.compile("(?:P?R)*$")
_WHERE = frozenset(("in", "for", "to", "from", "near", "at"))
# "A clerk of the port | who had seen it before he left for", "The chief suspect | in a stabbing in".
_OPENING = re.compile(
    r"(?P<np>D[CxsN]{0,4}[NLx](?:oD?[CxsLN]{1,5})?)(?:w[^,;:<>\"|]{2,30}|P[^VIw,;:<>\"|]{0,10})$"
)
_EQUAL = re.compile(r"(?:^|[|,T>\"]|^P?R+,?)(?P<np>DC{1,3}N?|C{1,3})&$")
_ANOTHER = re.compile("(?<=R)D[CxN]{0,4}[NL]&$")
_QUOTED_VERB = re.compile(r"(?:^|[,;T|])D?[xC]{0,3}[NLC][<\"]$")
# How many words before the verb are looked at.
_REACH = 34


def subject_before(words: Words, at: int) -> tuple[str, int, int] | None:
    """The noun phrase before the verb at word `at`: the pattern's name and the words it takes."""
    base = max(0, at - _REACH)
    left = _before_quoted_verb(words.tags[base:at])
    run_on = _RUN_ON.search(left) if "N" in left[-1:] else None
    if run_on is not None:
        return "phrase", base + run_on.start("np"), base + len(left)
    for name, pattern in _SUBJECTS:
        if name in _NEEDED and _NEEDED[name].isdisjoint(left):
            continue
        match = pattern.search(left)
        if match is None or (name == "defined" and not _defines(words, base + match.start("who"))):
            continue
        if name == "modified" and words.lower[at].endswith("ing"):
            continue  # "News broke on Monday with | the union accusing".
        if name == "modified" and match["to"] and words.lower[base + match.start("to")] != "to":
            continue  # "Rebels based in Ayr | the army said".
        if name in ("modified", "published") and _tells_itself(words, base, match):
            continue
        if name == "defined" and _is_named_place(words, base + match.start("np"), base + match.start("who")):
            continue
        told = _OPEN_SOURCE.search(left) if name == "defined" else None
        if told is not None and words.lower[base + told.start("np")] in ("a", "an"):
            return "phrase", base + told.start("np"), base + told.end("np")
        if name == "seated" and words.lower[base + match.end("np") - 1] not in word_sets()["towns"]:
            continue
        if name == "open body" and words.lower[base + match.start("a")] not in ("a", "an"):
            continue
        if name == "described" and not _names(words, base + match.start("name"), base + match.end("name")):
            continue
        if name == "made by" and not _makes(words, base + match.start("np"), base + match.end("np")):
            continue
        if name == "supporting" and not words.lower[base + match.start("ing")].endswith("ing"):
            continue
        start, end = match.span("np")
        behind = base + end - left[:end].endswith(",")
        first = behind_run_on(words, base + start, behind, is_phrase=name == "phrase")
        if words.tags[first] == "P" and "," in words.tags[first:behind]:
            first = words.tags.index(",", first) + 1  # "Killed nine in Ayr, | a clerk, Ann Roe, said".
        if name == "apposition":
            first = _with_equal(words, _apposed_body(words, first, behind))
        elif name == "clause" and words.tags[first - 1 : first] == "&":
            first = _with_another(words, first)
        if words.tags[first] == ",":
            continue  # "At least 40 clerks, six of them guards, reported dead".
        if name == "phrase" and _is_where(words, first, behind):
            return _opens(words, base, first)
        if first < behind:
            return name, *_before_apposed(words, first, behind)
    return None


def _before_quoted_verb(left: str) -> str:
    """What stands before a verb, without the quotation mark that opens with it: 'The agency | "put the toll at'."""
    return left[:-1] if _QUOTED_VERB.search(left) is not None else left


def _is_where(words: Words, start: int, end: int) -> bool:
    """Whether a subject is but the name of where something was: "a clerk who had left for | Chad | said"."""
    placed = words.tags[start - 1 : start] == "P" and words.lower[start - 1] in _WHERE
    return start > 0 and placed and words.tags[start:end] == "C" and not is_source(words.lower[start])


def _tells_itself(words: Words, base: int, match: re.Match[str]) -> bool:
    """Whether the verb behind a phrase is none that describes who speaks: "the toll rose", "nine people killed in the raid"."""
    start, end = match.span("np")
    counts = "#" in match["np"] and not word_sets()["counted"].isdisjoint(
        words.lower[base + start : base + end]
    )
    verb = words.lower[base + end]
    return verb in word_sets()["intransitive"] or (counts and verb in word_sets()["harmed"])


def _opens(words: Words, base: int, end: int) -> tuple[str, int, int] | None:
    """The person or body that opens a sentence, behind whom only stands which one is meant, up to word `end`."""
    opening = _OPENING.match(words.tags, 0, end)
    return ("phrase", *opening.span("np")) if base == 0 and opening is not None else None


def _before_apposed(words: Words, start: int, end: int) -> tuple[int, int]:
    """The body that a subject without a comma only describes: "the Syrian Observatory for Human Rights | a war monitor said"."""
    if words.lower[start] not in ("a", "an") or words.tags[start - 1 : start] not in ("C", "N"):
        return start, end
    for first in range(max(0, start - _LONGEST_BODY), start - 1):
        name = " ".join(words.lower[first:start]).removeprefix("the ")
        if words.tags[first] in "DC" and (is_source(name) or _is_body(words, first, start)):
            return first, start
    return start, end


def _with_another(words: Words, start: int) -> int:
    """Where two speakers begin whom no comma parts from a time before them: "on Sunday | a monitor and a doctor said"."""
    other = _ANOTHER.search(words.tags[:start])
    return other.start() if other is not None else start


def _with_equal(words: Words, start: int) -> int:
    """Where two speakers begin of whom only the second is described: "the Port Post | and Valley Radio, a local station, said"."""
    other = _EQUAL.search(words.tags, 0, start)
    return other.start("np") if other is not None else start


def _apposed_body(words: Words, start: int, end: int) -> int:
    """Where a body begins that what it is follows, behind the object of a clause: "shelled Ayr, | the Port Watch Group, a monitor, said"."""
    parts = [at for at in range(start, end) if words.tags[at] == ","]
    if len(parts) != 2 or words.tags[start - 1 : start] in ("", ","):
        return start
    low, high = parts[0] + 1, parts[1]
    name = " ".join(words.lower[low:high]).removeprefix("the ")
    is_body = (
        _SOME_BODY.fullmatch(words.tags, low, high) and noun_kinds().get(words.lower[high - 1]) == "body"
    )
    return low if is_source(name) or is_body else start


def _is_body(words: Words, start: int, end: int) -> bool:
    """Whether words are "the", capitals and a noun for a body that speaks: "the Violations Documentation Centre"."""
    named = _BODY_NAME.fullmatch(words.tags, start, end) is not None
    return named and noun_kinds().get(words.lower[end - 1]) == "body"


def _is_named_place(words: Words, start: int, at: int) -> bool:
    """Whether "that" at word `at` defines no speaker but a place: "in northern Chad | that fell on Friday the port said"."""
    return words.lower[at] == "that" and words.tags[at - 1] == "C" and words.tags[start] != "D"


def _defines(words: Words, at: int) -> bool:
    """Whether a clause that says which one is meant opens at word `at`: "the hospital that received the wounded"."""
    return words.lower[at] in ("who", "which", "that") and (
        words.tags[at + 1] not in "xN" or words.lower[at + 1].endswith("s")
    )


def _names(words: Words, start: int, end: int) -> bool:
    """Whether a name stands behind what it is: "the rights group | the Valley Observatory"."""
    return words.lower[start] == "the" and "C" in words.tags[start:end]


def _makes(words: Words, start: int, end: int) -> bool:
    """Whether a document is the work of whoever "by" names: none that he has only seen or filmed."""
    by = words.tags.index("y", start, end)
    verb = len(_TIMES.sub("", words.tags[:by])) - 1
    verb -= words.tags[verb] == "P"  # "Put out by".
    return words.tags[verb] not in "VK" or words.lower[verb] in word_sets()["compiling"]


def plain_head(words: Words, start: int, end: int) -> str:
    """The head noun of a subject, lower case."""
    cut = re.search(r"[oPyw,]", words.tags[start + 1 : end])
    return words.lower[start + cut.start() if cut else end - 1]


def is_compared(words: Words, start: int, end: int) -> bool:
    """Whether a subject is what a figure is held against: "eight times higher than a 2016 UN | estimate"."""
    comma = words.tags.find(",", start, end)
    return "than" in words.lower[start : comma if comma >= 0 else end]
