"""A claim's own words stay with it, and no sentence says a word twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.language.sentences import caption, headline, without_repeated
from indicators.pictures.charts import build_chart
from indicators.pictures.slides.headlines import chart_slide
from indicators.table.frame import observations
from indicators.table.rows import as_row

ZONES = "  - indicator: data_space_zones\n"
OWN = ZONES + (
    '    sentence: {zh: "首批设立产业专区{figure}", en: "it opened with {count} zones"}\n'
    "    caption: {zh: 第一批专区。, en: Zones of the first batch.}\n"
)


@pytest.fixture
def worded(data_copy: Path) -> Catalog:
    """The tests' data, one claim of which has words of its own."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8")
    assert ZONES in text
    path.write_text(text.replace(ZONES, OWN), encoding="utf-8")
    catalog = read_catalog(data_copy)
    assert not catalog.errors
    return catalog


def test_a_claim_is_said_in_its_own_words(worded: Catalog) -> None:
    """Sentence and caption come from the claim; those of other documents know nothing of them."""
    row = next(row for row in worded.observations if row.indicator == "data_space_zones")
    assert headline(as_row(row), worded, "zh") == "首批设立产业专区12个"
    assert headline(as_row(row), worded, "en") == "it opened with 12 zones"
    assert caption(as_row(row), worded, "zh") == "第一批专区。"
    other = as_row(row._replace(document="gz-bluebook-2025", figure="18个"))
    assert "首批设立" not in headline(other, worded, "zh").replace("城市可信数据空间首批设立", "")
    assert caption(other, worded, "en") == ""


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pictures_have_the_caption(worded: Catalog, lang: str) -> None:
    """The chart on the page and the slide say it beneath the figure."""
    chart = next(c for c in worded.definitions["data_space"].charts if c.id == "zones")
    words = caption(
        as_row(next(r for r in worded.observations if r.indicator == "data_space_zones")), worded, lang
    )
    table = observations(worded)
    drawn = build_chart(worded, table, chart, lang)
    slide = chart_slide(worded, table, chart, lang)
    assert drawn is not None
    assert slide is not None
    assert words in " ".join(note.text for note in drawn.figure.layout.annotations)
    assert words in slide.note


@pytest.mark.parametrize(
    "before, bound, kept",
    [
        ("独角兽企业新增", "新增", "独角兽企业"),
        ("规模达", "达", "规模"),
        ("数量超", "超过", "数量"),
        ("诊断累计", "累计", "诊断"),
        ("增加值增长", "同比增长", "增加值"),
        ("效率提升", "提升可达", "效率"),
        ("由此到达", "达", "由此到达"),
        ("全市建成光缆", "超", "全市建成光缆"),
        ("企业为", "", "企业为"),
    ],
)
def test_a_word_that_the_figure_says_is_left_out(before: str, bound: str, kept: str) -> None:
    """新增新增2家 is 新增2家."""
    assert without_repeated(before, bound) == kept
