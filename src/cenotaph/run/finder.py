"""Finding, safe against a report that breaks the finder, and the version its findings are filed under."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

from cenotaph import __version__
from cenotaph.find import Found, find
from cenotaph.model import Report
from cenotaph.problems import failure
from cenotaph.run.codes import notice


def find_safely(report: Report) -> Found:
    """What is found in a report. A finder that breaks is a problem of that one report."""
    try:
        found = find(report)
    except Exception as error:  # noqa: BLE001
        failed = notice("find.failed", report.id, report=report.id, reason=failure(error))
        return Found((), (), (failed,))
    if found.claims and report.published is None:
        undated = notice("report.no-date", report.id, report=report.id)
        return Found(found.claims, found.handlings, (*found.problems, undated))
    return found


@cache
def finder_version() -> str:
    """Names the rules a finding was made with: the release and a digest of the finder's code and its language packs."""
    return f"rules/{__version__}+{code_digest('find', 'packs')}"


@cache
def code_digest(*folders: str) -> str:
    """A short digest of the code and data in folders of this package."""
    digest = sha256()
    for folder in folders:
        for name, content in _contents(files("cenotaph").joinpath(folder), folder):
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found += _contents(entry, name)
        elif entry.name.endswith((".py", ".toml", ".txt")):
            found.append((name, entry.read_bytes()))
    return found
