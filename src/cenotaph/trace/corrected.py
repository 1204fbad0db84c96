"""What people say of sources: which names are one source, which are two, and what a source is."""

from collections.abc import Iterable

from msgspec.structs import replace

from cenotaph.problems import CenotaphError
from cenotaph.trace.learned import learned
from cenotaph.trace.naming import folded_name, folded_tokens
from cenotaph.trace.shipped import shipped
from cenotaph.trace.source import SourceCorrection, SourceRef

_MOST_STEPS = 20


class CorrectionsCircle(CenotaphError):
    """Corrections that make one source another and that one the first."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The corrections of sources go round in a circle at {name}; take one of them back, so that one name is left."
        )


class Corrections:
    """The corrections by the names they are about."""

    def __init__(self, corrections: Iterable[SourceCorrection]) -> None:
        self._by_name = {folded_name(one.name): one for one in corrections}

    def has(self, name: str) -> bool:
        """Whether somebody said something of the name."""
        return bool(self._by_name) and folded_name(name) in self._by_name

    def applied(self, name: str, source: SourceRef) -> SourceRef:
        """The source as people say it is, by the name that was read or by the one it leads to."""
        if not self._by_name:
            return source
        said = self._by_name.get(folded_name(name))
        if said is not None:
            source = _parted(name, source, said)
        for _ in range(_MOST_STEPS):
            said = self._by_name.get(folded_name(source.name))
            if said is None or said.same_as is None:
                break
            source = _parted(source.name, source, said)
        else:
            raise CorrectionsCircle(source.name)
        return _described_as(source, self._by_name.get(folded_name(source.name)))


def _parted(name: str, source: SourceRef, said: SourceCorrection) -> SourceRef:
    if said.same_as is not None:
        return shipped(folded_tokens(said.same_as)) or learned(said.same_as)
    return replace(learned(name), key=f"name:{folded_name(name)}") if said.apart else source


def _described_as(source: SourceRef, said: SourceCorrection | None) -> SourceRef:
    if said is None:
        return source
    house = said.belongs_to and (shipped(folded_tokens(said.belongs_to)) or learned(said.belongs_to))
    return replace(
        source,
        kind=said.kind or source.kind,
        side=source.side if said.side is None else said.side or None,
        protected=source.protected if said.protected is None else said.protected,
        house=house.key if house else source.house,
        house_name=house.name if house else source.house_name,
    )
