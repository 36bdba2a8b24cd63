"""Slides: what a deck holds, what a slide says, and how it is drawn."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from lxml import etree

from indicators.catalog import Catalog, read_catalog
from indicators.pictures.measuring import balanced, fitted, measure
from indicators.pictures.picture import Kind
from indicators.pictures.slides import (
    HEIGHT,
    PALETTES,
    WIDTH,
    DeckSpec,
    Picture,
    build_deck,
    default_keys,
    render_svg,
)
from indicators.table.frame import observations
from tests.figures.units_for_tests import cells

SVG = "{http://www.w3.org/2000/svg}"
LONG = {
    "emoji": "👩‍👩‍👧‍👦🚀" * 60,
    "html": "<script>alert(1)</script>&amp;" * 20,
    "long": "字" * 500,
    "latin": "x" * 500,
    "arabic": "مؤشرات الاقتصاد الرقمي " * 20,
    "control": "a\x00b\x1b\ud800\ufffe",
    "quotes": "\"'><svg onload=alert(1)>",
}


@pytest.fixture(scope="module")
def table(catalog: Catalog) -> pd.DataFrame:
    return observations(catalog)


def slide(catalog: Catalog, table: pd.DataFrame, key: str, lang: str = "zh", title: str = "") -> Picture:
    return build_deck(catalog, table, DeckSpec((key,), {key: title}), lang).slides[0]


def drawn(slide: Picture, theme: str = "light", page: int = 1, pages: int = 1) -> Any:
    return etree.fromstring(render_svg(slide, PALETTES[theme], page, pages).encode())


def texts(root: Any) -> list[str]:
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def test_the_default_deck_shows_every_observation(catalog: Catalog, table: pd.DataFrame) -> None:
    """Key figures and charts of all sectors, each figure at least once."""
    for lang in ("zh", "en"):
        deck = build_deck(catalog, table, DeckSpec(), lang)
        assert deck.left_out == ()
        main = catalog.main_document
        assert main is not None
        shown = {code for slide in deck.slides for code in slide.codes}
        assert shown >= set(table[table["document"] == main.document.id]["code"])


def test_a_sectors_slides_hold_each_figure_once(catalog: Catalog, table: pd.DataFrame) -> None:
    """Its key figures are among them, no slide is for a lone figure where there are others, trends follow."""
    for sector, entry in catalog.definitions.items():
        slides = build_deck(catalog, table, DeckSpec((sector,)), "zh").slides
        own = [slide for slide in slides if slide.kind is not Kind.TREND]
        shown = [figure.row["indicator"] for slide in own for figure in slide.figures]
        assert set(entry.key_figures or entry.leading) <= set(shown)
        codes = [code for slide in own for code in slide.codes]
        assert len(codes) == len(set(codes))
        assert len(own) <= 2 and all(len(slide.figures) > 1 for slide in own)
        assert [slide.key for slide in slides] == default_keys(catalog, [sector])
        assert [slide.key for slide in slides[len(own):]] == [f"@{one}.TREND" for one in entry.trends]
        for slide in own:
            assert not slide.numbers or slide.kind is Kind.BARS


def test_entries_come_in_the_order_asked_with_their_titles(
    catalog: Catalog, table: pd.DataFrame
) -> None:
    keys = ("parks.KEY", "@base_stations_5g", "connectivity.rank_5g")
    deck = build_deck(catalog, table, DeckSpec(keys, {"parks.KEY": "我的标题"}), "zh")
    assert tuple(slide.key for slide in deck.slides) == keys
    assert deck.slides[0].heading == "我的标题"
    assert deck.slides[2].heading == "全市5G建设居全省第一"


def test_unknown_and_withdrawn_entries_are_left_out_by_name(data_copy: Path) -> None:
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  - indicator: benchmark_parks\n")
    path.write_text(text[:start], encoding="utf-8")
    catalog = read_catalog(data_copy)
    assert not catalog.errors
    keys = ("nothing", "@nothing", "connectivity.nothing", "@benchmark_parks", "parks", "compute.KEY")
    deck = build_deck(catalog, observations(catalog), DeckSpec(keys), "zh")
    assert [slide.key for slide in deck.slides] == ["compute.KEY"]
    assert [(entry.key, entry.reason) for entry in deck.left_out] == [
        ("nothing", "unknown"), ("@nothing", "unknown"), ("connectivity.nothing", "unknown"),
        ("@benchmark_parks", "withdrawn"), ("parks", "withdrawn"),
    ]


def test_a_trend_is_a_bar_a_period_and_names_every_document(
    catalog: Catalog, table: pd.DataFrame
) -> None:
    """In the order of time, the main document in blue, the sources numbered as the bars are."""
    one = slide(catalog, table, "@base_stations_5g.TREND")
    assert one.kind == "trend"
    assert one.heading.startswith("截至2025年一季度，")
    ends = [str(figure.row["time_period"])[:4] for figure in one.marks]
    assert ends == sorted(ends) and len(ends) >= 4
    assert [figure.context for figure in one.marks][-1] is False
    numbers = [re.search(r"\[(\d+)\]", figure.name) for figure in one.marks]
    for number in numbers:
        assert number is not None and one.sources[int(number[1]) - 1].startswith(number[0])
    said = "".join(texts(drawn(one))).replace(" ", "")
    assert all(source.replace(" ", "") in said for source in one.sources)
    forecast = slide(catalog, table, "@core_digital_gdp_share.TREND")
    assert "预测" in forecast.marks[-1].name and "14.41%" in forecast.heading


def test_one_period_is_no_trend(catalog: Catalog, table: pd.DataFrame) -> None:
    deck = build_deck(catalog, table, DeckSpec(("@pooled_compute.TREND", "@no.TREND")), "zh")
    assert [entry.reason for entry in deck.left_out] == ["withdrawn", "unknown"]


def test_a_deck_has_a_limit_and_says_so(catalog: Catalog, table: pd.DataFrame) -> None:
    deck = build_deck(catalog, table, DeckSpec(("parks.KEY",) * 230), "zh")
    assert len(deck.slides) == 200
    assert [entry.reason for entry in deck.left_out] == ["too_many"]


def test_a_slide_that_is_asked_for_again_is_made_once(
    catalog: Catalog, table: pd.DataFrame, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its key or by its sector: an address of 200 entries costs no more than the slides it has."""
    from indicators.pictures.slides import deck as module

    made = []
    original = module._slide
    monkeypatch.setattr(
        module, "_slide", lambda *given: made.append(given[2]) or original(*given)
    )
    once = build_deck(catalog, table, DeckSpec(("parks", "parks.KEY")), "zh")
    assert sorted(made) == sorted(set(made)) and "parks.KEY" in made
    again = build_deck(catalog, table, DeckSpec(("parks", "parks.KEY", "a.b") * 60), "zh")
    assert made.count("parks.KEY") == 2 and made.count("a.b") == 1
    keys = [slide.key for slide in once.slides]
    assert [slide.key for slide in again.slides] == (keys * 60)[:200]


@pytest.mark.parametrize(
    ("key", "zh", "en"),
    [
        ("connectivity.optical_cable_by_operator", "全市建成光缆超43万公里，中国电信居首（23万公里，占比低于54.7%）",
         "Guangzhou had laid over 430,000 km of optical cable; "
         "China Telecom leads with 230,000 km, under 54.7% of the total"),
        ("connectivity.natural_village_coverage", "全市自然村实现4G网络全覆盖，自然村实现光纤网络全覆盖",
         "4G networks reached all natural villages in Guangzhou; "
         "fibre networks reached all natural villages in Guangzhou"),
        ("parks.KEY", "产业园区：全市培育特色标杆工业园10个",
         "Industrial parks: Guangzhou fostered 10 benchmark industrial parks"),
        ("innovation.eye_model", "眼科大模型使患者服务效率提升可达75%",
         "An eye-care model raised the efficiency of patient service by up to 75%"),
    ],
)
def test_titles_conclude(
    catalog: Catalog, table: pd.DataFrame, key: str, zh: str, en: str
) -> None:
    assert slide(catalog, table, key, "zh").heading == zh
    assert slide(catalog, table, key, "en").heading == en


def test_the_subtitle_says_unit_date_and_area(catalog: Catalog, table: pd.DataFrame) -> None:
    bars = slide(catalog, table, "connectivity.optical_cable_by_operator")
    assert bars.subtitle == "单位：公里 · 2025年一季度 · 广州市"
    mixed = slide(catalog, table, "compute.KEY")
    assert mixed.subtitle == "广州市"
    assert {figure.period for figure in mixed.marks} == {"2025年6月20日（成文日期）", "2024年底"}


@pytest.mark.parametrize("theme", list(PALETTES))
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_everything_needed_stands_inside_the_picture(
    catalog: Catalog, table: pd.DataFrame, lang: str, theme: str
) -> None:
    deck = build_deck(catalog, table, DeckSpec(), lang)
    for number, one in enumerate(deck.slides, 1):
        root = drawn(one, theme, number, len(deck.slides))
        assert root.get("viewBox") == f"0 0 {WIDTH} {HEIGHT}"
        assert root.get("aria-label") == one.alt
        said = "".join(texts(root)).replace(" ", "")
        for wanted in (one.heading, *one.sources, *one.codes, f"{number} / {len(deck.slides)}"):
            assert wanted.replace(" ", "") in said, (one.key, wanted)
        for figure in one.marks:
            assert figure.parts.plain.replace(" ", "") in said
            assert figure.period.lower().replace(" ", "") in said.lower()
        sizes = [float(node.get("font-size") or 99) for node in root.iter(f"{SVG}text", f"{SVG}tspan")]
        assert min(sizes) >= 24


def test_bounds_are_drawn_as_bounds(catalog: Catalog, table: pd.DataFrame) -> None:
    """超43万公里 has strokes and a chevron beyond its bar; the exact parts have none."""
    bars = slide(catalog, table, "connectivity.optical_cable_by_operator")
    assert [mark.bound.way for mark in bars.marks] == [1, 0, 0, 0]
    assert len(list(drawn(bars).iter(f"{SVG}polygon"))) == 4
    exact = slide(catalog, table, "connectivity.natural_village_coverage")
    assert not list(drawn(exact).iter(f"{SVG}polygon"))


@pytest.mark.parametrize("relation", ["less_than", "at_most", "about", "between"])
def test_every_relation_is_drawn_in_its_own_way(
    catalog: Catalog, table: pd.DataFrame, relation: str
) -> None:
    changed = table.astype({"relation": object})
    row = changed["breakdown"] == "operator=china_telecom"
    changed.loc[row, ["relation", "lower", "upper"]] = [relation, 200000.0, 230000.0]
    if relation == "between":
        changed.loc[row, "obs_value"] = float("nan")
    one = slide(catalog, changed, "connectivity.optical_cable_by_operator")
    assert one.kind == "bars"
    other = slide(catalog, table, "connectivity.optical_cable_by_operator")
    assert render_svg(one, PALETTES["light"]) != render_svg(other, PALETTES["light"])
    if relation in ("less_than", "at_most"):
        assert any(node.get("stroke") for node in drawn(one).iter(f"{SVG}rect"))


@pytest.mark.parametrize("name", list(LONG))
def test_a_title_is_never_markup_and_never_leaves_its_place(
    catalog: Catalog, table: pd.DataFrame, name: str
) -> None:
    for key in ("parks.KEY", "connectivity.optical_cable_by_operator", "@base_stations_5g"):
        one = slide(catalog, table, key, title=LONG[name])
        root = drawn(one)
        assert {etree.QName(node).localname for node in root.iter()} <= {
            "svg", "text", "tspan", "rect", "polygon",
        }
        bold = [
            node for node in root.iter(f"{SVG}text")
            if float(node.get("y")) < 300 and node.get("font-weight") and not node.get("data-watermark")
        ]
        assert 1 <= len(bold) <= 2
        for node in bold:
            assert measure("".join(node.itertext()), float(node.get("font-size")), bold=True) <= 1728


def test_the_picture_asks_nothing_of_the_world(catalog: Catalog, table: pd.DataFrame) -> None:
    picture = render_svg(slide(catalog, table, "parks.KEY"), PALETTES["light"])
    assert not re.search(r"(href|src|url\(|@import|<script|<foreignObject)", picture)


def test_the_watermark_goes_when_all_is_cleared(data_copy: Path) -> None:
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8").replace("access: public", "access: internal")
    path.write_text(text.replace("section: 一(三)4\n", "section: 一(三)4\n    status: cleared\n"), encoding="utf-8")
    catalog = read_catalog(data_copy)
    cleared = slide(catalog, observations(catalog), "parks.KEY")
    assert not any(node.get("data-watermark") for node in drawn(cleared).iter())
    other = slide(catalog, observations(catalog), "connectivity.KEY")
    assert any(node.get("data-watermark") for node in drawn(other).iter())
    assert "内部资料" in "".join(texts(drawn(other)))


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", list(PALETTES))
def test_colours_are_legible(theme: str) -> None:
    """WCAG: 4.5 : 1 for text, 3 : 1 for marks."""
    palette = PALETTES[theme]
    for color in (palette.ink, palette.quiet, palette.main, palette.alert):
        assert contrast(color, palette.ground) >= 4.5
    for color in (palette.part, palette.context):
        assert contrast(color, palette.ground) >= 3
    assert contrast(palette.ink, palette.pale) >= 4.5  # labels stand on the track of the whole


def test_a_title_keeps_its_figure_together() -> None:
    """Two lines of like length, and none begins with what belongs to the line before."""
    lines, _ = balanced("全市通过公共数据授权运营开发数据产品和服务超90款，" * 2, (60, 56), 1728)
    assert len(lines) == 2
    assert not lines[1].startswith(("，", "款", "90"))
    assert "".join(lines) == "全市通过公共数据授权运营开发数据产品和服务超90款，" * 2


def test_what_does_not_fit_is_cut_visibly() -> None:
    lines, size = fitted("字" * 500, (40, 30), 600, 2)
    assert (len(lines), size) == (2, 30)
    assert lines[-1].endswith("…")


@pytest.mark.parametrize(
    ("figure", "large", "small"),
    [
        ("可达百分之七十五", "百分之七十五", ["可达"]),
        ("达1亿2000万元", "1亿2000万", ["达", "元"]),
        ("3万5千座", "3万5千", ["座"]),
        ("数十座", "数十", ["座"]),
        ("1万—2万座", "1万—2万", ["座"]),
        ("超43万公里", "43", ["超", "万公里"]),
    ],
)
def test_what_is_set_large_is_the_number(
    catalog: Catalog, table: pd.DataFrame, figure: str, large: str, small: list[str]
) -> None:
    """On a slide of one figure nothing is larger than the number, and it is the whole number."""
    rows = table[table["indicator"] == "benchmark_parks"].head(1).assign(**cells(figure))
    one = build_deck(catalog, rows, DeckSpec(("@benchmark_parks",)), "zh").slides[0]
    runs = [
        (float(run.get("font-size", 0)), (run.text or "").strip())
        for run in drawn(one).iter(f"{SVG}tspan")
    ]
    size, text = max(runs)
    assert text == large
    assert size > 100
    assert [said for other, said in runs if other < size] == small


def test_a_line_never_ends_inside_a_figure() -> None:
    """1亿2000万元 and 3500万余条 stay in one line, wherever it has to end."""
    text = "全市上年投入资金达1亿2000万元，其中平台接入3500万余条，平均超43万公里"
    for room in range(260, 900, 20):
        lines, _ = balanced(text, (36, 32), room)
        for whole in ("1亿2000万元", "3500万余条", "43万公里"):
            if measure(whole, 36, bold=True) < room / 2 and not lines[-1].endswith("…"):
                assert any(whole in line for line in lines), (room, lines)
