"""Fit the weights of `packs/en/origins.toml` to reports whose origin people marked.

usage: fit_origins.py [--out FILE] REPORTS.jsonl MARKS.jsonl [REPORTS.jsonl MARKS.jsonl ...]

Reports are as `cenotaph read` takes them; those of one file are traced together. A line of the marks is
`{"report": ID, "origins": [NAME, ...]}`: every name that a careful reader takes for the origin of the report's main
figure, "own" for its own outlet. The reports should be of many stories, with several of each in one file.

The weights are those of a conditional logit: of the candidates of a report the right ones get as much of the
probability as may be, less `RIDGE` times the squared weights. Each file is also judged by the weights fitted to all others.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cenotaph.model import Report
from cenotaph.run.local import Result, find_reports
from cenotaph.run.readings import reading_of
from cenotaph.trace import Register, Tracer, echoes
from cenotaph.trace.choice import Choice, Signs
from cenotaph.trace.naming import folded_tokens
from cenotaph.trace.neighbours import Neighbours
from cenotaph.trace.shipped import house_of
from cenotaph.trace.source import SourceRef
from cenotaph.trace.world import Memory

RIDGE = 2.0
RARE = 15
"""A sign that fewer candidates have gets no weight."""
STEPS = 25
HEAD = Path(__file__).parent.parent / "src/cenotaph/packs/en/origins.toml"

Weights = Mapping[str, float]


class Marked(NamedTuple):
    """A report whose origin is marked: the signs of each candidate, which ones are right, which one its own words put first."""

    file: str
    signs: list[Signs]
    right: list[bool]
    by_words: int


def marked_reports(reports: str, marks: str) -> Iterator[Marked]:
    """The marked reports of one file that have another one near them."""
    readings = [
        reading_of(one.document.report, one.found.claims)
        for one in find_reports([reports])
        if isinstance(one, Result)
    ]
    world = Memory({one.report.id: one.claims for one in readings})
    Tracer(world, Register()).add(enumerate(readings), echoes(one.report for one in readings))
    neighbours = Neighbours(world.shared, world.akin_to)
    texts = {one.report.id: one.report for one in readings}
    for line in Path(marks).read_text("utf-8").splitlines():
        mark = json.loads(line)
        if mark["report"] not in texts:
            sys.exit(f"{marks} marks report {mark['report']}, which is not in {reports}; check its id.")
        choice = Choice(mark["report"], neighbours, world.credits, world.origins)
        if not choice.has_others() or not choice.candidates:
            continue
        right = [
            is_marked(one.path.origin, "own" in one.signs, mark["origins"], texts[mark["report"]])
            for one in choice.candidates
        ]
        first = [place for place, one in enumerate(choice.candidates) if "first by words" in one.signs]
        yield Marked(reports, choice.signs(), right, first[0] if first else -1)


def is_marked(origin: SourceRef, own: bool, names: Sequence[str], report: Report) -> bool:
    """Whether one of the names that people wrote is a candidate's, by the register or by its words."""
    if own and "own" in names:
        return True
    words = {*folded_tokens(origin.name)}
    for name in names:
        known = Register().identify_all(name, report, at=max(report.text.find(name), 0), others=tuple(names))
        if origin.key in {house_of(one).key for one in known}:
            return True
        marked = {*folded_tokens(name)}
        if words and marked and (words <= marked or marked <= words):
            return True
    return False


def fitted(reports: Sequence[Marked]) -> Weights:
    """The weights of all signs that are not rare."""
    useful = [one for one in reports if any(one.right)]
    counts = Counter(sign for one in useful for signs in one.signs for sign in signs)
    names = sorted(sign for sign, count in counts.items() if count >= RARE)
    most = max(len(one.signs) for one in useful)
    signs = np.zeros((len(useful), most, len(names)))
    right = np.zeros((len(useful), most), bool)
    there = np.zeros((len(useful), most), bool)
    for row, one in enumerate(useful):
        there[row, : len(one.signs)] = True
        right[row, : len(one.right)] = one.right
        for place, found in enumerate(one.signs):
            signs[row, place] = [found.get(name, 0.0) for name in names]
    weights = _ascended(signs, right, there)
    return dict(zip(names, map(float, weights), strict=True))


def _ascended(
    signs: NDArray[np.float64], right: NDArray[np.bool_], there: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """The weights that make the marks likeliest, by Newton's steps (with the curvature of the candidates' probabilities)."""
    weights = np.zeros(signs.shape[2])
    ridge = 2 * RIDGE * np.eye(len(weights))
    for _ in range(STEPS):
        worth = np.where(there, signs @ weights, -np.inf)
        likely = np.exp(worth - worth.max(1, keepdims=True))
        likely /= likely.sum(1, keepdims=True)
        of_right = likely * right / (likely * right).sum(1, keepdims=True)
        uphill = np.einsum("rc,rcs->s", of_right - likely, signs) - ridge @ weights
        mean = np.einsum("rc,rcs->rs", likely, signs)
        curve = np.einsum("rcs,rct->st", likely[:, :, None] * signs, signs) - mean.T @ mean
        weights += np.linalg.solve(curve + ridge, uphill)
    return weights


def first(one: Marked, weights: Weights) -> int:
    """The place of the candidate that comes first by some weights."""
    worth = [sum(weights.get(sign, 0.0) * much for sign, much in signs.items()) for signs in one.signs]
    return max(range(len(worth)), key=worth.__getitem__)


def told(reports: Sequence[Marked]) -> str:
    """How many of the reports are right by their own words, and by weights fitted to the other files."""
    by_words = sum(one.by_words >= 0 and one.right[one.by_words] for one in reports)
    by_signs = 0
    for file in dict.fromkeys(one.file for one in reports):
        weights = fitted([one for one in reports if one.file != file])
        by_signs += sum(one.right[first(one, weights)] for one in reports if one.file == file)
    return f"{len(reports)} reports: {by_words} right by their own words, {by_signs} by signs fitted to the other files"


def main() -> int:
    """Fit, tell how good it is, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--out", default=str(HEAD))
    args = parser.parse_args()
    if len(args.files) % 2:
        parser.error("name a file of marks behind each file of reports")
    pairs = zip(args.files[::2], args.files[1::2], strict=True)
    reports = [one for pair in pairs for one in marked_reports(*pair)]
    if not any(any(one.right) for one in reports):
        parser.error("no marked origin is a candidate of a report with others near; check ids and names")
    print(told(reports), file=sys.stderr)
    out = Path(args.out)
    head = HEAD.read_text("utf-8").partition("[weights]")[0]
    rows = sorted(fitted(reports).items(), key=lambda row: (-row[1], row[0]))
    out.write_text(head + "[weights]\n" + "".join(f'"{sign}" = {weight:.2f}\n' for sign, weight in rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
