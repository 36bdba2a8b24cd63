"""The general rules: what they account for, and that they never swallow a figure."""

from __future__ import annotations

import pytest

from indicators.catalog import Catalog
from indicators.texts.numerals import survey
from indicators.texts.rules import RULES

IGNORED = {
    "date": [
        "2024年", "2024 年底", "2025年3月", "6月13日", "二〇二五年六月", "一季度", "2021—2025年", "2025.6.20", "9:30", "21世纪",
        "前11个月", "今年前三个月", "首九个月", "2031年内", "二○三一至三二年度",
    ],
    "circle": ["“15分钟”助餐圈", "15分钟便民办事圈", "十五分钟生活圈"],
    "address": ["凤城八路109号"],
    "plan": ["“十四五”", "十五五规划", "党的二十大"],
    "session": ["十六届", "十一届九次、十次全会", "第五次全体会议", "二十届三中全会", "第3次联席会议"],
    "document-number": ["第2031007号", "某府〔2025〕12号", "GB/T 15835-2011", "ISO 9001"],
    "contact": ["电话:020-81234567", "020-81234567", "13812345678", "热线12345", "邮编:510030", "http://a.cn/2025/3", "a1@b2.cn",
        "\n510030  2025年6月3日", "邮编：510030\n2025年6月3日", "+86-898-6655-0101", "12345热线"],
    "unit": ["\t万公里\t", "（亿元）", "| 千瓦时 |"],
    "picture": ["表1", "附图 2", "专栏3", "附件一"],
    "parts": ["3.5:46.5:40", "1∶3∶6", "1：2：3"],
    "remark": ["\n抄送：市人大（2份），市政府（1份）", "浏览次数：1047", "浏览：123次", "共印50份"],
    "latin-name": ["5G", "5G个人用户", "5G卡用户", "6G", "A100", "GPT-4", "IPv6", "3D", "C919"],
    "speed-class": ["千兆光网", "双千兆", "万兆园区"],
    "level": ["二级节点", "村一级的", "一、二级市场", "三级甲等"],
    "ordinal": ["第一批", "第一、第三产业", "第三期", "第一时间"],
    "per-item": ["每个园区专做一个产业", "每五户家庭就有两户", "每1元投入"],
    "threshold": [
        "20户以上自然村", "1000Mbps及以上接入速率", "60岁以上老年人", "拥有3岁以下婴幼儿",
        "2000万元以上的工业企业", "1亿元以上项目", "不足30户的自然村", "57岁的养殖户",
    ],
    "span": [
        "这五年", "今后五年", "再奋斗五年", "极不平凡的五年，", "五年净增", "九年义务教育", "三年行动计划",
        "两年来", "为期三年", "过去一年", "三年累计", "有效期5年", "三年统筹", "其余三年", "用了十五天，"
    ],
    "list-of-points": ["三个方面", "两点意见", "三件事", "三项数据均居前列", "3月、9月两次检查",
        "四个主导产业的企业", "三家基础电信企业"],
    "idiom": [
        "统一大市场", "“三个区分开来”", "“五篇大文章”", "八项规定", "统一",
        "进一步", "一批成果", "一站式", "一本账", "千行百业", "一企一策", "双一流", "世界500强", "“三升一降”", "“十升两降”",
        "“二十条”", "“金融16条”", "“惠企二十条措施”",
    ],
}  # fmt: skip


@pytest.mark.parametrize("rule, text", [(r, t) for r, texts in IGNORED.items() for t in texts])
def test_what_a_rule_accounts_for(rule: str, text: str, catalog: Catalog) -> None:
    """Each numeral is accounted for by a rule, this one among them, in the midst of a sentence."""
    found = survey(f"我市开展{text}的工作。", catalog.unit_table)
    assert found.numerals
    assert all(numeral.ignored is not None for numeral in found.numerals), text
    assert rule in {n.ignored.rule.id for n in found.numerals if n.ignored}


FIGURES = [
    "53个", "10.97万座", "过万家", "三批", "十大领域", "第一", "全国第二", "连续5年", "全覆盖", "5000P", "5GB", "38P",
    "一百家", "一千个", "百亿元", "两个", "3个月", "12个月", "500万家", "5次", "10万元", "20%",
    "热线接听12345次", "一家", "一个", "2024家", "2025个", "19万", "1亿元", "百分之二", "千分之一", "30年", "4家",
    "A100台", "第1位", "三家一体", "01038123", "138123456789", "一二级", "12345", "5.1", "二十四级", "1.5级",
    "20户以上", "1000Mbps", "1亿元以上", "三年", "十三年", "30年来", "平均年龄41岁的团队", "用了15天", "两次", "三项", "一小时",
    "四个主导产业", "不足30户", "2000年内蒙古53个", "每一百户有53户",
]  # fmt: skip


@pytest.mark.parametrize("text", FIGURES)
def test_no_rule_swallows_a_figure(text: str, catalog: Catalog) -> None:
    """A figure in a sentence stays for a claim to account for."""
    found = survey(f"我市有{text},很好。", catalog.unit_table)
    assert found.numerals
    assert any(numeral.ignored is None for numeral in found.numerals), text


def test_each_rule_says_why_in_both_languages() -> None:
    """Reasons are shown to people, so both languages have one."""
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.zh and rule.en and rule.id in IGNORED


def test_a_long_text_takes_time_in_proportion(catalog: Catalog) -> None:
    """Hostile runs of letters, digits and brackets end at once."""
    for run in ("a", "1", "一", "(", "GB", "每", "电话1", "A-", "一是", "1.", "@", "第", "约"):
        survey(run * 20_000, catalog.unit_table)


def test_numerals_are_cut_where_one_ends_and_the_next_begins(catalog: Catalog) -> None:
    """The number of a heading, an idiom, a year and a figure in a row are four numerals."""
    found = survey("一、概况\n1.2024年统一53个平台,1亿2000万元。", catalog.unit_table)
    assert [found.text[n.start : n.end] for n in found.numerals] == [
        "一", "1", "2024", "一", "53", "1亿2000万",
    ]  # fmt: skip
    assert [f.figure.text for f in found.figures] == ["53个", "1亿2000万元"]
