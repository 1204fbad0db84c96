"""What to leave out when claims or handlings are listed, as conditions of SQL."""

from msgspec import Struct


class ClaimFilter(Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Conditions on a claim; None asks nothing. Names and texts match in either case (ASCII letters).

    `side`, `harm`, `role`, `scope`, `stance` and `report` match as a whole; `source` and `text` match a part of a
    source's name and of the claim's sentence; `place` matches a name and every other spelling of the same place
    (`place_keys` adds places known by their key). `from_` and `until` are dates (YYYY, YYYY-MM or YYYY-MM-DD): the
    claim's own dates must meet that time, or its report's date where the claim has none.
    """

    side: str | None = None
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


class HandlingFilter(Struct, frozen=True, kw_only=True):
    """Conditions on a handling; None asks nothing. `place` matches a part of any of its places or its facility."""

    cargo: str | None = None
    action: str | None = None
    means: str | None = None
    stance: str | None = None
    report: str | None = None
    source: str | None = None
    place: str | None = None
    text: str | None = None


class Condition(Struct, frozen=True):
    """SQL that begins with AND (or is empty), and the values its question marks stand for."""

    sql: str
    values: tuple[str | int | None, ...]


_LIKE = "LIKE '%' || ? || '%' ESCAPE '\\'"
_CLAIM_SENTENCE = (
    "coalesce(substr(r.text, c.sentence_start + 1, c.sentence_end - c.sentence_start), c.quantity_text)"
)
_PLACE = """(c.place = ? COLLATE NOCASE OR c.place_key IN (SELECT value FROM json_each(?)) OR c.place_key IN
(SELECT o.place_key FROM claim AS o WHERE o.place = ? COLLATE NOCASE))"""
# "~" sorts after every digit and dash, so that 2022-03 reaches to the end of its month.
_NOT_BEFORE = "coalesce(c.until, c.\"from\", r.published) || '~' >= ?"
_NOT_AFTER = "coalesce(c.\"from\", c.until, r.published) <= ? || '~'"


def claim_condition(wanted: ClaimFilter) -> Condition:
    """The filter as SQL over `claim AS c` and `report AS r`."""
    parts = _Parts()
    for column in ("side", "harm", "role", "scope", "stance", "report"):
        parts.add(f"c.{column} = ? COLLATE NOCASE", getattr(wanted, column))
    if wanted.place is not None:
        keys = "[" + ", ".join(f'"{key}"' for key in wanted.place_keys) + "]"
        parts.add(_PLACE, wanted.place, keys, wanted.place)
    parts.add(f"c.sources {_LIKE}", _escaped(wanted.source))
    parts.add(_NOT_BEFORE, wanted.from_)
    parts.add(_NOT_AFTER, wanted.until)
    parts.add(f"{_CLAIM_SENTENCE} {_LIKE}", _escaped(wanted.text))
    return parts.condition()


def handling_condition(wanted: HandlingFilter) -> Condition:
    """The filter as SQL over `handling AS h` and `report AS r`."""
    parts = _Parts()
    for column in ("cargo", "action", "stance", "report"):
        parts.add(f"h.{column} = ? COLLATE NOCASE", getattr(wanted, column))
    parts.add("? IN (SELECT value FROM json_each(h.means))", wanted.means)
    parts.add(f"h.sources {_LIKE}", _escaped(wanted.source))
    places = "coalesce(h.place, '') || '|' || coalesce(h.from_place, '') || '|' || coalesce(h.to_place, '')"
    parts.add(f"{places} || '|' || coalesce(h.facility, '') {_LIKE}", _escaped(wanted.place))
    parts.add(f"h.quote {_LIKE}", _escaped(wanted.text))
    return parts.condition()


class _Parts:
    """Conditions gathered one by one; a value of None adds nothing."""

    def __init__(self) -> None:
        self._sql: list[str] = []
        self._values: list[str | int | None] = []

    def add(self, sql: str, *values: str | None) -> None:
        if None not in values:
            self._sql.append(f"AND {sql}")
            self._values.extend(values)

    def condition(self) -> Condition:
        return Condition(" ".join(self._sql), tuple(self._values))


def _escaped(text: str | None) -> str | None:
    """`%` and `_` stand for themselves in what a person types."""
    if text is None:
        return None
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
