"""Ids of reports that bring none: the stem of the file's name, told apart by folder where two files share it."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePath


def stem(path: str) -> str:
    """The file's name without its last extension and .gz ("march.txt.gz" and "march.txt" give "march")."""
    name = PurePath(path).name
    name = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    return printable(PurePath(name).stem) or "report"


def printable(name: str) -> str:
    """A file's name as text that can be written anywhere; bytes that are not UTF-8 become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def distinct_ids(paths: Sequence[str]) -> list[str]:
    """An id for each path. Files with one stem get as many parent folders before it as tell them all apart
    ("kyiv/march" and "lviv/march"), and keep their extension if one folder holds several of them."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, path in enumerate(paths):
        groups[stem(path)].append(index)
    ids = [""] * len(paths)
    for name, members in groups.items():
        named = [name] if len(members) == 1 else _told_apart([paths[index] for index in members])
        for index, ident in zip(members, named, strict=True):
            ids[index] = ident
    return ids


def _told_apart(paths: list[str]) -> list[str]:
    parents = [PurePath(path).parent.parts for path in paths]
    stems = [stem(path) for path in paths]
    names = [printable(PurePath(path).name) for path in paths]
    depth = max(map(len, parents))
    for last in (stems, names):
        for count in range(depth + 1):
            ids = [
                "/".join([*map(printable, folders[-count:] if count else ()), name])
                for folders, name in zip(parents, last, strict=True)
            ]
            if len(set(ids)) == len(ids):
                return ids
    return [printable(path) for path in paths]
