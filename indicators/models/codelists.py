"""What the codelists may say: sectors, units, areas, breakdowns."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from indicators.models.base import ExactFraction, Id, Label, Line, Model, Text, UnitCode, bad


class Sector(Model):
    """A sector (领域): one page of the dashboard."""

    id: Id
    name: Text = Field(description="领域名称 · The sector's name")
    description: Text = Field(description="一句话说明 · One sentence of what it holds")


class SectorsFile(Model):
    """``data/sectors.yaml``: the sectors, in the order of the navigation."""

    sectors: tuple[Sector, ...] = Field(min_length=1, description="领域 · Sectors")


class UnitEntry(Model):
    """A unit (计量单位) and the ways documents write it."""

    id: Id
    name: Text = Field(description="单位名称 · The unit's name")
    label: Label = Field(description="写在数字后面的字样 · What is written after the number")
    written: tuple[Line, ...] = Field(
        (),
        description="文件里的各种写法；名次由语法识别，不写 · The ways documents write it",
        examples=[["公里", "千米", "km"]], json_schema_extra=bad("公里，千米"),
    )
    kind: Literal[
        "count", "length", "area", "money", "ratio", "points", "multiple", "compute", "rank",
        "duration", "events", "power",
    ] = Field(description="量的种类 · The kind of quantity")
    base: UnitCode | None = Field(
        None, description="换算到哪个单位 · The unit it converts to", examples=["metre"]
    )
    factor: ExactFraction = Field(
        Fraction(1), description="等于几个基准单位，可写分数 · How many of the base unit",
        examples=["1000", "2000/3"], json_schema_extra=bad("一千", "1,000"),
    )
    generic: Literal["yes", "no"] = Field(
        "no", description="可作任何计数指标的量词（如“个”） · Counts anything, as 个 does"
    )


class UnitsFile(Model):
    """``data/units.yaml``."""

    units: tuple[UnitEntry, ...] = Field(min_length=1, description="计量单位 · Units")


class Area(Model):
    """A reference area (地区), by its code of GB/T 2260."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{2,12}$")] = Field(
        description="地区代码，按 GB/T 2260 · The area's code in GB/T 2260", examples=["440100"],
        json_schema_extra=bad("广州"),
    )
    name: Text = Field(description="地区名称 · The area's name")
    whole: Text | None = Field(
        None, description="句中怎样称呼这个地区（全市） · What a sentence calls the area"
    )


class AreasFile(Model):
    """``data/areas.yaml``."""

    areas: tuple[Area, ...] = Field(min_length=1, description="地区 · Areas")


class BreakdownCode(Model):
    """One value of a breakdown."""

    id: Id
    name: Text = Field(description="名称 · Name")


class Breakdown(Model):
    """A breakdown (分组), such as the telecommunications operator."""

    id: Id
    name: Text = Field(description="分组名称 · The breakdown's name")
    codes: tuple[BreakdownCode, ...] = Field(min_length=1, description="各组 · Its values")


class BreakdownsFile(Model):
    """``data/breakdowns.yaml``."""

    breakdowns: tuple[Breakdown, ...] = Field(min_length=1, description="分组 · Breakdowns")
