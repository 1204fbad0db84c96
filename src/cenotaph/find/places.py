"""Where harm was done: the place that a report gives for it, in the claim's sentence or around it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.folding import fold
from cenotaph.find.sites import Site, place_words
from cenotaph.model import Span

_RANK_WEIGHT = 6.0
_LOOK_BACK = 3
_PART = re.compile(r"(?:\b(?:including|among|of) (?:them|whom|which|those)|\bincluding|\bmany of them)\W*(?:a |an |the )?\W*$", re.I)
_CAME_AFTER = re.compile(r"\b(?:came|comes|come)\b.*\bafter\b", re.I | re.S)
_NOMINAL = re.compile(r"\b(?:death|deaths|murder|killing|assassination|execution|kidnapping|release|assassins|murderers)\b(?: of\b)?[^.;]{0,60}$", re.I | re.S)
_NOMINAL_AFTER = re.compile(r"^\s*['’]?s?\s*(?:death|murder|killing|assassination|execution|kidnapping|abduction)\b", re.I)
_PERIOD = re.compile(
    r"\b(?:month of|since|overall|during (?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|last (?:month|year)|this (?:month|year)|in recent weeks|months|years|war|invasion|conflict)\b",
    re.I,
)
_RUNNING = re.compile(r"\b(?:24 hours|last day|previous day|overnight|daily|a day|so far|in total|running tally|per day)\b", re.I)
_OTHER_TIME = re.compile(r"\b(?:(?:days?|weeks?|months?|years?) (?:ago|earlier)|last (?:week|month|year)|in (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)|early in \d{4}|the previous day)\b", re.I)
_COUNTRY = re.compile(r"\bin (?:his|her|their|its|the|that|this|my|our) country\b", re.I)
_SAYS = re.compile(r"\b(?:said|says|told|reported|announced|stated|condemned|claims?|claimed|denounced)\b", re.I)
_ARREST = re.compile(r"\barrest|\bdetain|\bkidnap", re.I)
_AND = re.compile(r",?\s+(?:and|as well as)\s+(?:the\s+)?|,\s+(?=\S)", re.I)
_FOLLOWING = re.compile(r"\b(?:following|after) (?:the|an?)\b", re.I)
_PLURAL = re.compile(r"\b(?:attacks|bombings|blasts|strikes|airstrikes|raids|clashes|battles|explosions|bombardments|shootings)\b", re.I)
_ANAPHOR = re.compile(r"\b(?:in|of|inside|across|around|throughout|at) the (?:\w+ )?(capital|city|town|village|province|region|district|enclave|camp|square|market|hotel|hospital|school|mosque|church|base|prison|airport|neighbou?rhood)\b", re.I)


class Where(NamedTuple):
    """A claim's place: the verbatim name, its span, its gazetteer key and country where known, its rank, the rule."""

    name: str | None
    span: Span | None
    key: str | None
    country: str | None
    rank: int
    rule: str


NOWHERE = Where(None, None, None, None, 0, "place-none")


def places(context: ClaimContext, harmed: Sequence[Harmed]) -> list[Where]:
    """The places of all claims of a report, in the order of `harmed`, which is that of the text."""
    finder = _Finder(context, harmed)
    return finder.find()


class _Finder:
    """Finds the places of one report's claims: first each in its own sentence, then around it."""

    def __init__(self, context: ClaimContext, harmed: Sequence[Harmed]) -> None:
        self._context, self._harmed = context, harmed
        self._here = [self._in_sentence(at) for at in range(len(harmed))]
        self._out: list[Where] = []

    def find(self) -> list[Where]:
        for at in range(len(self._harmed)):
            found = self._here[at]
            found = self._narrowed(at, found) if found else self._around(at)
            self._out.append(found or NOWHERE)
        return self._out

    def _in_sentence(self, at: int) -> Where | None:
        people, best, top = self._harmed[at], None, 0.0
        for site in self._context.sites(people.sentence):
            if self._fits(people, site):
                score = self._score(at, site)
                if score > top:
                    best, top = site, score
        if best is not None and best.actor:
            pointed = self._anaphor(people)
            if pointed is not None and pointed.rank >= 5:
                return pointed
        return self._where(best, "place-sentence") if best else None

    def _where(self, site: Site, rule: str) -> Where:
        span = self._joint(site) if rule == "place-sentence" else Span(site.start, site.end)
        return Where(" ".join(self._context.quote(span).split()), span, site.key, site.country, site.rank, rule)

    def _joint(self, site: Site) -> Span:
        """The span of all of "Jabla and Tartus", where `site` is one of them."""
        start, end, text = site.start, site.end, self._context.text
        for other in self._context.sites(self._context.sentence_at(site.start)):
            if other.rank == site.rank and 0 < other.start - end < 8 and _AND.fullmatch(text[end : other.start]):
                end = other.end
        for other in reversed(self._context.sites(self._context.sentence_at(site.start))):
            if other.rank == site.rank and 0 < start - other.end < 8 and _AND.fullmatch(text[other.end : start]):
                start = other.start
        return Span(start, end)

    def _fits(self, people: Harmed, site: Site) -> bool:
        """Whether a place named in the sentence can be where the harm was done."""
        if site.rank < 1 or (site.start < people.end and site.end > people.start) or site.start < self._context.body:
            return False
        if self._looks_back(people) and not -60 < site.start - people.end < 40:
            return False
        if any(name.lower() in self._context.text[site.start : site.end].lower() for name in people.names):
            return False
        if site.lead in ("with", "by", "through", "for", "against", "via", "of"):
            return False
        if site.lead == "from":
            return people.harm == "bodies" and people.scope in ("flow", "holding")
        if site.lead in ("to", "into", "toward", "towards"):
            return "there" in self._context.words(people.sentence).lows
        if site.rank <= 1 and (site.actor or site.lead in ("between", "as")):
            return False
        return not self._of_the_war(people, site)

    def _of_the_war(self, people: Harmed, site: Site) -> bool:
        """ "Since it intervened in Syria", "the war in Ukraine": the country of the war and not the place of this harm."""
        if site.rank > 2:
            return False
        before = self._context.text[max(self._context.sentences[people.sentence].start, site.start - 60) : site.start].lower().split()
        if {"war", "invasion", "invaded", "conflict", "uprising"} & set(before[-4:]):
            return True
        return people.scope == "cumulative" and "since" in before

    def _score(self, at: int, site: Site) -> float:
        """How well a place fits a claim: narrow places and near ones first."""
        people = self._harmed[at]
        score = 10 + site.rank * _RANK_WEIGHT - self._crossing(at, site)
        distance = site.start - people.end if site.start >= people.end else people.start - site.end
        score -= min(distance, 240) / 24
        if site.actor:
            score -= 10
        score += self._between(people, site)
        if site.lead in ("near", "outside", "around") and self._refers(people, site):
            score -= 10
        return score

    def _between(self, people: Harmed, site: Site) -> float:
        """What the words between a claim and a place say for it or against it."""
        text = self._context.text
        if site.end <= people.start:
            said = _SAYS.search(text, site.end, people.start)
            return (-12 if said else 0) + (-40 if _CAME_AFTER.search(text, site.end, people.start) else 0)
        end = people.victims_span.end if people.victims_span else people.end
        score = 6 if 0 <= site.start - end < 14 else 0
        if "including" in text[max(0, site.start - 40) : site.start].lower():
            score -= 25
        return score - (40 if _FOLLOWING.search(text, people.end, site.start) else 0)

    def _refers(self, people: Harmed, site: Site) -> bool:
        """ "Douma near Damascus": the second name only helps to find the first."""
        return any(0 < site.start - other.end < 30 for other in self._context.sites(people.sentence))

    def _crossing(self, at: int, site: Site) -> float:
        """The cost of what lies between: other claims, which may have places of their own; their parts have none."""
        people = self._harmed[at]
        mates = [i for i, other in enumerate(self._harmed) if other.sentence == people.sentence and i != at]
        if site.start >= people.end:
            return 7.0 * sum(people.end <= self._harmed[i].start < site.start and not self._is_part(i) for i in mates)
        cost = 3.0
        if not self._is_part(at) and any(self._harmed[i].end <= site.start for i in mates):
            cost += 7.0
        between = sum(site.end <= self._harmed[i].start < people.start and not self._is_part(i) for i in mates)
        return cost + 2.0 * between

    def _is_part(self, at: int) -> bool:
        people = self._harmed[at]
        return people.whole is not None or bool(_PART.search(self._context.text[max(0, people.start - 30) : people.start]))

    def _around(self, at: int) -> Where | None:
        """The place told before or right after for the same harm, where the sentence names none."""
        people = self._harmed[at]
        found = self._same_person(at) or self._from_mates(at) or self._pointed_at(people)
        if found is not None or self._looks_back(people):
            return found
        sentence = self._context.quote(self._context.sentences[people.sentence])
        if _PERIOD.search(sentence) or (people.scope == "cumulative" and self._placeless(at)):
            return None
        if (_RUNNING.search(sentence) or people.scope == "cumulative") and self._nation(people):
            return self._going_on(at)
        if people.scope == "cumulative":
            return self._from_before(at) or self._going_on(at) or self._taken_up(people) or self._incident(people)
        if _OTHER_TIME.search(sentence):
            return self._taken_up(people) or self._region(people)
        return self._told_below(people) or self._taken_up(people) or self._from_before(at) or self._incident(people)

    def _told_below(self, people: Harmed) -> Where | None:
        """A headline's place stands in the sentence below it."""
        span = self._context.sentences[people.sentence]
        if self._context.text[span.end - 1] in ".!?:;,\"”’)" or span.end - span.start > 140:
            return None
        for sentence in range(people.sentence + 1, min(people.sentence + 3, len(self._context.sentences))):
            best = self._best_site(sentence, 2)
            if best is not None:
                return self._where(best, "place-below")
        return None

    def _nation(self, people: Harmed) -> bool:
        """Whether the victims are counted as a nation's ("75 Syrians")."""
        span = people.victims_span
        return span is not None and any(span.start <= m.start < span.end for m in self._context.parties(people.sentence))

    def _region(self, people: Harmed) -> Where | None:
        """The region that the report is about, for an attack of another day."""
        for sentence in range(people.sentence - 1, max(-1, people.sentence - 12), -1):
            for site in self._context.sites(sentence):
                if site.rank == 2 and not site.actor and site.lead not in ("from", "of", "to"):
                    return self._where(site, "place-region")
        return None

    def _pointed_at(self, people: Harmed) -> Where | None:
        """ "Here", "in the city", "in his country"."""
        context = self._context
        span = context.sentences[people.sentence]
        line = context.dateline
        if line is not None and "here" in context.words(people.sentence).lows:
            return Where(context.quote(line), line, None, context.dateline_country, 4, "place-dateline")
        match = _COUNTRY.search(context.text, span.start, span.end)
        if match is not None:
            nation = next((m for m in reversed(context.parties(people.sentence)) if m.start < match.start() and m.party.iso), None)
            if nation is not None:
                return Where(nation.party.side, Span(nation.start, nation.end), None, nation.party.iso, 1, "place-country")
        return self._anaphor(people)

    def _going_on(self, at: int) -> Where | None:
        """The place of the operation whose running total was told just before."""
        return self._out[at - 1]._replace(rule="place-carried") if self._goes_on(at) else None

    def _incident(self, people: Harmed) -> Where | None:
        """The place in the sentence nearest by that speaks of an attack."""
        pack, best = place_words(), None
        if people.harm in ("captured", "missing"):
            return None
        first, last = max(0, people.sentence - 8), min(len(self._context.sentences), people.sentence + 4)
        for sentence in sorted(range(first, last), key=lambda i: abs(i - people.sentence)):
            if set(self._context.words(sentence).lows) & pack.incident:
                best = self._best_site(sentence, 2)
                if best is not None:
                    return self._where(best, "place-incident")
        return None

    def _looks_back(self, people: Harmed) -> bool:
        """ "The murder of X": a death that is spoken of, not reported, has no place in the sentences around."""
        text = self._context.text
        return bool(people.names) and bool(
            _NOMINAL.search(text[max(0, people.start - 70) : people.start]) or _NOMINAL_AFTER.match(text[people.end : people.end + 30])
        )

    def _same_person(self, at: int) -> Where | None:
        """The narrowest place told for a person of the same name anywhere in the report."""
        names = self._harmed[at].names
        if not names:
            return None
        own = _surnames(names[0])
        found = [
            here
            for other, here in zip(self._harmed, self._here, strict=True)
            if here is not None and any(_same_person(names[0], name) for name in other.names)
        ]
        for sentence in range(len(self._context.sentences)):
            lows = set(self._context.words(sentence).lows)
            if own & lows and lows & place_words().violent:
                best = self._violent_site(sentence)
                if best is not None:
                    found.append(self._where(best, "place-person"))
        return max(found, key=lambda here: here.rank)._replace(rule="place-person") if found else None

    def _placeless(self, at: int) -> bool:
        """Whether the running total told just before has no place either."""
        return bool(
            at
            and self._harmed[at - 1].scope == "cumulative"
            and self._out[at - 1].name is None
            and self._harmed[at].sentence - self._harmed[at - 1].sentence <= 2
        )

    def _narrowed(self, at: int, found: Where) -> Where:
        """A narrower place that the report gives for the same attack: "the bombing in Sultanahmet square" after Istanbul."""
        people = self._harmed[at]
        if found.rank >= 6 or people.scope != "incident" or people.sentence > 4 or found.span is None:
            return found
        vague = next((site for site in self._context.sites(people.sentence) if site.start == found.span.start), None)
        if vague is not None and vague.lead in ("near", "outside", "around"):
            return self._near_to(people, found) or found
        if _PLURAL.search(self._context.quote(self._context.sentences[people.sentence])):
            return found
        for sentence in range(people.sentence + 1, min(people.sentence + 4, len(self._context.sentences))):
            for site in self._context.sites(sentence):
                if site.rank > max(found.rank, 2) and self._tells_of(sentence, site):
                    return self._where(site, "place-narrowed")
        return found

    def _tells_of(self, sentence: int, site: Site) -> bool:
        """Whether "the attack" opens the sentence or stands right before a site."""
        words, pack = self._context.words(sentence), place_words()
        if site.lead not in pack.leads:
            return False
        if words.lows[:1] == ["the"] and words.lows[1:2] and words.lows[1] in pack.incident:
            return True
        before = [low for start, low in zip(words.starts, words.lows, strict=True) if start < site.start][-6:]
        return any(first == "the" and second in pack.incident for first, second in zip(before, before[1:], strict=False))

    def _near_to(self, people: Harmed, found: Where) -> Where | None:
        """The place that "near Aleppo" stands for: "Orum al-Kubra in Aleppo province" told later of the attack."""
        text = self._context.text
        name = fold(found.name or "")
        for sentence in range(people.sentence + 1, len(self._context.sentences)):
            sites = self._context.sites(sentence)
            for site, wider in zip(sites, sites[1:], strict=False):
                close = 0 < wider.start - site.end < 8 and not wider.actor and site.rank >= 4 and site.lead in place_words().leads
                if close and fold(text[wider.start : wider.end]).startswith(name):
                    return self._where(site, "place-near")
        return None

    def _goes_on(self, at: int) -> bool:
        """Whether a running total goes on with the operation whose total was told just before."""
        if not at:
            return False
        last = self._harmed[at - 1]
        return last.scope == "cumulative" and self._out[at - 1].rank >= 3 and self._harmed[at].sentence - last.sentence <= 4

    def _from_mates(self, at: int) -> Where | None:
        """The place of the nearest claim in the same sentence."""
        mates = [
            (abs(i - at), here)
            for i, here in enumerate(self._here)
            if here is not None and self._harmed[i].sentence == self._harmed[at].sentence
        ]
        return min(mates, key=lambda pair: pair[0])[1]._replace(rule="place-mate") if mates else None

    def _anaphor(self, people: Harmed) -> Where | None:
        """ "In the city": the last place of that kind named before."""
        span = self._context.sentences[people.sentence]
        match = _ANAPHOR.search(self._context.text, span.start, span.end)
        if match is None:
            return None
        noun, nouns = match.group(1).lower(), place_words().nouns
        rank = 4 if noun in ("capital", "city") else nouns.get(noun, 4)
        for sentence in range(people.sentence, -1, -1):
            for site in reversed(self._context.sites(sentence)):
                if site.end <= match.start() and self._answers(site, noun, rank):
                    return self._where(site, "place-anaphor")
        return None

    def _answers(self, site: Site, noun: str, rank: int) -> bool:
        """Whether "the square" can mean a site."""
        if site.lead in ("of", "from", "to", "with"):
            return False
        if rank >= 5:
            return noun in self._context.text[site.start : site.end].lower()
        return site.rank == rank and (noun != "capital" or self._is_capital(site))

    def _is_capital(self, site: Site) -> bool:
        return self._context.is_capital(self._context.text[site.start : site.end])

    def _taken_up(self, people: Harmed) -> Where | None:
        """The place in one of the next sentences that takes up the attack ("The blast hit a market in ...")."""
        pack = place_words()
        last = 1 if self._shifts(people) else 2
        for sentence in range(people.sentence + 1, min(people.sentence + 1 + last, len(self._context.sentences))):
            words = self._context.words(sentence).lows[:6]
            if words[:1] == ["the"] and (set(words) & pack.incident or last == 1):
                best = self._best_site(sentence, 3)
                if best is not None:
                    return self._where(best, "place-next")
        return None

    def _shifts(self, people: Harmed) -> bool:
        return bool(set(self._context.words(people.sentence).lows[:2]) & place_words().shift)

    def _best_site(self, sentence: int, rank: int) -> Site | None:
        sites = [
            site
            for site in self._context.sites(sentence)
            if site.rank >= rank and site.start >= self._context.body and site.lead not in ("from", "of", "to", "with", "for", "by", "")
        ]
        return max(sites, key=lambda site: site.rank, default=None)

    def _alike(self, people: Harmed, other: Harmed) -> bool:
        """Whether what is told of others can go for these: one scope, captives apart, and no two named persons."""
        if people.scope != other.scope:
            return False
        if (people.harm == "captured") != (other.harm == "captured") and _ARREST.search(self._context.quote(self._context.sentences[people.sentence])):
            return False
        return not (people.names and other.names)

    def _violent_site(self, sentence: int) -> Site | None:
        """The narrowest place of a sentence that stands close behind a word of violence."""
        words, pack = self._context.words(sentence), place_words()
        found = []
        for site in self._context.sites(sentence):
            before = [low for start, low in zip(words.starts, words.lows, strict=True) if start < site.start][-9:]
            if site.lead in pack.leads and site.start >= self._context.body and set(before) & (pack.violent | pack.incident):
                found.append(site)
        return max(found, key=lambda site: site.rank, default=None)

    def _from_before(self, at: int) -> Where | None:
        """The place of the claim before, or of a sentence between it and this one."""
        people = self._harmed[at]
        last = self._harmed[at - 1].sentence if at else -1
        for sentence in range(people.sentence - 1, people.sentence - 1 - _LOOK_BACK, -1):
            if sentence < max(last, 0):
                break
            if sentence == last:
                continue
            best = self._best_site(sentence, 2)
            if best is not None:
                return self._where(best, "place-before")
            pointed = self._anaphor(people._replace(sentence=sentence))
            if pointed is not None:
                return pointed
        for back in range(at - 1, max(-1, at - 5), -1):
            if self._out[back].name and self._alike(people, self._harmed[back]):
                return self._out[back]._replace(rule="place-carried")
        return None


def _surnames(name: str) -> set[str]:
    """The words of a name by which others mentions of the person are known: all but a first name and short particles."""
    words = fold(name).split()
    return {word for word in (words[1:] or words) if len(word) > 3} or set(words)


def _same_person(one: str, other: str) -> bool:
    """Whether a name may be a shorter form of another, or shares two words with it."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return first <= second or second <= first or len(first & second) > 1
