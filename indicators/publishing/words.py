"""Words that only the static site has; the others are those of the live pages."""

from __future__ import annotations

from typing import Final

from indicators.ui.words import word

WORDS: Final[dict[str, tuple[str, str]]] = {
    "all_indicators": ("全部指标", "All indicators"),
    "all_indicators_lead": ("按领域排列，各附最新的数。", "By sector, each with its newest figure."),
    "comparisons": ("比较", "Comparisons"),
    "comparisons_lead": (
        "定义文件声明可以放在一起看的数字。", "Figures that the definitions declare may be looked at together.",
    ),
    "no_comparisons": ("定义文件没有声明比较。", "The definitions declare no comparison."),
    "scopes": (
        "同一件事，口径不同：不相加，不连线，只并排。",
        "The same thing by another definition: never added or joined, only side by side.",
    ),
    "edition": ("数据版本", "Edition"),
    "edition_lead": (
        "这些页面由一版不再改动的数据做成；更正就是新的一版。",
        "These pages are made from an edition of the data that is never changed; a correction is another one.",
    ),
    "edition_of": ("{date} 版 {code}", "Edition of {date}, {code}"),
    "edition_files": ("版本里的文件", "Files of the edition"),
    "edition_guide": ("怎样查询", "How to ask it"),
    "edition_changes": ("与上一版相比", "Since the edition before"),
    "edition_list": ("文件清单", "Manifest"),
    "changed_figures": ("改了的数字", "Figures changed"),
    "new_figures": ("新增的数字", "New figures"),
    "gone_figures": ("不再说的数字", "No longer said"),
    "earlier_editions": ("更早的版本", "Earlier editions"),
    "licence": ("许可", "Licence"),
    "derived_files": ("推算的指标", "Derived measures"),
    "whole_data": ("全部数据", "All the data"),
    "own_data": ("下载这些数据", "Download these figures"),
    "previous": ("上一页", "Previous"),
    "next": ("下一页", "Next"),
    "skip": ("跳到正文", "Skip to the content"),
    "navigation": ("导航", "Navigation"),
    "more_rows": ("另有 {count} 条，见下载的数据。", "{count} more are in the data to download."),
    "no_hits": ("没有找到", "Nothing found"),
    "sorted_up": ("升序", "ascending"),
    "sorted_down": ("降序", "descending"),
    "not_found": ("没有这一页", "There is no such page"),
    "not_found_lead": ("地址可能写错了，或者它属于另一版数据。", "The address may be wrong, or be another edition's."),
    "files": ("文件", "Files"),
    "data_and_source": ("数据和出处", "Data and source"),
    "embed_frame": ("网页框架（随宽度伸缩）", "Frame, which follows the width"),
    "embed_image": ("图片", "Image"),
    "site_lead": (
        "官方文件里的数字，每个都带界限、单位、日期和出处。",
        "Figures of official documents, each with its bound, unit, date and source.",
    ),
}


def said(key: str, lang: str) -> str:
    """Return a word of the site, or one that it shares with the live pages, in ``zh`` or ``en``."""
    if key in WORDS:
        return WORDS[key][lang == "en"]
    return word(key, lang)
