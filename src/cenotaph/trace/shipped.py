"""The sources that the language pack lists, with or without the words that may stand around a name."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, cast

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, common_words, folded_name, folded_tokens
from cenotaph.trace.offices import office, without_fillers
from cenotaph.trace.source import SourceKind, SourceRef
from cenotaph.trace.spellings import sounded, spelt_alike
from cenotaph.trace.states import armed_group, nation_in, party
from cenotaph.trace.un_bodies import described_names

_LISTED: tuple[SourceKind, ...] = ("agency", "outlet", "UN", "NGO", "military", "official")
_REPOST = re.compile(r"\(.*?\)")
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com?|org|net|info|news|tv|[a-z]{2}).*$")
_MOST_WORDS_AROUND = 4
_BRANCHES = ((), ("office",), ("branch",), ("chapter",), ("section",), ("bureau",), ("director",))
_GOVERNS = ("administration", "government", "cabinet")


@lru_cache(50_000)
def shipped(tokens: Tokens) -> SourceRef | None:
    """The entry of the language pack for a folded name, with or without what may stand around it; a state's office."""
    found = _entries().get(" ".join(tokens))
    if found is not None or not tokens:
        return found
    plain = tokens[1:] if tokens[0] == "official" else tokens
    found = _as_listed(office(tokens)) or party(" ".join(plain)) or party(" ".join(without_fillers(tokens)))
    found = found or _national_society(tokens) or _government_of(tokens)
    if found is not None:
        return found
    for words in stretches(tokens)[1:]:
        name = " ".join(words)
        found = _entries().get(name) or armed_group(name)
        if found is not None:
            return found
    found = _before_noun(tokens) or (_joined().get(tokens[0]) if len(tokens) == 1 else None)
    return found or _people_by_sound().get(sounded(tokens))


def _as_listed(body: SourceRef | None) -> SourceRef | None:
    """A state's office as the pack lists it, where it has a row of its own."""
    return None if body is None else _by_key().get(body.key, body)


def _before_noun(tokens: Tokens) -> SourceRef | None:
    """The listed body whose name stands before what it is: "Chad's | Harbour Watch | rescue service"."""
    for end in range(max(1, len(tokens) - _MOST_WORDS_AROUND), len(tokens)):
        if " ".join(tokens[end:]) in _nouns_of_bodies():
            found = shipped(tokens[:end])
            return None if found is None or found.carries or found.kind == "party" else found
    return None


def _national_society(tokens: Tokens) -> SourceRef | None:
    """The Red Cross or Red Crescent of a state, which is not the international committee."""
    nation = nation_in(tokens)
    society = " ".join(tokens[nation.end :]).removesuffix(" society") if nation and not nation.start else ""
    if nation is None or society not in load_pack("sources")["words"]["national_societies"]:
        return None
    name = f"{society.title()} of {nation.side}"
    return SourceRef(_key(name), name, "NGO")


def outlet_of(name: str) -> SourceRef:
    """The entry for the outlet that published a report: a repost ("Daily Mail (repost)") is its outlet's, and a web
    address ("www.dailymail.co.uk") that of the outlet which is spelt so."""
    tokens = folded_tokens(_REPOST.sub("", name))
    known = (
        _published_under(tokens)
        or _joined().get(_ADDRESS.sub("", name.lower()))
        or _joined().get("".join(tokens))
    )
    return known if known is not None and known.carries else carrier(name)


def _published_under(tokens: Tokens) -> SourceRef | None:
    """The entry of a folded name, with no words left out where the rest is a common word: "Time News" is not Time."""
    known = shipped(tokens)
    if known is None or len(tokens) == 1 or " ".join(tokens) in _entries():
        return known
    by_word = any(word in common_words() and _entries().get(word) == known for word in tokens)
    return None if by_word else known


def house_of(source: SourceRef) -> SourceRef:
    """The source that it belongs to or speaks for; itself where it stands alone."""
    if source.house is None:
        return source
    known = _by_key().get(source.house)
    return known or SourceRef(source.house, source.house_name or source.house, source.kind, source.side)


def _government_of(tokens: Tokens) -> SourceRef | None:
    """The government of a state by whoever leads it: "the Biden | administration", "administration of President | Joe Biden"."""
    leader = tokens[:-1] if tokens[-1:] and tokens[-1] in _GOVERNS else ()
    if tokens[1:2] == ("of",) and tokens[0] in _GOVERNS:
        leader = tokens[2:]
    known = next(
        (_entries()[" ".join(words)] for words in stretches(leader) if " ".join(words) in _entries()), None
    )
    is_leader = known is not None and known.kind == "official" and known.side is not None
    return office(("government",), known.side) if known is not None and is_leader else None


def shipped_name(name: str) -> str | None:
    """The name under which the language pack has the source that goes by `name`; None where it has none."""
    known = shipped(folded_tokens(name))
    return None if known is None else known.name


def body_named(name: str) -> SourceRef | None:
    """The listed body of several states that words for a person name as his ("a NATO officer", "an official of the UN")."""
    tokens = folded_tokens(name)
    stretches = (tokens[start:end] for start in range(len(tokens)) for end in range(len(tokens), start, -1))
    bodies = (_entries().get(" ".join(words)) for words in stretches)
    return next((body for body in bodies if body and not body.carries and body.side is None), None)


def carrier(name: str) -> SourceRef:
    """An outlet that the pack does not list, by its name."""
    return SourceRef(f"name:{spelt_alike(name)}", name, "outlet")


def is_listed(source: SourceRef) -> bool:
    """Whether the language pack has that source."""
    return source.key in _by_key()


@lru_cache(50_000)
def stretches(tokens: Tokens) -> tuple[Tokens, ...]:
    """The words, and what of them is left without words that may stand around a name."""
    return (tokens, *(tokens[start:end] for start, end in _inner(tokens)))


def _inner(tokens: Tokens) -> Iterable[tuple[int, int]]:
    """Stretches of the words that leave out only what may stand around a name, the longest first."""
    before, behind = _around()
    count = len(tokens)
    starts = [0, *(n for n in range(1, min(count, _MOST_WORDS_AROUND + 1)) if _leads(tokens[:n], before))]
    ends = [count]
    ends += [
        end
        for end in range(count - 1, max(0, count - _MOST_WORDS_AROUND), -1)
        if _is_around(tokens[end:], behind) or _is_branch(tokens[end:]) or _tells_where(tokens[end:])
    ]
    return ((start, end) for end in ends for start in starts if start < end and (start, end) != (0, count))


def _is_owner(words: Tokens) -> bool:
    """Whether the words are one body's name, as in "Hezbollah's | al-Manar", "the UN's | MONUSCO"."""
    name = " ".join(words)
    return name in _entries() or armed_group(name) is not None


def _is_branch(words: Tokens) -> bool:
    """Whether the words only tell which branch of a body is meant: "Amnesty International | Nigeria", "UNHCR's | Uganda office"."""
    nation = nation_in(words)
    return nation is not None and not nation.start and words[nation.end :] in _BRANCHES


def _tells_where(words: Tokens) -> bool:
    """Whether the words tell where a body is: "the Valley Observatory | based in Britain"."""
    return words[:1] != () and words[0] in based() and words[1:2] == ("in",) and len(words) > 2


def _leads(words: Tokens, before: frozenset[str]) -> bool:
    """Whether words only stand before a name, one kind behind the other: "the Chad-based | opposition | monitor", "Syrian | state", "anti-Roe"."""
    return not words or any(
        _is_lead(words[:end], before) and _leads(words[end:], before) for end in range(len(words), 0, -1)
    )


def _is_lead(words: Tokens, before: frozenset[str]) -> bool:
    nation = nation_in(words)
    is_nation = nation is not None and (nation.start, nation.end) == (0, len(words))
    is_stance = len(words) > 1 and words[0] in load_pack("sources")["words"]["stances"]
    return is_nation or is_stance or words[-1] in based() or " ".join(words) in before or _is_owner(words)


def _is_around(words: Tokens, phrases: frozenset[str]) -> bool:
    """Whether words are one of the phrases, or some of them one behind the other ("news agency report")."""
    if not words:
        return True
    return any(
        " ".join(words[:end]) in phrases and _is_around(words[end:], phrases)
        for end in range(len(words), 0, -1)
    )


@cache
def _around() -> tuple[frozenset[str], frozenset[str]]:
    pack = load_pack("sources")["around"]
    before, behind = (frozenset(map(folded_name, pack[name])) for name in ("before", "behind"))
    return before, behind


def telling_word(tokens: Tokens) -> Tokens:
    """The last word of a name that is no nation's and does not say what bears it: "Anadolu" in "Anadolu Agency"."""
    before, behind = _around()
    own = [word for word in tokens if word not in before | behind and nation_in((word,)) is None]
    return tuple(own[-1:]) or tokens[-1:]


@cache
def based() -> frozenset[str]:
    """Words that end where a body is, or whose it is ("Britain-based", "state-run")."""
    return frozenset(map(folded_name, load_pack("sources")["around"]["based"]))


@cache
def _nouns_of_bodies() -> frozenset[str]:
    return frozenset(map(folded_name, load_pack("sources")["around"]["bodies"]))


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
    for row in pack["UN"]:
        found = {**dict.fromkeys(described_names(row), _entry(row, "UN")), **found}
    return found


def is_listed_person(source: SourceRef) -> bool:
    """Whether the language pack has that source among the people."""
    return source.key in _people()


@cache
def _people_by_sound() -> dict[Tokens, SourceRef]:
    """The people whose names have two words or more by how these sound: "Volodímir Zelenski"."""
    rows = [
        (name, row) for row in load_pack("sources")["people"] for name in (row["name"], *row.get("names", ()))
    ]
    known = {sounded(folded_tokens(name)): _entry(row, cast(SourceKind, row["kind"])) for name, row in rows}
    return {words: entry for words, entry in known.items() if len(words) > 1}


@cache
def _people() -> frozenset[str]:
    return frozenset(_key(row["name"]) for row in load_pack("sources")["people"])


@cache
def _joined() -> dict[str, SourceRef]:
    """Outlets by their names written as one word."""
    return {name.replace(" ", ""): entry for name, entry in _entries().items() if entry.carries}


def _enter(found: dict[str, SourceRef], row: dict[str, Any], entry: SourceRef) -> None:
    for name in (row["name"], *row.get("names", ())):
        found.setdefault(folded_name(name), entry)
        found.setdefault(folded_name(name).replace("united nations", "un"), entry)


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
