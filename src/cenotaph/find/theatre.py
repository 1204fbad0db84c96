"""The country that a claim speaks of when it names none: of its place, or of the report around it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.cues import cue
from cenotaph.find.nouns import role_words
from cenotaph.find.parties import nations
from cenotaph.find.scan import PartyMention
from cenotaph.model import Span

_DATELINE, _SAME_SENTENCE, _OPENING, _ANYWHERE = 3, 3, 2, 1  # Votes.
_OPENING_SENTENCES = 3


class Theatre:
    """The countries and armed groups that a report is about."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed], where: Sequence[Where]) -> None:
        self._context, self._harmed, self._where = context, harmed, where

    def country(self, at: int) -> str | None:
        """The country (ISO 3166) where the claim's place lies, if the report names that country or names none; else
        the one the report is about."""
        held = self._held_by(self._where[at].span)
        if held is not None:
            return held
        return self._where[at].country or self._about(at)

    @cached_property
    def group(self) -> str | None:
        """The armed group that the report names most, None where two are named as often."""
        ranked = Counter(m.party.side for m in self._context.named if m.party.kind == "group").most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    def _held_by(self, span: Span | None) -> str | None:
        """The state in "Indian-administered Kashmir"."""
        if span is None:
            return None
        for mention in self._context.parties(self._context.sentence_at(span.start)):
            if mention.glued and cue("administered").found(self._context.text, mention.end, span.start):
                return mention.party.iso
        return None

    def _about(self, at: int) -> str | None:
        """The country of the nearest place told, else the one named most."""
        found = [(abs(i - at), where.country) for i, where in enumerate(self._where) if where.country]
        if found:
            return min(found)[1]
        votes = Counter[str]()
        if self._context.dateline_country:
            votes[self._context.dateline_country] = _DATELINE
        for sentence, iso in self._named:
            here = sentence == self._harmed[at].sentence
            votes[iso] += _SAME_SENTENCE if here else _OPENING if sentence <= 1 else _ANYWHERE
        return votes.most_common(1)[0][0] if votes else self._of_places or self._of_groups

    @cached_property
    def _of_places(self) -> str | None:
        """The country of the first place that the report's opening or a claim's sentence names."""
        sentences = {
            *range(min(_OPENING_SENTENCES, len(self._context.sentences))),
            *(h.sentence for h in self._harmed),
        }
        sites = (site for sentence in sorted(sentences) for site in self._context.sites(sentence))
        return next((site.country for site in sites if site.country), None)

    @cached_property
    def _of_groups(self) -> str | None:
        """The home of the first armed group named."""
        return next(
            (m.party.iso for m in self._context.named if m.party.kind == "group" and m.party.iso), None
        )

    @cached_property
    def _named(self) -> list[tuple[int, str]]:
        """The countries named, with their sentences; forces, strikes and officials do not count."""
        return list(self._countries())

    def _countries(self) -> Iterator[tuple[int, str]]:
        for mention in self._context.named:
            if mention.party.iso is not None and self._is_land(mention):
                yield self._context.sentence_at(mention.start), mention.party.iso

    def _is_land(self, mention: PartyMention) -> bool:
        """Whether a mention speaks of a country or its people, not of a state that acts."""
        text, kind = self._context.text, mention.party.kind
        if (
            mention.glued
            or kind in ("group", "force")
            or (kind == "metonym" and mention.party.side != "Palestine")
        ):
            return False
        behind = text[mention.end : mention.end + 24]
        if (
            kind == "demonym"
            and {word.strip(",.'’") for word in behind.lower().split()[:1]} & role_words().state_nouns
        ):
            return False
        return not cue("adjective").found(text, mention.start, mention.end + 2) and not cue("division").found(
            behind
        )


@cache
def demonyms() -> dict[str, str]:
    """The short English name of a country → the first of its people's names, folded."""
    found: dict[str, str] = {}
    for key, party in nations().items():
        if party.kind == "demonym":
            found.setdefault(party.side, key)
    return found


@cache
def country_names() -> dict[str, str]:
    """ISO 3166 code → the short English name that claims carry."""
    return {
        party.iso: party.side
        for party in nations().values()
        if party.kind == "country" and party.iso is not None
    }
