"""The codes of all claims at once are what each claim says of itself."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.catalog.columns import packed
from indicators.table.codes import _number, claim_of
from indicators.table.frame import observations
from indicators.table.many_codes import LENGTH, codes_of, numbers_of


def test_they_are_the_claims_own(catalog: Catalog) -> None:
    """Of every claim, and of one that is printed in full-width letters with gaps."""
    rows = list(catalog.observations)
    rows.append(rows[0]._replace(figure="１０．９７ 万座", ref_area="440300"))
    found = codes_of(packed(rows))
    assert found.shape == (len(rows), LENGTH)
    assert [row.tobytes().decode() for row in found] == [claim_of(row).code for row in rows]
    assert list(numbers_of(packed(rows))) == [_number(claim_of(row).code) for row in rows]


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any(catalog: Catalog, count: int) -> None:
    """A folder without claims has no codes."""
    assert codes_of(packed(list(catalog.observations)[:count])).shape == (count, LENGTH)


def test_the_table_has_them(catalog: Catalog) -> None:
    """Texts like any others."""
    table = observations(catalog)
    assert list(table["code"]) == [claim_of(row).code for row in catalog.observations]
    assert str(table["code"].dtype) == str(table["figure"].dtype) == "str"
    assert list(table["figure"]) == [row.figure for row in catalog.observations]
