"""What the search for places in a claim's sentence and around it share: the answer's form, and deaths spoken of."""

from cenotaph.find.answers import Where
from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.place.sites import Site
from cenotaph.find.whose.cues import cue
from cenotaph.model import Span


def is_looked_back_on(context: ClaimContext, people: Harmed) -> bool:
    """Whether a named person's death is spoken of, not reported ("the murder of X"): the sentences around it do not
    say where."""
    if not people.names:
        return False
    before, behind = max(0, people.start - 70), people.end + 30
    return bool(
        cue("nominal").found(context.text, before, people.start)
        or cue("nominal-behind").found(context.text, people.end, behind)
    )


def is_of_speaker(context: ClaimContext, site: Site) -> bool:
    """Whether a place is that of a speaker, or one of several ("officials in Gaza said", "according to the ministry in
    Gaza", "in Dhaka and other cities")."""
    text, sentence = context.text, context.sentences[context.sentence_at(site.start)]
    before = max(sentence.start, site.start - 80)
    if cue("by-account").found(text, before, site.start):
        return True
    if cue("and-others").found(text, site.end, site.end + 40):
        return True
    speaker = cue("speaker").found(text, before, site.start)
    return speaker is not None and cue("says").found(text, site.end, site.end + 70) is not None


def whereabouts(context: ClaimContext, site: Site, span: Span | None, rule: str) -> Where:
    """The answer that names a site, with the words of `span` where that holds more than the site."""
    span = span or Span(site.start, site.end)
    compass = cue("compass").found(context.text, max(0, span.start - 30), span.start)
    if compass is not None:
        span = Span(span.start - len(compass.group()), span.end)
    return Where(" ".join(context.quote(span).split()), span, site.key, site.country, site.rank, rule)
