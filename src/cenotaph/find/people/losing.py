"""Who is lost, and who loses: "lost 45 men" tells of dead, "lost four in a row", "lost their jobs", "lost to Spain" do not."""

from cenotaph.find.people.analysis import Analysis

LOSING = frozenset(("lost", "lose", "loses", "losing"))
_PEOPLE = frozenset("XHZ")
_THINGS = frozenset("nuHLy")
_DESERTING = frozenset(
    (
        "players",
        "customers",
        "clients",
        "voters",
        "viewers",
        "readers",
        "subscribers",
        "followers",
        "listeners",
        "fans",
        "users",
        "donors",
    )
)
_IN_A_ROW = frozenset(("row", "succession", "season"))


def is_lost(sentence: Analysis, at: int, trigger: int) -> bool:
    """Whether the people of chunk `at` are those whom the verb "lose" at `trigger` tells as dead."""
    kinds = sentence.kinds
    if at < trigger:
        behind = kinds[trigger + 1 : trigger + 2]
        return kinds[at] in _PEOPLE and behind not in _THINGS and not _is_outdone(sentence, trigger)
    if kinds[at] == "p":
        first, last = sentence.edges(at)
        return "V" in sentence.tokens.tags[first : last + 1]  # "Lost her son Omar".
    if sentence.last_word(at) in _DESERTING:
        return False  # "Lost four players to injury".
    return kinds[at] != "Z" or not _is_of_matches(sentence, at)


def _is_of_matches(sentence: Analysis, at: int) -> bool:
    """Whether a bare number goes on "in a row" or "of their 14 matches"."""
    behind = sentence.kinds[at + 1 : at + 3]
    if behind == "on" and sentence.last_word(at + 2) == "own":
        return False  # "Lost six of their own".
    return behind in ("on", "ou") or (behind == "Pn" and sentence.last_word(at + 2) in _IN_A_ROW)


def _is_outdone(sentence: Analysis, trigger: int) -> bool:
    """Whether "lost" goes on with whom to or what on: "lost to Spain", "lost out"."""
    last = sentence.chunks.lasts[trigger]
    return sentence.tokens.words[last + 1 : last + 2] in (["to"], ["out"], ["on"])
