"""Pictures in rows: cards take a column, bars what their row leaves them."""

from __future__ import annotations

import pytest

from indicators.models import Chart, ChartKind, Text
from indicators.ui.charts import rows_of_pictures

NAMES = Text(zh="图", en="Chart")


def chart(name: str, kind: ChartKind, count: int = 1) -> Chart:
    indicators = tuple(f"{name}{number}" for number in range(count))
    return Chart(
        id=name, kind=kind, title=NAMES, indicators=indicators, breakdown=None, note=None
    )


def widths(wide: int, *charts: Chart) -> list[list[tuple[str, int]]]:
    return [[(chart.id, need) for chart, need in row] for row in rows_of_pictures(charts, wide)]


CARD = chart("card", ChartKind.CARD)
FEW = chart("few", ChartKind.SIDE_BY_SIDE, 2)
MANY = chart("many", ChartKind.SIDE_BY_SIDE, 3)


def test_four_cards_make_a_row_and_the_fifth_begins_another() -> None:
    """Cards keep their one column, in a full row and in one that isn't."""
    assert widths(4, *[CARD] * 5) == [[("card", 1)] * 4, [("card", 1)]]


def test_few_bars_take_what_a_card_leaves() -> None:
    """Two bars need half a row and grow to three quarters beside a card."""
    assert widths(4, FEW, CARD) == [[("few", 3), ("card", 1)]]


def test_many_bars_stand_alone() -> None:
    """Three bars take a row of their own, and the card after them the next."""
    assert widths(4, CARD, MANY, CARD) == [[("card", 1)], [("many", 4)], [("card", 1)]]


@pytest.mark.parametrize("wide", [1, 2])
def test_on_a_narrow_page_every_chart_fits(wide: int) -> None:
    """No row holds more columns than there are, and no chart is lost."""
    rows = rows_of_pictures([CARD, FEW, MANY, CARD, CARD], wide)
    assert [chart.id for row in rows for chart, _ in row] == ["card", "few", "many", "card", "card"]
    assert all(sum(need for _, need in row) <= wide for row in rows)
