"""What has not been passed is an upper bound, however near the word that it ends in."""

from __future__ import annotations

import pytest

from indicators.figures import Relation, parse_figure
from tests.figures.units_for_tests import UNITS


@pytest.mark.parametrize("word", ["突破", "超过"])
@pytest.mark.parametrize("before", ["尚未", "没有", "未"])
def test_not_yet_passed_is_at_most(before: str, word: str) -> None:
    """尚未突破50家: 50 or fewer; 突破50家 alone: more than 50."""
    below = parse_figure(f"{before}{word}50家", UNITS)
    assert below.relation is Relation.AT_MOST
    assert (below.upper, below.upper_included) == (50, True)
    above = parse_figure(f"{word}50家", UNITS)
    assert above.relation is Relation.GREATER_THAN
    assert (above.lower, above.upper) == (50, None)
