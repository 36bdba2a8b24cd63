"""What the codelists may say: sectors, units, areas, breakdowns."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from indicators.models.base import (
    AreaCode,
    ExactFraction,
    Id,
    KindCode,
    Label,
    Line,
    Model,
    Text,
    UnitCode,
    bad,
)

ShelfCode = Literal[
    "telecom", "industrial_internet", "compute", "data_elements", "digital_industries",
    "digital_government", "services", "enterprises",
]
"""The shelves of definitions that come with the program."""


class Sector(Model):
    """A sector (领域): one page of the dashboard."""

    id: Id
    name: Text = Field(description="领域名称 · The sector's name")
    description: Text = Field(description="一句话说明 · One sentence of what it holds")


class SectorsFile(Model):
    """``data/sectors.yaml``: the sectors, in the order of the navigation."""

    sectors: tuple[Sector, ...] = Field(min_length=1, description="领域 · Sectors")
    languages: tuple[Literal["zh", "en"], ...] = Field(
        ("zh", "en"), min_length=1,
        description="数据用哪些语言写；看板先用第一种打开 · The languages that the data is written in; the "
        "dashboard opens in the first", examples=[["zh"], ["en", "zh"]],
    )
    shelves: tuple[ShelfCode, ...] = Field(
        (),
        description="随程序附带的定义，草稿凭它们认出本文件夹没有定义的指标 · Shelves of definitions that "
        "come with the program, by which drafts recognise what this folder doesn't define",
        examples=[["telecom", "compute"]],
    )


class UnitKindEntry(Model):
    """A kind of quantity (量的种类) that the program doesn't know by itself."""

    id: Id
    name: Text = Field(description="种类名称 · The kind's name")
    counted: Literal["yes", "no"] = Field(
        "no",
        description="是否数出来的：是，则印出的普通整数就是准确数 · Whether it is counted, so that a "
        "plain printed integer is exact",
    )
    signed: Literal["yes", "no"] = Field(
        "no", description="是否可以小于零（如气温） · Whether it goes below zero, as temperatures do"
    )


class UnitEntry(Model):
    """A unit (计量单位) and the ways documents write it."""

    id: Id
    name: Text = Field(description="单位名称 · The unit's name")
    label: Label = Field(description="写在数字后面的字样 · What is written after the number")
    written: tuple[Line, ...] = Field(
        (),
        description="文件里的各种写法；写在数字两边的，用…代表数字；名次由语法识别，不写 · The ways "
        "documents write it; … stands for the number where it is written around one",
        examples=[["公里", "千米", "km"], ["件/万人", "每万人…件"]], json_schema_extra=bad("公里，千米"),
    )
    also: tuple[Line, ...] = Field(
        (),
        description="与别的单位共用的写法：指标用本单位时按本单位读 · Forms shared with other units, "
        "read as this one where the indicator is counted in it",
        examples=[["条"]],
    )
    english: tuple[Line, ...] = Field(
        (), description="英文文件里的写法 · The ways English documents write it",
        examples=[["kilometres", "kilometers"]],
    )
    kind: KindCode = Field(
        description="量的种类：程序已知的，或本文件 kinds 下的 · The kind of quantity: one that the "
        "program knows, or one under kinds in this file",
        examples=["length"],
    )
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

    kinds: tuple[UnitKindEntry, ...] = Field(
        (), description="另加的量的种类 · Further kinds of quantity"
    )
    units: tuple[UnitEntry, ...] = Field(min_length=1, description="计量单位 · Units")


AreaLevel = Literal["nation", "province", "city", "district", "region"]
"""What a place is: a region is any other one, such as several provinces together."""


class Area(Model):
    """A reference area (地区), by its code of GB/T 2260."""

    id: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{2,12}$")] = Field(
        description="地区代码，按 GB/T 2260；全国写 CN · The area's code in GB/T 2260; the nation is CN",
        examples=["440100"], json_schema_extra=bad("广州"),
    )
    name: Text = Field(description="地区名称，不与别的地区相同 · The area's name, which no other has")
    short: Text | None = Field(
        None, description="图上的短名称 · A shorter name for charts", examples=[{"zh": "广州", "en": "Guangzhou"}]
    )
    whole: Text | None = Field(
        None, description="句中怎样称呼这个地区（全市） · What a sentence calls the area"
    )
    level: AreaLevel | None = Field(
        None,
        description="级别；不写就按代码：四个零结尾的是省级，两个零结尾的是地级，其余是县级 · Its level; by "
        "default as the code says: four zeros at the end are a province, two a city, none a district",
        examples=["city"],
    )
    part_of: AreaCode | None = Field(
        None,
        description="属于哪个地区；不写就按代码，取本文件里最近的上级 · The area that it is part of; by default "
        "the nearest above it, by its code, that this file lists", examples=["440000"],
    )
    members: tuple[AreaCode, ...] = Field(
        (), description="区域由哪些地区组成 · The areas that a region is made of", examples=[["440100", "440300"]]
    )


class AreasFile(Model):
    """``data/areas.yaml``."""

    home: AreaCode | None = Field(
        None,
        description="看板先打开哪个地区；不写就是最新主文件的地区 · The area that the dashboard opens with; by "
        "default that of the newest main document", examples=["440100"],
    )
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
