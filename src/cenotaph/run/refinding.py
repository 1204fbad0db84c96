"""Finding once more in the texts that a ledger keeps, after the rules or a reader changed."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cenotaph.find import Found
from cenotaph.ledger import Filing, LedgerName, Raw, Store, report_key
from cenotaph.ledger.connection import open_to_read
from cenotaph.ledger.kept import Kept, kept_reports
from cenotaph.model import Report
from cenotaph.problems import Problem
from cenotaph.run.claim_changes import ClaimChange, claim_changes
from cenotaph.run.codes import notice
from cenotaph.run.finder import finder_version
from cenotaph.run.places import place_of
from cenotaph.run.pool import found_in
from cenotaph.run.rereading import read_again


class Refound(Struct, frozen=True):
    """A report that was gone over again: as it was kept, as it reads now, and which claims changed. `fresh` says that
    neither reader nor finder had changed, so that nothing was done. `asks` are questions to those who judged."""

    before: Report
    after: Report
    changes: tuple[ClaimChange, ...] = ()
    asks: tuple[Problem, ...] = ()
    fresh: bool = False
    text_changed: bool = False


class _Task(Struct, frozen=True):
    kept: Kept
    report: Report
    raw: Raw
    fresh: bool = False


def refind(ledger: LedgerName, *, dry_run: bool = False, jobs: int = 1) -> Generator[Refound]:
    """Go over all standing reports of a ledger; yields each one, in the order of reading, once it is filed.

    Texts whose reader changed are read again from their bytes. New findings supersede the old ones; judgements hold in
    them where the claim is found again in the same words, and a problem asks where it is not, or is read otherwise. With
    `dry_run` nothing is filed. Stopped at any point, it goes on from there when run again. LedgerError where the ledger
    cannot be opened or written.
    """
    if dry_run:
        with closing(open_to_read(ledger)) as connection:
            for done in _gone_over(kept_reports(connection), jobs):
                yield from (refound for refound, _ in done)
        return
    with Store(ledger) as store:
        for done in _gone_over(kept_reports(store.connection), jobs):
            store.file([filing for _, filing in done if filing is not None], finder_version())
            yield from (refound for refound, _ in done)


def _gone_over(chunks: Iterator[list[Kept]], jobs: int) -> Iterator[list[tuple[Refound, Filing | None]]]:
    tasks = ([_task(one) for one in chunk] for chunk in chunks)
    with closing(found_in(tasks, _stale, jobs=jobs)) as found:
        for chunk, findings in found:
            following = iter(findings)
            yield [_unchanged(one) if one.fresh else _refound(one, next(following)) for one in chunk]


def _stale(tasks: Sequence[_Task]) -> list[Report]:
    return [task.report for task in tasks if not task.fresh]


def _task(kept: Kept) -> _Task:
    document = read_again(kept.raw)
    if document is None or document.raw.reader == kept.raw.reader:
        return _Task(kept, kept.report, kept.raw, kept.finder == finder_version())
    read, raw = document.report, document.raw
    # What was known from around the bytes stays.
    report = Report(
        kept.report.id,
        read.text,
        *(
            getattr(read, name) or getattr(kept.report, name)
            for name in ("published", "outlet", "title", "url")
        ),
    )
    packed = msgspec.msgpack.encode(document.offsets)
    return _Task(kept, report, replace(kept.raw, encoding=raw.encoding, reader=raw.reader, offsets=packed))


def _unchanged(task: _Task) -> tuple[Refound, None]:
    return Refound(task.report, task.report, fresh=True), None


def _refound(task: _Task, found: Found) -> tuple[Refound, Filing]:
    kept = task.kept
    changes = tuple(claim_changes(kept.claims, found.claims, kept.judged))
    asks = tuple(
        _ask(change) for change in changes if change.judged and change.kind == "changed" and _same(change)
    )
    places = {place.key: place for place in map(place_of, found.claims) if place}
    filing = Filing(
        report_key(task.report, task.raw.sha256),
        task.report,
        task.raw,
        found.claims,
        found.handlings,
        (*found.problems, *asks),
        tuple(places.values()),
    )
    text_changed = task.report.text != kept.report.text
    return Refound(kept.report, task.report, changes, asks, text_changed=text_changed), filing


def _same(change: ClaimChange) -> bool:
    """Whether it goes by the same id: others are asked about when they are filed."""
    return change.old is not None and change.new is not None and change.old.id == change.new.id


def _ask(change: ClaimChange) -> Problem:
    assert change.new is not None
    claim = change.new
    fields = ", ".join(f"{one.field}: {_value(one.old)} → {_value(one.new)}" for one in change.fields)
    facts = {"id": claim.id, "fields": fields}
    return notice("judge.reread", claim.report, report=claim.report, **facts)


def _value(value: object) -> str:
    return msgspec.json.encode(value).decode()
