"""What a sector's definitions may say: indicators and charts."""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, Field, StringConstraints

from indicators.models.base import (
    Bilingual,
    BreakdownCodeName,
    ChartKind,
    Id,
    IndicatorCode,
    Label,
    Line,
    MeasureType,
    Model,
    Printed,
    SectorCode,
    Text,
    UnitCode,
    bad,
)
from indicators.models.codelists import ShelfCode
from indicators.models.plausibility import Tolerance


class ValidRange(Model):
    """The values an indicator can honestly take, in its own unit."""

    min: Printed = Field(
        description="最小值，写全或用万、亿 · Smallest, in full or with 万 and 亿", examples=["10000", "1万"]
    )
    max: Printed = Field(
        description="最大值，写全或用万、亿 · Greatest, in full or with 万 and 亿",
        examples=["5000000", "500万", "1亿"], json_schema_extra=bad("5,000,000"),
    )


class NotComparable(Model):
    """Another indicator that must not be added to, or drawn on one axis with, this one."""

    with_: IndicatorCode = Field(alias="with", description="哪个指标 · The other indicator")
    because: Text = Field(description="为什么 · Why")


class OtherScope(Model):
    """Another indicator that counts the same thing by another definition (口径)."""

    with_: IndicatorCode = Field(alias="with", description="哪个指标 · The other indicator")
    because: Text = Field(description="口径差在哪里 · How the two definitions differ")


class RatioOf(Model):
    """The two indicators that a ratio divides."""

    numerator: IndicatorCode = Field(description="分子 · Numerator")
    denominator: IndicatorCode = Field(description="分母 · Denominator")


class GrowthOf(Model):
    """The indicator whose growth on the year before is stated."""

    indicator: IndicatorCode = Field(description="哪个指标的增长 · Growth of which indicator")
    prices: Literal["current", "comparable"] | None = Field(
        None,
        description="按现价还是可比价；可比价的增长不能与现价水平连算 · Prices; growth at comparable "
        "prices doesn't chain with levels",
    )


PLACEHOLDERS: Final = frozenset({"area", "place", "figure", "count", "rank", "be"})
"""What a sentence may leave open; `indicators.language.sentences` fills it in."""
_NUMBERS: Final = frozenset({"figure", "count", "rank"})
_NAMED: Final = re.compile(r"\{(" + "|".join(sorted(PLACEHOLDERS)) + r")\}")
_OTHER_BRACES: Final = re.compile(r"[{｛][^{}｛｝]*[}｝]|[{}｛｝]")


def _plain_placeholders(value: str) -> str:
    """Refuse a sentence with any brace that isn't that of a placeholder's name alone.

    A format, a conversion or an attribute (``{figure:.1f}``) would be printed as it stands: how a
    number is written is not for a sentence to say.
    """
    stray = _OTHER_BRACES.search(_NAMED.sub("", value))
    if stray is not None:
        raise ValueError(f"bad-template {stray[0]}")
    return value


def _template(value: str) -> str:
    """Refuse a sentence with no place for the figure."""
    if _NUMBERS.isdisjoint(_NAMED.findall(_plain_placeholders(value))):
        raise ValueError("template-without-figure")
    return value


Template = Annotated[
    str, StringConstraints(min_length=1, max_length=200), AfterValidator(_template)
]
Phrase = Annotated[
    str, StringConstraints(min_length=1, max_length=200), AfterValidator(_plain_placeholders)
]


class Phrases(Text):
    """A sentence in both languages that may do without the figure."""

    zh: Phrase = Field("", description="中文句式 · Chinese")
    en: Phrase = Field("", description="英文句式 · English")


class Sentence(Bilingual):
    """How an official text would say an indicator's figure; no period, no full stop.

    ``{figure}`` is the figure with its bound and unit, ``{count}`` without the unit, ``{rank}``
    the place alone; ``{be}`` is 为 where no bound word stands before the number; ``{area}`` is
    the area as a whole (全市), ``{place}`` its name.
    """

    zh: Template = Field("", description="中文句式 · Chinese", examples=["{area}累计建成5G基站{figure}"])
    en: Template = Field(
        "", description="英文句式 · English", examples=["{area} had laid {figure} of optical cable"]
    )
    lead: Literal["auto", "during"] = Field(
        "auto", description="时期是时点（截至）还是期间 · As of the period, or during it"
    )
    full: Phrases | None = Field(
        None, description="原文写“全覆盖”时的句式 · For a figure printed as full coverage"
    )


class Indicator(Model):
    """An indicator (指标): what is counted, in which unit, and what it is not."""

    id: Id
    name: Text = Field(description="指标名称 · Name")
    short: Text | None = Field(None, description="图上的短名称 · A shorter name for charts")
    definition: Text = Field(description="统计什么 · What is counted, in our own words")
    excludes: Text | None = Field(None, description="不包括什么 · What is not counted")
    caveats: tuple[Text, ...] = Field((), description="使用时要注意什么 · What to mind")
    unit: UnitCode = Field(
        description="标准计量单位，units.yaml 中的代码 · Canonical unit, a code of units.yaml",
        examples=["km"], json_schema_extra=bad("公里"),
    )
    unit_label: Label | None = Field(
        None, description="本指标在数字后写什么 · What follows the number, if not the unit's label"
    )
    measure_type: MeasureType = Field(
        description="指标类型 · Measure type", examples=["stock"], json_schema_extra=bad("存量")
    )
    sentence: Sentence | None = Field(None, description="公文句式 · How a text says it")
    valid: ValidRange | None = Field(
        None,
        description="合理的取值范围，以本指标的单位计；不写就只看前后各期 · The range a value can lie in, "
        "in its unit; without one only its other periods tell",
        examples=[{"min": "10000", "max": "5000000"}], json_schema_extra=bad("10000—5000000"),
    )
    plausible: Tolerance | None = Field(
        None,
        description="与前后各期相比怎样才合理；不写的按 evidence.yaml 中同类指标的规定 · What is plausible "
        "beside its other periods; what isn't said is as evidence.yaml says for its kind",
        examples=[{"rise": "0.5", "fall": "0.1"}],
    )
    subset_of: IndicatorCode | None = Field(None, description="是哪个指标的一部分 · A subset of")
    increment_of: IndicatorCode | None = Field(
        None, description="是哪个指标一年的净增数 · The year's net increase of"
    )
    ratio_of: RatioOf | None = Field(None, description="是哪两个指标之比 · The ratio of")
    growth_of: GrowthOf | None = Field(None, description="是哪个指标的增速 · The growth of")
    breakdowns: tuple[BreakdownCodeName, ...] = Field(
        (), description="可以按什么分组 · Possible breakdowns", examples=[["operator"]],
        json_schema_extra=bad("operator"),
    )
    complete: tuple[BreakdownCodeName, ...] = Field(
        (), description="各组相加应等于总数的分组 · Breakdowns whose parts make up the total"
    )
    precision: Text | None = Field(None, description="算力精度等口径 · Precision or scope")
    not_comparable: tuple[NotComparable, ...] = Field(
        (), description="不能与哪些指标相加或同轴 · Not to be added to or drawn with"
    )
    other_scope: tuple[OtherScope, ...] = Field(
        (),
        description="与哪些指标说的是同一件事、口径不同：不相加，不连成一条线，并排核对 · "
        "Counts the same thing as these by another definition",
    )
    related: tuple[IndicatorCode, ...] = Field((), description="相关指标 · Related indicators")
    aliases: tuple[Line, ...] = Field(
        (),
        description="文件里的其他叫法，写全到不会认错；草稿凭名称、短名称和它们认出指标 · What else documents "
        "call it, in full enough not to be taken for another; drafts recognise it by these and its names",
        examples=[["高企", "国家高新技术企业"]], json_schema_extra=bad("企业"),
    )
    keywords: tuple[Line, ...] = Field(
        (), description="检索词 · Search words", examples=[["光缆", "光纤"]]
    )


class Chart(Model):
    """A chart that a sector's page shows."""

    id: Id
    kind: ChartKind = Field(
        description="图的种类 · Kind", examples=["card"], json_schema_extra=bad("bar")
    )
    title: Text = Field(description="图的标题：画的是什么 · What is shown")
    indicators: tuple[IndicatorCode, ...] = Field(
        min_length=1, max_length=12, description="画哪些指标 · Indicators to draw",
        examples=[["base_stations_5g"]],
    )
    breakdown: BreakdownCodeName | None = Field(
        None, description="总量与构成图按什么分组 · The breakdown of a total_with_parts chart"
    )
    note: Text | None = Field(None, description="图下注释 · A note inside the chart")
    headline: Text | None = Field(
        None,
        description="幻灯片的结论标题；不写的由程序按数据写，写了而与数据不符的，图下和选编页会指出 · The slide's title, in "
        "place of the one made from the figures; where it doesn't agree with them, the foot and the deck's page say so",
        examples=[{"zh": "三家运营商都有光缆", "en": "All three operators have cable"}],
    )


class DefinitionsFile(Model):
    """``data/definitions/<sector>.yaml``: a sector's indicators and charts."""

    shelf: ShelfCode | None = Field(
        None,
        description="这些定义取自随程序附带的哪一份；暂时没有数据的不算多余 · The shelf that these definitions were "
        "taken from: those without a figure yet are no slip",
    )
    sector: SectorCode = Field(
        description="领域，与文件名相同 · The sector, the same as the file's name", examples=["compute"]
    )
    leading: tuple[IndicatorCode, ...] = Field(
        min_length=1, max_length=2, description="总览上的指标 · Shown on the overview"
    )
    key_figures: tuple[IndicatorCode, ...] = Field(
        (), max_length=4, description="领域页首行的指标 · Shown at the head of the sector's page"
    )
    trends: tuple[IndicatorCode, ...] = Field(
        (), max_length=6, description="领域页上画历年走势的指标 · Drawn over time on the sector's page"
    )
    indicators: tuple[Indicator, ...] = Field(min_length=1, description="指标 · Indicators")
    headline: Text | None = Field(
        None, description="主要数据幻灯片的结论标题，同上 · The title of the slide of its key figures, likewise"
    )
    charts: tuple[Chart, ...] = Field((), description="图，依次排列 · Charts, in order")
