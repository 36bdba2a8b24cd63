"""Ranges that a shelf's definitions get in the folder of a place: no slip of 万 stays within."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from indicators.catalog import read_catalog
from indicators.cli import main
from indicators.models import Area, AreaLevel, MeasureType
from indicators.models.codelists import ShelfCode
from indicators.models.shelves import ShelfIndicator
from indicators.texts.place_ranges import level_by_name, range_in
from indicators.texts.shelves import shelf

EVERY = {entry.id: entry for name in get_args(ShelfCode) for entry in shelf(name).indicators}
LEVELS: tuple[AreaLevel, ...] = ("nation", "province", "city", "district")
WAN = 10_000


def span(entry: ShelfIndicator, level: AreaLevel) -> tuple[Decimal, Decimal]:
    found = range_in(entry, level)
    assert found is not None
    return found.min, found.max


def test_what_spans_more_than_a_slip_says_what_the_nation_has() -> None:
    """Shares, ranks and what is an average aside, for which a slip of 万 is out of any range."""
    for entry in EVERY.values():
        assert entry.valid is not None
        wide = entry.valid.max > entry.valid.min * WAN if entry.valid.min else entry.measure_type not in (
            MeasureType.SHARE, MeasureType.RANK
        )
        assert entry.nationwide is not None or not wide or "_per_" in entry.unit, entry.id


@pytest.mark.parametrize("level", LEVELS)
def test_no_slip_of_ten_thousand_stays_within(level: AreaLevel) -> None:
    """Whatever a place can have, 万 for 亿, 亿 for 万, a 万 lost or too much lie without."""
    for entry in EVERY.values():
        if entry.nationwide is None:
            continue
        least, most = span(entry, level)
        assert 0 < least < most <= least * WAN, entry.id
        for value in (least * Decimal("1.001"), (least * most).sqrt(), most / Decimal("1.001")):
            assert not least <= value * WAN <= most and not least <= value / WAN <= most, entry.id


def test_levels_go_down_from_the_nation() -> None:
    """450万 base stations: a hundredth of them, and ten thousand times that, and so on down."""
    entry = EVERY["base_stations_5g"]
    assert [span(entry, level) for level in LEVELS] == [
        (40_000, 20_000_000), (900, 9_000_000), (200, 2_000_000), (40, 400_000),
    ]
    assert range_in(entry, "region") == entry.valid


@pytest.mark.parametrize(("indicator", "level", "value"), [
    ("base_stations_5g", "city", "109700"), ("base_stations_5g", "nation", "4390000"),
    ("optical_cable_length", "city", "430000"), ("identifier_resolved", "city", "24335000000"),
    ("core_value_added", "city", "1200000000000"), ("core_value_added", "district", "600000000"),
    ("high_tech_enterprises", "city", "13700"), ("express_parcels", "city", "11000000000"),
    ("data_centres", "district", "2"), ("software_revenue", "province", "2100000000000"),
])
def test_what_places_have_lies_within(indicator: str, level: AreaLevel, value: str) -> None:
    """Sizes that are known of a large city, a county, a province, the nation."""
    least, most = span(EVERY[indicator], level)
    assert least <= Decimal(value) <= most


@pytest.mark.parametrize(("code", "zh", "en", "level"), [
    ("440600", "佛山市", "Foshan", "city"), ("foshan", "佛山", "Foshan", "city"), ("yunling", "云岭县", "", "district"),
    ("440000", "广东省", "Guangdong", "province"), ("gx", "广西壮族自治区", "", "province"), ("CN", "中国", "China", "nation"),
    ("dali", "大理白族自治州", "", "city"), ("tongdao", "通道侗族自治县", "", "district"), ("aba", "阿里地区", "", "city"),
    ("linn", "", "Linn County", "district"), ("ontario", "", "Ontario Province", "province"),
])
def test_a_place_s_level_by_code_or_name(code: str, zh: str, en: str, level: AreaLevel) -> None:
    names = {lang: name for lang, name in (("zh", zh), ("en", en)) if name}
    assert level_by_name(Area.model_validate({"id": code, "name": names})) == level


@pytest.mark.parametrize("arguments", [
    ["--name-zh", "佛山市"], ["--name-zh", "云岭县"], ["--name-zh", "中国", "--code", "CN"],
    ["--name-zh", "广东省", "--code", "440000"], ["--name-en", "Springfield"], ["--name-en", "China", "--code", "CN"],
])
def test_a_new_folder_passes_its_own_check(tmp_path: Path, arguments: list[str]) -> None:
    """The sample's figures are of a size that the place can have."""
    folder = tmp_path / "data"
    assert main(["init", str(folder), *arguments]) == 0
    assert main(["check", "--data", str(folder)]) == 0


@pytest.mark.parametrize(("right", "wrong"), [
    ("约980亿元", "约980万元"), ("约980亿元", "约980万亿元"), ("超32亿元", "超32万元"), ("1.2万亿元", "1.2亿元"),
])
def test_a_first_letter_with_a_slip_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], right: str, wrong: str
) -> None:
    """In the folder of a city that has no figure yet to hold it against."""
    folder = tmp_path / "data"
    main(["init", str(folder), "--name-zh", "佛山市", "--code", "440600"])
    path = folder / "documents" / "example.yaml"
    sample = path.read_text(encoding="utf-8")

    def checked(figure: str) -> tuple[int, str]:
        text = sample.replace("indicator: core_share_gdp", "indicator: core_value_added")
        text = text.replace("figure: 8.5%", f"figure: {figure}")
        path.write_text(text, encoding="utf-8")
        capsys.readouterr()
        return main(["check", "--data", str(folder)]), "".join(capsys.readouterr())

    assert checked(right)[0] == 0
    code, said = checked(wrong)
    assert code != 0 and "out-of-range" in said and right in said


def test_a_letter_s_new_definitions_are_of_the_place_s_size(tmp_path: Path) -> None:
    """What draft proposes from a shelf has the same ranges as what a new folder begins with."""
    folder = tmp_path / "data"
    main(["init", str(folder), "--name-zh", "云岭县", "--shelves", "none"])
    sectors = folder / "sectors.yaml"
    sectors.write_text(
        sectors.read_text(encoding="utf-8").replace("shelves: []", "shelves: [telecom]"), encoding="utf-8"
    )
    letter = tmp_path / "letter.txt"
    letter.write_text("截至2025年底，全县累计建成5G基站1286座。", encoding="utf-8")
    made = folder / "definitions" / "telecom.yaml"
    main(["draft", str(letter), "--data", str(folder), "--id", "one", "--definitions", str(made)])
    assert "nationwide" not in made.read_text(encoding="utf-8")
    valid = read_catalog(folder).indicators["base_stations_5g"].valid
    assert valid is not None and (valid.min, valid.max) == (40, 400_000)
