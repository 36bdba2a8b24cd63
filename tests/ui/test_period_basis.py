"""Where a document prints a period is said beside it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from indicators.catalog import Catalog
from indicators.ui.details import period_and_basis


@pytest.mark.parametrize(
    ("basis", "zh", "en"),
    [
        ("stated", "2030年上半年", "first half of 2030"),
        ("heading", "2030年上半年（据标题）", "first half of 2030 (stated in a heading of the document)"),
        ("before", "2030年上半年（承前文）", "first half of 2030 (stated before it in the document)"),
        # What is only the document's date is said so once.
        ("document", "2030年上半年（成文日期）", "first half of 2030 (date of document)"),
    ],
)
def test_the_period_on_the_page_of_an_indicator(catalog: Catalog, basis: str, zh: str, en: str) -> None:
    """With the figure needs no saying."""
    board = cast("Any", SimpleNamespace(catalog=catalog))
    row = {"time_period": "2030-H1", "period_basis": basis, "obs_status": "A", "clearance": "checked"}
    assert period_and_basis(board, row, "zh") == zh
    assert period_and_basis(board, row, "en") == en
