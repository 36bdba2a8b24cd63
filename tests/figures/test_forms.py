"""The worked forms of `forms`, and what each asserts beyond its row."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from indicators.figures import (
    FigureError,
    FigureReader,
    Relation,
    Sense,
    find_figures,
    parse_figure,
)
from indicators.figures.standard import standard_units
from tests.operations import growth

from .forms import TABLES
from .test_readings import ROWS as FIRST_ROWS
from .test_readings import check, interval_text, rows_of

UNITS = standard_units()
ROWS = rows_of(*TABLES)


def test_number_of_forms() -> None:
    """At least 400 forms are worked by hand, none of them twice."""
    texts = [row[0] for row in FIRST_ROWS + ROWS]
    assert len(set(texts)) >= 400
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: ascii(row[0]))
def test_form(row: list[str]) -> None:
    """A printed figure is read as worked by hand."""
    text = row[0].replace("\\n", "\n").replace("\\r", "\r")
    check([text, *row[1:]], UNITS)


# 34 significant digits of what has no end; the lower end rounded down, the upper one up.
# Half way from 1/3 to 1/4 and to 1/2: 7/24 and 5/12; from 2/3 to 1/2 and 3/4: 7/12 and 17/24.
BELOW_A_THIRD = "29.16666666666666666666666666666666"
ABOVE_A_THIRD = "41.66666666666666666666666666666667"
TWO_THIRDS = "66.66666666666666666666666666666667"


@pytest.mark.parametrize(
    ("text", "fraction", "value", "lower", "upper"),
    [
        ("三分之一", "1/3", "33.33333333333333333333333333333333", BELOW_A_THIRD, ABOVE_A_THIRD),
        ("三分之二以上", "2/3", TWO_THIRDS, "66.66666666666666666666666666666666", None),
        ("近三分之二", "2/3", TWO_THIRDS, "0", TWO_THIRDS),
        ("2/3", "2/3", TWO_THIRDS, "58.33333333333333333333333333333333", "70.83333333333333333333333333333334"),
        ("超过六分之五", "5/6", "83.33333333333333333333333333333333",
         "83.33333333333333333333333333333333", None),
        # Half way to 1/3 and 2/3: 5/12 and 7/12.
        ("一半", "1/2", "50", "41.66666666666666666666666666666666", "58.33333333333333333333333333333334"),
        # 35 %, known to half of half a tenth.
        ("三成半", "7/20", "3.5", "3.25", "3.75"),
        # 46.45 / 53.55 and 46.55 / 53.45, 34 digits; 46.5 / 53.5 = 93 / 107.
        ("46.5:53.5", "93/107", "0.8691588785046728971962616822429907",
         "0.8674136321195144724556489262371615", "0.8709073900841908325537885874649205"),
        # 1 is exact, 3.2 is from 3.15 to 3.25: 1/3.25 = 4/13, 1/3.15 = 20/63.
        ("1∶3.2", "5/16", "0.3125", "0.3076923076923076923076923076923076",
         "0.3174603174603174603174603174603175"),
        ("约1:3", "1/3", "0.3333333333333333333333333333333333",
         "0.3333333333333333333333333333333333", "0.3333333333333333333333333333333334"),
    ],
)
def test_shares_and_proportions_are_exact(
    text: str, fraction: str, value: str, lower: str, upper: str | None
) -> None:
    """The fraction printed is kept; its decimals are rounded outwards where they have no end."""
    figure = parse_figure(text, UNITS)
    assert figure.fraction == Fraction(fraction)
    assert figure.stated_value is None
    assert figure.value == Decimal(value)
    assert figure.lower == Decimal(lower)
    assert figure.upper == (None if upper is None else Decimal(upper))


@pytest.mark.parametrize(
    ("text", "sense", "value"),
    [
        ("增长1.2倍", Sense.GROWTH, "1.2"),
        ("增长到2.2倍", Sense.MULTIPLE, "2.2"),
        ("是上年的2.2倍", Sense.MULTIPLE, "2.2"),
        ("翻一番", Sense.MULTIPLE, "2"),
        ("翻两番", Sense.MULTIPLE, "4"),
        ("2.2倍", Sense.MULTIPLE, "2.2"),
        ("增至1108家", Sense.LEVEL, "1108"),
        ("增加1108家", Sense.GROWTH, "1108"),
        ("净增58个", Sense.GROWTH, "58"),
        ("比上年新增2家", Sense.LEVEL, "2"),
        ("同比-1.5%", Sense.GROWTH, "-1.5"),
        ("提高到15%", Sense.LEVEL, "15"),
        ("提高15%", Sense.GROWTH, "15"),
        ("第二", Sense.LEVEL, "2"),
    ],
)
def test_level_multiple_and_growth_are_kept_apart(text: str, sense: Sense, value: str) -> None:
    """增长1.2倍, 增长到2.2倍 and 是上年的2.2倍 are three things said of two numbers."""
    figure = parse_figure(text, UNITS)
    assert (figure.sense, figure.value) == (sense, Decimal(value))


@pytest.mark.parametrize(
    ("text", "note"),
    [("500P（FP16）", "FP16"), ("超4000P(FP16)以上", "FP16"), ("100亿元（人民币）", "人民币"),
     ("500P", ""), ("30台（套）", "")],
)
def test_remarks_in_brackets_are_kept(text: str, note: str) -> None:
    """A precision or a currency after the unit is part of the figure."""
    if text.startswith("超"):
        # Two bounds of one side: the second one says at least, the first more than.
        with pytest.raises(FigureError, match="互相矛盾"):
            parse_figure(text, UNITS)
        return
    assert parse_figure(text, UNITS).note == note


@pytest.mark.parametrize(
    ("text", "wanted", "unit", "interval"),
    [
        ("1.25", "pue", "pue", "[1.245, 1.255)"),
        ("低于1.3", "index", "index", "[0, 1.3)"),
        ("120.5点", "index_point", "index_point", "[120.45, 120.55)"),
        ("98.5分", "score", "score", "[98.45, 98.55)"),
        ("500兆", "mbps", "mbps", "[499.5, 500.5)"),
        ("500兆以上", "mbps", "mbps", "[500, ∞)"),
        ("500M", "mbps", "mbps", "[499.5, 500.5)"),
        ("500M", "mb", "mb", "[499.5, 500.5)"),
        ("1000G", "gbps", "gbps", "[999.5, 1000.5)"),
        ("30度", "celsius", "celsius", "[29.5, 30.5)"),
        ("30度", "kwh", "kwh", "[29.5, 30.5)"),
        ("30度", "km", "kwh", "[29.5, 30.5)"),
        ("12条", "route", "route", "[12, 12]"),
        ("12条", "production_line", "production_line", "[12, 12]"),
        ("12条", "item", "record", "[12, 12]"),
        ("3位", "person", "person", "[3, 3]"),
        ("上升3位", "rank", "rank", "[3, 3]"),
        ("200张", "bed", "bed", "[200, 200]"),
        ("200张", "licence", "licence", "[200, 200]"),
        ("5架", "aircraft", "aircraft", "[5, 5]"),
        # A unit that is printed is never overruled.
        ("1.25个", "pue", "item", "[1.245, 1.255)"),
    ],
)
def test_the_unit_that_is_wanted_decides(text: str, wanted: str, unit: str, interval: str) -> None:
    """Where units share a form the indicator's decides; where none is wanted none need be printed."""
    figure = parse_figure(text, UNITS, wanted)
    assert figure.unit == unit
    assert interval_text(figure) == interval
    reader = FigureReader(UNITS)
    assert reader.read(text, wanted) == reader.read(text, wanted) == figure


@pytest.mark.parametrize("text", ["500兆", "500M", "1000G", "98.5分", "120.5点", "3位", "1.25"])
def test_without_a_unit_wanted_nothing_is_guessed(text: str) -> None:
    """A form that nobody owns is refused, with what would decide it."""
    with pytest.raises(FigureError) as caught:
        parse_figure(text, UNITS)
    assert caught.value.code in ("ambiguous-unit", "no-unit")
    assert "unit" in caught.value.zh or "单位" in caught.value.zh


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("净增58个，", ["净增58个"]),
        ("由642家增至1108家。", ["642家", "增至1108家"]),
        ("占比从10%提高到15%。", ["10%", "提高到15%"]),
        ("全市53个节点", ["53个"]),
        ("全国100家企业", ["100家"]),
        ("超全国100家", []),
        ("2024天河论坛", []),
        ("7×24小时服务", []),
        ("月租100元/月起", ["100元/月"]),
        ("补贴100元/套", []),
        ("三部门联合印发", []),
        ("一部分企业", []),
        ("一起事故、3起事故", ["3起"]),
        ("提供一家企业、5家平台", ["5家"]),
        ("占比过半的企业", ["占比过半"]),
        ("占比过半。", ["占比过半"]),
        ("近半年来", []),
        ("过半导体企业", []),
        ("三分之二以上的园区", ["三分之二以上"]),
        ("营收翻了两番，", ["翻了两番"]),
        ("不少于5个、不超过8个园区", ["不少于5个、不超过8个"]),
        ("超过5家、新增8家", ["超过5家", "新增8家"]),
        ("三四十家企业、十七八个项目", ["三四十家", "十七八个"]),
        ("同比-1.5%。", ["同比-1.5%"]),
        ("利润-1.5%。", []),
        ("- 5个园区", ["5个"]),
        ("-5个园区", []),
        ("GPT-4个版本", []),
        ("2020-2024年间5个", ["5个"]),
        ("每万人12.5件", ["每万人12.5件"]),
        ("每万人拥有35.7个充电桩", ["每万人拥有35.7个"]),
        ("每万人30公里", []),
        ("PUE值低于1.3。", ["PUE值低于1.3"]),
        ("500P（FP16）算力", ["500P（FP16）"]),
        ("占比46.5∶53.5。", ["占比46.5∶53.5"]),
        ("附件1：2个表", ["2个"]),
        ("会议8:30开始", []),
        ("比2020年翻一番。", ["比2020年翻一番"]),
        ("是上年的2.2倍。", ["是上年的2.2倍"]),
        ("2020年的3家企业", ["3家"]),
        ("发展了一批5G应用", []),
        ("今年以来\n平台共接入全市各类规模以上工业企业12\n34家", ["1234家"]),
        ("共 1 0 . 9 7 万 座 基 站", ["共 1 0 . 9 7 万 座"]),
        ("面积1 234 567平方米。", ["1 234 567平方米"]),
        ("温度-5℃。", ["-5℃"]),
        # One group set off by spaces, unless something before it takes a number of its own.
        ("实现营收 1 362.8 亿元，\n企业 1 260 家", ["1 362.8 亿元", "1 260 家"]),
        ("建成基站\n7 860 座", ["7 860 座"]),
        # 新区 takes no number, 三区 may; a group may be broken before a unit in letters too.
        ("江北新区 7 860 座", ["7 860 座"]), ("三区 7 860 座", []), ("算力 7 8\n60P", ["7 860P"]),
        ("频道吸引5.3万粉丝", ["5.3万"]),
        # 九块八 is a sum of money, of which no part is a number of pieces.
        ("如今只要7块5。", []), ("每度电九块八，", []), ("拆下7块，", ["7块"]),
        ("见表 1 230 家企业", []),
        ("二期 1 200 台机柜", []),
        ("区间2 500 300个", ["2 500 300个"]),
        # 负 ends a word of its own, 排 begins none.
        ("为企业减负20亿元，负债增长负1.5%", ["20亿元", "增长负1.5%"]),
        ("每年安排不少于3000万元", ["不少于3000万元"]),
        ("由120P提升至210P", ["120P", "提升至210P"]),
        ("A100个，B-5个", []),
        # A bound apart from its number.
        ("不足市本级的3%", ["不足市本级的3%"]),
        ("仅约占全国的2%", ["约占全国的2%"]),
        ("占近全市的三分之一", ["近全市的三分之一"]),
        ("不超过投资额30%", ["不超过投资额30%"]),
        ("最高一次性奖励500万元", ["最高一次性奖励500万元"]),
        ("不到位资金的30%", ["30%"]),
        ("附近企业的30%", ["30%"]),
        ("最高法院判决5件", ["5件"]),
        ("超过5家，企业的30%", ["超过5家", "30%"]),
        # Indices and nouns that need no measure word.
        ("平均PUE为1.24，低于1.3", ["平均PUE为1.24"]),
        ("发展指数达到82.6。", ["指数达到82.6"]),
        ("指数增长5.2%，指数5.2%", ["增长5.2%", "5.2%"]),
        ("中证500指数300ETF", []),
        ("综合得分89.5，", ["综合得分89.5"]),
        ("为38万老年人建档，惠及1200多万群众", ["38万", "1200多万"]),
        ("登记用户突破62万，总值突破62万，", ["突破62万"]),
        ("引进10万企业家，培育3企业", []),
        ("近三成半的员工", ["近三成半"]),
        ("較二〇二九年底淨增240個", ["較二〇二九年底淨增240個"]),
        # What goes on with a smaller unit, a half or a word for a number is one figure, which isn't read.
        ("资助额约4億3,500萬元", ["约4億3,500萬元"]), ("已下达1.2亿元", ["1.2亿元"]),
        ("山区造价约为城区的1.8倍", ["约为城区的1.8倍"]), ("每次两美元又三美分", []),
        ("每台五元三毛，历时2年3个月，重一吨半，用两年半", []),
        ("四十九兆九千五百九十二億元", []),
        ("323千卡，10000与20000间", []),
        ("水温51度，东经113度，用电51度", ["51度"]),
        ("一百千瓦，五十千瓦时", ["一百千瓦", "五十千瓦时"]),
        ("至少有10个型号，最多有5家", ["至少有10个", "最多有5家"]),
        # A rate with its noun inside; what is done each year keeps its own unit.
        ("每万人拥有5G基站52.6个，", ["每万人拥有5G基站52.6个"]),
        ("每百户居民拥有汽车35辆，", ["每百户居民拥有汽车35辆"]),
        ("每万人中，有5个。每家企业5人", ["5个", "5人"]),
        ("日均20万公斤，每年安排3亿元", ["20万公斤", "3亿元"]),
        ("时间压缩30%以上，压缩至3天", ["压缩30%以上", "压缩至3天"]),
        ("降幅1.5%，", ["降幅1.5%"]),
        ("上千万元投资", ["上千万元"]),
        ("用电1.2亿千瓦时、3万千瓦负荷", ["1.2亿千瓦时", "3万千瓦"]),
    ],
)
def test_forms_in_prose(text: str, figures: list[str]) -> None:
    """In running text a form is found whole or left alone, never cut."""
    found = find_figures(text, UNITS)
    assert ["".join(one.figure.text.split("\n")) for one in found] == figures
    for one in found:
        assert one.figure.text == text[one.start : one.end]


@pytest.mark.parametrize(
    ("text", "relation", "value", "unit"),
    [
        ("不足市本级的3%", Relation.LESS_THAN, "3", "percent"),
        ("约占全国的两成", Relation.ABOUT, "2", "tenth"),
        ("最高补助200万元", Relation.AT_MOST, "2000000", "yuan"),
        ("最高可贷300万元", Relation.AT_MOST, "3000000", "yuan"),
        ("为38万老年人", Relation.EQUAL, "380000", "person"),
        ("近3万家庭用", Relation.LESS_THAN, "30000", "household"),
        ("用户突破1.2亿，", Relation.GREATER_THAN, "120000000", "household"),
        ("三成半用于", Relation.EQUAL, "3.5", "tenth"),
        ("时间压缩30%以上", Relation.AT_MOST, "-30", "percent"),
        ("企业 1 260 家", Relation.EQUAL, "1260", "enterprise"),
        ("每万人拥有5G基站超过52.6个", Relation.GREATER_THAN, "52.6", "item_per_10k_people"),
    ],
)
def test_what_is_read_of_prose(text: str, relation: Relation, value: str, unit: str) -> None:
    """What only prose says is read with it: a bound apart from its number, a noun as the unit.

    A decline of 30 % or more is a change of -30 or less.
    """
    (found,) = find_figures(text, UNITS)
    figure = found.figure
    assert (figure.relation, str(figure.value), figure.unit) == (relation, value, unit)


@pytest.mark.parametrize(
    "piece",
    ["不少于5个、", "超1个且", "超1", "1:2", "1∶", "每万人", "每万人1", "PUE", "PUE1", "翻", "翻了", "翻了近", "半",
     "过半", "分之", "三分之", "1/2", "1/", "-1%", "-1", "零下", "负", "(FP16)", "1P(", "三四", "三四十", "1 234 ", "1 2 ",
     "a b ", "1\n", "比2020年", "2020年的", "5(万", "5(万千瓦)", "7×24",
     "1 234家", "不足全市的", "不足全市的3%", "最高补助", "指数", "指数5%", "38万",
     "用户突破62万", "净增", "较上年末", "½", "500兆", "廿", "全国1"],
    ids=ascii,
)
def test_finding_costs_in_proportion(piece: str) -> None:
    """Four times the text costs about four times as much, whatever it is made of."""

    def make(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: find_figures(text, UNITS)

    assert growth(make, 1200) <= 5.0
