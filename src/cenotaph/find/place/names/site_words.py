"""Words that tell which names of a sentence are places and which are none."""

LISTS = frozenset((",", "and", ", and", "AND", ", AND"))
POINTS = frozenset(
    (
        "eastern",
        "western",
        "northern",
        "southern",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "central",
    )
)
NAMED_DIRECTIONS = frozenset(("new", "old", "north", "south", "west", "east", "upper", "lower", "greater"))
MANY = frozenset(
    (
        "villages",
        "towns",
        "cities",
        "districts",
        "provinces",
        "neighborhoods",
        "neighbourhoods",
        "departments",
        "counties",
    )
)
TIED = frozenset(("of", "for", "with", "by"))  # "Held for the Orlando shooting".
ORGANISATIONS = frozenset(("un", "u.n", "u.n.", "nato", "isaf"))
RETAKEN = frozenset(("retook", "recaptured", "retaken"))
VESSELS = frozenset(
    ("cruiser", "frigate", "warship", "destroyer", "submarine", "ferry", "tanker", "vessel", "ship", "yacht")
)
NAMELESS = frozenset(("community", "communities", "village", "villages", "settlements"))
