"""What figures of losses count: men and no tanks, a sum and no average, dead and wounded where some of those lost are the dead."""

from cenotaph.find.counts.setting import word_lists
from cenotaph.find.people.analysis import Analysis
from cenotaph.find.people.losing import LOSING
from cenotaph.find.people.reading import Reading
from cenotaph.model import Harm

_LOSSES = frozenset(("losses",))
_AVERAGE = frozenset(("average", "averaged", "averages", "averaging"))
_BEFORE = 4  # Words before the word of harm.
_COUNTS = frozenset(("count", "tally", "total"))  # Whose figure may be of any harm.
_GOODS = frozenset(
    (
        "equipment",
        "armour",
        "armor",
        "materiel",
        "hardware",
        "material",
        "financial",
        "economic",
        "revenue",
        "job",
        "jobs",
        "crop",
        "livestock",
        "property",
        "territory",
        "territorial",
    )
)


def is_average(sentence: Analysis, at: int, trigger: int) -> bool:
    """Whether a figure is an average: "average daily losses rose to 900", "the daily average of deaths was 40". An "average number
    of losses" is still read as a figure."""
    words = sentence.tokens.words
    last = sentence.chunks.lasts[at]
    if words[last + 1 : last + 3] == ["on", "average"]:
        return True
    first = max(0, sentence.chunks.firsts[trigger] - _BEFORE)
    told = words[first : sentence.chunks.firsts[at]]
    return trigger < at and not _AVERAGE.isdisjoint(told) and "number" not in told


def is_of_goods(sentence: Analysis, trigger: int) -> bool:
    """Whether things were lost: "losses of armoured vehicles have passed 900", "tank losses"."""
    if sentence.last_word(trigger) not in _LOSSES:
        return False
    first, last = sentence.edges(trigger)
    if sentence.kinds[trigger + 1 : trigger + 3] in ("on", "ou"):
        last = sentence.chunks.lasts[trigger + 2]
    words = sentence.tokens.words[first : last + 1]
    return not _GOODS.isdisjoint(words) or not word_lists().things.isdisjoint(words)


def settle_losses(best: dict[int, Reading], sentence: Analysis, before: Harm | None) -> None:
    """Those lost are casualties where the killed are a part of them ("lost 45,000 men, 25,000 of them killed"), and so are those
    whom "the count" for another month tells behind casualties."""
    for reading in list(best.values()):
        whole = best.get(reading.whole) if reading.whole is not None else None
        apart = whole is not None and reading.harm == "killed" and reading.trigger != whole.trigger
        if whole is not None and apart and sentence.last_word(whole.trigger) in LOSING:
            best[reading.whole or 0] = whole._replace(harm="casualties")
    for at, reading in best.items() if before == "casualties" else ():
        if sentence.kinds[reading.trigger] == "L" and sentence.last_word(reading.trigger) in _COUNTS:
            best[at] = reading._replace(harm=before)
