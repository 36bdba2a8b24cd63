"""The data dictionary: what each column of an export holds, in both languages."""

from __future__ import annotations

from typing import Final, NamedTuple

from indicators.language.marks import UNCHECKED


class Column(NamedTuple):
    """A column of the exports.

    Attributes:
        zh: Its heading in Chinese.
        en: Its heading in English.
        about_zh: What it holds, in Chinese.
        about_en: What it holds, in English.
        kind: ``text``, ``number``, ``integer`` or ``boolean``.
    """

    zh: str
    en: str
    about_zh: str
    about_en: str
    kind: str = "text"


COLUMNS: Final[dict[str, Column]] = {
    "document": Column(
        "来源文件代码", "Document code", "来源文件的代码", "Code of the source document"
    ),
    "indicator": Column("指标代码", "Indicator code", "指标的代码", "Code of the indicator"),
    "sector": Column("领域代码", "Sector code", "指标所属领域的代码", "Code of the indicator's sector"),
    "ref_area": Column(
        "地区代码", "Area code", "数据所说的地区，按 GB/T 2260", "The area spoken of, by GB/T 2260"
    ),
    "breakdown": Column(
        "分组代码", "Breakdown code", "_T 为总计；operator=china_telecom 为某一组",
        "_T is the total; operator=china_telecom is one group",
    ),
    "time_period": Column(
        "时期代码", "Period code", "ISO 8601 写法：2024、2025-H1、2025-Q1、2025-03、2024-12-31；"
        "时段写起止：2025-01/2025-10、2021/2025",
        "As in ISO 8601: 2024, 2025-H1, 2025-Q1, 2025-03, 2024-12-31; "
        "spans by their ends: 2025-01/2025-10, 2021/2025",
    ),
    "obs_value": Column(
        "数值", "Value", "以 unit_measure 为单位的数值，须与 relation 连用；空为没有单一数值",
        "The value in unit_measure, to be read with relation; empty where there is no single value",
        "number",
    ),
    "lower": Column(
        "下限", "Lower bound", "原文所断言的最小值；空为没有下限",
        "The least that the document asserts; empty where nothing bounds it", "number",
    ),
    "upper": Column(
        "上限", "Upper bound", "原文所断言的最大值；空为没有上限",
        "The most that the document asserts; empty where nothing bounds it", "number",
    ),
    "unit_measure": Column(
        "计量单位代码", "Unit code", "obs_value、lower、upper 的单位",
        "The unit of obs_value, lower and upper",
    ),
    "relation": Column(
        "数值关系代码", "Relation code", "真实值与 obs_value 的关系：equal、greater_than 等",
        "How the true number stands to obs_value: equal, greater_than and so on",
    ),
    "figure": Column(
        "原文数字", "As printed", "与原文一字不差的数字", "The figure exactly as the document prints it"
    ),
    "stated_value": Column(
        "原文数值", "Stated number", "原文写的数，不乘万、亿；乘以 10 的 unit_mult 次方，即以原文单位计的数值",
        "The number printed, before 万 or 亿; times 10 to the unit_mult it is the value in the stated unit",
    ),
    "unit_mult": Column(
        "原文数量级", "Stated multiplier",
        "原文所写的十的幂：万为 4，亿为 8；只与 stated_value 相乘，不与 obs_value 相乘",
        "Power of ten printed: 万 is 4, 亿 is 8; it multiplies stated_value, never obs_value",
        "integer",
    ),
    "stated_unit": Column("原文单位", "Stated unit", "原文写的单位", "The unit as printed"),
    "decimals": Column(
        "原文小数位数", "Stated decimals", "stated_value 的小数位数，不是 obs_value 的",
        "Decimals of stated_value, not of obs_value", "integer",
    ),
    "measure_type": Column(
        "指标类型代码", "Measure type code", "存量、流量、累计、比重、位次或时长",
        "Stock, flow, cumulative, share, rank or duration",
    ),
    "obs_status": Column(
        "观测状态代码", "Status code",
        "SDMX CL_OBS_STATUS：A 正常、E 估计、F 预测、P 初步；另有 T 目标，SDMX 没有这一项",
        "SDMX CL_OBS_STATUS: A normal, E estimated, F forecast, P provisional; and T, a target, "
        "for which SDMX has no code",
    ),
    "section": Column(
        "出处", "Section", "数字在文件中的章节，按文件自己的编号", "Where it stands, as the document numbers it"
    ),
    "word": Column(
        "界限词", "Bound word", "原文的界限词：超、突破、逾、可达等", "The bound word printed, such as 超"
    ),
    "period_basis": Column(
        "时期依据代码", "Period basis code", "stated 为原文写明；before 承前文；heading 据标题；year 年份据上下文；"
        "document 为原文未写，按成文日期；unsaid 为尚未填写，按成文日期",
        "stated: the document says it; before: in an earlier sentence; heading: in a heading; year: all but "
        "its year; document: it prints none, its own date is taken; unsaid: "
        "nobody has looked yet, its own date is taken",
    ),
    "lower_included": Column(
        "含下限", "Lower included", "下限本身是否可能", "Whether the lower bound itself is possible",
        "boolean",
    ),
    "upper_included": Column(
        "含上限", "Upper included", "上限本身是否可能", "Whether the upper bound itself is possible",
        "boolean",
    ),
    "clearance": Column(
        "核对状态代码", "Clearance code", f"draft {UNCHECKED[0]}、checked 已核对、cleared 可对外使用",
        f"draft ({UNCHECKED[1]}), checked (held against the document) or cleared (for use outside)",
    ),
    "code": Column(
        "核验代码", "Verification code", "这条数据的短代码，可在“核验”页查对",
        "A short code of this very claim, which the verification page looks up",
    ),
    "scope_word": Column(
        "范围词", "Scope word", "原文中说明范围而不改变数值的词：全国、连续、同比等",
        "The printed word that frames the number without changing it: 全国, 连续, 同比",
    ),
    "spans": Column(
        "数字各部分的位置", "Where the parts stand",
        "“原文数字”在哪里断开：1-3-4-6 依次断在数之前、数量级之前、单位之前、单位之后（超|43|万|公里|）；"
        "空为读不出、另写了数值的",
        "Where `figure` is cut: 1-3-4-6 is before the number, its multiplier, its unit, and after the unit "
        "(超|43|万|公里|); empty where the text can't be read and its value was stated beside it",
    ),
    "indicator_name": Column("指标", "Indicator", "指标的中文名称", "The indicator's name in Chinese"),
    "indicator_name_en": Column(
        "指标英文名", "Indicator (English)", "指标的英文名称", "The indicator's name in English"
    ),
    "document_number": Column("文号", "Document number", "来源文件的文号", "The document's number"),
    "document_date": Column(
        "成文日期", "Document date", "成文或发布日期", "The date of the document or its publication"
    ),
    "document_title": Column("来源文件", "Document", "来源文件的标题", "The document's title"),
    "producer": Column("发布机构", "Producer", "发布机构的名称", "The body that issued the document"),
    "producer_basis": Column(
        "机构依据", "Producer basis", "stated 为写明，inferred 为推断",
        "stated or inferred: whether the document names its producer",
    ),
    "document_trust": Column(
        "副本可信程度", "Trust", "official 发布机构网站、press 报刊、repost 转载",
        "What the copy read is: the issuer's own (official), press, or a repost",
    ),
    "document_access": Column(
        "公开范围代码", "Access code",
        "制作当天：public 公开，internal 内部，embargoed 到期前不公开，unsaid 文件没有注明（按内部处理）",
        "On the day it was made: public, internal, embargoed, or unsaid: the document doesn't say and is treated "
        "as internal",
    ),
    "embargo_until": Column(
        "不公开到", "Embargo until", "到期前不公开的文件，不公开的最后一天；其余为空",
        "The last day of the document's embargo; empty where there is none",
    ),
    "confirmed": Column(
        "已确认", "Confirmed (Chinese)", "与前后各期不合而确实如此的理由；空为无须确认",
        "Why a figure that doesn't fit its neighbours is true, in Chinese; empty where none is needed",
    ),
    "confirmed_en": Column(
        "已确认（英文）", "Confirmed", "同上，英文", "The same in English",
    ),
    "document_address": Column("网址", "Address", "文件的网址", "Address of the document"),
    "document_address_2": Column(
        "另一网址", "Second address", "文件的另一个网址；更多的见来源文件清单",
        "Another address of the document; documents.json has any further ones",
    ),
    "period_start": Column("时期首日", "First day", "时期的第一天", "First day of the period"),
    "period_end": Column("时期末日", "Last day", "时期的最后一天", "Last day of the period"),
    "unit_label": Column("单位写法", "Unit label", "数后面跟的单位，中文", "What follows the number, in Chinese"),
    "unit_label_en": Column(
        "单位写法（英文）", "Unit label in English", "数后面跟的单位，英文", "What follows the number, in English"
    ),
    "document_role": Column(
        "文件地位", "Document role", "leading 主文件，previous 以往的主文件，later 较新的主文件，context 背景文件",
        "leading: the main document that leads; previous: an earlier one; later: a newer one;"
        " context: any other",
    ),
    "stands": Column(
        "是否采用", "Stands", "一个指标有几个数时，看板采用的那一个（规则见“方法”页）",
        "Whether it is the figure that stands for its indicator, by the rule on the methodology page",
        "boolean",
    ),
}
"""Every column of `indicators.exports.extract.with_sources`."""

DERIVED_COLUMNS: Final[dict[str, Column]] = {
    "measure": Column("算出来的指标代码", "Measure code", "derived.yaml 中的代码", "Its id in derived.yaml"),
    "name_zh": Column("算出来的指标", "Measure (Chinese)", "中文名称", "Its name in Chinese"),
    "name_en": Column("算出来的指标（英文）", "Measure", "英文名称", "Its name in English"),
    "derived": Column(
        "是否算出来的", "Derived", "总是 true：没有一份文件这样印", "Always true: no document prints it", "boolean",
    ),
    "kind": Column(
        "算法种类", "Kind", "share 占上级地区的比重，per 两个数之比，growth 增长",
        "share: of what the place lies in; per: one number to another; growth: between two periods",
    ),
    "indicator": Column(
        "分子的指标代码", "Numerator", "分子的指标；增长是哪个指标的", "The numerator's indicator; for growth, the indicator",
    ),
    "ref_area": Column("地区代码", "Area code", "哪个地区的，按 GB/T 2260", "The place it is of, by GB/T 2260"),
    "area_zh": Column("地区", "Area (Chinese)", "地区的中文名称", "The place's name in Chinese"),
    "area_en": Column("地区（英文）", "Area", "地区的英文名称", "The place's name in English"),
    "time_period": Column(
        "时期代码", "Period code", "分子的时期；增长是后一个时期", "The numerator's period; for growth the later one",
    ),
    "text_zh": Column("算得", "In words (Chinese)", "带界限的数，中文", "The value with its bound, in Chinese"),
    "text_en": Column("算得（英文）", "In words", "带界限的数，英文", "The value with its bound, in English"),
    "lower": Column(
        "下限", "Lower bound", "两边的数所允许的最小值，精确的小数或分数；空为没有下限",
        "The least that both figures allow, an exact decimal or fraction; empty where nothing bounds it",
    ),
    "upper": Column(
        "上限", "Upper bound", "两边的数所允许的最大值；空为没有上限",
        "The most that both figures allow; empty where nothing bounds it",
    ),
    "lower_included": Column(
        "含下限", "Lower included", "下限本身是否可能", "Whether the lower bound itself is possible", "boolean",
    ),
    "upper_included": Column(
        "含上限", "Upper included", "上限本身是否可能", "Whether the upper bound itself is possible", "boolean",
    ),
    "about": Column("约数", "About", "是否有一边是约数", "Whether a figure is an “about”", "boolean"),
    "unit_measure": Column("计量单位代码", "Unit code", "lower、upper 的单位", "The unit of lower and upper"),
    "release": Column(
        "公开范围代码", "Access code", "所依据的文件中最严的：public、internal、embargoed 或 unsaid",
        "The strictest of the documents it rests on: public, internal, embargoed or unsaid",
    ),
    "unchecked": Column(
        "含未核对的数", "Unchecked", "是否有一边还没有核对", "Whether a figure that it rests on is unchecked", "boolean",
    ),
    "working_zh": Column(
        "算法", "Working (Chinese)", "两行：原文数字怎样算，区间怎样算", "Two lines: the figures as printed, then their intervals",
    ),
    "working_en": Column("算法（英文）", "Working", "同上，英文", "The same in English"),
    "because_zh": Column("为什么可以这样算", "Why it may be so (Chinese)", "以及要注意什么", "And what to mind, in Chinese"),
    "because_en": Column("为什么可以这样算（英文）", "Why it may be derived so", "同上，英文", "And what to mind"),
    "input_codes": Column(
        "两边的核验码", "Codes of the inputs", "所依据的每个数的核验码，以分号隔开；分子在前，增长是较早的在前",
        "The codes of the figures it follows from, parted by semicolons: the numerator first, of growth the earlier one",
    ),
    "input_indicators": Column("两边的指标", "Indicators of the inputs", "次序同核验码", "In the order of the codes"),
    "input_ref_areas": Column("两边的地区", "Areas of the inputs", "次序同核验码", "In the order of the codes"),
    "input_time_periods": Column("两边的时期", "Periods of the inputs", "次序同核验码", "In the order of the codes"),
    "input_figures": Column("两边的原文数字", "Inputs as printed", "次序同核验码", "In the order of the codes"),
    "input_documents": Column("两边的来源文件", "Documents of the inputs", "次序同核验码", "In the order of the codes"),
    "input_sections": Column("两边的出处", "Sections of the inputs", "次序同核验码", "In the order of the codes"),
}
"""Every column of ``derived.csv``; ``derived.json`` has ``inputs`` in place of those that begin so."""

SDMX_COLUMNS: Final[dict[str, Column]] = {
    "STRUCTURE": Column(
        "结构种类", "Structure", "SDMX-CSV：dataflow", "In SDMX-CSV: dataflow"
    ),
    "STRUCTURE_ID": Column(
        "结构代码", "Structure code", "SDMX-CSV：数据流及其版本", "In SDMX-CSV: the dataflow and its version"
    ),
    "ACTION": Column("动作", "Action", "SDMX-CSV:I 为信息", "In SDMX-CSV: I is information"),
    "UNIT_MULT": Column(
        "数量级", "Unit multiplier",
        "SDMX-CSV：数值为 OBS_VALUE 乘以 10 的 UNIT_MULT 次方；这里总是 0，OBS_VALUE 已是全数",
        "In SDMX-CSV: the value is OBS_VALUE times 10 to the UNIT_MULT; always 0, OBS_VALUE is in full",
        "integer",
    ),
    "DECIMALS": Column(
        "小数位数", "Decimals", "SDMX-CSV：OBS_VALUE 的小数位数", "In SDMX-CSV: the decimals of OBS_VALUE",
        "integer",
    ),
    "STATED_UNIT_MULT": Column(
        "原文数量级", "Stated multiplier", "SDMX-CSV：即其他格式的 unit_mult",
        "In SDMX-CSV: what the other formats call unit_mult", "integer",
    ),
    "STATED_DECIMALS": Column(
        "原文小数位数", "Stated decimals", "SDMX-CSV：即其他格式的 decimals",
        "In SDMX-CSV: what the other formats call decimals", "integer",
    ),
    "STATUS_KIND": Column(
        "状态种类", "Kind of status",
        "SDMX-CSV:normal 正常、estimate 估计、forecast 预测、provisional 初步、target 目标；"
        "SDMX 没有目标的代码，目标的 OBS_STATUS 写作 F（预测），以这一列区分",
        "In SDMX-CSV: normal, estimate, forecast, provisional or target; SDMX has no code for a target, "
        "whose OBS_STATUS is F (forecast), and this column tells the two apart",
    ),
}
"""The columns that only SDMX-CSV has; its others are those above in capitals."""


def kind(column: str) -> str:
    """Return what a column holds: text, number, integer or boolean."""
    entry = COLUMNS.get(column) or SDMX_COLUMNS.get(column)
    return "text" if entry is None else entry.kind


def heading(column: str, lang: str) -> str:
    """Return a column's heading; one without entry is its own heading."""
    entry = COLUMNS.get(column) or SDMX_COLUMNS.get(column)
    return column if entry is None else (entry.en if lang == "en" else entry.zh)


def about(column: str, lang: str) -> str:
    """Return what a column holds; nothing for one without entry."""
    entry = COLUMNS.get(column) or SDMX_COLUMNS.get(column)
    return "" if entry is None else (entry.about_en if lang == "en" else entry.about_zh)
