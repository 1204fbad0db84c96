"""Of what kind the victims are as it bears on their side: a state's, against one, or what is said of them aside."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.antecedents import antecedent
from cenotaph.find.whose.counts.struck import target
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import NounKind, kind_of, nouns

ARMED: tuple[NounKind, ...] = ("rebels", "attackers", "fighters")
_DESCRIBED = 90  # Characters behind a count in which its people are described.
_LOSSES = 60  # Characters before a count in which its losses are told.
_BODIES_OF_MEN = frozenset(("group", "organisation", "organization", "movement", "militia"))
_OPPOSED = frozenset(("opposition", "moderate", "anti-government", "anti-regime", "dissident"))
_MILITIAMEN = frozenset(("militiamen", "militia", "militia members"))
_THEM = frozenset(("of", "them"))


def side_kind(context: ClaimContext, people: Harmed) -> NounKind | None:
    """The kind of people as it bears on their side: a state's militia counts as the state's, "rebel losses" as rebels."""
    kind = _own_kind(context, people)
    if (
        kind in (None, "people", "civilians", "fighters")
        and people.victims
        and cue("of-gangs").found(people.victims)
    ):
        kind = "attackers"
    if kind in (None, "people") and not people.names:
        if context.says(people.sentence, "attacking-behind", people.end, people.end + _DESCRIBED):
            return "attackers"
        if people.harm != "captured" and context.tells(people.sentence, "own-bomb"):
            return "attackers"
        described = context.says(people.sentence, "described-as", people.end, people.end + _DESCRIBED)
        kind = (kind_of(described.group(1)) if described else None) or kind
    if kind in (None, "people", "fighters") and not people.names:
        start = max(context.sentences[people.sentence].start, people.start - _LOSSES)
        match = context.says(people.sentence, "losses", start, people.start)
        if match is not None:
            whose = next(group for group in match.groups() if group)
            return (
                "rebels" if kind_of(whose.lower()) == "rebels" or whose.lower() in _BODIES_OF_MEN else "state"
            )
        behind = context.says(people.sentence, "losses-behind", people.end, people.end + _LOSSES)
        if behind is not None:
            whose = kind_of(behind.group(1).removesuffix(" population"))
            return whose if whose in ("state", "civilians") else "rebels"
        if people.victims and cue("of-a-group").found(people.victims):
            return "rebels"
        if context.says(people.sentence, "of-that-group", people.end, people.end + _DESCRIBED):
            return "rebels"  # "Two members of that guerrilla organization".
        start = context.sentences[people.sentence].start
        counted = context.says(people.sentence, "number-of", start, people.start) if kind is None else None
        kind = (kind_of(counted.group(1)) if counted else None) or kind
    if kind is None and people.victims is None and not people.names:
        kind = _beaten_kind(context, people)
    if kind in (None, "people"):
        before = antecedent(context, people)
        struck = None if before else target(context, people)
        kind = before.kind if before else struck.kind if struck else kind
    if kind == "rebels" and people.victims in _MILITIAMEN:
        start = context.sentences[people.sentence].start
        loyal = context.says(people.sentence, "loyal", start, people.start)
        kind = (
            "state" if loyal else kind
        )  # "Rebels hit a pro-regime militia's post, killing five militiamen".
    if kind in ARMED and people.victims and _is_of_state(people.victims) and not _is_opposed(people):
        return "state"
    return kind


def _beaten_kind(context: ClaimContext, people: Harmed) -> NounKind | None:
    """ "The militants have been hit hard because many were killed"."""
    if cue("beaten-behind").needs.isdisjoint(context.bag(people.sentence)):
        return None
    start = context.sentences[people.sentence].start
    men = context.says(people.sentence, "armed-before", start, people.start)
    if men is None or not cue("beaten-behind").found(context.text, start + men.end(1), people.start):
        return None
    return "state" if kind_of(men.group(1)) == "state" else "rebels"


def _own_kind(context: ClaimContext, people: Harmed) -> NounKind | None:
    """The kind that the noun phrase tells; of "them" that of the armed men told of last, and opposition fighters are rebels."""
    words = set((people.victims or "").lower().split())
    kind = kind_of(people.victims)
    if kind in ("fighters", "state") and _is_opposed(people):
        return "rebels"
    if kind in ("fighters", "people") and _are_of_rebels(context, people, words):
        return "rebels"
    if kind in (None, "people") and words and words <= _THEM:
        return next((kind_of(noun) for noun in armed_nouns(context, people)), kind)
    return kind


def _is_opposed(people: Harmed) -> bool:
    """ "A dissident officer"."""
    return not _OPPOSED.isdisjoint((people.victims or "").lower().split())


def armed_nouns(context: ClaimContext, people: Harmed) -> list[str]:
    """The words of the noun phrase; of "them" the armed men told of last."""
    words = (people.victims or "").lower().split()
    if not words or not _THEM.issuperset(words):
        return words
    start = context.sentences[people.sentence].start
    before = context.says(people.sentence, "armed-before", start, people.start)
    return [before.group(1).lower()] if before else []


def _are_of_rebels(context: ClaimContext, people: Harmed, words: set[str]) -> bool:
    """ "Separatists said that four of their fighters had been killed"."""
    start = context.sentences[people.sentence].start
    return (
        bool({"their", "its"} & words)
        and context.says(people.sentence, "rebels-say", start, people.start) is not None
    )


def _is_of_state(victims: str) -> bool:
    """ "Pro-government gunmen", "soldiers and allied militiamen"."""
    kinds = {noun.kind for noun in nouns(victims)}
    return cue("loyal").found(victims) is not None or ("state" in kinds and "rebels" not in kinds)


def are_rebels(context: ClaimContext, people: Harmed) -> bool:
    """Whether they are called rebels: "nine rebels", "nine of the dead were rebels"."""
    if "rebel" in (people.victims or "").lower() or _is_opposed(people):
        return True
    if "rebels" not in context.bag(people.sentence):
        return False
    described = context.says(people.sentence, "described-as", people.end, people.end + _DESCRIBED)
    return described is not None and described.group(1).lower().startswith("rebel")
