"""The words that frame a figure: changes and what they are measured against, ranks, durations.

Tables, no logic; the methodology page is made from them.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from indicators.figures.model import Change


class ChangeWord(NamedTuple):
    """A word that makes the number a change; a decline is negative and turns its bounds round.

    下降近2% is a number in (-2, 0], hence greater than -2; 下降超过2% is less than -2.

    Attributes:
        text: The word.
        change: Which way it points.
        zh: Its reading in Chinese.
        en: Its reading in English.
        not_after: Characters after which the scanner doesn't take it for this word.
        not_before: Characters before which it isn't this word (降低于5% is 降 低于5%).
    """

    text: str
    change: Change
    zh: str
    en: str
    not_after: str = ""
    not_before: str = ""


def _change(change: Change, zh: str, en: str, *texts: str) -> tuple[ChangeWord, ...]:
    return tuple(ChangeWord(text, change, zh, en) for text in texts)


CHANGE_WORDS: Final[tuple[ChangeWord, ...]] = (
    *_change(
        Change.GROWTH,
        "增长，取正值",
        "growth, positive",
        *("增长率", "增长", "增加", "增幅", "增速", "上升", "上涨", "提高", "提升", "扩大"),
        *("增长了", "增加了", "上升了", "上涨了", "提高了", "提升了", "扩大了"),
        *("净增", "净增加", "净增长", "净增了", "递增", "攀升", "回升", "上调", "加快", "加快了", "高出", "前移", "前进", "前进了"),
    ),
    *_change(
        Change.DECLINE,
        "下降，取负值，界限随之反向",
        "decline, negative, its bounds turned round",
        *("下降", "减少", "下滑", "下跌", "回落", "缩减", "缩短", "缩小", "收窄", "降幅"),
        *("下降了", "减少了", "下滑了", "降低了", "缩短了", "缩减了", "缩小了", "收窄了"),
        *("负增长", "净减", "下调", "压减", "压降", "压缩", "压缩了", "放缓", "放缓了", "后移"),
    ),
    ChangeWord(
        "降低",
        Change.DECLINE,
        "下降，取负值，界限随之反向",
        "decline, negative, its bounds turned round",
        not_before="于",
    ),
    ChangeWord(
        "净减少",
        Change.DECLINE,
        "下降，取负值，界限随之反向",
        "decline, negative, its bounds turned round",
        not_before="于",
    ),
    ChangeWord("多增", Change.GROWTH, "增长，取正值", "growth, positive"),
    ChangeWord("少增", Change.DECLINE, "比基期增得少，取负值", "grew by less than the base, negative"),
    ChangeWord("增", Change.GROWTH, "增长，取正值", "growth, positive", "新递倍激净少多"),
    ChangeWord(
        "降",
        Change.DECLINE,
        "下降，取负值，界限随之反向",
        "decline, negative, its bounds turned round",
        "下",
    ),
)
"""Every word of change."""

RATES_OF_CHANGE: Final = frozenset({"增速", "增幅", "增长率", "降幅"})
"""Words of change that name a rate, of which another word may say how it changed: 增速提高2个百分点."""

COMPARED: Final[dict[str, ChangeWord]] = {
    text: ChangeWord(text, change, "与基期相比，只用于写明基期之后", "against a base; only after it is named")
    for text, change in (
        ("高", Change.GROWTH), ("多", Change.GROWTH), ("低", Change.DECLINE), ("少", Change.DECLINE),
    )
}
"""Words of change that are one only after what the change is measured against: 比上年末高1.3."""

ScopeOf = Literal["change", "rank", "duration", "multiple"]


class ScopeWord(NamedTuple):
    """A word that frames the number without changing it, and the kind of figure it goes with."""

    text: str
    scope_of: ScopeOf
    zh: str
    en: str


SCOPE_WORDS: Final[tuple[ScopeWord, ...]] = (
    *(
        ScopeWord(text, "change", "比较的基期", "what the change is measured against")
        for text in (
            *("同比", "环比", "按年", "按月", "按季", "按年计", "年均", "年平均", "平均", "比上年", "较上年", "比去年", "较去年"),
            *("比上年同期", "较上年同期", "比去年同期", "较去年同期", "同比名义", "同比实际"),
            *("比上年末", "较上年末", "比上年底", "较上年底", "比去年末", "较去年末", "比去年底"),
            *("较去年底", "比年初", "较年初", "比上月", "较上月", "比上月末", "较上月末", "比上季度"),
            *("较上季度", "比上季度末", "较上季度末", "与上年相比", "与去年相比", "与上年同期相比"),
            *("与去年同期相比", "比上年度", "较上年度", "两年平均", "名义", "实际"),
            *("按可比价格", "按可比价", "按可比价格计算", "按可比口径", "按不变价格", "按不变价"),
        )
    ),
    *(
        ScopeWord(text, "multiple", "与之相比的基数", "what the multiple is taken of")
        for text in (
            *(f"{verb}{base}的" for verb in ("", "是", "为", "达", "达到", "相当于", "约为", "约是")
              for base in ("上年", "上年末", "上年底", "上年同期", "去年", "去年底", "去年同期", "上月")),
        )
    ),
    *(
        ScopeWord(text, "rank", "名次的范围", "what the rank is taken in")
        for text in (
            *("世界", "全球", "亚洲", "全国", "国内", "全省", "省内", "全市", "华南", "大湾区"),
            *("排名", "排行", "位居", "位列", "居于", "稳居", "跃居", "居", "列", "排", "排在"),
            *("进入", "跻身", "连续", "保持", "在", "并列"),
        )
    ),
    ScopeWord("连续", "duration", "逐年不间断", "year after year without a break"),
)
"""Every scope word: a closed list, for unread text is never passed over."""

_YEAR: Final = "(?:(?:19|20)[0-9]{2}|[一二][〇零九][〇零一二三四五六七八九]{2})"
_MONTH: Final = "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])"
_PART: Final = (
    rf"(?:前?[一二三四1-4]个?季度|[上下]半年|(?:{_MONTH}月?[-—–~至到])?{_MONTH}月份?|前{_MONTH}个月)[末底]?"
)
YEAR_FRAMES: Final[tuple[tuple[str, ScopeOf], ...]] = (
    (rf"[比较](?:今年|去年|上年|本年|当年)?{_PART}", "change"),
    (r"[比较](?:上|同|去年同|上年同|前一)季度?[末底]?", "change"),
    (r"[比较](?:今年|本年|前年|同期|上周|上个月|前一年|前一个?月)(?:同期|[末底初])?", "change"),
    (rf"(?:比|较|与){_YEAR}年(?:年?[末底初]|同期)?(?:相比)?", "change"),
    (rf"(?:是|为|达|达到|相当于|约为|约是)?{_YEAR}年(?:年?[末底]|同期)?的", "multiple"),
)
"""Scopes that name a year or a part of one: 较2020年末, 是2020年的; an expression, and what it goes with."""
