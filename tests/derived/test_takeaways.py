"""Takeaways: one sentence that the figures allow, worked by hand, and none where they leave it open."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.derived import Measures, find_takeaway, takeaway_text, takeaway_working
from tests.derived.test_measures import document, made

HERE, NATION = "440100", "CN"


def sentence(measures: Measures, lang: str, indicator: str = "masts") -> str:
    """Return the takeaway of an indicator; empty where there is none."""
    found = find_takeaway(measures, indicator, HERE)
    return "" if found is None else takeaway_text(measures.catalog, found, lang)


def test_growth_beside_the_nations_and_the_share(tmp_path: Path) -> None:
    """10.97 ÷ 9.17 − 1 = 19.63 %, over 439 ÷ 337.7 − 1 at least 30.0 %; 2.715 % falls to less than 2.499 %."""
    measures = made(
        tmp_path, document(HERE, ("masts", "9.17万座", "2023"), ("masts", "10.97万座", "2025-Q1")),
        document(NATION, ("masts", "337.7万座", "2023"), ("masts", "超439万座", "2025-03")), within=0,
    )
    assert sentence(measures, "zh") == (
        "从2023年末到2025年3月末，广州市的“铁塔”增长19.6%；全国增长至少30.0%，占全国的比重从2.72降到至多2.50。"
    )
    assert sentence(measures, "en") == (
        "Masts in Guangzhou grew by 19.6% from the end of 2023 to the end of March 2025; the nation's by at least "
        "30.0%: its share of the nation fell from 2.72 to at most 2.50."
    )
    found = find_takeaway(measures, "masts", HERE)
    assert found is not None and len(found.inputs) == 4
    lines = takeaway_working(measures.catalog, found, "zh")
    # 10.965 ÷ 9.175 − 1 = 19.509 %, 10.975 ÷ 9.165 − 1 = 19.749 %
    assert "10.97万座（2025年一季度） ÷ 9.17万座（2023年） − 1 = +19.6%" in lines
    assert "[10.965万, 10.975万) ÷ [9.165万, 9.175万) − 1 = (19.5, 19.75)%" in lines
    assert lines[-1].count("、") == 3 and lines[-2] == "测试。"


@pytest.mark.parametrize(("old", "new", "zh", "en"), [
    # 40 ÷ 30 − 1 = 33.3 %, counts are exact
    ("30座", "40座", "增长33.3%", "grew by 33.3%"),
    # 超40 ÷ 30 − 1 is more than 33.3 %
    ("30座", "超40座", "增长至少33.3%", "grew by at least 33.3%"),
    # 40 ÷ 超50 − 1 is less than −20 %
    ("超50座", "40座", "下降至少20.0%", "fell by at least 20.0%"),
    # [1.365, 1.375) ÷ [1.25, 1.35) − 1 lies between 1.11 and 10 %: 5.4 % would say too much
    ("1.3万座", "1.37万座", "增长在1.1%与10%之间", "grew by between 1.1% and 10%"),
    # 30,012 ÷ 30,000 − 1 = 0.04 %
    ("30000座", "30012座", "增长0.04%", "grew by 0.04%"),
    ("24座", "24座", "仍是24座（据某局（2025年））", "stayed at 24 stations (according to A bureau (2025))"),
])
def test_one_sentence_keeps_bound_and_rounding(tmp_path: Path, old: str, new: str, zh: str, en: str) -> None:
    """What is said is no more than the intervals allow."""
    measures = made(tmp_path, document(HERE, ("masts", old, "2023"), ("masts", new, "2024")))
    assert sentence(measures, "zh") == f"从2023年到2024年，广州市的“铁塔”{zh}。"
    assert sentence(measures, "en") == f"Masts in Guangzhou {en} from 2023 to 2024."


@pytest.mark.parametrize("claims", [
    [("masts", "30座", "2024")],
    # the rounding leaves open which is more
    [("masts", "1.2万座", "2023"), ("masts", "1.2万座", "2024")],
    [("masts", "超30座", "2023"), ("masts", "40座", "2024")],
    [("masts", "超30座", "2023"), ("masts", "超40座", "2024")],
    [("masts", "约30座", "2023"), ("masts", "40座", "2024")],
    # less than a year apart
    [("masts", "30座", "2024-06"), ("masts", "40座", "2024-12")],
])
def test_nothing_is_said_where_nothing_is_certain(tmp_path: Path, claims: list[tuple[str, str, str]]) -> None:
    """One figure, equal roundings, bounds that overlap, an "about", a season."""
    assert sentence(made(tmp_path, document(HERE, *claims)), "zh") == ""


def test_an_earlier_figure_is_tried_where_the_last_says_nothing(tmp_path: Path) -> None:
    """超38 leaves open whether 40 is more; 30 of the year before doesn't."""
    measures = made(tmp_path, document(
        HERE, ("masts", "30座", "2022"), ("masts", "超38座", "2023"), ("masts", "40座", "2024"),
    ))
    assert sentence(measures, "en") == "Masts in Guangzhou grew by 33.3% from 2022 to 2024."


def test_a_share_that_moves_by_less_than_is_said_is_left_out(tmp_path: Path) -> None:
    """1000 of 100000 is 1 %, 1001.1 of 110000… the place grows, and its share is said only if it shows."""
    measures = made(
        tmp_path, document(HERE, ("masts", "10000座", "2023"), ("masts", "10100座", "2024")),
        document(NATION, ("masts", "1000000座", "2023"), ("masts", "1010010座", "2024")),
    )
    # 10000 ÷ 1000000 = 1.0000 %, 10100 ÷ 1010010 = 0.99999 %: lower, and written alike.
    assert sentence(measures, "en") == "Masts in Guangzhou grew by 1.0% from 2023 to 2024."


def test_what_may_not_be_shown_freely_is_no_takeaway(tmp_path: Path) -> None:
    """The sentence travels without the mark that its figures carry."""
    paper = document(HERE, ("masts", "30座", "2023"), ("masts", "40座", "2024"))
    assert sentence(made(tmp_path, paper.replace("access: public", "access: internal")), "en") == ""
