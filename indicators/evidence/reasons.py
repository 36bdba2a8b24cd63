"""Why figures may not be added, divided or drawn together, in both languages.

A reason has a stable code; its sentence is made from its details when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

REASONS: Final[dict[str, tuple[str, str]]] = {
    "unit": (
        "计量单位不同：{units}。",
        "The units differ: {units}.",
    ),
    "not-comparable": (
        "“{one}”与“{other}”声明为不可比：{because}",
        '"{one}" and "{other}" are declared not comparable: {because}',
    ),
    "precision": (
        "“{one}”与“{other}”的精度口径不同，或没有写明相同。",
        "\"{one}\" and \"{other}\" differ in precision, or aren't said to share one.",
    ),
    "scope": (
        "“{one}”与“{other}”口径不同：{because}",
        '"{one}" and "{other}" differ in scope: {because}',
    ),
    "measure-type": (
        "{types}不能相加。",
        "A {types} can't be added up.",
    ),
    "measure-types": (
        "指标类型不同：{types}。",
        "The measure types differ: {types}.",
    ),
    "subset": (
        "“{one}”是“{other}”的一部分，相加会重复计算。",
        '"{one}" is a part of "{other}"; a sum would count it twice.',
    ),
    "total-with-part": (
        "“{one}”的总数与它自己的分组数据相加会重复计算。",
        'The total of "{one}" already holds its parts; a sum would count them twice.',
    ),
    "two-breakdowns": (
        "“{one}”按不同的分组拆开，各组互相重叠。",
        '"{one}" is split in different ways, and the parts overlap.',
    ),
    "same-part-twice": (
        "“{one}”的同一个数出现了不止一次。",
        'The same figure of "{one}" is there more than once.',
    ),
    "breakdown-not-declared": (
        "“{one}”没有声明可以按此分组，各组是否互不重叠不清楚。",
        "\"{one}\" doesn't declare this breakdown, so its parts may overlap.",
    ),
    "indicators": (
        "“{one}”与“{other}”是不同的指标，没有声明可以相加。",
        '"{one}" and "{other}" are different indicators, and nothing declares them additive.',
    ),
    "areas": (
        "地区不同：{areas}。",
        "The areas differ: {areas}.",
    ),
    "dates": (
        "时期不同：{periods}。",
        "The periods differ: {periods}.",
    ),
    "documents": (
        "出自不同的文件：{documents}。",
        "They come from different documents: {documents}.",
    ),
    "forecast": (
        "预测数、目标数与已发生的数混在一起。",
        "Forecasts or targets stand beside figures of what has happened.",
    ),
    "ahead": (
        "预测数和目标数不相加，也不作增长的起点。",
        "Forecasts and targets are never added, nor what growth starts from.",
    ),
    "not-part": (
        "“{one}”没有声明是“{other}”的一部分，不能算比重。",
        "\"{one}\" isn't declared a part of \"{other}\", so no share follows.",
    ),
    "no-ratio": (
        "没有指标声明是“{one}”与“{other}”之比。",
        'No indicator is declared to be the ratio of "{one}" to "{other}".',
    ),
    "same-date": (
        "两个数是同一时期的，谈不上增长。",
        "Both figures are of the same period, so there is no growth.",
    ),
    "span": (
        "时期长短不同：{periods}。",
        "The periods differ in length: {periods}.",
    ),
    "no-growth-of": (
        "{types}的变化不用增长率表示。",
        "Change in a {types} isn't told as a growth rate.",
    ),
    "divisor-zero": (
        "除数可能为零。",
        "The divisor may be zero.",
    ),
    "part-exceeds": (
        "部分大于整体，算不出比重。",
        "The part exceeds the whole, so no share follows.",
    ),
    "share-open": (
        "部分和整体都只有界限，从零到全部都有可能。",
        "Part and whole are bounds only; anything from none to all is possible.",
    ),
    "two-lower-bounds": (
        "前后两个数都只有下限，增长还是下降都有可能。",
        "Both figures are lower bounds only; a rise and a fall are both possible.",
    ),
    "growth-open": (
        "前一个数是上限，或后一个数没有下限，增长率没有边界。",
        "The bounds leave the growth rate without any limit.",
    ),
    "no-level": (
        "没有{periods}的“{one}”，无从核对。",
        'There is no figure of "{one}" for {periods} to hold it against.',
    ),
    "comparable-prices": (
        "增速按可比价计算，不能与现价水平互推。",
        "The growth is at comparable prices and doesn't chain with levels at current prices.",
    ),
    "bounds-open": (
        "数值只有界限，大小关系没有定论。",
        "The figures are bounds, and the order of the two stays open.",
    ),
    "about-open": (
        "“约”到哪里为止没有定数，说不准。",
        "How far \"about\" reaches isn't fixed, so nothing is certain.",
    ),
    "empty": (
        "有一个数的取值区间是空的。",
        "One of the figures allows no value at all.",
    ),
    "unknown-indicator": (
        "没有指标“{one}”。",
        'There is no indicator "{one}".',
    ),
}
"""Each reason's sentence, Chinese and English; ``{…}`` are details."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, or one thing to note.

    Attributes:
        code: The kind of reason, a key of `REASONS`; stable.
        details: What fills the sentence; ``one_zh`` and ``one_en`` are both known as ``one``.
    """

    code: str
    details: Mapping[str, str] = field(default_factory=dict, hash=False)

    def sentence(self, lang: str) -> str:
        """Return the reason in ``zh`` or ``en``."""
        zh, en = REASONS[self.code]
        ending = "_en" if lang == "en" else "_zh"
        known = dict(self.details)
        for key, content in self.details.items():
            if key.endswith(ending):
                known[key.removesuffix(ending)] = content
        return (en if lang == "en" else zh).format_map(known)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Yes, or no and why.

    Attributes:
        allowed: Whether it may be done.
        reasons: Why not; empty if allowed.
        notes: What has to be said beside the result even where it is allowed, or besides the
            reasons.
    """

    allowed: bool
    reasons: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def codes(self) -> tuple[str, ...]:
        """The reasons' codes."""
        return tuple(reason.code for reason in self.reasons)

    def sentences(self, lang: str) -> list[str]:
        """Return the reasons, then the notes, in ``zh`` or ``en``."""
        return [reason.sentence(lang) for reason in (*self.reasons, *self.notes)]
