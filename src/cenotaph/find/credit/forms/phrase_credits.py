"""Credits that hang on no verb of saying: "according to", "in a statement by", "citing", "named by"."""

import re

from cenotaph.find.credit.forms.counts import issuer_behind, reckoned
from cenotaph.find.credit.forms.credits import Anchor
from cenotaph.find.credit.forms.scopes import CONTRAST, FINITE, clause_end, continued, is_adverbial
from cenotaph.find.credit.naming.hearers import asked_behind, hearer, hearer_behind, spoken_to
from cenotaph.find.credit.naming.journals import journal_behind
from cenotaph.find.credit.naming.outlets import is_outlet, is_source
from cenotaph.find.credit.naming.phrases import handed_on
from cenotaph.find.credit.naming.speakers import Speaker, is_unarmed, pointed_at, right_of, speaker
from cenotaph.find.credit.naming.subjects import subject_before
from cenotaph.find.credit.tagging.word_table import word_sets
from cenotaph.find.credit.tagging.words import Words

_OBJECTS = {"him": "he", "her": "she", "them": "they", "it": "it"}
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}
# "A contrast to the figures reported by the port": what stands before is not the port's.
_COMPARED = re.compile(r"P[D#]?x{0,2}d[VK]$")
_COMPARING = ("to", "than", "with", "against", "despite")
_ON_SITE = re.compile(r"(?<=.)P[CxI]{1,3}$")
_FIGURE_SAID = re.compile(r"D[xK]{0,2}(?P<noun>[xdN])(?:w?H?b+)?R*$")
# "Was named | as the Ayr clerk Bob Lee | by the paper".
_NAMED_AS = re.compile(r"[VKt]S(?P<who>D?[xCNLs]{0,6}C(?:,#)?)$")
_THIS_WAS = re.compile(r"[DIT]H?b+R*(?P<verb>[VK])[^VQGK]*$")
_PUT_AT = re.compile(r"[VKtd]P[PDxRSK]{0,3}#[KNx]{0,2}$")
_MADE_DOCUMENT = re.compile(
    r"d(?:[oP][D#]?[RxCNs#]{1,6})*,?[wTHbRS]*$"
)  # "Figures for May that were" released by.
_MADE = re.compile(r"x{0,2}d(?=$|,)")
_COUNTED = re.compile("#[xKN]?$")
# "40 civilian deaths in Ayr have been", "40 deaths were".
_DEATHS_WERE = re.compile(r"#[CxN]{0,2}(?P<dead>[xKN])(?:P[D#]?[RxCN#]{1,4})*H?b+R*$")
# "Were counted | dead in Ayr this year |".
_DEAD_WHERE = re.compile(r"(?P<verb>V)K(?:P[D#]?[xCRN#]{1,3}|[PST]?D?#?R)*$")
_DEATHS = frozenset(("deaths", "dead", "fatalities", "casualties", "victims", "injuries", "killed"))
_UNITS = ("hours", "days", "minutes")  # "In 24 hours, according to".
# "Half of | the 900 cooks | reported by the port": that figure alone is the port's.
_SAID_OF_FIGURE = re.compile(r"(?<=[oPST])D#[CxN]{0,3}$")
_CLAUSE_OPENED = re.compile(r"S(?:,|R|P[D#]?[xCRN#]{1,4})*$")
_DAY = re.compile(r"(?:[PST]?[D#]?R|PC{1,2})+$")
_TIMES = re.compile(r"(?:[ST]?R|[,-])+$")  # "On Friday", "since October", "that evening".
_DEGREE = frozenset(("more", "than", "at", "least", "about", "nearly", "over", "some", "around", "almost"))
# "The toll is higher – according to officials | , hundreds of cooks have died".
_CLAUSE_BEHIND = re.compile(r",[D#]?[xCNLds#oRP]{1,12}[bHK]")
_NONE = frozenset(("no", "not", "never", "nor"))
_NOT_ISSUED = ("to", "in", "at", "on", "about", "for", "with")


def according(words: Words, text: str, at: int) -> Anchor | None:
    """ "According to X, ..." or "..., according to X", "(as) per X"."""
    if words.lower[at] == "per":
        found = _per(words, text, at)
        at -= words.lower[at - 1 : at] == ["as"]
    elif words.tags[at + 1 : at + 2] == "L":
        found = right_of(words, at + 1, text)  # "According Gen. Roe", the "to" forgotten.
    elif words.lower[at + 1 : at + 2] != ["to"]:
        return None
    else:
        found = _pointed_at(words, at + 2) or right_of(words, _behind_degree(words, at + 2), text)
    if found is None:
        return None
    who, after = found
    if "W" in words.tags[at + 2 : after]:
        return None  # "According to the information we received".
    if who.kind == "document":
        who, after = journal_behind(words, text, after) or issuer_behind(words, text, after) or found
    via = spoken_to(words, text, after)
    if is_outlet(who.name) and (asked := asked_behind(words, text, after)) is not None:
        (who, after), via = asked, who
    if words.lower[after : after + 1] and words.lower[after] in word_sets()["hearers"]:
        via, after = hearer(words, text, after)  # "According to medics told the agency".
    elif handed_on(words, after):
        via, after = _onlooker(words, text, after)
        if via is not None and who.name.islower():
            who, via = via, None  # "According to an army report obtained by the paper": nobody else's word.
    tags = words.tags
    before = _without_time(words, at)
    if before.endswith("w"):
        aside = tags[at - 1] == "," == tags[after : after + 1]
        return Anchor("relative clause", who, at, after, at, clause_end(tags, after + aside), via)
    if _opens_clause(words, at, after):
        return Anchor("according to", who, at, after, after, len(tags), via)
    parted = before[-1:] in "S&;:T|" and words.lower[len(before) - 1] not in _UNITS
    if not before or parted or (is_adverbial(tags[:at]) and tags[after : after + 1] == ","):
        return Anchor("according to", who, at, after, after, len(tags), via)
    if tags[at - 1] == "-" and _CLAUSE_BEHIND.match(tags, after) is not None:
        return Anchor("according to", who, at, after, after, len(tags), via)
    dashed = tags[at - 1] == "-" == tags[after : after + 1]
    if dashed or (not FINITE.search(before.replace("#", "")) and after < len(tags)):
        return Anchor("according to", who, at, after, 0, len(tags), via)
    return Anchor("according to", who, at, after, 0, _continued_openly(words, after, at), via, forward=False)


def _opens_clause(words: Words, at: int, after: int) -> bool:
    """Whether a conjunction opens the clause told: "The port is open, although yesterday, | according to the mayor, | nine died"."""
    opened = _CLAUSE_OPENED.search(words.tags, 0, at)
    contrasts = opened is not None and words.lower[opened.start()] in CONTRAST
    return contrasts and FINITE.search(words.tags, after) is not None


def _pointed_at(words: Words, at: int) -> tuple[Speaker, int] | None:
    """Whom "according to him" names, and the word behind; None before a noun ("according to her family")."""
    if at >= len(words.lower):
        return None
    if (owner := _OWNERS.get(words.lower[at])) is not None and (
        made := _MADE.match(words.tags, at + 1)
    ) is not None:
        return pointed_at(words, at, owner), made.end()  # "According to his report".
    pronoun = _OBJECTS.get(words.lower[at])
    if pronoun is None or words.tags[at + 1 : at + 2] not in ("", ",", ";", "|", "-", "&", ">", '"'):
        return None
    return pointed_at(words, at, pronoun), at + 1


def in_words(words: Words, text: str, at: int) -> Anchor | None:
    """ "In his words, ...", "in the words of the mayor"."""
    if words.lower[at] != "in":
        return None
    if (pronoun := _OWNERS.get(words.lower[at + 1])) is not None and words.lower[at + 2 : at + 3] == [
        "words"
    ]:
        who, end = pointed_at(words, at + 1, pronoun), at + 3
    elif words.lower[at + 1 : at + 4] == ["the", "words", "of"] and (found := right_of(words, at + 4, text)):
        who, end = found
    else:
        return None
    return Anchor("according to", who, at, end, end, len(words.tags))


def _onlooker(words: Words, text: str, after: int) -> tuple[Speaker | None, int]:
    """The outlet that has seen a document, and the word behind it."""
    by = handed_on(words, after)
    found = right_of(words, by, text) if by else None
    return found if found is not None and is_outlet(found[0].name) else (None, after)


def _per(words: Words, text: str, at: int) -> tuple[Speaker, int] | None:
    """Whom "per" names: a name, and no measure ("per Capita")."""
    found = right_of(words, at + 1, text)
    if found is None or not (is_outlet(found[0].name) or is_source(found[0].name) or found[0].kind != "name"):
        return None
    return found


def _behind_degree(words: Words, at: int) -> int:
    """The word behind "more than", "at least" where they open a count of speakers ("at least 20 witnesses"), or "confirmed"."""
    if words.tags[at : at + 1] == "V" and words.lower[at].endswith("ed"):
        return at + 1  # "Confirmed data".
    count = words.tags.find("#", at, at + 4)
    degree = set(words.lower[at : max(at, count)]) - {"a"}
    return count if degree and degree <= _DEGREE else at


def in_document(words: Words, text: str, at: int) -> Anchor | None:
    """ "In the Sunday report of the General Staff, it was reported that", "..., in a statement by the army"."""
    lead = re.search(r"[PK]?P?[DW]?[xCRKLN]*$", words.tags[:at])
    first = words.lower[lead.start()] if lead is not None and lead.group() else ""
    if first not in ("in", "based", "citing", "from") or words.lower[at + 1] in _NOT_ISSUED:
        return None
    found = right_of(words, at + 2, text)
    if found is None or lead is None:
        return None
    who, after = found
    who = who._replace(about=who.about.union(words.lower[lead.start() : at + 1]))
    forward = not FINITE.search(words.tags[: lead.start()]) or words.tags[0] == "S"
    low, high = (after, len(words.tags)) if forward else (0, lead.start())
    return Anchor("in a document", who, lead.start(), after, low, high, forward=forward)


def passive(words: Words, text: str, at: int) -> Anchor | None:
    """ "Named by officials as", "was quoted by the agency as saying", "it was reported by the army that"."""
    if (counted := reckoned(words, text, at)) is not None:
        return counted
    if words.lower[at - 1] in ("told", "informed"):
        return _told_by(words, text, at)
    if words.lower[at - 1] in word_sets()["accuse"]:
        return _accused_by(words, text, at)
    found = right_of(words, at + 1, text)
    if found is None:
        return None
    who, after = found
    if not (_credits_by(words, at) or _counts_dead(words, at, who)):
        return None
    if words.lower[at + 1] in ("name", "names", "us", "me") or words.lower[at + 1] in word_sets()["sent_by"]:
        return None  # "Identified by name", "identified by us", "sent by telefax".
    verb = _verb_of(words, at)
    told_so = words.lower[verb - 1 : verb] == ["as"]  # "Nine died, as recorded by the port".
    if words.lower[verb] in word_sets()["of_documents"] and not (told_so or _of_document(words, verb)):
        return None
    if words.lower[verb] == "announced" and words.tags[verb - 1] in "xNC" and not _of_document(words, verb):
        return None  # "The measures announced by the port".
    if not _NONE.isdisjoint(words.lower[max(0, at - 6) : at - 1]):
        return None  # "No figures were released by the port".
    following = words.tags[after : after + 1]
    said_of = words.lower[after : after + 2] in (
        ["to", "have"],
        ["to", "be"],
    )  # "Nine are estimated by X to have died".
    goes_on = (
        not said_of
        and following in ("S", "T")
        or (following == "P" and FINITE.search(words.tags, after) is not None)
    )
    low = after if goes_on and words.lower[after : after + 2] != ["with", "reference"] else 0
    compared = _COMPARED.search(words.tags, 0, at)
    if compared is not None and words.lower[compared.start()] in _COMPARING:
        low = at
    figure = _SAID_OF_FIGURE.search(words.tags, 0, verb)
    if figure is not None and "#" in words.tags[: figure.start()]:
        low = figure.start()
    start = verb if words.lower[verb] in word_sets()["named_by"] else at
    via = hearer_behind(words, text, after - 1)
    # "It was announced by the mayor | the same night the bishop was killed".
    high = at if following == "D" and not low else len(words.tags)
    return Anchor("named by", who, start, after, low, high, via)


def _told_by(words: Words, text: str, at: int) -> Anchor | None:
    """ "The radio has been told by nurses that nine died": the nurses, by way of the radio."""
    found = right_of(words, at + 1, text)
    subject = subject_before(words, len(words.tags[: at - 1].rstrip("bHR")))
    if found is None or words.tags[found[1] : found[1] + 1] != "T":
        return None
    who, after = found
    if subject is None:  # "We have been told by nurses that".
        return Anchor("named by", who, at - 1, after + 1, after + 1, len(words.tags))
    outlet = speaker(words, text, subject[1], subject[2])
    via = outlet if is_outlet(outlet.name) else None
    return Anchor("named by", who, subject[1], after + 1, after + 1, len(words.tags), via)


def _accused_by(words: Words, text: str, at: int) -> Anchor | None:
    """ "The army stands accused by the monitor of having killed nine": who accuses says that it was done."""
    found = right_of(words, at + 1, text)
    if found is None or words.lower[found[1] : found[1] + 1] not in (["of"], ["for"]):
        return None
    who, after = found
    return Anchor("accused", who, at - 1, after + 1, after + 1, len(words.tags))


def _verb_of(words: Words, at: int) -> int:
    """The participle before "by", where no more than a day or a site stands between: "reported today, on Telegram by"."""
    behind = _THIS_WAS.match(words.tags[:at])
    if behind is not None and words.lower[0] in ("this", "it", "that"):
        return behind.start("verb")  # "This was reported on Monday during a forum, by".
    where = _ON_SITE.search(words.tags[:at])
    on_site = where is not None and not word_sets()["sites"].isdisjoint(words.lower[where.start() : at])
    if where is not None and on_site:
        return where.start() - 1
    verb = len(_DAY.sub("", words.tags[:at])) - 1
    led = words.tags[verb] == "P" or words.lower[verb] == "public"
    return verb - led  # "Put out by", "made public on Monday by".


def _of_document(words: Words, verb: int) -> bool:
    """Whether a participle is said of a document or a figure: "figures released by", "a toll first published by"."""
    tags = words.tags[:verb]
    if _MADE_DOCUMENT.search(tags) is not None or (
        _COUNTED.search(tags) is not None and (tags[-1] == "#" or words.lower[verb - 1] in _DEATHS)
    ):
        return True
    were = _DEATHS_WERE.search(tags)
    if were is not None and words.lower[were.start("dead")] in _DEATHS | {"killings"}:
        return True
    figure = _FIGURE_SAID.search(tags)
    return figure is not None and words.lower[figure.start("noun")] in word_sets()["toll_objects"] | {"news"}


def _counts_dead(words: Words, at: int, who: Speaker) -> bool:
    """Whether "by" names who counted those harmed, and not who harmed them: "were counted dead in Ayr this year by"."""
    dead = _DEAD_WHERE.search(words.tags, 0, at)
    if dead is None or words.lower[dead.start()] not in word_sets()["named_by"]:
        return False
    return words.lower[dead.start() + 1] == "dead" or is_source(who.name) or is_unarmed(who)


def _credits_by(words: Words, at: int) -> bool:
    """Whether "by" names a source: "reported by", "confirmed dead by", "put at 12 by"."""
    lower, sets = words.lower, word_sets()
    if lower[at - 1] in sets["named_by"] or (lower[at - 1] == "dead" and lower[at - 2] in sets["named_by"]):
        return True
    verb = _verb_of(words, at)
    if lower[verb] in sets["named_by"] or (lower[verb] == "said" and _THIS_WAS.match(words.tags[:at])):
        return True
    called = _NAMED_AS.search(words.tags[:at])
    first = called.start("who") if called is not None else at
    if called is not None and lower[first - 1] == "as" and lower[first] not in ("a", "an"):
        return lower[called.start()] in sets["naming"]
    figure = _PUT_AT.search(words.tags[:at])
    return (
        figure is not None and lower[figure.start()] in sets["putting"] and lower[figure.start() + 1] == "at"
    )


def _without_time(words: Words, at: int) -> str:
    """The tags before word `at` without time words, "so far" and marks at their end."""
    before = _TIMES.sub("", words.tags[:at])
    return before[:-1] if words.lower[len(before) - 1 : len(before) + 1] == ["so", "far"] else before


def _continued_openly(words: Words, after: int, start: int) -> int:
    """As for a verb, but where no comma follows the clause simply goes on around the credit."""
    following = words.tags[after : after + 1]
    if following and following not in ',;-)S>"':
        return len(words.tags)
    return continued(words, after, start)
