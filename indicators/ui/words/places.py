"""Words of what is shown of several places."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "takeaway_working": ("这句话怎么得出的", "How this follows"),
    "by_place": ("各地", "By place"),
    "place_name": ("地区", "Place"),
    "each_place": ("各地的数、时期和来源", "Each place's figure, date and source"),
    "apart_in_date": ("（时期相隔太远，不上图）", " (too far in date to be drawn)"),
    "rank_certain": (
        "有数的{of}个同级地区中，{place}排第{best}；只按这里的数和取值区间说，各数的时期不尽相同。",
        "Of the {of} places of its level with a figure, {place} stands {best}; by these figures and their "
        "intervals alone, whose dates may differ.",
    ),
    "rank_open": (
        "有数的{of}个同级地区中，{place}在第{best}到第{worst}之间：有的数只有界限，定不到一位。",
        "Of the {of} places of its level with a figure, {place} stands between {best} and {worst}: some figures "
        "are bounds, so that no single rank is certain.",
    ),
    "places_missing": ("没有数的同级地区：{names}", "Places of its level without a figure: {names}"),
    "places_missing_more": (
        "没有数的同级地区共{count}个：{names}等", "{count} places of its level have no figure: {names} and others",
    ),
    "derived_measure": ("算出来的，没有文件这样印", "Derived; no document prints it"),
    "derived_value": ("算得", "Comes to"),
    "derived_working": ("算法和核验码", "Working and codes"),
    "not_derived": ("为什么有的地区没有算", "Why some places have none"),
}
