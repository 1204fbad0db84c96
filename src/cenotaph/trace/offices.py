"""The offices of states: "Ukraine's military", "the Russian Defence Ministry", "the foreign ministry in Cairo"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any, cast

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, folded_name, folded_tokens
from cenotaph.trace.source import SourceKind, SourceRef
from cenotaph.trace.states import armed_group, nation_in, nations, seats

_LONGEST_SEAT = 3
_LONGEST_GROUP = 3
_MINISTRY = re.compile(r"(?:[A-Z][\w.]*(?:['’]s)? )?[Mm]inistry of (?:the )?\w+|\w+ [Mm]inistry(?! of\b)")
_HEADS = frozenset(("head", "chief", "director"))
_SPEAKERS = frozenset(("spokesman", "statement", "representative", "report"))


def office_words(tokens: Tokens) -> bool:
    """Whether the words name a state's office, and no state."""
    name = " ".join(_without_speaker(tokens))
    return name in _offices() and name not in _listed_words("ambiguous_offices")


def counts_its_own(tokens: Tokens) -> bool:
    """Whether the words name an office, and no state, that counts its own state's dead, as those of health do."""
    name = " ".join(_without_speaker(tokens))
    own = _offices().get(name, {}).get("own") or ()
    return own is True or name in own


def office(tokens: Tokens, side: str | None = None) -> SourceRef | None:
    """The office of a state that the words name, nation included; of `side` where they name none."""
    nation = nation_in(tokens)
    if nation is not None:
        side, tokens = nation.side, tokens[: nation.start] + tokens[nation.end :]
        tokens = without_fillers(tokens)
    entry = _listed(tokens)
    if entry is None:
        side, entry = _of_group(tokens)
    if entry is None or side is None:
        return None
    name = entry.get("shown", {}).get(side) or f"{entry['name']} {side}"
    return SourceRef(f"source:{folded_name(name)}", name, cast(SourceKind, entry["kind"]), side)


def _listed(tokens: Tokens) -> dict[str, Any] | None:
    """The row of the office that words without a nation name."""
    names = (" ".join(_without_speaker(tokens)), " ".join(_without_head(tokens)))
    return next((_offices()[name] for name in names if name in _offices()), None)


def _of_group(tokens: Tokens) -> tuple[str | None, dict[str, Any] | None]:
    """The armed group in front of an office that is no army's, with the row of that: "the Taliban's | interior ministry", "the
    Houthi-run | health ministry"."""
    for size in range(1, min(len(tokens), _LONGEST_GROUP + 1)):
        group = armed_group(" ".join(tokens[:size]))
        if group is not None:
            rest = tokens[size:]
            row = _listed(rest[1:] if rest[0] in _listed_words("based", "around") else rest)
            return group.side, row if row is not None and row["kind"] == "official" else None
    return None, None


def seated_office(tokens: Tokens) -> SourceRef | None:
    """The office that the words place in a state or its capital: "General Staff in | Kyiv", "Moscow's | Defence Ministry"; not what
    a city has itself ("Kyiv's ambulance service"), nor what a state has in others ("the embassy in Kyiv")."""
    sizes = range(1, min(len(tokens), _LONGEST_SEAT + 1))
    owned = (_seated(tokens[:size], tokens[size:]) for size in sizes)
    is_abroad = nation_in(tokens[:-2]) is None and not _listed_words("offices_abroad").isdisjoint(tokens)
    placed = (
        _seated(tokens[-size:], tokens[: -size - 1])
        for size in sizes
        if not is_abroad and tokens[-size - 1 : -size] == ("in",)
    )
    return next((one for one in chain(owned, placed) if one is not None), None)


def _seated(seat: Tokens, tokens: Tokens) -> SourceRef | None:
    """The office of the state that has its seat there, unless cities have their own."""
    side = seats().get(" ".join(seat))
    if side is None or "police" in tokens:
        return None
    is_capital = " ".join(seat) not in nations()
    of_province = (
        tokens[:1] == ("state",) and " ".join(tokens) not in _offices()
    )  # "Khartoum | State health ministry".
    is_own = is_capital and (
        of_province or " ".join(_without_speaker(tokens)) in _listed_words("city_offices")
    )
    return None if is_own else office(tokens, side)


def office_in_front(tokens: Tokens) -> SourceRef | None:
    """The office of a state that opens the words for a document: "a French government | security assessment"."""
    nation = nation_in(tokens)
    if nation is None:
        return None
    tokens = tokens[nation.start :]
    found = (office(tokens[:end]) for end in range(len(tokens) - 1, 1, -1))
    return next((one for one in found if one is not None), None)


def without_fillers(tokens: Tokens) -> Tokens:
    """The words without those that may stand between an office and its state, and without "of" at either end."""
    kept = [word for word in tokens if word not in _fillers()]
    while kept[-1:] == ["of"]:
        kept.pop()
    while kept[:1] == ["of"]:
        kept.pop(0)
    return tuple(kept)


def ministry_before(text: str, at: int) -> Tokens | None:
    """The ministry that a text names last before `at`, as the words of its office: what "the ministry" means."""
    named = [folded_tokens(match[0]) for match in _MINISTRY.finditer(text, 0, at)]
    return next((tokens for tokens in reversed(named) if office_words(tokens) or office(tokens)), None)


def _without_speaker(tokens: Tokens) -> Tokens:
    """The words of an office without the one who speaks for it: "military spokesman" is the military."""
    while len(tokens) > 1 and tokens[-1] in _SPEAKERS:
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0] in (*_SPEAKERS, "official", "of", "for", "from"):
        tokens = tokens[1:]
    return tuple(word for word in tokens if word not in ("state", "for")) if len(tokens) > 2 else tokens


def _without_head(tokens: Tokens) -> Tokens:
    """The words of an office without the one who is at its head: "intelligence | chief", "head of | coast guard"."""
    if tokens[-1:] == ("chief",):
        return tokens[:-1]
    return tokens[2:] if tokens[:1] and tokens[0] in _HEADS and tokens[1:2] == ("of",) else tokens


@cache
def _listed_words(what: str, table: str = "words") -> frozenset[str]:
    return frozenset(map(folded_name, load_pack("sources")[table][what]))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(token for word in _listed_words("fillers") for token in word.split())


@cache
def _offices() -> dict[str, dict[str, Any]]:
    listed = {
        folded_name(word): entry for entry in load_pack("sources")["offices"] for word in entry["names"]
    }
    return {**dict(_ministries()), **listed}


def _ministries() -> Iterator[tuple[str, dict[str, Any]]]:
    for task in map(folded_name, load_pack("sources")["ministries"]):
        entry = {"name": f"{task.capitalize()} Ministry of", "kind": "official", "own": True}
        yield from ((f"{task} {who}", entry) for who in ("ministry", "minister"))
        yield from ((f"{who} of {task}", entry) for who in ("ministry", "minister"))
