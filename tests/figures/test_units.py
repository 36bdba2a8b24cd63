"""Units: how they are found in a text and how they convert."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.figures.units import Unit, UnitError, Units, fold_width

ONE = Fraction(1)
METRE = Unit("metre", ("米",), "length", "metre", ONE)
KM = Unit("km", ("公里", "千米", "km"), "length", "metre", Fraction(1000))
SQUARE_METRE = Unit("square_metre", ("平方米",), "area", "square_metre", ONE)
MU = Unit("mu", ("亩",), "area", "square_metre", Fraction(2000, 3))
HECTARE = Unit("hectare", ("公顷",), "area", "square_metre", Fraction(10000))
ITEM = Unit("item", ("个",), "count", "item", ONE)
POINT = Unit("percentage_point", ("个百分点", "百分点"), "points", "percentage_point", ONE)
PFLOPS = Unit("pflops", ("P", "PFLOPS"), "compute", "pflops", ONE)
UNIT_SET = Unit("unit_set", ("台（套）",), "count", "unit_set", ONE)
RANK = Unit("rank", (), "rank", "rank", ONE)
UNITS = Units([METRE, KM, SQUARE_METRE, MU, HECTARE, ITEM, POINT, PFLOPS, UNIT_SET, RANK])


def test_found_by_id() -> None:
    """A unit is found by its id; an unknown id is a KeyError that names it."""
    assert UNITS.by_id("km") is KM
    assert UNITS.get("mile") is None
    with pytest.raises(KeyError, match="mile"):
        UNITS.by_id("mile")


@pytest.mark.parametrize(
    ("text", "start", "form"),
    [
        ("3个百分点", 1, "个百分点"),
        ("3个", 1, "个"),
        ("3百分点", 1, "百分点"),
        ("38PFLOPS", 2, "PFLOPS"),
        ("38P的", 2, "P"),
        ("38PB", 2, None),
        ("38P4", 2, None),
        ("台(套)", 0, "台(套)"),
        ("公", 0, None),
        ("", 0, None),
        ("个", 1, None),
    ],
)
def test_longest_written_form(text: str, start: int, form: str | None) -> None:
    """The longest form wins, and P isn't found in PB."""
    match = UNITS.longest_match(text, start)
    assert (match[0] if match else None) == form


def test_written_forms_are_width_folded() -> None:
    """台（套） in the data is found as 台(套) in a folded text."""
    assert UNITS.written["台(套)"] is UNIT_SET
    assert fold_width("台（套）３８％") == "台(套)38%"
    assert fold_width("㎡½①") == "㎡½①"


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("43", "km", "metre", "43000"),
        ("1500", "metre", "km", "1.5"),
        ("0.1", "metre", "km", "0.0001"),
        ("15", "mu", "hectare", "1"),
        ("3", "mu", "square_metre", "2000"),
        ("-1.5", "km", "metre", "-1500"),
        ("7.50", "km", "km", "7.50"),
        # 20000 亩 = 20000 / 15 公顷 = 1333.333…, rounded to 34 digits.
        ("20000", "mu", "hectare", "1333." + "3" * 30),
    ],
)
def test_conversion(value: str, source: str, target: str, expected: str) -> None:
    """Conversion is exact wherever the decimal expansion ends."""
    assert UNITS.convert(Decimal(value), source, target) == Decimal(expected)


def test_conversion_is_exact_beyond_the_context() -> None:
    """A number longer than any context's precision keeps every digit."""
    digits = "1234567890" * 6
    assert UNITS.convert(Decimal(digits), "km", "metre") == Decimal(digits + "000")


def test_kinds_dont_convert() -> None:
    """Length doesn't convert to area: None, never a number."""
    assert UNITS.convert(Decimal(1), "km", "mu") is None
    assert UNITS.ratio("item", "unit_set") is None
    assert UNITS.ratio("mu", "hectare") == Fraction(1, 15)


@pytest.mark.parametrize(
    ("kind", "exact"),
    [("count", True), ("rank", True), ("duration", True), ("events", True), ("length", False)],
)
def test_exactness(kind: str, exact: bool) -> None:
    """What is counted is exact as a plain integer, what is measured isn't."""
    assert Unit("x", (), kind, "x", ONE).exact is exact


def test_immutable_and_shareable() -> None:
    """One object serves every session: nothing on it can be set, and equals are equal."""
    with pytest.raises(AttributeError):
        setattr(UNITS, "_hash", 1)  # noqa: B010 - mypy would refuse the plain assignment
    with pytest.raises(AttributeError):
        del UNITS._units
    with pytest.raises(TypeError):
        UNITS.written["x"] = ITEM  # type: ignore[index]
    assert pickle.loads(pickle.dumps(UNITS)) == UNITS
    assert hash(Units(UNITS)) == hash(UNITS)
    assert len(UNITS) == 10
    assert "km" in UNITS


@pytest.mark.parametrize(
    ("units", "message"),
    [
        ([ITEM, ITEM], "defined twice"),
        ([ITEM, Unit("other", ("个",), "count", "other", ONE)], "written for both"),
        ([Unit("a", (), "x", "b", ONE)], "is not a unit"),
        ([METRE, KM, Unit("a", (), "length", "km", ONE)], "itself derived"),
        ([Unit("a", (), "x", "a", Fraction(2))], "itself derived"),
        ([METRE, Unit("a", (), "area", "metre", ONE)], "is a area"),
        ([Unit("a", (), "x", "a", Fraction(0))], "not positive"),
        ([Unit("a", ("",), "x", "a", ONE)], "empty or has white space"),
        ([Unit("a", ("个 月",), "x", "a", ONE)], "empty or has white space"),
        ([Unit("a", ("5个",), "x", "a", ONE)], "begins with a digit"),
    ],
)
def test_contradictions_are_refused(units: list[Unit], message: str) -> None:
    """Units that contradict each other never come to be."""
    with pytest.raises(UnitError, match=message):
        Units(units)


def test_same_form_twice_in_one_unit() -> None:
    """台(套) and 台（套） fold to one form; that is no contradiction."""
    unit = Unit("unit_set", ("台(套)", "台（套）"), "count", "unit_set", ONE)
    assert Units([unit]).written["台(套)"] is unit


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("pflops", "PFLOPS"), ("百份点", "百分点"), ("个家", "个"), ("扎", None), ("", None)],
)
def test_nearest(text: str, nearest: str | None) -> None:
    """The nearest known form is offered for a message."""
    assert UNITS.nearest(text) == nearest
