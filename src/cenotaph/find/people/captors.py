"""Who holds or takes people: "held by Boko Haram", "the group took two nuns"; a town holds elections, and a bus takes passengers."""

from functools import cache

from cenotaph.find.people.analysis import Analysis
from cenotaph.find.whose.parties import armed_groups, nations
from cenotaph.language import load_pack

_NAMED = 4  # Words of a name, at most, that end a phrase ("the Islamic State group").


def is_captor(sentence: Analysis, at: int, verb: int) -> bool:
    """Whether the phrase ends on armed people, a group's name or a word for one ("gunmen", "the militia", "police"), or is a
    state that by the verb "is holding" people."""
    if sentence.kinds[at] == "y":
        others = (i for i, kind in enumerate(sentence.kinds) if kind in "nvdXA")
        return any(is_captor(sentence, other, verb) for other in others)
    first, last = sentence.edges(at)
    words = sentence.tokens.words[first : last + 1]
    if words[-1] == "hands":
        words.pop()  # "In Taliban hands".
    if not words:
        return False
    holds = sentence.last_word(verb) == "holding" and words[-1] in nations()  # "Iran has been holding two".
    described = (
        sentence.tokens.tags[last] in "JW" and words[-2:-1] and words[-2] in _captors()
    )  # "A group presumed to be".
    return (
        holds
        or words[-1] in _captors()
        or bool(described)
        or any(word in armed_groups() for word in words[-_NAMED:])
    )


@cache
def _captors() -> frozenset[str]:
    """The words of the packs for armed people and those who lock others up."""
    pack = load_pack("lexicon")["captors"]
    return frozenset((*pack, *load_pack("armed_groups")["members"]))
