"""Which period a figure has, and how that is known. All sentences are written for this test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators.texts import parse_sections
from indicators.texts.dating import Dates
from indicators.texts.when import Basis
from indicators.texts.whens import Whens
from tests.operations import growth

STATED, BEFORE, HEADING, NONE, DOCUMENT = Basis.STATED, Basis.BEFORE, Basis.HEADING, Basis.NONE, Basis.DOCUMENT
_SIGNED = "\n某市统计局\n2031年3月28日\n"


def whens(text: str) -> Whens:
    """The periods of a text with its own sections."""
    sections = parse_sections(text)
    return Whens(Dates(text, sections), sections)


@pytest.mark.parametrize(
    ("text", "period", "basis"),
    [
        # The year of the day of writing, or the one before where that day hadn't come yet.
        ("截至1月末建成53个。", "2031-01-31", STATED), ("截至6月末建成53个。", "2030-06-30", STATED),
        ("去年建成53个。", "2030", STATED), ("去年上半年建成53个。", "2030-H1", STATED),
        ("今年一季度建成53个。", "2031-Q1", STATED), ("去年底共53个。", "2030-12-31", STATED),
        ("2030年一季度末共53个。", "2030-03-31", STATED), ("下半年力争建成53个。", "2031-H2", STATED),
        ("2030年下半年开工。全年建成53个。", "2030", STATED), ("2030年投产，年末共53个。", "2030-12-31", STATED),
        ("过去一年建成53个。", "2030", STATED), ("2030年1—6月建成53个。", "2030-H1", STATED),
        # What has no code, or is the moment of writing, gives none and ends what came before.
        ("2030年1—10月建成53个。", "2030-01/2030-10", STATED), ("前三季度建成53个。", "2030-Q1/2030-Q3", STATED),
        ("1—2月建成53个。", "2031-01/2031-02", STATED), ("“十四五”期间建成53个。", "2021/2025", STATED),
        ("“十五五”时期力争建成53个。", "2026/2030", STATED), ("今年以来建成53个。", "2031-Q1", STATED),
        ("近三年建成53个。", "", NONE), ("“十五五”以来建成53个。", "2026-Q1/2031-Q1", STATED),
        ("2030年11月以来建成53个。", "2030-11/2031-03", STATED), ("2026—2030年建成53个。", "2026/2030", STATED),
        ("2030年开工。截至目前建成53个。", "2031-03-28", DOCUMENT), ("2030年开工，目前共53个。", "2031-03-28", DOCUMENT),
        ("截至2031年2月底共7个，今年以来建成53个。", "2031-01/2031-02", STATED), ("今年以来成效明显。共有53个。", "", NONE),
        ("一、2030年回顾\n去年以来建成53个。", "2030", STATED), ("今年以来，甲7次、乙53次。", "2031-Q1", STATED),
        ("7月中旬建成53个。", "", NONE), ("成立以来建成53个。", "", NONE),
        # A year looked back on in March is the calendar year.
        ("一年来，建成53个。", "2030", STATED), ("两年来，建成53个。", "", NONE),
        # A date put in for one addition is of that alone.
        ("截至2月末上市公司7家，今年新增5家；其中53家在城区。", "2031-02-28", STATED),
        ("上市公司7家，今年新增53家。", "2031", STATED), ("今年新增7家，其中53家在城区。", "2031", STATED),
        # Chinese digits, the day too.
        ("二〇三一年二月二十六日共53个。", "2031-02-26", STATED),
        # Where a change began; the month of writing beneath the title.
        ("2030年占比由2029年的7%提升至8%，共53个。", "2030", STATED),
        ("某市2030年白皮书\n某管委会 2031年3月\n一、综合\n共53个。", "2030", HEADING),
        # Another speaker.
        ("时间已到。\n某记者：2030年如何？\n李某：共53个。", "", NONE),
        # A base of comparison dates nothing.
        ("2030年建成7个，较2029年底净增5个，其中53个在城区。", "2030", STATED),
        ("2030年建成7个，是2028年的5倍，共53个。", "2030", STATED),
        ("2030年建成7个，比上年末增加53个。", "2030", STATED), ("按上年价格计算共53个。", "", NONE),
        ("2030年建成7个，是去年的53倍。", "2030", STATED),
        ("1—8月建成7个，增速较1—7月回落3个百分点，共53个。", "2030-01/2030-08", STATED),
        ("2030年建成7个，增速快于前三季度2个百分点，共53个。", "2030", STATED),
        ("2030年建成7个，与6月末相比增加5个，共53个。", "2030", STATED), ("2030年建成7个，同上半年持平，共53个。", "2030", STATED),
        ("2030年总量按2028年不变单价计算，共53个。", "2030", STATED), ("2030年建成7个，达到2028年的3倍，共53个。", "2030", STATED),
        ("2030年建成7个，由2029年末的5个增加，共53个。", "2030", STATED),
        # A year far back is not that of the months of a later sentence; in its own sentence it is.
        ("自2026年启动以来进展明显。截至9月底共53个。", "2030-09-30", STATED),
        ("2026年启动，截至9月底共53个。", "2026-09-30", STATED),
        # What a paragraph is about, before the date of its figures.
        ("用户达53个。截至1月末，共7个。", "2031-01-31", HEADING), ("用户达53个。1月新增7个。", "", NONE),
        # How zeros are written.
        ("二○三○年共53个。", "2030", STATED),
        # The year before is put in to compare with, of the heading's period too.
        ("收入7亿元，上年为5亿元；共53个。", "", NONE),
        ("某市2030年上半年情况\n一、甲\n共7个。上年同期为53个。", "2029-H1", STATED),
        ("三年累计建成53个。", "", NONE), ("2030年建成7个。三年内建成53个。", "2030", BEFORE),
        # What is counted up to this May, after 至今, which means up to now.
        ("截至今年1月，共53个。", "2031-01", STATED), ("2030年开工，投运至今共53个。", "", NONE),
        # Pictures show something else.
        ("一、甲\n2030年建成7个。\n图1 2028年以来增速\n其中53个在城区。", "2030", BEFORE),
        # The first words under a heading of aims date its points.
        ("二、主要目标\n到2033年，水平提升。\n（一）网络。共53个。", "2033", HEADING),
        ("第二章 总体要求\n第三节 主要目标\n到2033年，水平提升。\n（一）网络。共53个。", "2033", HEADING),
        # Months with 到 between, the end of the year to come, what holds for its clause only.
        ("今年1到9月建成53个。", "2031-Q1/2031-Q3", STATED), ("今年1—9月建成53个。", "2031-Q1/2031-Q3", STATED),
        ("明年年底前建成53个。", "2032-12-31", STATED),
        ("截至2030年9月底建成7个，今年以来开通8次。另有53个。", "2030-09-30", BEFORE),
        ("2030年上半年建成7个，去年同期这个数是53个。", "2029-H1", STATED),
        ("2030年上半年建成7个，比去年同期多53个。", "2030-H1", STATED),
        ("到上个月底建成53个。", "2031-02-28", STATED), ("上月建成53个。", "2031-02", STATED), ("比上月多53个。", "", NONE),
        ("已建成9个；今年一季度新建7个。共53个。", "", NONE),
        ("到明年底建成53个。", "2032-12-31", STATED),
        ("2029年建成7个，2028—2030年年均增长5%。另有53个。", "2029", BEFORE),
        ("建成7个（截至2030年1月底）。全年新增53个。", "2031", STATED),
        # The last day of a plan, what has gone on since something, a few years that may be any.
        ("到“十五五”末达到53个。", "2030-12-31", STATED), ("2030年开工，投运以来共53个。", "", NONE),
        ("2030年开工，过去五年建成53个。", "", NONE), ("2030年开工，这三年共53个。", "", NONE),
        ("2030年开工，近一年多来共53个。", "", NONE),
        # What leads to a list of points dates them; a sentence that ends before it doesn't.
        ("一、回顾\n2030年，主要做了以下工作：\n（一）网络。共53个。", "2030", HEADING),
        # A heading of two times leaves open of which a figure speaks; the year is known all the same.
        ("一、“十四五”时期和2030年工作回顾\n共53个。", "", NONE),
        ("一、2030年和“十四五”时期工作回顾\n全年共53个。", "2030", STATED),
        # Another sentence of the same paragraph or section.
        ("2030年建成7个。其中53个在城区。", "2030", BEFORE),
        ("一、网络\n2030年建成7个。\n其中53个在城区。", "2030", BEFORE),
        ("2030年首三季共53个。", "2030-Q1/2030-Q3", STATED), ("2030年建成7个，其中第三季建成53个。", "2030-Q3", STATED),
        ("明年第一季建成53个。", "2032-Q1", STATED),
        ("一、甲\n一是建网。2030年建成7个。\n另一段53个。", "", NONE),
        ("2030年建成7个。\n另一段53个。", "", NONE), ("一、甲\n2030年建成7个。\n二、乙\n共53个。", "", NONE),
        ("2030年共7个，年末9个。又建成53个。", "2030", BEFORE),
        # A month or a day on which something happened is its own sentence's only.
        ("2031年3月，我市遴选发布首批53家平台。", "2031-03", STATED), ("2031年3月，我市发布首批7家。该企业共53台。", "", NONE),
        ("2030年开工。1月15日召开大会。建成53个。", "", NONE), ("2031年2月，覆盖7个区，共53个。", "2031-02", STATED),
        ("2031年1月，覆盖7个区。其中53个在城区。", "2031-01", BEFORE), ("2030年，发布7项。其中53项公开。", "2030", BEFORE),
        ("截至2031年1月，发布7项。其中53项公开。", "2031-01", BEFORE),
        # Headings: of the section, of one around it, and the title above.
        ("一、2030年回顾\n(一)甲。建成53个。", "2030", HEADING),
        ("一、2030年回顾\n(一)甲。7个。\n二、困难\n共53个。", "", NONE),
        ("第一部分 2030年总结\n一、甲\n7个。\n二、乙\n53个。", "2030", HEADING),
        ("某市2030年公报\n一、综合\n共53个。", "2030", HEADING),
        ("某市2030年公报\n一、综合\n全年共53个。", "2030", STATED),
        ("2030年总结和2031年要点\n一、综合\n共53个。", "", NONE),
        ("三年计划(2031—2033年)\n一、综合\n共53个。", "", NONE),
    ],
)
def test_the_period_and_its_basis(text: str, period: str, basis: Basis) -> None:
    """As a reader would date it, who knows that it was written on 28 March 2031."""
    when = whens(text + _SIGNED).of(text.index("53"))
    assert (when.period, when.basis) == (period, basis)


def test_without_a_day_of_writing_no_year_is_made_up() -> None:
    """Nothing says of which year June is."""
    assert whens("截至6月末建成53个。").of(6).period == ""


@pytest.mark.parametrize("head", ["2031-03-28", "2031.3.28", "(2031年3月28日)", "时间：2031年3月28日上午10:00"])
def test_the_day_of_writing_may_stand_at_the_head(head: str) -> None:
    """A short line with a full date; no figure is of that day."""
    found = whens(f"某市公报\n{head}\n去年建成53个。又9个。\n")
    assert found.written == "2031-03-28"
    assert found.of(len(f"某市公报\n{head}\n去年建成")).period == "2030"


def test_what_there_is_has_the_last_day_that_was_stated() -> None:
    """In a half-year's bulletin a stock is of its last day, money is of the half-year."""
    text = "某市2030年上半年运行情况\n一、甲\n截至6月末共7个。\n二、乙\n在用53个。"
    found, place = whens(text), text.index("53")
    assert found.of(place, stock=True).period == "2030-06-30"
    assert found.of(place).period == "2030-H1"


def test_time_is_linear() -> None:
    """Four times the text takes about four times the operations."""
    for piece in ("6月末1个。", "去年", "2030年\n", "一、2030年\n", "1—", "近三年"):

        def make(size: int, piece: str = piece) -> Callable[[], object]:
            text = piece * (size // len(piece))
            return lambda: whens(text).of(len(text) - 1)

        assert growth(make, 1200) <= 5.0


@pytest.mark.parametrize(
    "text, period, basis",
    [
        ("建成53个（截至6月底）。", "2030-06-30", STATED), ("建成53个节点（数据截至2030年9月末），", "2030-09-30", STATED),
        ("2030年建成53个（含共享）。", "2030", STATED), ("建成53个。另建7个（截至6月底）。", "", NONE),
        # What a note dates, and what it doesn't: another sentence's period is its own.
        ("共53个。\n注：未注明时间的数据均截至2030年12月底。", "2030-12-31", HEADING),
        ("2029年共53个。\n注：除注明外，文中数据截至2030年底。", "2029", STATED),
    ],
)
def test_a_date_behind_a_figure(text: str, period: str, basis: Basis) -> None:
    """Brackets behind a figure date it; a note dates what nothing else does."""
    place = text.index("53")
    when = whens(text + _SIGNED).of(place, end=place + 3)
    assert (when.period, when.basis) == (period, basis)


def test_levels_of_an_annual_bulletin_are_of_its_last_day() -> None:
    """What there is, where only the title states the year; what was added is of the year."""
    text = "2030年某省运行公报\n一、用户\n用户总数达53户。\n"
    place = text.index("53")
    assert whens(text).of(place, stock=True).period == "2030-12-31"
    assert whens(text).of(place).period == "2030"
    assert whens(text.replace("公报", "总结")).of(place, stock=True).period == "2030"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("某市答复\n共53个。\n某局\n2031年3月\n", "2031-03"), ("某市答复\n某函〔2031〕12号\n共53个。\n", "2031"),
        ("发布会\n2031年3月28日，某市召开新闻发布会。\n共53个。\n", "2031-03-28"),
        ("某市答复\n（2031年3月28日印发）\n共53个。\n", "2031-03-28"),
        ("某市答复\n共53个。\n某局\n二○三一年三月二十八日\n", "2031-03-28"),
    ],
)
def test_when_a_text_was_written(text: str, written: str) -> None:
    """To the month or the year only, where it says no more."""
    assert whens(text).written == written
