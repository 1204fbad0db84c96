"""The register of sources: every name leads to one entry."""

import re
from collections.abc import Iterable, MutableMapping, Sequence

from msgspec.structs import replace

from cenotaph.model import Report
from cenotaph.trace.corrected import Corrections
from cenotaph.trace.in_context import meant_here
from cenotaph.trace.joint_names import parts_of
from cenotaph.trace.learned import as_outlet, described, fullest, learned
from cenotaph.trace.listed_bodies import body_behind, is_no_name
from cenotaph.trace.naming import Tokens, folded_name, folded_tokens, glosses
from cenotaph.trace.offices import (
    counts_its_own,
    ministry_before,
    office,
    office_in_front,
    office_words,
    seated_office,
)
from cenotaph.trace.plain_names import is_word_here, office_held, plain_name, without_words_before
from cenotaph.trace.shipped import outlet_of, shipped
from cenotaph.trace.source import RegisterEntry, SourceCorrection, SourceRef
from cenotaph.trace.source_kinds import (
    body_of_researchers,
    is_named,
    kind_of,
    maker_of,
    person_in,
    whose_spokesman,
)
from cenotaph.trace.source_words import groups_in_words
from cenotaph.trace.states import (
    authorities,
    datelined_from,
    is_demonym,
    names_nation,
    nation_named_most,
    owner_of,
    state_that_counts,
)
from cenotaph.trace.titles import body_beside, office_beside

_ONE = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)
_KIND_BEFORE = re.compile(
    r"(?:the )?(?:[A-Z]\w*-based )?(?:[a-z][\w-]* )*?(?P<noun>[a-z][a-z-]+) (?P<name>[A-Z][\w'’.-]*(?: [\w'’.-]+)+)$"
)
_MOST_NAMES = 40
_BRITISH = re.compile(r"\b(?:UK|U\.K\.|Brit(?:ain|ish)|London)\b")  # Whose "MoD" it is.
_LANDS = frozenset(("country", "enclave", "nation", "kingdom", "territory", "strip"))
_OF_THE_LAND = (("of", "republic"), ("of", "country"), ("of", "state"))


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
        self._glosses: tuple[str, dict[str, str]] | None = None
        self._spellings: tuple[str, dict[str, str]] = ("", {})
        self.entries: MutableMapping[str, RegisterEntry] = {} if entries is None else entries
        self._corrections = Corrections(corrections)

    def identify_all(
        self,
        name: str,
        report: Report,
        *,
        at: int = 0,
        others: Sequence[str] = (),
        carries: bool = False,
        victims: str | None = None,
    ) -> tuple[SourceRef, ...]:
        """The sources that one credit names: "police and medics" are two, "the Ministry of Trade and Industry" is one.

        `carries` says that the report takes them for outlets.
        """
        parts = (name,) if self._corrections.has(name) else parts_of(name)
        return tuple(
            self.identify(part, report, at=at, others=others, carries=carries, victims=victims)
            for part in parts
        )

    def identify(
        self,
        name: str,
        report: Report,
        *,
        at: int = 0,
        others: Iterable[str] = (),
        carries: bool = False,
        victims: str | None = None,
    ) -> SourceRef:
        """The source that `name`, read at offset `at` of the report, stands for.

        `others` are the names that the report also credits. A source keeps the name it was met under first, as the report spells it.
        """
        found = self._identified(name, report, at, others, victims)
        found = meant_here(folded_tokens(found.name), report.text) or found
        source = self._corrections.applied(name, as_outlet(found) if carries else found)
        return self._spelt_here(source.name, self._entered(name, source), report)

    def outlet(self, name: str) -> SourceRef:
        """The outlet that published a report under that name."""
        return self._entered(name, self._corrections.applied(name, outlet_of(name)))

    def _spelt_here(self, name: str, source: SourceRef, report: Report) -> SourceRef:
        """The source as the report spells its name first, where others spell that otherwise: "Oleh Roe", elsewhere "Oleg Roe"."""
        if source.carries or not source.key.startswith("name:"):
            return source
        if self._spellings[0] != report.id:
            self._spellings = (report.id, {})
        spelt = self._spellings[1].setdefault(source.key, name)
        return source if folded_name(spelt) == folded_name(source.name) else replace(source, name=spelt)

    def _entered(self, name: str, source: SourceRef) -> SourceRef:
        if not source.named:
            return source
        key = entry_name(source)
        known = self.entries.get(key)
        if known is None:
            self.entries[key] = RegisterEntry(source, (name,))
            return source
        kept = _known_better(replace(source, name=known.source.name), known.source)
        new = name not in known.names and len(known.names) < _MOST_NAMES
        if new or kept != known.source:
            self.entries[key] = RegisterEntry(kept, (*known.names, name) if new else known.names)
        return kept

    def _identified(
        self, name: str, report: Report, at: int, others: Iterable[str], victims: str | None = None
    ) -> SourceRef:
        """An office without a nation ("the defence ministry", "the country's army") is that of the state whose authorities
        the report spoke of last, else of the only nation that it names; else it stays unnamed."""
        name = _without_kind(self._spelled_out(plain_name(name), report))
        if (one := _ONE.match(name)) is not None and is_demonym(name[one.end() :]):
            return described(name, report)  # "An American who fights there" is no state.
        tokens = folded_tokens(name)
        bare = tokens[1:] if tokens[:1] and tokens[0] in _LANDS else tokens
        known = meant_here(bare, f"{name} {report.text}") or shipped(tokens)
        if known is not None and not is_no_name(known, name, tokens):
            return (_named_in_full(tokens, others) if known.carries else None) or known
        held = office_held(name)
        if known is None and held is not None and (of_group := shipped(folded_tokens(held))) is not None:
            return of_group
        body = None if known else body_behind(name, tokens)
        if body is not None:
            return body
        tokens = bare if office_words(bare) else tokens
        if tokens[-2:] in _OF_THE_LAND and office_words(tokens[:-2]):
            tokens = tokens[:-2]
        if tokens == ("mod",) and _BRITISH.search(report.text) is not None:
            tokens = ("united", "kingdom", "ministry", "of", "defence")
        if tokens == ("ministry",):
            tokens = ministry_before(report.text, at) or tokens
            if (told := office(tokens)) is not None:
                return told  # "The UK Ministry of Defence ... the ministry added".
        seated = seated_office(tokens)
        if seated is not None:
            return seated
        if victims is not None and counts_its_own(tokens):
            counted = office(tokens, victims)
            if counted is not None and names_nation(victims):
                return counted
        if office_words(tokens):
            side = owner_of(name, report.text, at) or self._side_before(report, at)
            side = side or (victims if victims and names_nation(victims) else None)
            return office(tokens, side) or described(name, report)
        counting = state_that_counts(tokens)
        if counting is not None:
            return counting
        issuer = office_in_front(tokens) if "document" in (kind_of(name), kind_of(name.split()[-1])) else None
        if issuer is not None:
            return issuer
        maker = maker_of(name) or body_of_researchers(name) or whose_spokesman(name)
        if maker is not None:
            return self._identified(maker, report, at, others, victims)
        person = without_words_before(person_in(name))
        if not is_named(person) and not _is_called_so(person, others):
            return described(name, report)
        full = person_in(fullest(person, map(_without_kind, others)))
        if full == person and is_word_here(person, report.text):
            return described(name, report)
        listed = shipped(folded_tokens(full))
        if listed is not None and known == listed:
            return described(name, report)  # Words that only spell an outlet's name.
        return listed or self._person(full, person, report)

    def _person(self, full: str, name: str, report: Report) -> SourceRef:
        """A person or body that is not listed; one that its words do not tell the kind of is what the report says beside it."""
        source = learned(full)
        if source.kind != "unknown":
            return source
        body = body_beside(full, report.text) or body_beside(name, report.text)
        if body is not None:
            return replace(source, kind=body.kind, house=body.key)
        office = office_beside(full, report.text) or office_beside(name, report.text)
        return source if office is None else replace(source, kind=office[0], side=source.side or office[1])

    def _spelled_out(self, name: str, report: Report) -> str:
        """The name for which the report says that its short form stands: "the Valley Tracker (VT)"."""
        if not name.removeprefix("the ").isupper():
            return name
        if self._glosses is None or self._glosses[0] != report.id:
            self._glosses = (report.id, glosses(report.text))
        return self._glosses[1].get(name.removeprefix("the "), name)

    def _side_before(self, report: Report, at: int) -> str | None:
        """The state whose authorities were spoken of last before `at`; else the one whose capital the text is datelined from,
        else the one that it names most."""
        if self._authorities is None or self._authorities[0] != report.id:
            self._authorities = (report.id, authorities(report.text))
        found = self._authorities[1]
        before = [side for where, side in found if where < at]
        if before:
            return before[-1]
        datelined = datelined_from(report.text)
        if datelined is not None:
            return datelined
        return nation_named_most(report.text)


def _named_in_full(tokens: Tokens, others: Iterable[str]) -> SourceRef | None:
    """The one listed outlet among the names that a report credits whose name ends in a shorter one: "the Times" for the New
    York Times."""
    longer = {shipped(held) for held in map(folded_tokens, others) if held[-len(tokens) :] == tokens != held}
    found = longer.pop() if len(longer) == 1 else None
    return found if found is not None and found.carries else None


def _without_kind(name: str) -> str:
    """The name of a group without what kind it is: "the Belgium-based nonprofit | Valley Aid Network"."""
    found = _KIND_BEFORE.match(name)
    return found["name"] if found is not None and folded_name(found["noun"]) in groups_in_words() else name


def _is_called_so(name: str, others: Iterable[str]) -> bool:
    """Whether common words with capitals are a group's name: another credit has "the Chad-based group | Human Rights Defenders"."""
    return name.istitle() and any(
        other != name and other.endswith(name) and _without_kind(other) == name for other in others
    )


def entry_name(source: SourceRef) -> str:
    """Under what a named source stands in the register: two of one name and different kinds are two, but a person is one
    whether a report tells his office or not."""
    is_learned = source.key.startswith("name:") and not source.carries
    return f"{source.key} {kind_of(source.name) if is_learned else source.kind}"


def _known_better(source: SourceRef, known: SourceRef) -> SourceRef:
    """The source with the kind and side that another report tells, where this one tells none."""
    if source.kind != "unknown" and source.side is not None:
        return source
    kind = known.kind if source.kind == "unknown" else source.kind
    return replace(source, kind=kind, side=source.side or known.side)
