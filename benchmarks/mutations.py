"""Mutated files through the readers: each must end in reports or problems, within 5 seconds, and all within 1 GB.

usage: mutations.py [--files N] [--seed N] [--guided N]

The files are the sample's and those that the tests make: HTML, PDF, WARC, WACZ, feeds, mail, Word, workbooks, tables, JSON. Each
is mutated by 1 to 8 steps: bits turned, stretches cut, doubled, moved in from another file, tokens of its format put in, ends cut
off. With --guided N, N further files are made by a coverage-guided fuzzer (atheris, which is to be installed by hand).
What fails is written to mutated-FORMAT-NUMBER in the current folder, and the exit code is 1.
"""

import argparse
import resource
import signal
import sys
from collections import Counter
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from tests.read.mutants import fault, mutants, seeds, too_slow

MEGABYTES = 1000


def run(number: int, seed: int) -> int:
    """Read so many mutants and print what came of them; how many failed."""
    signal.signal(signal.SIGALRM, too_slow)
    began, failed, slowest = monotonic(), 0, (0.0, "")
    kinds: Counter[str] = Counter()
    for count, (name, data) in enumerate(mutants(number, seed)):
        start = monotonic()
        wrong = fault(name, data)
        slowest = max(slowest, (monotonic() - start, name))
        kinds[Path(name).suffix] += 1
        if wrong:
            failed += 1
            Path(f"mutated-{count}-{name}").write_bytes(data)
            print(f"  mutated-{count}-{name}: {wrong}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{number:,} files ({', '.join(f'{many:,} {kind}' for kind, many in sorted(kinds.items()))})")
    print(
        f"{failed} failed, slowest {slowest[0]:.2f} s ({slowest[1]}), at most {peak:.0f} MB, {monotonic() - began:.0f} s in all"
    )
    return failed + (peak > MEGABYTES)


def guided(number: int) -> None:
    """Let atheris make so many files out of the seeds, led by the lines that they reach; it ends the process itself."""
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]

    names, whole = list(seeds()), seeds()
    atheris.instrument_all()

    def one(data: bytes) -> None:
        if not data:
            return
        name = names[data[0] % len(names)]
        wrong = fault(name, data[1:] or whole[name])
        if wrong:
            raise AssertionError(f"{name}: {wrong}")

    signal.signal(signal.SIGALRM, too_slow)
    corpus = Path("mutations-corpus")
    corpus.mkdir(exist_ok=True)
    for number_, (_, data) in enumerate(whole.items()):
        (corpus / f"seed-{number_}").write_bytes(bytes([number_]) + data)
    atheris.Setup([sys.argv[0], f"-runs={number}", "-rss_limit_mb=1000", "-max_len=20000", str(corpus)], one)
    atheris.Fuzz()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", type=int, default=0, metavar="N")
    options = parser.parse_args()
    failed = run(options.files, options.seed)
    if options.guided:
        guided(options.guided)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
