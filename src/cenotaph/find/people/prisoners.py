"""Whether people arrested are taken in the fighting that a report tells of, by the people told before them: where courts and
crimes outnumber the words of war, nothing else says so."""

from collections.abc import Iterable

from cenotaph.find.people.mentions import Mention

_KIND = 2  # Words of a noun phrase that say which kind of people they are: "drug traffickers".


def is_taken(text: str, sentence: int, one: Mention, told: Iterable[tuple[int, Mention]]) -> bool:
    """Whether those arrested are told again by their number ("after the five men were arrested"), or are of the same kind as the
    dead or wounded right before them ("two drug traffickers were killed; nine drug traffickers were arrested"); `told` are the
    mentions before that stand, with their sentences."""
    return one.harm == "captured" and any(
        _is_again(text, before, one)
        if before.harm == "captured"
        else at >= sentence - 1 and _is_alike(text, before, one)
        for at, before in told
    )


def _is_again(text: str, before: Mention, one: Mention) -> bool:
    definite = text[max(0, one.start - len("the ")) : one.start].lower() == "the "
    return definite and 1 < (one.low or 0) == before.low


def _is_alike(text: str, before: Mention, one: Mention) -> bool:
    kind = _kind(text, one)
    return len(kind) == _KIND and kind == _kind(text, before)


def _kind(text: str, one: Mention) -> list[str]:
    if one.victims is None:
        return []
    return text[one.victims.start : one.victims.end].lower().split()[-_KIND:]
