"""People whose own noun phrase says the harm: "140 injured people", "22 deaths", "Abu Ali's death"."""

from collections.abc import Iterator
from functools import cache

from cenotaph.find.people.analysis import Analysis, inner_harm
from cenotaph.find.people.hedges import hedge_around
from cenotaph.find.people.reading import Reading
from cenotaph.language import load_pack
from cenotaph.model import Harm

_INNER_COST = 99
_SHOWN = frozenset(
    (
        "video",
        "videos",
        "footage",
        "film",
        "photo",
        "photos",
        "photograph",
        "photographs",
        "picture",
        "pictures",
        "images",
        "statement",
        "recording",
    )
)
_BESIDE_BODIES = frozenset(("on", "to", "against", "near", "beside", "inside"))
_HOSTAGES = frozenset(("hostage", "hostages", "captive", "captives"))
_GRANTING = frozenset(
    ("agreed", "agree", "agrees", "agreeing", "decided", "managed", "able", "helped", "promised", "ordered")
)
_TALKS = frozenset(("interviews", "interview", "talks", "conversations", "meetings"))


def own_harm(sentence: Analysis) -> Iterator[tuple[int, Reading]]:
    """People whose own noun phrase says the harm, or a definite group's of which they are a number."""
    for at, kind in enumerate(sentence.kinds):
        if kind in "XHZpAEC":
            harm = inner_harm(sentence, at)
            if harm is None and kind == "Z" and sentence.kinds[at + 1 : at + 3] in ("od", "ov"):
                harm = inner_harm(sentence, at + 2)
            if kind == "C" and (
                sentence.kinds[at - 1 : at] == "b" or sentence.last_word(at - 1) in _BESIDE_BODIES
            ):
                continue  # "On Omar Said's body they found a list".
            if kind == "p" and _is_teller(sentence, at):
                continue
            if (
                harm == "casualties"
                and sentence.kinds[at - 1 : at] == "P"
                and sentence.last_word(at - 2) in _TALKS
            ):
                continue  # "Interviews with 52 victims".
            if sentence.last_word(at) == "wounds" or _is_past(sentence, at, harm):
                continue  # "The body had 18 bullet wounds".
            told = harm is not None and (_is_known(sentence, at) or not hedge_around(sentence, at, at))
            if told and harm is not None and not _is_let_go(sentence, at, harm):
                harm = "bodies" if harm == "killed" and _is_on_the_way(sentence, at) else harm
                yield at, Reading(_INNER_COST, harm, "noun phrase", at, doubt=False)


def _is_known(sentence: Analysis, at: int) -> bool:
    """Whether the harm is told already, whatever may be of those harmed: "these may be three of the nine kidnapped nurses"."""
    first = sentence.chunks.firsts[at]
    words, number = sentence.tokens.words, first + 1
    return sentence.kinds[at] == "X" and words[first] == "the" and number in sentence.tokens.quantities


def _is_teller(sentence: Analysis, at: int) -> bool:
    """Whether a name stands between "the dead" and a verb of saying: "some were among the dead Omar Said said"."""
    first = sentence.tokens.words[sentence.chunks.firsts[at]]
    return first == "the" and sentence.kinds[at + 1 : at + 2] == "R"


def _is_past(sentence: Analysis, at: int, harm: Harm | None) -> bool:
    """Hostages who are none any more: "two former hostages"."""
    first, last = sentence.edges(at)
    words = sentence.tokens.words
    return harm == "captured" and ("former" in words[first:last] or words[last].startswith("ex-"))


def _is_let_go(sentence: Analysis, at: int, harm: Harm) -> bool:
    """Prisoners exchanged and hostages freed; but a group that "released a video of a hostage" still holds him, and those whom
    somebody comes "to free" are held as yet."""
    if harm != "captured":
        return False
    words = sentence.tokens.words
    held = sentence.last_word(at) in _HOSTAGES
    return any(
        word in _let_go()
        and _SHOWN.isdisjoint(words[place + 1 : place + 5])
        and not (held and _is_aim(words, place))
        for place, word in enumerate(words)
    )


def _is_aim(words: list[str], at: int) -> bool:
    """ "Stormed the hotel to free 20 hostages", "a bid to free them"; but "agreed to free them"."""
    return words[at - 1 : at] == ["to"] and _GRANTING.isdisjoint(words[max(0, at - 3) : at])


def _is_on_the_way(sentence: Analysis, at: int) -> bool:
    """ "Nine dead soldiers were sent home" tells of bodies: the verb behind the people moves them."""
    first, last = sentence.edges(at)
    if "h" not in sentence.tokens.tags[first : last + 1]:
        return False
    verb = next((i for i in range(at + 1, len(sentence.kinds)) if sentence.kinds[i] in "VWB"), None)
    return verb is not None and not _on_the_way().isdisjoint(
        sentence.tokens.words[slice(*sentence.edges(verb))] + [sentence.last_word(verb)]
    )


@cache
def _on_the_way() -> frozenset[str]:
    return frozenset(load_pack("lexicon")["on_the_way"])


@cache
def _let_go() -> frozenset[str]:
    return frozenset(load_pack("lexicon")["let_go"])
