"""Read thousands of damaged decks and catalogues: none may end in a traceback.

`python -m tests.benchmarks.hostile damaged --decks 5000 --catalogues 10000`; the suite reads a sample.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from tests.catalog import random_damage
from tests.decks import damage


def read_all(
    what: str, made: Iterable[tuple[str, Any]], outcome: Callable[[Any], str]
) -> int:
    """Read all, print what became of them and which took longest; return how many went wrong."""
    outcomes: Counter[str] = Counter()
    times: list[tuple[float, str]] = []
    wrong = 0
    for name, data in made:
        start = time.process_time()
        try:
            outcomes[outcome(data)] += 1
        except Exception:  # noqa: BLE001 - any at all is what is looked for
            wrong += 1
            print(f"{what} {name}:", file=sys.stderr, flush=True)
            traceback.print_exc()
        times.append((time.process_time() - start, name))
    found = ", ".join(f"{kind} {number:,}" for kind, number in outcomes.most_common())
    slowest = "; ".join(f"{name[:60]} {seconds:.2f} s" for seconds, name in sorted(times)[:-4:-1])
    print(f"{what}: {len(times):,} read: {found}; errors of the program: {wrong}; slowest: {slowest}", flush=True)
    return wrong


def main(arguments: Sequence[str]) -> int:
    """Read as many as asked for; 1 if any ends in a traceback."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.hostile damaged", description=__doc__)
    parser.add_argument("--decks", type=int, default=5000)
    parser.add_argument("--catalogues", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args(arguments)
    by_hand = list(damage.hostile_decks())[: options.decks]
    left = options.decks - len(by_hand)
    wrong = read_all("decks", chain(by_hand, islice(damage.random_damages(), left)), damage.outcome)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        wrong += read_all(
            "catalogues", islice(random_damage.random_damages(options.seed), options.catalogues),
            lambda files: random_damage.outcome(random_damage.written(files, folder)),
        )
    return 1 if wrong else 0
