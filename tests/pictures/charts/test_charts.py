"""Charts keep bounds, units, dates and sources."""

from __future__ import annotations

import math
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from indicators.catalog.release import Release
from indicators.models import DEFAULT_EVIDENCE, Chart, ChartKind, Label, Text, Trust
from indicators.pictures.charts import build_chart
from indicators.pictures.measuring import text_width, wrap
from tests.figures.units_for_tests import cells

RELATIONS = ("equal", "greater_than", "at_least", "less_than", "at_most", "about", "between")


def both(words: str) -> Text:
    return Text(zh=words, en=words)


def catalog(count: int = 7, banned: bool = False) -> Any:
    indicators = {
        f"i{n}": SimpleNamespace(
            name=both(f"指标<b>{n}"),
            definition=both("d"),
            short=None,
            unit="u",
            unit_label=None,
            sentence=None,
            not_comparable=(
                [SimpleNamespace(with_="i1", because=both("b"))] if banned and n == 0 else []
            ),
            other_scope=(),
            precision=None,
            subset_of=None,
            breakdowns=("op",),
        )
        for n in range(count)
    }
    document = SimpleNamespace(
        id="d", producer=both("某局"), producer_basis="stated", number="第1号", title=both("t"),
        role="main", ref_area="440100",
        date=SimpleNamespace(isoformat=lambda: "2025-06-20"),
        release_on=lambda day: Release.PUBLIC, embargo_until=None, trust=Trust.OFFICIAL, access="public",
    )
    codes = [SimpleNamespace(id=code, name=both(code.upper())) for code in ("a", "b", "c")]
    return SimpleNamespace(
        main_document=SimpleNamespace(document=document),
        home="440100",
        is_home=lambda place: place == "440100",
        is_leading=lambda name: name == "d",
        evidence=DEFAULT_EVIDENCE,
        indicators=indicators,
        units={
            "u": SimpleNamespace(kind="count", label=Label(zh="个", en="sites"), name=both("个"))
        },
        documents={"d": SimpleNamespace(document=document)},
        worded={},
        areas={"440100": SimpleNamespace(name=both("广州市"), whole=None)},
        breakdowns={"op": SimpleNamespace(codes=codes)},
    )


def row(indicator: str, value: float, relation: str = "equal", **more: object) -> dict[str, Any]:
    between = relation == "between"
    return {
        "document": "d",
        "indicator": indicator,
        "sector": "s",
        "ref_area": "440100",
        "breakdown": "_T",
        "time_period": "2024",
        "obs_value": math.nan if between else value,
        "lower": value / 2,
        "upper": value,
        "unit_measure": "u",
        "relation": relation,
        **cells(str(more.pop("figure", f"{value:g}个"))),
        "stated_value": "" if between else f"{value:g}",
        "unit_mult": 0,
        "stated_unit": "个",
        "decimals": 0,
        "section": "一",
        "measure_type": "stock",
        "obs_status": "A",
        "clearance": "checked",
        "word": "",
        "period_basis": "stated",
        **more,
    }


def chart(kind: str, *indicators: str, breakdown: str | None = None) -> Chart:
    return Chart(
        id="c",
        note=None,
        kind=ChartKind(kind),
        title=both("标题"),
        indicators=indicators,
        breakdown=breakdown,
    )


def texts(result: Any) -> str:
    return "\n".join(annotation.text for annotation in result.figure.layout.annotations)


@pytest.mark.parametrize("kind", list(ChartKind))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_draws_every_relation(kind: ChartKind, lang: str) -> None:
    names = [f"i{n}" for n in range(7)]
    rows = [
        row(n, 10.0 * (k + 1), r) for k, (n, r) in enumerate(zip(names, RELATIONS, strict=True))
    ]
    result = build_chart(catalog(), pd.DataFrame(rows), chart(kind, *names), lang)
    assert result is not None
    assert "第1号" in texts(result) or "No. 1" in texts(result)
    assert result.figure.layout.height == result.height
    assert "2024" in result.alt


def test_data_is_not_markup() -> None:
    result = build_chart(
        catalog(), pd.DataFrame([row("i0", 1.0)]), chart("side_by_side", "i0"), "zh"
    )
    assert result is not None
    assert "指标&lt;b&gt;0" in texts(result)


def test_nothing_to_draw() -> None:
    table = pd.DataFrame([row("i0", 1.0)])
    assert build_chart(catalog(), table, chart("card", "i1", "missing"), "zh") is None


def test_parts_are_of_the_totals_own_date_and_sorted() -> None:
    rows = [
        row("i0", 100.0),
        row("i0", 10.0, breakdown="op=a"),
        row("i0", 30.0, breakdown="op=b"),
        row("i0", 99.0, breakdown="op=c", time_period="2023"),
    ]
    task = chart("total_with_parts", "i0", breakdown="op")
    result = build_chart(catalog(), pd.DataFrame(rows), task, "zh")
    assert result is not None
    assert "99个" not in texts(result)
    assert texts(result).index("30个") < texts(result).index("10个")


def test_an_open_bound_adds_marks() -> None:
    def shapes(relation: str) -> int:
        table = pd.DataFrame([row("i0", 5.0, relation)])
        result = build_chart(catalog(), table, chart("side_by_side", "i0"), "zh")
        assert result is not None
        return len(result.figure.layout.shapes)

    assert shapes("greater_than") == shapes("equal") + 4


def test_what_may_not_be_compared_gets_no_common_axis() -> None:
    table = pd.DataFrame([row("i0", 5.0), row("i1", 7.0)])
    result = build_chart(catalog(banned=True), table, chart("side_by_side", "i0", "i1"), "zh")
    assert result is not None
    assert all(trace.type != "bar" for trace in result.figure.data)


def test_wrapping_fits_and_loses_nothing() -> None:
    words = "Source: a very long bureau name · No. 1 · section 一(二)2 与中文混排的很长的一行文字"
    lines = wrap(words, 12, 120)
    assert all(text_width(line, 12) <= 125 for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert any("一(二)2" in line for line in lines)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_picture_of_several_dates_says_so(lang: str) -> None:
    """2024年底 beside 2025年一季度 isn't passed over in silence."""
    rows = [row("i0", 5.0, time_period="2024-12-31"), row("i1", 7.0, time_period="2025-Q1")]
    said = "时期不同" if lang == "zh" else "The periods differ"
    for kind in ("side_by_side", "card"):
        mixed = build_chart(catalog(), pd.DataFrame(rows), chart(kind, "i0", "i1"), lang)
        assert mixed is not None
        assert said in texts(mixed)
        same = build_chart(catalog(), pd.DataFrame([row("i0", 5.0), row("i1", 7.0)]),
                           chart(kind, "i0", "i1"), lang)
        assert same is not None
        assert said not in texts(same)


def test_a_number_stays_with_what_counts_it() -> None:
    """第2025324号 is never broken before its digits or before 号, 43万 never before 万."""
    for room in range(120, 240, 7):
        for line in wrap("来源：某某局（推断） · 第2025324号 · 超过43万公里", 14, room):
            assert not line.endswith("第")
            assert not line.startswith(("号", "万"))


def test_a_date_stays_in_one_line_and_a_code_with_its_word() -> None:
    """2025年6月20日 and 20 June 2025 are never parted; a code isn't left alone."""
    for room in range(180, 400, 7):
        lines = wrap("来源：某某局 · 第2025324号 · 2025年6月20日 · 核验码 KB8D4-WBZRR", 14, room)
        assert any("2025年6月20日" in line for line in lines)
        assert any("核验码 KB8D4-WBZRR" in line for line in lines)
        lines = wrap("Source: Bureau · No. 2025324 · 20 June 2025 · Code KB8D4-WBZRR", 14, room)
        assert any("20 June 2025" in line for line in lines)


@pytest.mark.parametrize("width", [300, 336, 480, 900])
def test_the_values_of_an_axis_never_touch(width: int) -> None:
    """On a phone, beside long labels, some ticks go without; zero always has its value."""
    rows = [row("i0", 14200.0, "greater_than", figure="超过14200家以上的企业"), row("i1", 7600.0)]
    result = build_chart(catalog(), pd.DataFrame(rows), chart("side_by_side", "i0", "i1"), "en", width=width)
    assert result is not None
    ticks = result.picture.ticks
    plot = width - result.sheet.right
    drawn = [line for line in result.sheet.texts if line.runs[0].text in {said for _, said in ticks}]
    assert drawn[0].runs[0].text == "0"
    ends = [(line.x * plot - text_width(line.runs[0].text, 14) / (2 if line.x else 1e9),
             line.x * plot + text_width(line.runs[0].text, 14) / (2 if line.x else 1)) for line in drawn]
    assert all(one[1] < other[0] for one, other in pairwise(ends))
    assert len(drawn) == len(ticks) or width < 480
