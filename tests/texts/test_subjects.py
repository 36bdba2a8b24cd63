"""Whose a figure is where a text speaks of one firm, one centre or another place. All sentences are written for this test."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft

HEAD = "江州市数字经济发展情况\n江州市数据局\n2031年9月12日\n\n"
ENGLISH = "Jiangzhou Releases Digital Economy Figures\nJiangzhou Municipal Data Bureau\nSept. 12, 2031\n\n"


def filled(text: str, catalog: Catalog) -> list[str]:
    """The indicators that a draft fills in; a dash where it leaves them open."""
    return [claim.indicator or "-" for claim in draft(text, catalog).claims]


@pytest.mark.parametrize(
    "text, indicators",
    [
        # One firm's or one centre's, in its own sentence and in those that only go on.
        ("江州云帆智算中心建成投用。如今，5G基站达到4.2万个。", ["-"]),
        ("这里的5G基站达到4.2万个。", ["-"]), ("该园区5G基站达到4.2万个。", ["-"]),
        ("走进江州钢铁集团，5G基站达到4.2万个。", ["-"]),
        ("截至6月底，江州移动公司5G基站达到4.2万个。", ["-"]),
        ("江州智算中心首阶段设施已投用，5G基站达到4.2万个。", ["-"]),
        ("中心负责人告诉记者，5G基站达到4.2万个。", ["-"]), ("园区东侧的江州算力中心，5G基站达到4.2万个。", ["-"]),
        ("江州云帆智算中心算力规模翻番，5G基站达到4.2万个。", ["-", "-"]),
        # The place's own: said so, or of another thing.
        ("江州云帆智算中心建成投用。如今，全市5G基站达到4.2万个。", ["base_stations_5g"]),
        ("江州云帆智算中心建成投用。5G基站达到4.2万个。", ["base_stations_5g"]),
        ("江州云帆智算中心建成投用。\n\n如今，5G基站达到4.2万个。", ["base_stations_5g"]),
        ("市数据局介绍，5G基站达到4.2万个。", ["base_stations_5g"]),
        ("推动铁塔公司加快建设，5G基站达到4.2万个。", ["base_stations_5g"]),
        ("在用数据中心机架达18万架，高质量数据集36个。", ["-", "high_quality_data_sets"]),
        ("抽查的36个高质量数据集中，有4个未用。", ["-", "-"]),
        # What is counted of parks is the indicator's own.
        ("特色标杆工业园用地2万亩。", ["benchmark_park_land"]), ("江州云帆工业园用地2万亩。", ["-"]),
        # One number for two things.
        ("打造可信数据空间、高质量数据集36个。", ["-"]), ("打造高质量数据集36个。", ["high_quality_data_sets"]),
    ],
)
def test_what_one_firm_has_is_no_figure_of_the_place(text: str, indicators: list[str], catalog: Catalog) -> None:
    """A sentence that names a firm or centre at its head is about it."""
    assert filled(HEAD + text, catalog) == indicators


@pytest.mark.parametrize(
    "text, indicators",
    [
        ("By the end of August 2031, the city had built 22,400 5G base stations.", ["base_stations_5g"]),
        ("Nationwide, there were 4,200,000 5G base stations by the end of August 2031.", ["-"]),
        ("The company had built 22,400 5G base stations by the end of August 2031.", ["-"]),
    ],
)
def test_what_a_firm_or_the_nation_has_in_english(text: str, indicators: list[str], catalog: Catalog) -> None:
    """The nation's figures in a city's paper are not the city's, nor are a company's."""
    assert filled(ENGLISH + text, catalog) == indicators
