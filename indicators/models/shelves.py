"""Shelves: definitions of common indicators that come with the program, in own words."""

from __future__ import annotations

from pydantic import Field

from indicators.models.base import Model, Text
from indicators.models.codelists import ShelfCode
from indicators.models.definitions import Indicator


class ShelfFile(Model):
    """A shelf of definitions, from which drafts recognise what a data folder doesn't define."""

    shelf: ShelfCode = Field(description="书架代码 · The shelf")
    name: Text = Field(description="书架名称 · The shelf's name")
    indicators: tuple[Indicator, ...] = Field(min_length=1, description="指标 · Indicators")
