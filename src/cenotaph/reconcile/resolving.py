"""What a profile makes of words that mean something only in their war: "since the invasion began", "the defence
ministry", "our losses".

Each rule gives a claim's field a new value and says why in a sentence; what was found stays in `Claim.changes`. A field
that a person corrected is left alone.
"""

import re
from collections.abc import Callable, Iterator

from cenotaph.judging import changed
from cenotaph.model import Claim, Report
from cenotaph.reconcile.bare_sources import source
from cenotaph.reconcile.profile import Party, Profile, folded
from cenotaph.reconcile.resolution import Resolution, as_json

_SINCE = re.compile(r"\bsince\b[^.;!?]{0,90}", re.IGNORECASE)
_OURS = r"\bour (?:own )?(?:side|losses|casualties|dead|fallen|soldiers|troops|forces|army|fighters|men|boys|defenders|heroes|servicemen|military|people|citizens|civilians)\b|\bwe (?:have )?(?:also )?lost\b"
_ENEMY = r"\b(?:the )?enemy(?:['’]s)?\b"
_MARKS = re.compile(f"(?P<ours>{_OURS})|(?P<enemy>{_ENEMY})", re.IGNORECASE)


def resolved(claim: Claim, report: Report, profile: Profile) -> Claim:
    """The claim with what the profile can tell of it. Pure; a profile without parties and starts changes nothing."""
    for rule in _RULES:
        for found in rule(claim, report, profile):
            if not _judged(claim) & found.fields.keys():
                claim = changed(claim, found.fields, by=f"profile:{found.rule}", why=found.why)
    return claim


def _whose(claim: Claim, report: Report, profile: Profile) -> Iterator[Resolution]:
    """ "Our losses" are the speaker's, "the enemy's" those of whom the speaker fights; and what each calls the other."""
    speaker, who = _speaker(claim, report, profile)
    if speaker is None or not (claim.side is None or _is_own_enemy(claim, speaker)):
        return
    mark = _nearest_mark(claim, report)
    if mark == "ours":
        yield _side(
            speaker.name,
            f"Whoever says “our” here is {who}, of {speaker.name} by the profile “{profile.title}”.",
        )
    elif mark == "enemy" and speaker.against is not None:
        yield _side(
            speaker.against, f"“The enemy” of {who} is {speaker.against}, by the profile “{profile.title}”."
        )
    else:
        yield from _epithet(claim, speaker, who, profile)


def _is_own_enemy(claim: Claim, speaker: Party) -> bool:
    """Nobody's enemy is of their own side: a side that says so was misread."""
    return claim.side == speaker.name and "enemy" in (claim.victims_text or "").casefold()


def _epithet(claim: Claim, speaker: Party, who: str, profile: Profile) -> Iterator[Resolution]:
    words = (claim.victims_text or "").casefold()
    for party in profile.parties:
        for epithet in party.epithets:
            if party != speaker and re.search(rf"\b{re.escape(epithet.casefold())}\b", words):
                yield _side(
                    party.name,
                    f"{who} calls the people of {party.name} “{epithet}”, by the profile “{profile.title}”.",
                )
                return


def _speaker(claim: Claim, report: Report, profile: Profile) -> tuple[Party | None, str]:
    """The party of whoever says it: the first source, or the outlet where the report speaks itself."""
    side = profile.side_of(claim.sources[0]) if claim.sources else profile.outlets.get(report.outlet or "")
    who = claim.sources[0] if claim.sources else report.outlet or report.id
    return (profile.parties_by_name[folded(side)] if side else None), who


def _nearest_mark(claim: Claim, report: Report) -> str | None:
    """Which of "our" and "the enemy" stands nearest to the figure in its sentence."""
    if claim.sentence is None:
        return None
    sentence = report.text[claim.sentence.start : claim.sentence.end]
    start, end = claim.start - claim.sentence.start, claim.end - claim.sentence.start
    marks = [
        (max(found.start() - end, start - found.end(), 0), found.lastgroup)
        for found in _MARKS.finditer(sentence)
    ]
    return min(marks)[1] if marks else None


def _since(claim: Claim, report: Report, profile: Profile) -> Iterator[Resolution]:
    """ "Since the invasion began" is a date; "since 24 February" in a report without a year has the war's."""
    if (
        claim.sentence is None
        or claim.scope == "incident"
        or (claim.from_ and not claim.from_.startswith("XXXX"))
    ):
        return
    sentence = report.text[claim.sentence.start : claim.sentence.end]
    for phrase in _SINCE.findall(sentence):
        for start in profile.starts:
            said = [
                noun for noun in start.called if re.search(rf"\b{re.escape(noun)}\b", phrase, re.IGNORECASE)
            ]
            if said and claim.from_ is None:
                yield Resolution(
                    "since",
                    {"from": as_json(start.date)},
                    f"The sentence says “{_short(phrase)}”; {_began(start.date, profile)}.",
                )
                return
    for start in profile.starts:
        if claim.from_ is not None and claim.from_[4:] == start.date[4:]:
            yield Resolution(
                "since",
                {"from": as_json(start.date)},
                f"{claim.from_[5:]} has no year in the report; {_began(start.date, profile)}.",
            )
            return


def _place(claim: Claim, report: Report, profile: Profile) -> Iterator[Resolution]:
    """ "The enclave" is the place that this war's reports mean."""
    name = claim.spot or claim.place and claim.place.partition(" (")[0]
    if name is None or (claim.place_key is not None and claim.spot is None):
        return
    for spot in profile.places:
        if folded(name) in map(folded, spot.called):
            yield Resolution(
                "place",
                {"place": as_json(spot.name)},
                f"In this war “{claim.place}” is {spot.name}, by the profile “{profile.title}”.",
            )
            return


def _party(claim: Claim, report: Report, profile: Profile) -> Iterator[Resolution]:
    """A side under another of its names gets the one of the profile."""
    party = profile.parties_by_name.get(folded(claim.side)) if claim.side else None
    if party is not None and party.name != claim.side:
        yield Resolution(
            "party",
            {"side": as_json(party.name)},
            f"{claim.side} is {party.name} in the profile “{profile.title}”.",
        )


_RULES: tuple[Callable[[Claim, Report, Profile], Iterator[Resolution]], ...] = (
    source,
    _whose,
    _since,
    _party,
    _place,
)


def _judged(claim: Claim) -> set[str]:
    return {change.field for change in claim.changes if change.by.startswith("judgement:")}


def _side(name: str, why: str) -> Resolution:
    return Resolution("whose", {"side": as_json(name)}, why[0].upper() + why[1:])


def _began(date: str, profile: Profile) -> str:
    return f"by the profile “{profile.title}” that was {date}"


def _short(phrase: str) -> str:
    words = phrase.split()
    return " ".join(words[:9]) + (" …" if len(words) > 9 else "")
