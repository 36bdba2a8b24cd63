"""What work reports and communiqués print around their figures. All sentences are made up for this test."""

from __future__ import annotations

import pytest

from indicators.figures import find_figures
from indicators.figures.standard import standard_units

UNITS = standard_units()

ROWS = {
    # Above or below a place by so much: the word bounds nothing, and the place is no rank's.
    "增速高于全国0.7个百分点，高于全省1.2个百分点。": [("0.7个百分点", "0.7"), ("1.2个百分点", "1.2")],
    "新能源占全省比重超83%，绿电占全国比重约1.2%。": [("比重超83%", "83"), ("比重约1.2%", "1.2")],
    # A rate of growth that changed, and one that has a rank.
    "增速提高10.6个百分点，降幅收窄3.1个百分点。": [("增速提高10.6个百分点", "10.6"), ("降幅收窄3.1个百分点", "-3.1")],
    "增速比上年加快2.3个百分点，": [("增速比上年加快2.3个百分点", "2.3")],
    "增速居全国第5位，增幅居全省第一。": [("居全国第5位", "5"), ("居全省第一", "1")],
    # Grew by less than a year ago: a decline of the growth.
    "同比少增1.2亿元，同比多增3000万元。": [("同比少增1.2亿元", "-120000000"), ("同比多增3000万元", "30000000")],
    # Both ends of a move in rank.
    "从全国第10位升至第8位，由第9名上升到第7名。": [
        ("全国第10位", "10"), ("升至第8位", "8"), ("第9名", "9"), ("上升到第7名", "7"),
    ],
    # A clause ends at a comma that can't group digits.
    "居全国第4，21个学科入选。": [("居全国第4", "4"), ("21个", "21")],
    "数量居全国第一，13个模型备案。": [("居全国第一", "1"), ("13个", "13")],
    "动态清零，61%的村达标，1，234家在列。": [("61%", "61"), ("1，234家", "1234")],
    # Nouns that are counted without a measure word, what describes them between.
    "惠及450万困难群众、20万各族群众，71.3万监测对象稳定脱贫。": [
        ("450万", "4500000"), ("20万", "200000"), ("71.3万", "713000"),
    ],
    "参保人数突破5100万，注册户数超30万。": [("突破5100万", "51000000"), ("超30万", "300000")],
    "新增注册用户58万，总用户数已经到了640多万。": [("58万", "580000"), ("640多万", "6400000")],
    "投入3000万帮助企业，奖励企业50万": [],
    # A level of a year is no multiple of it.
    "从2020年的53.2%提升到2025年的57.7%。": [("53.2%", "53.2"), ("57.7%", "57.7")],
    "产值是2020年的2.2倍，": [("是2020年的2.2倍", "2.2")],
    # A number set with a space before its thousands; what it may come to by and large; a share and more.
    "增加值1 284.7\n亿元，共1 043亿元。": [("1 284.7\n亿元", "128470000000"), ("共1 043亿元", "104300000000")],
    "全年可达500亿元左右，一成多的企业。": [("500亿元左右", "50000000000"), ("一成多", "1")],
    "电能利用效率（PUE）降至1.28。": [("电能利用效率（PUE）降至1.28", "1.28")],
    # What the noun counts; 个亿 is no measure word.
    "平台用户数是3200万，办件量超过1.2亿，投了32个亿。": [("3200万", "32000000"), ("超过1.2亿", "120000000")],
    # Units.
    "算力规模达到10.36百亿亿次/秒，智算达4800PF。": [("达到10.36百亿亿次/秒", "10.36"), ("达4800PF", "4800")],
    "班列开行1.7万列，粮食产量1350.5亿斤，培训12轮。": [
        ("1.7万列", "17000"), ("1350.5亿斤", "135050000000"), ("12轮", "12"),
    ],
    "浓度降至28.5微克每立方米，每立方米19微克。": [("降至28.5微克每立方米", "28.5"), ("每立方米19微克", "19")],
    "峰值每秒1.2万笔，新增700张家庭养老床位。": [("每秒1.2万笔", "12000"), ("新增700张", "700")],
    "5列入名单，7轮岗，3张家港": [],
    # A measure word with "one" before it that only says "a".
    "开展新一轮建设，形成全国统一大市场。": [],
}  # fmt: skip


@pytest.mark.parametrize("text", ROWS)
def test_figures_of_a_report(text: str) -> None:
    """Each is found whole, with the value worked by hand, and nothing else is."""
    found = [(figure.text, str(figure.value)) for _, _, figure in find_figures(text, UNITS)]
    assert found == ROWS[text]


@pytest.mark.parametrize("text", ["增速增长3%，增长5%", "增长增长5%", "增速提高提高万家"])
def test_words_of_change_in_a_row_end_no_reading(text: str) -> None:
    """What two words of change make unreadable is passed over, and the text read on."""
    assert all(figure.text for _, _, figure in find_figures(text, UNITS))
