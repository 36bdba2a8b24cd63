"""Numbers, periods and source lines in words."""

from __future__ import annotations

import math
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from indicators.language import sections, text
from indicators.models import Label, Text
from tests.figures.units_for_tests import cells


def catalog(kind: str = "length", zh: str = "公里", en: str = "km") -> Any:
    unit = SimpleNamespace(kind=kind, label=Label(zh=zh, en=en))
    indicator = SimpleNamespace(unit="u", unit_label=None, name=Text(zh="光缆长度", en="Cable"))
    document = SimpleNamespace(
        producer=Text(zh="某局", en="A bureau"),
        producer_basis="inferred",
        number="第2025324号",
        title=Text(zh="答复", en="Reply"),
    )
    return SimpleNamespace(
        units={"u": unit},
        indicators={"i": indicator},
        documents={"d": SimpleNamespace(document=document)},
    )


def row(figure: str, stated: str, mult: int, relation: str = "equal", **more: object) -> Any:
    value = float(Decimal(stated).scaleb(mult)) if stated else math.nan
    return {
        "indicator": "i",
        **cells(figure),
        "stated_value": stated,
        "unit_mult": mult,
        "stated_unit": "公里",
        "decimals": len(stated.partition(".")[2]),
        "relation": relation,
        "obs_value": value,
        "lower": value,
        "upper": value,
        "word": "",
        "time_period": "2025-Q1",
        "period_basis": "stated",
        "section": "一(二)2",
        **more,
    }


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        ("2024", "2024年", "2024"),
        ("2025-Q1", "2025年一季度", "Q1 2025"),
        ("2025-H1", "2025年上半年", "first half of 2025"),
        ("2025-03", "2025年3月", "March 2025"),
        ("2024-12-31", "2024年底", "end of 2024"),
        ("2025-06-13", "2025年6月13日", "13 June 2025"),
        ("2025-01/2025-10", "2025年1—10月", "Jan–Oct 2025"),
        ("2025-Q1/2025-Q3", "2025年前三季度", "Q1–Q3 2025"),
        ("2025-Q2/2025-Q3", "2025年二—三季度", "Q2–Q3 2025"),
        ("2024-11/2025-03", "2024年11月至2025年3月", "Nov 2024–Mar 2025"),
        ("2024-Q4/2025-Q1", "2024年四季度至2025年一季度", "Q4 2024–Q1 2025"),
        ("2021/2025", "2021—2025年", "2021–2025"),
    ],
)
def test_periods(period: str, zh: str, en: str) -> None:
    assert text.period_text(period, "zh") == zh
    assert text.period_text(period, "en") == en


@pytest.mark.parametrize(
    ("printed", "stated", "mult", "relation", "zh", "en"),
    [
        ("超43万公里", "43", 4, "greater_than", ("超", "43", "万公里"), "over 430,000 km"),
        ("243.35亿公里", "243.35", 8, "equal", ("", "243.35", "亿公里"), "24.335 billion km"),
        ("50.0亿公里", "50.0", 8, "equal", ("", "50.0", "亿公里"), "5.00 billion km"),
        ("50亿公里", "50", 8, "equal", ("", "50", "亿公里"), "5 billion km"),
        ("3500万余公里", "3500", 4, "greater_than", ("", "3500", "万余公里"), "over 35 million km"),
        ("过万公里", "1", 4, "greater_than", ("过", "万", "公里"), "over 10,000 km"),
        ("三公里", "3", 0, "equal", ("", "三", "公里"), "3 km"),
        ("可达75公里", "75", 0, "at_most", ("可达", "75", "公里"), "up to 75 km"),
    ],
)
def test_figures(
    printed: str, stated: str, mult: int, relation: str, zh: tuple[str, str, str], en: str
) -> None:
    observed = row(printed, stated, mult, relation)
    parts = text.number_text(observed, catalog(), "zh")
    assert (parts.bound, parts.number, parts.unit) == zh
    assert parts.plain == printed
    assert text.number_text(observed, catalog(), "en").plain == en


def test_a_range_keeps_both_ends() -> None:
    observed = row("20—100公里", "", 0, "between", lower=20.0, upper=100.0)
    assert text.number_text(observed, catalog(), "zh").plain == "20—100公里"
    assert text.number_text(observed, catalog(), "en").plain == "20–100 km"


def test_percent_rank_and_full_coverage() -> None:
    ratio = catalog("ratio", "%", "%")
    assert text.number_text(row("75%", "75", 0), ratio, "en").plain == "75%"
    full = row("全覆盖", "100", 0, stated_unit="")
    assert text.number_text(full, ratio, "zh").plain == "全覆盖"
    assert text.number_text(full, ratio, "en").plain == "full coverage (100%)"
    rank = catalog("rank", "", "")
    observed = row("全国第二", "2", 0, stated_unit="")
    assert text.number_text(observed, rank, "zh") == text.FigureParts("全国", "第二", "")
    assert text.number_text(observed, rank, "en").plain == "2nd nationwide"
    observed = row("位列全国前10名", "10", 0, "at_most", stated_unit="名")
    assert text.number_text(observed, rank, "zh") == text.FigureParts("位列全国", "前10", "名")
    assert text.number_text(observed, rank, "en").plain == "top 10 nationwide"
    assert [text.ordinal(n) for n in (1, 3, 11, 22)] == ["1st", "3rd", "11th", "22nd"]


def test_source_lines() -> None:
    zh = text.source_line(catalog(), "d", ["一(二)2", "一(二)2"], "zh")
    assert zh == "来源：某局 · 第2025324号 · 一(二)2"
    en = text.source_line(catalog(), "d", ["一(二)2", "二"], "en")
    assert en == "Source: A bureau · No. 2025324 · part 1 (2) item 2; part 2"


def test_codes_in_a_foot() -> None:
    assert text.code_line(["5QHHZ-TC8FS"], "zh") == "核验码 5QHHZ-TC8FS"
    assert text.code_line(["5QHHZ-TC8FS", "6QK22-N30MW"], "zh") == "核验码 5QHHZ-TC8FS、6QK22-N30MW"
    assert text.code_line(["5QHHZ-TC8FS", "6QK22-N30MW"], "en") == "Codes 5QHHZ-TC8FS, 6QK22-N30MW"


def test_axis_ticks() -> None:
    assert text.axis_ticks(430000, "zh") == (
        [0, 200000, 400000],
        ["0", "20万", "40万"],
    )
    assert text.axis_ticks(4e6, "en")[1][-1] == "4 million"
    assert text.axis_ticks(0, "zh") == ([0.0], ["0"])


@pytest.mark.parametrize(("basis", "zh", "en"), [
    ("stated", "2025年6月20日", "20 June 2025"),
    ("document", "2025年6月20日（成文日期）", "20 June 2025 (date of document)"),
    ("unsaid", "2025年6月20日（成文日期）", "20 June 2025 (date of document)"),
])
def test_the_date_of_a_document_never_passes_for_the_figures(basis: str, zh: str, en: str) -> None:
    """Beside a figure whose period isn't printed, the date says whose it is."""
    row = {
        "time_period": "2025-06-20", "period_basis": basis, "obs_status": "A", "clearance": "checked",
    }
    assert (text.row_period(row, "zh"), text.row_period(row, "en")) == (zh, en)


@pytest.mark.parametrize(("section", "said"), [
    ("一(二)2", "part 1 (2) item 2"), ("二", "part 2"), ("十二(十)", "part 12 (10)"), ("二十一", "part 21"),
    ("3.2", "section 3.2"), ("", ""),
    ("附件一", "附件一"), ("二、主要数据", "二、主要数据"),
])
def test_sections_are_said_in_the_readers_words(section: str, said: str) -> None:
    """Chinese is as printed; what has words in it stays as the document has it."""
    assert sections.section_text(section, "en") == said
    alone = {"二": "第二部分", "二十一": "第二十一部分"}
    assert sections.section_text(section, "zh") == alone.get(section, section)
    assert sections.located(section, "en") == said[:1].upper() + said[1:]
    assert sections.located(section, "zh") == (f"出处 {alone.get(section, section)}" if section else "")


def test_several_places_are_said_part_by_part() -> None:
    places = ["一(二)2", "一(二)4", "二", "附件一", "一(二)2"]
    assert sections.sections_text(places, "en") == "part 1 (2) items 2, 4; part 2; 附件一"
    assert sections.sections_text(places, "zh") == "一(二)2、一(二)4、第二部分、附件一"
