"""Who attacks whom in a sentence: the countries told of as striking, and those told of as struck."""

from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import role_words
from cenotaph.find.whose.parties import borders, country_names, enemies, fights_abroad, iso_of
from cenotaph.model import Span

_BEFORE, _BEHIND = 60, 90  # Characters.
_HOLDERS = 30  # Characters.
_REGIME = 14  # Characters behind a nation's name.
_TIED, _CLAUSE = 60, 90
_TELLS = frozenset(("says", "said", "claims", "believes"))
_STATES = ("country", "demonym", "capital", "metonym", "force")


class Assaults(NamedTuple):
    """Countries (ISO 3166) by what a sentence tells of them; those struck in the order of the text.

    `leading` are the homes of armed groups that led an attack ("the Hamas-led attack").
    """

    striking: frozenset[str]
    struck: tuple[str, ...]
    leading: frozenset[str] = frozenset()


class AssaultReader:
    """Reads the assaults of one report, sentence by sentence and only where asked."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context
        self._read: dict[tuple[int, int], Assaults] = {}

    def of(self, sentence: int, at: int | None = None) -> Assaults:
        """The assaults that a sentence tells of, of those on either side of "a day after" the ones told where `at` stands;
        none for a sentence outside the report."""
        if not 0 <= sentence < len(self._context.sentences):
            return Assaults(frozenset(), ())
        span = self._part(sentence, at)
        found = self._read.get((span.start, span.end))
        if found is None:
            found = self._read[span.start, span.end] = self._assaults(sentence, span)
        return found

    def _part(self, sentence: int, at: int | None) -> Span:
        """The sentence, or the part of it that tells of what was before or of what came of it."""
        span = self._context.sentences[sentence]
        turn = self._context.tells(sentence, "aftermath") if at is not None else None
        if turn is None or at is None:
            return span
        middle = span.start + turn.start()
        if (
            at > middle
            and self._context.says(sentence, "answer", span.start, at)
            and not is_told_as_cause(self._context, sentence, at)
        ):
            return span  # "Danish shelling in response to attacks killed three".
        part = Span(span.start, middle) if at < middle else Span(middle, span.end)
        told = (m for m in self._context.parties(sentence) if part.start <= m.start < part.end)
        return part if any(m.party.iso for m in told) else span

    def _assaults(self, sentence: int, part: Span) -> Assaults:
        striking, struck, leading = set[str](), list[str](), set[str]()
        for mention in self._context.parties(sentence):
            if mention.party.iso is None or not part.start <= mention.start < part.end:
                continue
            if is_told_as_cause(self._context, sentence, mention.start):
                continue
            if mention.party.kind not in _STATES:
                if mention.glued and self._strikes(sentence, mention):
                    leading.add(mention.party.iso)
            elif self._is_struck(sentence, mention):
                struck.append(mention.party.iso)
            elif self._strikes(sentence, mention) and not self._is_regime(mention):
                striking.add(mention.party.iso)
        return Assaults(frozenset(striking.difference(struck)), tuple(struck), frozenset(leading))

    def _is_regime(self, mention: PartyMention) -> bool:
        """ "The Danish regime's jets": a government named so strikes its own people."""
        words = self._context.text[mention.start : mention.end + _REGIME].lower()
        return cue("regime").found(words) is not None

    def _is_struck(self, sentence: int, mention: PartyMention) -> bool:
        start = max(self._context.sentences[sentence].start, mention.start - _BEFORE)
        if mention.glued or set(next_words(self._context.text, mention.end)) & role_words().state_nouns:
            return False  # "Hit in a U.S. airstrike".
        if mention.party.kind == "force" and "-led" in self._context.text[mention.start : mention.end]:
            return False  # "Killed by strikes in the US-led campaign".
        if cue("attack-on").found(self._context.text, start, mention.start) is None:
            return False
        return (
            not set(next_words(self._context.text, mention.end)) & _TELLS
        )  # "The attack Denmark says killed nine".

    def _strikes(self, sentence: int, mention: PartyMention) -> bool:
        """ "Russian shelling", "Israeli troops opened fire", "shot by Israeli soldiers", "Israel's offensive"."""
        span, text = self._context.sentences[sentence], self._context.text
        end = min(span.end, mention.end + _BEHIND)
        if mention.glued:
            return cue("led-attack").found(text, mention.end, end) is not None
        if cue("attack-of").found(text, mention.end, end) and not self._is_told_as_land(sentence, mention):
            return True
        if cue("fired-from").found(text, max(span.start, mention.start - _BEFORE), mention.start):
            return True
        ahead = text[max(span.start, mention.start - _HOLDERS) : mention.start]
        before = ahead[-8:].lower().split()[-2:]
        return "by" in before and before[-1] in ("by", "the") and not cue("held-ahead").found(ahead)

    def _is_told_as_land(self, sentence: int, mention: PartyMention) -> bool:
        """ "The attacks on eastern and southern Ukraine killed nine": the land does nothing."""
        span, text = self._context.sentences[sentence], self._context.text
        if mention.party.kind not in ("country", "capital") or text[mention.end : mention.end + 1] != " ":
            return False
        start = max(span.start, mention.start - _BEFORE)
        joined = mention.party.kind == "capital" and text.startswith(" and ", mention.end)
        killed = cue("killed-behind").found(text, mention.end, min(span.end, mention.end + _BEHIND))
        here = cue("in-land").found(text, start, mention.start) is not None
        return here and (joined or killed is not None)  # "In Baghdad and an attack elsewhere".


@cache
def state_at_war_with(iso: str) -> str | None:
    """The country (ISO 3166) that is at war with one."""
    return iso_of(enemies().get(country_names().get(iso, "")))


def strikes_its_own(striking: frozenset[str], spoken_of: AbstractSet[str]) -> bool:
    """ "Killed by the Salvadoran army", in a report that speaks of no other land or of none beside it: an army that fights in
    no other kills at home."""
    if len(striking) != 1 or striking & fights_abroad():
        return False
    beside = frozenset().union(*(borders().get(iso, spoken_of) for iso in striking))
    return (spoken_of - striking).isdisjoint(beside) and not any(state_at_war_with(iso) for iso in striking)


def is_told_as_cause(context: ClaimContext, sentence: int, at: int) -> bool:
    """Whether an offset lies in words that tell what an attack was for or answered: "launched to stop rocket fire on X",
    "in reply to rockets on X"."""
    return context.says(sentence, "cause-ahead", context.sentences[sentence].start, at) is not None


def is_tied(context: ClaimContext, mention: PartyMention) -> bool:
    """Whether a group is only named as another's ally or model: "the ADF, which pledged allegiance to X"."""
    tied = cue("tied-to").found(context.text, max(0, mention.start - _TIED), mention.start)
    if tied is None:
        return False
    others = (m for m in context.parties(context.sentence_at(mention.start)) if m.end <= mention.start)
    return any(m.party.kind == "group" and mention.start - m.end < _CLAUSE for m in others)


def next_words(text: str, at: int) -> list[str]:
    """The word behind an offset, in small letters and without quotation marks; none at the end."""
    return [word.strip(",.'’\"”“") for word in text[at : at + 24].lower().lstrip("”\"’' ").split()[:1]]
