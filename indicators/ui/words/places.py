"""Words of what is shown of several places."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "places_and_maps": ("各地怎样比较，为什么没有地图", "How places are compared, and why there is no map"),
    "places_rule": (
        "各地的数，口径相同、时期末相隔不超过所选的月数才画在一起；全国的数只有是平均数或比重时才与各地并列。"
        "名次只按取值区间说：有的数只有界限，名次就是一个范围。没有数的地区写明没有，不当作零。"
        "人均、比重和增长是算出来的，没有文件这样印，旁边都有算法和每个数的核验码。",
        "Figures of several places are drawn together where their scope is one and the ends of their periods lie no "
        "further apart than the months chosen; the nation's stands among them only where it is an average or a share. "
        "Ranks follow from the intervals alone: where some figures are bounds, a rank is a range. A place without a "
        "figure is named as missing and never zero. Measures per head, shares and growth are derived; no document "
        "prints them, and each stands with its working and the codes of its figures.",
    ),
    "no_map": (
        "这里不画地图：公开中国行政区划的地图要经过审核，印上审图号，本看板没有送审。"
        "排好序的条形图和表同样看得出谁多谁少，还画得出界限，地图的颜色画不出。",
        "There is no map here: a map of China's administrative areas may be published only after review and with an "
        "approval number, and none was asked for. Sorted bars and tables show as well who has more, and they show "
        "bounds, which a map's colours can't.",
    ),
    "takeaway_working": ("这句话怎么得出的", "How this follows"),
    "by_place": ("各地", "By place"),
    "place_name": ("地区", "Place"),
    "each_place": ("各地的数、时期和来源", "Each place's figure, date and source"),
    "more_places": (
        "另有{count}个地区，见下面的“{name}”表。", '{count:more place is|more places are} in the table "{name}" below.',
    ),
    "places_in_time": ("各地历年数据", "Over time at each place"),
    "own_scales": (
        "每张图有自己的刻度，都从零起：比走势，不比高低。",
        "Each chart has a scale of its own, from zero: compare their courses, not their heights.",
    ),
    "each_growth": ("各地的增长和算法", "Each place's growth and its calculation"),
    "printed_beside": ("文件自己印出的同类数", "What documents print of the same kind"),
    "places_near": ("看哪个时期", "Period looked at"),
    "places_newest": ("各地最新的", "The newest of each"),
    "places_within": ("时期最多相隔", "Dates no further apart than"),
    "same_period": ("同一时期末", "the same end"),
    "months_apart": ("{count}个月", "{count:month|months}"),
    "places_also": ("一定要画的地区", "Places to draw in any case"),
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
