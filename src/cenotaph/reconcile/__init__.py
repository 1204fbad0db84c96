"""What stands: claims → incidents, series, disputes, and the figures that a published policy makes of them."""

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
    "Claimant",
    "Dispute",
    "Incident",
    "Join",
    "Label",
    "Position",
    "Precision",
    "Reason",
    "Said",
    "Series",
    "Statement",
    "Step",
    "Tally",
]
