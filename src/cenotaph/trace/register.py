"""The source register: every name of a source leads to one entry; shipped for the well-known, learned for the rest."""

import re
from collections.abc import Iterable, MutableMapping, Sequence
from functools import cache, lru_cache
from typing import Any, cast

from msgspec.structs import replace

from cenotaph.language import load_pack
from cenotaph.model import Report
from cenotaph.problems import CenotaphError
from cenotaph.trace.naming import Tokens, folded_name, folded_tokens
from cenotaph.trace.source import PROTECTED, RegisterEntry, SourceCorrection, SourceKind, SourceRef
from cenotaph.trace.source_kinds import is_named, kind_of, person_in
from cenotaph.trace.states import (
    authorities,
    nation_in,
    nations_named,
    office,
    office_words,
    party,
    without_fillers,
)

_LISTED: tuple[SourceKind, ...] = ("agency", "outlet", "UN", "NGO", "military", "official")
_AND = re.compile(r",? and (?:the |an? )?|, ")
_REPOST = re.compile(r"\(.*?\)")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com?|org|net|info|news|tv|[a-z]{2}).*$")
_MOST_WORDS_AROUND = 4
_MOST_NAMES = 40
_MOST_STEPS = 20


class CorrectionsCircle(CenotaphError):
    """Corrections that make one source another and that one the first."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The corrections of sources go round in a circle at {name}; take one of them back, so that one name is left."
        )


class Register:
    """Leads names to sources. Within one report a shorter name ("Sych") means the longer one it is part of.

    `entries` holds the named sources that were met, by `entry_name`; people's `corrections` come before all else.
    """

    def __init__(
        self,
        entries: MutableMapping[str, RegisterEntry] | None = None,
        corrections: Iterable[SourceCorrection] = (),
    ) -> None:
        self._authorities: tuple[str, list[tuple[int, str]]] | None = None
        self.entries: MutableMapping[str, RegisterEntry] = {} if entries is None else entries
        self._corrections = {folded_name(one.name): one for one in corrections}

    def identify_all(
        self, name: str, report: Report, *, at: int = 0, others: Sequence[str] = (), carries: bool = False
    ) -> tuple[SourceRef, ...]:
        """The sources that one credit names: "police and medics" are two, "the Ministry of Trade and Industry" is one.

        `carries` says that the report takes them for outlets.
        """
        parts = (name,) if self._is_corrected(name) else parts_of(name)
        return tuple(self.identify(part, report, at=at, others=others, carries=carries) for part in parts)

    def identify(
        self, name: str, report: Report, *, at: int = 0, others: Iterable[str] = (), carries: bool = False
    ) -> SourceRef:
        """The source that `name`, read at offset `at` of the report, stands for.

        `others` are the names that the report also credits. A source keeps the name under which it was met first.
        """
        found = self._identified(name, report, at, others)
        return self._entered(name, self._corrected(name, as_outlet(found) if carries else found))

    def outlet(self, name: str) -> SourceRef:
        """The outlet that published a report under that name."""
        return self._entered(name, self._corrected(name, outlet_of(name)))

    def _entered(self, name: str, source: SourceRef) -> SourceRef:
        if not source.named:
            return source
        key = entry_name(source)
        known = self.entries.get(key)
        if known is None:
            self.entries[key] = RegisterEntry(source, (name,))
            return source
        kept = replace(source, name=known.source.name)
        new = name not in known.names and len(known.names) < _MOST_NAMES
        if new or kept != known.source:
            self.entries[key] = RegisterEntry(kept, (*known.names, name) if new else known.names)
        return kept

    def _is_corrected(self, name: str) -> bool:
        return bool(self._corrections) and folded_name(name) in self._corrections

    def _corrected(self, name: str, source: SourceRef) -> SourceRef:
        """The source as people say it is, by the name that was read or by the one it leads to."""
        if not self._corrections:
            return source
        said = self._corrections.get(folded_name(name))
        if said is not None:
            source = _parted(name, source, said)
        for _ in range(_MOST_STEPS):
            said = self._corrections.get(folded_name(source.name))
            if said is None or said.same_as is None:
                break
            source = _parted(source.name, source, said)
        else:
            raise CorrectionsCircle(source.name)
        return _described_as(source, self._corrections.get(folded_name(source.name)))

    def _identified(self, name: str, report: Report, at: int, others: Iterable[str]) -> SourceRef:
        """An office without a nation ("the defence ministry", "the country's army") is that of the state whose authorities
        the report spoke of last, else of the only nation that it names; else it stays unnamed."""
        tokens = folded_tokens(name)
        known = shipped(tokens)
        if known is not None:
            return known
        if tokens[:1] == ("country",) and office_words(tokens[1:]):
            tokens = tokens[1:]
        if office_words(tokens):
            side = self._side_before(report, at)
            return office(tokens, side) or _described(name, report)
        person = person_in(name)
        if not is_named(person):
            return _described(name, report)
        full = person_in(_fullest(person, others))
        return shipped(folded_tokens(full)) or _learned(full)

    def _side_before(self, report: Report, at: int) -> str | None:
        """The state whose authorities were spoken of last before `at`; behind it, only if they are one state's."""
        if self._authorities is None or self._authorities[0] != report.id:
            self._authorities = (report.id, authorities(report.text))
        found = self._authorities[1]
        before = [side for where, side in found if where < at]
        if before:
            return before[-1]
        sides = nations_named(report.text)
        return next(iter(sides)) if len(sides) == 1 else None


def parts_of(name: str) -> tuple[str, ...]:
    """The sources that a name gives together, where each stands alone; else the name itself."""
    parts = [part for part in _AND.split(name) if part]
    if len(parts) == 1 or shipped(folded_tokens(name)) or not all(map(_stands_alone, parts)):
        return (name,)
    return tuple(parts)


@lru_cache(50_000)
def shipped(tokens: Tokens) -> SourceRef | None:
    """The entry of the language pack for a folded name, with or without what may stand around it; a state's office."""
    found = _entries().get(" ".join(tokens))
    if found is not None or not tokens:
        return found
    found = office(tokens) or party(" ".join(tokens)) or party(" ".join(without_fillers(tokens)))
    if found is not None:
        return found
    for start, end in _inner(tokens):
        found = _entries().get(" ".join(tokens[start:end]))
        if found is not None:
            return found
    return None


def outlet_of(name: str) -> SourceRef:
    """The entry for the outlet that published a report: a repost ("Daily Mail (repost)") is its outlet's, and a web
    address ("www.dailymail.co.uk") that of the outlet which is spelt so."""
    tokens = folded_tokens(_REPOST.sub("", name))
    known = shipped(tokens) or _joined().get(_ADDRESS.sub("", name.lower())) or _joined().get("".join(tokens))
    return known if known is not None and known.carries else _carrier(name)


def house_of(source: SourceRef) -> SourceRef:
    """The source that it belongs to or speaks for; itself where it stands alone."""
    if source.house is None:
        return source
    known = _by_key().get(source.house)
    return known or SourceRef(source.house, source.house_name or source.house, source.kind, source.side)


def shipped_name(name: str) -> str | None:
    """The name under which the language pack has the source that goes by `name`; None where it has none."""
    known = shipped(folded_tokens(name))
    return None if known is None else known.name


def entry_name(source: SourceRef) -> str:
    """Under what a named source stands in the register: two of one name and different kinds are two."""
    return f"{source.key} {source.kind}"


def _parted(name: str, source: SourceRef, said: SourceCorrection) -> SourceRef:
    if said.same_as is not None:
        return shipped(folded_tokens(said.same_as)) or _learned(said.same_as)
    return _learned(name) if said.apart else source


def _described_as(source: SourceRef, said: SourceCorrection | None) -> SourceRef:
    if said is None:
        return source
    house = said.belongs_to and (shipped(folded_tokens(said.belongs_to)) or _learned(said.belongs_to))
    return replace(
        source,
        kind=said.kind or source.kind,
        side=source.side if said.side is None else said.side or None,
        protected=source.protected if said.protected is None else said.protected,
        house=house.key if house else source.house,
        house_name=house.name if house else source.house_name,
    )


def _stands_alone(part: str) -> bool:
    tokens = folded_tokens(part)
    return (
        tokens[:1] == ("other",)
        or shipped(tokens) is not None
        or kind_of(part) != "unknown"
        or office_words(tokens)
    )


def _described(name: str, report: Report) -> SourceRef:
    """A source that is described and not named. It is told apart only within its report."""
    kind, nation = kind_of(name), nation_in(folded_tokens(name))
    return SourceRef(
        f"in:{report.id}:{folded_name(name)}",
        name,
        kind,
        nation.side if nation else None,
        named=False,
        protected=kind in PROTECTED,
    )


def _learned(name: str) -> SourceRef:
    nation = nation_in(folded_tokens(name))
    return SourceRef(f"name:{folded_name(name)}", name, kind_of(name), nation.side if nation else None)


def _carrier(name: str) -> SourceRef:
    return SourceRef(f"name:{folded_name(name)}", name, "outlet")


def as_outlet(source: SourceRef) -> SourceRef:
    """The source as the outlet that a report takes it for, where the register knows no better."""
    known = source.key in _by_key() or source.kind not in ("unknown", "outlet") or not source.named
    return source if known else replace(source, kind="outlet")


def _fullest(name: str, others: Iterable[str]) -> str:
    """The one longer name among the others that holds this one; the name itself where none or several do.

    A person's name is held at either end ("Sych" in "Olena Sych"), a body's anywhere ("the Observatory").
    """
    tokens = folded_tokens(name)
    while tokens[1:] and _is_lead(tokens):
        tokens = tokens[2:]
    anywhere = kind_of(name) != "unknown"
    people = dict.fromkeys(map(person_in, _with_houses(others)))
    longer = {
        folded_tokens(other): other
        for other in people
        if len(folded_tokens(other)) > len(tokens)
        and _holds(folded_tokens(other), tokens, anywhere=anywhere)
        and is_named(other)
    }
    whole = {shipped(held) or held for held in longer}
    return next(iter(longer.values())) if len(whole) == 1 else name


def _with_houses(names: Iterable[str]) -> Iterable[str]:
    """The names, and those of the bodies that the people among them speak for."""
    for name in names:
        yield name
        known = shipped(folded_tokens(name))
        if known is not None and known.house is not None:
            yield house_of(known).name


def _holds(longer: Tokens, tokens: Tokens, *, anywhere: bool) -> bool:
    if anywhere:
        return any(longer[at : at + len(tokens)] == tokens for at in range(len(longer) - len(tokens) + 1))
    return tokens in (longer[-len(tokens) :], longer[: len(tokens)])


def _is_lead(tokens: Tokens) -> bool:
    """Whether the words begin with where a body is ("Britain-based")."""
    return len(tokens) > 2 and tokens[1] in _around()[2]


def _inner(tokens: Tokens) -> Iterable[tuple[int, int]]:
    """Stretches of the words that leave out only what may stand around a name, the longest first."""
    before, behind, based = _around()
    count = len(tokens)
    starts = [0]
    for start in range(1, min(count, _MOST_WORDS_AROUND + 1)):
        lead = tokens[:start]
        if " ".join(lead) in before or lead[-1] in based or _only_nation(lead, before):
            starts.append(start)
    ends = [count]
    ends += [
        end
        for end in range(count - 1, max(0, count - _MOST_WORDS_AROUND), -1)
        if " ".join(tokens[end:]) in behind
    ]
    return ((start, end) for end in ends for start in starts if start < end and (start, end) != (0, count))


def _only_nation(words: Tokens, before: frozenset[str]) -> bool:
    """Whether the words are a nation's, with or without one more that may stand before a name ("Syrian state")."""
    nation = nation_in(words)
    if nation is None or nation.start:
        return False
    rest = " ".join(words[nation.end :])
    return not rest or rest in before


@cache
def _around() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    pack = load_pack("sources")["around"]
    before, behind, based = (
        frozenset(map(folded_name, pack[name])) for name in ("before", "behind", "based")
    )
    return before, behind, based


@cache
def _entries() -> dict[str, SourceRef]:
    """Every folded name of the language pack; a name given twice leads to its first entry."""
    pack = load_pack("sources")
    found: dict[str, SourceRef] = {}
    for kind in _LISTED:
        for row in pack[kind]:
            _enter(found, row, _entry(row, kind))
    for row in pack["people"]:
        _enter(found, row, _entry(row, cast(SourceKind, row["kind"])))
    return found


@cache
def _joined() -> dict[str, SourceRef]:
    """Outlets by their names written as one word."""
    return {name.replace(" ", ""): entry for name, entry in _entries().items() if entry.carries}


def _enter(found: dict[str, SourceRef], row: dict[str, Any], entry: SourceRef) -> None:
    for name in (row["name"], *row.get("names", ())):
        found.setdefault(folded_name(name), entry)


def _entry(row: dict[str, Any], kind: SourceKind) -> SourceRef:
    house = row.get("house") or row.get("office")
    return SourceRef(
        _key(row["name"]), row["name"], kind, row.get("side"), house=_key(house) if house else None
    )


def _key(name: str) -> str:
    return f"source:{folded_name(name)}"


@cache
def _by_key() -> dict[str, SourceRef]:
    """Entries by key, with the offices that spokesmen speak for."""
    found = {entry.key: entry for entry in _entries().values()}
    for row in load_pack("sources")["people"]:
        body = office(folded_tokens(row["office"])) if "office" in row else None
        if body is not None:
            found[body.key] = body
    return found
