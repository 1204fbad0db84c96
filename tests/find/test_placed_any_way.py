"""Where people were harmed is read however the sentence tells it, in small letters and in capitals, of towns that the gazetteer
knows and of towns that it does not: sentences that nobody wrote one by one."""

from itertools import cycle

import pytest

from cenotaph.find.finder import find
from cenotaph.model import Report

_TOWNS = ("Ilobasco", "Kharkiv", "Quintara", "San Vicente", "Al-Bab")
_WAYS = (
    "in {}",
    "near {}",
    "outside {}",
    "outside of {}",
    "on the outskirts of {}",
    "in downtown {}",
    "in central {}",
    "in the city of {}",
    "in the town of {}",
    "in the village of {}",
    "in {} province",
    "in the {} district",
    "20 km north of {}",
    "some 20 kilometers southeast of {}",
    "on the road to {}",
    "in the {} area",
    "at {} airport",
    "at a checkpoint in {}",
    "in {}, Donetsk province",
    "in the municipality of {}",
    "around {}",
    "close to {}",
    "in the {} valley",
    "in and around {}",
    "in the mountains near {}",
    "in the {} region",
    "along the {} highway",
    "at the {} barracks",
    "at {} University",
)
_DEEDS = (
    "two soldiers were killed {}",
    "rebels killed two soldiers {}",
    "gunmen kidnapped a judge {}",
    "a bomb wounded six people {}",
)
_ENDS = ("", " on Monday", " yesterday", ", police said")


@pytest.mark.parametrize("way", _WAYS)
def test_a_place_is_read_however_it_is_told(way: str) -> None:
    ends, wrong = cycle(_ENDS), list[tuple[str, list[str | None]]]()
    for town in _TOWNS:
        for deed in _DEEDS:
            told = deed.format(way.format(town))
            text = f"Guerrillas and the army went on fighting. {told[0].upper()}{told[1:]}{next(ends)}."
            for case in (text, text.upper()):
                places = [claim.place for claim in find(Report("r", case, "2024-05-06")).claims]
                if len(places) != 1 or town.lower() not in (places[0] or "").lower():
                    wrong.append((case, places))
    assert wrong == []
