"""Shelves: definitions of common indicators that come with the program, in own words."""

from __future__ import annotations

from pydantic import Field

from indicators.models.base import Model, Printed, Text
from indicators.models.codelists import ShelfCode
from indicators.models.definitions import Indicator


class ShelfIndicator(Indicator):
    """A common indicator, for folders of places of every size."""

    nationwide: Printed | None = Field(
        None,
        description="全国大约是多少，只论数量级；放进某地的文件夹时，由它得出当地的取值范围 · What it comes to "
        "in the whole nation, by its order of magnitude: a place's range is made of it",
        examples=["450万"],
    )


class ShelfFile(Model):
    """A shelf of definitions, from which drafts recognise what a data folder doesn't define."""

    shelf: ShelfCode = Field(description="书架代码 · The shelf")
    name: Text = Field(description="书架名称 · The shelf's name")
    indicators: tuple[ShelfIndicator, ...] = Field(min_length=1, description="指标 · Indicators")
