"""Who tells of a number of people, where no comma parts the two: "kills 12 NGO", "killed 60 militants media reported"."""

from cenotaph.find.text.tokens import Tokens

_TELLERS = frozenset(
    ("monitor", "ngo", "source", "sources", "media", "observatory", "watchdog", "report", "reports")
)
_OF_TELLERS = frozenset(
    ("medical", "security", "local", "military", "state", "hospital", "opposition", "news")
)


def told_from(tokens: Tokens, first: int, last: int) -> int | None:
    """The token at which those who tell of a number of people begin, where no comma parts them from it."""
    words, tags = tokens.words, tokens.tags
    for at in range(first + 1, last + 1):
        if words[at] not in _TELLERS:
            continue
        begin = at - (words[at - 1] in _OF_TELLERS)
        counted = tags[begin - 1] if begin > first else ""
        if counted == "Q" and (words[at].endswith("s") or tokens.quantities[begin - 1].low == 1):
            continue  # "Two sources".
        if counted and counted in "QvO" and set(tags[at + 1 : last + 1]) <= {"M"}:
            return begin
    return None
