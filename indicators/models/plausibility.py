"""How far a figure may lie from its neighbours before someone has to look: `evidence.yaml`, `plausible`.

An indicator may narrow or widen what holds for its kind of quantity.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import Field

from indicators.models.base import Model, Number, bad

Rate = Annotated[Number, Field(ge=0)]
"""A number that isn't negative."""


class Tolerance(Model):
    """What is plausible between two figures of one thing; whatever is left out is as for its kind."""

    rise: Rate | Literal["any"] | None = Field(
        default=None,
        description="一年最多增加原数的几倍，按年数累加：2 即一年后至多三倍、两年后至多五倍；"
        "any 不限 · The most it rises by in a year, in multiples of the earlier figure and added up "
        "by years: 2 is three times as much after a year, five times after two; any is no limit",
        examples=["2"], json_schema_extra=bad("200%"),
    )
    fall: Rate | Literal["any"] | None = Field(
        default=None,
        description="往回看的同一个数：1 即一年后至少剩一半、两年后至少三分之一；0 即不会减少；any 不限 · "
        "The same looking back: 1 leaves at least a half after a year and a third after two; 0 never "
        "falls; any is no limit",
        examples=["0.5"], json_schema_extra=bad("50%"),
    )
    slack: Rate | None = Field(
        default=None,
        description="相差不超过这么多的不管，以指标的单位计 · A difference of no more than this, in the "
        "indicator's unit, is never a matter",
        examples=["10"],
    )
    repeat: Rate | Literal["any"] | None = Field(
        default=None,
        description="数印得这样细：变动达到这个比例就会显出来，却一字不差又出现在新的时期，就要核对；any 可以"
        "重复 · A figure printed so finely that a change by this ratio would show is looked at when it "
        "comes again for a new period; any lets it come again",
        examples=["0.025"],
    )


def _of(rise: str, fall: str, slack: str, repeat: str) -> Tolerance:
    return Tolerance.model_validate(
        {"rise": rise, "fall": fall, "slack": slack, "repeat": repeat}
    )


class Plausible(Model):
    """The tolerances of each kind of quantity, and how loosely targets and other scopes are held."""

    stock: Tolerance = Field(default=_of("2", "0.5", "10", "0.025"), description="存量 · Stocks")
    flow: Tolerance = Field(default=_of("2", "2", "10", "0.025"), description="流量 · Flows")
    cumulative: Tolerance = Field(
        default=_of("2", "0", "10", "0.025"),
        description="累计：不会减少 · Cumulative counts: they don't fall",
    )
    share: Tolerance = Field(default=_of("2", "2", "5", "0.005"), description="占比 · Shares")
    growth: Tolerance = Field(default=_of("0", "0", "30", "0.005"), description="增速：只看相差几个百分点 · Growth rates, by points"
    )
    rank: Tolerance = Field(default=_of("0", "0", "10", "any"), description="位次：只看相差几位 · Ranks, by places"
    )
    duration: Tolerance = Field(default=_of("2", "any", "1", "any"),
        description="时长；以年、月计的，增加不会超过其间过去的时间 · Durations; those in years and months "
        "can't lengthen by more than the time between",
    )
    reach: Rate = Field(
        default=Decimal(2),
        description="只印了界限的数，当作离印出的数不超过末位有效数字的几个单位：2 即“超43万”当作不到"
        "45万 · How many units of its last significant digit a figure may be away where only a bound is "
        "printed: 2 takes 超43万 for less than 45万",
    )
    wide: Annotated[Number, Field(ge=1)] = Field(
        default=Decimal(2),
        description="预测、目标和别的口径，增加的幅度放宽几倍 · How many times more forecasts, targets and "
        "other scopes may exceed the facts",
    )
    few: Rate = Field(
        default=Decimal(100),
        description="不足这么多的整数，重复出现不管 · A plain count below this may come again",
    )

    def of(self, kind: str) -> Tolerance:
        """Return what holds for a kind of quantity, a part that isn't declared as by default."""
        declared: Tolerance = getattr(self, kind)
        default: Tolerance = getattr(DEFAULT_PLAUSIBLE, kind)
        return narrowed(default, declared)


def narrowed(one: Tolerance, by: Tolerance | None) -> Tolerance:
    """Return a tolerance with what another declares in its place."""
    if by is None:
        return one
    stated = {name: getattr(by, name) for name in Tolerance.model_fields}
    return one.model_copy(update={key: value for key, value in stated.items() if value is not None})


DEFAULT_PLAUSIBLE: Final = Plausible()
"""What holds where `evidence.yaml` says nothing."""
