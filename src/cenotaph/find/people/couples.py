"""Whether a bare name and a longer one are a couple ("Roger and Jill Hart"), or two people, the first by a surname told before."""

from collections.abc import Container, Iterator

from cenotaph.find.people.mentions import Mention
from cenotaph.model import Span


def parted(text: str, mention: Mention, surnames: Container[str]) -> Iterator[Mention]:
    """The mention as it stands; as two where it is a couple whose first name is somebody's surname in the report."""
    first = _first_of_two(text, mention)
    if first is None or text[first.start : first.end] not in surnames or mention.name is None:
        yield mention
        return
    one = mention._replace(low=1, high=1)
    yield one._replace(start=first.start, end=first.end, victims=first, name=first)
    yield one._replace(start=mention.name.start)


def _first_of_two(text: str, mention: Mention) -> Span | None:
    """The bare name that opens a couple."""
    if mention.name is None or mention.low != 2 or mention.high != 2 or mention.start == mention.name.start:
        return None
    return Span(mention.start, mention.start + len(text[mention.start : mention.end].split()[0]))
