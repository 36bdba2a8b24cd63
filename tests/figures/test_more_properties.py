"""What holds for halves of time, for 差不多, for bases of comparison and for units printed once."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from indicators.figures import Relation, find_figures, parse_figure
from indicators.figures.standard import standard_units

UNITS = standard_units()
NUMBERS = st.decimals(min_value=Decimal("0.1"), max_value=Decimal("999.9"), places=1)
MONTHS = st.integers(min_value=1, max_value=12)


@given(st.sampled_from(["个工作日", "小时", "个小时", "个月"]), st.sampled_from(["", "不超过", "仅", "约", "压缩到"]))
def test_half_of_a_time_is_half_of_one(unit: str, word: str) -> None:
    """半个工作日 is a half of 1个工作日, with the bound that its word makes."""
    half, one = parse_figure(f"{word}半{unit}", UNITS), parse_figure(f"{word}1{unit}", UNITS)
    assert half.value is not None and half.value * 2 == one.value
    assert (half.unit, half.relation) == (one.unit, one.relation)


@given(NUMBERS, st.sampled_from(["%", "亿元", "万户"]))
def test_almost_is_about(number: Decimal, unit: str) -> None:
    """差不多 says what 约 says."""
    one, other = parse_figure(f"差不多{number}{unit}", UNITS), parse_figure(f"约{number}{unit}", UNITS)
    assert one.relation is other.relation is Relation.ABOUT
    assert (one.lower, one.value, one.upper) == (other.lower, other.value, other.upper)


@given(MONTHS, MONTHS, NUMBERS, st.sampled_from(["提高", "回落"]))
def test_what_a_change_is_held_to_leaves_it_as_it_is(first: int, last: int, number: Decimal, change: str) -> None:
    """较1—7月回落0.3个百分点 is 回落0.3个百分点, and one figure in running text."""
    plain = parse_figure(f"{change}{number}个百分点", UNITS)
    text = f"较{first}—{last}月{change}{number}个百分点"
    (found,) = find_figures(f"增速{text}，很好。", UNITS)
    for figure in (parse_figure(text, UNITS), found.figure):
        assert (figure.value, figure.lower, figure.upper) == (plain.value, plain.lower, plain.upper)
        assert figure.scope == f"较{first}—{last}月"


@given(st.lists(NUMBERS, min_size=2, max_size=5), st.sampled_from(["百分点", "工作日"]))
def test_a_unit_that_is_printed_once_is_that_of_all(numbers: list[Decimal], unit: str) -> None:
    """低于全市4.9个和7.1个百分点 are two differences in percentage points, and no 4.9 items."""
    *others, last = numbers
    listed = "、".join(f"{number}个" for number in others)
    found = find_figures(f"分别为{listed}和{last}个{unit}。", UNITS)
    assert [one.figure.value for one in found] == numbers
    assert {one.figure.unit for one in found} == {parse_figure(f"1个{unit}", UNITS).unit}
