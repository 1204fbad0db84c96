"""Two counts of one report that are of the same people: named behind, pointed at again, somebody's kin."""

from cenotaph.find.context import ClaimContext, Harmed
from cenotaph.find.whose.cues import cue
from cenotaph.find.whose.nouns import role_words


def joins(context: ClaimContext, people: Harmed, behind: Harmed) -> bool:
    """Whether a list goes on with a count: "four nuns, Ann Roe, and five priests"."""
    if behind.sentence != people.sentence or behind.names:
        return False
    return context.text[people.end : behind.start].strip(" ,\n").lower() == "and"


def are_named_there(context: ClaimContext, last: Harmed, people: Harmed) -> bool:
    """ "Two nurses from Chile, X and Y": those counted right before, named."""
    if last.names or last.low is None or (last.sentence, last.harm) != (people.sentence, people.harm):
        return False
    end = max(last.end, last.victims_span.end if last.victims_span else 0)
    return cue("names-behind").found(context.text, end, people.start) is not None


def are_those_named(context: ClaimContext, last: Harmed, people: Harmed) -> bool:
    """ "The two men" behind persons named."""
    if not last.names or people.low not in (1, 2, 3) or people.sentence - last.sentence > 1:
        return False
    return is_definite(context, people)


def is_definite(context: ClaimContext, people: Harmed) -> bool:
    """ "The two men", "both men": people told of before."""
    if context.text[people.start : people.end].lower() == "both":
        return True
    return cue("definite").found(context.text, max(0, people.start - 16), people.start) is not None


def are_kin(context: ClaimContext, last: Harmed, people: Harmed) -> bool:
    """ "A Danish worker and his two sons", "a British couple and their three children"."""
    words = (people.victims or "").lower().split()
    ahead = context.text[max(0, people.start - len(" their ")) : people.start].lower()
    kin = bool(words) and words[-1] in role_words().kin and ahead.endswith((" his ", " her ", " their "))
    return kin and last.sentence == people.sentence


def are_their_victims(context: ClaimContext, last: Harmed, people: Harmed) -> bool:
    """ "Police shot three gunmen who stormed a post, killing two": the two are whom the three killed."""
    if last.sentence != people.sentence:
        return False
    return context.says(people.sentence, "their-deed", last.end, people.start) is not None
