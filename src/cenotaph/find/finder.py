"""The rule-based finder of English: report in, claims and handlings out."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.credit.attribution import Attribution, Attributor
from cenotaph.find.credit.stance import Stances
from cenotaph.find.found import Found
from cenotaph.find.handling.gate import gate, may_tell
from cenotaph.find.handling.rows import handlings
from cenotaph.find.identity import claim_id
from cenotaph.find.people import candidates
from cenotaph.find.people.candidates import Candidate
from cenotaph.find.people.dates_in_step import same_days
from cenotaph.find.people.parts_below import breaks_down, wholes
from cenotaph.find.people.scopes_in_step import has_its_day, in_step
from cenotaph.find.people.violence import Violence
from cenotaph.find.place.nested.of_town import OfTown
from cenotaph.find.place.places import Where, places
from cenotaph.find.stretches import find_in_stretches
from cenotaph.find.text.first_look import first_look, harm_places, harm_words, harmed_sentences, sentences_at
from cenotaph.find.text.sentences import sentences
from cenotaph.find.time.count_scope import scope_of
from cenotaph.find.time.dating import claim_times
from cenotaph.find.time.named_times import Dated, ReportTimes
from cenotaph.find.whose.roles.roles import Told, roles
from cenotaph.find.whose.sides import Side, sides
from cenotaph.model import Claim, Report, Scope, Span, Stance


class Fields(NamedTuple):
    """What the parts of the finder say of one claim."""

    where: Where
    whose: Side
    told: Told
    dated: Dated
    said: Attribution
    stance: tuple[Stance, str, Span | None]
    scope: Scope


def find(report: Report) -> Found:
    """The claims and handlings of a report. Pure: the same report gives the same rows, whatever ran before."""
    return find_in_stretches(report, _find)


def _find(report: Report) -> Found:
    text = report.text
    seen = first_look(text)
    asked = seen.asked(_asked())
    harmed, handled = harm_places(asked), may_tell(asked.words, carried=False)
    violence = Violence(text, seen)
    if not handled and not (harmed and candidates.may_tell(text, harmed_sentences(text, harmed), violence)):
        return Found()
    spans = sentences(text)
    context, attributor = ClaimContext(report, spans), Attributor(report, spans)
    stances = Stances(report, spans, seen)
    found = candidates.candidates(context, sentences_at(harmed, spans), violence)
    claims = tuple(_claims(context, attributor, stances, found)) if found else ()
    if not handled:
        return Found(claims)
    dead = frozenset(one.sentence for one in found if one.mention.harm == "killed")
    rows = handlings(
        report, spans, attributor, context=context, violence=violence, stances=stances, seen=seen, dead=dead
    )
    return Found(claims, tuple(rows))


@cache
def _asked() -> frozenset[bytes]:
    """The words that the first look asks for, whoever wants to know."""
    return harm_words().parts | gate().asked


def _claims(
    context: ClaimContext, attributor: Attributor, stances: Stances, found: list[Candidate]
) -> Iterator[Claim]:
    times = ReportTimes(context.report, context.sentences)
    within = [_whole(found, one) for one in found]
    parts = wholes(context.text, context.sentences, found, within)
    counted = [_counted(times, found, at, parts[at]) for at in range(len(found))]
    scopes = in_step(context.text, context.sentences, found, [_scope(times, one) for one in counted])
    harmed = [_harmed(context, found[at], scopes[at], within[at]) for at in range(len(found))]
    where = places(context, harmed)
    whose = sides(context, harmed, where)
    told = roles(context, harmed, whose, where)
    towns = OfTown(context, harmed, where)
    dated = _dated(times, found, counted, scopes, where)
    for at, one in enumerate(found):
        quantity = Span(one.mention.start, one.mention.end)
        said = _said(attributor, found, one, within[at])
        stance = stances.stance(one.sentence, quantity.start, quantity.end, one.mention.harm)
        fields = Fields(towns.named(where[at]), whose[at], told[at], dated[at], said, stance, scopes[at])
        whole = parts[at]
        yield _claim(context, one, (harmed[at], harmed[whole] if whole is not None else None), fields)


def _said(
    attributor: Attributor, found: Sequence[Candidate], one: Candidate, whole: int | None
) -> Attribution:
    """On whose word a claim stands: a part told in one breath with its whole, on that of whoever tells of the whole."""
    said = attributor.attribute(one.sentence, one.mention.start, one.mention.end)
    if said.sources or whole is None:
        return said
    return attributor.attribute(one.sentence, found[whole].mention.start, found[whole].mention.end)


def _dated(
    times: ReportTimes,
    found: Sequence[Candidate],
    counted: Sequence[Candidate],
    scopes: Sequence[Scope],
    where: Sequence[Where],
) -> list[Dated]:
    """The dates of the claims; a part was harmed when its whole was, and the same people on the same day."""
    dated = [
        claim_times(
            times,
            all_.sentence,
            Span(all_.mention.start, all_.mention.end),
            scope,
            all_.mention.harm,
            place.name,
        )
        for all_, scope, place in zip(counted, scopes, where, strict=True)
    ]
    return same_days(times.text, times.sentences, found, scopes, dated)


def _scope(times: ReportTimes, one: Candidate) -> Scope:
    mention = one.mention
    return scope_of(
        times, one.sentence, Span(mention.start, mention.end), mention.low or mention.high, mention.harm
    )


def _counted(times: ReportTimes, found: Sequence[Candidate], at: int, whole: int | None) -> Candidate:
    """The people whose time a claim's is: for a part of people harmed alike that has no day of its own, all of them."""
    one = found[at]
    if whole is None or found[whole].mention.harm != one.mention.harm:
        return one
    if found[whole].sentence == one.sentence:
        return one if has_its_day(times.text, one.mention.end) else found[whole]
    told = breaks_down(times.text, times.sentences[one.sentence], one) and not times.of(one.sentence)
    return found[whole] if told else one


def _harmed(context: ClaimContext, one: Candidate, scope: Scope, whole: int | None) -> Harmed:
    mention, victims, name = one.mention, one.mention.victims, one.mention.name
    return Harmed(
        sentence=one.sentence, start=mention.start, end=mention.end,
        victims=context.quote(victims) if victims is not None else None, victims_span=victims,
        names=(" ".join(context.quote(name).split()),) if name is not None else (),
        harm=mention.harm, scope=scope, whole=whole,
        low=mention.low,
    )  # fmt: skip


def _whole(found: Sequence[Candidate], one: Candidate) -> int | None:
    """The position of the people of its own sentence that a mention is a part of."""
    if one.mention.whole is None:
        return None
    at = (
        i
        for i, other in enumerate(found)
        if (other.sentence, other.mention.chunk) == (one.sentence, one.mention.whole)
    )
    return next(at, None)


def _claim(
    context: ClaimContext, one: Candidate, people_of: tuple[Harmed, Harmed | None], fields: Fields
) -> Claim:
    mention, (people, whole), report = one.mention, people_of, context.report
    stance, stance_rule, _ = fields.stance
    rules = (
        f"mention:{mention.rule}",
        fields.where.rule,
        fields.whose.rule,
        fields.told.rule,
        *fields.said.rules,
        *((stance_rule,) if stance_rule else ()),
    )
    return Claim(
        id=claim_id(report.id, people.start, people.end, people.harm), report=report.id,
        quantity_text=report.text[mention.start : mention.end], start=mention.start, end=mention.end,
        harm=mention.harm, low=mention.low, high=mention.high, approx=mention.approx,
        side=fields.whose.side, role=fields.told.role, victims_text=people.victims,
        names=people.names or tuple(" ".join(context.quote(name).split()) for name in mention.apposed),
        place=fields.where.name, scope=fields.scope, from_=fields.dated.from_, until=fields.dated.until,
        sources=fields.said.sources, stance="doubted" if mention.doubt and stance == "asserted" else stance,
        rules=rules, part_of=claim_id(report.id, whole.start, whole.end, whole.harm) if whole else None,
        evidence=tuple(_evidence(one, fields)), place_key=fields.where.key, sentence=context.sentences[one.sentence],
    )  # fmt: skip


def _evidence(one: Candidate, fields: Fields) -> Iterator[tuple[str, Span]]:
    """The words that each field was read from."""
    single = (
        ("harm", one.mention.trigger), ("victims_text", one.mention.victims), ("names", one.mention.name),
        ("place", fields.where.span), ("side", fields.whose.span), ("role", fields.told.span), ("stance", fields.stance[2]),
    )  # fmt: skip
    yield from ((field, span) for field, span in single if span is not None)
    yield from (("sources", span) for span in fields.said.spans)
    yield from (("until", span) for span in fields.dated.evidence)
