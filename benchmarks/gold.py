"""Sets of reports with rows marked by hand, and how the finder does on one of them."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec

from cenotaph.find import find
from cenotaph.model import Report
from cenotaph.read import Document, read_paths
from cenotaph.rows import claim_row, handling_row
from cenotaph.scoring import ClaimMark, HandlingMark, compare_claims, compare_handlings, measured, read_marks

SAMPLE = Path(__file__).parents[1] / "sample"
SHOWN = ("low_high", "approx", "side", "role", "place", "scope", "until", "origin", "chain", "stance")
AROUND = 90
"""Characters told on either side of a claim."""

Figures = dict[str, float | int | None]


class GoldSet(NamedTuple):
    """Reports and the rows marked in them by hand; several files may make one set."""

    name: str
    reports: tuple[Path, ...]
    claims: tuple[Path, ...]
    handlings: tuple[Path, ...]


class Outcome(NamedTuple):
    """Figures of a set, and its claims found, missed and found wrongly: each by a key that tells nothing of the text, with its
    words."""

    figures: Figures
    hits: dict[str, str]
    missed: dict[str, str]
    alarms: dict[str, str]


def gold_sets(folder: Path, news: Path | None) -> Iterator[GoldSet]:
    """The sample and the sets in `folder`, whether their files are there or not."""
    seeds, open_, marked = folder / "gold/seeds", folder / "gold/open", folder / "gold/news"
    yield _gold_set("sample", SAMPLE / "expected", SAMPLE / "reports")
    yield _gold_set("seeds", seeds, seeds / "reports.jsonl")
    yield GoldSet(
        "open",
        (open_ / "re3d.jsonl", open_ / "muc.jsonl"),
        (open_ / "re3d.claims.jsonl", open_ / "muc.claims.jsonl"),
        (open_ / "re3d.handling.jsonl", open_ / "muc.handling.jsonl"),
    )
    yield _gold_set("news", marked, news or marked / "reports.jsonl")


def _gold_set(name: str, rows: Path, reports: Path) -> GoldSet:
    return GoldSet(name, (reports,), (rows / "claims.jsonl",), (rows / "handling.jsonl",))


def absent(gold: GoldSet) -> Path | None:
    """The first file of a set that is not there."""
    return next((path for path in gold[1] + gold[2] + gold[3] if not path.exists()), None)


def outcome(gold: GoldSet) -> Outcome:
    """Find in the reports of a set and compare with its rows."""
    reports = _reports(gold)
    claims, handlings = _found(reports.values())
    marks = [row for path in gold.claims for row in read_marks(path, ClaimMark)]
    handled = [row for path in gold.handlings for row in read_marks(path, HandlingMark)]
    compared = compare_claims(marks, claims)
    score, marked = measured(compared), {row.report for row in marks}
    figures: Figures = {
        "claims marked": score.gold,
        "precision": score.precision,
        "recall": score.recall,
        "found, F1": score.detection_f1,
        "strict, F1": score.strict_f1,
        **{name: score.fields[name] for name in SHOWN},
        "reports without a claim": len(reports.keys() - marked),
        "false alarms in these": sum(row.report not in marked for row in compared.spurious),
        "handlings marked": sum(not row.optional for row in handled),
        "handling, F1": measured(compare_handlings(handled, handlings)).detection_f1 if handled else None,
    }
    return Outcome(
        figures,
        _told(gold.name, [match.gold for match in compared.matches], reports),
        _told(gold.name, compared.missed, reports),
        _told(gold.name, compared.spurious, reports),
    )


def _reports(gold: GoldSet) -> dict[str, Report]:
    read = read_paths([str(path) for path in gold.reports])
    return {one.report.id: one.report for one in read if isinstance(one, Document)}


def _found(reports: Iterable[Report]) -> tuple[list[ClaimMark], list[HandlingMark]]:
    claims, handlings = list[ClaimMark](), list[HandlingMark]()
    for report in reports:
        found = find(report)
        claims += [msgspec.convert(claim_row(one, report, None), ClaimMark) for one in found.claims]
        handlings += [msgspec.convert(handling_row(one, report), HandlingMark) for one in found.handlings]
    return claims, handlings


def _told(name: str, rows: Iterable[ClaimMark], reports: Mapping[str, Report]) -> dict[str, str]:
    return {
        key(name, row.report, row.start, row.end, row.harm): _words(row, reports[row.report].text)
        for row in rows
    }


def key(*parts: object) -> str:
    """A name for a place in a report that tells nothing of its text."""
    return sha256("\0".join(map(str, parts)).encode()).hexdigest()[:12]


def _words(row: ClaimMark, text: str) -> str:
    before, after = text[max(0, row.start - AROUND) : row.start], text[row.end : row.end + AROUND]
    return " ".join(f"{row.report}, {row.harm}: …{before}[{text[row.start : row.end]}]{after}…".split())
