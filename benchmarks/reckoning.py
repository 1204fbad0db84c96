"""How fast a ledger of a million claims is tallied, and how long it takes to keep its attacks up to date.

    .venv/bin/python benchmarks/reckoning.py                     1,000,000 claims (some minutes to make them)
    .venv/bin/python benchmarks/reckoning.py --claims 50000      a quick look
    .venv/bin/python benchmarks/reckoning.py --ledger big.sqlite  made there once, and used again

The claims are made up: towns of six wars, three years, several reports an attack, parties' totals every week. Most are
filed and worked out in large batches; the last thousand reports in small ones, as when reports arrive. Times are of the
processor, so that other work on the machine counts little.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import process_time

import msgspec

from cenotaph.export.reckoning_rows import tally_row
from cenotaph.find.place.gazetteer import gazetteer
from cenotaph.ledger import ClaimFilter, Filing, Raw, Store, TraceTables, report_key
from cenotaph.model import Claim, Place, Report, Span
from cenotaph.run.catching_up import _STATE, TraceState, _version
from cenotaph.run.reckoning import reckon_ledger
from cenotaph.run.standing import keep_standing
from cenotaph.run.wanted import filter_of
from cenotaph.trace import Path as Way
from cenotaph.trace import SourceRef

TOWNS = {
    "Ukraine": "Kharkiv Mariupol Kherson Bakhmut Avdiivka Kramatorsk Odesa Dnipro Sumy Chernihiv Zaporizhzhia Mykolaiv Izium Kupiansk",
    "Palestine": "Gaza Rafah Jabalia Nuseirat Jenin Nablus Hebron Tulkarm",
    "Syria": "Aleppo Idlib Raqqa Homs Hama Douma Palmyra Daraa Manbij Qamishli",
    "Yemen": "Sanaa Taiz Aden Marib Hodeidah Saada Ibb Hajjah",
    "Sudan": "Khartoum Omdurman Nyala Geneina Kadugli Zalingei",
    "Myanmar": "Mandalay Sagaing Lashio Loikaw Myitkyina Sittwe Magway",
}
ENEMY = {
    "Ukraine": "Russia",
    "Palestine": "Israel",
    "Syria": "Turkey",
    "Yemen": "Saudi Arabia",
    "Sudan": "RSF",
    "Myanmar": "Arakan Army",
}
SOURCES = (
    "the governor",
    "residents",
    "the hospital",
    "a monitor",
    "police",
    "a local paper",
    "the agency",
    "the UN",
)
Told = tuple[str, SourceRef, str]
"""A claim's id, its origin and its testimony."""

DAYS = 1096
BEGAN = date(2022, 2, 24)
BULK, BATCH = 4_096, 64
"""Reports of a large and of a small batch."""


QUERIES: dict[str, dict[str, str]] = {
    "a side's dead, running totals": {"side": "Ukraine", "harm": "killed", "scope": "cumulative"},
    "a town, all harms": {"place": "Kharkiv", "from": "2023-01-01", "until": "2023-03-31"},
    "a town's dead over three years": {"place": "Taiz", "harm": "killed"},
    "a side's civilians, one month": {"side": "Syria", "role": "civilians", "harm": "killed", "from": "2023-05-01", "until": "2023-05-31"},
    "all wars, one day": {"from": "2024-01-15", "until": "2024-01-15"},
    "one source in one town": {"place": "Omdurman", "source": "hospital"},
}  # fmt: skip


def filings(count: int, seed: int = 5) -> Iterator[tuple[Filing, list[Told]]]:
    """Reports until they hold so many claims, day by day, each with what tracing would say of them."""
    rng = random.Random(seed)
    places = {side: [_place(name, side) for name in names.split()] for side, names in TOWNS.items()}
    made = number = 0
    while made < count:
        day = BEGAN + timedelta(days=min(DAYS - 1, int(DAYS * made / count)))
        filing, told = _report(rng, number, day, places)
        made += len(filing.claims)
        number += 1
        yield filing, told


def _report(
    rng: random.Random, number: int, day: date, places: dict[str, list[Place]]
) -> tuple[Filing, list[Told]]:
    side = rng.choice(list(places))
    id_ = f"report-{rng.getrandbits(60)}"
    words: list[str] = []
    claims: list[Claim] = []
    told: list[Told] = []
    for at in range(rng.randint(2, 11)):
        start = sum(map(len, words)) + len(words)
        sentence, claim, one = _claim(rng, id_, at, start, day, side, places[side])
        words.append(sentence)
        claims.append(claim)
        told.append(one)
    text = "\n".join(words)
    report = Report(id_, text, day.isoformat(), f"Outlet {rng.randrange(200)}")
    digest = sha256(text.encode()).hexdigest()
    raw = Raw(digest, text.encode(), f"{id_}.txt", "text/plain", "utf-8", "text/1", b"\x90")
    return Filing(report_key(report, digest), report, raw, tuple(claims), (), ()), told


def _claim(
    rng: random.Random, report: str, at: int, start: int, day: date, side: str, places: list[Place]
) -> tuple[str, Claim, Told]:
    total = rng.random() < 0.15
    place = None if total else rng.choice(places)
    attack = day - timedelta(days=rng.choice((0, 1, 1, 2)))
    count = (
        10 * (day - BEGAN).days + rng.randrange(50)
        if total
        else random.Random(f"{place}{attack}").randrange(1, 30) + rng.choice((0, 0, 0, 1, 3))
    )
    harm = "killed" if rng.random() < 0.7 else "wounded"
    who = rng.choice(SOURCES)
    where = f" in {place.name} on {attack.isoformat()}" if place else " since the war began"
    sentence = f"{ENEMY[side]} shelling left {count} people {harm}{where}, {who} said."
    claim = Claim(
        id=sha256(f"{report} {at}".encode()).hexdigest()[:16],
        report=report,
        quantity_text=str(count),
        start=start + sentence.index(str(count)),
        end=start + sentence.index(str(count)) + len(str(count)),
        harm="killed" if harm == "killed" else "wounded",
        low=count,
        high=count,
        approx=False,
        side=side,
        role=rng.choice(("civilians", "civilians", "combatants", "unknown")),
        victims_text="people",
        names=(),
        place=place.name if place else None,
        scope="cumulative" if total else "incident",
        from_=None,
        until=day.isoformat() if total else attack.isoformat(),
        sources=(who,),
        stance="asserted",
        rules=("made-up",),
        place_key=place.key if place else None,
        sentence=Span(start, start + len(sentence)),
    )
    kind = "official" if who in ("the governor", "police") else "NGO"
    origin = SourceRef(
        f"name:{side} {who}",
        who,
        "official" if kind == "official" else "NGO",
        side if kind == "official" else None,
    )
    return sentence, claim, (claim.id, origin, f"{origin.key}|{claim.place_key}|{claim.until}|{count}|{harm}")


def _place(name: str, side: str) -> Place:
    country = {
        "Palestine": "PS",
        "Ukraine": "UA",
        "Syria": "SY",
        "Yemen": "YE",
        "Sudan": "SD",
        "Myanmar": "MM",
    }[side]
    found = [place for place in gazetteer().lookup(name) if place.country == country]
    if not found:
        raise SystemExit(f"The gazetteer has no {name} in {side}.")
    return found[0]


def make(ledger: Path, count: int, late_reports: int) -> None:
    """File the reports and work out their standing; prints how long that took a report, on the whole and at the end."""
    following = filings(count)
    last = list(filings(late_reports * 7, seed=6))[:late_reports]
    filed, kept, reports, claims, run = 0.0, 0.0, 0, 0, 0
    with Store(ledger) as store:
        while batch := list(islice(following, BULK)):
            run += 1
            one, two = _arrive(store, ledger, batch, run)
            filed, kept = filed + one, kept + two
            reports += len(batch)
            claims += sum(len(filing.claims) for filing, _ in batch)
        print(f"{reports:,} reports, {claims:,} claims")
        print(f"filing                         {1000 * filed / reports:8.2f} ms a report")
        print(f"standing worked out            {1000 * kept / reports:8.2f} ms a report")
        late = [
            _arrive(store, ledger, last[at : at + BATCH], run + at + 1)[1]
            for at in range(0, late_reports, BATCH)
        ]
    print(
        f"{late_reports:,} more reports, {BATCH} at once {1000 * sum(late) / late_reports:8.2f} ms a report"
    )


def _arrive(
    store: Store, ledger: Path, batch: list[tuple[Filing, list[Told]]], run: int
) -> tuple[float, float]:
    """File a batch, and bring what stands up to date; how many seconds each took."""
    began = process_time()
    store.file([filing for filing, _ in batch], "made-up")
    filed = process_time()
    _trace(store, batch, run)
    traced = process_time()
    keep_standing(ledger)
    return filed - began, process_time() - traced


def _trace(store: Store, batch: list[tuple[Filing, list[Told]]], run: int) -> None:
    """Put down whom the claims go back to, as tracing would. Tracing has a benchmark of its own."""
    with store.connection.transaction():
        tables = TraceTables(store.connection)
        tables.tell(
            (
                claim,
                filing.report.id,
                run * BATCH + at,
                place,
                origin.key,
                _way(origin),
                testimony,
                testimony,
                run,
            )
            for at, (filing, told) in enumerate(batch)
            for place, (claim, origin, testimony) in enumerate(told)
        )
        (finding,) = store.connection.rows("SELECT max(seq) FROM finding")[0]
        tables.save(_STATE, {"": msgspec.msgpack.encode(TraceState(_version(), run, finding))})


@cache
def _way(origin: SourceRef) -> bytes:
    return msgspec.msgpack.encode(Way((origin,), "The report names it."))


def ask(ledger: Path) -> float:
    """Tally under each filter; prints the time of each, and gives the longest."""
    longest = 0.0
    print(f"{'filtered tally':42}{'claims':>9}{'figures':>9}{'seconds':>9}")
    for name, wanted in QUERIES.items():
        began = process_time()
        condition: ClaimFilter = filter_of(dict(wanted))
        reckoning = reckon_ledger(ledger, condition)
        rows = list(map(tally_row, reckoning.tally("ucdp").tallies))
        took = process_time() - began
        longest = max(longest, took)
        print(f"{name:42}{len(reckoning.statements):>9,}{len(rows):>9,}{took:>9.3f}")
    return longest


def main() -> None:
    """Make the ledger if there is none, ask it, and say whether each answer came within a second."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument(
        "--last", type=int, default=1_024, help="reports that arrive in small batches at the end"
    )
    parser.add_argument("--ledger", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = chosen.ledger or Path(folder) / "reckoning.sqlite"
        if not ledger.exists():
            make(ledger, chosen.claims, chosen.last)
        print(f"the ledger is {ledger.stat().st_size / 1e6:,.0f} MB\n")
        longest = ask(ledger)
    raise SystemExit(0 if longest < 1 else 1)


if __name__ == "__main__":
    main()
