"""What a date within a sentence is of, and what several years come to in a report about the last of them."""

import pytest

from indicators.catalog import Catalog
from indicators.texts import draft

REPORT = "政府工作报告\n2031年1月12日\n\n一、2030年工作回顾\n"
LATE = "江州市信息\n2031年9月12日\n\n"
NEWS = "江州市信息\n2031年3月4日\n\n"
HALF = "江州市2031年上半年经济运行情况\n\n"
ENGLISH = "Jiangzhou in 2030\n\n"
AUDIT = "江州市审计公告\n2029年8月3日\n\n"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # Five years, told of at the end of a five-year plan, are the plan's.
        (f"{REPORT}五年来，累计投入7亿元，由2025年的53家增加到530家。", ["2026/2030", "2025", "2030"]),
        (f"{REPORT}五年累计投入7亿元。", ["2026/2030"]), (f"{REPORT}过去五年，累计投入7亿元。", ["2026/2030"]),
        (f"{REPORT}五年来，产值年均增长7%。", ["2026/2030"]),
        (f"{NEWS}2030年产值53亿元，五年间年均增长7%。", ["2030", "2026/2030"]),
        (f"{NEWS}2031年产值53亿元，五年间年均增长7%。", ["2031", ""]),
        (f"{LATE}五年来，累计投入7亿元。", [""]), (f"{NEWS}五年来，累计投入7亿元。", [""]),
        (f"{NEWS}三年来，累计投入7亿元。", [""]),
        (f"{NEWS}五年来首次超过7亿元。", [""]),
        ("政府工作报告\n2030年1月12日\n\n五年来，累计投入7亿元。", [""]),
        # What is lacking is so at the end of the year that is looked back on.
        (f"{REPORT}“十四五”时期建成的7个园区通过验收。\n\n我们清醒看到：缺口53万人。", ["2021/2025", "2030"]),
        # A part of the time a sentence is of isn't that of the next.
        (f"{HALF}上半年收入53亿元，其中一季度增长7%，二季度明显加快。出口5亿元。", ["2031-H1", "2031-Q1", "2031-H1"]),
        (f"{HALF}上半年收入53亿元。二季度出口5亿元。进口7亿元。", ["2031-H1", "2031-Q2", "2031-Q2"]),
        # What is looked at from a date is of it, and is no aim that was told before; a level begins with one.
        (f"{LATE}预计年底达到53%。从8月份的情况看，投资下降7%。", ["2031-12-31", "2031-08"]),
        (f"{LATE}从上半年的运行数据来看，投资下降7%。", ["2031-H1"]),
        # The year's task is held to what there is on the day.
        (f"{HALF}截至6月末，建成53座，完成全年建设任务的7%；覆盖率达到5%。", ["2031-06-30"] * 3),
        (f"{HALF}截至6月末，建成53座，完成全年投资计划的7%。", ["2031-06-30"] * 2),
        # One by one.
        (f"{AUDIT}2026—2028年，投资53亿元，三年分别支出5亿元、7亿元和8亿元。", ["2026/2028", "2026", "2027", "2028"]),
        (f"{AUDIT}2026—2028年，投资53亿元，两年分别支出5亿元、7亿元。", ["2026/2028"] * 3),
        (f"{HALF}分季看，一、二季度依次为5亿元、7亿元。", ["2031-Q1", "2031-Q2"]),
        # The level that a change begins with, told of each.
        (f"{HALF}能耗由2028年的每件53千瓦时降到2030年的7千瓦时。", ["2028", "2030"]),
        # An earlier year that is put in to compare with; this year where no day of writing is known.
        (f"{NEWS}去年占比12%，2025年这个数是7%。全省的平均水平是18%。", ["2030", "2025", "2030"]),
        ("走进江州\n\n“2029年只卖了53万斤；今年光是前两个月，就走了7万斤。”", ["2029", ""]),
        (f"{NEWS}“2029年只卖了53万斤；今年光是前两个月，就走了7万斤。”", ["2029", "2031-01/2031-02"]),
        (f"{ENGLISH}By the end of 2030, there were 530 parks. Traffic for the year totaled 6.1 million GB. There are 53 ports.",
         ["2030-12-31", "2030", "2030-12-31"]),
    ],
)
def test_a_date_within_is_of_what_it_says(text: str, periods: list[str], catalog: Catalog) -> None:
    """As a reader would date them; where nothing certain is said there is none."""
    assert [claim.when.period for claim in draft(text, catalog).claims] == periods
