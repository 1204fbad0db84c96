"""What `cenotaph profile` does: profiles listed, shown, set; what one makes of the claims of a ledger."""

import sys
from collections.abc import Iterator

from cenotaph.cli.output import print_rows
from cenotaph.cli.tables import Column
from cenotaph.ledger import Ledger, LedgerName, filed_profiles
from cenotaph.problems import CenotaphError
from cenotaph.reconcile import Profile
from cenotaph.rows import Row
from cenotaph.run.profiles import (
    GENERIC,
    named_profile,
    profile_of,
    profile_text,
    resolutions,
    set_profile,
    shipped,
)

_LISTED = (
    Column("profile", lambda row: row["profile"]),
    Column("war", lambda row: row["title"], ratio=2),
    Column("from", lambda row: row["start"] or ""),
    Column("parties", lambda row: ", ".join(row["parties"]), ratio=3),
    Column("policy", lambda row: row["policy"]),
)
_LINES = (
    Column("what", lambda row: row["what"], style="dim"),
    Column("name", lambda row: row["name"], ratio=2),
    Column("side", lambda row: row["side"] or "", least=90),
    Column("also", lambda row: "; ".join(row["also"]), ratio=4, lines=0),
)
_SET = (
    Column("profile", lambda row: row["name"]),
    Column("set at", lambda row: row["at"][:16].replace("T", " ")),
    Column("by", lambda row: row["by"]),
    Column("why", lambda row: row["reason"], ratio=1),
)
_RESOLVED = (
    Column("claim", lambda row: row["claim"][:8], style="dim"),
    Column("field", lambda row: row["field"]),
    Column("found", lambda row: _text(row["found"]), ratio=2),
    Column("becomes", lambda row: _text(row["resolved"]), ratio=2),
    Column("why", lambda row: row["why"], ratio=5, lines=0),
)


def print_shipped(*, format_: str) -> None:
    """The profiles that come with the program."""
    rows = (_listed(name) for name in shipped())
    print_rows(rows, format_=format_, columns=_LISTED, empty="No profiles are installed.")


def print_profile(ledger: LedgerName, name: str | None, *, format_: str) -> None:
    """All that a profile says, a line for each start, party, claimant, outlet and place."""
    rows = _lines(_profile(ledger, name))
    print_rows(rows, format_=format_, columns=_LINES, empty="The profile says nothing.")


def print_toml(ledger: LedgerName, name: str | None) -> None:
    """The profile as its TOML text."""
    if name is None:
        with Ledger(ledger) as book:
            filed = filed_profiles(book.connection)
        sys.stdout.write(filed[-1].text if filed else profile_text(GENERIC))
    else:
        sys.stdout.write(profile_text(name))


def set_and_print(ledger: LedgerName, name: str | None, *, by: str, reason: str, format_: str) -> None:
    """Give the dossier a profile and print what was filed."""
    if name is None:
        raise CenotaphError(f"Name the profile to set: one of {', '.join(shipped())}, or a TOML file.")
    filed = set_profile(ledger, name, by=by, reason=reason)
    row = {"name": filed.name, "at": filed.at, "by": filed.by, "reason": filed.reason}
    print_rows([row], format_=format_, columns=_SET, empty="")


def print_history(ledger: LedgerName, *, format_: str) -> None:
    """Every profile that the dossier was given."""
    with Ledger(ledger) as book:
        filed = filed_profiles(book.connection)
    rows = ({"name": one.name, "at": one.at, "by": one.by, "reason": one.reason} for one in filed)
    print_rows(
        rows, format_=format_, columns=_SET, empty="The dossier was given no profile; it has the generic one."
    )


def print_resolved(ledger: LedgerName, name: str | None, *, format_: str) -> None:
    """The fields that the profile gives another value."""
    profile = _profile(ledger, name)
    with Ledger(ledger) as book:
        rows = resolutions(book, profile)
        print_rows(
            rows, format_=format_, columns=_RESOLVED, empty="The profile changes no field of any claim."
        )


def _profile(ledger: LedgerName, name: str | None) -> Profile:
    if name is not None:
        return named_profile(name)
    with Ledger(ledger) as book:
        return profile_of(book)


def _listed(name: str) -> Row:
    profile = named_profile(name)
    return {
        "profile": name,
        "title": profile.title,
        "start": profile.start,
        "parties": [party.name for party in profile.parties],
        "policy": profile.policy,
    }


def _lines(profile: Profile) -> Iterator[Row]:
    yield _line("war", profile.title)
    for start in profile.starts:
        yield _line("start", start.date, also=(*start.called, f"({start.source})"))
    for party in profile.parties:
        yield _line("party", party.name, also=(*party.aliases, *(f"“{name}”" for name in party.epithets)))
    for voice in profile.voices:
        also = (*voice.aliases, *(f"“{name}”" for name in voice.bare))
        yield _line(voice.kind, voice.name, side=voice.side, also=also)
    for outlet, side in profile.outlets.items():
        yield _line("outlet", outlet, side=side)
    for spot in profile.places:
        yield _line("place", spot.name, also=spot.called)
    yield _line("languages", ", ".join(profile.languages))
    yield _line(
        "policy", profile.policy, also=tuple(f"{name} = {value}" for name, value in profile.options.items())
    )


def _line(what: str, name: str, *, side: str | None = None, also: tuple[str, ...] = ()) -> Row:
    return {"what": what, "name": name, "side": side, "also": list(also)}


def _text(value: object) -> str:
    return " → ".join(map(str, value)) if isinstance(value, list) else "–" if value is None else str(value)
