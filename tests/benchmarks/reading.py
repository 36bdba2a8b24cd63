"""Measure reading: ``python -m tests.benchmarks.reading``.

Reading and checking a made catalogue is held against ``yaml.load(…, Loader=CSafeLoader)`` alone on
the same bytes, in turns, in one run: the ratio says more than seconds, which are the machine's.
``--large --claims 1000000 --documents 25000`` measures what is done for a nation's documents.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import yaml

from indicators.catalog import CatalogReader, data_folder, normalising, read_catalog
from tests.benchmarks.made import write_catalog


def best(*functions: Callable[[], object], rounds: int) -> list[float]:
    """Return the least CPU seconds each function took, run in turns so that all fare alike."""
    least = [float("inf")] * len(functions)
    for _ in range(rounds):
        for number, function in enumerate(functions):
            gc.collect()
            start = time.process_time()
            result = function()
            least[number] = min(least[number], time.process_time() - start)
            del result
    return least


def measure_reading(folder: Path, rounds: int) -> None:
    """Print how long reading takes, whole and after one change, against loading the YAML alone."""
    contents = [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]

    def load() -> object:
        return [yaml.load(content, Loader=yaml.CSafeLoader) for content in contents]

    catalog = read_catalog(folder)
    if catalog.problems or len(catalog.observations) < 100:
        raise SystemExit(f"the made catalogue has {len(catalog.problems)} problems")
    print(
        f"{len(catalog.observations)} claims in {len(catalog.documents)} documents, "
        f"{sum(map(len, contents)) / 1e6:.1f} MB"
    )

    def read() -> object:
        normalising.forget()  # Each round begins as a new process does.
        return read_catalog(folder)

    bare, whole = best(load, read, rounds=rounds)
    print(f"yaml.load(CSafeLoader) alone   {bare:7.3f} s")
    print(f"read_catalog, all of it        {whole:7.3f} s   ratio {whole / bare:.2f}")

    reader = CatalogReader(folder)
    reader.read()
    changed = sorted((folder / "documents").glob("*.yaml"))[0]
    text = changed.read_text(encoding="utf-8")
    count = 0

    def touch() -> None:
        nonlocal count
        count += 1
        changed.write_text(f"# {count}\n{text}", encoding="utf-8")

    def again() -> object:
        touch()
        return reader.read()

    def one() -> object:
        return yaml.load(text, Loader=yaml.CSafeLoader)

    changed_one, unchanged, bare_one = best(again, reader.read, one, rounds=rounds)
    print(f"again, one file changed        {changed_one:7.3f} s   ratio {changed_one / whole:.3f} of the whole")
    print(f"again, nothing changed         {unchanged:7.3f} s   (yaml.load of one file {bare_one:.4f} s)")


def measure_table(folder: Path, rounds: int) -> None:
    """Print how long the table takes, and what a page looks up in it."""
    from indicators.ui.state import make_dashboard

    catalog = read_catalog(folder)
    many = replace(catalog, observations=tuple(catalog.observations) * 5)
    (made,) = best(lambda: make_dashboard(many), rounds=min(rounds, 3))
    board = make_dashboard(many)
    sector, indicator = next(iter(catalog.sectors)), next(iter(catalog.indicators))
    board.rows_of("sector", sector)
    rows, newest = best(
        lambda: board.rows_of("sector", sector), lambda: board.latest(indicator), rounds=rounds
    )
    print(f"the table of {len(many.observations):,} rows     {made:7.3f} s, once for each change of the data")
    print(f"a sector's rows, the newest    {rows * 1000:7.3f} ms, {newest * 1000:.3f} ms, at each run of a page")


def measure_commands(rounds: int) -> None:
    """Print the CPU seconds of commands on the project's own data, imports included."""
    for command in (["check"], ["figure", "超43万公里"]):
        least = float("inf")
        for _ in range(rounds):
            script = (
                "import sys, time; from indicators.cli import main; main(sys.argv[1:]); "
                "print(time.process_time(), file=sys.stderr)"
            )
            done = subprocess.run(
                [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True
            )
            least = min(least, float(done.stderr.split()[-1]))
        print(f"{'indicators ' + command[0]:30} {least:7.3f} s of CPU, imports included")


_READS = """
import resource, sys, time
from pathlib import Path
from indicators.catalog import many, read_catalog
if sys.argv[2]:
    many._processors = lambda: int(sys.argv[2])
begun, used = time.perf_counter(), time.process_time()
found = read_catalog(Path(sys.argv[1]))
assert not found.problems, len(found.problems)
taken, used = time.perf_counter() - begun, time.process_time() - used
apart = resource.getrusage(resource.RUSAGE_CHILDREN)
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{taken:7.2f} s, {used:.1f} s of a core here, {apart.ru_utime + apart.ru_stime:.1f} in others, "
      f"at most {most:.0f} MB here; {len(found.observations):,} observations")
"""


def measure_large(folder: Path, rounds: int) -> None:
    """Print how long a large folder takes: in one process, in several, and with what was kept of it.

    Each reading is a new process, which imports what it needs beforehand.
    """
    with tempfile.TemporaryDirectory() as kept:
        for what, workers, place in (
            ("in one process", "1", "off"), ("in several", "", "off"),
            ("in several, and kept", "", kept), *[("with what was kept", "", kept)] * rounds,
        ):
            done = subprocess.run(
                [sys.executable, "-c", _READS, str(folder), workers], capture_output=True, text=True,
                check=True, env=os.environ | {"INDICATORS_CACHE": place},
            )
            print(f"{what:30} {done.stdout.strip()}", flush=True)


def main() -> None:
    """Make the catalogue, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--large", action="store_true", help="measure what is done for large folders, alone")
    parser.add_argument("--made", type=Path, help="where the large one is, or is to be kept")
    options = parser.parse_args()
    scratch = Path(tempfile.mkdtemp())
    folder = options.made or scratch / "data"
    try:
        if not folder.exists():
            write_catalog(data_folder(), folder, claims=options.claims, documents=options.documents)
        if options.large or options.made:
            measure_large(folder, options.rounds)
            return
        measure_reading(folder, options.rounds)
        measure_table(folder, options.rounds)
    finally:
        shutil.rmtree(scratch)
    measure_commands(options.rounds)


if __name__ == "__main__":
    main()
