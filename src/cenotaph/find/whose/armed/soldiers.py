"""Whose the soldiers and policemen are that their noun phrase does not tell: of the state that counts, mourns or lost them."""

from collections.abc import Callable, Sequence

from cenotaph.find.answers import Side
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.belonging.losses import is_inside
from cenotaph.find.whose.claimed import Claimed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import NounKind, role_words
from cenotaph.find.whose.parties import country_names, holders
from cenotaph.model import Span

_OPENING = 3  # Sentences.
_HEAD = 16  # Characters of a sentence in which its subject begins.
_NEAR = 40  # Characters behind a state's name.
_AHEAD = 50  # Characters on either side of a state's name.
_SOLDIERS = frozenset(
    ("soldier", "soldiers", "troops", "reservist", "reservists", "serviceman", "servicemen")
)

POLICE = frozenset(("police", "policeman", "policemen", "bodyguard", "bodyguards", "gendarmes", "guards"))
"""Those who are of the land even where foreign soldiers serve."""

Like = Callable[[int, Sequence[Side], int, Sequence[NounKind]], Side | None]
"""The side told before, within so many claims, of others of these kinds."""


def is_ranked(context: ClaimContext, people: Harmed) -> bool:
    """ "Sgt X": a person whose rank stands before the name."""
    if not people.names:
        return False
    before = context.text[max(0, people.start - 24) : people.start].replace("/", " ").split()[-2:]
    words = [*(people.victims or "").replace("/", " ").split(), *before]
    return not role_words().titles.isdisjoint(word.lower().strip(".,") for word in words)


class SoldierSides:
    """Finds the sides of one report's soldiers; `like` answers what was told of others before."""

    def __init__(self, claimed: Claimed, like: Like) -> None:
        self._context, self._harmed, _, self._where, self._theatre = claimed
        self._like_before = like

    def of_state(self, at: int, told: Sequence[Side]) -> Side | None:
        """Soldiers, policemen: of those told shortly before, or of the nation whose troops the sentences speak of."""
        people = self._harmed[at]
        near = sum(other.sentence >= people.sentence - 6 for other in self._harmed[:at])
        return (
            self._counted_by_own(people)
            or self._announced(people)
            or self._added(people)
            or self._reported(at)
            or self._of_losses(people)
            or self._struck(people, people.sentence)
            or self._like_before(at, told, near, ("state",))
            or self._struck(people, people.sentence - 1)
            or self._near_troops(people)
            or self._bodies(people)
            or self.of_contingent(at, told)
            or self._by_group(at)
            or self._of_army(at)
        )

    def _struck(self, people: Harmed, sentence: int) -> Side | None:
        """ "Fighters ambushed a Kenyan convoy, killing 12 soldiers": of the state whose troops were attacked."""
        if people.harm == "captured" or people.names or sentence < 0:
            return None
        text, start = self._context.text, self._context.sentences[sentence].start
        for mention in self._context.parties(sentence):
            state = mention.party.kind in ("demonym", "force", "country") and not mention.glued
            if not state or mention.party.iso is None or "-led" in text[mention.start : mention.end]:
                continue
            ahead = cue("striking-ahead").found(text, max(start, mention.start - _AHEAD), mention.start)
            troops = mention.party.kind == "force" or cue("troops-struck").found(
                text, mention.end, mention.end + _AHEAD
            )
            behind = troops and cue("came-under-fire").found(text, mention.end, mention.end + 2 * _AHEAD)
            if (ahead and troops) or behind:
                return Side(mention.party.side, Span(mention.start, mention.end), "side-struck")
        return None

    def _of_army(self, at: int) -> Side | None:
        """Soldiers in a land without an army are of the one that holds it, and nobody's strikes kill its own: "drones of
        Kyiv hit a barracks, killing nine soldiers"."""
        here = country_names().get(self._theatre.country(at) or "")
        words = set((self._harmed[at].victims or "").lower().split())
        held = holders().get(here or "") if words & _SOLDIERS else None
        enemy = self._theatre.enemy(at) if here in self._theatre.strikers(at) else None
        return Side(held or enemy, None, "side-enemy") if held or enemy else None

    def of_contingent(self, at: int, told: Sequence[Side]) -> Side | None:
        """ "The bodies of eight British soldiers killed in Afghanistan ... Sgt X": of the one nation whose soldiers the
        report's opening speaks of, abroad."""
        found = dict[str, PartyMention]()
        opening = self._context.sentences[min(_OPENING, len(self._context.sentences)) - 1].end
        for mention in self._context.named:
            nation = mention.start < opening and mention.party.kind == "demonym" and not mention.glued
            if self._context.plain.endswith(" by ", 0, mention.start) or self._is_of_land(self._harmed[at]):
                continue
            if nation and cue("contingent-of").found(self._context.text, mention.end, mention.end + 40):
                found[mention.party.side] = mention
        one = next(iter(found.values()), None)
        if one is None or len(found) > 1 or one.party.iso == self._theatre.country(at):
            return None
        return Side(one.party.side, Span(one.start, one.end), "side-contingent")

    def _near_troops(self, people: Harmed) -> Side | None:
        """ "An army commander was killed ... amongst Russian troops"."""
        for sentence in range(people.sentence, max(-1, people.sentence - 9), -1):
            if sentence != people.sentence and not self._context.tells(sentence, "deadly"):
                continue
            for mention in self._context.parties(sentence):
                troops = cue("troops").found(self._context.text, mention.end, mention.end + 24)
                if self._context.plain.endswith(" by ", 0, mention.start) or self._is_of_land(people):
                    continue  # "Shot by Danish soldiers", "hundreds of government troops".
                if mention.party.kind == "demonym" and not mention.glued and troops:
                    return Side(mention.party.side, Span(mention.start, mention.end), "side-near")
        return None

    def _is_of_land(self, people: Harmed) -> bool:
        """ "Government troops" and policemen are of the land where they die, whoever came to help them."""
        words = (people.victims or "").lower().split()
        return words[:1] == ["government"] or not POLICE.isdisjoint(words)

    def _of_losses(self, people: Harmed) -> Side | None:
        """ "Russia’s casualty numbers are a secret. More than 9,000 soldiers were killed": of the state whose losses are spoken of."""
        for sentence in range(people.sentence, max(-1, people.sentence - 2), -1):
            for mention in self._context.parties(sentence):
                if mention.party.iso is None or mention.glued or mention.end > people.start:
                    continue
                if mention.party.kind != "group" and self._speaks_of_losses(sentence, mention):
                    return Side(mention.party.side, Span(mention.start, mention.end), "side-losses")
        return None

    def _speaks_of_losses(self, sentence: int, mention: PartyMention) -> bool:
        """ "Russia's casualty numbers", "Russia's army has never lost as many", "the bloodiest month for the Russian army"."""
        text, start = self._context.text, self._context.sentences[sentence].start
        for name, reach in (("losses-of", _NEAR), ("its-army-lost", _AHEAD)):
            if cue(name).found(text, mention.end, mention.end + reach):
                return True
        return cue("worst-month-for").found(text, start, mention.start) is not None

    def _counted_by_own(self, people: Harmed) -> Side | None:
        """ "Moscow broke its silence: its Defence Ministry said that 98 servicemen had died"."""
        span = self._context.sentences[people.sentence]
        own = self._context.says(people.sentence, "own-ministry", span.start, people.start)
        states = [
            m
            for m in self._context.parties(people.sentence)
            if own
            and m.party.kind in ("country", "capital")
            and m.end <= span.start + own.start()
            and not m.glued
        ]
        return (
            Side(states[-1].party.side, Span(states[-1].start, states[-1].end), "side-own")
            if states
            else None
        )

    def _announced(self, people: Harmed) -> Side | None:
        """ "The Israeli military said that two soldiers were killed in Lebanon": an army tells of its own dead."""
        text = self._context.text
        for mention in self._context.parties(people.sentence):
            if mention.end > people.start or mention.glued or mention.party.iso is None:
                continue
            if is_inside(text, mention):
                continue  # "A broadcast monitored in Nicosia said".
            speaks = "own-army-tells" if mention.party.kind in ("force", "metonym") else "own-officials-tell"
            told = mention.party.kind != "group" and cue(speaks).found(text, mention.end, people.start)
            if told and not cue("own-deed").found(text, mention.end, people.start):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-announced")
        return None

    def _added(self, people: Harmed) -> Side | None:
        """ "Denmark's defence ministry said ... It added that six soldiers had died"."""
        span = self._context.sentences[people.sentence]
        if (
            not people.sentence
            or self._context.says(people.sentence, "it-added", span.start, people.start) is None
        ):
            return None
        before = self._context.sentences[people.sentence - 1]
        for mention in self._context.parties(people.sentence - 1):
            opens = (
                mention.start - before.start <= _HEAD and mention.party.iso is not None and not mention.glued
            )
            told = mention.party.kind in ("force", "metonym") or cue("officials-speak").found(
                self._context.text, mention.end, before.end
            )
            if opens and mention.party.kind != "group" and told:
                return Side(mention.party.side, Span(mention.start, mention.end), "side-announced")
        return None

    def _by_group(self, at: int) -> Side | None:
        """ "The TTP killed 16 soldiers at Makeen": of that group's home, where nothing tells in which land the place lies."""
        people, where = self._harmed[at], self._where[at]
        if where.country is not None or people.names:
            return None
        for mention in self._context.parties(people.sentence):
            home = mention.party.iso if mention.party.kind == "group" and not mention.glued else None
            if home not in self._context.countries or mention.end > people.start:
                continue
            if cue("killed-right-ahead").found(self._context.text, mention.end, people.start):
                return Side(country_names().get(home or ""), None, "side-place")
        return None

    def _reported(self, at: int) -> Side | None:
        """ "Syria says strikes hit an army base, killing 60 soldiers": a state that tells of soldiers' deaths and names no
        other land struck tells of its own."""
        people, text = self._harmed[at], self._context.text
        if people.harm == "captured":
            return None
        for mention in self._context.parties(people.sentence):
            state = mention.party.kind in ("country", "capital") and not mention.glued
            if not state or mention.end > people.start:
                continue
            told = cue("state-tells").found(text, mention.end, people.start)
            struck = self._theatre.struck(at) in (None, mention.party.iso)
            if told and struck and not cue("own-deed").found(text, mention.end, people.start):
                return Side(mention.party.side, Span(mention.start, mention.end), "side-announced")
        return None

    def _bodies(self, people: Harmed) -> Side | None:
        """ "Russia left the bodies of 30 soldiers behind"."""
        states = [
            m
            for m in self._context.parties(people.sentence)
            if m.party.kind == "country" and m.end <= people.start and not m.glued
        ]
        return (
            Side(states[0].party.side, Span(states[0].start, states[0].end), "side-near")
            if states and people.harm == "bodies"
            else None
        )
