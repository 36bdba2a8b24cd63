"""What follows from all the figures together.

It is found in this one place, so that command line, dashboard and workbench say the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from indicators.catalog import Catalog, Observation
from indicators.catalog.columns import unpacked
from indicators.evidence.bounds import changed_figures, judged, lost_bounds
from indicators.evidence.confirmations import confirmations, weighed
from indicators.evidence.contradictions import Contradiction, contradictions
from indicators.evidence.declared import Declared, declared_in
from indicators.evidence.known import problems as of_records
from indicators.evidence.plausibility import implausible
from indicators.evidence.recalculation import Check, Outcome, recalculate
from indicators.evidence.working import claim_name
from indicators.reading.consequences import ANY, causes_first
from indicators.reading.problems import Problem


@dataclass(frozen=True, slots=True)
class Judgement:
    """What follows from a catalogue.

    Attributes:
        catalog: The catalogue, with everything that is wrong with it among its problems.
        declared: The content of ``evidence.yaml``.
        checks: Every figure calculated anew.
        side_by_side: The figures that stand against each other.
    """

    catalog: Catalog
    declared: Declared
    checks: tuple[Check, ...] = ()
    side_by_side: tuple[Contradiction, ...] = ()

    @property
    def outcomes(self) -> Mapping[Outcome, int]:
        """How many checks have each outcome, but for what is recorded with its reason.

        Figures of several documents that can't all be true count as contradictory.
        """
        counts = Counter(check.outcome for check in self.checks if not check.recorded)
        counts[Outcome.CONTRADICTORY] += sum(one.open for one in self.side_by_side)
        return counts

    @property
    def recorded(self) -> int:
        """How many inconsistencies are recorded with their reason."""
        known = sum(check.recorded for check in self.checks)
        return known + sum(one.alarming and not one.open for one in self.side_by_side)


def sound(catalog: Catalog) -> Catalog:
    """Return the catalogue with the errors that only its figures together show.

    This is quick, and all that has to be known before figures are shown: whatever else `judge`
    finds is a warning.
    """
    return catalog if catalog.errors else _with(catalog, _errors(catalog))


def _errors(catalog: Catalog) -> list[Problem]:
    found = weighed(catalog, confirmations(catalog), {})
    return [problem for problem in found if problem.severity == "error"]


def judge(catalog: Catalog) -> Judgement:
    """Return what follows from a catalogue, and the catalogue with the problems found.

    From a catalogue that couldn't be read without errors nothing follows: what can't be read can't
    be calculated with.

    Args:
        catalog: The catalogue, as read or as `sound` gives it.
    """
    declared = declared_in(catalog)
    if catalog.errors:
        again = frozenset(_errors(catalog))  # Those are found below once more, with all that stands beside them.
        rest = tuple(problem for problem in catalog.problems if problem not in again)
        as_read = replace(catalog, problems=rest)
        if as_read.errors:
            return Judgement(catalog, declared)
        catalog = as_read
    whole, catalog = catalog, unpacked(catalog)  # Here all are looked at many times.
    checks = tuple(recalculate(catalog, declared))
    against = tuple(contradictions(catalog, declared))
    changed = changed_figures(catalog)
    found = [
        *lost_bounds(catalog, changed), *of_records(catalog, declared, checks, changed),
        *_clashing(catalog, against), *implausible(catalog, declared.content.plausible, checks),
    ]
    problems = _with(catalog, found).problems
    if problems is not whole.problems:
        whole = replace(whole, problems=problems)
    return Judgement(whole, declared, checks, against)


def _with(catalog: Catalog, found: Sequence[Problem]) -> Catalog:
    """Return the catalogue with more problems, in their order."""
    if not found:
        return catalog
    together = (*catalog.problems, *_of_claims(catalog, found))
    return replace(catalog, problems=causes_first(together))


def _of_claims(catalog: Catalog, found: Sequence[Problem]) -> list[Problem]:
    """Return problems, each of which says of which claim it is: a slip in that is the cause."""
    rows = {(row.file, row.line): row for row in catalog.observations}
    return [
        replace(problem, needs=(judged(row),))
        if not problem.needs and not problem.hides and (
            row := rows.get((problem.file, problem.line))
        ) else problem
        for problem in found
    ]


def problems_of(catalog: Catalog) -> tuple[Problem, ...]:
    """Return everything that is wrong with a catalogue; a job for another process."""
    return judge(catalog).catalog.problems


def checked(catalog: Catalog) -> Catalog:
    """Return the catalogue with everything that is wrong with it among its problems."""
    return judge(catalog).catalog


def _clashing(catalog: Catalog, found: Sequence[Contradiction]) -> list[Problem]:
    """Return a problem for each figure that can't be true together with one of an older document."""
    problems = []
    for one in found:
        older: dict[Observation, list[Observation]] = {}
        for newer, other in one.clashes:
            older.setdefault(newer, []).append(other)
        for row, others in older.items():
            problems.append(Problem(row.file, row.line, 1, "contradicting-documents", {
                "found": row.figure,
                **{f"indicator_{lang}": claim_name(catalog, row, lang) for lang in ("zh", "en")},
                **{f"expected_{lang}": _named(others, lang) for lang in ("zh", "en")},
                "expected": ", ".join(other.figure for other in others[:_MOST]),
                "code": row.indicator, "documents": f"[{row.document}, {others[0].document}]",
            }, needs=(*(judged(one) for one in (row, *others)), ("evidence", ANY))))
    return problems


_MOST = 3
"""How many documents a problem names."""


def _named(rows: Sequence[Observation], lang: str) -> str:
    """Return figures with the places where they stand."""
    english = lang == "en"
    named = [
        f"{row.figure} ({row.file}:{row.line})" if english else f"{row.figure}({row.file}:{row.line})"
        for row in rows[:_MOST]
    ]
    rest = len(rows) - _MOST
    if rest > 0:
        named.append(f"{rest} more" if english else f"另 {rest} 份文件的数")
    return (", " if english else "、").join(named)
