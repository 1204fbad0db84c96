"""The profile of a dossier: the war it is about, its parties, who speaks for them, and by which policy figures are made."""

import re
import tomllib
from functools import cached_property
from typing import Any

import msgspec
from msgspec import Struct

from cenotaph.problems import CenotaphError

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class ProfileError(CenotaphError):
    """A profile cannot be read, or says what cannot be."""


class Start(Struct, frozen=True, forbid_unknown_fields=True):
    """A day (or month) from which running totals count: `called` are nouns that reports have for what began then, and
    `source` says where the date was read."""

    date: str
    called: tuple[str, ...]
    source: str


class Party(Struct, frozen=True, forbid_unknown_fields=True):
    """A party to the war by the name that claims carry as `side`. `aliases` are other names and adjectives for it;
    `epithets` are what its opponents call its people ("occupiers"); `against` is the party that its own people mean by
    "the enemy". With `offices`, "the army" or "the defence ministry" may be its own."""

    name: str
    offices: bool = False
    aliases: tuple[str, ...] = ()
    epithets: tuple[str, ...] = ()
    against: str | None = None


class Voice(Struct, frozen=True, forbid_unknown_fields=True):
    """A claimant that reports of this war quote: its `side`, if it has one, its `kind` as in the source register, its
    other names, and the `bare` names that mean it in this war and no other ("the health ministry")."""

    name: str
    kind: str = "unknown"
    side: str | None = None
    aliases: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


class Spot(Struct, frozen=True, forbid_unknown_fields=True):
    """A place that reports of this war call by names which no gazetteer has ("the enclave")."""

    name: str
    called: tuple[str, ...]


class Profile(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What a dossier knows beforehand. The first of `starts` is the war's own; `outlets` are the sides of state and party
    media; `languages` are ISO 639-1, `countries` ISO 3166-1 codes; `options` are those of the `policy`."""

    title: str
    starts: tuple[Start, ...] = ()
    parties: tuple[Party, ...] = ()
    voices: tuple[Voice, ...] = ()
    outlets: dict[str, str] = {}
    places: tuple[Spot, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    policy: str = "range"
    options: dict[str, Any] = {}

    @property
    def start(self) -> str | None:
        """The date on which the war began, None where the profile is of no one war."""
        return self.starts[0].date if self.starts else None

    @cached_property
    def voices_by_name(self) -> dict[str, Voice]:
        """Every claimant under all its names, folded."""
        return {folded(name): voice for voice in self.voices for name in (voice.name, *voice.aliases)}

    @cached_property
    def parties_by_name(self) -> dict[str, Party]:
        """Every party under all its names, folded."""
        return {folded(name): party for party in self.parties for name in (party.name, *party.aliases)}

    @cached_property
    def bare_voices(self) -> dict[str, Voice]:
        """The claimants that a name means in this war alone."""
        return {folded(name): voice for voice in self.voices for name in voice.bare}

    def side_of(self, name: str) -> str | None:
        """The side of a claimant by any of its names, or by a party's name that stands in its own ("the Ukrainian
        military"); None where the profile knows none."""
        plain = folded(name)
        voice = self.voices_by_name.get(plain) or self.bare_voices.get(plain)
        if voice is not None:
            return voice.side
        return self._party_in(plain)

    def _party_in(self, plain: str) -> str | None:
        named = {
            party.name
            for words, party in self.parties_by_name.items()
            if re.search(rf"(?<!\w){re.escape(words)}(?!\w)", plain)
        }
        return named.pop() if len(named) == 1 else None


def folded(name: str) -> str:
    """A name as it is compared: small letters, one kind of apostrophe, no possessive, no article."""
    plain = re.sub(r"['’]s?(?!\w)", "", name.casefold())
    return " ".join(re.sub(r"^(?:the|a|an|its|their|his|her|our) ", "", plain.strip()).split())


def read_profile(text: str, where: str) -> Profile:
    """The profile that a TOML text is. ProfileError, in one sentence, where it is none."""
    try:
        profile = msgspec.convert(tomllib.loads(text), Profile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise ProfileError(
            f"The profile {where} cannot be read ({error}); see `cenotaph profile generic --format toml` for one that can."
        ) from None
    _check(profile, where)
    return profile


def _check(profile: Profile, where: str) -> None:
    names = {party.name for party in profile.parties}
    for start in profile.starts:
        if not _DATE.fullmatch(start.date):
            raise ProfileError(
                f"The profile {where} begins on {start.date!r}; write 2022-02-24, 2022-02 or 2022."
            )
    said = (
        *((party.name, party.against) for party in profile.parties),
        *((voice.name, voice.side) for voice in profile.voices),
        *profile.outlets.items(),
    )
    for name, side in said:
        if side is not None and side not in names:
            raise ProfileError(
                f"The profile {where} gives {name} the side {side!r}, which is none of its parties ({', '.join(sorted(names))})."
            )
