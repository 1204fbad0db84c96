"""Which of two readings of the same people goes before: what became of them in the end, and how, before the cheaper one."""

from cenotaph.find.people.analysis import Analysis
from cenotaph.find.people.reading import Reading

GROUP_RULES = frozenset(("among the dead", "the dead included", "of the dead"))
NAMED_RULES = frozenset(("the dead named", "the dead were named"))
# Their noun says who the names are.
BY_NOUN = NAMED_RULES | {
    "the dead included",
    "the dead in it included",
}
_PLAIN_RULES = frozenset(("passive", "reduced passive", "relative passive", "died", "state"))
_FINDING = frozenset(("found", "discovered", "recovered"))


def goes_before(sentence: Analysis, new: Reading, told: Reading) -> bool:
    """Whether a reading is the cheaper one, or tells of the dead or the body of those whom another has captured:
    "the body of a farmer kidnapped in June"."""
    kinds = sentence.kinds
    if _is_end(kinds, new, told) or _is_end(kinds, told, new):
        return _is_end(kinds, new, told)
    if _is_slain(sentence, new, told) or _is_slain(sentence, told, new):
        return _is_slain(sentence, new, told)
    if _is_first(new, told) or _is_first(told, new):
        return _is_first(new, told)
    if _tells_more(new, told) or _tells_more(told, new):
        return _tells_more(new, told)
    return new.cost < told.cost


def _is_slain(sentence: Analysis, one: Reading, other: Reading) -> bool:
    """ "The bodies of Omar Said and Anna Roe were riddled with bullets": how they died, and not that they were found."""
    bodies = other.rule == "event" and other.harm == "bodies" and one.rule == "passive"
    return bodies and one.harm == "killed" and _FINDING.isdisjoint(_words_of(sentence, one.trigger))


def _words_of(sentence: Analysis, at: int) -> list[str]:
    first, last = sentence.edges(at)
    return sentence.tokens.words[first : last + 1]


def _is_first(one: Reading, other: Reading) -> bool:
    """ "Rebels massacred 250 soldiers taken hostage in Ayr": killed, and before that taken."""
    behind = other.rule == "reduced passive" and other.harm == "captured" and one.trigger < other.trigger
    return behind and one.rule == "active" and one.harm == "killed"


def _tells_more(one: Reading, other: Reading) -> bool:
    """ "The victims included five clerks shot to death": what a verb tells of those whom "the victims" are."""
    victims = other.harm == "casualties" and other.rule in GROUP_RULES | BY_NOUN
    return victims and one.harm in ("killed", "wounded") and one.rule in _PLAIN_RULES


def _is_end(kinds: str, one: Reading, other: Reading) -> bool:
    if one.harm not in ("killed", "bodies"):
        return False
    if one.rule == "second verb":
        before = ("captured", "missing", "wounded") if kinds[one.trigger] == "I" else ("captured",)
        return one.trigger > other.trigger and other.harm in before
    return one.rule == "event" and other.harm in ("captured", "missing")
