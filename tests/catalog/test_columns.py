"""Observations in columns are the same observations, in a fraction of the room."""

from __future__ import annotations

import pickle
import tracemalloc
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.catalog import Catalog, CatalogReader, Observation
from indicators.catalog.columns import FIELDS, Observations, Packer, fields, packed, unpacked


def _rows(catalog: Catalog) -> list[Observation]:
    return list(catalog.observations)


def _exactly(rows: object) -> str:
    """Tell apart what is merely equal: 4.5 and 4.50, a relation and its text."""
    assert isinstance(rows, Observations | list | tuple)
    return "\n".join(repr(tuple(row)) for row in rows)


def test_the_catalogues_are_in_columns(catalog: Catalog) -> None:
    """Whoever reads a folder gets them so."""
    assert isinstance(catalog.observations, Observations)
    assert len(catalog.observations) == len(_rows(catalog)) > 50
    assert unpacked(catalog).observations == tuple(_rows(catalog))
    assert unpacked(unpacked(catalog)) == unpacked(catalog)


def test_nobody_can_tell(catalog: Catalog) -> None:
    """In order, by place, from the end, in part, by field, equal and unequal."""
    rows = _rows(catalog)
    found = packed(rows)
    assert packed(found) is found
    assert _exactly(found) == _exactly(rows)
    assert [found[place] for place in range(len(rows))] == rows
    assert found[-1] == rows[-1]
    assert found[3:7] == tuple(rows[3:7])
    assert found[3:30][2:4] == tuple(rows[5:7])
    assert found[30:3] == ()
    assert found[::-2] == tuple(rows[::-2])
    assert found == tuple(rows)
    assert found == rows
    assert found != rows[1:]
    assert found != [*rows[1:], rows[0]]
    assert found != "x" * len(rows)
    for name in FIELDS:
        assert list(found.values(name)) == [getattr(row, name) for row in rows]
        assert list(found[4:9].values(name)) == [getattr(row, name) for row in rows[4:9]]  # type: ignore[union-attr]
    pairs = [(row.figure, row.line) for row in rows]
    assert list(fields(found, "figure", "line")) == list(fields(rows, "figure", "line")) == pairs
    assert pickle.loads(pickle.dumps(found)) == rows
    for place in (len(rows), -len(rows) - 1):
        with pytest.raises(IndexError):
            found[place]


def test_numbers_that_are_equal_are_not_the_same(catalog: Catalog) -> None:
    """4.5 and 4.50 are printed with different decimals; zero may have a sign; none is none."""
    one = _rows(catalog)[0]
    numbers = [Decimal("4.5"), Decimal("4.50"), Decimal("0"), Decimal("-0"), Decimal("1E+3"), None,
               Decimal("1000"), Decimal("0.1234567890123456789012345678901234567")]
    rows = [one._replace(value=number, stated_value=number) for number in numbers]
    assert _exactly(packed(rows)) == _exactly(rows)
    assert [str(row.value) for row in packed(rows)] == [str(number) for number in numbers]


def test_many_different_values(catalog: Catalog) -> None:
    """More than a small array counts: 127 and 128, 32,767 and 32,768 values of a field."""
    one = _rows(catalog)[0]
    for count in (127, 128, 129, 32_767, 32_768, 32_769):
        rows = packed([one._replace(line=line) for line in range(count)])
        assert list(rows.values("line")) == list(range(count))


def test_nothing_at_all() -> None:
    """A folder without claims has columns too."""
    assert len(packed(())) == 0
    assert list(packed(())) == []
    assert list(packed(()).values("figure")) == []
    assert packed(()) == ()


def test_put_together_from_parts(catalog: Catalog) -> None:
    """New ones, parts of columns in any order, and all of them as they were."""
    rows = _rows(catalog)
    old = packed(rows)
    packer = Packer()
    made = [packer.add(part) for part in (old[5:9], rows[:3], (), old[9:12], old[2:4], rows[40:])]
    wanted = [*rows[5:9], *rows[:3], *rows[9:12], *rows[2:4], *rows[40:]]
    whole = packer.all()
    assert _exactly(whole) == _exactly(wanted)
    assert _exactly([row for part in made for row in part]) == _exactly(wanted)
    again = Packer()
    parts = [again.add(old[:20]), again.add(old[20:])]
    whole = again.all()
    assert whole.columns.codes is old.columns.codes
    assert _exactly([*parts[0], *parts[1]]) == _exactly(whole) == _exactly(rows)


def test_what_no_document_says_any_more_is_forgotten(catalog: Catalog) -> None:
    """Otherwise a folder that is replaced every day would be kept for every day."""
    old = packed(_rows(catalog))
    packer = Packer()
    packer.add(old[:2])
    whole = packer.all()
    assert set(whole.column("figure")[1]) == {row.figure for row in old[:2]}


def test_an_edit(data_copy: Path) -> None:
    """What an edit leaves alone stays, what it changes follows, in the order of the files."""
    reader = CatalogReader(data_copy)
    first = reader.read()
    assert isinstance(first.observations, Observations)
    again = reader.read()
    assert isinstance(again.observations, Observations)
    assert again.observations.columns.codes is first.observations.columns.codes
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("10.97万座", "11.02万座"), encoding="utf-8")
    changed = reader.read()
    assert changed.observations == CatalogReader(data_copy).read().observations
    assert {row.figure for row in changed.observations} - {row.figure for row in first.observations} == {"11.02万座"}
    path.write_text(text, encoding="utf-8")
    assert reader.read().observations == first.observations
    assert all(
        isinstance(one.observations, Observations) for one in reader.last.observed.values()  # type: ignore[union-attr]
    )


def test_they_are_small(catalog: Catalog) -> None:
    """A fifth of what they take as objects, where there are many."""
    rows = [row._replace(line=line) for line in range(40) for row in _rows(catalog)]
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        small = packed(rows)
        columns, _ = tracemalloc.get_traced_memory()
        objects = tuple(small)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(objects) == len(small)
    assert columns - before < (after - columns) / 4


def test_a_catalogue_of_chosen_observations(catalog: Catalog) -> None:
    """Some that are picked need no columns."""
    part = replace(catalog, observations=tuple(_rows(catalog)[:5]))
    assert unpacked(part) is part
