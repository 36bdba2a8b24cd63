"""Words on what is plausible between periods, and on what was confirmed."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "confirmed": ("已确认", "Confirmed"),
    "confirmed_lead": (
        "与前后各期或别的数不合，核对之后确实如此的数。",
        "Figures that don't fit their neighbours, looked at again and true all the same.",
    ),
    "confirmed_none": ("目前没有需要确认的数。", "No figure needed confirming."),
    "confirmed_because": ("理由", "Reason"),
    "plausible": ("前后各期怎样才合理", "What is plausible between periods"),
    "plausible_lead": (
        "每个数都与同一指标、地区、分组前后各期的数相比，按各自的取值区间和相隔的时间；不合的，检查时提醒，核对"
        "之后改正，或者写明理由加以确认。累计数不会减少，增量不超过总数，部分不超过整体；印得很细的数原样再出现，"
        "也要核对。",
        "Each figure is compared with those of the same indicator, area and breakdown at other times, "
        "by interval and by the time between. What doesn't fit is reported when the data are checked, "
        "and then corrected or confirmed with a reason. Running counts don't fall, an increase is no "
        "more than its level, a part no more than its whole; and a finely printed figure that comes "
        "again is looked at.",
    ),
    "plausible_wide": (
        "只印了界限的数，当作离印出的数不超过末位有效数字的 {reach} 个单位。预测、目标和别的口径，增加的幅度放宽到"
        " {wide} 倍；事实从不与预测、目标相比。以年、月计的"
        "时长，增加不会超过其间过去的时间。",
        "Where only a bound is printed, the number is taken to be no further away than {reach} units "
        "of the last significant digit. Forecasts, targets and other scopes may exceed the facts {wide} "
        "times as far; facts are never held against forecasts or targets. A duration in years or months can't "
        "lengthen by more than the time between.",
    ),
    "after_a_year": ("一年之后", "After a year"),
    "after_two_years": ("两年之后", "After two years"),
    "let_pass": ("相差多少以内不管", "Difference let pass"),
    "comes_again": ("原样再现时核对", "Looked at when it comes again"),
    "own_tolerance": ("单独规定的指标", "Indicators with a tolerance of their own"),
    "growth_rate": ("增速", "growth rate"),
    "no_limit": ("不限", "no limit"),
    "not_looked_at": ("不核对", "no"),
    "between_times": ("{low} 至 {high} 倍", "{low} to {high} times"),
    "times_at_most": ("至多 {high} 倍", "at most {high} times"),
    "times_at_least": ("至少 {low} 倍", "at least {low} times"),
    "the_same": ("只看相差多少", "by the difference alone"),
    "a_change_of": ("变动 {part} 就显得出来的", "if a change of {part} would show"),
}
