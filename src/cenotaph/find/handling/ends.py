"""How far the clause around a rule's match goes: to the left as far as its subject, to the right as far as its way."""

import re
from functools import cache

from cenotaph.find.handling.grammar import grammar
from cenotaph.find.handling.reading import Reading
from cenotaph.find.text.lexicon import lexicon

_LONGEST = 50
_NO_ASPECT = frozenset(("had", "have", "used", "made", "forced", "returned", "went", "came"))


def left_end(reading: Reading, first: int) -> int:
    """The first token of the clause: of the noun phrase that the match starts in, or of the subject before its verb."""
    letters, ends = grammar().letters, grammar().verbs
    auxiliary = letters["be"] + letters["being"] + letters["have"] + letters["adverb"]
    index = first
    while index > 0 and (
        reading.tags[index - 1] in auxiliary or reading.words[index - 1] in grammar().managed - _NO_ASPECT
    ):
        index -= 1
    if index < first and index > 0 and reading.tags[index - 1] in letters["pronoun"] + letters["somebody"]:
        return index - 1
    while (
        index > max(0, first - _LONGEST)
        and reading.tags[index - 1] not in ends
        and not _is_verb(reading, index - 1)
    ):
        index -= 1
    return index


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word that no class lists is a verb behind its subject ("counted") and no adjective ("the bloodied")."""
    letters = grammar().letters
    if reading.tags[at] != letters["word"] or lexicon().common.get(reading.words[at]) != "W" or not at:
        return False
    return reading.tags[at - 1] in "".join(
        letters[name] for name in ("word", "name", "person", "station", "fighter", "medic")
    )


@cache
def _stops() -> tuple[frozenset[str], frozenset[str], frozenset[str], str]:
    letters = grammar().letters
    hard = frozenset(
        letters[name] for name in ("comma", "break", "conjunction", "during", "that", "relative")
    )
    finite = frozenset(
        letters[name] for name in ("be", "have", "said", "took", "modal", "treat", "pronoun", "somebody")
    )
    deeds = frozenset(letters[name] for name in ("taken", "returned", "to", "from", "buried"))
    return hard, finite, deeds, letters["and"]


def right_end(reading: Reading, last: int) -> int:
    """The last token of the clause: up to the next comma, conjunction or new statement."""
    hard, finite, deeds, joiner = _stops()
    tags, index = reading.tags, last
    while index + 1 < min(len(tags), last + _LONGEST):
        following = tags[index + 1]
        if index in reading.closed:
            break
        if following == grammar().letters["said"]:
            return max(last, _without_speaker(reading, index))
        if following in hard:
            on = _onward(reading, index + 1)
            if not on:
                break
            index = on
            continue
        if (
            following == joiner
            and tags[index + 2 : index + 3] not in deeds
            and not finite.isdisjoint(_piece(tags, index + 2))
        ):
            break
        index += 1
    return index


def _piece(tags: str, start: int) -> str:
    """The next few tokens, up to a comma or the like."""
    hard = _stops()[0]
    return next(
        (tags[start:at] for at in range(start, min(start + 4, len(tags))) if tags[at] in hard),
        tags[start : start + 4],
    )


def _without_speaker(reading: Reading, index: int) -> int:
    """The token before the short subject that ends at `index` ("... the Observatory" said)."""
    letters = grammar().letters
    names = letters["name"] + letters["person"]
    first = index
    while index - first < 3 and reading.tags[first] in names:
        first -= 1
    return first - 1 if reading.tags[first] == letters["determiner"] else first


def _onward(reading: Reading, at: int) -> int:
    """The token that ends ", and from there to", ", trains" or ", first by van and then by train": the way goes on
    behind the comma; 0 where it does not."""
    letters = grammar().letters
    steps = f"(?:{letters['and']}?[{letters['adverb']}{letters['word']}{letters['in']}]{{0,2}}{letters['by']}[{letters['word']}{letters['determiner']}]{{0,2}}{letters['vehicle']})+"
    stepwise = re.compile(letters["comma"] + steps).match(reading.tags, at)
    if stepwise:
        return stepwise.end() - 1
    listed = re.compile(
        f"{letters['comma']}{letters['and']}?[{letters['word']}{letters['name']}{letters['demonym']}]{{0,2}}{letters['vehicle']}"
    )
    vehicle = listed.match(reading.tags, at)
    if vehicle and letters["vehicle"] in reading.tags[max(0, at - 3) : at]:
        return vehicle.end() - 1
    state = (
        f"{letters['comma']}{letters['name']}{{1,2}}{letters['comma']}(?={letters['to']}|{letters['from']})"
    )
    named = re.compile(state).match(reading.tags, at)  # "From Dover, Del., to Fort Worth".
    if named:
        return named.end() - 1
    words = " ".join(reading.words[at : at + 6])
    match = re.match(r"(?:, )?(?:and )?(?:then )?(?:from there|onwards?|on)(?: back)? to\b", words)
    return at + match.group().count(" ") if match else 0
