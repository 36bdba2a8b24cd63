"""Numbers that what is said around them alone makes figures. All sentences are written for this test."""

from __future__ import annotations

import pytest

from indicators.figures import find_figures
from indicators.figures.standard import standard_units

UNITS = standard_units()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # A level that changed, in days: 45 and 30 days, 15 days less.
        ("办理时限由法定45日压缩至30日，缩短15日。", [("45日", 45, "day"), ("压缩至30日", 30, "day"), ("缩短15日", -15, "day")]),
        ("平均用时由30日缩短为7日。", [("30日", 30, "day"), ("缩短为7日", 7, "day")]),
        ("报名延长至30日，4日至6日开会，9月12日前办结。", []),
        # An index, which has no unit.
        ("指数由38.2上升至45.6。", [("38.2", 38.2, "index"), ("上升至45.6", 45.6, "index")]),
        ("指数从2029年的38.2提高到45.6。", [("38.2", 38.2, "index"), ("提高到45.6", 45.6, "index")]),
        ("平均PUE由1.5降至1.25，", [("1.5", 1.5, "index"), ("降至1.25", 1.25, "index")]),
        ("新建中心PUE值一律控制在1.25以下，", [("控制在1.25以下", 1.25, "index")]),
        ("PUE值降至1.29，较2031年下降0.18。", [("PUE值降至1.29", 1.29, "pue"), ("较2031年下降0.18", -0.18, "index")]),
        ("由3.2上升至4.5。", []),
        # What the number before it counts.
        ("注册用户1986.4万，较二季度末增加41.2万。",
         [("1986.4万", 19864000, "household"), ("较二季度末增加41.2万", 412000, "household")]),
        ("登记用户截至今年八月底逾四百万，较去年同期的约320万增加四分之一",
         [("逾四百万", 4000000, "household"), ("约320万", 3200000, "household"), ("增加四分之一", 25, "percent")]),
        ("9月DOU为24.6GB/户，", [("24.6GB/户", 24.6, "gb_per_household_month")]),
        # By so much, to so much.
        ("比重较去年同季末上升1.4个百分点至98.6%。",
         [("比重较去年同季末上升1.4个百分点", 1.4, "percentage_point"), ("98.6%", 98.6, "percent")]),
        ("日活跃用户峰值182万。", [("182万", 1820000, "person")]),
    ],
)
def test_what_makes_a_number_a_figure(text: str, figures: list[tuple[str, float, str]]) -> None:
    """Days that are cut, an index between two levels, a number held to the one before it; nothing else."""
    found = [found.figure for found in find_figures(text, UNITS)]
    assert [(one.text, float(one.value or 0), one.unit) for one in found] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of listed firms rose from 310 at the end of last year to 455.", ["310", "455"]),
        ("The number of listed firms rose from 310 to 455 in 2031.", ["310", "455"]),
        ("The number of data sets has risen from 310 to 1,455.", ["310", "1,455"]),
        ("They walked from 310 to 455.", []),
        ("The number of firms rose, and their share from 20 to 30 percent.", ["20 to 30 percent"]),
        ("It opened in September. Roughly seven in ten of them stay; one in five did so for one in five years.",
         ["Roughly seven in ten", "one in five"]),
        ("It hosts 486 companies and over 30,000 employees aged 60 and over.", ["486 companies", "over 30,000"]),
        ("They built 33.7 5G base stations for every 10,000 people.", ["33.7 5G base stations for every 10,000 people"]),
        ("It built 15,200 petaflops and 1.2 exaflops.", ["15,200 petaflops", "1.2 exaflops"]),
        ("It has 39.5 for every 10,000 persons.", ["39.5 for every 10,000 persons"]),
        ("They use about one and a half times as much.", ["about one and a half times"]),
    ],
)
def test_what_makes_an_english_number_a_figure(text: str, figures: list[str]) -> None:
    """Two levels of what is counted, one in so many, a number and a half."""
    assert [found.figure.text for found in find_figures(text, UNITS)] == figures
