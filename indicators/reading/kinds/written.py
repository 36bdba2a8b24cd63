"""Kinds of problem with texts that have a grammar of their own: sentences and addresses."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

WRITTEN_PROBLEMS: Final[dict[str, Kind]] = {
    "bad-template": Kind(
        "句式里不能有 {found}", "a sentence can't hold {found}",
        "占位词只有 {expected}，括号里只写它的名字；数字怎样写由看板决定，不在句式里规定",
        "the placeholders are {expected}, and nothing but the name stands in the brackets; how a number "
        "is written isn't for the sentence to say",
    ),
    "template-without-figure": Kind(
        "句式“{found}”里没有数字的位置", "the sentence “{found}” has no place for the figure",
        "在数字的位置写上其中一个：{expected}", "write one of these where the figure stands: {expected}",
    ),
    "bad-address": Kind(
        "{found} 不是网页的地址", "{found} is no address of a page",
        "只收 {expected} 开头的，或不写开头、由域名起的，如 www.gz.gov.cn/index.html",
        "it begins with {expected}, or with the host, as in www.gz.gov.cn/index.html",
    ),
}
