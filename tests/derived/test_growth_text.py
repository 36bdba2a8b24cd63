"""How a growth is said: in one way everywhere, and never more than the figures allow."""

from __future__ import annotations

from fractions import Fraction

import pytest

from indicators.derived import growth_text
from indicators.evidence.intervals import Interval, point


def per_cent(lower: str | None, upper: str | None = None) -> Interval:
    """Return an interval of per cent."""
    return Interval(None if lower is None else Fraction(lower), None if upper is None else Fraction(upper))


@pytest.mark.parametrize(("allowed", "printed", "zh", "en"), [
    # 10.97万 after 9.17万: 19.63 %, and rounding leaves 19.5 to 19.8 open.
    (per_cent("19.51", "19.76"), point(Fraction("19.63")), "+19.6%", "+19.6%"),
    # 10.97万 after 4.8万: 128.54 %, and rounding leaves two and a half points on both sides open.
    (per_cent("126.08", "131.05"), point(Fraction("128.54")), "在126%与131.1%之间", "between 126% and 131.1%"),
    # Over 439万 after 337.7万: at least 29.997 %, with rounding 29.98 %.
    (per_cent("29.98"), per_cent("29.997"), "至少+30.0%", "at least +30.0%"),
    # Over 12300 after 1.2万: what was rounded may have been 12500, so that nothing is sure but −1.6 %.
    (per_cent("-1.6"), per_cent("2.5"), "不低于−1.6%", "at least −1.6%"),
    # 1.2万 after 12099 may be a fall or a rise.
    (per_cent("-4.96", "3.32"), point(Fraction("-0.82")), "在−5%与3.4%之间", "between −5% and 3.4%"),
    # Of what follows a lower bound only the most is known: that it fell by less than all needn't be said.
    (per_cent("-100", "3.64"), per_cent("-100", "3.6"), "至多+3.6%", "at most +3.6%"),
    (per_cent("-6", "-6"), per_cent("-6", "-6"), "−6.0%", "−6.0%"),
    (per_cent("0.04", "0.04"), per_cent("0.04", "0.04"), "+0.04%", "+0.04%"),
])
def test_a_growth_is_what_the_printed_numbers_give_unless_rounding_leaves_more_open(
    allowed: Interval, printed: Interval, zh: str, en: str
) -> None:
    """A bound stays one, and is never said where rounding undoes it."""
    assert growth_text(allowed, printed, "zh") == zh
    assert growth_text(allowed, printed, "en") == en
