"""Where reports share something, and where their claims come from."""

from cenotaph.trace.drift import Drift
from cenotaph.trace.echo import Echo
from cenotaph.trace.echoes import EchoIndex, Shelving, echoes, sweep
from cenotaph.trace.independence import Independence, independent, voice
from cenotaph.trace.naming import without_opening_capital
from cenotaph.trace.reading import Reading
from cenotaph.trace.register import Register
from cenotaph.trace.retelling import Traced
from cenotaph.trace.shipped import house_of, shipped_name
from cenotaph.trace.source import RegisterEntry, SourceCorrection, SourceKind, SourceRef
from cenotaph.trace.tracing import Thing, Trace, TracedReport, Tracer, trace, traced_world
from cenotaph.trace.ways import Path

__all__ = [
    "Drift",
    "Echo",
    "EchoIndex",
    "Independence",
    "Path",
    "Reading",
    "Register",
    "RegisterEntry",
    "Shelving",
    "SourceCorrection",
    "SourceKind",
    "SourceRef",
    "Thing",
    "Trace",
    "Traced",
    "TracedReport",
    "Tracer",
    "echoes",
    "house_of",
    "independent",
    "shipped_name",
    "sweep",
    "trace",
    "traced_world",
    "voice",
    "without_opening_capital",
]
