"""Words that most pages share."""

from __future__ import annotations

from typing import Final

from indicators.language.code_names import NAMES

WORDS: Final[dict[str, tuple[str, str]]] = {
    **NAMES["relation"],
    **NAMES["measure_type"],
    "app": ("数字经济指标", "Digital-economy indicators"),
    "overview": ("总览", "Overview"),
    "sectors": ("领域", "Sectors"),
    "indicator": ("指标", "Indicator"),
    "indicators": ("指标", "Indicators"),
    "document": ("来源文件", "Document"),
    "inferred": ("（推断）", " (inferred)"),
    "producer": ("发布机构", "Producer"),
    "more": ("进入领域", "Open"),
    "no_document": (
        "还没有来源文件。放入第一份：运行 {command}，核对后保存，本页随即显示它的数字。",
        "There is no document yet. Add the first: run {command}, check and save it; "
        "its figures appear here at once.",
    ),
    "key_figures": ("关键数据", "Key figures"),
    "table": ("数据表", "Table"),
    "no_figures": ("该领域还没有数据。", "This sector has no figures yet."),
    "breakdown": ("分组", "Breakdown"),
    "total": ("总计", "Total"),
    "figure": ("原文数字", "As printed"),
    "figure_said": ("数字", "Figure"),
    "relation": ("数值关系", "Relation"),
    "value": ("数值", "Value"),
    "interval": ("取值区间", "Interval"),
    "unit": ("计量单位", "Unit"),
    "period": ("时期", "Period"),
    "section": ("出处", "Section"),
    "no_period": ("原文未注明", "Not stated"),
    "definition": ("统计什么", "What is counted"),
    "excludes": ("不包括", "What is not counted"),
    "caveats": ("使用时注意", "To mind"),
    "printed": ("原文怎么写", "What the document prints"),
    "meaning": ("作为数值", "As a number"),
    "measure_type": ("指标类型", "Measure type"),
    "not_comparable": ("不能相加或同轴比较", "Not to be added to or compared with"),
    "related": ("相关指标", "Related indicators"),
    "citation": ("引用", "Citation"),
    "source": ("来源", "Source"),
    "no_observation": ("还没有文件给出这项指标。", "No document gives this indicator yet."),
    "which_indicator": ("要看哪一项指标？", "Which indicator?"),
    "unknown_indicator": (
        "没有代码为“{id}”的指标。请从下面选择。",
        'There is no indicator "{id}". Choose one below.',
    ),
    "unknown_sector": ("没有这个领域。", "There is no such sector."),
    "problems": ("数据有问题，暂不显示", "The data has problems and is not shown"),
    "problems_lead": (
        "共 {count} 处。改正并保存后，本页自动更新。",
        "{count} found. Correct and save the files; this page follows by itself.",
    ),
    "place": ("位置", "Place"),
    "found": ("问题", "Problem"),
    "remedy": ("处理办法", "What to do"),
    "colon": ("：", ": "),
    "printed_and_source": ("原文、区间和来源", "As printed, interval and source"),
    "interval_hint": (
        "方括号含端点，圆括号不含；宽度来自原文末位数字的进舍",
        "[ ] include their ends, ( ) do not; as wide as the last printed digit leaves open",
    ),
    "since": ("比{period}的变动：{rate}", "change since {period}: {rate}"),
    "dot": (" · ", " · "),
    "for_example": ("例如：{what} →", "For example: {what} →"),
    "and": ("、", ", "),
    "other_replies": ("其他年份的答复", "Replies of other years"),
    "no_leading_document": (
        "这个地区没有主文件，以下是各份背景文件里的数据。",
        "No main document of this place leads; these are figures of background documents.",
    ),
    "elsewhere": ("其他地区", "Other places"),
    "here_only": ("{place}没有这项数据，以下是{other}的。", "There is no figure of {place}; these are of {other}."),
    "earlier_leads": (
        "现在以较早的{this}为主文件；最新的是{newest}，在总览页可以换回。",
        "An earlier reply leads: {this}. The newest is {newest}; the overview leads back to it.",
    ),
}
