"""The official sentence: every one of the reply's, and the rules they are made by.

The dates are tested apart from the bodies, so that no sentence of the document stands here whole.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from indicators.catalog import Catalog, read_catalog
from indicators.language.sentences import headline, sentence, title_case, total_of
from indicators.models import Sentence
from indicators.table.frame import observations
from tests.figures.units_for_tests import cells

# indicator (and part), what is said of it in Chinese, in English: read by eye, one by one
SAID = [
    ("eye_model_efficiency_gain", "眼科大模型使患者服务效率提升可达75%",
     "an eye-care model raised the efficiency of patient service by up to 75%"),
    ("high_tech_enterprises", "全市高新技术企业突破1.35万家",
     "Guangzhou had over 13,500 high-tech enterprises"),
    ("digital_high_tech_enterprises", "全市数字经济相关高新技术企业超7000家",
     "Guangzhou had over 7,000 high-tech enterprises in the digital economy"),
    ("unicorn_enterprises", "全市有24家企业列入胡润全球独角兽榜",
     "Guangzhou had 24 enterprises on Hurun's Global Unicorn Index"),
    ("unicorn_increment_rank", "全市独角兽企业增量居全国第二",
     "Guangzhou ranked second in the country by increase in unicorns"),
    ("innovation_mother_fund", "广州科技创新母基金总规模达50亿元",
     "the Guangzhou innovation fund of funds had a total size of 5 billion yuan"),
    ("pooled_compute", "全市智算门户汇聚智能算力超过4000P",
     "Guangzhou's compute portal had pooled over 4,000 PFLOPS of intelligent compute"),
    ("own_compute", "全市汇聚的智能算力中，自建国产算力为300P",
     "of the intelligent compute pooled by Guangzhou, 300 PFLOPS was built in-house, on domestic processors"),
    ("supercomputer_general_compute", "天河星逸的通用计算性能超过38P",
     "the Tianhe Xingyi supercomputer delivered over 38 PFLOPS in general computing"),
    ("supercomputer_intelligent_compute", "天河星逸的智算性能超过1100P",
     "the Tianhe Xingyi supercomputer delivered over 1,100 PFLOPS in intelligent computing"),
    ("base_stations_5g", "全市累计建成5G基站" "10.97万座",
     "Guangzhou had built 109,700 base stations for 5G"),
    ("years_first_in_province_5g", "全市5G建设连续5年居全省首位",
     "Guangzhou had ranked first in Guangdong in building 5G for five years running"),
    ("province_rank_5g", "全市5G建设居全省第一",
     "Guangzhou ranked first in Guangdong in building 5G"),
    ("administrative_village_5g_coverage", "全市行政村实现5G网络全覆盖",
     "5G networks reached all administrative villages in Guangzhou"),
    ("natural_village_4g_coverage", "全市自然村实现4G网络全覆盖",
     "4G networks reached all natural villages in Guangzhou"),
    ("natural_village_fibre_coverage", "全市自然村实现光纤网络全覆盖",
     "fibre networks reached all natural villages in Guangzhou"),
    ("optical_cable_length", "全市建成光缆超43万公里",
     "Guangzhou had laid over 430,000 km of optical cable"),
    ("optical_cable_length operator=china_telecom", "全市建成光缆超43万公里，其中中国电信23万公里",
     "Guangzhou had laid over 430,000 km of optical cable, of which China Telecom accounted for 230,000 km"),
    ("optical_cable_length operator=china_mobile", "全市建成光缆超43万公里，其中中国移动12.8万公里",
     "Guangzhou had laid over 430,000 km of optical cable, of which China Mobile accounted for 128,000 km"),
    ("optical_cable_length operator=china_unicom", "全市建成光缆超43万公里，其中中国联通6.8万公里",
     "Guangzhou had laid over 430,000 km of optical cable, of which China Unicom accounted for 68,000 km"),
    ("identifier_second_level_nodes", "广州顶级节点接入标识解析二级节点53个",
     "the national top-level identifier node in Guangzhou served 53 second-level nodes"),
    ("identifier_resolutions", "标识解析累计243.35亿次",
     "identifiers had been looked up 24.335 billion times through the top-level node in Guangzhou"),
    ("identifier_connected_enterprises", "接入标识解析的企业节点过万家",
     "over 10,000 enterprises were connected to identifier resolution as nodes"),
    ("specialised_internet_platforms", "全市有特色专业型工业互联网平台15家",
     "Guangzhou had 15 specialised industrial-internet platforms"),
    ("data_space_zones", "城市可信数据空间首批设立产业专区12个",
     "Guangzhou's trusted data space opened with 12 industry zones"),
    ("data_space_scenes", "城市可信数据空间覆盖高价值应用场景37个",
     "Guangzhou's trusted data space covered 37 high-value scenes"),
    ("sihua_platform_batches", "广州市已选出“四化”赋能重点平台三批",
     "Guangzhou had selected three batches of key platforms for industrial upgrading"),
    ("sihua_platforms", "广州市已选出“四化”赋能重点平台122家",
     "Guangzhou had selected 122 key platforms for industrial upgrading"),
    ("sihua_diagnosed_enterprises", "广州市累计为333家企业提供免费“四化”诊断",
     "Guangzhou had given 333 enterprises a free diagnosis for industrial upgrading"),
    ("real_digital_platforms", "广州市发布首批“实数融合”创新示范平台33家",
     "Guangzhou named a first batch of 33 demonstration platforms for integrating the real and digital economies"),
    ("stage_lighting_volume_rank", "浩洋电子的专业舞台灯具产销量居全国第一",
     "the professional stage lighting of Haoyang ranked first in the country by volume produced and sold"),
    ("stage_lighting_export_rank", "浩洋电子的专业舞台灯具出口额居全国第一",
     "the professional stage lighting of Haoyang ranked first in the country by value of exports"),
    ("scene_fields", "数字广州建设场景机会分属十大重点领域",
     "the scene opportunities for building digital Guangzhou spanned 10 priority fields"),
    ("scene_opportunities", "广州市发布数字广州建设场景机会76个",
     "Guangzhou had published 76 scene opportunities for building digital Guangzhou"),
    ("elderly_care_records", "全市养老服务信息平台存有数据3500万余条",
     "Guangzhou's elderly-care platform held over 35 million records"),
    ("public_data_products", "全市通过公共数据授权运营开发数据产品和服务超90款",
     "over 90 data products and services had been developed from Guangzhou's public data"),
    ("data_set_enterprises", "全市首批行业高质量数据集来自16家企业",
     "the first batch of high-quality data sets in Guangzhou came from 16 enterprises"),
    ("high_quality_data_sets", "广州市选出首批行业高质量数据集28个",
     "Guangzhou had selected a first batch of 28 high-quality data sets"),
    ("data_set_fields", "全市首批行业高质量数据集涉及12个产业领域",
     "the first batch of high-quality data sets in Guangzhou covered 12 industries"),
    ("benchmark_parks", "全市培育特色标杆工业园10个",
     "Guangzhou fostered 10 benchmark industrial parks"),
    ("benchmark_park_land", "全市特色标杆工业园用地逾2万亩",
     "Guangzhou's benchmark industrial parks took up over 20,000 mu of land in all"),
]


@pytest.fixture(scope="module")
def rows(catalog: Catalog) -> list[dict[Any, Any]]:
    return observations(catalog).to_dict("records")


def find(rows: list[dict[Any, Any]], key: str) -> dict[Any, Any]:
    indicator, _, part = key.partition(" ")
    return next(
        row for row in rows
        if row["indicator"] == indicator and row["breakdown"] == (part or "_T")
        and row["document"] == "gz-2025324"
    )


@pytest.mark.parametrize(("key", "zh", "en"), SAID)
def test_every_observation_of_the_reply_is_said_as_an_official_text_would(
    catalog: Catalog, rows: list[dict[Any, Any]], key: str, zh: str, en: str
) -> None:
    row = find(rows, key)
    total = total_of(row, rows)
    assert headline(row, catalog, "zh", total) == zh
    assert headline(row, catalog, "en", total) == en
    whole = sentence(row, catalog, "zh", total)
    assert whole.endswith(f"，{zh}。")
    assert sentence(row, catalog, "en", total).endswith(f", {en}.")


def test_no_observation_of_the_reply_is_left_out(rows: list[dict[Any, Any]]) -> None:
    keys = {
        row["indicator"] + ("" if row["breakdown"] == "_T" else f" {row['breakdown']}")
        for row in rows if row["document"] == "gz-2025324"
    }
    assert keys == {key for key, _, _ in SAID}


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        ({}, "截至2025年一季度，", "As of the first quarter of 2025, "),
        ({"time_period": "2024"}, "2024年，", "As of 2024, "),
        ({"time_period": "2024", "measure_type": "stock"}, "2024年，", "In 2024, "),
        ({"time_period": "2024-12-31"}, "截至2024年底，", "By the end of 2024, "),
        ({"time_period": "2025-H1"}, "截至2025年上半年，", "As of the first half of 2025, "),
        ({"time_period": "2025-03"}, "截至2025年3月，", "As of March 2025, "),
        ({"time_period": "2025-03", "measure_type": "flow"}, "2025年3月，", "In March 2025, "),
        (
            {"time_period": "2025-06-20", "period_basis": "document"},
            "据第2025324号建议的答复（2025年6月20日），",
            "According to the reply to proposal No. 2025324 (20 June 2025), ",
        ),
        ({"obs_status": "P"}, "据初步统计，截至2025年一季度，",
         "On provisional figures, as of the first quarter of 2025, "),
    ],
)
def test_the_date_is_said_as_far_as_it_is_known(
    catalog: Catalog, rows: list[dict[Any, Any]], changes: dict[str, str], zh: str, en: str
) -> None:
    """A period is a point for stocks and totals, a span for flows; nothing is invented."""
    row = find(rows, "base_stations_5g") | changes
    assert sentence(row, catalog, "zh").startswith(zh + "全市")
    assert sentence(row, catalog, "en").startswith(en + "Guangzhou")


@pytest.mark.parametrize(
    ("figure", "relation", "stated", "zh"),
    [
        ("12099家", "equal", "12099", "全市高新技术企业为12099家"),
        ("近 1.4 万家", "less_than", "1.4", "全市高新技术企业近1.4万家"),
        ("１２０９９家", "equal", "12099", "全市高新技术企业为12099家"),
    ],
)
def test_figures_are_half_width_and_closed_up(
    catalog: Catalog, rows: list[dict[Any, Any]], figure: str, relation: str, stated: str, zh: str
) -> None:
    """GB/T 15835: Arabic digits half-width; 为 only where no bound word leads."""
    row = find(rows, "high_tech_enterprises")
    row = row | cells(figure) | {"relation": relation, "stated_value": stated}
    assert headline(row, catalog, "zh") == zh


def test_a_part_without_its_total_is_named_in_brackets(
    catalog: Catalog, rows: list[dict[Any, Any]]
) -> None:
    row = find(rows, "optical_cable_length operator=china_telecom")
    assert headline(row, catalog, "zh") == "全市建成光缆23万公里（中国电信）"
    english = headline(row, catalog, "en")
    assert english == "Guangzhou had laid 230,000 km of optical cable (China Telecom)"


def test_an_indicator_without_a_sentence_gets_a_plain_one(data_copy: Path) -> None:
    path = data_copy / "definitions" / "parks.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("    sentence:")
    path.write_text(text[:start] + text[text.index("    unit:", start):], encoding="utf-8")
    catalog = read_catalog(data_copy)
    assert not catalog.problems
    row = find(observations(catalog).to_dict("records"), "benchmark_parks")
    assert headline(row, catalog, "zh") == "全市特色标杆工业园为10个"
    assert headline(row, catalog, "en") == "Benchmark industrial parks in Guangzhou: 10 parks"


STRAY = (
    "{figur}", "{figure", "{0}", "{}", "{figure.x}", "{figure:.1f}", "{figure!r}", "{figure:}", "{figure[0]}",
    "{figure:>10}", "{figure!s:x}", "{figure:{count}}", "{{figure}}", "{ figure }", "{Figure}", "{figure}}", "｛figure｝",
    "{figure,}", "{__class__}", "{figure.__class__.__init__.__globals__}", "{area:x}{figure}", "{be!a}{figure}", "{figure\n}",
)
"""What isn't a placeholder's name in braces: formats, conversions, attributes, numbers, slips."""


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("template", STRAY)
def test_a_bad_template_is_refused_with_the_remedy(data_copy: Path, template: str, lang: str) -> None:
    """At its line, in every sentence; nothing of it is ever printed as it stands."""
    with pytest.raises(ValueError, match="bad-template"):
        Sentence.model_validate({"zh": "{figure}", "en": "{figure}", lang: template})
    for full in ({"zh": template, "en": "all"}, {"zh": "全部", "en": template}):
        with pytest.raises(ValueError, match="bad-template"):
            Sentence.model_validate({"zh": "{figure}", "en": "{figure}", "full": full})
    path = data_copy / "definitions" / "parks.yaml"
    text = path.read_text(encoding="utf-8")
    old = "zh: \"{area}培育特色标杆工业园{figure}\""
    assert old in text
    path.write_text(text.replace(old, f"zh: {json.dumps(template)}"), encoding="utf-8")
    (problem,) = [p for p in read_catalog(data_copy).problems if p.code == "bad-template"]
    assert (problem.file, problem.line) == ("definitions/parks.yaml", text[: text.index(old)].count("\n") + 1)
    assert "{figure}" in problem.hint(lang)


def test_a_sentence_of_a_claim_is_held_to_the_same(data_copy: Path) -> None:
    """A document may say a claim in its own words."""
    path = data_copy / "documents" / "gz-2025324.yaml"
    text = path.read_text(encoding="utf-8").replace("    sentence:", "    sentence_was:")
    claim = "claims:\n  - indicator: benchmark_parks\n    figure: 10个\n    sentence: {zh: '%s', en: '{figure}'}\n"
    path.write_text(text.replace("claims:\n", claim % "共{figure:,}", 1), encoding="utf-8")
    assert "bad-template" in {p.code for p in read_catalog(data_copy).problems}


@pytest.mark.parametrize("template", ["没有数字", "{area}{be}", "{place}"])
def test_a_sentence_without_a_figure_is_refused(template: str) -> None:
    """But for what is said of full coverage, which may do without."""
    with pytest.raises(ValueError, match="template-without-figure"):
        Sentence(zh=template, en="{figure}")
    assert Sentence.model_validate({"zh": "{figure}", "en": "{figure}", "full": {"zh": template, "en": "all"}})


def test_a_title_begins_with_a_large_letter() -> None:
    assert title_case("the fund") == "The fund"
    assert title_case("全市") == "全市"
