"""Whom words go back to that a report credits to nobody with a name: what other reports say of the same words."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from cenotaph.model import Span
from cenotaph.trace.credits import Credits
from cenotaph.trace.independence import broad_voice
from cenotaph.trace.loose_ends import LooseEnds
from cenotaph.trace.neighbours import Neighbours, Shared
from cenotaph.trace.reading import is_later
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Path

Through = Callable[[Sequence[SourceRef]], tuple[Path, ...]]
"""The ways through outlets, on to the origins of the last one's own report."""


class SameWords:
    """Looks up what the reports that share words with one report say of those words."""

    def __init__(
        self,
        report: str,
        credits: Mapping[str, Credits],
        neighbours: Neighbours,
        through: Through,
        open_ends: LooseEnds,
    ) -> None:
        self._report = report
        self._credits = credits
        self._mine = credits[report]
        self._neighbours = neighbours
        self._through = through
        self._open_ends = open_ends

    def ways(self, span: Span) -> tuple[Path, ...] | None:
        """The ways for words whose sources have no name: to the one outlet that is credited elsewhere in the report, else
        by what other reports say of the same words: none where these disagree, None where nobody tells."""
        sole = self._mine.sole
        if sole is not None:
            why = f"The report names nobody here, and {sole.name} is the only outlet that it credits."
            return tuple(Path(way.sources, f"{why}{_onward(way)}") for way in self._through((sole,)))
        shared = self._neighbours.at(self._report, span)
        stated = [(one, source) for one in shared for source in self._sources_of_words(one, span)]
        return self._agreed(stated) if stated else self._heard_first(shared) or None

    def _sources_of_words(self, shared: Shared, span: Span) -> Iterable[SourceRef]:
        """Whom the other report credits for the words that both have, if anybody with a name."""
        theirs = self._credits[shared.other]
        credit = theirs.around(_opposite(shared, span))
        known = () if credit is None else tuple(one for one in credit.named if one.named)
        if known:
            return map(house_of, known)
        if shared.kind == "claim" and (credit is None or not credit.by_name):
            return ()  # Who else has the figure may have asked somebody else.
        last = credit.carriers[-1] if credit is not None and credit.carriers else theirs.sole
        return () if last is None else (house_of(last),)

    def _agreed(self, found: Sequence[tuple[Shared, SourceRef]]) -> tuple[Path, ...]:
        """The way that more than half of the other reports give for the same words, or none."""
        votes = {(one.other, source.key): (one, source) for one, source in reversed(found)}
        heard = dict.fromkeys((one.other, broad_voice(source)) for one, source in votes.values())
        voices = Counter(voice for _, voice in heard)
        loudest, count = voices.most_common(1)[0]
        if count * 2 <= len({one.other for one, _ in votes.values()}):
            self._open_ends.disagreement([f"{source.name} ({one.other})" for one, source in votes.values()])
            return ()
        keys = Counter(source.key for _, source in votes.values() if broad_voice(source) == loudest)
        most = max(keys, key=lambda key: (not key.startswith("state:"), keys[key]))
        shared, source = next(one for one in found if one[1].key == most)
        why = f"The report credits nobody with a name; report {shared.other} has the same words from {source.name}."
        if not source.carries:
            return (Path((source,), why),)
        return tuple(Path(way.sources, f"{why}{_onward(way)}") for way in self._through((source,)))

    def _heard_first(self, shared: Sequence[Shared]) -> tuple[Path, ...]:
        """The outlet that had the same words, where nobody credits another one for them: the only one, or the first."""
        mine, own = self._mine.published, self._mine.outlet
        texts = {one.other: self._credits[one.other] for one in shared if self._tells(one)}
        earlier = [text for text in texts.values() if not is_later(text.published, mine)]
        houses = {house_of(text.outlet) for text in earlier if text.outlet is not None}
        if own is not None and not any(is_later(mine, text.published) for text in earlier):
            return ()
        first = [
            text
            for text in earlier
            if all(text is other or is_later(other.published, text.published) for other in earlier)
        ]
        if len(houses) > 1 and not first:
            self._open_ends.disagreement(sorted(house.name for house in houses))
            return ()
        chosen = next(iter(first or earlier), None)
        if chosen is None or chosen.outlet is None:
            return ()
        why = f"The report credits nobody with a name; {chosen.outlet.name} has the same words in {chosen.report}."
        return (Path((house_of(chosen.outlet),), why),)

    def _tells(self, shared: Shared) -> bool:
        """Whether the other report has an outlet, and people whose words these are."""
        theirs = self._credits[shared.other]
        heard = shared.kind != "claim" and theirs.around(shared.there) is not None
        return theirs.outlet is not None and (heard or shared.kind == "copy")


def _opposite(shared: Shared, span: Span) -> Span:
    """Where the other report has the words of one stretch of this one, of all that both share: as far into it as here."""
    here, there = shared.here, shared.there
    scale = (there.end - there.start) / max(1, here.end - here.start)
    start, end = (min(max(at, here.start), here.end) - here.start for at in (span.start, span.end))
    return Span(there.start + round(start * scale), there.start + round(end * scale))


def _onward(way: Path) -> str:
    return f" {way.why}" if len(way.sources) > 1 else ""
