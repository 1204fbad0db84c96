"""Places of what followed an attack: where its dead and wounded were brought, where it was heard, mourned or spoken of."""

from cenotaph.find.context import ClaimContext
from cenotaph.find.place.names.place_words import place_words
from cenotaph.find.place.names.sites import Site
from cenotaph.find.place.sentence.taking import are_led
from cenotaph.find.place.whereabouts import is_of_mourning, is_of_speech

_QUARTER = 5  # A rank, as in the pack `places`.
_CARE = 7  # Words.
_MORGUES = ("hospital", "morgue", "mortuary", "clinic")
_BODIES = frozenset(("body", "bodies", "remains", "corpse", "corpses"))


def is_of_aftermath(context: ClaimContext, site: Site) -> bool:
    """Whether a place is not that of the attack itself."""
    return (
        _is_of_care(context, site)
        or is_only_heard(context, site)
        or is_of_mourning(context, site)
        or is_of_speech(context, site)
    )


def is_only_heard(context: ClaimContext, site: Site) -> bool:
    """ "The explosion was heard near the embassy"."""
    sentence = context.sentence_at(site.start)
    start = context.sentences[sentence].start
    return context.says(sentence, "only-heard", start, site.start) is not None


def _is_of_care(context: ClaimContext, site: Site) -> bool:
    """ "They were taken to a hospital in Biu", "his body is at the Arzobispo Hospital": where the wounded and dead were
    brought."""
    before = context.words_before(context.sentence_at(site.start), site.start)
    lying = site.rank > _QUARTER and context.text[site.start : site.end].lower().endswith(_MORGUES)
    if lying and not _BODIES.isdisjoint(before[-2 * _CARE :]):
        return True
    return are_led(before[-_CARE:], place_words().taken)
