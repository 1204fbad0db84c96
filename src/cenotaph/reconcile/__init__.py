"""What stands: claims → incidents, series, disputes, and the figures that a published policy makes of them."""

from cenotaph.reconcile.disputes import disputes
from cenotaph.reconcile.flow import flow
from cenotaph.reconcile.flow_values import Evidence, Figure, Flow, Move, Stop, Told
from cenotaph.reconcile.guards import Addend, Basis, Sum, add, headline, may_not_add
from cenotaph.reconcile.incidents import Incidents, Known, Met, finished, incidents, join
from cenotaph.reconcile.person_values import Match, Mention, People, Person, Point
from cenotaph.reconcile.persons import mentions_of, people
from cenotaph.reconcile.policies import POLICIES
from cenotaph.reconcile.profile import Party, Profile, ProfileError, Start, Voice, read_profile
from cenotaph.reconcile.resolving import resolved
from cenotaph.reconcile.rules import Options, Policy, Rule, Treatment
from cenotaph.reconcile.series import flagged, series
from cenotaph.reconcile.stations import NOWHERE, Station
from cenotaph.reconcile.tally import Tallies, tally
from cenotaph.reconcile.values import (
    Claimant,
    Dispute,
    Incident,
    Join,
    Label,
    Position,
    Precision,
    Reason,
    Said,
    Series,
    Statement,
    Step,
    Tally,
)

__all__ = [
    "NOWHERE",
    "POLICIES",
    "Addend",
    "Basis",
    "Claimant",
    "Dispute",
    "Evidence",
    "Figure",
    "Flow",
    "Incident",
    "Incidents",
    "Join",
    "Known",
    "Label",
    "Match",
    "Mention",
    "Met",
    "Move",
    "Options",
    "Party",
    "People",
    "Person",
    "Point",
    "Policy",
    "Position",
    "Precision",
    "Profile",
    "ProfileError",
    "Reason",
    "Rule",
    "Said",
    "Series",
    "Start",
    "Statement",
    "Station",
    "Step",
    "Stop",
    "Sum",
    "Tallies",
    "Tally",
    "Told",
    "Treatment",
    "Voice",
    "add",
    "disputes",
    "finished",
    "flagged",
    "flow",
    "headline",
    "incidents",
    "join",
    "may_not_add",
    "mentions_of",
    "people",
    "read_profile",
    "resolved",
    "series",
    "tally",
]
