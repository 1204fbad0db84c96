"""The land whose own authorities tell of those whom nothing else places: "Senegalese authorities say"."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.pointers import where_nation
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.cues import cue

_MANY, _BACK, _NEAR = 1_000, 2, 60  # Harmed, whom no unrest has; sentences; characters.
_NATIONAL = ("country", "demonym")


def land_spoken_of(context: ClaimContext, people: Harmed) -> Where | None:
    """The land of the only authorities that the sentence or those right before name; wars count their dead anywhere."""
    if people.harm != "captured" and ((people.low or 0) >= _MANY or context.tells(people.sentence, "period")):
        return None
    for sentence in range(people.sentence, max(-1, people.sentence - 1 - _BACK), -1):
        if context.threads[sentence] != context.threads[people.sentence]:
            return None
        told = [nation for nation in context.parties(sentence) if _tells_of_its_own(context, nation)]
        if told:
            alone = len({nation.party.iso for nation in told}) == 1
            return where_nation(context, told[0]) if alone else None
    return None


def _tells_of_its_own(context: ClaimContext, nation: PartyMention) -> bool:
    if nation.party.kind not in _NATIONAL or nation.party.iso is None:
        return False
    if context.text[nation.start - 1 : nation.start] == "-":
        return False  # "Anti-Orbian protests".
    return cue("home-authority").found(context.text, nation.end, nation.end + _NEAR) is not None
