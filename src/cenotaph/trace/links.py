"""From overlaps and matches to links: stretches of two reports that belong together, with their kind and the reason."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import numpy as np

from cenotaph.trace.arrays import group_starts
from cenotaph.trace.echo import Kind, score_of
from cenotaph.trace.library import Library
from cenotaph.trace.nearby import Clusters
from cenotaph.trace.overlaps import Overlaps
from cenotaph.trace.retold import Matches
from cenotaph.trace.seeds import Seeds
from cenotaph.trace.sorting import stable_order
from cenotaph.trace.words import Flags, Offsets

_MAX_GAP = 60
_MAX_PLACES = 6
_MIN_SAME = 8
_COPIED_SHARE = 0.7
_COPIED_WORDS = 80
_NEARLY_ALL = 0.95


class Link(NamedTuple):
    """Words `left_first` to `left_last` (exclusive) of one report and those on the right tell the same."""

    left_report: int
    right_report: int
    kind: Kind
    left_first: int
    left_last: int
    right_first: int
    right_last: int
    score: float
    why: str

    def covers(self, other: "Link") -> bool:
        """Whether the other link's words are mostly among this one's, on both sides."""
        left = min(self.left_last, other.left_last) - max(self.left_first, other.left_first)
        right = min(self.right_last, other.right_last) - max(self.right_first, other.right_first)
        return (
            left * 2 > other.left_last - other.left_first and right * 2 > other.right_last - other.right_first
        )


class _Island(NamedTuple):
    left_first: int
    left_last: int
    right_first: int
    right_last: int
    same: int
    quoted: int

    def near(self, other: "_Island") -> bool:
        apart = max(other.right_first - self.right_last, self.right_first - other.right_last)
        return other.left_first - self.left_last <= _MAX_GAP and apart <= _MAX_GAP

    def joined(self, other: "_Island") -> "_Island":
        left = min(self.left_first, other.left_first), max(self.left_last, other.left_last)
        right = min(self.right_first, other.right_first), max(self.right_last, other.right_last)
        same = min(self.same + other.same, left[1] - left[0], right[1] - right[0])
        return _Island(*left, *right, same, self.quoted + other.quoted)


def overlap_links(library: Library, overlaps: Overlaps) -> Iterator[Link]:
    """The links of pairs that share enough words: up to six stretches a pair, the largest ones."""
    strength = overlaps.strength()
    enough = strength >= 1.0
    chosen = enough[overlaps.clusters.pair]
    clusters = Clusters(*(column[chosen] for column in overlaps.clusters))
    whole = overlaps.quoted & (overlaps.run >= _MIN_SAME)
    quoted = _in_quotations(library, clusters, whole[clusters.pair])
    rows = zip(*(column.tolist() for column in (*clusters, np.where(quoted, clusters.same, 0))), strict=True)
    for pair, members in groupby(rows, key=lambda row: int(row[0])):
        islands = _islands([_Island(*row[1:]) for row in members])
        best = sorted(islands, key=lambda island: -island.same)[:_MAX_PLACES]
        reports = int(overlaps.left_report[pair]), int(overlaps.right_report[pair])
        same = sum(island.same for island in islands)
        for number, island in enumerate(best):
            if number == 0 or island.same >= _MIN_SAME:
                kind: Kind = "quote" if island.quoted * 2 > island.same else "copy"
                why = _why_overlap(kind, island.same, same, len(islands), overlaps, pair)
                yield Link(*reports, kind, *island[:4], score_of(float(strength[pair])), why)


def retold_links(library: Library, matches: Matches) -> Iterator[Link]:
    """The links of passages that tell the same; neighbouring passages become one."""
    strength = matches.strength()
    chosen = np.flatnonzero(strength >= 1.0)
    left, right = matches.left[chosen], matches.right[chosen]
    sides = (*library.passage_words(left), *library.passage_words(right))
    rows = sorted(
        zip(
            library.reports_of_passages(left).tolist(),
            library.reports_of_passages(right).tolist(),
            *(side.tolist() for side in sides),
            chosen.tolist(),
            strict=True,
        )
    )
    for reports, members in groupby(rows, key=lambda row: row[:2]):
        yield from _joined([_retold_link(reports, row, matches, float(strength[row[6]])) for row in members])


def copied_links(library: Library, neighbours: Seeds) -> Iterator[Link]:
    """The links of reports most of whose runs of words stand in more than fifty places: a story that everybody copied."""
    reports = int(library.report_bases[-1])
    keys = neighbours.left_report.astype(np.int64) * reports + neighbours.right_report
    order = stable_order(keys)
    starts = group_starts(keys[order])
    for number in np.flatnonzero(np.diff(starts) >= _COPIED_WORDS).tolist():
        chosen = order[starts[number] : starts[number + 1]]
        left, right = divmod(int(keys[chosen[0]]), reports)
        firsts, lasts = library.report_words(np.array([left, right]))
        a, b = neighbours.left[chosen], neighbours.right[chosen]
        share = len(np.unique(b)) / max(int((lasts - firsts).min()), 1)
        if share >= _COPIED_SHARE:
            why = f"{share:.0%} of the shorter report's words stand in the other and in many more."
            yield Link(
                left,
                right,
                "copy",
                int(a.min()),
                int(a.max()) + 5,
                int(b.min()),
                int(b.max()) + 5,
                score_of(9 * share),
                why,
            )


def _in_quotations(library: Library, clusters: Clusters, whole: Flags) -> Flags:
    left = library.quotations_at((clusters.left_first + clusters.left_last) // 2) >= 0
    right = library.quotations_at((clusters.right_first + clusters.right_last) // 2) >= 0
    return (left & right) | (whole & (left | right))


def _islands(clusters: list[_Island]) -> list[_Island]:
    islands: list[_Island] = []
    for cluster in clusters:
        if islands and islands[-1].near(cluster):
            islands[-1] = islands[-1].joined(cluster)
        else:
            islands.append(cluster)
    return islands


def _why_overlap(kind: Kind, here: int, same: int, places: int, overlaps: Overlaps, pair: int) -> str:
    run = int(overlaps.run[pair])
    if kind == "quote":
        return f"{here} words of a quotation are the same in both, the longest run {run} words."
    spread = f" of {same} in {places} places" if places > 1 else ""
    nearby = float(overlaps.nearby[pair])
    return f"{here} words{spread} are the same, the longest run {run}; uncommon words shared around them weigh {nearby:.0f} nats."


def _retold_link(reports: tuple[int, ...], row: tuple[int, ...], matches: Matches, strength: float) -> Link:
    match = row[6]
    larger = max(float(matches.left_weight[match]), float(matches.right_weight[match]))
    share = float(matches.shared[match]) / larger
    kind: Kind = "quote" if share >= _NEARLY_ALL and matches.both_quoted[match] else "retold quote"
    how = "Two quotations" if matches.both_quoted[match] else "A quotation and a reported sentence"
    stems = int(matches.stems[match])
    why = f"{how} share {stems} uncommon words or their synonyms, {share:.0%} of what the longer one says."
    return Link(reports[0], reports[1], kind, row[2], row[3], row[4], row[5], score_of(strength), why)


def _joined(links: list[Link]) -> list[Link]:
    joined: list[Link] = []
    for link in links:
        before = joined[-1] if joined else None
        if (
            before
            and link.left_first - before.left_last <= _MAX_GAP // 2
            and _right_gap(before, link) <= _MAX_GAP // 2
        ):
            joined[-1] = before._replace(
                kind=before.kind if before.kind == link.kind else "retold quote",
                left_last=max(before.left_last, link.left_last),
                right_first=min(before.right_first, link.right_first),
                right_last=max(before.right_last, link.right_last),
                score=max(before.score, link.score),
                why=before.why if before.score >= link.score else link.why,
            )
        else:
            joined.append(link)
    return joined


def _right_gap(before: Link, link: Link) -> int:
    return max(link.right_first - before.right_last, before.right_first - link.right_last)


def character_spans(library: Library, firsts: Offsets, lasts: Offsets) -> tuple[Offsets, Offsets]:
    """Where stretches of words start and end in their reports' text."""
    return library.characters(firsts)[0], library.characters(lasts - 1)[1]
