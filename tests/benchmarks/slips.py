"""Measure how many slips `check` finds: ``python -m tests.benchmarks.slips``.

Every claim of the data is spoiled in one place at a time, the whole check runs on each, and a table
says per kind of slip how many were tried and how many gave a problem that wasn't there before; once
for all claims, once for those that have a neighbour, which is what a figure can be held against:
another claim of the same thing at another time or in another document, or a declared relation. The
last column says how many of those are found without that, by the other checks alone.
Nothing is written to the data folder, and the same seed makes the same slips.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from indicators.catalog import TOTAL, Catalog, CatalogReader, Observation, data_folder
from indicators.evidence.judging import checked
from indicators.models import Indicator
from indicators.reading.kinds import PLAUSIBILITY_PROBLEMS
from indicators.reading.problems import Problem
from tests.benchmarks.spoiling import KINDS, Slip, Spoiler


def problems_of(catalog: Catalog) -> tuple[Problem, ...]:
    """Return everything that `check` reports of a catalogue."""
    return checked(catalog).problems


def with_neighbour(catalog: Catalog) -> set[Observation]:
    """Return the claims that there is something to hold against."""
    series = Counter((row.indicator, row.ref_area, row.breakdown) for row in catalog.observations)
    areas = Counter((row.indicator, row.ref_area) for row in catalog.observations)
    related: dict[str, set[str]] = {}
    for name, entry in catalog.indicators.items():
        for other in _relatives(entry):
            related.setdefault(name, set()).add(other)
            related.setdefault(other, set()).add(name)
    return {
        row for row in catalog.observations
        if series[row.indicator, row.ref_area, row.breakdown] > 1
        # A part has a total, a total has parts.
        or areas[row.indicator, row.ref_area] > 1
        or (row.breakdown == TOTAL
        and any((name, row.ref_area) in areas for name in related.get(row.indicator, ())))
    }


def _relatives(entry: Indicator) -> Iterable[str]:
    yield from (name for name in (entry.subset_of, entry.increment_of) if name)
    yield from (other.with_ for other in entry.other_scope)
    if entry.ratio_of is not None:
        yield from (entry.ratio_of.numerator, entry.ratio_of.denominator)
    if entry.growth_of is not None:
        yield entry.growth_of.indicator


class Trial:
    """Runs the check on one slip after another.

    Args:
        folder: The data folder.
        seed: What the choices of a slip follow from.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self._reader = CatalogReader(folder)
        self.catalog = self._reader.read()
        self.before = problems_of(self.catalog)
        self._known = Counter(map(_said, self.before))
        self.spoiler = Spoiler(self.catalog, seed)
        self.neighboured = with_neighbour(self.catalog)

    def found(self, slip: Slip) -> list[Problem]:
        """Return the problems that a slip brings about."""
        catalog = self._reader.read(instead={slip.row.file: slip.data})
        known = self._known.copy()
        new = []
        for problem in problems_of(catalog):
            if known[_said(problem)]:
                known[_said(problem)] -= 1
            else:
                new.append(problem)
        return new


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.code, problem.message("en")


def _share(found: int, tried: int) -> str:
    return f"{found:4} of {tried:3}  {found / tried:5.0%}" if tried else "   – of   –       "


def main() -> None:
    """Spoil, check, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=data_folder(), help="the data folder")
    parser.add_argument("--seed", type=int, default=0, help="which digits, which year, and so on")
    parser.add_argument("--kind", choices=KINDS, action="append", help="this kind alone; repeatable")
    parser.add_argument("--list", action="store_true", help="each slip, and the codes that it gave")
    options = parser.parse_args()
    trial = Trial(options.data, options.seed)
    claims = len(trial.catalog.observations)
    print(
        f"{claims} claims, {len(trial.neighboured)} with a neighbour; seed {options.seed}\n"
        f"false alarms on the unspoiled data: {len(trial.before)}\n"
    )
    print(f"{'slip':22}  {'all claims: found':19}  {'with a neighbour':19}  without holding it against")
    totals: Counter[str] = Counter()
    for kind in options.kind or KINDS:
        counts: Counter[str] = Counter()
        for slip in trial.spoiler.slips(kind):
            found = trial.found(slip)
            near = slip.row in trial.neighboured
            alone = any(problem.code not in PLAUSIBILITY_PROBLEMS for problem in found)
            counts += Counter(
                tried=1, found=bool(found), near=near, near_found=near and bool(found),
                near_alone=near and alone,
            )
            if options.list:
                codes = ", ".join(sorted({problem.code for problem in found})) or "–"
                place = f"{slip.row.indicator} {slip.row.breakdown} {slip.row.time_period}"
                mark = "" if near else "   (no neighbour)"
                print(f"    {place}: {slip.row.figure} → {slip.now}   {codes}{mark}")
        totals += counts
        _print(kind, counts)
    _print("all", totals)


def _print(kind: str, counts: Counter[str]) -> None:
    print(
        f"{kind:22}  {_share(counts['found'], counts['tried'])}"
        f"  {_share(counts['near_found'], counts['near'])}"
        f"  {_share(counts['near_alone'], counts['near'])}"
    )


if __name__ == "__main__":
    main()
