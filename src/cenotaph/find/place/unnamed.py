"""Places that only help to find one that has no name yet: "a village near Tellin", "in western Sarmin"."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

REGION, WIDE = 2, 3  # Ranks, as in the pack `places`.
A_QUARTER = (" district", " area", " neighborhood", " neighbourhood", " quarter", " suburb")
_UNNAMED = frozenset(("district", "quarter", "neighborhood", "neighbourhood", "suburb", "area"))
BEFORE = 70  # Characters.


def ends_on(name: str, nouns: tuple[str, ...]) -> bool:
    """Whether a name ends on one of the nouns, be it written in capitals."""
    return (name.lower() if name.isupper() else name).endswith(nouns)


def widened(context: ClaimContext, where: Where) -> Where:
    """The place as a wide one where it has no name yet: "in a remote village of Butuan City", "in western Baghdad"."""
    if where.span is None:
        return where
    before = max(0, where.span.start - BEFORE)
    if _is_of_a_quarter(context, where.span):
        return where._replace(rank=min(where.rank, REGION))
    unnamed = is_directed(where) or _is_help(context, where, before) or _owns_unnamed(context, where.span)
    return where._replace(rank=min(where.rank, WIDE)) if unnamed else where


def _is_of_a_quarter(context: ClaimContext, span: Span) -> bool:
    """ "In a Tellin district": a quarter that the report may name below."""
    text = context.plain
    return text.endswith((" a ", " an "), 0, span.start) and text.startswith(A_QUARTER, span.end)


def _owns_unnamed(context: ClaimContext, span: Span) -> bool:
    """ "Tellin's most popular shopping district"."""
    behind = cue("unnamed-behind").found(context.text, span.end, span.end + BEFORE)
    return behind is not None and all(word.islower() for word in behind.group().split()[1:])


def has_unnamed_quarter(context: ClaimContext, span: Span) -> bool:
    """ "In a Tellin district", "near a district in Tellin", "in Tellin's main district"."""
    before = cue("unnamed").found(context.text, max(0, span.start - BEFORE), span.start)
    quarter = before is not None and not _UNNAMED.isdisjoint(before.group().lower().split())
    return quarter or _is_of_a_quarter(context, span) or _owns_unnamed(context, span)


def _is_help(context: ClaimContext, where: Where, before: int) -> bool:
    """Whether a place only helps to find another: "in a remote village of", "near", "30 km north of" it."""
    start = where.span.start if where.span is not None else before
    return any(cue(name).found(context.text, before, start) for name in ("unnamed", "near-before"))


def is_directed(where: Where) -> bool:
    """Whether a place begins with a point of the compass: "western Baghdad"."""
    return cue("compass").found(f"{(where.name or '').partition(' ')[0]} ") is not None


def bare(where: Where) -> str:
    """The name without the point of the compass before it."""
    name = where.name or ""
    return name.partition(" ")[2] or name if is_directed(where) else name
