"""Whether a place named in the sentence of a claim can be where the harm was done."""

from collections.abc import Sequence

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.joint import joint
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.sentence.judged import is_of_what_followed
from cenotaph.find.place.sentence.ones_past import is_of_ones_past, is_of_unit
from cenotaph.find.place.sentence.referring import is_of_destination
from cenotaph.find.place.sentence.taking import are_led
from cenotaph.find.place.sentence.ways import Ways
from cenotaph.find.place.war_tolls import is_of_a_string
from cenotaph.find.place.whereabouts import (
    is_grave,
    is_home,
    is_laid,
    is_of_origin,
    is_of_speaker,
    is_of_speech,
    is_of_state,
    is_persons_home,
    is_tag,
    owner_of,
)
from cenotaph.find.whose.cues import cue

_THERE = frozenset(("in", "at", "near", "on", "inside", "outside"))
_VERB, _VERB_OF_CARE = 6, 9  # Words before a place among which its verb stands.
_COUNTED, _STEPS, _DEED = 40, 60, 14  # Characters.
_BASE = 110  # Characters from the verb to the place of a base.
_CARE = frozenset(("hospital", "hospitals", "clinic", "clinics"))
_TOWN, _QUARTER = 4, 5  # Ranks, as in the pack `places`.
_BORN = 14  # Words behind "born" in which a place is the birthplace.
_THAT = (["that"], ["which"], ["has"], ["have"])
_KILLING = (["killed"], ["left"], ["claimed"], ["wounded"], *_THAT)
_FALLEN = frozenset(("fall", "siege", "capture", "war", "invasion"))
_SHAKEN = frozenset(
    (
        "rattled",
        "rocked",
        "shaken",
        "shook",
        "gripped",
        "swept",
        "hit",
        "country",
        "neighbouring",
        "neighboring",
    )
)
_SAYS = (" said", " says", " told", " added")
_APART = frozenset(("since", "when", "after", "amid", "following"))
_WAR_WORDS = frozenset(("war", "invasion", "invaded", "conflict", "uprising"))


class Fitting:
    """Tests the places of one report's sentences; `harmed` are the people of its claims."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed, self._ways = context, harmed, Ways(context)

    def fits(self, people: Harmed, site: Site) -> bool:
        """Whether a place named in the sentence can be where the harm was done."""
        if (
            site.rank < 1
            or (site.start < people.end and site.end > people.start)
            or self._context.is_in_dateline(site.start)
        ):
            return False
        if any(name.lower() in self._context.text[site.start : site.end].lower() for name in people.names):
            return False
        if self._context.says(people.sentence, "where-it-was", site.end, site.end + _STEPS):
            return True
        if site.rank >= _TOWN and self._context.says(
            people.sentence, "attack-that-killed", site.end, people.start
        ):
            return True
        if site.rank <= 1 and site.end < people.start and self._struck_where(people, site):
            return True
        if is_of_destination(self._context, site):
            return False
        if cue("of-history").found(self._context.text, site.end, site.end + _STEPS):
            return False
        if site.rank <= 1 and self._is_of_a_record(people, site):
            return False
        if people.end < site.start and self._context.says(
            people.sentence, "by-another", people.end, site.start
        ):
            return False
        if cue("unheard-of").found(self._context.text, max(0, site.start - _COUNTED), site.start):
            return False
        if site.end <= people.start and is_of_a_string(self._context, people, site.end):
            return False  # "A blast in Tellin, the latest in a string of attacks that left 50 dead".
        if (
            self._context.says(people.sentence, "post-behind", site.end, site.end + _STEPS)
            and site.rank > _QUARTER
        ):
            return False  # "The Tellin hospital director Ann Li".
        if site.end <= people.start and is_of_speech(self._context, site):
            return False  # "Talks in Tellin, after the murder of".
        if site.actor and self._is_of_somebody(people, site):
            return False
        if people.names and cue("own-office").found(self._context.text, site.end, people.start):
            return False  # "The murder of Orbo province governor Ann Li".
        if people.names and 0 < site.start - people.end < _COUNTED and self._is_own_home(people, site):
            return False
        if site.actor and is_persons_home(self._context, site):
            return False
        if site.actor and site.rank == _TOWN and self._speaks(site):
            return False
        if site.lead in ("in", "near") and is_home(self._context, site):
            return False
        born = "born" in self._context.words_before(people.sentence, site.start)[-_BORN:]
        if born or self._acts(site):
            return False
        if (
            people.scope == "incident"
            and people.harm != "bodies"
            and not (self._is_where(people, site) or is_laid(self._context, site))
            and (self.verb_is(people, site, place_words().taken) or self._is_brought_to_base(people, site))
        ):
            return False
        if people.harm != "bodies" and is_grave(self._context, site):
            return False
        if self._context.says(people.sentence, "as-others", people.end, site.start):
            return False
        if self._is_of_past_deeds(people, site) or self._is_of_the_answer(people, site):
            return False
        if self._is_compared_to(people, site):
            return False
        if site.end <= people.start and is_tag(self._context, site):
            return False
        if is_of_state(self._context, site) or self._context.text[site.end : people.start].strip() == "since":
            return False  # "A force in Tellin since 40 people were seized".
        if self._is_of_others(people, site) or self._is_where_they_died_later(people, site):
            return False
        if is_of_what_followed(self._context, people, site):
            return False
        if not self._leads_there(people, site) or self._is_of_the_war(people, site):
            return False
        return self._is_where(people, site) or not is_of_speaker(self._context, site, self._harmed)

    def _is_where(self, people: Harmed, site: Site) -> bool:
        """ "Taken to the Tellin area, where he killed two"."""
        text = self._context.text
        return (
            site.end <= people.start and cue("where-before").found(text, site.end, people.start) is not None
        )

    def _struck_where(self, people: Harmed, site: Site) -> bool:
        """ "Unrest that has rattled Orbia, where nine were killed": a land that no preposition leads to."""
        before = self._context.words_before(people.sentence, site.start)[-1:]
        shaken = bool(before) and before[0] in _SHAKEN
        return shaken and cue("where-before").found(self._context.text, site.end, people.start) is not None

    def _is_of_a_record(self, people: Harmed, site: Site) -> bool:
        """ "Killed 28 people, the deadliest attack in Orbia in a month"."""
        before = max(self._context.sentences[people.sentence].start, site.start - _STEPS)
        record = self._context.says(people.sentence, "record-in", before, site.start)
        return (
            record is not None
            and cue("of-late").found(self._context.text, site.end, site.end + _COUNTED) is not None
        )

    def verb_is(self, people: Harmed, site: Site, verbs: frozenset[str]) -> bool:
        """Whether one of the verbs leads to a place: "treated at a clinic in Homs", where they were not hurt."""
        if site.lead not in _THERE:
            return False
        first = joint(self._context, site).start  # "Treated in Homs, Hama and Idlib".
        before = self._context.words_before(people.sentence, first)[-_VERB_OF_CARE:]
        if _CARE.isdisjoint(before):
            before = before[-_VERB:]
        return are_led(before, verbs)

    def _is_brought_to_base(self, people: Harmed, site: Site) -> bool:
        """ "Captured and flown to army headquarters in Tellin"."""
        start = max(self._context.sentences[people.sentence].start, site.start - _BASE)
        return (
            people.harm == "captured"
            and self._context.says(people.sentence, "brought-to-a-base", start, site.start) is not None
        )

    def _is_of_others(self, people: Harmed, site: Site) -> bool:
        """ "Five in the region: two in Tellin, one in Sarmin": where some of them were, or others."""
        before = max(people.end, site.start - _COUNTED)
        return people.end < site.start and (
            cue("counted-there").found(self._context.text, before, site.start) is not None
        )

    def _is_where_they_died_later(self, people: Harmed, site: Site) -> bool:
        """ "Ten died on the way to a hospital in Tellin" were not harmed there."""
        if people.harm == "bodies" or site.end <= people.start:
            return False
        return cue("dies-later").found(self._context.text, people.end, site.end) is not None

    def is_fought_for(self, people: Harmed, site: Site) -> bool:
        """ "Since they launched the offensive for Tellin", "since the campaign to retake Sarmin began"."""
        sentence = self._context.sentences[people.sentence]
        before = max(sentence.start, site.start - 2 * _STEPS)
        return site.rank > 1 and cue("fought-for").found(self._context.text, before, site.start) is not None

    def _leads_there(self, people: Harmed, site: Site) -> bool:
        if site.lead == "against" and site.rank >= _TOWN and self._is_struck(people, site):
            return True
        if people.scope == "cumulative" and self.is_fought_for(people, site):
            return True
        if site.lead == "of" and site.rank >= _TOWN and 0 < site.start - people.end < _COUNTED:
            return cue("residents-of").found(self._context.text, people.end, site.start) is not None
        if site.lead == "through":
            first = owner_of(self._context, site).start
            before = max(self._context.sentences[people.sentence].start, first - _STEPS)
            return cue("storming-through").found(self._context.text, before, first) is not None
        if site.lead in ("with", "by", "for", "against", "via", "of"):
            return False
        if any(reader(self._context, people, site) for reader in (is_of_ones_past, is_of_unit)):
            return False
        if is_of_origin(self._context, site):
            return False
        if site.lead in ("from", "left", "leaving"):
            return (
                people.harm == "bodies"
                or self._ways.was_fled(people, site)
                or self._ways.is_taken_from(people, site)
            )
        if people.scope == "flow":  # "Killed in": not where they are moved from.
            return site.rank >= _TOWN and site.lead in ("to", "into") and self._ways.is_moved_to(people, site)
        if site.lead in ("to", "into", "toward", "towards"):
            if people.harm == "killed" and self._ways.is_brought_to(people, site):
                return False
            where = cue("where").found(self._context.text, site.end, site.end + 80)
            return (
                where is not None
                or "there" in self._context.bag(people.sentence)
                or self._ways.is_fired_at(people, site)
                or self._ways.is_stormed(people, site)
            )
        if site.lead == "between" and self._context.is_capital(self._context.text[site.start : site.end]):
            return False
        if site.lead in ("at", "on") and site.rank <= 1:
            return not self._context.text.startswith(("'s", "’s"), site.end)
        return site.rank > 1 or not (site.actor or site.lead in ("between", "as"))

    def _is_of_somebody(self, people: Harmed, site: Site) -> bool:
        """ "Toowoomba doctors Roger and Jill": a town that only says whence the named are."""
        told = cue("names-somebody").found(self._context.text, site.end, site.end + _STEPS)
        return told is not None and bool(people.names) and site.rank >= _TOWN

    def _is_own_home(self, people: Harmed, site: Site) -> bool:
        """ "Ann Lee of Tellin", "Ann Lee, 31, of Tellin, Oklahoma"."""
        return cue("own-home").found(self._context.text, people.end, site.start) is not None

    def _is_struck(self, people: Harmed, site: Site) -> bool:
        """ "An air strike this morning against the market of Tellin"."""
        before = self._context.words_before(people.sentence, site.start)[-_VERB_OF_CARE:]
        return not place_words().incident.isdisjoint(before)

    def _is_of_past_deeds(self, people: Harmed, site: Site) -> bool:
        """ "A man blamed for attacks in Tellin was among the dead"."""
        start = self._context.sentences[people.sentence].start
        deeds = self._context.says(people.sentence, "past-deeds", start, site.start)
        if deeds is None or site.start - start - deeds.end() >= _DEED:
            return False
        if start + deeds.start() >= people.end:
            took_part = people.harm == "killed" and " in " in deeds.group()  # "Involved in the massacre in".
            return took_part or people.harm == "captured"  # "The brother of a man convicted of bombings in".
        between = any(start + deeds.end() <= other.start < site.start for other in self._harmed)
        return not between and people.start - site.end > _COUNTED

    def _is_of_the_answer(self, people: Harmed, site: Site) -> bool:
        """ "Struck Tellin in response to the killing of two men": where the answer was."""
        start = self._context.sentences[people.sentence].start
        avenged = self._context.says(people.sentence, "avenging", start, people.start)
        return avenged is not None and site.end <= start + avenged.start()

    def _is_compared_to(self, people: Harmed, site: Site) -> bool:
        """ "The worst fighting since the battle for Tellin", and not "the worst since May, in Tellin" nor "since a raid on
        Tellin killed four"."""
        start = self._context.sentences[people.sentence].start
        record = self._context.says(people.sentence, "record-since", start, site.start)
        if record is None or site.start - start - record.end() >= _COUNTED:
            return False
        between = self._context.text[start + record.end() : site.start].lower().split()
        if self._context.text[site.end : people.start].split()[:1] in _KILLING:
            return False
        return not (place_words().incident | _FALLEN).isdisjoint(between)

    def _speaks(self, site: Site) -> bool:
        """ "Walton said": a person who bears a town's name."""
        return self._context.text.startswith(_SAYS, site.end)

    def _acts(self, site: Site) -> bool:
        """ "Moscow intervened": a capital that stands for its state."""
        text = self._context.text
        return (
            site.actor
            and self._context.is_capital(text[site.start : site.end])
            and cue("acts").found(text, site.end, site.end + 40) is not None
        )

    def _is_of_the_war(self, people: Harmed, site: Site) -> bool:
        """ "Since it intervened in Syria", "the war in Ukraine": the country of the war and not the place of this harm."""
        linked = cue("where-before").found(self._context.text, site.end, people.start)
        region = cue("compass").found(self._context.text, max(0, site.start - 30), site.start)
        if site.rank > 2 or (site.end <= people.start and linked is not None):
            return False
        start = max(self._context.sentences[people.sentence].start, site.start - 60)
        before = self._context.text[start : site.start].lower().split()
        if cue("own-war").found(self._context.text, site.end, site.end + 20):
            return True
        if site.rank > 1 or region:  # "Killed in the war in Tellin region", and not "since the war in Gaza".
            between = self._context.text[people.end : site.start].lower().split()
            if site.end <= people.start:  # "The conflict in eastern Ukraine that has killed".
                apart = self._context.text[site.end : people.start].split()[:1] not in _THAT
            else:
                apart = not _APART.isdisjoint(between)
            return apart and not _WAR_WORDS.isdisjoint(before[-4:]) and "toll" not in before[-2:]
        behind = max(people.end, site.end)
        if people.scope == "cumulative" and cue("since-war").found(self._context.text, behind, behind + 110):
            return True
        return (bool(_WAR_WORDS & set(before[-4:])) and "toll" not in before[-2:]) or (
            people.scope == "cumulative" and "since" in before
        )
