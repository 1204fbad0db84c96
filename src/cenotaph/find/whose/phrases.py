"""The whole of a victims' noun phrase: what goes on behind its head ("members of the security forces")."""

from collections.abc import Sequence
from functools import cache

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.lexicon import lexicon
from cenotaph.find.whose.parties import nations
from cenotaph.model import Span

_OPENERS = frozenset(("of", "and", "or", "from"))
_INNER = frozenset(("of", "the", "and", "or", "both", "all", "its", "their", "his", "our"))
_SO_CALLED = frozenset(("so", "called", "self", "styled", "proclaimed", "declared"))
_POSSESSIVES = frozenset(("their", "his", "her", "its"))
_ARTICLES = frozenset(("a", "an"))
_DEAD = frozenset(("fallen", "dead", "slain", "deceased", "murdered", "unidentified", "missing", "wounded"))
_THINGS = frozenset(
    ("destruction", "destroying", "seizure", "seizing", "damage", "loss", "capture", "wounding")
)
_ATTACKS = frozenset(
    (
        "offensive",
        "attack",
        "attacks",
        "violence",
        "massacre",
        "bombing",
        "shelling",
        "ambush",
        "repression",
        "aggression",
    )
)
_PRONOUNS = frozenset(("them", "whom"))
_WITHIN = _INNER | _OPENERS | _SO_CALLED
_NOMINAL = frozenset("NVvJYTGM")  # Tags of nouns, people, adjectives, nations and names.
_LONGEST = 9  # Words.


def whole_phrases(context: ClaimContext, harmed: Sequence[Harmed]) -> list[Harmed]:
    """The same people, each with the whole of the noun phrase that says who they are."""
    counts = [people.start for people in harmed]
    return [_extended(context, people, counts) for people in harmed]


def _extended(context: ClaimContext, people: Harmed, counts: Sequence[int]) -> Harmed:
    span = people.victims_span
    if span is None or people.names:
        return people
    if (people.victims or "").startswith("dead ") and context.says(
        people.sentence, "left-dead", context.sentences[people.sentence].start, people.start
    ):  # "Leaving at least 11 dead Danish jets struck", without a sign between.
        return people._replace(victims="dead", victims_span=Span(span.start, span.start + len("dead")))
    end = _end(
        context,
        people,
        span,
        min((count for count in counts if count >= span.end), default=len(context.text)),
    )
    if end == span.end:
        return people
    whole = Span(span.start, end)
    return people._replace(victims=context.quote(whole), victims_span=whole)


def _end(context: ClaimContext, people: Harmed, span: Span, limit: int) -> int:
    """Where the noun phrase ends: behind the last noun that follows without a sign, a number or a verb between."""
    words, end = context.words(people.sentence), span.end
    first = next((at for at, start in enumerate(words.starts) if start >= span.end), len(words.starts))
    pronoun = (people.victims or "").lower() in _PRONOUNS
    if first == len(words.lows) or not (words.lows[first] in _OPENERS or pronoun):
        return end
    last = span.end
    for at in range(first, min(first + _LONGEST, len(words.lows))):
        low, start = words.lows[at], words.starts[at]
        if start >= limit:
            break
        if context.text[last:start].strip(" \n-") or not (
            low in _WITHIN | _DEAD
            or (low in _ARTICLES and words.lows[at - 1] == "of")  # "Members of a family".
            or _is_nominal(context, low, start)
            or any(m.start <= start < m.end for m in context.parties(people.sentence))  # "The Shining Path".
        ):
            break
        if low in _POSSESSIVES and words.lows[at - 1] == "and":
            break  # "Ten policemen and their driver".
        joined = words.lows[at - 1] in ("and", "or") and low in _lands()
        if joined and _lands().isdisjoint(words.lows[first : at - 1]):
            break  # "Received the bodies of nine soldiers and Russia those of six".
        if low in _ATTACKS:
            return span.end  # "Victims of the rebel offensive".
        if low in _THINGS:
            break  # "Nine militants and destruction of their military hardware".
        last = words.ends[at]
        if low not in _WITHIN | _DEAD | _ARTICLES:
            end = last
    return end


@cache
def _lands() -> frozenset[str]:
    """The names of countries that are one word."""
    return frozenset(key for key, party in nations().items() if party.kind in ("country", "capital"))


def _is_nominal(context: ClaimContext, low: str, start: int) -> bool:
    entry = lexicon().words.get(low)
    if low in ("us", "is") and context.text.startswith(low.upper(), start):
        return True
    if entry is not None:
        return entry.tag in _NOMINAL
    common = lexicon().common.get(low)
    return common in _NOMINAL if common else context.text[start].isupper()
