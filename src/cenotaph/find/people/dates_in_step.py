"""The same people are harmed on the same day: a name or a figure told twice takes the day that the report tells of it once."""

from collections.abc import Hashable, Sequence

from cenotaph.find.people.candidates import Candidate
from cenotaph.find.time.named_times import Dated
from cenotaph.model import Scope, Span

_MANY, _NEAR = 12, 2
_FIGURE = 5  # Fewer than so many may be others.


def same_days(
    text: str,
    sentences: Sequence[Span],
    found: Sequence[Candidate],
    scopes: Sequence[Scope],
    dated: Sequence[Dated],
) -> list[Dated]:
    """The dates of claims, those of incidents filled in from the same people told elsewhere, where their own sentence names no
    day and that of the others does."""
    told, keys = dict[Hashable, list[int]](), [_people(text, one) for one in found]
    for at, key in enumerate(keys):
        if key is not None and scopes[at] == "incident" and dated[at].from_ and dated[at].until:
            told.setdefault(key, []).append(at)
    out = list(dated)
    for at, key in enumerate(keys):
        if key is None or scopes[at] != "incident" or not told.get(key):
            continue
        days = [
            dated[other]
            for other in told[key]
            if _may_be(text, found, at, other)
            and (_is_finer(dated[other], dated[at]) or _is_surer(sentences, found, dated, at, other))
        ]
        if len({(day.from_, day.until) for day in days}) == 1:
            out[at] = days[0]
    return out


def _people(text: str, one: Candidate) -> Hashable:
    """What two claims of the same people share: the harm and the last name, or a figure that is no small one."""
    mention = one.mention
    if mention.name is not None:
        return mention.harm, _name(text, one)[-1:]
    large = (mention.low or 0) >= _FIGURE and not mention.approx
    return (mention.harm, mention.low, mention.high) if large else None


def _is_surer(
    sentences: Sequence[Span], found: Sequence[Candidate], dated: Sequence[Dated], at: int, other: int
) -> bool:
    """Whether the sentence of another claim of the same figure names its day, and that of this one none; a person is spoken of
    on many days."""
    counted = found[at].mention.name is None and not _may_be_others(found[at], found[other])
    return (
        counted and _names_day(sentences, found, dated, other) and not _names_day(sentences, found, dated, at)
    )


def _may_be_others(one: Candidate, other: Candidate) -> bool:
    """Whether few people told far apart may be those of two attacks: "eight" of June and "eight" of April."""
    return (one.mention.low or 0) < _MANY and abs(one.sentence - other.sentence) > _NEAR


def _names_day(
    sentences: Sequence[Span], found: Sequence[Candidate], dated: Sequence[Dated], at: int
) -> bool:
    span = sentences[found[at].sentence]
    return any(span.start <= words.start < span.end for words in dated[at].evidence)


def _is_finer(day: Dated, one: Dated) -> bool:
    """Whether a date tells more than another that it does not contradict."""
    return one.until is None or (day.until or "").startswith(f"{one.until}-")


def _may_be(text: str, found: Sequence[Candidate], at: int, other: int) -> bool:
    """Whether two of one last name may be one person: the names are the same, or one is the last name alone."""
    one, two = _name(text, found[at]), _name(text, found[other])
    return one == two or 1 in (len(one), len(two))


def _name(text: str, one: Candidate) -> tuple[str, ...]:
    name = one.mention.name
    return tuple(text[name.start : name.end].split()) if name is not None else ()
