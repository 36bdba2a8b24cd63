"""Which period a figure has where a date is set apart, left out or another one's. All sentences are written for this test."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft

BULLETIN = "江州市2030年统计公报\n江州市统计局\n2031年3月28日\n\n"
NEWS = "走进数谷\n2031年8月12日\n\n"
QUARTER = "江州市平台运行情况通报\n（2031年第三季度）\n江州市数据局 2031年10月20日\n\n"
PLAN = "江州市人工智能行动计划（2031—2033年）\n2031年4月11日\n\n"
MACAO = "2031年第2季电讯统计\n2031年8月28日\n\n"
ENGLISH = "Statistical Bulletin on the Digital Economy of Jiangzhou, 2030\nBureau of Statistics\nMay 20, 2031\n\n"
PRESS = "JIANGZHOU, Nov. 6, 2031 -- "


@pytest.mark.parametrize(
    "text, periods",
    [
        # A year of prices, or one on which something is based, dates nothing.
        (f"{BULLETIN}全年业务总量86亿元，增长17.9%（按2029年价格计算）。其中电信51亿元。", ["2030", "2030", "2030"]),
        (f"{PLAN}到2033年：\n——规模。收入在2030年基础上翻一番、达到800亿元。\n——主体。集聚企业1000家以上。", ["2033"] * 3),
        ("政府工作报告\n2031年1月15日\n三、2031年重点工作\n实施项目120个，年内完成投资3亿元。新增工厂20家。", ["2031"] * 3),
        # A month by itself, and quarters gone through one by one, are their own sentence's.
        (f"{NEWS}1—7月，收入53亿元。7月当月，收入7亿元。通话时长598亿分钟。", ["2031-01/2031-07", "2031-07", "2031-01/2031-07"]),
        ("江州市2031年上半年报告\n分季度看，一季度收入4亿元，二季度5亿元。合计占九成强。", ["2031-Q1", "2031-Q2", "2031-H1"]),
        (f"{NEWS}2030年收入42亿元；今年上半年31亿元。其中6月单月7亿元。", ["2030", "2031-H1", "2031-06"]),
        # The number of an issue, a quarter in brackets, a month of writing.
        ("关于审计结果的公告\n（2031年第6号 总第118号）\n抽查的项目中，43个未建成。", [""]),
        (f"{QUARTER}平台建档203万人。", ["2031-Q3"]),
        ("数据交易中心白皮书(2030—2031)\n数据交易中心 2031年7月 V1.2\n今年上半年交易额31亿元。6月末挂牌产品53个。",
         ["2031-H1", "2031-06-30"]),
        (f"{QUARTER}截至9月30日，用户53万人。大模型上线半年来，回答问题7万次。受理诉求96万件，按期办结率99%。",
         ["2031-09-30", "", "2031-Q3", "2031-Q3"]),
        ("数据中心\n2031年7月8日\n\n中心2029年揭牌，注册资本3亿元。成立于2029年的公司，员工53人。", ["", ""]),
        (f"{NEWS}规模从2027年的4200亿元增长到去年的6800亿元，占比超过50%。", ["2027", "2030", "2030"]),
        (f"{BULLETIN}全年比重17.6%，比“十四五”末提高5.1个百分点。", ["2030", "2030"]),
        (f"{NEWS}到6月底，5G基站开通4.36万个。算力这块，机架有14.5万个。", ["2031-06-30", "2031-06-30"]),
        (f"{BULLETIN}2030年，交易额21亿元，自2028年7月开业以来累计38亿元。其中占比由上年的31%升至44%。",
         ["2030", "", "2029", "2030"]),
        ("某市互联网发展报告（2030）\n1.3 算力\n在用机架6.8万架。", ["2030"]),
        (f"{MACAO}目标于今年第4季前实现全覆盖。", ["2031-Q4"]), (f"{NEWS}未来三年提供7万平方米。", [""]),
        (f"{NEWS}截至6月30日，用户53万户。\n基站现有1,960个。", ["2031-06-30", ""]),
        (f"{NEWS}规划面积3.2平方公里，自2029年启动建设以来，累计引进企业236家。", ["", ""]),
        ("某市白皮书\n\n截至 2030 年底，全市基站总数 9.8 万\n个，PUE 由上年的 1.36 降至 1.31。",
         ["2030-12-31", "2029", "2030-12-31"]),
        (f"{PRESS}By the end of 2032 it will have 53 parks. It will build 20 parks over the next three years.",
         ["2032-12-31", ""]),
        # Quarters and financial years as Macao and Hong Kong print them.
        (f"{MACAO}第2季末用户7万户；季内使用时数4亿小时。", ["2031-06-30", "2031-Q2"]),
        (f"{NEWS}二〇三〇至三一财政年度，下载次数约780亿次。", ["2030-04/2031-03"]),
        (f"{NEWS}二○三○／三一財政年度，下载次数约780亿次。", ["2030-04/2031-03"]), (f"{NEWS}明年首季推出五亿元计划。", ["2032-Q1"]),
        ("电讯统计\n统计暨普查局　27/11/2031\n\n截至6月底用户7万户。", ["2031-06-30"]),
        ("2031年第3季统计\n2031年11月28日\n\n第3季末用户7万户；每名用户月均使用24.3GB。", ["2031-09-30", "2031-09-30"]),
        # What has no date after a year that is gone; what there is now.
        (f"{NEWS}去年出货1.4亿颗。公司研发人员340人，占员工的六成。", ["2030", "", ""]),
        (f"{BULLETIN}去年出货1.4亿颗。公司研发人员340人。", ["2030", "2030"]),
        (f"{NEWS}全县现有企业286家。", [""]), (f"{NEWS}截至6月底完工。全县现有企业286家。", ["2031-06-30"]),
        (f"{NEWS}设施已于2030年12月投入服务，算力1300P，随后将提升至3000P。三年期计划30亿元。", ["2030-12", "", ""]),
        (f"{NEWS}比重为64%，较上一年的61.2%提高。", ["", ""]),
        (f"{BULLETIN}全年比重为64%，较上一年的61.2%提高。", ["2030", "2029"]),
        # A table without a date after another one's.
        ("江州市2031年上半年报告\n截至6月末有7个。\n表3 部分县区收入\n地区\t收入(亿元)\n东湖区\t128.6\n北川区\t97.3",
         ["2031-06-30", "2031-H1", "2031-H1"]),
        # English: what comes about in a year of which the last day was stated; events; other clauses.
        (f"{ENGLISH}By the end of 2030, there were 8,214 firms. Their revenue reached 98 billion yuan.", ["2030-12-31", "2030"]),
        (f"{ENGLISH}Online sales amounted to 2.7 billion yuan.", ["2030"]),
        (f"{PRESS}Under a plan released in March, the city aims to have 20,000 racks by 2033.", ["2033"]),
        (f"{PRESS}It completed 46,000 jobs between January and October. A phase costing 1.5 billion yuan, is due to open in 2033.",
         ["2031-01/2031-10", "2031-01/2031-10"]),
        (f"{PRESS}It shipped 11,000 terminals last year. It spends at least 30 percent of it on research each year.", ["2030", ""]),
        (f"{ENGLISH}The output of circuits totaled 139.6 billion pieces. It has 53 parks.", ["2030", "2030-12-31"]),
        (f"{ENGLISH}By the end of 2030, there were 4,200 parks, up 42 over the end of 2029. Users numbered 1.2 million.",
         ["2030-12-31", "2030", "2030-12-31"]),
        (f"{PRESS}A unicorn founded in 2016, employs around 1,100 people. It plans to build 20 more parks in the next two years.",
         ["", ""]),
        (f"{PRESS}The number of listed firms rose from 310 at the end of last year to 455 in October.", ["2030-12-31", "2031-10"]),
    ],
)
def test_a_date_holds_for_what_it_is_of(text: str, periods: list[str], catalog: Catalog) -> None:
    """As a reader would date them; where nothing is stated there is none."""
    assert [claim.period for claim in draft(text, catalog).claims] == periods


def test_what_there_is_now_is_of_the_day_of_writing(catalog: Catalog) -> None:
    """现有 says so as 目前 does; the text prints no date with it."""
    (claim,) = draft(f"{NEWS}全县现有企业286家。", catalog).claims
    assert (claim.when.period, claim.when.printed) == ("2031-08-12", "stated")
