"""What proofing a text finds: each of its figures with a verdict, and what it was held against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from indicators.catalog import Observation
from indicators.models import ObsStatus


class Verdict(StrEnum):
    """What is said of a figure."""

    AGREES = "agrees"
    ROUNDED = "rounded"
    OUTDATED = "outdated"
    LOST_BOUND = "lost_bound"
    PAST_BOUND = "past_bound"
    MAGNITUDE = "magnitude"
    OTHER_PERIOD = "other_period"
    AHEAD = "ahead"
    OTHER_INDICATOR = "other_indicator"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


class Colour(StrEnum):
    """How a figure is set off: by what is to be done about it."""

    RIGHT = "right"
    OLD = "old"
    WRONG = "wrong"
    OPEN = "open"


COLOURS: Final[Mapping[Verdict, Colour]] = {
    Verdict.AGREES: Colour.RIGHT, Verdict.ROUNDED: Colour.RIGHT, Verdict.OUTDATED: Colour.OLD,
    Verdict.LOST_BOUND: Colour.WRONG, Verdict.PAST_BOUND: Colour.WRONG, Verdict.MAGNITUDE: Colour.WRONG,
    Verdict.OTHER_PERIOD: Colour.WRONG, Verdict.AHEAD: Colour.WRONG, Verdict.OTHER_INDICATOR: Colour.WRONG,
    Verdict.DIFFERS: Colour.WRONG, Verdict.UNKNOWN: Colour.OPEN,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure of the text.

    Attributes:
        start: Where it begins in the text, its bound word included.
        end: Where it ends.
        line: Its line, from 1.
        column: Its column, from 1.
        text: The figure as printed.
        section: The section it stands in; empty if the text has no numbering.
        verdict: What is said of it.
        indicator: The indicator that the sentence speaks of; empty if that isn't sure.
        period: The period that the text gives it; empty if it gives none.
        status: Whether the text tells of it as a fact, a target or a forecast.
        row: What it was held against, and what should be said; None if nothing is known.
        printed: The claim whose number it is, where that is another one: of another year, of another
            indicator.
        power: By how many powers of ten it is off; 0 where that isn't the fault.
        candidates: What it may be, for a figure that isn't known here; the likeliest first.
    """

    start: int
    end: int
    line: int
    column: int
    text: str
    section: str
    verdict: Verdict
    indicator: str
    period: str
    status: ObsStatus
    row: Observation | None = None
    printed: Observation | None = None
    power: int = 0
    candidates: tuple[Observation, ...] = ()

    @property
    def colour(self) -> Colour:
        """How it is set off."""
        return COLOURS[self.verdict]

    @property
    def is_wrong(self) -> bool:
        """Whether something has to be changed."""
        return self.colour in (Colour.WRONG, Colour.OLD)


@dataclass(frozen=True, slots=True)
class Proof:
    """A text held against the catalogue.

    Attributes:
        text: The text.
        findings: Its figures, in order.
    """

    text: str
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The figures that have to be changed."""
        return tuple(finding for finding in self.findings if finding.is_wrong)

    @property
    def counts(self) -> Mapping[Verdict, int]:
        """How many figures have each verdict, in the order of the verdicts."""
        found = Counter(finding.verdict for finding in self.findings)
        return {verdict: found[verdict] for verdict in Verdict}

    @property
    def stretches(self) -> tuple[tuple[int, int, Colour, int], ...]:
        """The coloured stretches: start, end, colour, and the number of the finding; none overlaps."""
        made: list[tuple[int, int, Colour, int]] = []
        done = 0
        for number, finding in enumerate(self.findings):
            start = max(finding.start, done)
            if start < finding.end:
                made.append((start, finding.end, finding.colour, number))
                done = finding.end
        return tuple(made)
