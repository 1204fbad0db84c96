"""How much of a report's credits leads to each origin."""

from collections import Counter

from cenotaph.trace.credits import Sources
from cenotaph.trace.naming import folded_name
from cenotaph.trace.source import SourceRef
from cenotaph.trace.ways import Path


class Counted:
    """The ways that a report's credits lead, how much leads to each origin, and the keys of those credited with a figure."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.counts: Counter[SourceRef] = Counter()
        self.vouching: set[str] = set()
        self.unsure: set[Sources] = set()
        self._first: dict[str, SourceRef] = {}
        self._unnamed: dict[str, SourceRef] = {}

    def sure_paths(self) -> list[Path]:
        """The ways without those that are told of several sources at once, where an origin has others."""
        sure = [path for path in self.paths if path.sources not in self.unsure]
        keys = {path.origin.key for path in sure}
        return [*sure, *(path for path in self.paths if path.origin.key not in keys)]

    def add(self, path: Path, weight: int, *, vouches: bool) -> None:
        """Count a way; `vouches` says that its credit is for a figure."""
        path = self._joined(path)
        self.paths.append(path)
        self.counts[self._first.setdefault(path.origin.key, path.origin)] += weight
        if vouches:
            self.vouching.add(path.origin.key)

    def _joined(self, path: Path) -> Path:
        """The way to the first "officials" of the report, where one to others of no other name comes by another report's words."""
        if path.origin.named:
            return path
        first = self._unnamed.setdefault(folded_name(path.origin.name), path.origin)
        return path if first == path.origin else Path((*path.sources[:-1], first), path.why)
