"""Words of the banner that stands above the pages while the data can't be used."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "banner_lead": (
        "数据文件改动后有误，页面仍显示改动前的数据。",
        "An edit broke the data; the page still shows what was there before it.",
    ),
    "banner_where": ("第 {line} 行", "line {line}"),
    "banner_all": ("全部 {count} 处问题", "All problems: {count}"),
}
