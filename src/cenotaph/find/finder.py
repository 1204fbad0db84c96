"""The rule-based finder of English: report in, claims and handlings out."""

import re
from hashlib import sha256
from typing import NamedTuple

from cenotaph.find.attribution import Attributor
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.dating import ReportTimes, claim_times
from cenotaph.find.found import Found
from cenotaph.find.handling import handlings
from cenotaph.find.mentions import Mention, Sentence
from cenotaph.find.places import Where, places
from cenotaph.find.roles import Told, roles
from cenotaph.find.sentences import sentences
from cenotaph.find.sides import Side, sides
from cenotaph.find.triggers import harm_words, hit_sentences
from cenotaph.find.violence import Violence
from cenotaph.model import Claim, Report, Span


_PLACE_OF = re.compile(r"\b(?:city|town|village|region|province|district|settlement|port|island|capital) of\s+$")

_TAKEN = re.compile(r"captur|seiz|tak|took", re.IGNORECASE)


class Place(NamedTuple):
    """A mention with the number of its sentence."""

    sentence: int
    mention: Mention


def find(report: Report) -> Found:
    """The claims and handlings of a report. Pure: the same report gives the same rows, whatever ran before."""
    lower = report.text.lower()
    if harm_words().search(lower) is None:
        return Found()
    spans = sentences(report.text)
    context = ClaimContext(report, spans)
    found = _mentions(report, context, hit_sentences(lower, spans))
    return Found(tuple(_claims(report, context, found)), tuple(handlings(report, spans)))


def _mentions(report: Report, context: ClaimContext, hits: list[int]) -> list[Place]:
    found = [
        Place(number, mention)
        for number in hits
        for mention in Sentence(report.text, context.sentences[number]).mentions()
    ]
    if not found:
        return []
    violence = Violence(report.text)
    surnames = {context.quote(place.mention.name).split()[-1] for place in found if _is_full_name(place, context)}
    return [place for place in found if _holds(place, context, violence, surnames)]


def _is_full_name(place: Place, context: ClaimContext) -> bool:
    return place.mention.name is not None and " " in context.quote(place.mention.name)


def _holds(place: Place, context: ClaimContext, violence: Violence, surnames: set[str]) -> bool:
    """Whether a mention is of people, harmed in armed violence: not a place taken for a name, nor an accident."""
    mention = place.mention
    span = context.sentences[place.sentence]
    if mention.name is not None and mention.start == mention.name.start:
        known = context.quote(mention.name) in surnames
        if not known and _is_site(place, context):
            return False
    return violence.armed(context.quote(span), context.quote(mention.trigger))


def _is_site(place: Place, context: ClaimContext) -> bool:
    """Whether the name is a place's: the gazetteer knows it, or it is a bare name that was "captured"."""
    name = place.mention.name
    if name is None:
        return False
    before = context.text[max(0, name.start - 30) : name.start].lower()
    if _is_bare_capture(place.mention, context):
        return True
    if _PLACE_OF.search(before):
        return True
    owned = before.rstrip().endswith(" of")
    return any(
        (site.key is not None or not owned) and site.start <= name.start and name.end <= site.end
        for site in context.sites(place.sentence)
    )


def _is_bare_capture(mention: Mention, context: ClaimContext) -> bool:
    """A single bare name that was "captured" or "seized" is a town's more often than a man's."""
    bare = mention.name is not None and mention.victims == mention.name and " " not in context.quote(mention.name)
    return bare and mention.harm == "captured" and _TAKEN.search(context.quote(mention.trigger)) is not None


def _claims(report: Report, context: ClaimContext, found: list[Place]) -> list[Claim]:
    harmed = [_harmed(place, found, context) for place in found]
    where = places(context, harmed)
    whose = sides(context, harmed, where)
    told = roles(context, harmed, whose, where)
    times, attributor = ReportTimes(report, context.sentences), Attributor(report, context.sentences)
    return [
        _claim(report, context, times, attributor, *row)
        for row in zip(found, harmed, where, whose, told, strict=True)
    ]


def _harmed(place: Place, found: list[Place], context: ClaimContext) -> Harmed:
    mention = place.mention
    whole = next(
        (
            at
            for at, other in enumerate(found)
            if (other.sentence, other.mention.chunk) == (place.sentence, mention.whole)
        ),
        None,
    )
    victims = mention.victims
    return Harmed(
        place.sentence, mention.start, mention.end, context.quote(victims) if victims else None, victims,
        (context.quote(mention.name),) if mention.name else (), mention.harm, "incident", whole,
    )  # fmt: skip


def _claim(
    report: Report,
    context: ClaimContext,
    times: ReportTimes,
    attributor: Attributor,
    place: Place,
    people: Harmed,
    where: Where,
    whose: Side,
    told: Told,
) -> Claim:
    mention = place.mention
    dated = claim_times(times, place.sentence, Span(mention.start, mention.end), people.scope)
    said = attributor.attribute(place.sentence, mention.start, mention.end)
    sentence = context.sentences[place.sentence]
    evidence = [("harm", mention.trigger)]
    evidence += [
        (field, span)
        for field, span in (
            ("victims_text", mention.victims),
            ("place", where.span),
            ("side", whose.span),
            ("role", told.span),
        )
        if span is not None
    ]
    evidence += [("sources", span) for span in said.spans] + [("until", span) for span in dated.evidence]
    return Claim(
        id=_identity(report.id, mention.start, mention.end, mention.harm), report=report.id,
        quantity_text=report.text[mention.start : mention.end], start=mention.start, end=mention.end, harm=mention.harm,
        low=mention.low, high=mention.high, approx=mention.approx, side=whose.side, role=told.role,
        victims_text=people.victims, names=people.names, place=where.name, scope=people.scope, from_=dated.from_, until=dated.until,
        sources=said.sources, stance="doubted" if mention.doubt else "asserted",
        rules=(f"mention:{mention.rule}", where.rule, whose.rule, told.rule, *said.rules), part_of=None, evidence=tuple(evidence),
        place_key=where.key, sentence=sentence,
    )  # fmt: skip


def _identity(report: str, start: int, end: int, harm: str) -> str:
    """The id of a claim: SHA-256 over what makes it this mention and no other, cut to 16 hex digits."""
    return sha256(f"claim\0{report}\0{start}\0{end}\0{harm}".encode()).hexdigest()[:16]
