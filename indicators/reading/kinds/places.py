"""Kinds of problem with the places that figures speak of."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

PLACE_PROBLEMS: Final[dict[str, Kind]] = {
    "bad-derived": Kind(
        "算出来的指标 {found} 写得不对：{reason}", "the derived measure {found} is not as it must be: {reason}",
        "share 写分母和 of；per 写分母；growth 只写分子",
        "a share has a denominator and of, per has a denominator, growth its numerator alone",
    ),
    "bad-area": Kind(
        "{found} 不能是这个地区的代码：{reason}", "{found} can't be this area's code: {reason}",
        "代码按 GB/T 2260 写六位数字，如 440100；国家写 CN；几个地区合起来的写 level: region",
        "write the six digits of GB/T 2260, as 440100, or CN for the nation; several places together "
        "are level: region",
    ),
    "retired-area": Kind(
        "代码 {found} 已经撤销，现在是 {expected}", "the code {found} is no longer given out; it is {expected} now",
        "改用 {expected}；旧数说的是旧的范围，写在说明里",
        "use {expected}; where an old figure speaks of the old extent, say so in its note",
    ),
    "area-cycle": Kind(
        "part_of 绕成了圈：{found}", "part_of goes in a circle: {found}",
        "去掉其中一条 part_of；一个地区不属于它自己", "take one of them away: no place is part of itself",
    ),
    "same-area-name": Kind(
        "名称“{found}”已用于 {other}，图上分不出是哪一个",
        "{found} is already the name of {other}, so nobody can tell which of the two a picture means",
        "写全一些，如“{expected}”；若是同一个地区，删去一条",
        "write it in full, as {expected}; if both are one place, delete one",
    ),
}
