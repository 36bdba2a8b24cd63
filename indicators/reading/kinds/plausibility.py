"""Kinds of problem with figures that don't fit their neighbours, and with what confirms them."""

from __future__ import annotations

from typing import Final

from indicators.reading.kinds.kind import Kind

_LOOK: Final = (
    "看原文：{example}抄错了就改正；原文确实如此、数也没错，就在这一条写 "
    "confirmed: {{figure: {written}, because: {{zh: 理由, en: reason}}}}，理由给读者看"
)
_LOOK_EN: Final = (
    "look at the text: {example}correct it if it was copied wrongly; if it is printed so and true, "
    "write confirmed: {{figure: {written}, because: {{zh: 理由, en: reason}}}} at this claim; readers "
    "see the reason"
)

PLAUSIBILITY_PROBLEMS: Final[dict[str, Kind]] = {
    "implausible-change": Kind(
        "{indicator}：{this_zh}与 {other_zh}不合，{reason}；{apart_zh}，应{expected}{did_you_mean}",
        "{indicator}: {this_en} doesn't fit {other_en}, {reason}; {apart_en}, it should be "
        "{expected}{did_you_mean}",
        _LOOK, _LOOK_EN, "warning",
    ),
    "falling-cumulative": Kind(
        "{indicator}是累计数，不会减少，却从 {early_zh}减到 {late_zh}，{apart_zh}{did_you_mean}",
        "{indicator} counts from a beginning and can't fall, but goes from {early_en} to {late_en}, "
        "{apart_en}{did_you_mean}",
        _LOOK, _LOOK_EN, "warning",
    ),
    "repeated-figure": Kind(
        "{indicator}：{this_zh}与 {other_zh}一字不差，像是把上一期的数又写了一遍",
        "{indicator}: {this_en} is printed just like {other_en}, as if the earlier period's figure "
        "had been entered again",
        _LOOK, _LOOK_EN, "warning",
    ),
    "part-above-whole": Kind(
        "{indicator}：{this_zh}大于 {other_zh}，它是其中的一部分；{apart_zh}，应{expected}{did_you_mean}",
        "{indicator}: {this_en} is greater than {other_en}, of which it is a part; {apart_en}, it "
        "should be {expected}{did_you_mean}",
        _LOOK, _LOOK_EN, "warning",
    ),
    "increase-above-level": Kind(
        "{indicator}：{this_zh}是增加的数，却大于增加之后的总数 {other_zh}{did_you_mean}",
        "{indicator}: {this_en} is an increase, but greater than the level it led to, {other_en}"
        "{did_you_mean}",
        _LOOK, _LOOK_EN, "warning",
    ),
    "increase-off-level": Kind(
        "{indicator}：{this_zh}与总数的增长对不上，到 {other_zh}为止，应{expected}{did_you_mean}",
        "{indicator}: {this_en} doesn't go with how far the level rose until {other_en}; it should "
        "be {expected}{did_you_mean}",
        _LOOK, _LOOK_EN, "warning",
    ),
    "fractional-count": Kind(
        "{indicator}：{found} 不是整数，而这里数的是整数{did_you_mean}",
        "{indicator}: {found} isn't whole, but whole things are counted here{did_you_mean}",
        _LOOK, _LOOK_EN, "warning",
    ),
    "period-hardly-begun": Kind(
        "{indicator}：{found} 说的是 {period}，文件成文时（{dated}）这一时期才刚开始{did_you_mean}",
        "{indicator}: {found} speaks of {period}, which had hardly begun when the document was dated "
        "({dated}){did_you_mean}",
        "看原文：多半说的是上一期，改正 period；若是预测或目标，写明 obs_status；原文确实如此，就在这一条写 "
        "confirmed: {{figure: {written}, because: {{zh: 理由, en: reason}}}}，理由给读者看",
        "look at the text: most likely the period before is meant, so correct period; for a forecast "
        "or a target state obs_status; if it is printed so and true, write confirmed: {{figure: "
        "{written}, because: {{zh: 理由, en: reason}}}} at this claim; readers see the reason", "warning",
    ),
    "needless-confirmation": Kind(
        "{found} 写了 confirmed，却没有什么要确认的", "{found} is confirmed, but nothing is in doubt",
        "删去 confirmed", "delete confirmed", "warning",
    ),
    "confirmation-outdated": Kind(
        "确认的是 {found}，这一条现在是 {expected}，它没有得到确认——{reason}",
        "{found} was confirmed, but the claim now says {expected}, which isn't – {reason}",
        "再看一遍原文；{expected} 也确实如此，就把 confirmed 里的 figure 也改成它，否则改回来",
        "look at the text again; if {expected} is true as well, write it in confirmed too, else put "
        "the old figure back", "warning",
    ),
    "confirmed-by-itself": Kind(
        "{found} 不能给自己作证：confirmed 的 by 写的是本文件",
        "{found} can't confirm itself: by names its own document",
        "写另一份说了同一个数的来源文件；没有就删去 by", "name another document that gives the same figure, "
        "or delete by",
    ),
    "confirmation-unfounded": Kind(
        "{found} 不能证实 {expected}：{reason}", "{found} doesn't confirm {expected}: {reason}",
        "写一份说了同一个数的来源文件；没有就删去 by", "name a document that gives the same figure, or "
        "delete by",
    ),
    "confirmed-in-a-circle": Kind(
        "确认绕成了圈：{found}", "the confirmations go in a circle: {found}",
        "删去其中一个 by，在 because 里写明凭什么", "delete one by, and say in because what it rests on",
    ),
}
