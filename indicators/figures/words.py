"""The bound words of a figure, and how this project reads them: tables, no logic.

The methodology page is made from these tables, so that what is published is what is done.

No public rule fixes what 超, 近, 逾 or 突破 mean exactly; the readings are the project's own. Where a
rule exists they follow it: article 1259 of the Civil Code (民法典第一千二百五十九条) has 以上, 以下 and
以内 include the number and 超过 and 不满 exclude it.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from indicators.figures.model import Relation

Position = Literal["before", "inside", "after"]


class Reading(NamedTuple):
    """What a relation asserts of a printed number v.

    Attributes:
        relation: The relation.
        symbol: The sign shown beside the printed word.
        interval: The interval asserted, as a formula.
        zh: The reading in Chinese.
        en: The reading in English.
    """

    relation: Relation
    symbol: str
    interval: str
    zh: str
    en: str


READINGS: Final[tuple[Reading, ...]] = (
    Reading(
        Relation.EQUAL,
        "=",
        "[v, v] | [v − u/2, v + u/2)",
        "等于所写数。可数单位的普通整数（53个）为准确值；带数量级、小数或计量单位的，"
        "为末位数字的舍入区间，u 为末位数字所代表的大小（1.23万座 → 12250至12350）。",
        "Equal to the printed number. A plain integer of something counted (53个) is exact; with "
        "a multiplier, decimals or a measured unit it is the rounding interval of the last "
        "printed digit, u being what that digit stands for (1.23万座 → 12250 to 12350).",
    ),
    Reading(
        Relation.GREATER_THAN,
        ">",
        "(v, ∞)",
        "大于所写数，不含本数。",
        "Greater than the printed number, which is excluded.",
    ),
    Reading(
        Relation.AT_LEAST,
        "≥",
        "[v, ∞)",
        "不小于所写数，含本数。",
        "The printed number or more.",
    ),
    Reading(
        Relation.LESS_THAN,
        "<",
        "[0, v)",
        "小于所写数，不含本数，不小于零。",
        "Less than the printed number, which is excluded; not below zero.",
    ),
    Reading(
        Relation.AT_MOST,
        "≤",
        "[0, v]",
        "不大于所写数，含本数，不小于零（名次不小于一）。",
        "The printed number or less, not below zero (a rank: not below one).",
    ),
    Reading(
        Relation.ABOUT,
        "≈",
        "[v − u/2, v + u/2)",
        "所写数的近似值：整数取末位非零数字的舍入区间（约100 → 50至150），"
        "有小数的取末位小数的舍入区间。",
        "Roughly the printed number: an integer is taken to be rounded at its last digit that "
        "isn't zero (约100 → 50 to 150), one with decimals at its last decimal.",
    ),
    Reading(
        Relation.BETWEEN,
        "–",
        "[a, b]",
        "介于所写两数之间，含两端；数十为[20, 100)，十几为(10, 20)。",
        "Between the two printed numbers, both included; 数十 is [20, 100), 十几 is (10, 20).",
    ),
)


class BoundWord(NamedTuple):
    """A word that says how the true number stands to the printed one.

    Attributes:
        text: The word.
        relation: What it says.
        position: Where it stands: before the number, inside (between digits and multiplier or
            multiplier and unit), after the unit.
        zh: Its reading in Chinese.
        en: Its reading in English.
        not_after: Characters after which the scanner doesn't take it for this word (通过).
        not_before: Characters before which it isn't this word (增长至少, 以上述).
    """

    text: str
    relation: Relation
    position: Position
    zh: str
    en: str
    not_after: str = ""
    not_before: str = ""


def _bound(
    relation: Relation,
    position: Position,
    zh: str,
    en: str,
    *texts: str,
    not_after: str = "",
    not_before: str = "",
) -> tuple[BoundWord, ...]:
    return tuple(
        BoundWord(text, relation, position, zh, en, not_after, not_before) for text in texts
    )


_GT_ZH, _GT_EN = "大于，不含本数", "more than, the number excluded"
_GE_ZH, _GE_EN = "不小于，含本数", "the number or more"
_LT_ZH, _LT_EN = "小于，不含本数", "less than, the number excluded"
_LE_ZH, _LE_EN = "不大于，含本数", "the number or less"
_ABOUT_ZH, _ABOUT_EN = "近似", "roughly"
_EQ_ZH, _EQ_EN = "等于；该词只作引导，不改变数值", "equal; the word introduces the number only"
_LEVEL_ZH = "等于；所写为变动后的水平，不是变动量"
_LEVEL_EN = "equal; the number is the level reached, not the change"

RELATION_WORDS: Final[tuple[BoundWord, ...]] = (
    *_bound(
        Relation.GREATER_THAN,
        "before",
        _GT_ZH,
        _GT_EN,
        *("超过", "超过了", "超出", "超", "超越", "突破", "突破了", "逾", "高于", "大于", "多于", "不止", ">"),
    ),
    *_bound(Relation.GREATER_THAN, "before", _GT_ZH, _GT_EN, "破", not_after="突打攻爆踏侦残"),
    *_bound(Relation.GREATER_THAN, "before", _GT_ZH, _GT_EN, "过", not_after="通经超不度透难悔错"),
    *_bound(
        Relation.AT_LEAST,
        "before",
        _GE_ZH,
        _GE_EN,
        *("不少于", "不低于", "不小于", "不下于", "至少", "起码", "最少", "最低", "≥",
          "至少有", "最少有", "起码有", "至少为"),
    ),
    *_bound(Relation.AT_LEAST, "before", _GE_ZH, _GE_EN, "不下", not_after="高"),
    BoundWord(
        "上",
        Relation.AT_LEAST,
        "before",
        "不小于，含本数；只用于上百、上千、上万、上亿",
        "the number or more; only in 上百, 上千, 上万, 上亿",
        not_after="以网线晚早马身",
    ),
    *_bound(
        Relation.LESS_THAN,
        "before",
        _LT_ZH,
        _LT_EN,
        *("接近", "将近", "不足", "不到", "低于", "少于", "小于", "不满", "未满", "<"),
        *("未达到", "未达", "尚未达到", "没有达到", "不达"),
    ),
    *_bound(
        Relation.LESS_THAN,
        "before",
        _LT_ZH + "；不用于时长（近3年多指最近三年）",
        _LT_EN + "; not before a duration (近3年 mostly means the last three years)",
        "近",
        not_after="附最接邻将靠临",
    ),
    *_bound(
        Relation.AT_MOST,
        "before",
        _LE_ZH,
        _LE_EN,
        *(
            "最高可达到",
            "最高可达",
            "最高",
            "最多可达到",
            "最多可达",
            "最多",
            "至多",
            "可达到",
            "可达",
            "最多有",
            "至多有",
            "最多为",
            "最高为",
        ),
        *("不超过", "不超", "不高于", "不多于", "不大于", "≤"),
        *("未超过", "未超", "未突破", "尚未超过", "尚未突破", "没有超过", "没有突破"),
    ),
    *_bound(
        Relation.ABOUT,
        "before",
        _ABOUT_ZH,
        _ABOUT_EN,
        *(
            "大约",
            "约莫",
            "差不多",
            "差不多有",
            "大概",
            "大致",
            "约有",
            "约为",
            "约合",
            "约达到",
            "约达到了",
            "约达",
            "约占比",
            "约占比重",
            "约占",
            "约合计",
            "≈",
        ),
    ),
    *_bound(Relation.ABOUT, "before", _ABOUT_ZH, _ABOUT_EN, "约", not_after="节预签条制合大契邀简"),
    *_bound(
        Relation.EQUAL,
        "before",
        _EQ_ZH,
        _EQ_EN,
        *("已达到", "已达", "达到", "达到了", "高达", "多达", "累计达到", "累计达", "累计", "总计"),
        *("合计", "共计", "总共", "一共", "共有", "已有", "现有", "拥有", "仅有", "仅为", "仅", "已"),
        *("占比", "占比为", "占比达", "占比达到", "比重", "比重为", "比重达", "比重达到", "占", "=", "实现"),
        *("占比重", "占比重为", "占比重达", "占比重达到", "累计达到了", "已达到了"),
        *("占比达到了", "比重达到了", "占比重达到了", "折合", "分别为", "分别达", "分别达到"),
        *("控制在", "稳定在", "维持在", "保持在", "均为", "均达", "均达到"),
    ),
    *_bound(Relation.EQUAL, "before", _EQ_ZH, _EQ_EN, "达", not_after="发表到传抵下送转"),
    *_bound(Relation.EQUAL, "before", _EQ_ZH, _EQ_EN, "共", not_after="公"),
    # The scanner never begins a figure with 为: in prose it mostly means "for".
    *_bound(Relation.EQUAL, "before", _EQ_ZH, _EQ_EN, "为"),
    *_bound(
        Relation.EQUAL,
        "before",
        _LEVEL_ZH,
        _LEVEL_EN,
        *("增加到", "增长到", "提高到", "提升到", "上升到", "扩大到", "减少到", "下降到", "降低到"),
        *("增到", "升到", "减到", "降到", "扩展到", "缩短到", "缩减到", "压缩到", "回升到", "回落到"),
        *("攀升到", "跃升到", "增加为", "上升为", "提升为", "提高为", "升为"),
        *("下降为", "减少为", "降低为", "降为", "缩短为"),
    ),
    # Not before 少 and 多: 增长至少5% is growth of at least 5 %.
    *_bound(
        Relation.EQUAL,
        "before",
        _LEVEL_ZH,
        _LEVEL_EN,
        *("增至", "增加至", "增长至", "提高至", "提升至", "上升至", "升至", "扩大至"),
        *("减至", "减少至", "下降至", "降低至", "降至", "缩短至", "缩减至", "压缩至", "扩展至", "扩至"),
        *("回升至", "回落至", "攀升至", "跃升至", "跃至", "激增至"),
        not_before="少多",
    ),
    BoundWord(
        "新增",
        Relation.EQUAL,
        "before",
        "等于；所写为新增数量（流量），不是净变动",
        "equal; the number counts additions (a flow), not the net change",
    ),
    *_bound(Relation.BETWEEN, "before", "介于两数之间", "between the two numbers", "介于"),
    *_bound(Relation.GREATER_THAN, "inside", _GT_ZH, _GT_EN, "余", "多"),
    *_bound(Relation.ABOUT, "inside", _ABOUT_ZH, _ABOUT_EN, "来"),
    BoundWord(
        "几",
        Relation.BETWEEN,
        "inside",
        "十几 = 大于10、小于20",
        "十几 is more than 10, less than 20",
    ),
    BoundWord("以上", Relation.AT_LEAST, "after", _GE_ZH, _GE_EN, not_before="述各"),
    *_bound(Relation.AT_LEAST, "after", _GE_ZH, _GE_EN, "及以上", "或以上"),
    BoundWord("以下", Relation.AT_MOST, "after", _LE_ZH, _LE_EN, not_before="简几列"),
    *_bound(Relation.AT_MOST, "after", _LE_ZH, _LE_EN, "及以下", "或以下", "之内"),
    # In prose only where the clause ends: 5家不到会 says that five don't come.
    *_bound(Relation.LESS_THAN, "after", _LT_ZH, _LT_EN, "不到"),
    BoundWord("以内", Relation.AT_MOST, "after", _LE_ZH, _LE_EN, not_before="部"),
    BoundWord(
        "内",
        Relation.AT_MOST,
        "after",
        _LE_ZH + "；只用于时长（3年内）",
        _LE_EN + "; only after a duration （3年内）",
        not_before="部",
    ),
    BoundWord("左右", Relation.ABOUT, "after", _ABOUT_ZH, _ABOUT_EN, not_before="手"),
    BoundWord("上下", Relation.ABOUT, "after", _ABOUT_ZH, _ABOUT_EN, not_before="游"),
    *_bound(Relation.GREATER_THAN, "after", _GT_ZH, _GT_EN, "有余"),
    *_bound(
        Relation.GREATER_THAN,
        "after",
        _GT_ZH + "；不用于可数单位（5年多、3公里余）",
        _GT_EN + "; not after counted things （5年多, 3公里余）",
        *("余", "多"),
    ),
    BoundWord(
        "强", Relation.GREATER_THAN, "after", _GT_ZH + "；只用于几分之几和成（三分之一强）",
        _GT_EN + "; only after a share in parts or tenths （三分之一强）", not_before="度力劲势国校企化制调",
    ),
    BoundWord(
        "弱", Relation.LESS_THAN, "after", _LT_ZH + "；只用于几分之几和成（三成弱）",
        _LT_EN + "; only after a share in parts or tenths （三成弱）", not_before="势项点化视电",
    ),
    *_bound(Relation.EQUAL, "after", _EQ_ZH, _EQ_EN, "之多"),
    *_bound(Relation.BETWEEN, "after", "介于两数之间", "between the two numbers", "之间", "不等"),
)
"""Every bound word the grammar knows."""
