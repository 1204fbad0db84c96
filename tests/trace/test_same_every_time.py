"""The same reports give the same origins whatever order Python keeps its sets in."""

import os
import subprocess
import sys
from pathlib import Path

TIE = """
from tests.trace.cascade import claim, report, shared, traced, ways
nine = claim("nine", 9, 9)
first = report("a", "Chad and Iran say that shells killed nine people at the mill.", credits=["Chad", "Iran"], claims=[nine])
second = report("b", "Shells killed nine people at the mill, officials said.", credits=["officials"], claims=[nine])
same = shared(first, "shells killed nine people", second, "Shells killed nine people", "claim")
print(ways(traced(first, second, echoes=[same])))
"""


def test_a_tie_between_two_voices_falls_the_same_way_every_time() -> None:
    told = {_told(seed) for seed in range(8)}
    assert len(told) == 1, told


def _told(seed: int) -> str:
    """What the tie gives in a process whose sets are in the order of a seed."""
    root = Path(__file__).parents[2]
    env = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(root)}
    done = subprocess.run(
        [sys.executable, "-c", TIE], capture_output=True, text=True, check=True, env=env, cwd=root
    )
    return done.stdout
