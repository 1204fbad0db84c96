"""Where harm was done: the place that a report gives for it, in the claim's sentence or around it."""

from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.sites import Site, place_words, site_name
from cenotaph.model import Span

_RANK_WEIGHT = 6.0
_LOOK_BACK = 6


class Where(NamedTuple):
    """A claim's place: the verbatim name, its span, its gazetteer key and country where known, its rank, the rule."""

    name: str | None
    span: Span | None
    key: str | None
    country: str | None
    rank: int
    rule: str


NOWHERE = Where(None, None, None, None, 0, "place-none")


def places(context: ClaimContext, harmed: Sequence[Harmed]) -> list[Where]:
    """The places of all claims of a report, in the order of `harmed`, which is that of the text."""
    here = [_in_sentence(context, harmed, at) for at in range(len(harmed))]
    out: list[Where] = []
    for at, people in enumerate(harmed):
        found = here[at]
        if found is None or found.rank <= 1:
            found = _around(context, harmed, at, here, out) or found
        out.append(found or NOWHERE)
    return out


def _in_sentence(context: ClaimContext, harmed: Sequence[Harmed], at: int) -> Where | None:
    people = harmed[at]
    scored = [
        (_score(context, harmed, at, site), site)
        for site in context.sites(people.sentence)
        if _fits(context, people, site)
    ]
    scored = [pair for pair in scored if pair[0] > 0]
    if not scored:
        return None
    return _where(context, max(scored, key=lambda pair: pair[0])[1], "place-sentence")


def _where(context: ClaimContext, site: Site, rule: str) -> Where:
    return Where(site_name(context.text, site), Span(site.start, site.end), site.key, site.country, site.rank, rule)


def _fits(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """Whether a place named in the sentence can be where the harm was done."""
    if site.start < people.end and site.end > people.start:
        return False
    inside = people.victims_span is not None and people.victims_span.start <= site.start < people.victims_span.end
    if inside and site.lead in ("of", "with", "for"):
        return False
    if site.lead in ("from", "with", "by", "through", "for", "against", "via", "of"):
        return people.harm == "bodies" and site.lead == "from" and people.scope in ("flow", "holding")
    if site.lead in ("to", "into", "toward", "towards"):
        return False
    if site.rank <= 1 and (site.actor or site.lead in ("between", "as")):
        return False
    return not _about_the_war(context, people, site)


def _about_the_war(context: ClaimContext, people: Harmed, site: Site) -> bool:
    """ "since it intervened in Syria", "the war in Ukraine": the country of the war and not the place of this harm."""
    if site.rank > 2:
        return False
    words = context.words(people.sentence)
    before = [low for start, low in zip(words.starts, words.lows, strict=True) if start < site.start][-9:]
    if before[-3:-1] and set(before[-4:]) & {"war", "invasion", "invaded", "conflict", "uprising"}:
        return True
    return people.scope == "cumulative" and "since" in before


def _score(context: ClaimContext, harmed: Sequence[Harmed], at: int, site: Site) -> float:
    """How well a place fits a claim: narrow ones and near ones first; see the comments."""
    people = harmed[at]
    score = site.rank * _RANK_WEIGHT
    score -= _crossing(harmed, at, site)
    distance = site.start - people.end if site.start >= people.end else people.start - site.end
    score -= min(distance, 400) / 40
    if site.actor:
        score -= 8 if site.rank > 1 else 20
    return score + 10


def _crossing(harmed: Sequence[Harmed], at: int, site: Site) -> float:
    """The cost of what lies between: other claims, which may have places of their own."""
    people = harmed[at]
    mates = [other for other in harmed if other.sentence == people.sentence and other is not people]
    if site.start >= people.end:
        between = sum(people.end <= other.start < site.start for other in mates)
        return 7.0 * min(between, 2)
    between = sum(site.end <= other.start < people.start for other in mates)
    return 3.0 + 5.0 * min(between, 2)


def _around(
    context: ClaimContext, harmed: Sequence[Harmed], at: int, here: Sequence[Where | None], before: Sequence[Where]
) -> Where | None:
    """The place told before or right after for the same harm, where the sentence names none or only a country."""
    people = harmed[at]
    if people.scope == "cumulative" and not _goes_on(harmed, at, before):
        return None
    for found in (
        _from_whole(harmed, at, before),
        _from_mates(harmed, at, here),
        _taken_up(context, people),
        _from_before(context, harmed, at, before),
    ):
        if found is not None and (here[at] is None or found.rank > here[at].rank):  # type: ignore[union-attr]
            return found._replace(rule="place-around")
    return None


def _goes_on(harmed: Sequence[Harmed], at: int, before: Sequence[Where]) -> bool:
    """Whether a running total goes on with the operation whose total was told before."""
    return at > 0 and harmed[at - 1].scope == "cumulative" and before[at - 1].name is not None


def _from_whole(harmed: Sequence[Harmed], at: int, before: Sequence[Where]) -> Where | None:
    whole = harmed[at].whole
    return before[whole] if whole is not None and whole < at and before[whole].name else None


def _from_mates(harmed: Sequence[Harmed], at: int, here: Sequence[Where | None]) -> Where | None:
    """The place of the nearest claim in the same sentence."""
    mates = [
        (abs(harmed[i].start - harmed[at].start), here[i])
        for i in range(len(harmed))
        if i != at and harmed[i].sentence == harmed[at].sentence and here[i] is not None
    ]
    return min(mates, key=lambda pair: pair[0])[1] if mates else None


def _taken_up(context: ClaimContext, people: Harmed) -> Where | None:
    """The place in one of the next sentences that takes up the attack ("The blast hit a market in ...")."""
    if people.sentence > 3:
        return None
    pack = place_words()
    for sentence in range(people.sentence + 1, min(people.sentence + 3, len(context.sentences))):
        words = context.words(sentence).lows[:4]
        if words[:1] == ["the"] and set(words) & pack.incident:
            best = _best_site(context, sentence, 3)
            if best is not None:
                return _where(context, best, "place-next")
    return None


def _best_site(context: ClaimContext, sentence: int, rank: int) -> Site | None:
    sites = [site for site in context.sites(sentence) if site.rank >= rank and site.lead not in ("from", "of", "to", "with", "")]
    return max(sites, key=lambda site: site.rank, default=None)


def _from_before(context: ClaimContext, harmed: Sequence[Harmed], at: int, before: Sequence[Where]) -> Where | None:
    """The place of the claim before, or of a sentence between it and this one."""
    people = harmed[at]
    last = harmed[at - 1].sentence if at else -1
    for sentence in range(people.sentence - 1, max(last, people.sentence - _LOOK_BACK) - 1, -1):
        if sentence < 0:
            break
        if sentence == last and before[at - 1].name:
            return before[at - 1]
        best = _best_site(context, sentence, 1)
        if best is not None:
            return _where(context, best, "place-before")
    if at and before[at - 1].name and people.scope == harmed[at - 1].scope:
        return before[at - 1]
    return None
