"""What a ledger stands: killed at random moments, changed by single bytes, written by several at once.

usage: python benchmarks/evidence kill [--rounds 300] [--seed N]      read, judge and copy killed with SIGKILL, on both databases
       python benchmarks/evidence change [--places 1000] [--seed N]   single bytes changed in rows and raw bytes, each looked for by verify
       python benchmarks/evidence write [--writers 4] [--claims 100000]   several writers at once on PostgreSQL

Each prints its figures and exits with 1 where anything was lost, doubled, not completed or not found. PostgreSQL runs as a server
of the benchmark's own; where none is installed, SQLite alone is tried. The test suite runs each with small numbers.
"""

import argparse
import sys
from pathlib import Path

# The server of PostgreSQL is that of the tests.
sys.path.insert(0, str(Path(__file__).parents[2]))

from changing import change
from killing import kill
from writing import write


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("kill", "change", "write"))
    for name, usual in (("rounds", 300), ("places", 1000), ("writers", 4), ("claims", 100_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    given = parser.parse_args()
    runs = {
        "kill": lambda: kill(given.rounds, given.seed),
        "change": lambda: change(given.places, given.seed),
        "write": lambda: write(given.writers, given.claims),
    }
    sys.exit(not runs[given.what]())


if __name__ == "__main__":
    main()
