"""Which period a figure has where another time is looked back or ahead to. All sentences are written for this test."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft

NEWS = "走进数谷\n2031年8月12日\n\n"
REPORT = "政府工作报告\n2032年1月15日\n一、2031年工作回顾\n"
BULLETIN = "江州市2030年统计公报\n江州市统计局\n2031年3月28日\n\n"
PLAN = "江州市人工智能行动计划（2031—2033年）\n2031年4月11日\n\n一、重点任务\n"
ENGLISH = "Statistical Bulletin of Jiangzhou, 2030\nBureau of Statistics\nMay 20, 2031\n\n"


@pytest.mark.parametrize(
    "text, periods",
    [
        # What a time is called before it is compared with; the next paragraph isn't of it.
        (f"{REPORT}机架达8万架，比换届之初的2027年增加3万架。\n——网络。开通基站53座。", ["2031"] * 3),
        (f"{REPORT}机架达8万架，与“十四五”收官的2025年相比增加3万架，上架率61%。", ["2031"] * 3),
        (f"{NEWS}占比最高的2030年，出口53亿元。", ["2030"]),
        # Years gone by are counted from the day of writing, which for early in a year leaves open which one is meant.
        (f"{NEWS}目前员工53人，五年前只有7人，其中一线3人。", ["", "2026", ""]),
        (f"{NEWS}算力53P，与两年前相比翻一番。", ["", ""]), (f"{REPORT}两年前只有7家。", [""]),
        (f"{NEWS}产能由三年前的7万台增至53万台。", ["2028", ""]), (f"{NEWS}前三年前后共有53家。", [""]),
        # What was before something that has no date; a look back to how little there was.
        (f"{NEWS}截至6月底，联网率53%。改造前，每批次耗时7小时。另有3家。", ["2031-06-30", "", "2031-06-30"]),
        (f"{NEWS}截至6月底，上云企业53家。2029年底，上云企业还只有7家。骨干企业3家。", ["2031-06-30", "2029-12-31", "2031-06-30"]),
        (f"{NEWS}截至6月底，上云企业53家。2030年底，上云企业有7家。骨干企业3家。", ["2031-06-30", "2030-12-31", "2030-12-31"]),
        (f"{NEWS}列入2030年百强榜的企业7家。全区从业人员53万人。", ["2030", ""]),
        (f"{NEWS}2030年，全区新增百强企业7家。全区从业人员53万人。", ["2030", "2030"]),
        (f"{NEWS}柳村去年11月通了5G。村里53户开了网店。", [""]),
        # 上年 is the year before the one told of, 去年 the one before that of writing.
        (f"{BULLETIN}全年流量42亿GB，增长17.5%，上年增速为21.8%。", ["2030", "2030", "2029"]),
        (f"{NEWS}上年出口53亿元。", ["2030"]),
        (f"{BULLETIN}全年流量42亿GB。去年新增53家。", ["2030", "2030"]),
        # The same time, the same year; a year that goes on to something else.
        (f"{NEWS}截至6月底，基站53座。同期，专网7张。", ["2031-06-30", "2031-06-30"]),
        (f"{NEWS}截至2030年底，基站53座。同年，出口7亿元；当年全市投入3亿元。", ["2030-12-31", "2030", "2030"]),
        (f"{NEWS}到6月底，基站53座，上半年新开通7座，总量居全省第2位。", ["2031-06-30", "2031-H1", "2031-06-30"]),
        # Quarters and years that are gone through one by one.
        (f"{NEWS}一至二季度，收入增速分别为3.9%、4.4%。", ["2031-Q1", "2031-Q2"]),
        (f"{NEWS}2030年一至三季度收入53亿元。", ["2030-Q1/2030-Q3"]),
        (f"{NEWS}2028—2030年，共安排9亿元，各年分别为2亿元、3亿元和4亿元。", ["2028/2030", "2028", "2029", "2030"]),
        (f"{NEWS}2028—2030年，东、中、西三片分别安排2亿元、3亿元和4亿元。", ["2028/2030"] * 3),
        (f"{NEWS}2028—2030年，两片分别安排2亿元、3亿元。", ["2028/2030"] * 2),
        # A span of months over years, and as many years as the title says.
        (f"{NEWS}2029年3月至2031年2月，投入53亿元。", ["2029-03/2031-02"]),
        ("试点工作总结\n（试点期：2029年7月—2031年6月）\n某局　2031年8月\n\n两年来，投入53亿元。三年来，培训7人。",
         ["2029-Q3/2031-Q2", ""]),
        # What is due on a day that stands behind it; what lasts without a certain end.
        (f"{NEWS}柳村已于3月20日开通；5座基站计划于9月底前建成；现有住户53户。", ["2031-09-30", ""]),
        (f"{NEWS}截至6月底，基站53座已于7月开通，在建3座。", ["2031-06-30", "2031-07"]),
        (f"{NEWS}截至6月底，5个系统自验收以来从未使用，投资合计53万元。", ["2031-06-30", "2031-06-30"]),
        (f"{NEWS}截至6月底，5个系统自验收以来使用3次，投资合计53万元。", ["2031-06-30", "", ""]),
        # A date in brackets over years; what comes about in a year at whose end it is told.
        (f"{NEWS}2030年底机架53架，三年增长1.7倍（2027—2030年）。", ["2030-12-31", "2027/2030"]),
        (f"{NEWS}至2030年末，自建机房58处，年运维费用53万元。", ["2030-12-31", "2030"]),
        (f"{NEWS}数据库记录从2027年末的53万条，增至2030年末的70万条。", ["2027-12-31", "2030-12-31"]),
        # What there still is, after last year's; what is there, after a year to come.
        (f"{NEWS}去年改造企业53家。仍有三成企业没有上云。", ["2030", ""]),
        (f"{NEWS}到明年底，基站要达到5万座。另外，基金总规模53亿元，已投出7亿元。", ["2032-12-31", "", ""]),
        (f"{NEWS}到明年底，基站要达到5万座。基金总规模53亿元。", ["2032-12-31", "2032-12-31"]),
        # A plan's years in another paragraph of what is headed by one year; the years of a plan for all of a sentence.
        (f"{REPORT}“十五五”时期，投资完成53亿元。\n\n全市基站7座。", ["2026/2030", "2031"]),
        (f"{PLAN}“十六五”期间新增机架4万架，总投资53亿元。", ["2031/2035", "2031/2035"]),
        (f"{PLAN}三年内引进人才200名，培训工人53人。", ["2031/2033", "2031/2033"]),
        ("某局2030年上半年运行情况\n2030年7月20日\n\n上半年收入7亿元。完成全年目标的53%。全年预期目标为增长12%。",
         ["2030-H1", "2030-H1", "2030"]),
        # A title that looks back on a year and on to the next.
        ("某局2031年工作总结及2032年工作安排\n\n一、问题\n骨干企业仅7家。\n二、2032年工作安排\n新建3家。\n\n某局\n2032年1月11日",
         ["2031", "2032"]),
        ("某局2031年工作总结及2032年工作安排\n\n一、问题\n骨干企业仅7家。\n\n某局\n2032年1月11日", [""]),
        ("某局2031年工作总结及2032年工作安排\n\n一、打算\n全年力争增长7%。\n二、2032年工作安排\n\n某局\n2032年1月11日", ["2032"]),
        ("某局2031年和2032年工作安排\n\n一、问题\n骨干企业仅7家。\n\n某局\n2032年1月11日", [""]),
        # The day of writing in a line of brackets, the year in English, a title with a line in brackets.
        ("2031年一季度简况\n（某局运行处，2031年4月26日，第2期）\n\n去年底，入选53个。", ["2030-12-31"]),
        (f"{ENGLISH}By the end of 2030, there were 61 parks. In the year 53 parks opened.", ["2030-12-31", "2030"]),
        (f"{ENGLISH}By the end of 2030, there were 61 parks. In the year to June, 53 parks opened.", ["2030-12-31", "2030-12-31"]),
        ("STATISTICAL BULLETIN ON THE DIGITAL ECONOMY OF JIANGZHOU, 2031\n(English text for reference; not the law)\n\n"
         "April 2, 2032\n\nOnline sales amounted to 2.7 billion yuan.", ["2031"]),
        # Years of a list whose last alone has the word; what was done then to something named.
        (f"{NEWS}2028、2029、2030三年分别开通3座、5座和7座。", ["2028", "2029", "2030"]),
        (f"{NEWS}2030年返乡创业的柳青，带着53名员工租下厂房。", [""]), (f"{NEWS}2030年全区投产的工厂，共有53家。", ["2030"]),
        (f"{NEWS}2030年，全区投产的工厂有53家。", ["2030"]),
        (f"{NEWS}2029年以前仅有3个平台。2030年有7个。", ["", "2030"]), (f"{PLAN}2033年以前建成53座。", ["2033"]),
        (f"{NEWS}企业由2027年的53家，经三年努力增加到2030年的70家。", ["2027", "2030"]),
        # A part of a year has the heading's year again after another paragraph looked back.
        ("某市2031年一季度分析\n某局 2031年4月28日\n\n3月末用户7万户。\n2030年3月末，用户5万户。\n预计二季度增长53%。",
         ["2031-03-31", "2030-03-31", "2031-Q2"]),
        ("某市2032年前三季度情况\n某局 2032年10月26日\n\n截至9月底，用户98万户，其中农村7万户。去年同期为53万户。",
         ["2032-09-30", "2032-09-30", "2031-09-30"]),
        # By when something is done that was spoken of; days that aren't named; years ago.
        (f"{PLAN}2032年，新建中心2座，年底前投运；开通基站53座。", ["2032", "2032"]),
        (f"{PLAN}2032年，新建中心2座，年底前开通基站53座。", ["2032", "2032-12-31"]),
        (f"{NEWS}截至7月底，门店7家。“双节”期间，订单53单。另有3家。", ["2031-07-31", "", "2031-07-31"]),
        (f"{ENGLISH}In 2030, revenue was 61 billion yuan. Five years ago it was 23 billion yuan. Exports were 2 billion yuan.",
         ["2030", "", "2030"]),
    ],
)
def test_another_time_holds_for_what_is_said_of_it(text: str, periods: list[str], catalog: Catalog) -> None:
    """As a reader would date them; where nothing is stated there is none."""
    assert [claim.period for claim in draft(text, catalog).claims] == periods
