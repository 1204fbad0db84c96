"""Who says what inside one sentence: each reporting verb, "according to" or citation with the words it vouches for."""

import re
from functools import cache

from cenotaph.find.credits import Anchor
from cenotaph.find.headlines import headline
from cenotaph.find.scopes import clause_end, limited
from cenotaph.find.speakers import ANYONE, SPEAKER, Speaker, is_outlet, right_of, speaker
from cenotaph.find.speech_tags import Words, tag_words
from cenotaph.language import load_pack
from cenotaph.model import Span

# What may stand between a subject and its verb: "has also", "on Monday", "last week".
_GAP = r"(?:[RH]|P[D#]?[RN#]+(?![CNLxd])|#R)*"
_APPOSITION = r"(?:,[^,;:<>\"VG]{1,25}){1,2},"
_BOUNDARY = r"(?:^|[-,;:<>&STwG|\"])"
_SUBJECTS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("pronoun", r"(?P<np>I)(?:[RH]|D?R)*$"),
        ("apposition", rf"(?<![PoCxLN])(?P<np>{SPEAKER}{_APPOSITION}){_GAP}$"),
        ("relative", rf"(?P<np>{SPEAKER}),?w{_GAP}$"),
        ("clause", rf"{_BOUNDARY}(?:R|#R)*(?P<np>{ANYONE}(?:&{ANYONE})?){_GAP}$"),
        ("phrase", rf"(?P<np>{SPEAKER}(?:&{SPEAKER})?){_GAP}$"),
    )
)
_TRIGGER = re.compile("[VGQAtuy]|(?<=[PDCxR])d(?=[oyP])")
_FINITE = re.compile(r"[bHMKVTI#wt]")
_THAT = re.compile(r"(?:R|P[D#]?[xCRNLds#]{0,4}|[DN])*(?:T|[:,]?[<\"]|:)")
_OCCASION = re.compile(r"(?:R|PR)*P[D#]?x*[xdNL]P")
_REACH = 34


def read_sentence(text: str, span: Span) -> tuple[Words, tuple[Anchor, ...]]:
    """The tagged words of one sentence and the credits found in it, left to right."""
    words = tag_words(text, span)
    found: list[Anchor] = []
    for match in _TRIGGER.finditer(words.tags):
        anchor = _anchor(words, text, match.start(), found)
        if anchor is not None and (not found or anchor.start >= found[-1].start):
            found.append(anchor)
    found += headline(words, text, span, found)
    found.sort(key=lambda anchor: anchor.start)
    return words, limited(words, found)


def _anchor(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """The credit that hangs on the trigger at word `at`, covering all it may cover when alone in the sentence."""
    match words.tags[at]:
        case "A":
            return _according(words, text, at)
        case "Q":
            return _citing(words, text, at, before)
        case "G":
            return _participle(words, text, at, before)
        case "t" | "u":
            return _with_object(words, text, at)
        case "y":
            return _passive(words, text, at)
        case "d":
            return _in_document(words, text, at)
    return _inverted(words, text, at) or _verb(words, text, at)


def _verb(words: Words, text: str, at: int) -> Anchor | None:
    """ "Police said", "the ministry, which ..., has confirmed": subject before its verb."""
    subject = _subject(words, at)
    if subject is None or not _reports(words, at, subject):
        return None
    kind, start, end = subject
    who = speaker(words, text, start, end)
    via, after = _hearer(words, text, at)
    return _directed(words, kind, who, start, after, via)


def _directed(
    words: Words, kind: str, who: Speaker, start: int, after: int, via: Speaker | None
) -> Anchor | None:
    """Decide which side of "X said" the reported words stand on."""
    tags = words.tags
    before, rest = _stripped(tags[:start]), tags[after:]
    clause = re.split(r"[,;:\"<>)\-]", rest, maxsplit=1)[0]
    content = _FINITE.search(clause) is not None or re.match(r"[,:]?[<\"]|:", rest) is not None
    if kind == "relative":
        return Anchor("relative", who, start, after, after, len(tags), via)
    if before.endswith("w"):
        return Anchor("relative clause", who, start, after, _whom(tags, start), clause_end(tags, after), via)
    if (
        not _FINITE.search(before.replace("#", ""))
        and not content
        and before
        and tags[after : after + 1] == ","
    ):
        return Anchor("parenthesis", who, start, after, 0, len(tags), via)
    if _is_gap(tags, before, clause):
        return Anchor("gap", who, start, after, after, clause_end(tags, after), via)
    at_boundary = not before or before[-1] in "S&T;:-wG|"
    if content and (at_boundary or re.match(_THAT, clause) or _is_adverbial(before)):
        return Anchor("said", who, start, after, after, len(tags), via)
    if not before or (at_boundary and content):
        return Anchor("said", who, start, after, after, len(tags), via)
    return Anchor("said after", who, start, after, 0, _continued(words, after, start), via, forward=False)


def _stripped(before: str) -> str:
    """The tags before a subject, without the adverb that opens its clause and without a dateline."""
    return re.sub(r"(^|[;|])R+,$", r"\1", before.rstrip("R"))


def _is_adverbial(before: str) -> bool:
    """Whether all that stands before a subject is an opening like "On Sunday," or "In Kherson,"."""
    return before.endswith(",") and before[0] in "PRSKG#" and not re.search(r"[bHMVI]", before)


def _is_gap(tags: str, before: str, clause: str) -> bool:
    """ "An attack officials said was planned": the verb has no subject of its own, so what stands before is not theirs."""
    return bool(before) and before[-1] not in ';:-<>"&ST' and re.match(r"R*[bH]", clause) is not None


def _whom(tags: str, start: int) -> int:
    """Where "107 of whom Israel says" starts: at the figure."""
    match = re.search(r"[D#x]+[oPy]w$", tags[:start])
    return match.start() if match else start


def _continued(words: Words, after: int, start: int) -> int:
    """How far a credit behind its words reaches on: to the end where "and", "including" or a quotation goes on."""
    rest = words.tags[after:]
    match = re.match(r"(?:[RN#]|P[D#]?[xCRNLds#]{1,4})*?(?P<comma>,?)(?P<next>[^,])", rest)
    if match is None:
        return start
    word = words.lower[after + match.start("next")]
    if match["next"] in '&<"G' or word in ("including", "among", "with", "of", "bringing", "whom"):
        return len(words.tags)
    if match["comma"] and match["next"] == "K" and word.endswith("ing"):
        return len(words.tags)
    return start


def _subject(words: Words, at: int) -> tuple[str, int, int] | None:
    """The noun phrase before the verb at word `at`: the pattern's name and the words it takes."""
    base = max(0, at - _REACH)
    left = words.tags[base:at]
    for name, pattern in _SUBJECTS:
        match = pattern.search(left)
        if match is not None:
            start, end = match.span("np")
            return name, base + _after_object(left, start, end, name), base + end - left[:end].endswith(",")
    return None


def _after_object(left: str, start: int, end: int, name: str) -> int:
    """Where a subject starts that no comma parts from the object of a preposition ("in Douma medical sources said")."""
    if name == "phrase" and start and left[start - 1] in "Po" and left[start] in "Cs":
        match = re.match(r"[Cs]+(?=[xNLd]*[NLd]$)", left[start:end])
        return start + match.end() if match else start
    return start


def _reports(words: Words, at: int, subject: tuple[str, int, int]) -> bool:
    """Whether the verb at word `at` reports here: its subject can speak, and its object is not "responsibility"."""
    sets, verb = _sets(), words.lower[at]
    kind, start, end = subject
    head = _plain_head(words, start, end)
    if head in sets["mute"] or words.tags[at - 1] in "bMP" or words.tags[at - 1 : at] == "D":
        return False
    if verb in sets["nounlike"] and words.tags[at + 1 : at + 2] in ("V", "o", "b", "H"):
        return False
    if verb in sets["nounlike"] and kind == "phrase" and words.tags[at + 1 : at + 2] not in ("", "|"):
        return False
    if verb in sets["document"] and verb not in ("said",) and not _is_document(words, start, end):
        return re.match(_THAT, words.tags[at + 1 :]) is not None and verb not in sets["with_that"]
    if verb in sets["with_that"] and re.match(_THAT, words.tags[at + 1 :]) is None:
        return False
    return not _claims_deed(words, at)


def _claims_deed(words: Words, at: int) -> bool:
    """ "Claimed responsibility for", "claimed the lives of", "claimed dual attacks"."""
    if not words.lower[at].startswith(("claim", "declar")):
        return False
    for index in range(at + 1, min(at + 6, len(words.tags))):
        if words.lower[index] in _sets()["not_before"]:
            return True
        if words.tags[index] not in 'DxCsLNR<"':
            return False
    return False


def _is_document(words: Words, start: int, end: int) -> bool:
    return "d" in words.tags[start:end]


def _plain_head(words: Words, start: int, end: int) -> str:
    cut = re.search(r"[oPy,]", words.tags[start + 1 : end])
    return words.lower[start + cut.start() if cut else end - 1]


def _hearer(words: Words, text: str, at: int) -> tuple[Speaker | None, int]:
    """The outlet (or police) that the verb's words were told to, and the word behind verb and hearer."""
    if words.lower[at] in _sets()["hearers"]:
        start = at + 1
    else:
        behind = _OCCASION.match(words.tags, at + 1)
        if behind is None or words.lower[behind.end() - 1] not in ("to", "with"):
            return None, at + 1
        start = behind.end()
    found = right_of(words, start, text)
    if found is None:
        return None, at + 1
    who, after = found
    hands_on = is_outlet(who.name) or who.head in _sets()["hand_on"]
    return (who if hands_on and who.head not in _sets()["audiences"] else None), after


def _inverted(words: Words, text: str, at: int) -> Anchor | None:
    """ "..., said Terry Zeigler, the police chief": the subject stands behind its verb."""
    previous = words.tags[at - 1 : at]
    if not previous or words.lower[at] in _sets()["hearers"] or words.tags[at] != "V":
        return None
    behind = re.match(r"[-,>\"K]|<$", previous)
    if behind is None or (previous == "K" and (at < 4 or words.lower[at] not in ("said", "says"))):
        return None
    verb, sets = words.lower[at], _sets()
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
    return Anchor("said by", who, at, after, 0, _continued(words, after, at), forward=False)


def _passive(words: Words, text: str, at: int) -> Anchor | None:
    """ "Named by officials as", "was quoted by the agency as saying", "it was reported by the army that"."""
    if words.lower[at - 1] not in _sets()["named_by"]:
        return None
    found = right_of(words, at + 1, text)
    if found is None:
        return None
    who, after = found
    low = after if words.tags[after : after + 1] in ("S", "T", "P") else 0
    return Anchor("named by", who, at - 1, after, low, len(words.tags))


def _with_object(words: Words, text: str, at: int) -> Anchor | None:
    """ "Put the toll at", "accused troops of killing"."""
    near = words.lower[at + 1 : at + 8]
    if words.tags[at] == "t" and not _sets()["toll_objects"].intersection(near):
        return _verb(words, text, at) if words.lower[at] in _sets()["say"] else None
    if words.tags[at] == "u" and "of" not in words.lower[at + 2 : at + 14]:
        return None
    subject = _subject(words, at)
    if subject is None or words.tags[at - 1] in "bMP":
        return None
    who = speaker(words, text, subject[1], subject[2])
    return Anchor(
        "put at" if words.tags[at] == "t" else "accused", who, subject[1], at + 1, at + 1, len(words.tags)
    )


def _according(words: Words, text: str, at: int) -> Anchor | None:
    """ "According to X, ..." or "..., according to X"."""
    if words.lower[at + 1 : at + 2] != ["to"]:
        return None
    found = right_of(words, at + 2, text)
    if found is None:
        return None
    who, after = found
    tags = words.tags
    before = tags[:at].rstrip("R,-")
    if before.endswith("w"):
        return Anchor("relative clause", who, at, after, at, clause_end(tags, after))
    if not before or before[-1] in "S&;:T|" or (_is_adverbial(tags[:at]) and tags[after : after + 1] == ","):
        return Anchor("according to", who, at, after, after, len(tags))
    dashed = tags[at - 1] == "-" == tags[after : after + 1]
    if dashed or (not _FINITE.search(before.replace("#", "")) and after < len(tags)):
        return Anchor("according to", who, at, after, 0, len(tags))
    return Anchor("according to", who, at, after, 0, _continued_openly(words, after, at), forward=False)


def _in_document(words: Words, text: str, at: int) -> Anchor | None:
    """ "In the Sunday report of the General Staff, it was reported that", "..., in a statement by the army"."""
    lead = re.search(r"[PK]?P?[DW]?[xCRKL]*$", words.tags[:at])
    first = words.lower[lead.start()] if lead is not None and lead.group() else ""
    if first not in ("in", "based", "citing", "from") or words.lower[at + 1] in (
        "to",
        "in",
        "at",
        "on",
        "about",
        "for",
        "with",
    ):
        return None
    found = right_of(words, at + 2, text)
    if found is None or lead is None:
        return None
    who, after = found
    forward = not _FINITE.search(words.tags[: lead.start()]) or words.tags[0] == "S"
    low, high = (after, len(words.tags)) if forward else (0, lead.start())
    return Anchor("in a document", who, lead.start(), after, low, high, forward=forward)


def _continued_openly(words: Words, after: int, start: int) -> int:
    """As for a verb, but where no comma follows the clause simply goes on around the credit."""
    following = words.tags[after : after + 1]
    if following and following not in ',;-)S>"':
        return len(words.tags)
    return _continued(words, after, start)


def _citing(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "Citing the ministry", "quoted a medic as saying": an inner source that the nearest credit hands on."""
    found = right_of(words, at + 1, text)
    if found is None:
        return None
    who, after = found
    subject = _subject(words, at)
    if words.lower[at] in ("citing", "quoting") or subject is None:
        low = before[-1].low if before and not before[-1].forward else 0
        return Anchor(
            "citing", who, at, after, low, len(words.tags), forward=bool(before and before[-1].forward)
        )
    outer = speaker(words, text, subject[1], subject[2])
    return Anchor("quoted", who, subject[1], after, after, len(words.tags), outer)


def _participle(words: Words, text: str, at: int, before: list[Anchor]) -> Anchor | None:
    """ "Officials estimating that", "he said, adding that", "..., confirming that": subject near, or the clause's own."""
    if _claims_deed(words, at) or (at and words.tags[at - 1] == "S"):
        return None
    subject = _subject(words, at) if words.tags[at - 1 : at] not in (",", "&", "") else None
    if subject is not None and subject[0] in ("clause", "phrase", "pronoun"):
        who = speaker(words, text, subject[1], subject[2])
        if who.head in _sets()["mute"]:
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


@cache
def _sets() -> dict[str, frozenset[str]]:
    pack = load_pack("reporting")
    words = {**pack["verbs"], "mute": pack["nouns"]["mute"], **pack["outlets"]}
    del words["names"]
    return {name: frozenset(forms) for name, forms in words.items()}
