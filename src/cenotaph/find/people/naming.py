"""Names given behind the people told before: "they were identified as X and Y", "his name is X", "the other is Y"."""

import re

from cenotaph.find.people.analysis import Analysis, has_given_name

# "They were identified as X", "the ministry identified the soldiers as X and Y".
_NAMED_AS = re.compile(
    r"(?:^|[,;cr&])(?P<who>[ydvTXZ])(?:[oP][ndvuy])*(?P<v>V)(?P<c>c)(?P<p>[nWw]{0,2}p[^.]*)"
)
_NAMED_THEM = re.compile(r"(?P<v>W)(?P<who>[ydvT])(?P<c>c):?(?P<p>[nWw]{0,2}p[^.]*)")
_THEY_WERE = re.compile(r"^y(?:[rP][^.:]{0,8})?B(?::(?=p)|(?=p,?&?p|p,n,))(?P<p>p[^.]*)")
_NAMES_ARE = re.compile(r"[dn]B:?p(?:[,&np;]|\([^)]*\))*[.]?$")  # "Their names are X, Y and Z."
_HE_IS = re.compile(r"[yn]Bp(?=[,.;(]|$)")  # "He is Omar Said, a clerk.", "His name is Omar Said."
_AMONG_THEM = re.compile(r"(?:yi|iB|GyB)(?P<p>p[^.]*)")  # "They include Omar Said", "among them are".
_THE_OTHER = re.compile(r"[ndXZA]Bp(?=[,.;(]|$)")  # "The other person is Omar Said."
_AND_THE_OTHER = re.compile(r"[XZ]oyBp[^.]{0,12}?(?:[,;]?[&c]|[,;])[ndXZA]B(?P<p>p)")
_OTHERS = frozenset(("other", "another", "first", "second", "third", "fourth"))
_HIM = frozenset(("he", "she", "name"))
_NAMING = frozenset(("identified", "named", "identifies", "names"))
_ATTACKING = frozenset(
    (
        "attacker",
        "attackers",
        "gunman",
        "gunmen",
        "suspect",
        "suspects",
        "assailant",
        "assailants",
        "bomber",
        "bombers",
        "shooter",
    )
)


def named_as(sentence: Analysis, *, alone: bool = False) -> list[int]:
    """The names behind "they were identified as", "the ministry named the soldiers as": of the people told before, who is `alone`
    where they are one, so that he may be meant by "he"."""
    kinds = sentence.kinds
    if not kinds:
        return []  # A line that breaks off: "A total of".
    were = _THEY_WERE.match(kinds)
    if were is not None and sentence.last_word(0) == "they":
        return [at for at in range(*were.span("p")) if kinds[at] == "p" and kinds[at - 1] in "B:,&;"]
    if sentence.last_word(0) == "names" and _NAMES_ARE.match(kinds):
        return [at for at in range(1, len(kinds)) if kinds[at] == "p" and kinds[at - 1] in "B:,&;"]
    if (told := _told(sentence, alone=alone)) is not None:
        return told
    match = _NAMED_AS.search(kinds) or _NAMED_THEM.search(kinds)
    if match is None or sentence.last_word(match.end("c") - 1) != "as":
        return []
    verb, named = match.start("v"), match.start("who")
    who = sentence.last_word(named)
    if sentence.last_word(verb) not in _NAMING or who in _ATTACKING or who.endswith(("self", "selves")):
        return []
    return [at for at in range(*match.span("p")) if kinds[at] == "p" and kinds[at - 1] in "c:,&;wW"]


def _told(sentence: Analysis, *, alone: bool) -> list[int] | None:
    """The names that a sentence gives by its verb alone; None where it has no such form."""
    kinds = sentence.kinds
    if alone and _HE_IS.match(kinds) and sentence.last_word(0) in _HIM:
        people = [2]
    elif (among := _AMONG_THEM.match(kinds)) is not None:
        people = [at for at in range(*among.span("p")) if kinds[at] == "p" and kinds[at - 1] in "Bi,&;"]
    elif _THE_OTHER.match(kinds) and _is_other(sentence, 0):
        people = [2]
    elif (other := _AND_THE_OTHER.match(kinds)) is not None and _is_other(sentence, other.start("p") - 2):
        people = [other.start("p")]
    else:
        return None
    return [at for at in people if _is_somebody(sentence, at)]


def _is_other(sentence: Analysis, at: int) -> bool:
    """Whether a chunk is "the other person", "another", "the second"."""
    return not _OTHERS.isdisjoint(
        sentence.tokens.words[slice(sentence.edges(at)[0], sentence.edges(at)[1] + 1)]
    )


def _is_somebody(sentence: Analysis, at: int) -> bool:
    """Whether a name has two words or more, and in small letters a given name before the last."""
    first, last = sentence.edges(at)
    full = last > first and sentence.tokens.tags[last - 1] == "M"
    return full and (sentence.tokens.caps or has_given_name(sentence, at))
