"""Whose "the defence ministry" is: sources without a nation, resolved by the profile and by what the report speaks of."""

import re
from collections.abc import Iterator
from functools import lru_cache

from cenotaph.model import Claim, Report
from cenotaph.reconcile.profile import Party, Profile, folded
from cenotaph.reconcile.resolution import Resolution, as_json

_OFFICES = frozenset(
    ("defence ministry", "defense ministry", "ministry of defence", "ministry of defense", "general staff", "army", "armed forces", "military",
     "air force", "navy", "health ministry", "ministry of health", "interior ministry", "ministry of interior", "foreign ministry",
     "ministry of foreign affairs", "government", "authorities", "presidency", "president's office", "presidential office", "police",
     "prosecutor general", "defence minister", "defense minister", "health minister", "interior minister")
)  # fmt: skip
_ITS = re.compile(r"(?:its|their|his|her) ", re.IGNORECASE)
_AUTHORITY = (
    r"(?:\w+ )?(?:authorities|officials?|government|military|army|forces|ministry|president|presidential|defen[cs]e|"
    r"general staff|armed forces|minister|prime minister|police|air force|navy|health|foreign|interior)"
)


def source(claim: Claim, report: Report, profile: Profile) -> Iterator[Resolution]:
    """ "The defence ministry" is the ministry of the party that the report means."""
    new = list(claim.sources)
    why: list[str] = []
    for at, name in enumerate(claim.sources):
        found = _meant(name, claim, report, profile)
        if found is not None:
            new[at], reason = found
            why.append(reason)
    if why:
        yield Resolution("source", {"sources": as_json(new)}, " ".join(why))


def _meant(name: str, claim: Claim, report: Report, profile: Profile) -> tuple[str, str] | None:
    plain = folded(name)
    voice = profile.bare_voices.get(plain)
    if voice is not None:
        return voice.name, f"In this war “{name}” is {voice.name}, by the profile “{profile.title}”."
    if plain not in _OFFICES:
        return None
    before = _before_its(name, claim, report)
    if before is not None:
        return _owned(name, claim, before, profile)
    states = [party for party in profile.parties if party.offices]
    if len(states) == 1:
        return _office(states[0], name), (
            f"“{name}” is {_office(states[0], name)}: {states[0].name} is the only party of “{profile.title}” that has such offices."
        )  # fmt: skip
    outlet = profile.outlets.get(report.outlet or "")
    if outlet is not None:
        party = profile.parties_by_name[folded(outlet)]
        return _office(
            party, name
        ), f"“{name}” is {_office(party, name)}: {report.outlet} speaks for {outlet}."
    spoken = _spoken_before(claim, report, profile)
    if spoken is None:
        return None
    party, words = spoken
    return _office(
        party, name
    ), f"“{name}” is {_office(party, name)}: the report speaks of “{words}” last before it."


def _before_its(name: str, claim: Claim, report: Report) -> str | None:
    """What the claim's sentence says before "its Defence Ministry"; nothing where the name itself begins so, None where neither does."""
    if _ITS.match(name):
        return ""
    sentence = claim.sentence
    before, its, _ = (
        report.text[sentence.start : sentence.end].partition(f" its {name}") if sentence else ("", "", "")
    )
    return before if its else None


def _owned(name: str, claim: Claim, before: str, profile: Profile) -> tuple[str, str] | None:
    """ "Moscow said its Defence Ministry ...": that of the party that stands beside it in the chain, else of the only one named before it."""
    for other in (*claim.sources, before):
        side = profile.side_of(other) if other != name else None
        if side is not None:
            office = _office(profile.parties_by_name[folded(side)], name)
            where = f"it stands beside “{other}”" if other is not before else f"“its” points back to {side}"
            return office, f"“{name}” is {office}: {where}."
    return None


def _office(party: Party, name: str) -> str:
    return f"{party.name}{'’' if party.name.endswith('s') else '’s'} {folded(name)}"


def _spoken_before(claim: Claim, report: Report, profile: Profile) -> tuple[Party, str] | None:
    """The state whose authorities the report speaks of last before the claim, and the words."""
    before = report.text[: claim.sentence.start if claim.sentence else claim.start]
    last = None
    for last in _authorities(profile).finditer(before):
        pass
    return None if last is None else (profile.parties_by_name[folded(last["party"])], last[0])


@lru_cache(64)
def _authorities_of(names: tuple[str, ...]) -> re.Pattern[str]:
    any_name = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"\b(?P<party>{any_name})(?:['’]s?)? {_AUTHORITY}\b", re.IGNORECASE)


def _authorities(profile: Profile) -> re.Pattern[str]:
    states = (party for party in profile.parties if party.offices)
    return _authorities_of(tuple(name for party in states for name in (party.name, *party.aliases)))
