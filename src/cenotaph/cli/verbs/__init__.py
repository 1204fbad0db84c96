"""The verbs: what each takes and how its help reads. What they do is loaded when one is called, so that starting stays
quick.

A verb joins the program by being defined; `--help` lists them in the order in which the files below are loaded.
"""

# isort: off
from cenotaph.cli.verbs.group import cenotaph
from cenotaph.cli.verbs.reading import find, read
from cenotaph.cli.verbs.capturing import capture
from cenotaph.cli.verbs.listing import claims, handlings, problems, reports, show
from cenotaph.cli.verbs.judging import judge
from cenotaph.cli.verbs.profiling import profile
from cenotaph.cli.verbs.tracing import trace
from cenotaph.cli.verbs.reconciling import disputes, incidents, series, tally
from cenotaph.cli.verbs.registering import sources
from cenotaph.cli.verbs.flowing import flow
from cenotaph.cli.verbs.persons import persons
from cenotaph.cli.verbs.exporting import export, unmask
from cenotaph.cli.verbs.evidence import checkpoint, copy, verify
from cenotaph.cli.verbs.refinding import refind
from cenotaph.cli.verbs.scoring import score
from cenotaph.cli.verbs.serving import accounts, serve
# isort: on

__all__ = [
    "accounts",
    "capture",
    "cenotaph",
    "checkpoint",
    "claims",
    "copy",
    "disputes",
    "export",
    "find",
    "flow",
    "handlings",
    "incidents",
    "judge",
    "persons",
    "problems",
    "profile",
    "read",
    "refind",
    "reports",
    "score",
    "series",
    "serve",
    "show",
    "sources",
    "tally",
    "trace",
    "unmask",
    "verify",
]
