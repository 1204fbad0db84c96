"""Synonyms that retellings put for one another, as data of the language pack."""

from functools import cache

import numpy as np

from cenotaph.language import load_pack
from cenotaph.trace.arrays import HashSet
from cenotaph.trace.words import Hashes, stem_hashes


def canonical_stems(stems: Hashes) -> Hashes:
    """The stems with each one that has synonyms replaced by the first of its group ("corpses" → "bodies")."""
    known, standing = _synonyms()
    places = known.places_in(stems)
    replaced = stems.copy()
    replaced[places] = standing[np.searchsorted(known.hashes, stems[places])]
    return replaced


@cache
def _synonyms() -> tuple[HashSet, Hashes]:
    groups = [stem_hashes(group.split()) for group in load_pack("echo")["same"]]
    every = np.concatenate(groups)
    standing = np.concatenate([np.full(len(group), group[0], np.uint32) for group in groups])
    return HashSet(every), standing[np.unique(every, return_index=True)[1]]
