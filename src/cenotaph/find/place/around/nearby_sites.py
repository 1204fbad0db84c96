"""The place that a sentence near a claim tells: the narrowest that it leads to."""

from collections.abc import Iterable

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.joint import joint
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.nested.aftermath import is_only_heard
from cenotaph.find.place.sentence.referring import is_of_destination
from cenotaph.find.place.unnamed import A_QUARTER
from cenotaph.find.place.whereabouts import (
    is_grave,
    is_home,
    is_of_care,
    is_of_mourning,
    is_of_speaker,
    is_of_speech,
    is_of_state,
    is_tag,
    whereabouts,
)
from cenotaph.find.whose.cues import cue

_LINES = ("river", "River", "border", "coast")
_ROADS = ("highway", "Highway", "road", "Road")
_ON_ROAD = 12  # Characters between a road and a place on it.
_NEAR = 30  # Characters between a town and a border.
_STEPS = 60  # Characters before a place, with what leads there.
_STRUCK = frozenset(("attacked", "stormed", "raided", "invaded", "bombed", "shelled", "struck", "hit"))
_BURNT = frozenset(
    ("fire", "burned", "burnt", "torched", "looted", "destroyed", "fired", "clashed", "fighting")
)
_FAR = 9  # Sentences.
_FREED, _FREEING = frozenset(("freed", "rescued", "liberated")), 4  # Words.
_JAILED = frozenset(("held", "detained", "jailed", "imprisoned", "confined"))
_BURST = frozenset(("exploded", "detonated"))
_AWAY = frozenset(
    (
        "from",
        "left",
        "leaving",
        "beyond",
        "of",
        "to",
        "toward",
        "towards",
        "with",
        "for",
        "by",
        "",
        "retook",
        "recaptured",
        "retaken",
    )
)
_REGION, _DISTRICT, _TOWN = 2, 3, 4  # Ranks, as in the pack `places`.


def may_be_of_harm(context: ClaimContext, site: Site) -> bool:
    """Whether harm may have been done at a place: it is neither the dateline nor where somebody spoke, lies, lives or was
    brought."""
    readers = (
        is_of_speaker,
        is_grave,
        is_of_state,
        is_tag,
        is_of_care,
        is_of_speech,
        is_of_mourning,
        is_only_heard,
        is_home,
        is_of_jail,
        is_of_destination,
    )
    if context.is_in_dateline(site.start):
        return False
    listed = joint(
        context, site
    ).start  # "Buried in Tellin and Sarmin": what leads to the first leads to all.
    first = next((one for one in context.sites(context.sentence_at(site.start)) if one.start == listed), site)
    return not any(reader(context, first) for reader in readers)


def is_of_jail(context: ClaimContext, site: Site) -> bool:
    """ "The suspects are being held at the Orbo facilities"."""
    before = context.words_before(context.sentence_at(site.start), site.start)[-_FREEING:]
    return (site.lead == "at" or (site.lead == "in" and site.rank > _TOWN)) and not _JAILED.isdisjoint(before)


class NearbySites:
    """Reads the places of one report's sentences, whoever they are told for."""

    def __init__(self, context: ClaimContext) -> None:
        self._context = context

    def best(self, sentences: Iterable[int], rank: int, rule: str) -> Where | None:
        """The narrowest place of the first of the sentences that has one of at least that rank."""
        for sentence in sentences:
            if self._context.is_caption(sentence):
                continue
            sites = [
                site
                for site in self._context.sites(sentence)
                if site.rank >= rank
                and (
                    site.lead not in _AWAY
                    or self._is_freed_from(site)
                    or self._is_where(site)
                    or self._is_only(sentence, site)
                )
            ]
            if sites:
                sites += [site for site in self._context.sites(sentence) if self._is_struck_region(site)]
            sites = [site for site in sites if may_be_of_harm(self._context, site)]
            if sites:
                best = max(sites, key=self._breadth)
                best = next((one for one in sites if self._is_on_road(best, one)), best)
                best = self._helped(sentence, best) or best
                return whereabouts(self._context, self._beside(sentence, best), rule)
        return None

    def of_named_deed(self, people: Harmed) -> Where | None:
        """ "Killed in the raid", where a sentence before told of "the raid on the Orbo residence"."""
        deed = self._context.tells(people.sentence, "in-the-deed") if people.scope == "incident" else None
        if deed is None:
            return None
        noun = deed.group(1).lower()
        for sentence in range(people.sentence - 1, max(-1, people.sentence - _FAR), -1):
            if noun not in self._context.bag(sentence):
                continue
            for site in self._context.sites(sentence):
                before = self._context.words_before(sentence, site.start)[-_FREEING:]
                if site.rank > _TOWN and noun in before and site.lead in ("on", "at", "in", "against"):
                    return whereabouts(self._context, site, "place-event")
        return None

    def _is_freed_from(self, site: Site) -> bool:
        """ "Hostages freed from the Orbo ambassador's residence": where they were held."""
        if site.lead != "from" or site.rank <= _TOWN:
            return False
        sentence = self._context.sentence_at(site.start)
        return not _FREED.isdisjoint(self._context.words_before(sentence, site.start)[-_FREEING:])

    def _is_only(self, sentence: int, site: Site) -> bool:
        """ "A car bomb exploded on the motorway south of Tellin": the one place that tells where an attack was."""
        if site.lead != "beyond" or len(self._context.sites(sentence)) > 1:
            return False
        words = place_words()
        return not (words.incident | words.violent | _BURST).isdisjoint(self._context.bag(sentence))

    def _helped(self, sentence: int, site: Site) -> Site | None:
        """ "Tellin district near Sarmin", "Tellin, in Sarmin province, has", "Orbo district in Sarmin": the place before one
        that only tells where that lies."""
        text = self._context.text
        return next(
            (
                other
                for other in self._context.sites(sentence)
                if 0 < site.start - other.end < _NEAR
                and other.rank >= _DISTRICT
                and other.lead != "beyond"
                and not self._context.plain.endswith(_LINES + _ROADS, other.start, other.end)
                and (
                    cue("helps").found(text, other.end, site.start)
                    or (
                        self._context.plain.endswith(A_QUARTER, other.start, other.end)
                        and self._context.plain[other.end : site.start] == " in "
                    )
                )
            ),
            None,
        )

    def _beside(self, sentence: int, best: Site) -> Site:
        """The town that a river or border is told beside: "Tellin near the Turkish border"."""
        if not self._context.plain.endswith(_LINES, best.start, best.end):
            return best
        towns = [one for one in self._context.sites(sentence) if one.rank == _TOWN and one.end < best.start]
        return towns[-1] if towns and best.start - towns[-1].end < _NEAR else best

    def _is_struck_region(self, site: Site) -> bool:
        """ "After gunmen attacked southern Israel"."""
        before = max(0, site.start - _NEAR)
        return (
            site.lead in _STRUCK and cue("compass").found(self._context.text, before, site.start) is not None
        )

    def _is_on_road(self, road: Site, site: Site) -> bool:
        """ "On the Tellin highway at Sarmin": the town that says where on a road."""
        if not self._context.plain.endswith(_ROADS, road.start, road.end):
            return False
        return site.lead in ("at", "in") and 0 < site.start - road.end < _ON_ROAD

    def _breadth(self, site: Site) -> float:
        """A river or border is no nearer answer than the town beside it; what was attacked comes before its like."""
        if self._is_struck_region(site):
            return max(site.rank, _REGION) + 0.5
        long = self._context.plain.endswith(_LINES, site.start, site.end)
        return min(site.rank, _REGION) if long else site.rank

    def _is_where(self, site: Site) -> bool:
        """ "The region borders Tellin, where gunmen stormed a camp"."""
        if cue("on-the-way").found(self._context.text, max(0, site.start - _STEPS), site.start):
            return False
        if cue("where").found(self._context.text, site.end, site.end + 10) is None:
            return False
        words = self._context.words(self._context.sentence_at(site.start))
        behind = {low for low, start in zip(words.lows, words.starts, strict=True) if start > site.end}
        pack = place_words()
        return site.lead not in ("to", "into") or not behind.isdisjoint(
            pack.incident | pack.violent | _BURST | _STRUCK | _BURNT
        )
