"""Whether the end of a list of people is who speaks, and no member of it."""

import re

from cenotaph.find.people.reading import Reading

# The verb of a speaker behind an apposition, none with its own subject behind it ("a nurse, said police"); or "was quoted as saying".
SPEAKS = re.compile(
    r"(?:[oP][ndvup]{1,2}){0,2}(?:,?R(?=[.;]|$)|(?:Vc)?R|,[^,;R]{1,6},R(?![pnAXZ])|,r[^,;R]{1,9},R)"
)
# Several speakers behind a comma: "killed 53, a nurse, a cook and a guard of the fort said", "a nurse and two cooks told the paper".
_THEY_SPEAK = re.compile(
    r",[ApvdX](?:[oPG][nvdpu])*(?:,[Ap](?:[oPG][nvdpu])*)*,?&[ApX](?:[oPG][nvdpu])*R(?![pAXZ])"
)


def speaks(kinds: str, at: int, reading: Reading) -> bool:
    """Whether the end of a list is the speaker: "killed 53, including 49 guards, Omar Said(, the mayor,) said"."""
    if kinds[at] not in "pAX" or reading.trigger >= at:
        return False
    if kinds[at] != "X" and kinds[at - 1 : at] == "," and SPEAKS.match(kinds, at + 1):
        return True
    return any(said.start() < at < said.end() for said in _THEY_SPEAK.finditer(kinds, reading.trigger))
