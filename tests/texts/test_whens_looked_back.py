"""Which period a figure has that sums up, looks back over years or is set as a task. All sentences are written for this test."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft

NEWS = "走进数谷\n2031年8月12日\n\n"
REPORT = "政府工作报告\n2031年1月15日\n一、过去五年工作回顾\n"
YEAR = "江州市2030年工作总结\n江州市数据局\n2031年1月20日\n\n"
BULLETIN = "江州市2030年统计公报\n江州市统计局\n2031年3月28日\n\n"
PLAN = "江州市人工智能行动计划（2031—2033年）\n2031年1月11日\n\n一、重点任务\n"
SURVEYED = "，计划年内增加投入的企业占比为53%。"


@pytest.mark.parametrize(
    "text, periods",
    [
        # What is counted since a time runs to the day stated with it, else to that of writing; the next sentence isn't of it.
        (f"{NEWS}今年以来，办理7万件，办结率99%。共有53家。", ["2031-01/2031-08", "2031-01/2031-08", ""]),
        (f"{NEWS}截至6月底，共7家，今年以来新增3家。", ["2031-06-30", "2031-H1"]),
        (f"{NEWS}“十六五”以来，累计投入7亿元。", ["2031-01/2031-08"]), (f"{NEWS}近三年，投入7亿元。", [""]),
        (f"{YEAR}2029年以来，累计投入7亿元。", ["2029/2030"]),
        (f"{NEWS}2029年至2031年6月，推动53家企业改造。", ["2029-Q1/2031-Q2"]),
        # What the year added up to a day, whether there is a list or not.
        (f"{NEWS}截至6月底，基站53座，今年新增7座。", ["2031-06-30", "2031-H1"]),
        (f"{NEWS}截至6月底，基站53座。今年计划新增7座。", ["2031-06-30", "2031"]),
        (f"{NEWS}2030年底，两率达53%、61%，比上年末分别提高4.2、0.3个百分点。", ["2030-12-31"] * 2 + ["2030"] * 2),
        # Levels in the last of the years that are looked back on, sums over them all.
        (f"{REPORT}五年来，增加值突破60亿元，较2025年提高3.1个百分点；累计投资97亿元，培训2万人次。",
         ["2030", "2030", "2026/2030", "2026/2030"]),
        (f"{REPORT}五年来，产值由2025年的8亿元增加到2030年的12亿元，年均增长8.4%；累计实施项目53个。",
         ["2025", "2030", "2026/2030", "2026/2030"]),
        (f"{REPORT}五年来，企业由58家增至97家。", ["", "2030"]),
        # The date of the level that a change comes to is its own, unless the sentence states no other.
        (f"{NEWS}截至6月底，覆盖率由2028年的53%提高到2030年的61%，机架达7万架。", ["2028", "2030", "2031-06-30"]),
        (f"{NEWS}覆盖率由2028年的53%提高到2030年的61%，居全省第2位。", ["2028", "2030", "2030"]),
        (f"{NEWS}截至6月底，基站53座，其中2030年新建7座，覆盖率达97%。", ["2031-06-30", "2030", "2031-06-30"]),
        # A task is of the year, its share of the time told.
        (f"{NEWS}1—7月，新建53座，完成全年80座建设任务的66%，投资3亿元。",
         ["2031-01/2031-07", "2031", "2031-01/2031-07", "2031-01/2031-07"]),
        (f"{NEWS}二季度，受访企业97家{SURVEYED}", ["2031-Q2", "2031-Q2"]),
        # What a level at the end of a year is followed by, in its paragraph and in a bulletin.
        (f"{BULLETIN}全年投资7亿元。年末基站53座，全年新增7座。光缆线路总长度97万公里。快递3亿件。",
         ["2030", "2030-12-31", "2030", "2030-12-31", "2030"]),
        (f"{YEAR}2030年，年末基站53座。全年投资7亿元。用户97万户。", ["2030-12-31", "2030", "2030-12-31"]),
        (f"{NEWS}上半年新认定7家，累计达到53家。", ["2031-H1", "2031-06-30"]),
        (f"{NEWS}行政村覆盖率由2029年底的71%提高到99%。", ["2029-12-31", ""]),
        (f"{NEWS}1—7月，投资3亿元。覆盖率由2029年底的71%提高到99%。", ["2031-01/2031-07", "2029-12-31", "2031-07-31"]),
        # Growth follows its level; what a thing is by its size has the time of nothing else.
        (f"{YEAR}截至2030年底，基站53座。完成投资47亿元，同比增长16%。", ["2030-12-31", "2030", "2030"]),
        (f"{NEWS}2030年投资47亿元。总投资52亿元的产业园开园。", ["2030", ""]), (f"{NEWS}2030年通车。设计容量240Tbps。", [""]),
        (f"{NEWS}目前在建7个，全部建成后将新增机架2万架。", ["2031-08-12", ""]),
        # A month in another paragraph is of the year of writing; what is to be reached isn't of the last year.
        (f"{NEWS}2030年，共有7家。\n我局于4月实地测试，确认弱覆盖53处，现已整改7处。", ["2030", "2031-04", "2031-08-12"]),
        (f"{NEWS}去年启动7项。到年底这个数字要达到53个。", ["2030", "2031-12-31"]),
        (f"{NEWS}今明两年分别安排3亿元和5亿元。", ["2031", "2032"]),
        # Shares of a whole are of one time, those that a change begins with of the one before.
        (f"{BULLETIN}三次产业结构由上年的11.2:40.5:48.3调整为10.7:41.0:48.3。", ["2029"] * 3 + ["2030"] * 3),
        # What a plan sets for each of its years, or for all of them.
        (f"{PLAN}每年服务企业不少于53家。三年培训数字化管理人才和技能人才7万人次，引进12名。", ["2031/2033"] * 3),
    ],
)  # fmt: skip
def test_sums_levels_and_tasks(text: str, periods: list[str], catalog: Catalog) -> None:
    """As a reader would date them; where nothing is stated there is none."""
    assert [claim.when.period for claim in draft(text, catalog).claims] == periods


def test_a_table_of_which_some_columns_have_a_date(catalog: Catalog) -> None:
    """A column without one is of the time that the text states, in every row."""
    table = "县区\t增加值（亿元）\t同比增长（%）\t6月末基站（座）\n甲区\t12.3\t9.5\t53\n乙区\t8.6\t10.4\t71\n"
    made = draft(f"江州市2031年上半年通报\n2031年7月20日\n\n{table}", catalog)
    assert [claim.when.period for claim in made.claims] == ["2031-H1", "2031-H1", "2031-06-30"] * 2


def test_tasks_in_a_column_and_changes_since_a_month(catalog: Catalog) -> None:
    """A column of tasks is of the year, the others of the time told; a change is of the months since the one it names."""
    said = "江州市2031年三季度通报\n2031年10月20日\n\n2031年1—9月，情况如下。\n\n{}"
    tasks = "县区\t全年任务（座）\t新建基站（座）\n甲区\t90\t53\n乙区\t80\t71\n"
    made = draft(said.format(tasks), catalog)
    assert [(claim.when.period, claim.status) for claim in made.claims] == [("2031", "T"), ("2031-Q1/2031-Q3", "A")] * 2
    since = "指标\t单位\t9月末\t6月末\t比6月末增加\n基站\t座\t53\t46\t7\n机架\t架\t82\t80\t2\n"
    made = draft(said.format(since), catalog)
    assert [claim.when.period for claim in made.claims] == ["2031-09-30", "2031-06-30", "2031-Q3"] * 2


def test_a_column_of_what_is_expected(catalog: Catalog) -> None:
    """2029年（预计）: forecasts, beside targets of years to come."""
    table = "指标\t2029年（预计）\t2030年\n基站（座）\t53\t71\n机架（架）\t8\t9\n"
    made = draft(f"江州市行动计划（2030—2031年）\n2029年11月20日\n\n{table}", catalog)
    assert [(claim.when.period, claim.status) for claim in made.claims] == [("2029", "F"), ("2030", "T")] * 2


@pytest.mark.parametrize(
    "text, statuses",
    [
        ("预计全年完成产值326亿元，增长7.5%左右。", "FF"), ("据测算，到2033年缺口将达3万人。", "F"), ("初步测算，产值7亿元。", "A"),
        ("全部建成后将新增机架2万架。", "F"),
        ("累计投资21亿元，占规划总投资的54%。", "AA"), (f"二季度，受访企业97家{SURVEYED}", "AA"),
        ("新建53座，完成全年80座建设任务的66%。", "ATA"), ("今年新建53座，超额完成市里下达的40个任务。", "AT"),
        ("今年，重点抓好53个项目，投资7亿元；新建基站9座；一季度推出6个。", "TTTT"), ("2030年，重点抓好了53个项目。", "A"),
        ("其余66处将于3月底前全部解决。全市光缆约9.8万公里。", "TA"),
        ("下一步，我们还要再遴选12家服务商。", "T"), ("为企业争取贷款7亿元。", "A"),
    ],
)  # fmt: skip
def test_what_is_there_and_what_is_to_come(text: str, statuses: str, catalog: Catalog) -> None:
    """Tasks and forecasts by their words, also where a year is over by then; what a survey tells of plans is a fact."""
    made = draft(f"江州市2030年工作总结\n{text}\n江州市数据局\n2031年1月20日", catalog)
    assert "".join(claim.status for claim in made.claims) == statuses


def test_what_a_part_of_a_year_brought_is_no_total(catalog: Catalog) -> None:
    """上半年已建成53座 fills no indicator that counts all there are; 累计建成 does."""
    made = draft(f"{NEWS}上半年已建成5G基站530座。截至6月底，累计建成5G基站5300座。", catalog)
    assert [claim.indicator for claim in made.claims] == ["", "base_stations_5g"]


WRAPPED = (
    "江州市数据局文件\n\n江州市数据局关于2030年全市数字经济推进情况的通报\n\n二、主要做法\n"
    "（一）强化网络支撑。2030年，各单位认真落实市委、市政府\n部署，扎实推进各项工作，数字化改造率由2028年提高到2029\n"
    "年的61%。各县区要在年底前完成整改，逐项对照问题清单抓好\n落实，共涉及53处。\n"
    "三、下一步\n2031年，全市要完成550家规上工业企业数字化智能化改造任\n务，确保年底覆盖率达到95%以上。\n\n江州市数据局\n2031年1月16日\n"
)


def test_lines_that_a_printer_wrapped_are_no_headings_and_no_paragraphs(catalog: Catalog) -> None:
    """年底 is of the year that its sentence states in the line before; a wrapped line with a year dates nothing beneath it."""
    made = draft(WRAPPED, catalog)
    assert [(claim.when.period, claim.status) for claim in made.claims][-2:] == [("2031", "T"), ("2031-12-31", "T")]


def test_parts_that_add_up_are_of_their_total(catalog: Catalog) -> None:
    """Each operator's count is of the day of the total that they add up to; one that adds up to nothing is left open."""
    said = "截至6月底，5G基站24360个。上半年新建2815个。分企业看，移动公司{}个、电信公司7980个、云江联通6140个。"
    made = draft(NEWS + said.format(10240), catalog)
    assert [(c.when.period, c.indicator, c.breakdown) for c in made.claims if c.start > made.claims[1].start] == [
        ("2031-06-30", "base_stations_5g", (("operator", "china_mobile"),)),
        ("2031-06-30", "base_stations_5g", (("operator", "china_telecom"),)),
        ("2031-06-30", "base_stations_5g", (("operator", "china_unicom"),)),
    ]
    apart = draft(NEWS + said.format(10241), catalog)
    assert [claim.indicator for claim in apart.claims][2:] == ["", "", ""]
