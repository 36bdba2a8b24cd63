"""Which period a sentence states for a figure in it. All sentences are written for this test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import indicators.texts as texts_package
from indicators.texts import parse_sections
from indicators.texts.dating import Dates as _Dates


def Dates(text: str) -> _Dates:
    """The dates of a text with its own sections."""
    return _Dates(text, parse_sections(text))


@pytest.mark.parametrize(
    "text, period",
    [
        ("2030年建成53个", "2030"),
        ("2030年度建成53个", "2030"),
        ("截至2030年底,建成53个", "2030-12-31"),
        ("截至 2030 年末建成53个", "2030-12-31"),
        ("截至2031年一季度,建成53个", "2031-Q1"),
        ("2031年第3季度建成53个", "2031-Q3"),
        ("2031年上半年建成53个", "2031-H1"),
        ("2031年1—6月建成53个", "2031-H1"),
        ("2031年1月至9月建成53个", "2031-Q1/2031-Q3"),
        ("2031年3月,遴选53个", "2031-03"),
        ("截至2031年2月底共53个", "2031-02-28"),
        ("2031年3月5日上线53个", "2031-03-05"),
        ("二〇三一年三月建成53个", "2031-03"),
        ("２０３１年建成53个", "2031"),
        ("2031年前三季度建成53个", "2031-Q1/2031-Q3"),
        ("2029—2031年建成53个", "2029/2031"),
        ("2029-31年建成53个", "2029/2031"),
        ("2031年2—11月建成53个", "2031-02/2031-11"),
        ("2031—2029年建成53个", ""),
        ("2029年以来建成53个", ""),
        ("按照《2030年工作要点》建成53个", ""),
        ("2029年30个,2030年增至53个", "2030"),
        ("2030年工作已结束。建成53个", ""),
        ("2030年工作;建成53个", "2030"),
        ("建成53个,2030年验收", ""),
        ("2030年2月30日建成53个", ""),
        ("第12030年建成53个", ""),
        ("2030年建成\n53个", "2030"),
        ("2030年建成:\n53个", ""),
        ("2030年工作\n\n建成53个", ""),
        ("2030年工作\n一、建成53个", ""),
    ],
)  # fmt: skip
def test_the_period_of_a_figure(text: str, period: str) -> None:
    """The last date before the figure in its sentence, if it names a period that data may have."""
    assert Dates(text).of(text.index("53")) == period


def test_the_period_of_an_earlier_sentence() -> None:
    """A sentence without a date may continue one that has it; that is offered, never assumed."""
    text = "2029年甲。\n2030年乙10个。丙53个。"
    dates = Dates(text)
    assert dates.of(text.index("53")) == ""
    assert dates.before(text.index("53"), 0) == "2030"
    assert dates.before(text.index("53"), text.index("丙")) == ""


def test_the_date_in_the_signature() -> None:
    """The last line that is a date and nothing else."""
    assert Dates("2031年1月2日\n正文\n某局\n  2031 年 6 月 2 日 \n").signed() == "2031-06-02"
    assert Dates("正文2031年6月2日。").signed() == ""


def test_what_a_sentence_says_before_a_place_is_looked_at_no_further_than_it_costs() -> None:
    """A sentence begins where it does, but what is read of one without an end is bounded, by whoever reads it."""
    dates = Dates("建成7座。" + "建成53个，" * 500)
    assert dates.told_from(12) == dates.sentence_start(12) == len("建成7座。")
    assert dates.sentence_start(2000) == len("建成7座。")
    assert 2000 - dates.told_from(2000) <= 400
    cut = re.compile(r"\[[^][]*sentence_start\([^)]*\)\s*:")
    texts = Path(texts_package.__file__).parent
    assert [path.name for path in sorted(texts.glob("*.py")) if cut.search(path.read_text(encoding="utf-8"))] == []
