"""Sentences that credit what stands before them: "This was reported by the governor", "The mayor wrote this on Telegram"."""

import re

from cenotaph.find.text.letters import letters_of

_DOCUMENTS = (
    "(?:study|studies|investigation|analysis|research|report|survey|inquiry|data|database|dossier|paper|review|assessment|bulletin"
    "|document|work|list|letter|brief|briefing|statement|message|post|release|memo|update|audit|census|tally|count)"
)
_TOLD = (
    "(?:reported|announced|stated|confirmed|said|disclosed|revealed|told|posted|published|shared|provided|given|released|issued|made|written"
    "|communicated|circulated|compiled)"
)
# "The report was | put out on Monday".
_BROUGHT_OUT = (
    f"(?:{_TOLD}|produced|prepared|presented|unveiled|launched|collected|collated|gathered|calculated|estimated|conducted"
    "|(?:put|carried|given|sent) out|drawn up|completed|done|led|undertaken|commissioned|authored)"
)
_FIGURES = r"(?:numbers?|figures?|tolls?|tally|count|estimates?|data|information|findings?|statistics|results?|totals?)"
_IS = r"\s+(?:was|is|has been|have been|were)\s+(?:\w+\s+)?"
_PASSIVE = re.compile(
    rf"(?:This|That|The|These|Those)(?: [\w-]+){{0,2}} (?:{_FIGURES}|{_DOCUMENTS}){_IS}{_BROUGHT_OUT}\b"
    rf"|(?:(?:This|That|The|These|Those)(?: [\w-]+)? (?:news|claim|incident|attack|strike)|This|That|It){_IS}{_TOLD}\b"
)
# "That number, which residents first gave to X, ...", "The tally, compiled by X, includes".
_FIGURE = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hese|[Tt]hose)(?: \w+){0,2} (?:numbers?|figures?|tolls?|tally|count|estimates?|data|information),? "
    rf"(?:which|that|first|{_BROUGHT_OUT})\b"
)
# Words of which a sentence must have one for `_FIGURE` or `_ACTIVE`.
_POINTING = frozenset(
    (
        "number", "numbers", "figure", "figures", "toll", "tolls", "tally", "count", "estimate", "estimates", "data",
        "information", "news", "this", "it", "findings", "statistics", "deaths", "killings", "dead", "killed", "victims",
        "bodies", "fatalities",
    )
)  # fmt: skip
_SO = re.compile(r"(?:This|That|It)(?:(?:['’]s| is| was) according to|(?: is| was| became) known from)\b")
# "UNICEF, in announcing this, ...".
_ANNOUNCING = re.compile(
    r",? (?:(?:in|when|while) )?(?:announcing|confirming|reporting) (?:this|that|the (?:news|deaths?|tolls?|figures?|killings?|casualties))\b"
)
_WHEN = r"(?:,? (?:(?:late|early|earlier|later) )?(?:(?:on|in|this|last|at) [\w ,]{2,30}?|today|yesterday|[A-Z][a-z]+day),?)?"
# What is done with a figure by whoever has it.
_PUT_OUT = (
    r"(?:reported|announced|stated|confirmed|disclosed|revealed|told|posted|published|shared|provided|given|released|issued|made(?: public| known)?|written|circulated"
    r"|compiled|collected|collated|gathered|drawn up|put together|put out|worked out|verified|established|documented|recorded|calculated|produced|prepared|updated"
    r"|conducted|carried out|done|supplied|cited|set out|attributed to|credited to|sourced from|taken from|drawn from|derived from)"
)
# "The figure comes from", "That toll is the ministry's own", "Such data are contained in", "The source of the toll is", "So says".
_FROM = re.compile(
    rf"(?:The|That|This|These|Those|Such)(?: [\w-]+){{0,2}} (?:{_FIGURES}|{_DOCUMENTS})(?:, from (?=\w)|,?(?: which| that)?(?: have| has| had)?"
    rf" (?:comes?|came|stems?|stemmed|originates?|derives?|appears?|appeared|(?:is|are|was|were)(?: \w+ly)?(?: (?:taken|drawn|derived|attributed|credited|sourced|those"
    rf"|that|the work|based|contained|included|part|given|set out|cited|compiled|put out|supplied|provided))?){_WHEN} (?:from|of|in|to|on|by) (?=\w))"
    rf"|(?:The|That|This|These|Those|Such)(?: [\w-]+){{0,2}} (?:{_FIGURES}|{_DOCUMENTS}) (?:is|are|was|were|has been|have been)(?: \w+ly)? {_PUT_OUT}{_WHEN} by (?=\w)"
    r"|The source (?:of|for) (?:the|that|this|these|those)(?: [\w-]+){0,2} {_FIGURES} (?:is|was|are|were) (?=\w)".replace(
        "{_FIGURES}", _FIGURES
    )
    + rf"|(?:This|That|It|These|Those) (?:is|was|are|were) (?:the|an?) (?:[\w-]+ ){{0,2}}(?:findings?|conclusions?|results?|assessment|verdict|{_FIGURES}) (?:of|by|from|(?:given|released|published|provided) by) (?=\w)"
    r"|(?:This|That|It|These)(?: (?:is|was|are|were) (?:evidenced|borne out|contained|set out|indicated)| (?:appears|emerges|follows|stems|comes|came)) (?:by|in|from) (?=\w)"
    r"|So (?:says?|said|reports?|reported|claims?|claimed) (?=\w)"
)
_ANY_TOLL = re.compile(
    r"(?:The|That|This) (?:[\w-]+ ){0,2}(?:toll|tally|count|figures?|numbers?) (?:comes?|came|stems?) from (?=\w)"
)
# "The claim by the port, made on Friday, | tallies with".
_CLAIM_BY = re.compile(
    rf"(?:The|That|This) (?:[\w-]+ )?(?:claim|assertion|{_FIGURES})"
    r"(?:,? (?:made|put out|given|announced|released|published|issued|reported|provided)(?: [A-Z][a-z]+day)?)? by (?=\w)"
)
_HELD_AGAINST = re.compile(
    r"\b(?:match(?:es|ed)|(?:tall(?:y|ies|ied)|agrees?|agreed|accords?|squares?|chimes?|fits?) with|(?:is|are|was|were|comes?|came) (?:broadly |roughly )?(?:in (?:line|step|keeping)"
    r"|consistent|close|similar|higher|lower|far|well|much|more|less|above|below)|exceeds?|contradicts?|differs?|(?:could|can|has|have)(?: ?not|n[’']t) "
    r"(?:immediately |independently |yet )*(?:be|been) (?:immediately |independently )*(?:verified|confirmed|checked|corroborated))\b"
)
_GIVES = (
    r"(?:announced|reported|reports|said|wrote|writes|stated|states|confirmed|told|gave|provided|released|shared|published|issued|disclosed|revealed|presented"
    r"|unveiled|updated|compiled|collected|gathered|documented|recorded|verified|put out)"
)
_GIVEN = (
    r"(?:(?:this|the|these|those|its|his|her|their) (?:[\w-]+ ){0,2}?(?:information|news|data|figures?|numbers?|tolls?|counts?|tally|estimates?|findings|statistics|deaths|killings"
    r"|(?:list|names|number) of (?:the |those )?(?:dead|killed|victims|fatalities))|this|it)"
)
_ENDS = r"(?=\s*$|,|\s+(?:on|in|to|at|during|via|after|and|late|early|earlier|this|last|over|a|two|three|yesterday|today|[A-Z][a-z]+day)\b|\s+\()"
_COUNTS = r"\b(?:counted the (?:dead|bodies|killed)|(?:made|carried out|conducted|drew up|kept) (?:the|this|that) (?:\w+ )?(?:counts?|tally|estimates?|survey|list|calculation))\b"
_ACTIVE = re.compile(
    rf"\b{_GIVES}\s+(?:about\s+)?(?:(?:reporters|journalists)\s+)?(?:of\s+)?{_GIVEN}\b{_ENDS}|{_COUNTS}"
)
_MADE = re.compile(
    rf"(?:The|This|That|These|Its?)(?: [\w-]+){{0,2}} (?:{_DOCUMENTS}|{_FIGURES}),?(?: (?:is|was|which|that|has been|were|are|have been))*"
    rf"(?: \w+)? {_BROUGHT_OUT}\b[^.;]*? by\b"
    rf"|(?:The|This|That|These)(?: [\w-]+){{0,2}} (?:{_DOCUMENTS}|{_FIGURES}) (?:is|was|are|were)(?: the work of| by|(?: \w+)? (?:led|done) by)\b"
)
_NAMES_OF_DEAD = "(?:list|names|number) of (?:the |those )?(?:dead|killed|victims|fatalities)"
# Behind a name: "(Amnesty) | put out the study on Monday".
_BRINGS = re.compile(
    r",?(?: (?:(?!by|the)\w+ly|has|have|had|jointly|(?:on|in|last|this|late|early|earlier) [\w, ]{1,24}))*"
    r" (?:released|published|issued|made|(?:put|carried|sent|gave) out|conducted|compiled|produced|prepared|presented|unveiled|launched"
    r"|collected|collated|gathered|calculated|drew up|undertook|led|commissioned|authored|completed|announced|shared|posted)"
    rf" (?:the|this|these|those|that|its|their) (?:(?:[\w-]+ ){{0,2}}(?:{_FIGURES}|{_DOCUMENTS})|{_NAMES_OF_DEAD})\b"
)
_BRINGING = re.compile(
    rf"\b(?:the|this|these|those|that|its|their) (?:(?:[\w-]+ ){{0,2}}(?:{_FIGURES}|{_DOCUMENTS})|{_NAMES_OF_DEAD})\b"
)
_WHERE = re.compile(
    r"\b(?:made|gave) (?:the|these|this|his|her|those) (?:remarks?|statements?|comments?|claims?|figures?)\b"
    r"|\bsaid (?:this|so|it) (?:in|during|on)\b"
)
_OPENING = 120
_LINE = re.compile(r"\n[ \t\r]*\n\s*|\n")


def _in_small(sentence: str) -> str:
    """A sentence of copy in capitals as others are written; its length stays."""
    return sentence.capitalize() if sentence.isascii() and sentence.isupper() else sentence


def points_back(sentence: str) -> bool:
    """Whether a sentence credits the one before it."""
    sentence = _in_small(sentence)
    if _SO.match(sentence) is not None or _PASSIVE.match(sentence) is not None:
        return True
    if _POINTING.isdisjoint(letters_of(sentence).split()):
        return False
    return _FIGURE.search(sentence) is not None or _ACTIVE.search(sentence.rstrip(" .")) is not None


def source_of_figure(sentence: str) -> int | None:
    """Where a sentence without a verb of saying names who gave the figure before it; None where it names nobody."""
    sentence = _in_small(sentence)
    taken = _FROM.match(sentence) or _held_against(sentence)
    if taken is not None:
        return taken.end()
    told = "ing th" in sentence and _ANNOUNCING.search(sentence, 0, _OPENING) is not None
    return 0 if told else None


def tells_source(sentence: str) -> bool:
    """Whether a sentence says outright whose the figure before it is: "The toll came from the clinic"."""
    sentence = _in_small(sentence)
    return _ANY_TOLL.match(sentence) is not None or _held_against(sentence) is not None


def _held_against(sentence: str) -> re.Match[str] | None:
    """Whose claim it is that a sentence holds against other ones: "The claim by the port tallies with Western estimates"."""
    claim = _CLAIM_BY.match(sentence)
    return claim if claim is not None and _HELD_AGAINST.search(sentence, claim.end()) is not None else None


def may_bring_out(sentence: str) -> bool:
    """Whether a sentence may say of whoever opens it that the study told of before is his; a quick look."""
    return _BRINGING.search(sentence, 0, _OPENING) is not None


def brings_out(behind: str) -> bool:
    """Whether what stands behind a name that opens a sentence says that the study told of before is his: "published its findings"."""
    return _BRINGS.match(behind) is not None


def is_made(sentence: str) -> bool:
    """Whether a sentence opens with who made the document told of before: "The study, conducted by"."""
    return _MADE.match(sentence) is not None


def says_where(sentence: str) -> bool:
    """Whether a sentence says where somebody spoke who was just credited: "He made the remarks in an interview with"."""
    return _WHERE.search(sentence, 0, _OPENING) is not None


def is_near(between: str) -> bool:
    """Whether no more than one paragraph's end stands between two sentences, of which this is the text between."""
    return len(_LINE.findall(between)) <= 1
