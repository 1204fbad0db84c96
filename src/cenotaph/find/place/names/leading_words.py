"""Words that tell what a preposition before a place's name leads to: those of `leads.py`."""

HOLDING = frozenset(("control", "controls", "controlled", "controlling", "hold", "holds", "held", "over"))
STAYING = frozenset(
    ("in", "at", "on", "near", "outside", "inside", "around", "across", "from", "within", "throughout")
)
STANDING = frozenset(
    ("in", "at", "on", "near", "outside", "inside", "hit", "struck", "targeted", "stormed", "attacked")
)
PARTLY = frozenset(
    ("of", "the", "a", "an", "its", "their", "several", "some", "one", "two", "three", "front")
)
OF_PERSONS = frozenset(
    ("killing", "murder", "shooting", "massacre", "deaths", "victims", "crime", "action", "events")
)
RAINED = frozenset(
    (
        "raids",
        "airstrikes",
        "strikes",
        "shelling",
        "bombardment",
        "bombardments",
        "airstrike",
        "offensive",
        "assault",
        "bomb",
        "bombs",
        "rockets",
        "shells",
        "missiles",
        "mortars",
        "dropped",
        "fell",
        "landed",
        "rained",
    )
)
PARTICLED = frozenset(
    (
        "handing",
        "warding",
        "fending",
        "staving",
        "handed",
        "hand",
        "hands",
        "looms",
        "loomed",
        "concern",
        "concerns",
        "tension",
        "tensions",
    )
)
STORMED = frozenset(
    (
        "sneaked",
        "burst",
        "broke",
        "stormed",
        "crashed",
        "swept",
        "poured",
        "marched",
        "barged",
        "slammed",
        "rammed",
        "ploughed",
        "plowed",
        "smashed",
        "ripped",
    )
)
SPOTS = frozenset(("site", "place"))  # "The site of Indonesia's deadliest attack".
ROADS = frozenset(("road", "highway", "motorway", "route", "freeway"))
NAMED = frozenset(("named", "called"))
REMOTE = frozenset(("far", "deep", "extreme", "remote"))
COMPASS = frozenset(("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"))
