"""Dated reports made by formula, as agencies send them by the hundred, with some that are truly retold by another outlet."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from cenotaph.model import Report

TOWNS = [
    "Kharkiv", "Kherson", "Sumy", "Nikopol", "Kramatorsk", "Pokrovsk", "Izyum", "Poltava", "Chernihiv", "Dnipro",
    "Odesa", "Zaporizhzhia", "Mykolaiv", "Kupiansk", "Sloviansk", "Lviv", "Zhytomyr", "Vinnytsia", "Kryvyi Rih", "Bakhmut",
]  # fmt: skip
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ARMS = ["a Russian rocket", "a drone", "shelling", "a glide bomb", "two missiles"]
SITES = ["a clinic", "a bakery", "an apartment block", "a bus depot", "a school", "the railway yard"]
VOICES = ["police", "the mayor", "local officials", "the governor", "prosecutors", "the emergency service"]
LINES = [
    "{arms} hit {site} in {town} on {day}, killing {dead} people and wounding {hurt}, {voice} said.",
    "{voice} said {dead} people died and {hurt} were injured when {arms} struck {site} in {town} on {day}.",
    "The toll of a strike on {site} in {town} has risen to {dead} dead and {hurt} wounded, {voice} said on {day}.",
    "At least {dead} civilians were killed in {town} on {day} by {arms}, according to {voice}. Another {hurt} were wounded.",
]
FURNITURE = [
    "Write to our desk in {town} if you saw what happened; we name nobody.",
    "Moscow denies that it aims at civilians. Neither side's account could be checked.",
    "More of this on our channel, with maps of the district.",
    "The invasion that began on February 24, 2022, has emptied whole districts.",
]
# What a true retelling keeps: the town, the day, both numbers. Its words are its own.
TOLD = [
    "{name} counted {dead} killed and {hurt} wounded at {site} in {town} after {day}'s raid.",
    "{day}'s raid on {site} in {town} killed {dead} people and injured {hurt}, {name} said.",
    "{name} said that planes killed {dead} people in {town} on {day} and wounded {hurt} at {site}.",
    "A raid on {day} left {dead} people dead and {hurt} injured at {site} of {town}, {name} said.",
]
FIRST = ["Ada", "Milan", "Oona", "Petra", "Jonas", "Edda", "Rosa", "Anders", "Salme", "Tomas"]
LAST = ["Holt", "Brandt", "Farkas", "Lund", "Dahl", "Palm", "Novak", "Ekman", "Gruber", "Abel"]
SOLE = [
    "tannery",
    "brewery",
    "sawmill",
    "dairy",
    "foundry",
    "opera house",
    "ferry pier",
    "grain silo",
    "glass works",
]


def briefs(count: int, random: Random) -> list[Report]:
    """Reports of two to four attacks each, with furniture; every second one without a date."""
    days = [random.randrange(700) if at % 2 else None for at in range(count)]
    return [_report(f"brief{at}", _brief(random), day) for at, day in enumerate(days)]


def retellings(count: int, random: Random) -> list[tuple[Report, Report]]:
    """Pairs of reports on one attack, the second one by another outlet in its own words, among formulaic ones."""
    return [_pair(at, random) for at in range(count)]


def _brief(random: Random) -> str:
    lines = [random.choice(LINES) for _ in range(random.randrange(2, 5))]
    return "\n\n".join(
        [
            *(_filled(line, random) for line in lines),
            *(_filled(one, random) for one in random.sample(FURNITURE, 2)),
        ]
    )


def _filled(line: str, random: Random) -> str:
    text = line.format(
        arms=random.choice(ARMS),
        site=random.choice(SITES),
        town=random.choice(TOWNS),
        day=random.choice(DAYS),
        dead=random.randrange(1, 40),
        hurt=random.randrange(2, 120),
        voice=random.choice(VOICES),
    )
    return text[0].upper() + text[1:]


def _pair(at: int, random: Random) -> tuple[Report, Report]:
    facts = {
        "town": random.choice(TOWNS),
        "day": random.choice(DAYS),
        "site": f"the {random.choice(SOLE)}",
        "dead": random.randrange(41, 99),
        "hurt": random.randrange(121, 400),
        "name": f"{random.choice(FIRST)} {random.choice(LAST)}",
    }
    lines = random.sample(TOLD, 2)
    day = random.randrange(700)
    first, second = (
        _report(f"{name}{at}", f"{line.format(**facts)}\n\n{_brief(random)}", day)
        for name, line in zip(("told", "retold"), lines, strict=True)
    )
    return first, second


def _report(id_: str, text: str, day: int | None) -> Report:
    published = None if day is None else (date(2022, 3, 1) + timedelta(days=day)).isoformat()
    return Report(id=id_, text=text, published=published, outlet=f"Outlet {id_}")


def shuffled(reports: Sequence[Report], random: Random) -> list[Report]:
    """The reports in an order of chance."""
    return random.sample(list(reports), len(reports))
