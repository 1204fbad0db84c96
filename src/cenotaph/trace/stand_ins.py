"""Which body a description stands for: "the group", "a monitor", "the commission"."""

from collections.abc import Iterable

from msgspec.structs import replace

from cenotaph.trace.credits import Credit
from cenotaph.trace.mentions import mentioned
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceKind, SourceRef
from cenotaph.trace.source_kinds import is_body, is_stand_in


class StandIns:
    """Which body "the group", "a monitor" means: the one of its kind with a name that the report credits, else the only
    listed one that its text names."""

    def __init__(self, credits: Iterable[Credit], text: str) -> None:
        self._text = text
        self._credited: dict[str, set[SourceRef]] = {}
        for credit in credits:
            for source in (*credit.named, *credit.carriers):
                if source.named:
                    self._credited.setdefault(source.kind, set()).add(house_of(source))

    def meant(self, described: SourceRef) -> SourceRef | None:
        """The body that a description stands for: "the commission" for the one credited body whose name ends so."""
        words = folded_tokens(described.name)
        ending = {
            source
            for sources in self._credited.values()
            for source in sources
            if len(words) == 1 and folded_tokens(source.name)[-1:] == words
        }
        if len(ending) == 1:
            return ending.pop()
        if not is_stand_in(described.name):
            return None
        bodies = {source for source in self._credited.get("unknown", ()) if is_body(source.name)}
        credited = self._credited.get(described.kind, set()) | bodies
        if len(credited) > 1:
            return None
        kinds: tuple[SourceKind, ...] = ("NGO", "UN") if described.kind == "unknown" else (described.kind,)
        mentions = (mentioned(self._text, kind) for kind in kinds)
        return next(iter(credited), None) or next((one for one in mentions if one is not None), None)

    def resolved(self, credit: Credit) -> Credit:
        """The credit with the monitor or agency that a description stands for."""
        meant = [(source, self.meant(source)) for source in credit.described]
        named = {source.key: other for source, other in meant if other is not None and not other.carries}
        if not named:
            return credit
        described = tuple(source for source in credit.described if source.key not in named)
        return replace(
            credit, named=tuple(dict.fromkeys((*credit.named, *named.values()))), described=described
        )
