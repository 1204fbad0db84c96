"""Profiles by name or file, the one that a ledger's dossier has, and claims with what it makes of them."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec.structs import replace

from cenotaph.judging import value
from cenotaph.ledger import ClaimFilter, FiledProfile, Ledger, LedgerName, Store, add_profile, filed_profiles
from cenotaph.model import Claim, Report
from cenotaph.reconcile import POLICIES, Options, Profile, ProfileError, read_profile, resolved
from cenotaph.rows import Row
from cenotaph.run.places import likeliest

_POLICY = re.compile(r"^policy\s*=.*\n?", re.MULTILINE)

GENERIC = "generic"
"""The profile of no one war: of every dossier that was given none."""


def shipped() -> list[str]:
    """The names of the profiles that come with the program."""
    entries = files("cenotaph").joinpath("profiles").iterdir()
    return sorted(entry.name.removesuffix(".toml") for entry in entries if entry.name.endswith(".toml"))


def profile_text(name: str) -> str:
    """The TOML of a shipped profile, or of a file where the name is a path. ProfileError where there is neither."""
    if name in shipped():
        return files("cenotaph").joinpath("profiles", f"{name}.toml").read_text("utf-8")
    try:
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise ProfileError(
            f"There is no profile {name}, and no such file; take one of {', '.join(shipped())}, or a TOML file of your own."
        ) from None


@lru_cache(32)
def profile_from(text: str, name: str) -> Profile:
    """The profile that a TOML text is, with its policy and options checked. ProfileError where it cannot be."""
    profile = read_profile(text, name)
    if profile.policy not in POLICIES:
        raise ProfileError(
            f"The profile {name} asks for the policy {profile.policy!r}; there are {', '.join(POLICIES)}."
        )
    options_of(profile, name)
    return profile


def options_of(profile: Profile, name: str = "") -> Options:
    """The options of the profile's policy. ProfileError where one cannot be."""
    try:
        return msgspec.convert(profile.options, Options)
    except msgspec.ValidationError as error:
        raise ProfileError(
            f"An option of the profile {name or profile.title} cannot be ({error}); see docs/profiles.md."
        ) from None


def named_profile(name: str) -> Profile:
    """The shipped profile of that name, or the one in a file."""
    return profile_from(profile_text(name), name)


def profile_of(book: Ledger) -> Profile:
    """The profile of a ledger's dossier; the generic one where it was given none."""
    filed = filed_profiles(book.connection)
    return profile_from(filed[-1].text, filed[-1].name) if filed else named_profile(GENERIC)


def set_profile(ledger: LedgerName, name: str, *, by: str, reason: str) -> FiledProfile:
    """Give the dossier a shipped profile, or one in a file. What stood before is kept, and no claim is changed."""
    return file_profile(ledger, Path(name).stem, profile_text(name), by=by, reason=reason)


def file_profile(ledger: LedgerName, name: str, text: str, *, by: str, reason: str) -> FiledProfile:
    """The same with a profile that is given as TOML, under a name. ProfileError where it cannot be one."""
    profile_from(text, name)
    if not by.strip() or not reason.strip():
        raise ProfileError("To change the profile of a dossier, say who does it (--by) and why (--reason).")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    filed = FiledProfile(name, text, reason.strip(), by.strip(), at)
    # Opened to read first, which refuses a ledger that is not there; opened to write it would be made.
    with Ledger(ledger), Store(ledger) as store:
        add_profile(store.connection, filed)
    return filed


def by_policy(text: str, policy: str) -> str:
    """The profile's TOML with another policy."""
    return f'policy = "{policy}"\n{_POLICY.sub("", text, count=1)}'


def profiled(claim: Claim, report: Report, profile: Profile) -> Claim:
    """The claim with what the profile makes of it; a place that it names gets the gazetteer's key."""
    found = resolved(claim, report, profile)
    if found.place != claim.place and found.place is not None:
        place = likeliest(found.place)
        return replace(found, place_key=place.key if place else None)
    return found


def resolutions(book: Ledger, profile: Profile) -> Iterator[Row]:
    """Each field that the profile gives another value, with the claim, both values and the reason."""
    for claim, report in book.claims(ClaimFilter()):
        yield from resolution_rows(claim, profiled(claim, report, profile))


def resolution_rows(found: Claim, standing: Claim) -> Iterable[Row]:
    """The changes by a profile of one claim."""
    for change in standing.changes:
        if change.by.startswith("profile:"):
            yield {
                "claim": found.id,
                "report": found.report,
                "field": change.field,
                "found": msgspec.json.decode(change.found),
                "resolved": msgspec.json.decode(value(standing, change.field)),
                "rule": change.by,
                "why": change.why,
            }
