"""Sources that the language pack does not list: learned by their name, or told apart only within their report."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from cenotaph.model import Report
from cenotaph.trace.institutions import is_institution
from cenotaph.trace.naming import Tokens, folded_name, folded_tokens
from cenotaph.trace.shipped import based, body_named, house_of, is_listed, shipped
from cenotaph.trace.source import PROTECTED, SourceRef
from cenotaph.trace.source_kinds import is_anyone, is_named, kind_of, person_in
from cenotaph.trace.spellings import sound, spelt_alike
from cenotaph.trace.states import names_nation, nation_in, side_in

_PART_OF = re.compile(
    r".*\b(?:[Cc]ent(?:er|re)|[Dd]epartment|[Dd]irectorate|[Dd]ivision|[Ww]ing|[Oo]ffice|[Uu]nit|[Bb]ranch|[Cc]ommittee) of (?:the )?(.+)$"
)
_SEAT = re.compile(r"^(?:[Tt]he )?[\w.]+-based (?=[A-Z])")
_OWNER = re.compile(r"((?:[A-Z][\w.]*)(?: [A-Z][\w.]*){0,3})['’]s? (?=[A-Z\d])")


def described(name: str, report: Report) -> SourceRef:
    """A source that is described and not named. It is told apart only within its report.

    One person of a listed body speaks for that body: "a senior military official of NATO".
    """
    kind = kind_of(name)
    house = body_named(name) if is_anyone(name) or kind == "UN" else None
    return SourceRef(
        f"in:{report.id}:{folded_name(name)}",
        name,
        kind,
        side_in(folded_tokens(name)),
        named=False,
        protected=kind in PROTECTED and not is_institution(name),
        house=house.key if house else None,
        house_name=house.name if house else None,
    )


def learned(name: str) -> SourceRef:
    """A source with a name of its own, which a nation before it is no part of ("Ukraine's Coordination Headquarters"), nor
    where it sits ("the London-based Peace Desk")."""
    nation = nation_in(folded_tokens(name))
    short = _without_nation(_SEAT.sub("", name))
    house = _house(short)
    return SourceRef(
        f"name:{spelt_alike(short)}",
        short,
        kind_of(short),
        nation.side if nation else None,
        house=house.key if house else None,
        house_name=house.name if house else None,
    )


def _house(name: str) -> SourceRef | None:
    """The office that a centre or wing is of: "the Operations Centre of Chad's Health Ministry"."""
    part = _PART_OF.match(name)
    house = shipped(folded_tokens(part[1])) if part is not None else None
    return house if house is not None and house.kind in ("military", "official") else None


def _without_nation(name: str) -> str:
    owner = _OWNER.match(name)
    return (
        name[owner.end() :]
        if owner is not None and names_nation(owner[1]) and is_named(name[owner.end() :])
        else name
    )


def as_outlet(source: SourceRef) -> SourceRef:
    """The source as the outlet that a report takes it for, where the register knows no better."""
    known = is_listed(source) or source.kind not in ("unknown", "outlet") or not source.named
    return source if known else replace(source, kind="outlet")


def fullest(name: str, others: Iterable[str]) -> str:
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
    longer, tokens = (tuple(map(sound, words)) for words in (longer, tokens))
    if anywhere:
        return any(longer[at : at + len(tokens)] == tokens for at in range(len(longer) - len(tokens) + 1))
    return tokens in (longer[-len(tokens) :], longer[: len(tokens)])


def _is_lead(tokens: Tokens) -> bool:
    """Whether the words begin with where a body is ("Britain-based")."""
    return len(tokens) > 2 and tokens[1] in based()
