"""Where reports share something, and where their claims come from."""

from cenotaph.trace.drift import Drift
from cenotaph.trace.echo import Echo
from cenotaph.trace.echoes import EchoIndex, echoes
from cenotaph.trace.independence import Independence, independent, voice
from cenotaph.trace.origins import Path
from cenotaph.trace.reading import Reading
from cenotaph.trace.register import Register, house_of
from cenotaph.trace.retelling import Traced
from cenotaph.trace.same_claims import claim_echoes
from cenotaph.trace.source import SourceRef
from cenotaph.trace.tracing import Thing, Trace, TracedReport, trace

__all__ = [
    "Drift",
    "Echo",
    "EchoIndex",
    "Independence",
    "Path",
    "Reading",
    "Register",
    "SourceRef",
    "Thing",
    "Trace",
    "Traced",
    "TracedReport",
    "claim_echoes",
    "echoes",
    "house_of",
    "independent",
    "trace",
    "voice",
]
