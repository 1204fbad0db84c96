"""Do no harm: names of people who could be harmed are withheld from everything that leaves the ledger.

Withheld are the names of private persons (victims who are no combatants, and all who are captured or missing: Geneva
Convention III, article 13, shields captives from public curiosity) and the sources marked as protected. Each gets a
pseudonym that is the same throughout a ledger, made with a key that never leaves it. Where such a name stood, words are
masked and the place is only told as coarsely as chosen.
"""

import hmac
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from cenotaph.export.dossier import Dossier, Origin, Page
from cenotaph.model import Place
from cenotaph.reconcile import Tally
from cenotaph.rows import ClaimRow, HandlingRow

Level = Literal["region", "country", "none"]
"""How exactly a place is told where somebody is protected: its region, its country, or not at all."""

_SHIELDED = ("captured", "missing")
_SHORTEST = 3
_MASK = "▇"


class Protection(Struct, frozen=True):
    """`key` makes the pseudonyms; `names` are protected besides those that the claims tell; `regions` gives the place that
    stands for a place at the level chosen, by its key."""

    key: bytes
    names: frozenset[str] = frozenset()
    level: Level = "region"
    regions: Mapping[str, Place] = {}


def pseudonym(key: bytes, name: str) -> str:
    """The same for a name throughout a ledger, and not to be undone without its key (HMAC-SHA-256)."""
    return f"Person {hmac.new(key, name.casefold().encode(), sha256).hexdigest()[:10]}"


def protect(dossier: Dossier, protection: Protection) -> Dossier:
    """The dossier without a word that names somebody protected."""
    masker = _Masker(dossier, protection)
    pages = {masker.report(id_): masker.page(page) for id_, page in dossier.pages.items()}
    return replace(
        dossier,
        claims={id_: masker.claim(claim) for id_, claim in dossier.claims.items()},
        handlings=tuple(masker.handling(one) for one in dossier.handlings),
        pages=pages,
        origins={id_: replace(one, name=masker.name(one.name)) for id_, one in dossier.origins.items()},
        tallies=tuple(masker.tally(one) for one in dossier.tallies),
        protected=masker.told(sum(page.withheld for page in pages.values())),
    )


def _persons(claims: Iterable[ClaimRow]) -> set[str]:
    return {
        name
        for claim in claims
        if claim["role"] != "combatants" or claim["harm"] in _SHIELDED
        for name in claim["names"]
    }


def _sources(origins: Iterable[Origin]) -> set[str]:
    """Named sources that are marked as protected; a description ("a doctor") names nobody."""
    return {
        one.name for one in origins if one.protected and any(word[:1].isupper() for word in one.name.split())
    }


class _Masker:
    """Masks the protected names of one dossier, and in each report the places where somebody protected is told of."""

    def __init__(self, dossier: Dossier, protection: Protection) -> None:
        self._protection = protection
        found = {*protection.names, *_persons(dossier.claims.values()), *_sources(dossier.origins.values())}
        self._names = {name for name in found if len(name) >= _SHORTEST}
        self._places = self._hidden_places(dossier)
        self._coarse = {id_ for id_, claim in dossier.claims.items() if self._is_hidden(claim)}
        self._patterns: dict[str | None, re.Pattern[str] | None] = {}

    def told(self, withheld: int) -> str:
        """What was withheld, in a sentence."""
        if not self._names and not self._coarse:
            return "Nobody's name had to be withheld."
        level = self._protection.level
        where = "not told" if level == "none" else f"told by its {level} alone"
        return (
            f"{len(self._names)} names of private persons and protected sources are withheld, the place of "
            f"{len(self._coarse)} claims is {where}, and the words of {withheld} reports are masked."
        )

    def words(self, text: str, report: str | None = None) -> str:
        """A text with what is protected in its report masked letter by letter, so that offsets hold."""
        pattern = self._pattern(report)
        return text if pattern is None else pattern.sub(lambda found: _MASK * len(found[0]), text)

    def name(self, name: str) -> str:
        """A name in a list: its pseudonym, if it is protected."""
        return pseudonym(self._protection.key, name) if name in self._names else self.words(name)

    def report(self, id_: str) -> str:
        """A report's id, another one if it names somebody."""
        return (
            id_
            if self.words(id_) == id_
            else f"report-{pseudonym(self._protection.key, id_).rpartition(' ')[2]}"
        )

    def claim(self, claim: ClaimRow) -> ClaimRow:
        """The row with its words masked; its place told coarsely if it, or another claim of its report there, is about or
        from somebody protected."""
        masked = self._row({**claim}, ("quantity_text", "victims_text", "sentence", "title", "url"))
        masked |= {
            "names": [self.name(one) for one in claim["names"]],
            "sources": [self.name(one) for one in claim["sources"]],
            "changes": [
                {**one, "found": self._value(one["found"]), "why": self.words(one["why"])}
                for one in claim["changes"]
            ],
        }
        if claim["id"] in self._coarse:
            masked |= self._place(claim["place_key"])
        return masked  # type: ignore[return-value]

    def handling(self, one: HandlingRow) -> HandlingRow:
        """The row with its words masked."""
        fields = ("quote", "sentence", "title", "url", "facility", "place", "from_place", "to_place")
        masked = self._row({**one}, fields) | {"sources": [self.name(source) for source in one["sources"]]}
        return masked  # type: ignore[return-value]

    def page(self, page: Page) -> Page:
        """The page with its text masked; its raw bytes are withheld if they would tell what is masked."""
        text = self.words(page.text, page.report)
        changed = text != page.text
        told = {
            field: value and self.words(value, page.report)
            for field, value in (("title", page.title), ("url", page.url), ("source", page.source))
        }
        return replace(
            page,
            report=self.report(page.report),
            text=text,
            raw=b"" if changed else page.raw,
            withheld=changed,
            **told,
        )

    def tally(self, one: Tally) -> Tally:
        """The figure with the names of claimants masked, and its place told coarsely if a claim's is."""
        said = tuple(
            replace(each, claimant=replace(each.claimant, name=self.name(each.claimant.name)))
            for each in one.said
        )
        used, left_out = (
            tuple(replace(reason, why=self.words(reason.why)) for reason in reasons)
            for reasons in (one.used, one.left_out)
        )
        masked = replace(one, said=said, why=tuple(map(self.words, one.why)), used=used, left_out=left_out)
        if self._coarse.isdisjoint(reason.claim for reason in (*used, *left_out)):
            return masked
        place = self._protection.regions.get(one.place_key or "")
        return replace(masked, place=place.name if place else None, place_key=place.key if place else None)

    def _hidden_places(self, dossier: Dossier) -> dict[str, set[str]]:
        """By report, the names of the places of claims that are about or from somebody protected."""
        hidden: dict[str, set[str]] = {}
        for id_, claim in dossier.claims.items():
            origin = dossier.origins.get(id_)
            about = any(name in self._names for name in (*claim["names"], *claim["sources"]))
            if claim["place"] and (about or (origin is not None and origin.protected)):
                hidden.setdefault(claim["report"], set()).add(claim["place"])
        return hidden

    def _is_hidden(self, claim: ClaimRow) -> bool:
        return claim["place"] in self._places.get(claim["report"], ())

    def _pattern(self, report: str | None) -> re.Pattern[str] | None:
        if report not in self._patterns:
            # The single words of a name too: "Olena Kovalenko" is also "Kovalenko". The longest come first.
            words = {
                word
                for name in self._names
                for word in name.split()
                if len(word) > _SHORTEST and word[0].isupper()
            }
            whole = sorted(
                {*self._names, *words, *self._places.get(report or "", ())}, key=lambda one: (-len(one), one)
            )
            self._patterns[report] = (
                re.compile("|".join(map(re.escape, whole)), re.IGNORECASE) if whole else None
            )
        return self._patterns[report]

    def _row(self, row: dict[str, Any], fields: Iterable[str]) -> dict[str, Any]:
        masked = {field: row[field] and self.words(row[field], row["report"]) for field in fields}
        return {**row, **masked, "report": self.report(row["report"])}

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.words(value)
        return [self._value(one) for one in value] if isinstance(value, list | tuple) else value

    def _place(self, key: str | None) -> dict[str, Any]:
        place = self._protection.regions.get(key or "")
        return {
            "place": place.name if place else None,
            "place_key": place.key if place else None,
            "place_name": place.name if place else None,
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
        }
