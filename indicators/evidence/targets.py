"""Targets held against what came of them, where their time is up and a figure of it is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from indicators.catalog import Catalog, Observation
from indicators.evidence.standing import standing
from indicators.figures import Relation
from indicators.figures.periods import period_end
from indicators.models import MeasureType, ObsStatus


class Reached(StrEnum):
    """Whether the printed figures allow saying that a target was reached."""

    YES = "reached"
    NO = "not_reached"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """A target beside the figure of what happened.

    Attributes:
        target: The target.
        outcome: The figure that stands for the same thing at the end of the target's period, or,
            where none is given for just that time, the first one after it.
        verdict: Whether it was reached, as far as the two intervals tell.
        same_time: Whether both speak of one time; a later figure may have been reached later.
    """

    target: Observation
    outcome: Observation
    verdict: Reached
    same_time: bool


def outcomes(
    catalog: Catalog, rows: Iterable[Observation], today: date
) -> list[TargetOutcome]:
    """Return the targets among the rows whose time is up, each with what came of it.

    Args:
        catalog: The catalogue.
        rows: Observations, of any indicators.
        today: The day on which it is asked.

    Returns:
        In the order of the targets; those of which no outcome is known are left out.
    """
    facts: dict[tuple[str, str, str], list[Observation]] = {}
    targets: list[Observation] = []
    for row in rows:
        if row.obs_status is ObsStatus.TARGET:
            targets.append(row)
        elif row.obs_status.happened:
            facts.setdefault((row.indicator, row.ref_area, row.breakdown), []).append(row)
    found = []
    for target in targets:
        end = period_end(target.time_period)
        known = facts.get((target.indicator, target.ref_area, target.breakdown), [])
        outcome = _outcome(catalog, known, target, end) if end <= today else None
        if outcome is not None:
            same = period_end(outcome.time_period) == end
            found.append(TargetOutcome(target, outcome, reached(target, outcome), same))
    return found


def _outcome(
    catalog: Catalog, known: Sequence[Observation], target: Observation, end: date
) -> Observation | None:
    """Return the figure of the target's own time, or of the first time after it."""
    if target.measure_type is MeasureType.FLOW:
        known = [row for row in known if row.time_period == target.time_period]
    after = [row for row in known if period_end(row.time_period) >= end]
    first = min((period_end(row.time_period) for row in after), default=None)
    return standing(catalog, [row for row in after if period_end(row.time_period) == first])


def reached(target: Observation, outcome: Observation) -> Reached:
    """Return whether the intervals allow saying that a target was reached.

    A plain target (达15%) asks for that number or more; 不超过 and a rank for that or less. It was
    reached where every number that the outcome allows is good enough, and missed where none is.
    """
    downward = target.relation in (Relation.LESS_THAN, Relation.AT_MOST) or (
        target.measure_type is MeasureType.RANK
    )
    goal = target.value
    if goal is None:
        goal = target.upper if downward else target.lower
    if goal is None:
        return Reached.OPEN
    strict = target.relation in (Relation.GREATER_THAN, Relation.LESS_THAN)
    if downward:
        return _beyond(
            goal, strict, _turned(outcome.upper), outcome.upper_included, _turned(outcome.lower),
            outcome.lower_included, down=True,
        )
    return _beyond(
        goal, strict, outcome.lower, outcome.lower_included, outcome.upper, outcome.upper_included,
        down=False,
    )


def _turned(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.copy_negate()


def _beyond(
    goal: Decimal, strict: bool, least: Decimal | None, least_included: bool,
    most: Decimal | None, most_included: bool, *, down: bool,
) -> Reached:
    """Compare the ends of an outcome with a goal that is to be reached from below."""
    wanted = goal.copy_negate() if down else goal
    if least is not None and (
        least > wanted or (least == wanted and (not strict or not least_included))
    ):
        return Reached.YES
    if most is not None and (
        most < wanted or (most == wanted and (strict or not most_included))
    ):
        return Reached.NO
    return Reached.OPEN
