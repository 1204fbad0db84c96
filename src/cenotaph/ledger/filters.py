"""What to leave out when claims or handlings are listed, as conditions of SQL."""

from msgspec import Struct

from cenotaph.ledger.database import marks
from cenotaph.ledger.plain import plain
from cenotaph.model import Claim, Report


class ClaimFilter(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Conditions on a claim; None asks nothing. Names and texts match in either case and with or without accents.

    `side`, `harm`, `role`, `scope`, `stance` and `report` match as a whole (`sides` adds other names of the side);
    `source` matches where all its words stand in the claim's sources, `text` a part of the claim's sentence; `place`
    matches a name and every other spelling of the same place (`place_keys` adds places known by their key). `from_`
    and `until` are dates (YYYY, YYYY-MM or YYYY-MM-DD): the claim's own dates must meet that time, or its report's date
    where the claim has none, or none with a year. `verdict` is what people made of it: a Standing, "unjudged", or "any";
    without one, what was rejected is left out and all else is given.
    """

    side: str | None = None
    sides: tuple[str, ...] = ()
    harm: str | None = None
    role: str | None = None
    scope: str | None = None
    stance: str | None = None
    report: str | None = None
    source: str | None = None
    place: str | None = None
    place_keys: tuple[str, ...] = ()
    from_: str | None = None
    until: str | None = None
    text: str | None = None
    verdict: str | None = None


class HandlingFilter(Struct, frozen=True, kw_only=True):
    """Conditions on a handling, as for claims; `place` matches a part of any of its places or its facility."""

    cargo: str | None = None
    action: str | None = None
    means: str | None = None
    stance: str | None = None
    report: str | None = None
    source: str | None = None
    place: str | None = None
    text: str | None = None
    verdict: str | None = None


class JudgementFilter(Struct, frozen=True, kw_only=True):
    """Conditions on a judgement; `on` is the whole id or name of one of the things it is about, `report` that of the
    report it stands in, `id` the beginning of the judgement's own id."""

    id: str | None = None
    on: str | None = None
    subject: str | None = None
    by: str | None = None
    report: str | None = None


class Condition(Struct, frozen=True):
    """SQL that begins with AND (or is empty), and the values its question marks stand for."""

    sql: str
    values: tuple[str | int | None, ...]


# Whoever asks for "Orbo College" or "Orbo College in Tellin" does not ask for all of Tellin.
_PLACE = """(plain(c.place) = plain(?) OR plain(c.place) LIKE plain(?) || ' in %'
OR plain(c.place) LIKE plain(?) || ' (%' OR c.place_key IN ({0}) OR c.place_key IN
(SELECT o.place_key FROM claim AS o WHERE plain(o.place) = plain(?) AND o.place NOT LIKE '% in %'))"""
_SIDE = "(plain(c.side) = plain(?) OR c.side IN ({0}))"
# "~" sorts after every digit and dash, so that 2022-03 reaches to the end of its month.
_DATED = """CASE WHEN c."{0}" NOT LIKE 'X%' THEN c."{0}" END"""
_FROM, _UNTIL = _DATED.format("from"), _DATED.format("until")
_NOT_BEFORE = f"coalesce({_UNTIL}, {_FROM}, r.published) || '~' >= ?"
_NOT_AFTER = f"coalesce({_FROM}, {_UNTIL}, r.published) <= ? || '~'"
_EMPTY_WORDS = {"the", "of", "a", "an"}


def claim_condition(wanted: ClaimFilter) -> Condition:
    """The filter but for its `text` as SQL over `claim AS c` and `report AS r`."""
    parts = _Parts()
    parts.add(_SIDE.format(marks(len(wanted.sides))), wanted.side, *wanted.sides)
    for column in ("harm", "role", "scope", "stance", "report"):
        parts.add(f"lower(c.{column}) = lower(?)", getattr(wanted, column))
    place = _PLACE.format(marks(len(wanted.place_keys)))
    parts.add(place, wanted.place, wanted.place, wanted.place, *wanted.place_keys, wanted.place)
    parts.add_words("c.sources", wanted.source)
    parts.add(_NOT_BEFORE, wanted.from_)
    parts.add(_NOT_AFTER, wanted.until)
    parts.add_verdict("c", wanted.verdict)
    return parts.condition()


def handling_condition(wanted: HandlingFilter) -> Condition:
    """The filter as SQL over `handling AS h` and `report AS r`."""
    parts = _Parts()
    for column in ("cargo", "action", "stance", "report"):
        parts.add(f"lower(h.{column}) = lower(?)", getattr(wanted, column))
    parts.add("instr(h.means, ?) > 0", wanted.means and f'"{wanted.means}"')
    parts.add_words("h.sources", wanted.source)
    places = "coalesce(h.place, '') || '|' || coalesce(h.from_place, '') || '|' || coalesce(h.to_place, '')"
    parts.add(_holds(f"{places} || '|' || coalesce(h.facility, '')"), wanted.place)
    parts.add(_holds("h.quote"), wanted.text)
    parts.add_verdict("h", wanted.verdict)
    return parts.condition()


def judgement_condition(wanted: JudgementFilter) -> Condition:
    """The filter as SQL over `judgement AS j`."""
    parts = _Parts()
    parts.add("(j.one = ? OR j.other = ?)", wanted.on, wanted.on)
    for column in ("subject", "by", "report"):
        parts.add(f'j."{column}" = ?', getattr(wanted, column))
    parts.add("substr(j.id, 1, length(?)) = ?", wanted.id, wanted.id)
    return parts.condition()


def newest(table: str) -> str:
    """SQL that leaves the last version of each claim or handling of a finding."""
    return f"{table}.superseded_by IS NULL"


def stands(table: str) -> str:
    """SQL that leaves the last version of those that no person rejected."""
    return f"{newest(table)} AND ({table}.verdict IS NULL OR {table}.verdict <> 'rejected')"


class _Parts:
    """Conditions gathered one by one; a value of None adds nothing."""

    def __init__(self) -> None:
        self._sql: list[str] = []
        self._values: list[str | int | None] = []

    def add(self, sql: str, *values: str | None) -> None:
        if None not in values:
            self._sql.append(f"AND {sql}")
            self._values.extend(values)

    def add_words(self, column: str, text: str | None) -> None:
        """Every word of the text, in any order, so that "Ministry of Defence" finds "the Defence Ministry"."""
        words = (text or "").split()
        for word in [word for word in words if word.lower() not in _EMPTY_WORDS] or words:
            self.add(_holds(column), word)

    def add_verdict(self, table: str, verdict: str | None) -> None:
        """See ClaimFilter."""
        self._sql.append(f"AND {stands(table) if verdict is None else newest(table)}")
        if verdict == "unjudged":
            self._sql.append(f"AND {table}.verdict IS NULL")
        elif verdict != "any":
            self.add(f"{table}.verdict = ?", verdict)

    def condition(self) -> Condition:
        return Condition(" ".join(self._sql), tuple(self._values))


def speaks_of(claim: Claim, report: Report, text: str | None) -> bool:
    """Whether the claim's sentence has the text. Not in SQL, where `substr` walks through a long report for each claim."""
    if text is None:
        return True
    span = claim.sentence or claim
    return (plain(text) or "") in (plain(report.text[span.start : span.end]) or "")


def _holds(sql: str) -> str:
    return f"instr(plain({sql}), plain(?)) > 0"
