"""Places that the sentences below a claim tell for it, by its deed or by going on with its people."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.around.nearby_sites import NearbySites

_REGION, _BELOW = 2, 2  # A rank, as in the pack `places`; sentences.
_SEIZED = ("detained", "arrested", "abducted", "kidnapped", "seized", "captured")
_TAKING = frozenset(("kidnapping", "abduction", "arrest", "capture"))


def gone_on(context: ClaimContext, sites: NearbySites, people: Harmed) -> Where | None:
    """ "The army held his wife and daughter. They were detained in the north"."""
    behind = people.sentence + 1
    if people.scope != "incident" or behind >= len(context.sentences):
        return None
    if context.tells(behind, "they-were-doing") and (found := sites.best([behind], _REGION, "place-deed")):
        return (
            found  # "Nine were kidnapped, he said. The men were travelling in a boat on the Orbo River when".
        )
    verb = context.tells(behind, "they-were")
    if verb is None or (verb.group().lower().endswith(_SEIZED) != (people.harm == "captured")):
        return None
    return sites.best([behind], 1, "place-deed")


def of_deed(context: ClaimContext, sites: NearbySites, people: Harmed) -> Where | None:
    """ "Ali was kidnapped. The kidnapping was carried out in the streets of Tellin"."""
    if people.scope != "incident":
        return None
    last = min(len(context.sentences), people.sentence + 1 + _BELOW)
    for sentence in range(people.sentence + 1, last):
        deed = context.tells(sentence, "deed-there")
        if deed and (deed.group(1).lower() in _TAKING) == (people.harm == "captured"):
            return sites.best([sentence], _REGION, "place-deed")
    return None
