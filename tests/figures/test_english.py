"""English figures: the second grammar behind the same functions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators.figures import FigureError, Sense, find_figures, parse_figure
from indicators.figures.standard import standard_units
from tests.operations import growth

from .test_readings import check, rows_of

UNITS = standard_units()

# The rules of `forms`: a count without multiplier is exact, else the last printed digit is rounded;
# about holds the last digit that isn't zero; a share is known to half of one of its parts.
FORMS = """
over 4.39 million        | greater_than | 4390000 | (4390000, ∞) | item | 6 | 2
about 114,500            | about | 114500 | [114450, 114550) | item | 0 | 0
1.52 million yuan        | equal | 1520000 | [1515000, 1525000) | yuan | 6 | 2
nearly 3 percent         | less_than | 3 | [0, 3) | percent | 0 | 0
more than 10,000         | greater_than | 10000 | (10000, ∞) | item | 0 | 0
three quarters           | equal | 75 | [70.83333333333333333333333333, 77.5) | percent | 0 | 0
half                     | equal | 50 | [41.66666666666666666666666667, 58.33333333333333333333333333) | percent | 0 | 0
over half                | greater_than | 50 | (50, ∞) | percent | 0 | 0
two-fifths               | equal | 40 | [36.66666666666666666666666667, 45) | percent | 0 | 0
RMB 5 billion            | equal | 5000000000 | [4500000000, 5500000000) | yuan | 9 | 0
US$1.2 billion           | equal | 1200000000 | [1150000000, 1250000000) | us_dollar | 9 | 1
up 5.2 percent           | equal | 5.2 | [5.15, 5.25) | percent | 0 | 1
down 2.1%                | equal | -2.1 | (-2.15, -2.05] | percent | 0 | 1
fell by over 3 percent   | less_than | -3 | (∞, -3) | percent | 0 | 0
up 0.4 percentage points | equal | 0.4 | [0.35, 0.45) | percentage_point | 0 | 1
5.2 percent increase     | equal | 5.2 | [5.15, 5.25) | percent | 0 | 1
between 20 and 100 enterprises | between | - | [20, 100] | enterprise | 0 | 0
20 to 100 enterprises    | between | - | [20, 100] | enterprise | 0 | 0
at least 3 years         | at_least | 3 | [3, 3∞) | year | 0 | 0
up to 500 companies      | at_most | 500 | [0, 500] | enterprise | 0 | 0
no less than 85 percent  | at_least | 85 | [85, ∞) | percent | 0 | 0
85 percent or more       | at_least | 85 | [85, ∞) | percent | 0 | 0
1.2 million+             | at_least | 1200000 | [1200000, ∞) | item | 6 | 1
doubled to 240,000       | equal | 240000 | [240000, 240000] | item | 0 | 0
ranked third             | equal | 3 | [3, 3] | rank | 0 | 0
top 10                   | at_most | 10 | [1, 10] | rank | 0 | 0
doubled                  | equal | 2 | [1.95, 2.05) | times | 0 | 0
3.2 times                | equal | 3.2 | [3.15, 3.25) | times | 0 | 1
twenty-five thousand     | equal | 25000 | [24500, 25500) | item | 3 | 0
two hundred and three companies | equal | 203 | [203, 203] | enterprise | 0 | 0
one hundred million yuan | equal | 100000000 | [99500000, 100500000) | yuan | 6 | 0
over 430,000 kilometres  | greater_than | 430000 | (430000, ∞) | km | 0 | 0
a total of 53 projects   | equal | 53 | [53, 53] | project | 0 | 0
""".replace("3∞", "∞")


@pytest.mark.parametrize("row", rows_of(FORMS), ids=lambda row: row[0])
def test_form(row: list[str]) -> None:
    """An English figure is read as worked by hand, and kept as printed."""
    check(row, UNITS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12,34 firms", "bad-grouping"), ("1.2.3 million", "bad-number"), ("5 widgets", "unread-text"),
        ("from 642 to 1,108 firms", "unread-text"), ("100 to 20 km", "range-reversed"),
        ("over 20 to 30 km", "bound-on-range"), ("over about 5 km", "contradicting-bounds"),
        ("between 20 firms", "not-a-range"), ("up down 5 percent", "unread-text"), ("five thirds", "fraction"),
        ("over 2 thousand in 2030", "unread-text"), ("007 firms", "leading-zero"), ("in 2030", "unread-text"),
    ],
)
def test_what_has_no_single_reading_is_refused(text: str, code: str) -> None:
    """As in Chinese, with the same reasons."""
    with pytest.raises(FigureError) as caught:
        parse_figure(text, UNITS)
    assert caught.value.code == code


def test_a_wanted_unit_is_that_of_a_plain_count() -> None:
    """English names what it counts where Chinese has a measure word."""
    assert parse_figure("about 114,500", UNITS, "enterprise").unit == "enterprise"
    assert parse_figure("about 114,500", UNITS, "km").unit == "item"


def test_growth_and_multiple_are_kept_apart() -> None:
    """Up 1.2 times isn't 1.2 times."""
    assert parse_figure("up 1.2 times", UNITS).sense is Sense.GROWTH
    assert parse_figure("1.2 times", UNITS).sense is Sense.MULTIPLE


PROSE = """Digital Economy in the First Half of 2030
July 18, 2030. Revenue reached 23.86 billion yuan, up 4.2 percent year on year. By the end of June 2030,
the city had built over 102,000 5G base stations, accounting for 47.9 percent of all, in 12 districts.
Nearly two-thirds of the 4,130 enterprises took part in the first three quarters. See Chapter 3, No. 12,
Table 2, and 18 July. The city ranks third; racks doubled to 240,000. Call 020-80001234, room 12, A100 or GPT-4.
"""


def test_prose() -> None:
    """Dates, names and numbers of things are no figures; words of a figure are whole."""
    assert [found.figure.text for found in find_figures(PROSE, UNITS)] == [
        "reached 23.86 billion yuan", "up 4.2 percent year on year", "over 102,000",
        "accounting for 47.9 percent", "12", "Nearly two-thirds", "4,130 enterprises", "ranks third",
        "doubled to 240,000",
    ]
    for found in find_figures(PROSE, UNITS):
        assert PROSE[found.start : found.end] == found.figure.text
        if found.figure.text != "12":  # which alone says no longer what it counts
            assert parse_figure(found.figure.text, UNITS)._replace(spans=None) == found.figure._replace(spans=None)


def test_chinese_prose_is_left_to_its_own_grammar() -> None:
    """Latin letters within it make no English figure."""
    text = "建成5G基站10.97万座, over the top 平台3家, Token 调用 3 万亿 次, reach and more"
    assert [found.figure.text for found in find_figures(text, UNITS)] == ["10.97万座", "3家", "3 万亿 次"]


def test_time_is_linear() -> None:
    """Four times the text takes about four times the operations."""
    for pump in ("over ", "between 20 and ", "three hundred ", "a", "1,000 ", "one two ", "up by 5 percent "):

        def make(size: int, pump: str = pump) -> Callable[[], object]:
            text = "so it is " + pump * (size // len(pump))
            return lambda: find_figures(text, UNITS)

        assert growth(make, 1200) <= 5.0
