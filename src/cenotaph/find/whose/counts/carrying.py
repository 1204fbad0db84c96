"""Counts that point back: others, a part of them, the wounded beside the dead share the side of the people told before."""

from collections.abc import Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.counts.again import (
    PARTS,
    fellow,
    of_same_calling,
    of_the_hurt,
    same_counted,
    told_again,
)
from cenotaph.find.whose.counts.naming import of_counted
from cenotaph.find.whose.counts.pointing import (
    are_kin,
    are_named_there,
    are_their_victims,
    are_those_named,
    joins,
)
from cenotaph.find.whose.counts.together import headed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.kinds import ARMED
from cenotaph.find.whose.nouns import NounKind, role_words
from cenotaph.find.whose.parties import group_sides, holders

_ADJACENT = 1  # Words between two counts that need no conjunction ("6 Poles killed 20 injured").
_NEAR = 3  # Sentences.
_OF_THEM = (" of whom", " of them")


def carried(
    context: ClaimContext,
    harmed: Sequence[Harmed],
    kinds: Sequence[NounKind | None],
    at: int,
    told: Sequence[Side],
) -> Side | None:
    """The side that a claim takes over from one before it, None where it speaks for itself."""
    people = harmed[at]
    of_nation = at > 0 and told[at - 1].rule == "side-said" and told[at - 1].side not in group_sides()
    if not at or (kinds[at] == "attackers" and not (of_nation and _is_part(context, people))):
        return None
    if people.names:
        goes_on = at + 1 < len(harmed) and joins(context, people, harmed[at + 1])
        of_those = of_counted(context, harmed, at, told)
        if of_those is not None and not _is_listed_with_nation(context, harmed, at, told):
            return of_those
        named = not goes_on and are_named_there(context, harmed[at - 1], people)
        if named and kinds[at - 1] == "attackers":
            return told[at - 1]._replace(rule="side-attacker")  # "The two gunmen, X and Y".
        named = named and told[at - 1].side is not None
        return told[at - 1]._replace(rule="side-carried") if named else None
    whole = people.whole if people.whole is not None and people.whole < at else None
    if (
        whole == at - 1
        and kinds[at] == "state"
        and cue("and-counted").found(context.text, harmed[at - 1].end, people.start)
    ):
        return None  # "The dead include 19 rebels and 11 soldiers".
    if whole is not None and not (
        kinds[at] in PARTS or (kinds[at] == "state" and told[whole].side not in (None, *holders()))
    ):
        whole = None
    if whole is not None and kinds[at] == "fighters" and kinds[whole] == "civilians":
        whole = None
    of_armed = whole is not None and kinds[whole] in ARMED  # "Seven rebels, including one woman".
    if whole is not None and (told[whole].side is not None or kinds[at] != "civilians" or of_armed):
        return told[whole]._replace(rule="side-whole")
    told_here = harmed[at - 1].sentence == people.sentence or kinds[at] not in ARMED
    told_here = told_here and not (kinds[at] == "rebels" and told[at - 1].rule == "side-place")
    told_here = told_here and not (kinds[at] in ARMED and kinds[at - 1] == "state")
    told_here = told_here and not (kinds[at] == "state" and told[at - 1].rule == "side-several")
    if (
        (told_here or of_nation)
        and people.sentence - harmed[at - 1].sentence <= _NEAR
        and _is_part(context, people)
    ):
        return told[at - 1]._replace(rule="side-part")
    if told[at - 1].rule == "side-from" and context.plain[harmed[at - 1].end : people.start] == " of the ":
        return None  # "Nine of the 31 wounded were Germans".
    if are_kin(context, harmed[at - 1], people) and told[at - 1].side is not None:
        return told[at - 1]._replace(rule="side-carried")
    mate = fellow(harmed, at)
    if mate is not None:
        return told[mate]._replace(rule="side-carried")
    if are_those_named(context, harmed[at - 1], people) and kinds[at] in (None, "people"):
        if people.low == len(harmed[at - 2 : at]) == 2 and told[at - 2].side != told[at - 1].side:
            return Side(None, None, "side-several")
        return told[at - 1]._replace(rule="side-carried")
    if context.says(people.sentence, "they-include", context.sentences[people.sentence].start, people.start):
        before = [i for i in range(at) if harmed[i].sentence == people.sentence - 1]
        if before and told[before[-1]].side:
            return told[before[-1]]._replace(rule="side-whole")
    last = harmed[at - 1]
    if last.sentence == people.sentence - 1 and kinds[at] in (None, "people", "civilians"):
        again = context.tells(people.sentence, "in-those-attacks")
        if again and told[at - 1].side is not None:
            return told[at - 1]._replace(rule="side-carried")
    if context.says(people.sentence, "they-among", context.sentences[people.sentence].start, people.start):
        return told[at - 1]._replace(rule="side-whole")
    calling = of_same_calling(context, harmed, at, told) if kinds[at] == "civilians" else None
    if calling is not None:
        return told[calling]._replace(rule="side-carried")
    twin = told_again(context, harmed, at) if kinds[at] in (*PARTS, "state") else None
    if twin is not None and told[twin].side is not None:
        return told[twin]._replace(rule="side-again")
    same = same_counted(context, harmed, kinds, at, told)
    if same is not None:
        return told[same]._replace(rule="side-again")
    hurt = of_the_hurt(context, harmed, at)
    if hurt is not None:
        return told[hurt]._replace(rule="side-part")
    counted = context.text[people.start : people.end].lower()
    if (
        people.harm == last.harm == "bodies"
        and counted.startswith("another")
        and kinds[at] in (None, "people")
    ):
        return told[at - 1]._replace(rule="side-carried")
    if context.says(people.sentence, "enemy-side", people.end, people.end + 40):
        return Side(None, None, "side-enemy")  # "Four dead on the enemy's side".
    if told[at - 1].side in group_sides() and context.says(
        people.sentence, "are-civilians", people.end, people.end + 40
    ):
        return None
    if kinds[at] != kinds[at - 1] and _is_of_other_kind(kinds[at], told[at - 1].side):
        return None  # "Rebel losses reached 14; the army suffered six dead".
    if kinds[at] == "state" and kinds[at - 1] is told[at - 1].side is None:
        return None  # "The fighting left 120 dead, and 400 casualties on the army".
    if not _points_back(context, harmed[at - 1], people) or not _is_told_for_both(harmed, kinds, at, told):
        return None
    twin = headed(context, harmed, at) if told[at - 1].rule == "side-several" else None
    if twin is not None and kinds[twin] not in (None, "people"):
        return None  # Those of a headline of whom the text below tells apart.
    if _sums_two_sides(context, harmed, at, told):
        return Side(None, None, "side-several")
    return told[_beside_whole(harmed, at)]._replace(rule="side-carried")


def listed(
    context: ClaimContext,
    harmed: Sequence[Harmed],
    kinds: Sequence[NounKind | None],
    at: int,
    told: Sequence[Side],
) -> Side | None:
    """The side of the people named right before in a list, if these can be of the same kind."""
    people = harmed[at]
    last = harmed[at - 1] if at else None
    if last is None or (last.sentence, last.harm) != (people.sentence, people.harm):
        return None
    end = max(last.end, last.victims_span.end if last.victims_span else 0)
    goes_on = at + 1 < len(harmed) and joins(context, people, harmed[at + 1])
    if people.names and not last.names and goes_on:
        return None  # "The four U.S. nuns, Ann Roe, and five priests".
    alike = kinds[at] in (None, kinds[at - 1]) or kinds[at - 1] is None
    # "One of its soldiers and three civilians".
    alike = alike or (told[at - 1].rule == "side-possessive" and kinds[at] == "civilians")
    alike = alike or (told[at - 1].rule == "side-said" and "contractor" in (people.victims or "").lower())
    if not alike or end > people.start or told[at - 1].side is None:
        return None
    if kinds[at] == "rebels" and told[at - 1].rule == "side-place":
        return None  # "X and six members of the group".
    if kinds[at] == "state" and told[at - 1].side in group_sides():
        return None  # "Nine of the Front, four policemen".
    if cue("foreign").found(people.victims or "") or "foreign" in (people.victims or "").lower().split():
        return None  # "120 fighters of the group and 60 foreign mercenaries".
    if context.plain.startswith(_OF_THEM, last.end):
        return None  # "Six priests, five of whom were Danes, and two women".
    joined = cue("side-list").found(context.text, end, people.start)
    if people.names and last.names and told[at - 1].rule in ("side-said", "side-listed"):
        joined = joined or cue("and-calling").found(context.text, end, people.start)
    if people.names and last.names and told[at - 1].rule == "side-member":
        joined = joined or cue("with-mate").found(context.text, end, people.start)
    return told[at - 1]._replace(rule="side-listed") if joined else None


def _is_listed_with_nation(
    context: ClaimContext, harmed: Sequence[Harmed], at: int, told: Sequence[Side]
) -> bool:
    """ "Danish engineers X, Y, and Z": whoever is listed behind a name whose nation is told."""
    last = harmed[at - 1]
    said = told[at - 1].rule in ("side-said", "side-title", "side-listed")
    joined = cue("side-list").found(context.text, last.end, harmed[at].start)
    return bool(last.names) and said and joined is not None


def _beside_whole(harmed: Sequence[Harmed], at: int) -> int:
    """The claim that a count goes on with: "six people including a Dane were killed and 11 wounded" with the six."""
    whole = harmed[at - 1].whole
    apart = whole is not None and whole < at and harmed[whole].harm != harmed[at].harm
    return whole if whole is not None and apart else at - 1


def _is_of_other_kind(kind: NounKind | None, side: str | None) -> bool:
    """Whether a side can't be that of these people: a state of rebels, a group of soldiers."""
    return kind in ("state", "rebels") and side is not None and (side in group_sides()) != (kind == "rebels")


def _is_part(context: ClaimContext, people: Harmed) -> bool:
    """ "107 of whom", "two of them", "two soldiers - a sergeant and a private"."""
    if cue("of-whom").found(context.text, people.end, people.end + 12):
        return True
    return cue("listed").found(context.text, max(0, people.start - 60), people.start) is not None


def _is_told_for_both(
    harmed: Sequence[Harmed], kinds: Sequence[NounKind | None], at: int, told: Sequence[Side]
) -> bool:
    """False for suspects and attackers who are a part, for rebels behind others, and for a sentence behind one whose people are nobody's."""
    if told[at - 1].rule in ("side-with-attacker", "side-suspect") or (
        kinds[at - 1] == "attackers" and harmed[at - 1].whole is not None
    ):
        return False
    if kinds[at] in ("rebels", "state") and harmed[at].victims is None:
        return kinds[at - 1] == kinds[at]
    return told[at - 1].side is not None or harmed[at - 1].sentence == harmed[at].sentence


def _points_back(context: ClaimContext, before: Harmed, people: Harmed) -> bool:
    """Whether a count without victims of its own goes on with those of the count before."""
    same = before.sentence == people.sentence
    if not same and not (before.sentence == people.sentence - 1 and people.victims is None):
        return False
    if not _is_elliptic(people) or are_their_victims(context, before, people):
        return False
    if not same and context.tells(people.sentence, "own-attack"):
        return False
    if people.scope == "cumulative":
        if not same and context.bag(people.sentence) & role_words().war:
            return False
        if people.victims is None and cue("die").found(context.text, people.end, people.end + 20):
            return False
    end = max(before.end, before.victims_span.end if before.victims_span else 0)
    listed = cue("joined").found(context.text, before.end, people.start) or (
        len(context.text[end : people.start].split()) <= _ADJACENT
    )
    return not same or people.victims is not None or bool(listed)


def _is_elliptic(people: Harmed) -> bool:
    """Whether the noun phrase says nothing ("others"), or is that of a count before."""
    phrase = " ".join((people.victims or "").lower().split())
    own = people.victims_span is not None and people.victims_span.start >= people.end
    return not phrase or phrase in role_words().elliptic or not own


def _sums_two_sides(context: ClaimContext, harmed: Sequence[Harmed], at: int, told: Sequence[Side]) -> bool:
    """Whether the two counts before, in this sentence, are of two sides and this one of another harm."""
    if at < 2 or harmed[at - 2].sentence != harmed[at].sentence or told[at - 1].side == told[at - 2].side:
        return False
    first, second = harmed[at - 2], harmed[at - 1]
    end = max(first.end, first.victims_span.end if first.victims_span else 0)
    joined = cue("side-list").found(context.text, end, second.start) is not None
    return joined and first.harm == second.harm != harmed[at].harm
