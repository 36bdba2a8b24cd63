"""Numbers whose unit is said elsewhere, or that a line's end cuts. All sentences are made up for this test."""

from __future__ import annotations

import pytest

from indicators.figures import find_figures
from indicators.figures.standard import standard_units


@pytest.mark.parametrize(
    "text, figures",
    [
        # What the number before counted.
        ("吞吐量在两百万标箱上下，到去年，这一数字变成了四百三十万。",
         [("两百万标箱上下", "2000000", "teu"), ("四百三十万", "4300000", "teu")]),
        ("开户62万户，这个数字已增至81万，仍在增长。", [("62万户", "620000", "household"), ("已增至81万", "810000", "household")]),
        ("增长5.2%，这一数字变成了四百三十万。", [("增长5.2%", "5.2", "percent")]),
        ("开户62万户。天气转冷。客流平稳。这个数字增至81万。", [("62万户", "620000", "household")]),
        ("开户62万户，街上变成了四百三十万。", [("62万户", "620000", "household")]),
        # A bandwidth that the clause names; 兆 alone may be megabytes.
        ("村小的出口带宽仍低于300兆。", [("低于300兆", "300", "mbps")]), ("平均下载速率218兆，", [("218兆", "218", "mbps")]),
        ("附件不超过300兆。", []), ("带宽充足，附件300兆。", []), ("主频速率为300兆赫。", []),
        # An index that the sentence is about.
        ("平均PUE为1.31，新建机房均在1.24以下。", [("平均PUE为1.31", "1.31", "pue"), ("在1.24以下", "1.24", "index")]),
        ("开户6.5万户，费用均在1.24以下。", [("6.5万户", "65000", "household")]),
        # A rate of which no unit is known, of what it counts one is.
        ("快递人均93件；", [("93件", "93", "piece")]), ("人均7", []), ("每万人30公里", []),
        ("The average PUE fell from 1.43 to 1.26.", [("1.43", "1.43", "pue"), ("1.26", "1.26", "pue")]),
        ("排名较上年前进3位。", [("较上年前进3位", "3", "rank")]),
        # Another value of the index before it, and a list of its values; what is no index isn't.
        ("PUE由1.48降至1.36，2030年上半年为1.33，中小型机房为1.52。",
         [("1.48", "1.48", "index"), ("降至1.36", "1.36", "index"), ("1.33", "1.33", "index"), ("1.52", "1.52", "index")]),
        ("平均PUE为1.27，版本为1.52。", [("平均PUE为1.27", "1.27", "pue")]),
        # People whom 位 counts, and places in a ranking, which it counts as well.
        ("600多位嘉宾，两位院士，前移3位，居第5位",
         [("600多位", "600", "person"), ("两位", "2", "person"), ("前移3位", "3", "rank"), ("居第5位", "5", "rank")]),
        # A number behind a word in Latin letters; what goes on a name isn't one.
        ("活跃APP1.1万余个，显卡H100，GPT4万能，", [("1.1万余个", "11000", "item")]),
        ("增速分别低于全市5.1和7.4个百分点", [("5.1", "5.1", "percentage_point"), ("7.4个百分点", "7.4", "percentage_point")]),
        # Names of parts, and of hospitals; courses are counted as parts are named.
        ("一期、二期工程，培训23期，东西两片，产能4万片，34家乡镇卫生院，我的3家乡",
         [("23期", "23", "course_run"), ("4万片", "40000", "wafer"), ("34家", "34", "enterprise")]),
        # Shares of a whole, which add up to it; what doesn't, and a time of day, is none.
        ("结构由11.2:40.5:48.3调整为10.7：41.0：48.3，10:30:15开始，配比3:4:5",
         [(share, share, "percent") for share in ("11.2", "40.5", "48.3", "10.7", "41.0", "48.3")]),
        ("一票否决，最多跑一趟，占有一席之地，双核三核，一对一帮扶，一幅蓝图，两票制；跑12趟，发票3500票。",
         [("12趟", "12", "trip"), ("3500票", "3500", "consignment")]),
        ("出具报告\n- 1 -\n\n300余份，建成\n— 12 —\n7座。", [("300余份", "300", "copy"), ("7座", "7", "station")]),
        # A score, in the points that only what is scored makes one.
        ("评估得分89.4分，用时5分钟。", [("89.4分", "89.4", "score"), ("5分钟", "5", "minute")]),
        ("综合评分为96分，", [("96分", "96", "score")]),
        ("于8分之后进场。", []),
        # Less than a share of another; 成 that begins no word.
        ("产值不及邻县的三分之一。", [("不及邻县的三分之一", "33.3", "percent")]), ("产值不及邻县。", []),
        ("逾六成功能与旧系统重叠。", [("逾六成", "6", "tenth")]), ("六成功能齐全", [("六成", "6", "tenth")]),
        ("局里的一份调查显示，收到一份答卷。", []),
    ],
)  # fmt: skip
def test_a_unit_said_elsewhere(text: str, figures: list[tuple[str, str, str]]) -> None:
    """Where one of them stands right there a number has one reading; anywhere else it has none."""
    found = [(one.figure.text, str(one.figure.value)[: len(want[1])], one.figure.unit)
             for one, want in zip(find_figures(text, standard_units()), [*figures, ("", "", "")] * 3, strict=False)]
    assert found == figures


@pytest.mark.parametrize(
    "text, values",
    [
        ("规模以上制造业营业收入2 716.\n4亿元，", ["271640000000"]), ("企业7 02\n5家，新认定1 4\n06家。", ["7025", "1406"]),
        ("全年新增3\n640座；", ["3640"]), ("家电2 150\n万台，", ["21500000"]),
        # Two numbers: of a list, of a heading, of a table.
        ("项目3\n640座", []), ("表 7 02\n5家", []), ("二期1 4\n06家", []), ("3\n640座", []),
    ],
)  # fmt: skip
def test_a_number_that_a_line_cuts(text: str, values: list[str]) -> None:
    """One whose groups are set off by spaces goes on in the next line, and so does one after a verb that wants a unit."""
    assert [str(one.figure.value) for one in find_figures(text, standard_units())] == values


@pytest.mark.parametrize(
    "text, figures",
    [
        ("It ranked second in the province for the fourth consecutive year.", ["ranked second", "fourth consecutive year"]),
        ("Output grew for the fourth consecutive year.", []),
        ("It ranked second. Prices fell for the third straight year.", ["ranked second"]),
    ],
)  # fmt: skip
def test_how_long_a_place_was_kept(text: str, figures: list[str]) -> None:
    """An ordinal of years is how many only where it is said of a place."""
    assert [one.figure.text for one in find_figures(text, standard_units())] == figures
