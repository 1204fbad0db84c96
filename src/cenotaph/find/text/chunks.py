"""Tokens grouped to noun and verb phrases: again a string, one letter a chunk, for the claim grammar to match.

Noun phrases: X people with a number · Z a number alone · A one indefinite person · p a named person · d definite
person(s) · v persons without a number · u a number of something else · n other · H a number of deaths, casualties,
bodies · E an event of harm ("the killing") · C bodies without a number · L a toll · T a group of victims ("the dead").
Verb phrases: V another verb in the passive · K harm in the passive · k a bare past or participle of harm · g its -ing form · f its base form ·
I dying · B be · l leave · w -ing · W other · R reporting. h a state of harm ("dead").
Others: o of · b by · P prepositions · G among · i including · & and/or · c conjunctions · r relatives · y pronouns · O others.
"""

import re
from functools import lru_cache

from cenotaph.find.text.counts_joined import (
    PERSON_HEADS,
    counted,
    is_acronym,
    is_either_name,
    is_quoted_number,
    shares_noun,
)
from cenotaph.find.text.people_nouns import is_collective, may_be_people
from cenotaph.find.text.tellers import post_from, told_from
from cenotaph.find.text.tokens import Tokens
from cenotaph.find.value import Value
from cenotaph.language import load_words

# Inside a noun phrase a participle stands only behind a determiner, number or adjective ("the wounded men").
_MODIFIER = r"(?:[JTGMNVvYOHECF']|(?<![Vv])U|(?<=[DAQJaOUo])(?<!pa)[Kwxh](?=a*[JTMNVvYGHCE]|h[JTMNVvY])|(?:(?<=[DAQJOUo])|(?<=[DAQJOUo]a))W(?=a*[JTMNVvYGHCE]|h[JTMNVvY])|(?<=W)h(?=[JTMNVvY])|(?<=[Kkx])[Kh](?=[JNT]{0,3}[MVvY])|(?<=T)[KWwxh](?=a*[JTNVvYGHCE])|(?<=[DAQ'])a(?=[JTNVvYKU]))"
_HEAD = r"(?:[TGMNVvYOHECF']|(?<![Vv])U)"
_CHUNK = re.compile(
    r"(?P<sign>[obPgic&r+p,;:().-])"  # What opens no phrase, so that these need not be tried.
    r"|(?P<group>Z|D[aJT]*h(?![JTGMNVvY])|D[aR]+[hK](?![JTGMNVvY]))"
    rf"|(?P<np>(?:[DA]+[aJR]*[QU]|[DA]+a*|[QU](?:a(?=[KWJh][TVvHYN]))?){_MODIFIER}*(?:{_HEAD}|(?<=T)J)?(?<![DA])|{_MODIFIER}*{_HEAD}|J+)"
    r"|(?P<vp>[mSan]*Ba*(?:[RWJ]a*tS*B*|R)a*[KIh](?:a*&a*[KI])*|(?:[mSBna]|t(?=[naSB]*[KkxIWRL])|(?<=[mSB])J(?=[KWI]))*[mSBn](?:[na]|[JR](?=&[KIW])|J(?=a*(?:[KI]|Wa*&a*[KI]))|Wa*&a*(?=[KI])|(?<=a)&(?=a[KI]))*(?:[KIRLWwkxh](?:a*&a*[KIx])*)?"
    r"|Ra*ta*S*Ba*[KIh]|t[na]*[SB]*[xWRKLI](?:&[xWK])*|[KkxIWwRL](?:a*&a*[KkxI])*)"
    r"|(?P<time>e[eU,]*(?<!,))|(?P<det>[DA])|(?P<one>.)"
)
_SINGLES = {"o": "o", "b": "b", "P": "P", "g": "G", "i": "i", "&": "&", "c": "c", "r": "r", "+": "+", "p": "y", "h": "h", "O": "O", ",": ",", ";": ";",
            ":": ":", "(": "(", ")": ")", "-": "-", ".": ".", "t": "P"}  # fmt: skip
_FLOATING = frozenset(("all", "both", "each"))  # "They were all killed".
_NUMBER_AND_INITIALS = (
    "u(n)",
    "Z(n)",
    "u(p)",
    "Z(p)",
    "X(n)",
    "X(p)",
)  # "1,850 Liberation Front (FMLN) guerrillas".
_MANIFOLD = frozenset(
    ("massacre", "massacres", "slaughter", "shooting", "shootings", "stabbing", "stabbings")
)  # Their number counts no people.
_UPROOTED = frozenset(("displaced", "homeless"))  # "Killed 90 people and over 3,000 displaced".
_RISEN = ["Z", "(", "-", "Z", ")"]  # A number, and by how much it rose.
_AGENTS = frozenset(("assassin", "assassins", "killer", "killers", "murderer", "murderers"))
_OF_PEOPLE = frozenset(
    ("young", "elderly", "innocent", "unarmed", "armed", "alleged", "suspected", "displaced")
)
_PLAIN = frozenset(("sign", "vp"))  # Groups whose kind no chunk around changes: most of all.
_HEADS = {"E": "E", "C": "C", "F": "L", "H": "T"}
_DATELINE = re.compile(r"p(?:\([^)]*\))?,n(?:\([^)]*\))?-")
_HARMED = re.compile("[Kh]")
_OLDEST_IN_WORDS = 20
_NEED_WORDS = frozenset("QUM")  # Tags of which the words tell more.
_REMEMBERED = 1 << 14


class Chunks(Value, frozen=True):
    """The chunks of one sentence: `kinds` has one letter a chunk; `firsts`, `lasts` are token numbers, inclusive."""

    kinds: str
    firsts: list[int]
    lasts: list[int]


def chunk(tokens: Tokens) -> Chunks:
    """The chunks of a sentence; adverbs and quotation marks between chunks are left out."""
    kinds: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    columns: tuple[list[str], list[int], list[int]] = (kinds, firsts, lasts)
    matches, begun = _CHUNK.finditer(tokens.tags), 0
    while (match := next(matches, None)) is not None:
        first, last, group, tags = (
            match.start() + begun,
            match.end() + begun - 1,
            match.lastgroup,
            match.group(),
        )
        kind = _kind_by_tags(tags, group)
        if group in _PLAIN:
            if kind:
                kinds.append(kind)
                firsts.append(first)
                lasts.append(last)
            continue
        if group == "det" and tokens.words[first] in _FLOATING:
            continue
        if group == "np":
            last -= _trailing(tags)
            kind = _kind_by_tags(tags[: last + 1 - first], group)
            told = "Q" in tags or tags.startswith("OK")
            harmed = kinds[-1:] in (["f"], ["k"], ["g"])
            parted = told_from(tokens, first, last, harmed=harmed) if told else post_from(tokens, first, last)
            if parted is not None:
                last, kind = parted - 1, None
                matches, begun = _CHUNK.finditer(tokens.tags[parted:]), parted
        if kind is None:
            kind = noun_kind(tokens, first, last)
        if kind == "E" and tokens.tags[first] == "A" and tokens.words[last] in _AGENTS:
            kind = "A" if tokens.tags[last + 1 : last + 2] != "o" else kind
        if group == "time" and kinds and kinds[-1] == "P":
            for column in columns:
                column.pop()
        if kind == "v" and "".join(kinds[-4:]) in _NUMBER_AND_INITIALS:
            kind, first = "X", firsts[-4]
            for column in columns:
                del column[-4:]
        elif (
            kind == "v"
            and kinds[-1:] == ["&"]
            and shares_noun(tokens, kinds, lasts)
            or kind == "v"
            and kinds[-1:] == ["-"]
            and is_either_name(tokens, kinds, lasts)
        ):
            kind, first = "X", firsts[-2]
            for column in columns:
                del column[-2:]
        elif kind == "v" and kinds[-5:] == _RISEN:
            kinds[-5] = "X"  # "247,230 (+540) persons".
            continue
        elif kind in ("v", "n") and kinds[-3:] == ["(", "Z", ")"] and (joined := counted(tags)):
            kind, first = joined, firsts[-2]
            for column in columns:
                del column[-3:]
        elif (
            kind in ("v", "n", "p")
            and kinds[-1:] == ["Z"]
            and is_quoted_number(tokens, lasts[-1], first, last)
        ):
            kind, first = "X", firsts[-1]
            for column in columns:
                del column[-1:]
        elif kind == "Z" and kinds[-2:] == ["p", ","] and _is_age(tokens, first, last):
            kind = "n"
        if kind == "X" and kinds[-1:] == ["p"] and tokens.words[first] == "another":
            continue  # "Omar Said another leader was killed": who he is.
        if kind:
            kinds.append(kind)
            firsts.append(first)
            lasts.append(last)
    told_where = tokens.caps and kinds[:1] == ["p"] and _DATELINE.match("".join(kinds)) is not None
    if told_where:
        kinds[0] = "n"  # "MEDELLIN, 11 SEP 89 (EFE) -- [TEXT] ADAM ROE, 45, WAS KILLED".
    return Chunks("".join(kinds), firsts, lasts)


def _is_age(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the bare number behind a name is the person's age ("Burhan Wani, 22, died")."""
    number, behind = tokens.quantities.get(first), tokens.tags[last + 1 : last + 2]
    if behind == "P" or (behind == "B" and not tokens.caps and "P" in tokens.tags[max(0, first - 4) : first]):
        return False  # "Nine in Masala, 14 in Mahini", "of the dead in Masala, 14 were".
    if first != last or number is None:
        return False
    if number.form == "word":  # "Hana Roe, nine, died", but "in Masala, nine, and in Mahini, two".
        aside = behind in (",", ".", ";", "") and "P" not in tokens.tags[max(0, first - 3) : first]
        return aside and 1 < (number.low or 0) < _OLDEST_IN_WORDS
    return number.form == "figure" and 10 < (number.low or 0) < 100


def _trailing(tags: str) -> int:
    """How many adjectives stand behind a person's noun: they begin what is told of the person ("a girl displaced")."""
    if "Q" in tags[:-2] and tags.endswith(("vU", "VU")):
        return 1  # "40 children under 18".
    bare = tags.rstrip("J")
    return len(tags) - len(bare) if bare[-1:] in ("V", "v") else 0


@lru_cache(maxsize=_REMEMBERED)
def _kind_by_tags(tags: str, group: str | None) -> str | None:
    """The letter of a chunk, "" for none; None for a noun phrase of which the tags alone do not tell."""
    if group == "np":
        return _noun_kind_by_tags(tags)
    if group == "vp":
        return verb_kind(tags)
    if group == "group":
        return "T"
    return _SINGLES.get(tags, "n" if group == "det" else "")


def _noun_kind_by_tags(tags: str) -> str | None:
    """As `noun_kind`, for phrases without numbers and names."""
    head = _head(tags)
    if not _NEED_WORDS.isdisjoint(tags):
        return None
    if head in _HEADS:
        return _HEADS[head]
    if tags[0] == "A":
        return "A" if head in "VT" else "n"
    if tags[0] == "D" and head in PERSON_HEADS and _HARMED.search(tags):
        return "T"  # "The dead men", "the slain soldiers".
    return ("d" if tags[0] == "D" else "v") if head in PERSON_HEADS else "n"


def noun_kind(tokens: Tokens, first: int, last: int) -> str:
    """The letter of the noun phrase from token `first` to `last`."""
    tags = tokens.tags[first : last + 1]
    head = _head(tags)
    if head == "U" and tags[-1] == "U" and _is_somebody_aged(tokens, last):
        return "X" if "Q" in tags else "A" if tags[0] == "A" else "d"
    if "Q" in tags:
        return _counted_kind(tokens, tags, head, first)
    if "U" in tags and head not in PERSON_HEADS and head not in "EF":
        return "p" if head == "M" and is_person_name(tokens, first, last) else "n"
    if head in _HEADS:
        return _HEADS[head]
    if tags[0] == "A":
        return (
            "A" if head in "VT" or (head == "M" and ("V" in tags or _is_demonym(tokens, tags, last))) else "n"
        )
    if is_person_name(tokens, first, last):
        return "p"
    if head in PERSON_HEADS:
        return "d" if tags[0] == "D" else "v"
    return "n"


def _is_somebody_aged(tokens: Tokens, last: int) -> bool:
    """ "A 12-year-old", "two 9-year-olds"."""
    return tokens.text[tokens.starts[last] : tokens.ends[last]].lower().endswith(("-year-old", "-year-olds"))


def _is_demonym(tokens: Tokens, tags: str, last: int) -> bool:
    """ "a Texan", "a Berliner": one capitalised word behind an article that ends like the name of a people."""
    return tags == "AM" and tokens.words[last].endswith(("an", "ese", "ite", "er"))


def _head(tags: str) -> str:
    """The tag of the head noun: the last letter, a possessive mark and trailing "others" apart."""
    bare = tags.rstrip("'O")
    return bare[-1] if bare else "O"


def _counted_kind(tokens: Tokens, tags: str, head: str, first: int) -> str:
    rest = tags[tags.index("Q") + 1 :].replace("a", "").replace("O", "")
    if rest.startswith("MM") and set(rest) == {"M"} and _is_one_named(tokens, first, first + len(tags) - 1):
        return "p"
    if not rest or set(rest) <= {"J"}:
        return "u" if tokens.words[first + len(tags) - 1] in _UPROOTED else "Z"
    if rest == "JM" and tokens.words[first + len(tags) - 2] in _OF_PEOPLE:
        rest = "M"  # "15 young Assyrians".
    if head in "HEC":
        words = tokens.words[first : first + len(tags)]
        if words[-1] in _AGENTS:
            return "X"
        mass = "mass" in words or (
            "multiple" in words and not words[-1].endswith("s")
        )  # "Two mass executions", "the multiple murder".
        manifold = words[-1] in _MANIFOLD and "'" not in rest  # But "the two priests' massacre".
        return "u" if mass or manifold else "H"
    if head == "F":
        return "L"
    if head in "VvYT" or "M" == head and ("V" in tags or "v" in tags):
        return "X"
    if (
        head == "J"
        and "T" in rest
        or rest == "M"
        and tokens.words[first + len(tags.rstrip("'O")) - 1].endswith("s")
    ):
        return "X"
    if head in "GN" and is_collective(tokens, first + len(tags.rstrip("'O")) - 1):
        return "X"
    return "X" if head == "N" and may_be_people(tokens, first + len(tags.rstrip("'O")) - 1) else "u"


def _is_one_named(tokens: Tokens, first: int, last: int) -> bool:
    """Whether "one" only goes before a person's name, as in Nigerian news: "one Musa Ibrahim was killed"."""
    return tokens.words[first] == "one" and is_person_name(tokens, first, last)


def verb_kind(tags: str) -> str:
    """The letter of a verb phrase by the tags of its tokens."""
    main = tags.replace("a", "").replace("n", "")
    if "I" in main:
        return "I"
    if "K" in main:
        return "K" if "B" in main[main.rfind("t") + 1 :] else ("f" if main[0] in "St" or "t" in main else "k")
    if "h" in main:
        return "B" if main[-1] != "h" else "D"
    if main[-1:] in ("R", "W") and "B" in main:
        return "V"
    for tag, kind in (("k", "g"), ("x", "f"), ("R", "R"), ("L", "l"), ("W", "W"), ("w", "w")):
        if tag in main:
            return kind
    return "B" if "B" in main or "S" in main or "m" in main else "a"


def is_person_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the phrase ends in a person's name: capitalised words that are no place, office, group or day."""
    name = name_start(tokens, first, last)
    if name is None:
        return False
    words = tokens.words[name : last + 1]
    others = load_words("not_persons")
    if name > first and not tokens.caps and tokens.tags[name - 1] == "N" and tokens.words[name - 1] in others:
        return False  # "The magazine Charlie Hebdo".
    if name == first + 1 and (not tokens.caps or name == last) and tokens.words[first] == "the":
        return False  # "The Rifles".
    return not any(word in others for word in words) and (
        len(words) > 1 or name > first or not is_acronym(tokens, last)
    )


def name_start(tokens: Tokens, first: int, last: int) -> int | None:
    """The first token of the run of name words that ends the phrase, None where it ends otherwise."""
    index = last
    while index >= first and tokens.tags[index] == "M":
        index -= 1
    return index + 1 if index < last else None
