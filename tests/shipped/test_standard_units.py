"""The table of units beside the grammar is made of the shipped one."""

from __future__ import annotations

from indicators.catalog import read_catalog
from indicators.figures import standard
from tests.conftest import SHIPPED


def test_the_units_kept_beside_the_code_are_those_of_the_data() -> None:
    """Run ``python -m indicators schema`` after a change of ``data/units.yaml``."""
    source = (SHIPPED / "units.yaml").read_bytes()
    units = read_catalog(SHIPPED).unit_table
    assert standard.PATH.read_text(encoding="utf-8") == standard.as_json(units, source)
    assert standard.standard_units() == units
    assert standard.units_of(source) == units
    assert standard.units_of(source.replace(b"\n", b"\r\n")) == units
    assert standard.units_of(source + b"\n# changed\n") is None
