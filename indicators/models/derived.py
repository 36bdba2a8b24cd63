"""What ``data/derived.yaml`` may say: measures that follow from printed figures, and how."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from indicators.models.base import (
    Id,
    IndicatorCode,
    Model,
    Number,
    PeriodText,
    Text,
    UnitCode,
)

DerivedKind = Literal["share", "per", "growth"]


class Derived(Model):
    """A measure that no document prints: it follows from figures that documents do print."""

    id: Id
    name: Text = Field(description="叫什么 · What it is called")
    kind: DerivedKind = Field(
        description="share 占上级地区的比重；per 两个数之比；growth 两个时期之间的增长 · share: of what the place lies "
        "in; per: one number to another of the same place; growth: between two periods",
        examples=["per"],
    )
    numerator: IndicatorCode = Field(
        description="分子；增长是哪个指标的 · The numerator; for growth, the indicator",
        examples=["base_stations_5g"],
    )
    denominator: IndicatorCode | None = Field(
        None, description="分母；增长不写 · The denominator; none for growth", examples=["usual_residents"]
    )
    of: Literal["nation", "province"] | None = Field(
        None, description="比重是占全国还是占全省 · Of what a share is taken", examples=["nation"]
    )
    times: Annotated[Number, Field(gt=0)] = Field(
        default=Decimal(1),
        description="每多少：每万人写 10000，百分比写 100 · Per how many: 10000 for every ten thousand people, "
        "100 for per cent",
        examples=["10000"],
    )
    within: Annotated[int, Field(ge=0, le=24)] = Field(
        0,
        description="分母的时期末与分子的最多相隔几个月 · How many months the ends of the two periods may lie apart",
        examples=["3"],
    )
    unit: UnitCode = Field(description="算出来的单位 · The unit of what comes out", examples=["percent"])
    beside: IndicatorCode | None = Field(
        None,
        description="文件自己印出的同类指标：并排，不同轴 · The indicator of the same kind that documents print: "
        "shown beside it, never on one axis",
        examples=["base_stations_5g_per_10k"],
    )
    because: Text = Field(
        description="为什么可以这样算、要注意什么，会给读者看 · Why it may be derived so and what to mind; readers see it"
    )


class View(Model):
    """A comparison of places that is worth an address: an indicator, around a date."""

    id: Id
    name: Text = Field(description="比什么，一句话 · What is compared, in a few words")
    indicator: IndicatorCode = Field(description="哪个指标 · The indicator", examples=["base_stations_5g"])
    near: PeriodText | None = Field(
        None, description="看哪个时期，不写是各地最新的 · The period looked at; the newest of each without it",
        examples=["2023"],
    )
    within: Annotated[int, Field(ge=0, le=240)] = Field(
        12, description="各地的时期末最多相隔几个月 · How many months the ends of the periods may lie apart",
        examples=["0"],
    )


class DerivedFile(Model):
    """``data/derived.yaml``."""

    derived: tuple[Derived, ...] = Field(min_length=1, description="算出来的指标 · Derived measures")
    views: tuple[View, ...] = Field((), description="值得有网址的各地比较 · Comparisons of places worth an address")
