"""The shelves' definitions are counted in units that the project ships."""

from __future__ import annotations

from typing import get_args

from indicators.catalog import read_catalog
from indicators.models.codelists import ShelfCode
from indicators.texts.shelves import shelf
from tests.conftest import SHIPPED


def test_every_unit_of_a_shelf_is_shipped() -> None:
    """A folder that takes the shipped units can take every shelf."""
    catalog = read_catalog(SHIPPED)
    wanted = {entry.unit for name in get_args(ShelfCode) for entry in shelf(name).indicators}
    assert wanted <= catalog.units.keys()
    assert set(catalog.shelves) == set(get_args(ShelfCode))
