"""What the search for places in a claim's sentence and around it share: the answer's form, and deaths spoken of."""

import re
from collections.abc import Sequence

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.joint import joint
from cenotaph.find.place.names.place_nouns import is_owned
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.seats import is_seat
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span

_LAND, _BUILDING = 1, 6  # A rank, as in the pack `places`.
# Characters between an office and its verb: "the Operations Centre reported", "the Centre of the ministry reported".
_SAYING, _SAYING_OF = 20, 45
STRUCK = frozenset(("bombed", "struck", "targeted", "shelled", "stormed", "attacked", "raided", "hit"))
_DEEDS = frozenset(
    (
        "fired",
        "launched",
        "detonated",
        "exploded",
        "killed",
        "attacked",
        "bombed",
        "struck",
        "shelled",
        "raided",
        "clashed",
    )
)  # "According to the agency gunmen fired on Tellin", in text without commas.
_TAKEN = 6  # Words.
_CARED_FOR = frozenset(
    (
        "buried",
        "cremated",
        "interred",
        "hospitalized",
        "hospitalised",
        "treated",
        "evacuated",
        "admitted",
        "airlifted",
    )
)
_LAID = frozenset(("explosives", "explosive", "mine", "mines", "bomb", "bombs", "charge", "dynamite"))
_RUINED = frozenset(("fire", "destroyed", "hits", "rocked"))  # "Opened fire at a meeting in Tellin".
_TAGS = 150
_INSERTED = re.compile(r"\s?\[[^\]]*\]")
_LED = 3  # Words: "in the town", and not a bare "Tellin bombing".
_NAMED = 70  # Between an office and the verb, over a name.


def is_tag(context: ClaimContext, site: Site) -> bool:
    """Whether a name stands among a page's keywords ("Tags Aleppo siege Syria Islamic State At least 10 people") or credits
    ("Reporting by Ann Li in Tellin")."""
    sentence = context.sentence_at(site.start)
    before = max(context.sentences[sentence].start, site.start - _TAGS)
    if site.lead and site.lead in context.words_before(sentence, site.start)[-_LED:]:
        return context.says(sentence, "credited-in", before, site.start) is not None
    return context.says(sentence, "tags", before, site.start) is not None


def owner_of(context: ClaimContext, site: Site) -> Site:
    """The town that a place is said to be of ("Tellin's Orbo market"), itself where there is none."""
    text, others = context.text, context.sites(context.sentence_at(site.start))
    return next((o for o in others if o.end < site.start and is_owned(text[o.end : site.start])), site)


def is_of_care(context: ClaimContext, site: Site) -> bool:
    """ "At the emergency room of a hospital in Tellin", "buried on Monday in Tellin": where they were brought."""
    if cue("is-struck").found(context.text, site.end, site.end + 45):
        return False  # "The hospital in Tellin was hit by rockets".
    if cue("hospital-in").found(context.text, max(0, site.start - 60), site.start):
        struck = cue("hospital-struck").found(context.text, max(0, site.start - _NAMED - _NAMED), site.start)
        return struck is None
    before = context.words_before(context.sentence_at(site.start), site.start)
    return not _CARED_FOR.isdisjoint(before[-_TAKEN:]) and not is_laid(context, site)


def is_laid(context: ClaimContext, site: Site) -> bool:
    """ "The explosives that killed them were buried near Tellin": not a grave."""
    before = context.words_before(context.sentence_at(site.start), site.start)[-2 * _TAKEN :]
    return not _LAID.isdisjoint(before) and "buried" in before


def is_home(context: ClaimContext, site: Site) -> bool:
    """ "Both were from Tellin, a village near Sarmin", "his brother, who lives in Tellin"."""
    sentence = context.sentence_at(site.start)
    before = max(context.sentences[sentence].start, site.start - _NAMED)
    return (
        site.lead in ("in", "near", "of")
        and context.says(sentence, "home-in", before, site.start) is not None
    )


def is_persons_home(context: ClaimContext, site: Site) -> bool:
    """ "Sergeant John Orbo of Tellin, Texas, died alongside him"."""
    person = cue("person-of").found(context.text, max(0, site.start - _NAMED), site.start)
    if person is None:
        return False
    pack, last = place_words(), person["last"].lower()
    return not any(last in words for words in (pack.nouns, pack.bodies, pack.offices, pack.incident))


def is_of_origin(context: ClaimContext, site: Site) -> bool:
    """ "Evacuees from Tellin in Sarmin province": where the place that they come from lies."""
    return site.lead == "in" and any(
        other.lead == "from" and cue("of-origin").found(context.text, other.end, site.start)
        for other in context.sites(context.sentence_at(site.start))
        if other.end < site.start and not other.rank == site.rank == _LAND
    )


def is_looked_back_on(context: ClaimContext, people: Harmed) -> bool:
    """Whether a named person's death is spoken of, not reported ("the murder of X"): the sentences around it do not
    say where."""
    return bool(people.names) and is_spoken_of(context, people)


def is_spoken_of(context: ClaimContext, people: Harmed) -> bool:
    """ "The murder of X", "the assassins of four nuns"."""
    before, behind = max(0, people.start - 70), people.end + 30
    if cue("deed-before").found(context.text, before, people.start):
        return False  # "Resulting in the death of".
    return bool(
        cue("nominal").found(context.text, before, people.start)
        or cue("nominal-behind").found(context.text, people.end, behind)
    )


def is_known(context: ClaimContext, people: Harmed) -> bool:
    """ "The killings of the 12 judges": wire copy speaks of a deed as known, which the sentence before need not tell of."""
    if not context.caps or people.names:
        return False
    before = max(context.sentences[people.sentence].start, people.start - 70)
    return (
        cue("known-deed").found(context.text, before, people.start) is not None
        and cue("deed-before").found(context.text, before, people.start) is None
    )


def is_avenged(context: ClaimContext, people: Harmed) -> bool:
    """ "A raid to avenge the burning of a pilot"."""
    start = context.sentences[people.sentence].start
    return context.says(people.sentence, "avenging", start, people.start) is not None


def is_of_speaker(context: ClaimContext, site: Site, harmed: Sequence[Harmed] = ()) -> bool:
    """Whether a place is that of a speaker, or one of several ("officials in Gaza said", "according to the ministry in
    Gaza", "in Dhaka and other cities"); the `harmed` do not speak ("five medics in Irpin, the mayor said")."""
    text, sentence = context.text, context.sentences[context.sentence_at(site.start)]
    before = max(sentence.start, site.start - 80)
    if cue("it-was-told").found(text, before, site.start):
        return True
    at = context.sentence_at(site.start)
    if _is_of_title(context, site, before, harmed):
        return True
    if site.lead == "in" and (_speaks_there(context, at, site) or is_seat(context, site)):
        return True
    if context.plain.endswith((", in ", ", at "), 0, site.start) and cue("set-off-says").found(
        text, site.end, site.end + 14
    ):
        return True  # "The military, in Tellin, said".
    if cue("which-tells").found(text, site.end, site.end + 150) and cue("institute-in").found(
        text, before, site.start
    ):
        return True  # "The Centre for Studies at King's College in London, which monitors, suggests".
    that = cue("that-behind").found(text, site.end, site.end + 30)
    if that is not None and cue("told-in").found(text, before, site.start):
        return True
    account = cue("by-account").found(text, before, site.start) if site.lead not in STRUCK else None
    if account is not None and (place_words().incident | _DEEDS).isdisjoint(account.group().lower().split()):
        return True
    if cue("and-others").found(text, site.end, site.end + 40):
        return True
    office = site.rank >= _BUILDING and not site.lead  # "The Operations Center reported".
    reach = site.end + (_SAYING_OF if context.plain.startswith(" of ", site.end) else _SAYING)
    if office and (context.plain.startswith(" for ", site.end) or cue("says").found(text, site.end, reach)):
        return True
    struck = cue("shelling-of").found(
        text, before, site.start
    )  # "Of Homs local authorities said", without a comma.
    behind = cue("office-behind").found(text, site.end, site.end + 60) if struck is None else None
    if behind is not None and cue("says").found(text, site.end + behind.end(), site.end + behind.end() + 60):
        return True
    speaker = cue("speaker").found(text, before, site.start)
    if speaker is None:
        return False
    at, victims = before + speaker.start(), [one.victims_span for one in harmed if one.victims_span]
    if any(span.start <= at < span.end for span in victims):
        return False
    if cue("struck-before").found(text, max(sentence.start, at - _NAMED), at):
        return False  # "A bomber struck the embassy in Tellin, officials said".
    if context.is_capital(text[site.start : site.end]) and cue("goes-on").found(
        text, site.end, site.end + 20
    ):
        return True
    return cue("says").found(text, site.end, min(sentence.end, site.end + _NAMED)) is not None


def _is_of_title(context: ClaimContext, site: Site, before: int, harmed: Sequence[Harmed]) -> bool:
    """ "The leader of the ELN in Tellin": where somebody holds office; for those harmed, unless no other place is told."""
    at = context.sentence_at(site.start)
    titles = (context.says(at, name, before, site.start) for name in ("title-in", "post-at"))
    title = next(filter(None, titles), None)
    if title is None:
        return False
    start, alone = before + title.start(), len(context.sites(at)) == 1
    spans = (one.victims_span for one in harmed if one.victims_span is not None and not one.names)
    return not (alone and any(span.start <= start < span.end for span in spans))


def _speaks_there(context: ClaimContext, sentence: int, site: Site) -> bool:
    """ "In Washington the Pentagon confirmed strikes in Tellin"; but "killed in Tellin, officials in Washington said"."""
    end = context.sentences[sentence].end
    said = context.says(sentence, "office-says", site.end, min(end, site.end + _NAMED))
    if said is None:
        return False
    return any(
        other.start > site.end + said.end() and other.lead == "in" for other in context.sites(sentence)
    )


def is_of_state(context: ClaimContext, site: Site) -> bool:
    """ "On Moscow's behalf": a capital that stands for its state."""
    text = context.text
    if not context.is_capital(text[site.start : site.end]):
        return False
    behind = cue("of-state").found(text, site.end, site.end + 30)
    before = cue("state-before").found(text, max(0, site.start - 30), site.start)
    return behind is not None or before is not None


def is_grave(context: ClaimContext, site: Site) -> bool:
    """ "Killed in action, at a cemetery in the town of Tellin": where the dead lie now."""
    sentence = context.sentence_at(site.start)
    return context.says(sentence, "grave-in", context.sentences[sentence].start, site.start) is not None


def is_of_speech(context: ClaimContext, site: Site) -> bool:
    """ "In statements he gave in Tellin", "at a press conference in Tellin"."""
    return _is_gathering(context, site, "spoken-at", STRUCK | _DEEDS | _RUINED)


def is_of_mourning(context: ClaimContext, site: Site) -> bool:
    """ "At the funeral of their comrade in Tellin": where nobody was harmed, unless those who mourned were attacked."""
    return _is_gathering(context, site, "mourned-at", STRUCK | _DEEDS | place_words().incident)


def _is_gathering(context: ClaimContext, site: Site, kind: str, violent: frozenset[str]) -> bool:
    sentence = context.sentence_at(site.start)
    start = context.sentences[sentence].start
    gathered = context.says(sentence, kind, start, site.start)
    if gathered is None:
        return False
    before = context.words_before(sentence, start + gathered.start())
    return violent.isdisjoint(before)


def is_of_office(context: ClaimContext, site: Site) -> bool:
    """Whether a place is that of the office of somebody who speaks ("said Ali, a nurse at the clinic in Homs"), which may
    not be where the harm was done."""
    text, sentence = context.text, context.sentences[context.sentence_at(site.start)]
    before = max(sentence.start, site.start - _NAMED - _NAMED)
    holder = cue("office-holder").found(text, before, site.start)
    if holder is None:
        return False
    at = before + holder.start()
    said_before = cue("says").found(text, max(sentence.start, at - _NAMED), at)
    return said_before is not None or cue("says").found(text, site.end, site.end + _NAMED) is not None


def whereabouts(context: ClaimContext, site: Site, rule: str) -> Where:
    """The answer that names a site and its like beside it, with the compass words around them."""
    site = _in_full(context, site)
    span = joint(context, site)
    compass = cue("compass").found(context.text, max(0, span.start - 30), span.start)
    if compass is not None:
        span = Span(span.start - len(compass.group()), span.end)
    behind = cue("compass-behind").found(context.text, span.end, span.end + 20)
    if behind is not None:
        span = Span(span.start, span.end + len(behind.group()))
    country = site.country or _land_around(context, site)
    return Where(_as_told(context.quote(span)), span, site.key, country, site.rank, rule)


def _as_told(name: str) -> str:
    """A name without its quotation marks and the words that an editor put into it: "CTO [ORBO WORKERS UNION] HEADQUARTERS"."""
    plain = _INSERTED.sub("", name) if "[" in name else name
    return " ".join(plain.replace('"', "").split())


def _in_full(context: ClaimContext, site: Site) -> Site:
    """ "Near the OCU", where the report has "the Orbo Central University (OCU)": the name that the letters stand for."""
    name = context.text[site.start : site.end]
    if not (name.isupper() and name.isalpha()):
        return site
    gloss = re.search(rf"\s[(\[]{name}[)\]]", context.text)
    if gloss is None:
        return site
    full = (one for one in context.sites(context.sentence_at(gloss.start())) if one.end == gloss.start())
    return next(full, site)


def _land_around(context: ClaimContext, site: Site) -> str | None:
    """The land of a place that the gazetteer does not know: its owner's ("Cambodia's Orbo province"), or the only one that its
    sentence has named places of by then ("in Iran's Gilan province ... on the town of Orbo")."""
    sentence = context.sites(context.sentence_at(site.start))
    others = [one for one in sentence if one.country and not one.actor and one.end <= site.start]
    for one in others:
        if is_owned(context.text[one.end : site.start]):
            return one.country
    lands = {one.country for one in others if one.lead in place_words().leads}
    return lands.pop() if len(lands) == 1 else None
