"""States, armed groups and their offices: "Ukraine's military", "the Russian Defence Ministry", "Kyiv"."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, cast

from cenotaph.language import load_pack
from cenotaph.trace.naming import Tokens, folded_name, folded_tokens
from cenotaph.trace.source import SourceKind, SourceRef

_LONGEST_NATION = 6
_INITIALS = 3
"""Names of groups no longer than this spell common words as well ("IS")."""
_DATELINE = re.compile(r"\W*([A-Z][A-Z .'’-]{2,24}|[A-Z][a-z]+)(?:,| ?\(| ?[-–—:] )")
_MINISTRY = re.compile(r"\w+ [Mm]inistry|[Mm]inistry of (?:the )?\w+")
_WORD = re.compile(r"[\w.]+(?:['’]\w+)?")
_COUNTS = frozenset(("figures", "tally", "tallies", "count", "counts", "data", "statistics"))
_SPEAKERS = frozenset(("spokesman", "statement", "representative", "report"))


class Nation(NamedTuple):
    """A nation's name within a name: its side, and the words `start:end` that say so."""

    side: str
    start: int
    end: int


@lru_cache(50_000)
def nation_in(tokens: Tokens) -> Nation | None:
    """The first nation that the words name, by its name or the word for its people."""
    for start in range(len(tokens)):
        for end in range(min(len(tokens), start + _LONGEST_NATION), start, -1):
            name = " ".join(tokens[start:end])
            # "Russias army": texts that went through many hands have lost their apostrophes.
            side = _nations().get(name) or _nations().get(name.removesuffix("s"))
            if side is not None:
                return Nation(side, start, end)
    return None


def names_nation(name: str) -> bool:
    """Whether a name is a nation's and nothing else."""
    return folded_name(name) in _nations()


def is_demonym(name: str) -> bool:
    """Whether a name is the adjective of a nation ("Belarusian"), and not what the nation is called."""
    return folded_name(name) in _adjectives()


def party(folded: str) -> SourceRef | None:
    """A state (by its name, its capital or a word that stands for it) or an armed group."""
    side = _nations().get(folded) or _seats().get(folded)
    if side is not None:
        return SourceRef(f"state:{side}", side, "party", side)
    return armed_group(folded)


def armed_group(folded: str) -> SourceRef | None:
    """An armed group by one of its names."""
    side = _groups().get(folded)
    return SourceRef(f"group:{side}", side, "party", side) if side is not None else None


def side_in(tokens: Tokens) -> str | None:
    """The state or armed group that the words name first: "a leader of | Hamas"."""
    nation = nation_in(tokens)
    before = tokens if nation is None else tokens[: nation.end]
    return _group_in(before) or (nation.side if nation is not None else None)


def _group_in(tokens: Tokens) -> str | None:
    stretches = (tokens[start:end] for start in range(len(tokens)) for end in range(len(tokens), start, -1))
    names = (" ".join(words) for words in stretches)
    return next((_groups()[name] for name in names if len(name) > _INITIALS and name in _groups()), None)


def office_words(tokens: Tokens) -> bool:
    """Whether the words name a state's office, and no state."""
    name = " ".join(_without_speaker(tokens))
    return name in _offices() and name not in load_pack("sources")["words"]["ambiguous_offices"]


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
    entry = _offices().get(" ".join(_without_speaker(tokens)))
    if entry is None or side is None:
        return None
    name = entry.get("shown", {}).get(side) or f"{entry['name']} {side}"
    return SourceRef(f"source:{folded_name(name)}", name, cast(SourceKind, entry["kind"]), side)


def seated_office(tokens: Tokens) -> SourceRef | None:
    """The office that the words place in a state's capital: "General Staff in | Kyiv", "Moscow's | Defence Ministry". The police
    of a capital are not the state's."""
    if "police" in tokens:
        return None
    if tokens[-2:-1] == ("in",) and tokens[-1] in _seats():
        return office(tokens[:-2], _seats()[tokens[-1]])
    return office(tokens[1:], _seats()[tokens[0]]) if tokens[:1] and tokens[0] in _seats() else None


def office_in_front(tokens: Tokens) -> SourceRef | None:
    """The office of a state that opens the words for a document: "a French government | security assessment"."""
    if nation_in(tokens) is None:
        return None
    found = (office(tokens[:end]) for end in range(len(tokens) - 1, 1, -1))
    return next((one for one in found if one is not None), None)


def state_that_counts(tokens: Tokens) -> SourceRef | None:
    """The state whose figures words say that they are: "official Israeli figures", "a Ukrainian tally"."""
    nation = nation_in(tokens)
    rest = [word for word in tokens if word not in ("official", "government")]
    is_only = nation is not None and len(rest) - 1 == nation.end - nation.start
    return party(folded_name(nation.side)) if nation and is_only and rest[-1] in _COUNTS else None


def without_fillers(tokens: Tokens) -> Tokens:
    """The words without those that may stand between an office and its state, and without "of" at either end."""
    kept = [word for word in tokens if word not in _fillers()]
    while kept[-1:] == ["of"]:
        kept.pop()
    while kept[:1] == ["of"]:
        kept.pop(0)
    return tuple(kept)


def authorities(text: str) -> list[tuple[int, str]]:
    """Where a text speaks of a state's authorities, with the state: "Ukrainian authorities", "Russia's army"."""
    plain = [(match.start(), _as_nation(match[0])) for match in _WORD.finditer(text)]
    authority = frozenset(load_pack("sources")["authority"])
    found = []
    for number, (at, _) in enumerate(plain):
        for length in (2, 1):
            name = " ".join(word for _, word in plain[number : number + length])
            behind = plain[number + length : number + length + 1]
            if name in _nations() and behind and behind[0][1] in authority:
                found.append((at, _nations()[name]))
                break
    return found


def ministry_before(text: str, at: int) -> Tokens | None:
    """The ministry that a text names last before `at`, as the words of its office: what "the ministry" means."""
    named = [folded_tokens(match[0]) for match in _MINISTRY.finditer(text, 0, at)]
    return next((tokens for tokens in reversed(named) if office_words(tokens)), None)


def owner_of(office: str, text: str, at: int) -> str | None:
    """The state that "its" points back to before an office whose sentence reaches `at`: "Cairo spoke: its Defence Ministry said"."""
    sentence = max(text.rfind(stop, 0, at) for stop in (". ", "\n")) + 1
    own = text.rfind(f" its {office}", sentence, at)
    words = [_as_nation(match[0]) for match in _WORD.finditer(text[sentence : max(own, sentence)])]
    named = (_seats().get(word) or _nations().get(word) for word in reversed(words))
    return next((state for state in named if state), None)


def datelined_from(text: str) -> str | None:
    """The state whose capital stands in a text's dateline: "BAKU, December 9. /TASS/." """
    opening = _DATELINE.match(text)
    return _seats().get(folded_name(opening[1])) if opening is not None else None


def nation_named_most(text: str) -> str | None:
    """The nation that a text names more often than any other, by its name or the word for its people."""
    most = Counter(_named(text)).most_common(2)
    return None if not most or most[0][1] == most[-1][1] and len(most) > 1 else most[0][0]


def _named(text: str) -> Iterator[str]:
    """The nations that a text names, and not those that a hyphen makes say what something else is ("Iran-backed militias")."""
    words = [
        _as_nation(match[0]) if text[match.end() : match.end() + 1] != "-" else ""
        for match in _WORD.finditer(text)
    ]
    at = 0
    while at < len(words):
        names = {size: " ".join(words[at : at + size]) for size in (2, 1)}
        size = next((size for size, name in names.items() if name in _nations()), None)
        if size is not None:
            yield _nations()[names[size]]
        at += size or 1


def _as_nation(word: str) -> str:
    """A word of a text as a nation's name is looked up: initials count in capitals alone ("US", "CAR", and no "car"), and a name may have lost its apostrophe
    ("Chads")."""
    folded = next(iter(folded_tokens(word)), "")
    if folded in _nations():
        return folded if len(folded) > _INITIALS or word.isupper() else ""
    plain = folded.removesuffix("s")
    return plain if len(plain) > _INITIALS and plain in _nations() else folded


def _without_speaker(tokens: Tokens) -> Tokens:
    """The words of an office without the one who speaks for it: "military spokesman" is the military."""
    while len(tokens) > 1 and tokens[-1] in _SPEAKERS:
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0] in (*_SPEAKERS, "official", "of", "for", "from"):
        tokens = tokens[1:]
    return tuple(word for word in tokens if word not in ("state", "for")) if len(tokens) > 2 else tokens


@cache
def _nations() -> dict[str, str]:
    return dict(reversed(list(_words(("demonyms", "aliases")))))


@cache
def _adjectives() -> frozenset[str]:
    nations: list[dict[str, Any]] = load_pack("nations")["nations"]
    names = {folded_name(name) for nation in nations for name in (nation["name"], *nation.get("aliases", ()))}
    return frozenset(folded_name(word) for nation in nations for word in nation.get("demonyms", ())) - names


@cache
def _fillers() -> frozenset[str]:
    return frozenset(
        token for word in load_pack("sources")["words"]["fillers"] for token in folded_tokens(word)
    )


@cache
def _seats() -> dict[str, str]:
    return dict(reversed(list(_words(("capitals", "metonyms")))))


def _words(fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for land in load_pack("sources")["unrecognised"]:
        yield from ((folded_name(name), land["name"]) for name in (land["name"], *land.get("names", ())))
    nations: list[dict[str, Any]] = load_pack("nations")["nations"]
    for nation in nations:
        yield folded_name(nation["name"]), nation["name"]
    for field in reversed(fields):
        for nation in nations:
            for word in nation.get(field, ()):
                yield folded_name(word), nation["name"]


@cache
def _groups() -> dict[str, str]:
    return {
        folded_name(word): group.get("side", group["name"])
        for group in load_pack("armed_groups")["groups"]
        for word in (group["name"], *group.get("aliases", ()))
    }


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
